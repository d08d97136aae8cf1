//! Facts as a table, so that a spreadsheet can hold them and they can be read back.
//!
//! A cell that a spreadsheet would run as a formula is guarded by an apostrophe, which reading takes away again; numbers
//! are none and stand as they are. Names beside the ids are for people: reading with the file that they come from, it
//! knows better.

use std::borrow::Cow;

use super::super::facts_file::Dataset;
use super::columns::{KEYS, PARTS, PICTURE, Takes};
use super::habits::{guarded, is_failure, trimmed};
use crate::fact::{Fact, Speaker, Value};
use crate::i18n::Text;

/// The facts as CSV. It begins with a byte order mark, without which Excel reads UTF-8 as something else.
pub fn sheet_of(dataset: &Dataset) -> String {
    let columns = columns(dataset);
    let mut table = String::from('\u{feff}');
    for (place, column) in columns.iter().enumerate() {
        begin(&mut table, place);
        table.push_str(&quoted(&column.name()));
    }
    table.push('\n');
    for fact in &dataset.facts {
        for (place, column) in columns.iter().enumerate() {
            begin(&mut table, place);
            let text = column.cell(dataset, fact);
            table.push_str(&quoted(&column.guarded(&text)));
        }
        table.push('\n');
    }
    table
}

fn begin(table: &mut String, place: usize) {
    if place > 0 {
        table.push(',');
    }
}

/// A cell as it stands in the file: in quotation marks where it must be, and where reading would take something else
/// for it: spaces at its ends, what looks like a failure of the spreadsheet.
fn quoted(text: &str) -> Cow<'_, str> {
    let must_be = text.contains([',', ';', '\t', '"', '\n', '\r']) || trimmed(text) != text || is_failure(text);
    if must_be { Cow::Owned(format!("\"{}\"", text.replace('"', "\"\""))) } else { Cow::Borrowed(text) }
}

/// One column that is written.
#[derive(Debug)]
struct Column {
    key: &'static str,
    /// The number of a picture, from 0; 0 for all else.
    picture: usize,
    language: Option<String>,
    takes: Takes,
}

impl Column {
    fn name(&self) -> String {
        let number = if self.picture == 0 { String::new() } else { (self.picture + 1).to_string() };
        let key = if self.is_of_picture() { format!("media{number}_{}", self.key) } else { self.key.to_owned() };
        self.language.as_ref().map_or_else(|| key.clone(), |language| format!("{key}:{language}"))
    }

    fn is_of_picture(&self) -> bool {
        PICTURE.iter().any(|(part, _)| *part == self.key)
    }

    /// A number is no formula. A name that begins with an apostrophe is guarded as well, since reading takes one away.
    fn guarded<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match guarded(text) {
            _ if self.takes == Takes::Number => text.into(),
            Cow::Borrowed(text) if self.takes != Takes::Words && text.starts_with('\'') => ["'", text].concat().into(),
            guarded => guarded,
        }
    }

    fn cell(&self, dataset: &Dataset, fact: &Fact) -> String {
        if self.takes == Takes::Words {
            let text = text_of(self.key, self.picture, dataset, fact);
            let text = match &self.language {
                None => text.filter(|text| text.is_plain()).and_then(|text| text.texts().next()),
                Some(language) => text.filter(|text| !text.is_plain()).and_then(|text| text.get(language)),
            };
            return text.unwrap_or_default().to_owned();
        }
        plain(self.key, self.picture, dataset, fact).unwrap_or_default()
    }
}

/// The columns of a file: those of a text only where a fact has it.
fn columns(dataset: &Dataset) -> Vec<Column> {
    let mut columns = Vec::new();
    for (key, takes) in KEYS {
        add(&mut columns, dataset, (key, takes), 0);
        let prefix = match key {
            "source" | "measure" => key,
            "by" => "by_",
            _ => continue,
        };
        for part in PARTS.iter().filter(|(part, _)| part.starts_with(prefix)) {
            add(&mut columns, dataset, *part, 0);
        }
    }
    if dataset.facts.iter().any(|fact| fact.withdrawn.is_some()) {
        for part in PARTS.iter().filter(|(part, _)| part.starts_with("withdrawn")) {
            add(&mut columns, dataset, *part, 0);
        }
    }
    let n_pictures = dataset.facts.iter().map(|fact| fact.media.len()).max().unwrap_or_default();
    for picture in 0..n_pictures {
        for part in PICTURE {
            add(&mut columns, dataset, part, picture);
        }
    }
    columns
}

fn add(columns: &mut Vec<Column>, dataset: &Dataset, (key, takes): (&'static str, Takes), picture: usize) {
    let mut push = |language: Option<&str>| {
        columns.push(Column { key, picture, language: language.map(str::to_owned), takes });
    };
    if takes != Takes::Words {
        return push(None);
    }
    let (mut has_plain, mut has_translated) = (false, false);
    let mut others: Vec<&str> = Vec::new();
    for text in dataset.facts.iter().filter_map(|fact| text_of(key, picture, dataset, fact)) {
        (has_plain, has_translated) = (has_plain || text.is_plain(), has_translated || !text.is_plain());
        for language in text.languages() {
            let mut known = dataset.languages.iter().map(String::as_str).chain(others.iter().copied());
            if !known.any(|known| known.eq_ignore_ascii_case(language)) {
                others.push(language);
            }
        }
    }
    others.sort_unstable();
    if has_plain || (!has_translated && key == "text") {
        push(None);
    }
    if has_translated {
        dataset.languages.iter().map(String::as_str).chain(others).for_each(|language| push(Some(language)));
    }
}

/// The speaker that a fact's `by_role` made: it has no id of its own.
fn role_of<'d>(dataset: &'d Dataset, fact: &Fact) -> Option<&'d Speaker> {
    fact.by.map(|by| &dataset[by]).filter(|speaker| speaker.id.starts_with('~'))
}

fn named_speaker<'d>(dataset: &'d Dataset, fact: &Fact) -> Option<&'d Speaker> {
    fact.by.map(|by| &dataset[by]).filter(|speaker| !speaker.id.starts_with('~'))
}

fn text_of<'d>(key: &str, picture: usize, dataset: &'d Dataset, fact: &'d Fact) -> Option<&'d Text> {
    match key {
        "text" => Some(&fact.text),
        "label" => fact.label.as_ref(),
        "locator" => fact.locator.as_ref(),
        "role" => fact.role.as_ref(),
        "via" => fact.via.as_ref(),
        "quote" => fact.quote.as_ref(),
        "note" => fact.note.as_ref(),
        "by_role" => role_of(dataset, fact).map(|speaker| &speaker.name),
        "by_name" => named_speaker(dataset, fact).map(|speaker| &speaker.name),
        "source_title" => Some(&dataset[fact.source].title),
        "measure_name" => fact.measure.map(|measure| &dataset[measure].name),
        "alt" => fact.media.get(picture).map(|media| &media.alt),
        "credit" => fact.media.get(picture).map(|media| &media.credit),
        _ => None,
    }
}

fn plain(key: &str, picture: usize, dataset: &Dataset, fact: &Fact) -> Option<String> {
    let between = match fact.value {
        Some(Value::Between(low, high)) => Some((low, high)),
        _ => None,
    };
    let withdrawn = fact.withdrawn.as_ref();
    match key {
        "id" => Some(fact.id.clone()),
        "kind" => Some(fact.kind.name().to_owned()),
        "when" => written(fact.when),
        "time" => written(fact.time),
        "time_zone" => fact.time_zone.clone(),
        "as_of" => written(fact.as_of),
        "by" => named_speaker(dataset, fact).map(|speaker| speaker.id.clone()),
        "source" => Some(dataset[fact.source].id.clone()),
        "source_url" => dataset[fact.source].url.clone(),
        "measure" => fact.measure.map(|measure| dataset[measure].id.clone()),
        "unit" => fact.measure.map(|measure| dataset[dataset[measure].unit].id.clone()),
        "value" => written(fact.value.and_then(Value::single)),
        "value_min" => written(between.map(|(low, _)| low)),
        "value_max" => written(between.map(|(_, high)| high)),
        "qualifier" => fact.qualifier.map(|qualifier| qualifier.name().to_owned()),
        "series" => fact.series.clone(),
        "repeats" => fact.repeats.map(|first| dataset[first].id.clone()),
        "places" => listed(fact.places.iter().map(|place| dataset[*place].id.as_str())),
        "topics" => listed(fact.topics.iter().map(|topic| dataset[*topic].id.as_str())),
        "track" => fact.track.map(|track| dataset[track].id.clone()),
        "weight" => Some(fact.weight.to_string()),
        "withdrawn_as_of" => written(withdrawn.map(|withdrawn| withdrawn.as_of)),
        "withdrawn_by" => withdrawn.and_then(|withdrawn| withdrawn.by).map(|by| dataset[by].id.clone()),
        "withdrawn_fact" => withdrawn.and_then(|withdrawn| withdrawn.fact).map(|other| dataset[other].id.clone()),
        "src" => fact.media.get(picture).map(|media| media.src.clone()),
        _ => None,
    }
}

fn written<T: ToString>(value: Option<T>) -> Option<String> {
    value.map(|value| value.to_string())
}

fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> Option<String> {
    Some(ids.collect::<Vec<_>>().join(";"))
}
