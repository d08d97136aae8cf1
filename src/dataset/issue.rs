//! What is wrong with a file, where, and how to mend it.
//!
//! An issue is plain text for whoever edits the file. It refuses to know how it will be printed.

use core::fmt;

use crate::order::sort_by_key;

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

/// Whoever finds so many problems stops looking: that is five in each row of the largest file that a page is made for,
/// nobody mends more of them at once, and each takes memory.
pub(super) const MAX_ISSUES: usize = 500_000;

impl Issues {
    /// Issues as they were found. Those at one byte keep that order.
    pub fn of(mut found: Vec<Issue>) -> Self {
        sort_by_key(&mut found, |issue| issue.at);
        Self { sorted: found }
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
    Places::of(text).line_column(at)
}

/// Finds the lines and columns of many bytes of a text. Bytes in their order cost one walk through the text together,
/// however long its lines are.
#[derive(Clone, Debug)]
pub struct Places<'t> {
    text: &'t str,
    /// How far the walk has come, and which place that is.
    at: usize,
    line: usize,
    column: usize,
}

impl<'t> Places<'t> {
    /// The places of a text.
    pub const fn of(text: &'t str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    /// As [`line_column`].
    pub fn line_column(&mut self, at: usize) -> (usize, usize) {
        let mut end = at.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        if end < self.at {
            *self = Self::of(self.text);
        }
        for byte in self.text.get(self.at..end).unwrap_or_default().bytes() {
            match byte {
                b'\n' => (self.line, self.column) = (self.line + 1, 1),
                // The later bytes of a character take no column of their own.
                0x80..0xc0 => {}
                _ => self.column += 1,
            }
        }
        self.at = end;
        (self.line, self.column - usize::from(self.is_behind_mark()))
    }

    /// Whether the place is on the first line, behind a byte order mark.
    fn is_behind_mark(&self) -> bool {
        self.line == 1 && self.at > 0 && self.text.starts_with('\u{feff}')
    }
}

#[cfg(test)]
mod tests {
    use super::{Issue, Issues, Places, Severity, line_column};

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
    fn places_are_the_same_in_any_order() {
        let text = "\u{feff}aё\r\n\nbё";
        let mut places = Places::of(text);
        for at in (0..=text.len()).chain((0..=text.len()).rev()) {
            assert_eq!(places.line_column(at), line_column(text, at), "at {at}");
        }
    }

    #[test]
    fn issues_come_in_the_order_of_the_file() {
        let found = |list: &[(usize, &str)]| Issues::of(list.iter().map(|&(at, what)| issue(at, what)).collect());
        let first = found(&[(5, "b"), (1, "a"), (5, "c"), (9, "e")]);
        let second = found(&[(7, "d"), (10, "f")]);
        let merged = first.merged(second);
        let order: String = merged.all().iter().map(|issue| issue.what.as_str()).collect();
        assert_eq!(order, "abcdef");
        assert_eq!((merged.n_errors(), merged.n_warnings()), (6, 0));
    }
}
