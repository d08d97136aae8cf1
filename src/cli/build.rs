//! `factline build`: a facts file becomes a site.

use std::io::{BufWriter, Write, stderr};
use std::path::Path;

use crate::dataset::{Dataset, Located, Severity};
use crate::site::{self, AppFiles, Input, MessageFiles, Pages, Site, SiteError};

use super::facts_text::{FactsText, NoText, TableArgs};
use super::report::{Format, Report, wants_colour};
use super::{BuildArgs, CANNOT, FACTS_HAVE_ERRORS, Options, PagesArg};

/// Runs it.
pub fn run(args: &BuildArgs) -> u8 {
    let site = match make(&args.file, &args.options) {
        Ok(site) => site,
        Err(code) => return code,
    };
    if let Err(error) = site::write(&site, &args.out) {
        eprintln!("factline: {error}");
        return CANNOT;
    }
    eprintln!("{}: {}, {}", args.out.display(), counted(site.n_facts, "fact"), counted(site.files.len(), "file"));
    0
}

/// "1 fact", "2 facts".
pub fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// Makes the site of a file; what is wrong is told, and the exit code given.
pub fn make(file: &Path, options: &Options) -> Result<Site, u8> {
    let text = read(file, &options.table)?;
    if text.n_own_errors() > 0 {
        return Err(tell_errors(file, &text.located(&Dataset::read(&text.json).issues)));
    }
    let messages = match &options.messages {
        Some(folder) => MessageFiles::with_folder(folder).map_err(|error| {
            eprintln!("factline: {error}");
            CANNOT
        })?,
        None => MessageFiles::own(),
    };
    let input = Input {
        facts: &text.json,
        url: options.url.as_deref(),
        pages: match options.pages {
            PagesArg::Auto => Pages::Auto,
            PagesArg::All => Pages::All,
            PagesArg::None => Pages::None,
        },
        messages: &messages,
        app: &AppFiles::embedded(),
    };
    match site::build(&input) {
        Ok(site) => {
            tell(file, &text.located(&site.warnings));
            Ok(site)
        }
        Err(SiteError::Facts(issues)) => Err(tell_errors(file, &text.located(&issues))),
        Err(error) => {
            eprintln!("factline: {error}");
            Err(CANNOT)
        }
    }
}

/// Reads a file; what is wrong is told, and the exit code given.
pub fn read(file: &Path, table: &TableArgs) -> Result<FactsText, u8> {
    FactsText::read(file, table).map_err(|error| refuse(file, error))
}

fn tell_errors(file: &Path, problems: &[Located]) -> u8 {
    tell(file, problems);
    let n_errors = problems.iter().filter(|problem| problem.issue.severity == Severity::Error).count();
    eprintln!("factline: no site was written, since {} has {}", file.display(), counted(n_errors, "error"));
    FACTS_HAVE_ERRORS
}

/// Tells why there is no text, and gives the exit code.
pub fn refuse(file: &Path, error: NoText) -> u8 {
    if let NoText::NotText(problem) = error {
        tell(file, &[*problem]);
        return FACTS_HAVE_ERRORS;
    }
    eprintln!("factline: {error}");
    CANNOT
}

/// Writes problems on standard error, beside the progress.
pub fn tell(file: &Path, problems: &[Located]) {
    let mut out = BufWriter::new(stderr().lock());
    let mut report = Report::new(&mut out, Format::Text, wants_colour(&stderr()));
    for problem in problems {
        // Without anybody to read them there is nobody to tell.
        drop(report.tell(file, problem));
    }
    drop(out.flush());
}
