//! From a byte of the facts file that a table makes back to the row and the column.
//!
//! A mark stands where the text of a row, a cell or the base begins; what follows belongs to it up to the next mark.

use super::super::issue::{Issue, Issues, Severity};
use super::Sheet;
use super::columns::Takes;
use super::grammar::{Row, Rows};
use super::habits::{is_failure, mend_date, mend_number, name};
use super::things::Spot;

/// Where a part of the facts file comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    json_at: u32,
    origin: Origin,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Origin {
    /// The table as a whole.
    Table,
    Row(u32),
    Cell(Spot),
    /// The base, from this byte of it on.
    Base(u32),
}

impl Mark {
    pub fn new(json_at: usize, origin: Origin) -> Self {
        Self { json_at: short(json_at), origin }
    }

    pub fn base(json_at: usize, base_at: usize) -> Self {
        Self::new(json_at, Origin::Base(short(base_at)))
    }
}

/// Beyond four gigabytes places are not told exactly.
pub(super) fn short(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The issues of a table and of the facts file that it is read with, each at its byte there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetIssues {
    /// Those of [`Sheet::text`]: at the cell where that begins on the first line of its row, else at the row.
    pub table: Issues,
    /// Those of the base.
    pub base: Issues,
}

impl Sheet {
    /// How many errors the table has by itself, whatever its facts are.
    pub fn n_errors(&self) -> usize {
        self.issues.iter().filter(|issue| issue.severity == Severity::Error).count()
    }

    /// The issues of the facts file and those of the table itself, where they stand.
    pub fn located(&self, issues: &Issues) -> SheetIssues {
        let (mut table, mut base) = (self.issues.clone(), Vec::new());
        for issue in issues.all() {
            let at = short(issue.at);
            let mark =
                self.marks.partition_point(|mark| mark.json_at <= at).checked_sub(1).map(|place| self.marks[place]);
            match mark.map(|mark| (mark.origin, mark.json_at)) {
                Some((Origin::Base(base_at), json_at)) => {
                    base.push(Issue { at: (base_at + (at - json_at)) as usize, ..issue.clone() });
                }
                Some((Origin::Row(row), _)) => table.extend(self.of_row(issue, row)),
                Some((Origin::Cell(spot), _)) => table.extend(self.of_cell(issue, spot)),
                Some((Origin::Table, _)) | None => table.push(Issue { at: 0, ..issue.clone() }),
            }
        }
        SheetIssues { table: Issues::of(table), base: Issues::of(base) }
    }

    fn of_row(&self, issue: &Issue, row: u32) -> Option<Issue> {
        // A column that is missing has been told once.
        let is_told = self.lacks.iter().any(|key| issue.what == format!("the required key `{key}` is missing"));
        if is_told || self.is_beside_the_point(issue, row) {
            return None;
        }
        let read = self.rows.get(row as usize)?;
        let context = with_context(format!("row {}", read.number), issue);
        Some(Issue { at: read.at, context, ..issue.clone() })
    }

    fn of_cell(&self, issue: &Issue, spot: Spot) -> Option<Issue> {
        if self.is_beside_the_point(issue, spot.row) {
            return None;
        }
        let row = self.row(spot.row)?;
        let (at, context) = self.place(&row, spot);
        let column = self.columns.get(spot.column as usize)?;
        let cell = row.cells.get(column.place)?;
        let text = name(cell);
        if is_failure(text) && !cell.is_quoted {
            return None;
        }
        let mend = match (issue.severity, column.takes) {
            (Severity::Warning, _) => None,
            (_, Takes::Number) => mend_number(text),
            (_, Takes::Name) if ["when", "as_of", "withdrawn_as_of"].contains(&column.key.as_str()) => mend_date(text),
            _ => None,
        };
        let mend = mend.unwrap_or_else(|| issue.mend.clone());
        Some(Issue { at, context: with_context(context, issue), mend, ..issue.clone() })
    }

    fn is_beside_the_point(&self, issue: &Issue, row: u32) -> bool {
        self.broken.contains(&row) || (!self.lacks.is_empty() && issue.severity == Severity::Warning)
    }

    /// The row, read again: there are few issues beside the rows.
    fn row(&self, row: u32) -> Option<Row<'_>> {
        let read = self.rows.get(row as usize)?;
        Rows::from(&self.text, read.at, read.number, self.separator).next()
    }

    /// Where a cell is told, and how it is called.
    fn place(&self, row: &Row<'_>, spot: Spot) -> (usize, String) {
        let column = &self.columns[spot.column as usize];
        (place_of(&self.text, row, column.place), format!("row {}, column `{}`", row.number, column.name()))
    }
}

/// The byte at which a cell is told: a row is told on its first line.
pub(super) fn place_of(text: &str, row: &Row<'_>, place: usize) -> usize {
    let at = row.cells.get(place).map_or(row.at, |cell| cell.at);
    if text.get(row.at..at).is_none_or(|before| before.contains('\n')) { row.at } else { at }
}

fn with_context(place: String, issue: &Issue) -> String {
    if issue.context.is_empty() { place } else { [&place, ": ", &issue.context].concat() }
}

/// An error of the table itself.
pub(super) fn error(at: usize, what: String, mend: &str) -> Issue {
    Issue { severity: Severity::Error, at, context: String::new(), what, mend: mend.to_owned() }
}

/// A warning of the table itself.
pub(super) fn warning(at: usize, what: String, mend: &str) -> Issue {
    Issue { severity: Severity::Warning, ..error(at, what, mend) }
}
