//! The first row: which column holds what.
//!
//! The columns are the keys of a fact, and names for what a fact refers to. Case and spaces do not matter: `As of` is
//! `as_of`. It refuses to know a row.

use super::super::suggest::nearest;
use super::grammar::Row;
use super::habits::trimmed;

/// What a key takes from its cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// An id, a word or a date.
    Name,
    /// A number.
    Number,
    /// Ids with `;` between them.
    Names,
    /// Words, in a column for all languages or in one for each.
    Words,
}

/// The keys of a fact that are columns by themselves, in the order in which they are written.
pub(super) const KEYS: [(&str, Takes); 28] = [
    ("id", Takes::Name),
    ("kind", Takes::Name),
    ("when", Takes::Name),
    ("time", Takes::Name),
    ("time_zone", Takes::Name),
    ("as_of", Takes::Name),
    ("by", Takes::Name),
    ("by_role", Takes::Words),
    ("source", Takes::Name),
    ("measure", Takes::Name),
    ("unit", Takes::Name),
    ("value", Takes::Number),
    ("value_min", Takes::Number),
    ("value_max", Takes::Number),
    ("qualifier", Takes::Name),
    ("series", Takes::Name),
    ("repeats", Takes::Name),
    ("places", Takes::Names),
    ("topics", Takes::Names),
    ("track", Takes::Name),
    ("weight", Takes::Number),
    ("text", Takes::Words),
    ("label", Takes::Words),
    ("locator", Takes::Words),
    ("role", Takes::Words),
    ("via", Takes::Words),
    ("quote", Takes::Words),
    ("note", Takes::Words),
];

/// Columns beside the keys: names for what a fact refers to, and the parts of what it holds.
pub(super) const PARTS: [(&str, Takes); 7] = [
    ("source_title", Takes::Words),
    ("source_url", Takes::Name),
    ("by_name", Takes::Words),
    ("measure_name", Takes::Words),
    ("withdrawn_as_of", Takes::Name),
    ("withdrawn_by", Takes::Name),
    ("withdrawn_fact", Takes::Name),
];

/// The parts of a picture; those of the second are `media2_src` and so on.
pub(super) const PICTURE: [(&str, Takes); 3] = [("src", Takes::Name), ("alt", Takes::Words), ("credit", Takes::Words)];

/// More pictures than this have no columns.
pub(super) const MAX_PICTURES: usize = 99;

/// One column that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Its place in the row.
    pub place: usize,
    /// The key that it is read as: `text`, `media2_alt`.
    pub key: String,
    pub language: Option<String>,
    pub takes: Takes,
}

impl Column {
    /// As it is named in the first row, but for case and spaces.
    pub fn name(&self) -> String {
        match &self.language {
            Some(language) => format!("{}:{language}", self.key),
            None => self.key.clone(),
        }
    }
}

/// A row with more columns is no table of facts: a hundred languages of each text are fewer.
pub(super) const MAX_COLUMNS: usize = 2_000;

/// What is wrong with the first row, each with the place of the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Complaint {
    /// Nobody knows this name; another is near.
    Unknown(usize, String, Option<&'static str>),
    /// The same column again.
    Twice(usize, String),
    /// It is in no language, where a colon promises one.
    NoLanguage(usize, String),
    /// There are more than [`MAX_COLUMNS`] from here on.
    TooMany(usize),
}

/// Whether a column of this name is read.
pub(super) fn is_known(name: &str) -> bool {
    column(0, name).is_ok_and(|column| column.is_some())
}

/// The columns of a first row, and what is wrong with it.
pub(super) fn columns(head: &Row<'_>) -> (Vec<Column>, Vec<Complaint>) {
    let (mut columns, mut complaints) = (Vec::new(), Vec::new());
    for (place, cell) in head.cells.iter().enumerate() {
        if place >= MAX_COLUMNS {
            complaints.push(Complaint::TooMany(place));
            break;
        }
        match column(place, &cell.text) {
            Ok(None) => {}
            Ok(Some(column))
                if columns.iter().any(|other: &Column| other.name().eq_ignore_ascii_case(&column.name())) =>
            {
                complaints.push(Complaint::Twice(place, column.name()));
            }
            Ok(Some(column)) => columns.push(column),
            Err(complaint) => complaints.push(complaint),
        }
    }
    (columns, complaints)
}

/// The column of a name, nothing for one without a name.
fn column(place: usize, name: &str) -> Result<Option<Column>, Complaint> {
    let name = trimmed(name);
    if name.is_empty() {
        return Ok(None);
    }
    let (key, language) = match name.split_once(':') {
        Some((key, language)) => (key, Some(language.trim().to_owned())),
        None => (name, None),
    };
    let key: String = key.trim().chars().map(|c| if " -".contains(c) { '_' } else { c.to_ascii_lowercase() }).collect();
    match (takes(&key), language) {
        (Some(Takes::Words), Some(language)) if language.is_empty() => {
            Err(Complaint::NoLanguage(place, name.to_owned()))
        }
        (Some(takes), language) if language.is_none() || takes == Takes::Words => {
            Ok(Some(Column { place, key, language, takes }))
        }
        _ => {
            let mut known = KEYS.iter().chain(&PARTS).map(|(key, _)| *key);
            Err(Complaint::Unknown(place, name.to_owned(), nearest(&key, &mut known)))
        }
    }
}

fn takes(key: &str) -> Option<Takes> {
    if let Some((_, takes)) = KEYS.iter().chain(&PARTS).find(|(known, _)| *known == key) {
        return Some(*takes);
    }
    let (_, part) = picture_part(key)?;
    PICTURE.iter().find(|(known, _)| *known == part).map(|(_, takes)| *takes)
}

/// The number of a picture, from 1, and which part of it a column holds.
pub(super) fn picture_part(key: &str) -> Option<(usize, &str)> {
    let (number, part) = key.strip_prefix("media")?.split_once('_')?;
    let number = if number.is_empty() { 1 } else { number.parse().ok().filter(|number| *number > 1)? };
    (number <= MAX_PICTURES).then_some((number, part))
}

#[cfg(test)]
mod tests {
    use super::super::super::schema::{FILE, Holds};
    use super::super::grammar::Rows;
    use super::{Complaint, Takes, columns, is_known};

    fn read(head: &str) -> (Vec<(usize, String, Takes)>, Vec<Complaint>) {
        let head = Rows::from(head, 0, 1, b',').next().unwrap();
        let (columns, complaints) = columns(&head);
        (columns.into_iter().map(|column| (column.place, column.name(), column.takes)).collect(), complaints)
    }

    #[test]
    fn a_row_without_names_has_no_columns() {
        assert_eq!(read(" "), (vec![], vec![]));
        assert_eq!(read(",,"), (vec![], vec![]));
    }

    #[test]
    fn case_and_spaces_do_not_matter() {
        let (columns, complaints) = read("ID, As of ,\"Text: ru\",source-title,media2_alt:kk");
        let expected = [
            (0, "id".to_owned(), Takes::Name),
            (1, "as_of".to_owned(), Takes::Name),
            (2, "text:ru".to_owned(), Takes::Words),
            (3, "source_title".to_owned(), Takes::Words),
            (4, "media2_alt:kk".to_owned(), Takes::Words),
        ];
        assert_eq!((columns.as_slice(), complaints), (&expected[..], vec![]));
    }

    #[test]
    fn what_is_no_column_is_told() {
        let (columns, complaints) = read("id,sourse,id,text:,when:ru,media1_src,author");
        assert_eq!(columns.len(), 1);
        let unknown = |place, name: &str, near| Complaint::Unknown(place, name.to_owned(), near);
        let expected = [
            unknown(1, "sourse", Some("source")),
            Complaint::Twice(2, "id".to_owned()),
            Complaint::NoLanguage(3, "text:".to_owned()),
            unknown(4, "when:ru", Some("when")),
            unknown(5, "media1_src", None),
            unknown(6, "author", None),
        ];
        assert_eq!(complaints, expected);
    }

    #[test]
    fn every_key_of_a_fact_has_its_columns() {
        let facts = FILE.keys.iter().find(|key| key.name == "facts");
        let Some(Holds::Many(fact)) = facts.map(|key| key.holds) else { panic!("a facts file has facts") };
        for key in fact.keys {
            let name = key.name;
            match key.holds {
                Holds::One(inner) | Holds::Many(inner) => {
                    for part in inner.keys {
                        assert!(is_known(&format!("{name}_{}", part.name)), "{name}_{}", part.name);
                    }
                }
                Holds::Text => assert!(is_known(&format!("{name}:ru")), "{name}"),
                _ => assert!(is_known(name), "{name}"),
            }
        }
    }
}
