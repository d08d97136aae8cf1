//! A table of facts, one row each, as spreadsheets write and read it: CSV.
//!
//! Reading turns the rows into the text of a facts file, and remembers where each part of it comes from. That text is
//! then read and checked as any other, and its issues are told by row and column. So nothing here judges a fact; what
//! is judged here is the table: its quotation marks, its first row, its cells that a spreadsheet changed.
//!
//! ```text
//! bytes ─► text ─► rows ─┬─► facts ────────────┐
//! the file that it goes ─┴─► sources, speakers ┴─► JSON ─► Dataset::read ─► issues ─► row and column
//! ```

mod around;
mod columns;
mod decode;
mod grammar;
mod habits;
mod located;
mod rows;
mod things;
mod write;

use std::collections::HashSet;

use super::compose::Composer;
use super::facts_file::Dataset;
use super::issue::Issue;
use super::json::{Entry, Node, Shape};
use super::object::shortened;
use columns::{Column, Complaint, MAX_COLUMNS, columns, is_known};
use grammar::{Row, Rows};
use rows::Facts;
use things::{List, Things};

pub use decode::sheet_text_of;
pub use located::SheetIssues;
pub use write::sheet_of;

/// No spreadsheet has more rows, and no page holds as many facts.
const MAX_ROWS: u32 = 1_048_576;

/// What a table is read with.
#[derive(Clone, Copy, Debug, Default)]
pub struct SheetOptions<'a> {
    /// The title that was asked for. It goes before that of the base.
    pub title: Option<&'a str>,
    /// The title if there is no other: the name of the file.
    pub name: &'a str,
    /// A facts file that supplies all but the facts.
    pub base: Option<&'a str>,
}

/// A table that was read: the text of a facts file, and the way back to rows and columns.
#[derive(Debug)]
pub struct Sheet {
    text: String,
    /// The facts file.
    json: String,
    separator: u8,
    columns: Vec<Column>,
    rows: Vec<Read>,
    marks: Vec<located::Mark>,
    /// The required keys that no column gives.
    lacks: Vec<&'static str>,
    /// Rows that were not understood; what the reader of the facts file says of them is of no use.
    broken: HashSet<u32>,
    issues: Vec<Issue>,
}

/// A row that was read, and how a spreadsheet numbers it.
#[derive(Clone, Copy, Debug)]
struct Read {
    at: usize,
    number: u32,
}

impl Sheet {
    /// Reads the text of a table, which [`sheet_text_of`] gives.
    pub fn read(text: String, options: SheetOptions<'_>) -> Self {
        let rows = grammar::rows(&text, &is_known);
        let mut sheet = Self {
            json: String::new(),
            separator: rows.separator(),
            columns: Vec::new(),
            rows: Vec::new(),
            marks: Vec::new(),
            lacks: Vec::new(),
            broken: HashSet::new(),
            issues: Vec::new(),
            text: String::new(),
        };
        let base = match options.base.map(Node::parse) {
            None => Vec::new(),
            Some(Ok(root)) if root.shape() == Shape::Object => root.entries(),
            // What is wrong with it is told by the reader of facts files, and then nothing else is known.
            Some(_) => {
                sheet.json = options.base.unwrap_or_default().to_owned();
                sheet.marks.push(located::Mark::base(0, 0));
                sheet.text = text;
                return sheet;
            }
        };
        sheet.compose(&text, rows, options, &base);
        sheet.text = text;
        sheet
    }

    /// The text of the facts file that the table makes.
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The text of the table, in which its issues stand.
    pub fn text(&self) -> &str {
        &self.text
    }

    fn compose(&mut self, text: &str, mut rows: Rows<'_>, options: SheetOptions<'_>, base: &[Entry<'_>]) {
        let head = rows.find(|row| !row.is_blank());
        let languages = self.read_head(head.as_ref());
        let languages = base_languages(base).unwrap_or(languages);
        let things = Things::new(base_dataset(base), |list: List| {
            base.iter().any(|entry| entry.key == list.key() && entry.node.shape() == Shape::List)
        });
        let head = head.map_or(Vec::new(), |head| head.cells);
        let mut facts = Facts::new(self, text, &head, things, languages);
        facts.look_at_numbers(rows.clone().take(MAX_ROWS as usize));
        facts.open(base, options);
        for row in rows {
            if row.number > MAX_ROWS || facts.has_enough() {
                facts.stop(&row);
                break;
            }
            facts.row(&row);
        }
        facts.close(base);
    }

    /// Reads the first row. The languages of its columns, the default first; none if it names none.
    fn read_head(&mut self, head: Option<&Row<'_>>) -> Vec<String> {
        let Some(head) = head else {
            self.complain_of_head(
                0,
                "the table is empty",
                "begin with a row of column names, such as id, text, source",
            );
            return Vec::new();
        };
        let complaints;
        (self.columns, complaints) = columns(head);
        for complaint in complaints {
            self.complain(head, complaint);
        }
        let has = |key: &str| self.columns.iter().any(|column| column.key == key);
        let required: [(&str, &[&str]); 3] =
            [("id", &["id"]), ("text", &["text"]), ("source", &["source", "source_title", "source_url"])];
        self.lacks =
            required.iter().filter(|(_, keys)| !keys.iter().any(|key| has(key))).map(|(key, _)| *key).collect();
        for key in self.lacks.clone() {
            let what = format!("there is no column `{key}`");
            self.complain_of_head(head.at, &what, "the first row names the columns; each fact needs this one");
        }
        let mut languages: Vec<String> = Vec::new();
        let texts_first = self.columns.iter().filter(|column| column.key == "text");
        for language in texts_first.chain(&self.columns).filter_map(|column| column.language.as_ref()) {
            if !languages.iter().any(|known| known.eq_ignore_ascii_case(language)) {
                languages.push(language.clone());
            }
        }
        let has_plain_text = self.columns.iter().any(|column| column.key == "text" && column.language.is_none());
        if has_plain_text && !languages.is_empty() && !languages.iter().any(|language| language == "en") {
            languages.insert(0, "en".to_owned());
        }
        languages
    }

    fn complain(&mut self, head: &Row<'_>, complaint: Complaint) {
        match complaint {
            Complaint::Unknown(place, name, near) => {
                let mend = near.map_or("it is left out".to_owned(), |near| format!("did you mean `{near}`?"));
                let what = format!("unknown column `{}`", shortened(&name));
                self.issues.push(located::warning(head.cells[place].at, what, &mend));
            }
            Complaint::Twice(place, name) => {
                self.complain_of_head(
                    head.cells[place].at,
                    &format!("the column `{name}` stands here twice"),
                    "keep one",
                );
            }
            Complaint::TooMany(place) => {
                let what = format!("there are more than {MAX_COLUMNS} columns");
                self.complain_of_head(head.cells[place].at, &what, "keep those that hold facts");
            }
            Complaint::NoLanguage(place, name) => {
                self.complain_of_head(
                    head.cells[place].at,
                    &format!("`{name}` names no language"),
                    "write it as text:ru",
                );
            }
        }
    }

    fn complain_of_head(&mut self, at: usize, what: &str, mend: &str) {
        self.issues.push(located::error(at, what.to_owned(), mend));
    }
}

/// A row of any table, for those that are no table of facts.
#[derive(Clone, Debug)]
pub(super) struct TableRow {
    /// The byte at which it begins.
    pub at: usize,
    /// As a spreadsheet numbers it.
    pub number: u32,
    pub cells: Vec<String>,
    /// What is wrong with its quotation marks.
    pub broken: Option<&'static str>,
}

/// The rows of any table in which something stands, the first row first.
pub(super) fn table_rows(text: &str, is_known: &dyn Fn(&str) -> bool) -> impl Iterator<Item = TableRow> {
    grammar::rows(text, is_known).filter(|row| !row.is_blank()).map(|row| TableRow {
        at: row.at,
        number: row.number,
        cells: row.cells.iter().map(|cell| habits::words(cell).to_owned()).collect(),
        broken: row.fault.map(grammar::Fault::what),
    })
}

/// The languages of a base; none if it names none that can be read.
fn base_languages(base: &[Entry<'_>]) -> Option<Vec<String>> {
    let node = base.iter().find(|entry| entry.key == "languages")?.node;
    let languages: Vec<String> = node.items().filter_map(|item| item.string()).map(|l| l.into_owned()).collect();
    (!languages.is_empty()).then_some(languages)
}

/// What a base knows, without its facts, which the rows replace.
fn base_dataset(base: &[Entry<'_>]) -> Option<Dataset> {
    let mut out = Composer::default();
    out.open('{');
    for entry in base.iter().filter(|entry| entry.key != "facts") {
        out.key(&entry.key);
        out.raw(entry.node.raw);
    }
    out.key("facts");
    out.raw("[]");
    out.close('}');
    if base.is_empty() { None } else { Dataset::read(&out.finish()).dataset }
}
