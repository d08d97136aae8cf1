//! The one place where a file on disk becomes the text of a facts file.
//!
//! Every command reads its file here. Whatever form the file has, what comes out is the JSON of a facts file, and a way
//! back from each byte of it to the line and column of the file as its editor sees it. A form other than JSON is turned
//! into that text in [`FactsText::read`], and keeps its own way back in `Origin`.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;

use crate::dataset::{Issue, Issues, Located, Sheet, SheetOptions, is_table, sheet_text_of, text_of};

/// A file with more bytes is refused before it is read: what a page of it would load, no browser could hold.
/// A hundred thousand long entries in three languages are about half of this.
const MAX_MEBIBYTES: u64 = 512;

/// What a table lacks, which the one row a fact has no room for.
#[derive(Debug, Clone, Default, Args)]
pub struct TableArgs {
    /// The title, for a table (.csv, .tsv); else that of --with, or the name of the file
    #[arg(long)]
    pub title: Option<String>,
    /// The facts file that supplies all but the facts, for a table (.csv, .tsv)
    #[arg(long, value_name = "FILE")]
    pub with: Option<PathBuf>,
}

/// The text of a facts file, and where it came from.
#[derive(Debug)]
pub struct FactsText {
    /// The JSON.
    pub json: String,
    origin: Origin,
}

/// The way back from a byte of the JSON to the file.
#[derive(Debug)]
enum Origin {
    /// The file is that JSON.
    Itself,
    /// The file is a table, and the file that it is read with, if any, has this name and text.
    Table(Box<Sheet>, Option<(PathBuf, String)>),
}

/// Why there is no text.
#[derive(Debug, thiserror::Error)]
pub enum NoText {
    /// The disk does not give it.
    #[error("cannot read {}: {}", .0.display(), .1)]
    Disk(PathBuf, io::Error),
    /// It is too large.
    #[error("cannot read {}: it is larger than {MAX_MEBIBYTES} MiB, which no page could load; make several files of it", .0.display())]
    TooLarge(PathBuf),
    /// It is no text.
    #[error("{}", .0.issue)]
    NotText(Box<Located>),
}

impl FactsText {
    /// Reads a file; a table by its name.
    ///
    /// # Errors
    /// When it cannot be read, or is no text.
    pub fn read(file: &Path, table: &TableArgs) -> Result<Self, NoText> {
        let bytes = bytes_of(file)?;
        if is_table(&file.to_string_lossy()) {
            let text = sheet_text_of(&bytes).map_err(|issue| not_text(None, &bytes, issue))?;
            return Self::of_table(file, text, table);
        }
        Ok(Self { json: json_text(None, bytes)?, origin: Origin::Itself })
    }

    /// The text of a table, whatever its name is.
    ///
    /// # Errors
    /// When the file that it is read with cannot be read, or is no text.
    pub fn of_table(file: &Path, text: String, table: &TableArgs) -> Result<Self, NoText> {
        let base = match &table.with {
            Some(with) => Some((with.clone(), json_text(Some(with), bytes_of(with)?)?)),
            None => None,
        };
        let name = file.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
        let options = SheetOptions {
            title: table.title.as_deref(),
            name: &name,
            base: base.as_ref().map(|(_, text)| text.as_str()),
        };
        let sheet = Sheet::read(text, options);
        Ok(Self { json: sheet.json().to_owned(), origin: Origin::Table(Box::new(sheet), base) })
    }

    /// How many errors the file has beside those of its JSON.
    pub fn n_own_errors(&self) -> usize {
        match &self.origin {
            Origin::Itself => 0,
            Origin::Table(sheet, _) => sheet.n_errors(),
        }
    }

    /// Issues of the JSON, and those that the file has beside them, at their lines and columns and in their order.
    pub fn located(&self, issues: &Issues) -> Vec<Located> {
        match &self.origin {
            Origin::Itself => located_in(None, &self.json, issues),
            Origin::Table(sheet, base) => {
                let issues = sheet.located(issues);
                let mut located = located_in(None, sheet.text(), &issues.table);
                if let Some((file, text)) = base {
                    located.extend(located_in(Some(file), text, &issues.base));
                }
                located
            }
        }
    }
}

fn located_in(file: Option<&Path>, text: &str, issues: &Issues) -> Vec<Located> {
    let mut located = Located::all_in(text, issues);
    located.iter_mut().for_each(|problem| problem.file = file.map(Path::to_owned));
    located
}

fn json_text(file: Option<&Path>, bytes: Vec<u8>) -> Result<String, NoText> {
    if let Err(issue) = text_of(&bytes) {
        return Err(not_text(file, &bytes, issue));
    }
    // It was looked at just now, so this cannot fail.
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

/// The bytes of a file.
///
/// # Errors
/// When it cannot be read.
pub fn bytes_of(file: &Path) -> Result<Vec<u8>, NoText> {
    let failed = |error| NoText::Disk(file.to_owned(), error);
    let max = MAX_MEBIBYTES << 20;
    let opened = File::open(file).map_err(failed)?;
    let n_bytes = opened.metadata().map_err(failed)?.len();
    let mut bytes = Vec::new();
    if n_bytes <= max {
        bytes.reserve_exact(n_bytes as usize + 1);
        // What is no plain file does not tell its size.
        opened.take(max + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if n_bytes.max(bytes.len() as u64) > max {
        return Err(NoText::TooLarge(file.to_owned()));
    }
    Ok(bytes)
}

/// What is wrong with bytes that are not UTF-8, at the line that they are on.
pub fn not_text(file: Option<&Path>, bytes: &[u8], issue: Issue) -> NoText {
    NoText::NotText(Box::new(Located { file: file.map(Path::to_owned), ..Located::in_bytes(bytes, issue) }))
}
