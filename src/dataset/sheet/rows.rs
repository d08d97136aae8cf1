//! Rows into the facts of a facts file, and what they name into its other lists.
//!
//! It refuses to know what stands around the facts.

use std::collections::HashMap;

use super::super::compose::Composer;
use super::super::issue::{Issue, MAX_ISSUES};
use super::columns::{Column, KEYS, PICTURE, Takes, picture_part};
use super::grammar::{Cell, Fault, Row};
use super::habits::{has_decimal_comma, hour, is_failure, name, number, trimmed, words};
use super::located::{Mark, Origin, error, place_of, short, warning};
use super::things::{Conflict, List, Name, Said, Spot, Things};
use super::{Read, Sheet};

/// The facts file under construction.
#[derive(Debug)]
pub(super) struct Facts<'s> {
    pub(super) sheet: &'s mut Sheet,
    text: &'s str,
    pub(super) out: Composer,
    pub(super) things: Things,
    pub(super) languages: Vec<String>,
    /// The columns of each key.
    by_key: HashMap<String, Vec<u32>>,
    n_pictures: usize,
    /// Which cells of a row are in a column that is read.
    is_read: Vec<bool>,
    /// The columns without a name of which nothing was told yet.
    nameless: Vec<usize>,
    has_decimal_commas: bool,
}

/// What a cell holds that takes words: in which language, what, and where.
type Worded<'c> = (Option<String>, &'c str, u32);

impl<'s> Facts<'s> {
    pub fn new(sheet: &'s mut Sheet, text: &'s str, head: &[Cell<'_>], things: Things, languages: Vec<String>) -> Self {
        let mut by_key: HashMap<String, Vec<u32>> = HashMap::new();
        let mut n_pictures = 0;
        for (place, column) in (0..).zip(&sheet.columns) {
            by_key.entry(column.key.clone()).or_default().push(place);
            n_pictures = n_pictures.max(picture_part(&column.key).map_or(0, |(number, _)| number));
        }
        let is_named = |place: &usize| sheet.columns.iter().any(|column| column.place == *place);
        let is_read = (0..head.len()).map(|place| is_named(&place)).collect();
        let nameless = (0..head.len()).filter(|place| trimmed(&head[*place].text).is_empty()).collect();
        let has_decimal_commas = false;
        let out = Composer::default();
        Self { sheet, text, out, things, languages, by_key, n_pictures, is_read, nameless, has_decimal_commas }
    }

    /// Looks at the numbers of all rows before one of them is read.
    pub fn look_at_numbers<'t>(&mut self, rows: impl Iterator<Item = Row<'t>>) {
        let places: Vec<usize> = self
            .sheet
            .columns
            .iter()
            .filter(|column| column.takes == Takes::Number)
            .map(|column| column.place)
            .collect();
        if places.is_empty() {
            return;
        }
        for row in rows {
            let mut numbers = places.iter().filter_map(|place| row.cells.get(*place));
            if numbers.any(|cell| has_decimal_comma(name(cell))) {
                self.has_decimal_commas = true;
                return;
            }
        }
    }

    /// Writes the fact of a row; a blank one is none.
    pub fn row(&mut self, row: &Row<'_>) {
        if row.is_blank() {
            return;
        }
        let place = short(self.sheet.rows.len());
        self.sheet.rows.push(Read { at: row.at, number: row.number });
        let is_sound = self.is_sound(row);
        self.out.item();
        self.mark(Origin::Row(place));
        self.out.open('{');
        if is_sound {
            for (key, takes) in KEYS {
                self.key(row, place, key, takes);
            }
            self.withdrawn(row, place);
            self.media(row, place);
        } else {
            self.sheet.broken.insert(place);
            self.key(row, place, "id", Takes::Name);
        }
        self.mark(Origin::Row(place));
        self.out.close('}');
    }

    /// Whether there is more to mend than anybody does at once.
    pub fn has_enough(&self) -> bool {
        self.sheet.issues.len() >= MAX_ISSUES
    }

    /// Tells that nothing from a row on is read.
    pub fn stop(&mut self, row: &Row<'_>) {
        let (what, mend) = if self.has_enough() {
            (
                format!("there are {MAX_ISSUES} problems up to here"),
                "mend these first; the rest of the table was not read",
            )
        } else {
            ("no spreadsheet holds more rows than those above".to_owned(), "make several tables of it")
        };
        self.sheet.issues.push(error(row.at, what, mend));
    }

    /// Whether the cells of a row stand below their columns.
    fn is_sound(&mut self, row: &Row<'_>) -> bool {
        if let Some(fault) = row.fault {
            let (cell, mend) = match fault {
                Fault::Unclosed(cell) => (cell, "close it, and double the quotation marks that are part of the text"),
                Fault::TextBehind(cell) => {
                    (cell, "double the quotation marks that are part of the text, as in \"He said \"\"no\"\"\"")
                }
            };
            self.complain(row, cell, fault.what(), mend);
            return false;
        }
        let surplus = row.cells.iter().skip(self.is_read.len()).position(|cell| !trimmed(&cell.text).is_empty());
        if let Some(surplus) = surplus {
            let mend = "put a text with a separator in it between quotation marks";
            self.complain(row, self.is_read.len() + surplus, "this row has more cells than there are columns", mend);
            return false;
        }
        self.look_at_cells(row);
        true
    }

    /// Cells that nobody reads, and those that show a failure of the spreadsheet.
    fn look_at_cells(&mut self, row: &Row<'_>) {
        for (place, cell) in row.cells.iter().enumerate() {
            let text = trimmed(&cell.text);
            if text.is_empty() {
                continue;
            }
            // A spreadsheet writes its failures without quotation marks.
            if self.is_read.get(place) == Some(&true) && !cell.is_quoted && is_failure(text) {
                let what = format!("the spreadsheet shows {text} instead of what stands here");
                self.complain(row, place, &what, "mend the formula or make the column wider, and save it again");
            }
            if let Some(nameless) = self.nameless.iter().position(|other| *other == place) {
                self.nameless.swap_remove(nameless);
                let at = place_of(self.text, row, place);
                let what = "this column has no name in the first row".to_owned();
                self.tell(row, place, warning(at, what, "name it there; until then it is left out"));
            }
        }
    }

    fn key(&mut self, row: &Row<'_>, place: u32, key: &str, takes: Takes) {
        match key {
            "unit" => {}
            "source" => self.thing(row, place, (List::Sources, key), "source_title", "source_url"),
            "by" => self.thing(row, place, (List::Speakers, key), "by_name", ""),
            "measure" => self.thing(row, place, (List::Measures, key), "measure_name", "unit"),
            "track" => self.thing(row, place, (List::Tracks, key), "", ""),
            "places" => self.list(row, place, key, List::Places),
            "topics" => self.list(row, place, key, List::Topics),
            _ if takes == Takes::Words => self.words(row, place, (key, key)),
            _ => self.plain(row, place, (key, key), takes),
        }
    }

    /// A name, date or number, under a key of its own.
    fn plain(&mut self, row: &Row<'_>, place: u32, (column, key): (&str, &str), takes: Takes) {
        let Some((cell, spot)) = self.cell(row, place, column) else { return };
        let text = name(cell);
        if text.is_empty() {
            return;
        }
        self.mark(Origin::Cell(spot));
        self.out.key(key);
        match (takes, number(text, self.has_decimal_commas)) {
            (Takes::Number, Some(number)) => self.out.raw(&number),
            _ if key == "time" => self.out.string(&hour(text)),
            _ => self.out.string(text),
        }
    }

    /// A text in one or several languages.
    fn words(&mut self, row: &Row<'_>, place: u32, (column, key): (&str, &str)) {
        let words = self.worded(row, column);
        let Some(&(_, _, first)) = words.first() else { return };
        self.mark(Origin::Cell(Spot { row: place, column: first }));
        self.out.key(key);
        if let [(None, text, _)] = words.as_slice() {
            self.out.string(text);
            return;
        }
        self.out.open('{');
        for (language, text, column) in &words {
            self.mark(Origin::Cell(Spot { row: place, column: *column }));
            self.out.pair(language.as_deref().unwrap_or("en"), text);
        }
        self.out.close('}');
    }

    /// The words of a key. Where one is in a language, one in none is in the default language.
    fn worded<'c>(&self, row: &'c Row<'_>, key: &str) -> Vec<Worded<'c>> {
        let columns = self.by_key.get(key).map(Vec::as_slice).unwrap_or_default();
        let mut worded: Vec<Worded<'c>> = Vec::new();
        for &column in columns {
            let Column { place, language, .. } = &self.sheet.columns[column as usize];
            if let Some(text) = row.cells.get(*place).map(words).filter(|text| !text.trim().is_empty()) {
                worded.push((language.clone(), text, column));
            }
        }
        if worded.len() > 1 {
            worded.iter_mut().for_each(|(language, ..)| {
                language.get_or_insert_with(|| self.languages.first().cloned().unwrap_or_else(|| "en".to_owned()));
            });
        }
        worded
    }

    /// A thing that the row names by its id, by its name or by both.
    fn thing(&mut self, row: &Row<'_>, place: u32, (list, key): (List, &str), names: &str, detail: &str) {
        let by_id = self.cell(row, place, key).map(|(cell, spot)| (name(cell), spot)).filter(|(id, _)| !id.is_empty());
        let worded = self.worded(row, names);
        let by_detail = self.cell(row, place, detail).map(|(cell, spot)| (name(cell), spot));
        let by_detail = by_detail.filter(|(detail, _)| !detail.is_empty());
        let by_name = worded.first().map(|&(_, _, column)| Spot { row: place, column });
        let Some(spot) = by_id.map(|(_, spot)| spot).or(by_name).or(by_detail.map(|(_, spot)| spot)) else { return };
        let names: Vec<Name> =
            worded.iter().map(|(language, text, _)| (language.clone(), text.trim().to_owned())).collect();
        let unit = match by_detail {
            Some((unit, spot)) if list == List::Measures => {
                let said = Said { id: unit, ..Said::default() };
                self.things.id_of(List::Units, &said, spot).0
            }
            _ => None,
        };
        let detail_text = unit.as_deref().or(by_detail.map(|(detail, _)| detail)).unwrap_or_default();
        let detail_spot = by_detail.map_or(spot, |(_, spot)| spot);
        let said = Said { id: by_id.map(|(id, _)| id).unwrap_or_default(), names, detail: detail_text, detail_spot };
        let (id, conflict) = self.things.id_of(list, &said, spot);
        if let Some(conflict) = conflict {
            self.tell_conflict(row, list, &conflict, (by_name.unwrap_or(spot), detail_spot));
        }
        let Some(id) = id else { return };
        self.mark(Origin::Cell(spot));
        self.out.pair(key, &id);
    }

    /// Tells that a row does not say what was said before, at the cell of the name or of the detail.
    fn tell_conflict(&mut self, row: &Row<'_>, list: List, conflict: &Conflict, (name, detail): (Spot, Spot)) {
        let noun = list.noun();
        let (name, detail) = (self.place_in_row(name), self.place_in_row(detail));
        match conflict {
            Conflict::Name(known) => {
                let what = format!("an earlier row calls this {noun} \"{known}\"");
                self.complain(row, name, &what, "use one name, or another id");
            }
            Conflict::Known(known) => {
                let what = format!("the facts file beside the table calls this {noun} \"{known}\"");
                let issue = warning(place_of(self.text, row, name), what, "that name stands; change it there");
                self.tell(row, name, issue);
            }
            Conflict::KnownAddress(known) => {
                let address = known.as_ref().map_or("no address".to_owned(), |known| format!("the address {known}"));
                let what = format!("the facts file beside the table gives this {noun} {address}");
                let issue = warning(place_of(self.text, row, detail), what, "that stands; change it there");
                self.tell(row, detail, issue);
            }
            Conflict::Detail(known) => {
                let what = match list {
                    List::Sources => format!("an earlier row gives this source the address {known}"),
                    _ => format!("this measure counts in `{known}`"),
                };
                self.complain(row, detail, &what, "write that one, or use another id");
            }
        }
    }

    /// Ids with `;` between them.
    fn list(&mut self, row: &Row<'_>, place: u32, key: &str, list: List) {
        let Some((cell, spot)) = self.cell(row, place, key) else { return };
        let items: Vec<&str> = name(cell).split(';').map(trimmed).filter(|item| !item.is_empty()).collect();
        if items.is_empty() {
            return;
        }
        self.mark(Origin::Cell(spot));
        self.out.key(key);
        self.out.open('[');
        for item in items {
            let said = Said { id: item, ..Said::default() };
            if let (Some(id), _) = self.things.id_of(list, &said, spot) {
                self.out.item();
                self.out.string(&id);
            }
        }
        self.out.close(']');
    }

    fn withdrawn(&mut self, row: &Row<'_>, place: u32) {
        const PARTS: [(&str, &str); 3] =
            [("withdrawn_as_of", "as_of"), ("withdrawn_by", "by"), ("withdrawn_fact", "fact")];
        if !PARTS.iter().any(|(column, _)| self.has(row, column)) {
            return;
        }
        self.mark(Origin::Row(place));
        self.out.key("withdrawn");
        self.out.open('{');
        for part in PARTS {
            self.plain(row, place, part, Takes::Name);
        }
        self.mark(Origin::Row(place));
        self.out.close('}');
    }

    fn media(&mut self, row: &Row<'_>, place: u32) {
        let columns = |number: usize| {
            let number = if number == 1 { String::new() } else { number.to_string() };
            PICTURE.map(|(part, takes)| (format!("media{number}_{part}"), part, takes))
        };
        let mut has_any = false;
        for number in 1..=self.n_pictures {
            let columns = columns(number);
            if !columns.iter().any(|(column, ..)| self.has(row, column)) {
                continue;
            }
            if !has_any {
                self.out.key("media");
                self.out.open('[');
                has_any = true;
            }
            self.out.item();
            self.mark(Origin::Row(place));
            self.out.open('{');
            for (column, key, takes) in &columns {
                match takes {
                    Takes::Words => self.words(row, place, (column, key)),
                    _ => self.plain(row, place, (column, key), *takes),
                }
            }
            self.out.close('}');
        }
        if has_any {
            self.out.close(']');
        }
    }

    /// Whether something stands in one of a key's columns.
    fn has(&self, row: &Row<'_>, key: &str) -> bool {
        let columns = self.by_key.get(key).map(Vec::as_slice).unwrap_or_default();
        let mut cells = columns.iter().filter_map(|column| row.cells.get(self.sheet.columns[*column as usize].place));
        cells.any(|cell| !trimmed(&cell.text).is_empty())
    }

    /// The cell of a key with one column.
    fn cell<'c, 't>(&self, row: &'c Row<'t>, place: u32, key: &str) -> Option<(&'c Cell<'t>, Spot)> {
        let &column = self.by_key.get(key)?.first()?;
        let cell = row.cells.get(self.sheet.columns[column as usize].place)?;
        Some((cell, Spot { row: place, column }))
    }

    pub(super) fn mark(&mut self, origin: Origin) {
        self.sheet.marks.push(Mark::new(self.out.at(), origin));
    }

    fn place_in_row(&self, spot: Spot) -> usize {
        self.sheet.columns[spot.column as usize].place
    }

    /// An error in a cell of the table, whether its column has a name or not.
    fn complain(&mut self, row: &Row<'_>, place: usize, what: &str, mend: &str) {
        let issue = error(place_of(self.text, row, place), what.to_owned(), mend);
        self.tell(row, place, issue);
    }

    fn tell(&mut self, row: &Row<'_>, place: usize, issue: Issue) {
        let column = self.sheet.columns.iter().find(|column| column.place == place);
        let column = column.map_or_else(|| (place + 1).to_string(), |column| format!("`{}`", column.name()));
        self.sheet.issues.push(Issue { context: format!("row {}, column {column}", row.number), ..issue });
    }
}
