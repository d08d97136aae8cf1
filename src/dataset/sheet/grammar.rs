//! The grammar of CSV (RFC 4180), as spreadsheets and hands write it: rows of cells that know where they stand.
//!
//! A cell in quotation marks is kept to the letter; spaces around any other are nobody's. What is broken is read as well
//! as can be and told, since the row after it may be sound. It refuses to know what a column means.

use std::borrow::Cow;

/// No spreadsheet has more columns; what stands beyond is not kept.
const MAX_CELLS: usize = 16_384;

/// One row.
#[derive(Clone, Debug)]
pub(super) struct Row<'t> {
    /// The byte at which it begins.
    pub at: usize,
    /// As a spreadsheet numbers it, from 1: a row may be several lines.
    pub number: u32,
    pub cells: Vec<Cell<'t>>,
    pub fault: Option<Fault>,
}

/// One cell.
#[derive(Clone, Debug)]
pub(super) struct Cell<'t> {
    /// The byte at which it begins.
    pub at: usize,
    pub text: Cow<'t, str>,
    pub is_quoted: bool,
}

/// What is wrong with the quotation marks of a row, and in which of its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// One opens and never closes.
    Unclosed(usize),
    /// There is text behind the one that closes.
    TextBehind(usize),
}

impl Fault {
    /// In words.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Unclosed(_) => "a quotation mark opens here and never closes",
            Self::TextBehind(_) => "there is text behind a quotation mark that closes",
        }
    }
}

impl Row<'_> {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

/// The rows of a text, blank ones included.
#[derive(Clone, Debug)]
pub(super) struct Rows<'t> {
    text: &'t str,
    at: usize,
    number: u32,
    separator: u8,
}

impl<'t> Rows<'t> {
    /// The rows from a byte on, at which a row with this number begins.
    pub fn from(text: &'t str, at: usize, number: u32, separator: u8) -> Self {
        Self { text, at, number, separator }
    }

    /// The sign between two cells.
    pub fn separator(&self) -> u8 {
        self.separator
    }

    /// The next cell, which has this place in its row.
    fn cell(&mut self, place: usize) -> (Cell<'t>, Option<Fault>) {
        let bytes = self.text.as_bytes();
        let at = self.at;
        let opening = at + bytes[at..].iter().take_while(|&&byte| byte == b' ').count();
        if bytes.get(opening) == Some(&b'"') {
            let (text, fault) = self.quoted(opening + 1, place);
            return (Cell { at, text, is_quoted: true }, fault);
        }
        self.at = self.end_of_cell(at);
        let text = Cow::Borrowed(self.text[at..self.at].trim_end_matches('\r'));
        (Cell { at, text, is_quoted: false }, None)
    }

    /// Where the text of a cell without quotation marks ends.
    fn end_of_cell(&self, from: usize) -> usize {
        let ends = |&byte: &u8| byte == self.separator || byte == b'\n';
        self.text.as_bytes()[from..].iter().position(ends).map_or(self.text.len(), |n_bytes| from + n_bytes)
    }

    /// What stands in quotation marks; two of them are one that is meant.
    fn quoted(&mut self, start: usize, place: usize) -> (Cow<'t, str>, Option<Fault>) {
        let bytes = self.text.as_bytes();
        let (mut text, mut from) = (Cow::Borrowed(""), start);
        loop {
            let Some(n_bytes) = bytes[from..].iter().position(|&byte| byte == b'"') else {
                self.at = bytes.len();
                text += &self.text[from..];
                return (text, Some(Fault::Unclosed(place)));
            };
            let quote = from + n_bytes;
            if bytes.get(quote + 1) == Some(&b'"') {
                text += &self.text[from..=quote];
                from = quote + 2;
                continue;
            }
            text += &self.text[from..quote];
            let behind = quote + 1;
            self.at = self.end_of_cell(behind);
            let rest = self.text[behind..self.at].trim_end_matches('\r');
            if rest.trim().is_empty() {
                return (text, None);
            }
            text += rest;
            return (text, Some(Fault::TextBehind(place)));
        }
    }
}

impl<'t> Iterator for Rows<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        if self.at >= self.text.len() {
            return None;
        }
        let mut row = Row { at: self.at, number: self.number, cells: Vec::new(), fault: None };
        self.number += 1;
        loop {
            let (cell, fault) = self.cell(row.cells.len());
            row.fault = row.fault.or(fault);
            if row.cells.len() < MAX_CELLS {
                row.cells.push(cell);
            }
            match self.text.as_bytes().get(self.at) {
                Some(b'\n') => {
                    self.at += 1;
                    return Some(row);
                }
                Some(_) => self.at += 1,
                None => return Some(row),
            }
        }
    }
}

/// How a text is cut into cells, and where its first row begins.
///
/// A line `sep=;` says it, as Excel writes it; else it is the sign that gives the first row the most columns that
/// `is_known`, and of two that give as many the one that stands there more often.
pub(super) fn rows<'t>(text: &'t str, is_known: &dyn Fn(&str) -> bool) -> Rows<'t> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first_line = text[start..].split_inclusive('\n').next().unwrap_or_default();
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', sign] = first_line.trim_end().as_bytes()
        && sign.is_ascii_punctuation()
    {
        return Rows::from(text, start + first_line.len(), 1, *sign);
    }
    if first_line.trim_end_matches(['\r', '\n']).eq_ignore_ascii_case("sep=\t") {
        return Rows::from(text, start + first_line.len(), 1, b'\t');
    }
    let score = |separator: &u8| {
        let head = Rows::from(text, start, 1, *separator).find(|row| !row.is_blank());
        // A sign that leaves nothing of the text is the one that it is made of.
        let Some(cells) = head.map(|row| row.cells) else { return (0, usize::MAX) };
        (cells.iter().filter(|cell| is_known(&cell.text)).count(), cells.len())
    };
    // Of equals the last is taken.
    let separator = [b'\t', b';', b','].into_iter().max_by_key(score).unwrap_or(b',');
    Rows::from(text, start, 1, separator)
}

/// The same text with rows that end as everywhere: `\r` alone ended them on old Macs, and still does in some exports.
pub(super) fn with_line_feeds(text: String) -> String {
    let mut is_quoted = false;
    let mut bytes = text.bytes().peekable();
    let mut has_alone = false;
    while let Some(byte) = bytes.next() {
        is_quoted ^= byte == b'"';
        has_alone |= byte == b'\r' && !is_quoted && bytes.peek() != Some(&b'\n');
    }
    if !has_alone {
        return text;
    }
    is_quoted = false;
    let mut characters = text.chars().peekable();
    let mut fed = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        is_quoted ^= character == '"';
        let is_alone = character == '\r' && !is_quoted && characters.peek() != Some(&'\n');
        fed.push(if is_alone { '\n' } else { character });
    }
    fed
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{Fault, Rows, rows, with_line_feeds};

    fn cells(text: &str) -> Vec<Vec<String>> {
        let is_known = |name: &str| ["id", "text", "source"].contains(&name);
        rows(text, &is_known).map(|row| row.cells.into_iter().map(|cell| cell.text.into_owned()).collect()).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[&[&str]]) {
        assert_eq!(cells(text), expected, "{text:?}");
    }

    #[test]
    fn nothing_has_no_rows() {
        check("", &[]);
        check("\u{feff}", &[]);
        check("\n", &[&[""]]);
        check("sep=;\n", &[]);
    }

    #[test]
    fn cells_end_at_separators_and_rows_at_line_ends() {
        check("id,text\na,b\r\nc,\n", &[&["id", "text"], &["a", "b"], &["c", ""]]);
        check("id,text\n\na,b,", &[&["id", "text"], &[""], &["a", "b", ""]]);
        check("\u{feff}id,text", &[&["id", "text"]]);
    }

    #[test]
    fn quotation_marks_hold_separators_line_ends_and_themselves() {
        check("id,text\na,\"b, \"\"c\"\"\r\nd\"\ne,\"\"", &[&["id", "text"], &["a", "b, \"c\"\r\nd"], &["e", ""]]);
        check("id, \"text\" ,x", &[&["id", "text", "x"]]);
        check("id,5\" pipe", &[&["id", "5\" pipe"]]);
    }

    #[test]
    fn the_separator_is_the_one_that_makes_known_columns() {
        check("id;text\na,b;c", &[&["id", "text"], &["a,b", "c"]]);
        check("id\ttext\na,b\tc;d", &[&["id", "text"], &["a,b", "c;d"]]);
        check("id,\"a;b;c\",text", &[&["id", "a;b;c", "text"]]);
        check("\n\nid;\"text, or more, or less\";source", &[&[""], &[""], &["id", "text, or more, or less", "source"]]);
        check("one;two;three", &[&["one", "two", "three"]]);
        check("one", &[&["one"]]);
        check(";;", &[&["", "", ""]]);
        check("SEP=|\r\nid|text", &[&["id", "text"]]);
        check("sep=\t\nid;x\ttext", &[&["id;x", "text"]]);
    }

    #[test]
    fn broken_quotation_marks_are_told_and_read_on() {
        let faults = |text: &'static str| -> Vec<_> {
            Rows::from(text, 0, 1, b',').map(|row| (row.number, row.cells.len(), row.fault)).collect()
        };
        assert_eq!(faults("a,b\nc,\"d\ne,f"), [(1, 2, None), (2, 2, Some(Fault::Unclosed(1)))]);
        assert_eq!(faults("a,\"b\" c,d\ne"), [(1, 3, Some(Fault::TextBehind(1))), (2, 1, None)]);
    }

    #[test]
    fn rows_that_end_as_on_old_macs_are_rows() {
        let fed = with_line_feeds("id,text\ra,\"b\rc\"\rd,e".to_owned());
        assert_eq!(fed, "id,text\na,\"b\rc\"\nd,e");
        assert_eq!(with_line_feeds("a\r\nb\r\n".to_owned()), "a\r\nb\r\n");
    }

    #[test]
    fn a_row_without_end_is_kept_as_far_as_a_spreadsheet_goes() {
        let text = ["a", &",".repeat(100_000), "\nb"].concat();
        let lengths: Vec<usize> = Rows::from(&text, 0, 1, b',').map(|row| row.cells.len()).collect();
        assert_eq!(lengths, [16_384, 1]);
    }

    proptest! {
        #[test]
        fn any_text_is_rows_that_stand_where_they_say(text in any::<String>()) {
            let mut last = None;
            for row in rows(&text, &|_| false) {
                prop_assert!(last < Some(row.at));
                last = Some(row.at);
                let again = Rows::from(&text, row.at, row.number, b',').next();
                prop_assert!(again.is_some_and(|again| again.at == row.at));
            }
        }

        #[test]
        fn it_takes_what_any_other_parser_takes(text in "((([a-c ]*|\"([a-c,\n\r]|\"\")*\"),){0,3}[a-c]+(\n|\r\n|\r)+){0,5}") {
            let mut other = csv::ReaderBuilder::new();
            let mut other = other.has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                other.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let text = with_line_feeds(text);
            let ours: Vec<Vec<String>> = Rows::from(&text, 0, 1, b',')
                .filter(|row| !row.is_blank())
                .map(|row| row.cells.into_iter().map(|cell| cell.text.into_owned()).collect())
                .collect();
            prop_assert_eq!(ours, expected);
        }
    }
}
