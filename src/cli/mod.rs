//! The `factline` command: results on standard output, progress on standard error.
//!
//! Exit codes: 0 done; 1 errors in the facts; 2 cannot read or write.

mod build;
mod check;
mod diff;
mod facts_text;
mod import;
mod report;
mod schema;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;

use self::facts_text::TableArgs;
use self::report::Format;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// The facts have errors.
pub const FACTS_HAVE_ERRORS: u8 = 1;
/// Something cannot be read or written.
pub const CANNOT: u8 = 2;

#[derive(Debug, Parser)]
#[command(name = "factline", version, about = "One file of sourced facts, as a page that a reader explores")]
struct Command {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write a complete static site, prerendered in each language of the file
    Build(BuildArgs),
    /// Serve the site of a file on this machine, and make it again when the file changes
    Serve(ServeArgs),
    /// Tell what is wrong with facts files, where, and how to mend it
    Check(CheckArgs),
    /// Tell what changed between two states of a file, as corrections that only lack their why
    Diff(DiffArgs),
    /// Print the JSON Schema of the facts file, for an editor's completion
    Schema,
    /// Make a facts file of a timeline of TimelineJS or of a table
    Import(ImportArgs),
}

/// `factline check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The facts files: JSON, or tables (.csv, .tsv)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What a table is read with
    #[command(flatten)]
    pub table: TableArgs,
    /// How problems are written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// `factline diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The facts file as it was
    pub old: PathBuf,
    /// The facts file as it is
    pub new: PathBuf,
}

/// `factline import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The file: TimelineJS as JSON, the table of its template, or a table of facts
    pub file: PathBuf,
    /// What the file is, if it is not to be told from what stands in it
    #[arg(long, value_enum)]
    pub from: Option<FromArg>,
    /// What a table is read with
    #[command(flatten)]
    pub table: TableArgs,
}

/// `--from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FromArg {
    /// TimelineJS: its JSON, or the table of its template
    #[value(name = "timelinejs")]
    TimelineJs,
    /// A table of facts
    Csv,
}

/// `factline build`.
#[derive(Debug, Args)]
pub struct BuildArgs {
    /// The facts file: JSON, or a table (.csv, .tsv)
    pub file: PathBuf,
    /// The folder to write: absent, empty, or made by an earlier build
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// What both commands can be told
    #[command(flatten)]
    pub options: Options,
}

/// `factline serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// The facts file: JSON, or a table (.csv, .tsv)
    pub file: PathBuf,
    /// The port to serve on
    #[arg(long, value_name = "N", default_value_t = 8080)]
    pub port: u16,
    /// What both commands can be told
    #[command(flatten)]
    pub options: Options,
}

/// What a site can be told.
#[derive(Debug, Clone, Args)]
pub struct Options {
    /// The address that the site will stand at
    #[arg(long)]
    pub url: Option<String>,
    /// Which further pages to make
    #[arg(long, value_enum, default_value_t = PagesArg::Auto)]
    pub pages: PagesArg,
    /// A folder of interface texts, <lang>.json each
    #[arg(long, value_name = "DIR")]
    pub messages: Option<PathBuf>,
    /// What a table is read with
    #[command(flatten)]
    pub table: TableArgs,
}

/// `--pages`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum PagesArg {
    /// As the number of facts asks for it
    Auto,
    /// Every page that can be made
    All,
    /// The main pages alone
    None,
}

/// Runs the command that the arguments ask for.
pub fn run() -> ExitCode {
    ExitCode::from(match Command::parse().what {
        What::Build(args) => build::run(&args),
        What::Serve(args) => serve::run(&args),
        What::Check(args) => check::run(&args),
        What::Diff(args) => diff::run(&args),
        What::Schema => schema::run(),
        What::Import(args) => import::run(&args),
    })
}
