//! Problems at their lines and columns, and the words that tell them: the same for the command and for the page.
//!
//! It refuses to know a disk: what it reads are the bytes that somebody brought, and the name that they had.

use core::fmt;
use std::path::PathBuf;

use super::facts_file::Dataset;
use super::issue::{Issue, Issues, Places, Severity};
use super::lint::check;
use super::sheet::{Sheet, SheetOptions, sheet_text_of};
use super::wire::text_of;

/// A problem at its line and column, both from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The file, where it is not the one that was asked about.
    pub file: Option<PathBuf>,
    /// The line of the file.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What is wrong there.
    pub issue: Issue,
}

impl Located {
    /// The issues of a text, where they stand in it.
    pub fn all_in(text: &str, issues: &Issues) -> Vec<Self> {
        let mut places = Places::of(text);
        let located = issues.all().iter().map(|issue| {
            let (line, column) = places.line_column(issue.at);
            Self { file: None, line, column, issue: issue.clone() }
        });
        located.collect()
    }

    /// What is wrong with bytes that are no text, at the line that it is on.
    pub fn in_bytes(bytes: &[u8], issue: Issue) -> Self {
        let before = String::from_utf8_lossy(bytes.get(..issue.at).unwrap_or_default());
        let (line, column) = Places::of(&before).line_column(before.len());
        Self { file: None, line, column, issue }
    }

    /// What is wrong with a file as a whole.
    pub fn of_file(what: String, mend: &str) -> Self {
        let issue = Issue { severity: Severity::Error, at: 0, context: String::new(), what, mend: mend.to_owned() };
        Self { file: None, line: 1, column: 1, issue }
    }

    /// The line that tells it, in parts: `FILE:LINE:COLUMN:`, then `error:` or `warning:`, then what is wrong and how to
    /// mend it.
    pub fn parts(&self, file: &str) -> [String; 3] {
        let place = [file, ":", &self.line.to_string(), ":", &self.column.to_string(), ":"].concat();
        [place, [self.issue.severity.name(), ":"].concat(), self.issue.to_string()]
    }
}

/// How many there are of what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Facts, also those that were set aside.
    pub n_facts: usize,
    /// Errors.
    pub n_errors: usize,
    /// Warnings.
    pub n_warnings: usize,
}

impl Counts {
    /// Counts a problem.
    pub fn add(&mut self, problem: &Located) {
        match problem.issue.severity {
            Severity::Error => self.n_errors += 1,
            Severity::Warning => self.n_warnings += 1,
        }
    }

    /// Counts the facts of a file, also those that were set aside.
    pub fn add_facts(&mut self, dataset: &Dataset) {
        self.n_facts += dataset.facts.len() + dataset.set_aside.iter().filter(|aside| aside.noun == "fact").count();
    }
}

/// Always in the plural: scripts read this line.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} facts, {} errors, {} warnings", self.n_facts, self.n_errors, self.n_warnings)
    }
}

/// A file that somebody brought, read and checked.
#[derive(Debug, Clone, Default)]
pub struct Examined {
    /// What can be shown of it.
    pub dataset: Option<Dataset>,
    /// What `factline check` says of it, but for hours that a time zone does not have: only the command knows the zones.
    pub problems: Vec<Located>,
    /// How much of what.
    pub counts: Counts,
}

impl Examined {
    /// Of a file that cannot be read at all.
    pub fn unreadable(problem: Located) -> Self {
        let mut counts = Counts::default();
        counts.add(&problem);
        Self { dataset: None, problems: vec![problem], counts }
    }
}

/// Reads and checks a file by its name and its bytes: a table (`.csv`, `.tsv`), or the JSON of a facts file.
pub fn examine(name: &str, bytes: &[u8]) -> Examined {
    let is_one = is_table(name);
    let text = if is_one { sheet_text_of(bytes) } else { text_of(bytes).map(str::to_owned) };
    let text = match text {
        Ok(text) => text,
        Err(issue) => return Examined::unreadable(Located::in_bytes(bytes, issue)),
    };
    let (dataset, problems) = if is_one {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let sheet = Sheet::read(text, SheetOptions { title: None, name: stem, base: None });
        let reading = check(sheet.json());
        let issues = sheet.located(&reading.issues);
        (reading.dataset, Located::all_in(sheet.text(), &issues.table))
    } else {
        let reading = check(&text);
        (reading.dataset, Located::all_in(&text, &reading.issues))
    };
    let mut counts = Counts::default();
    problems.iter().for_each(|problem| counts.add(problem));
    dataset.iter().for_each(|dataset| counts.add_facts(dataset));
    Examined { dataset, problems, counts }
}

/// Whether a file is a table, which the end of its name says.
pub fn is_table(name: &str) -> bool {
    let is_one = |end: &str| ["csv", "tsv"].iter().any(|known| end.eq_ignore_ascii_case(known));
    name.rsplit_once('.').is_some_and(|(_, end)| is_one(end))
}

#[cfg(test)]
mod tests {
    use super::{Examined, examine, is_table};

    fn told(name: &str, bytes: &[u8]) -> (Examined, Vec<String>) {
        let examined = examine(name, bytes);
        let lines = examined.problems.iter().map(|problem| problem.parts(name).join(" ")).collect();
        (examined, lines)
    }

    #[test]
    fn nothing_is_no_facts_file() {
        let (examined, lines) = told("a.json", b"");
        assert_eq!((examined.dataset, lines.len()), (None, 1));
        assert_eq!(examined.counts.to_string(), "0 facts, 1 errors, 0 warnings");
        assert!(lines[0].starts_with("a.json:1:1: error: "), "{lines:?}");
        let (examined, lines) = told("a.csv", b"");
        assert!(examined.counts.n_errors > 0 && lines[0].starts_with("a.csv:1:1: error: "), "{lines:?}");
    }

    #[test]
    fn other_bytes_are_told_at_their_line() {
        let (_, lines) = told("a.json", b"{\n\"a\": \"\xff\"}");
        assert!(lines[0].starts_with("a.json:2:7: error: "), "{lines:?}");
        let (_, lines) = told("A.CSV", b"id,text\n1,\xef\xf0");
        assert!(lines[0].starts_with("A.CSV:2:3: error: ") && lines[0].contains("Windows-1251"), "{lines:?}");
    }

    #[test]
    fn a_sound_file_and_one_with_a_slip_are_both_shown() {
        let sound = br#"{"factline":1,"title":"T","sources":[{"id":"s","title":"S"}],
            "facts":[{"id":"a","text":"A","source":"s","by_role":"B"},{"id":"b","text":"B","source":"x"}]}"#;
        let (examined, lines) = told("a.json", sound);
        assert_eq!(examined.dataset.map(|dataset| dataset.facts.len()), Some(1), "{lines:?}");
        assert_eq!((examined.counts.n_facts, examined.counts.n_errors), (2, 1), "one is set aside: {lines:?}");
        let (examined, lines) = told("b.csv", b"id,text,source_title,by_name,when\na,A,S,B,05.01.2022\nb,B,S,B,2022\n");
        assert_eq!(examined.dataset.map(|dataset| dataset.facts.len()), Some(1), "{lines:?}");
        assert!(lines[0].starts_with("b.csv:2:9: error: row 2, column `when`"), "{lines:?}");
    }

    #[test]
    fn the_end_of_a_name_says_what_a_file_is() {
        for (name, expected) in [("", false), ("csv", false), ("a.json", false), ("a.CSV", true), ("a.b.tsv", true)] {
            assert_eq!(is_table(name), expected, "{name}");
        }
    }
}
