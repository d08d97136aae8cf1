//! The one place where a file on disk becomes the text of a facts file.
//!
//! Every command reads its file here. Whatever form the file has, what comes out is the JSON of a facts file, and a way
//! back from each byte of it to the line and column of the file as its editor sees it. A form other than JSON is turned
//! into that text in [`FactsText::read`], and keeps its own way back in `Origin`.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::dataset::{Issue, Issues, Places, text_of};

/// A file with more bytes is refused before it is read: what a page of it would load, no browser could hold.
/// A hundred thousand long entries in three languages are about half of this.
const MAX_MEBIBYTES: u64 = 512;

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
}

/// A problem at its line and column, both from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The line of the file.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What is wrong there.
    pub issue: Issue,
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
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, or is no text.
    pub fn read(file: &Path) -> Result<Self, NoText> {
        let bytes = bytes_of(file)?;
        if let Err(issue) = text_of(&bytes) {
            return Err(not_text(&bytes, issue));
        }
        // It was looked at just now, so this cannot fail.
        let json = String::from_utf8(bytes).unwrap_or_default();
        Ok(Self { json, origin: Origin::Itself })
    }

    /// Issues of the JSON at the lines and columns of the file, in its order.
    pub fn located<'i>(&self, issues: &'i Issues) -> impl Iterator<Item = Located> + use<'_, 'i> {
        let mut places = Places::of(&self.json);
        issues.all().iter().map(move |issue| {
            let (line, column) = match self.origin {
                Origin::Itself => places.line_column(issue.at),
            };
            Located { line, column, issue: issue.clone() }
        })
    }
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, NoText> {
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
fn not_text(bytes: &[u8], issue: Issue) -> NoText {
    let before = String::from_utf8_lossy(bytes.get(..issue.at).unwrap_or_default());
    let (line, column) = Places::of(&before).line_column(before.len());
    NoText::NotText(Box::new(Located { line, column, issue }))
}
