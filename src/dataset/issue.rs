//! What is wrong with a file, where, and how to mend it.
//!
//! An issue is plain text for whoever edits the file. It refuses to know how it will be printed.

use core::fmt;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Whether something cannot be shown truthfully, or only could be better.
    pub severity: Severity,
    /// The byte of the file at which it stands; for [`line_column`].
    pub at: usize,
    /// The object that it is about, as in ``fact `deaths-225` ``, or nothing for the file as a whole.
    pub context: String,
    /// What is wrong.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

/// How bad an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// What cannot be shown truthfully.
    Error,
    /// Everything else.
    Warning,
}

impl Severity {
    /// The word that it is printed with.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// ``fact `x`: what is wrong; how to mend it``
impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let colon = if self.context.is_empty() { "" } else { ": " };
        for part in [&self.context, colon, &self.what, "; ", &self.mend] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// Issues in the order of the file, whatever the order in which they were found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Issues {
    sorted: Vec<Issue>,
}

impl Issues {
    /// Puts an issue in its place: behind those that stand at the same byte.
    pub fn add(&mut self, issue: Issue) {
        // Lists are read from top to bottom, so this is nearly always the end.
        let place = self.sorted.partition_point(|other| other.at <= issue.at);
        self.sorted.insert(place, issue);
    }

    /// All of them.
    pub fn all(&self) -> &[Issue] {
        &self.sorted
    }

    /// How many errors there are.
    pub fn n_errors(&self) -> usize {
        self.sorted.iter().filter(|issue| issue.severity == Severity::Error).count()
    }

    /// How many warnings there are.
    pub fn n_warnings(&self) -> usize {
        self.sorted.len() - self.n_errors()
    }

    /// Both lists as one. Linear, since each is in order already.
    pub fn merged(self, other: Self) -> Self {
        let mut sorted = Vec::with_capacity(self.sorted.len() + other.sorted.len());
        let mut others = other.sorted.into_iter().peekable();
        for issue in self.sorted {
            while let Some(earlier) = others.next_if(|other| other.at < issue.at) {
                sorted.push(earlier);
            }
            sorted.push(issue);
        }
        sorted.extend(others);
        Self { sorted }
    }
}

/// The line and the column of a byte, both from 1, the column in characters.
///
/// A byte order mark takes no column, and `\r\n` ends one line.
///
/// ```
/// assert_eq!(factline::dataset::line_column("{\n \"ё\": x", 8), (2, 6));
/// ```
pub fn line_column(text: &str, at: usize) -> (usize, usize) {
    let mut end = at.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
    let on_line = before.get(line_start..).unwrap_or_default();
    (line, on_line.chars().filter(|&c| c != '\u{feff}').count() + 1)
}

#[cfg(test)]
mod tests {
    use super::{Issue, Issues, Severity, line_column};

    fn issue(at: usize, what: &str) -> Issue {
        Issue { severity: Severity::Error, at, context: String::new(), what: what.into(), mend: "mend it".into() }
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let cases = [
            ("", 0, (1, 1)),
            ("", 9, (1, 1)),
            ("ab", 1, (1, 2)),
            ("\u{feff}{}", 3, (1, 1)),
            ("a\r\nb", 3, (2, 1)),
            ("ёё\nёx", 7, (2, 2)),
            ("ё", 1, (1, 1)),
        ];
        for (text, at, expected) in cases {
            assert_eq!(line_column(text, at), expected, "{text:?} at {at}");
        }
    }

    #[test]
    fn issues_come_in_the_order_of_the_file() {
        let mut first = Issues::default();
        for (at, what) in [(5, "b"), (1, "a"), (5, "c"), (9, "e")] {
            first.add(issue(at, what));
        }
        let mut second = Issues::default();
        for (at, what) in [(7, "d"), (10, "f")] {
            second.add(issue(at, what));
        }
        let merged = first.merged(second);
        let order: String = merged.all().iter().map(|issue| issue.what.as_str()).collect();
        assert_eq!(order, "abcdef");
        assert_eq!((merged.n_errors(), merged.n_warnings()), (6, 0));
    }
}
