//! What an editor wants to be told about a file that can be shown.
//!
//! Everything here is a warning and costs a second pass over the text. A page that shows a file does not call it, and
//! then does not carry it. It refuses to repeat what reading has told.

mod hours;
mod markup;
mod stated;
mod words;

use std::collections::BTreeMap;

use crate::date::Zones;
use crate::fact::{Fact, Formula, Key, Kind, LABEL_CHARACTERS, Measure};
use crate::i18n::Text;

use super::desk::MAX_OBJECTS;
use super::facts_file::Dataset;
use super::issue::{Issue, Issues, MAX_ISSUES, Severity};
use super::json::{Entry, Node, Shape};
use super::object::{MAX_ID, first_characters, shortened};
use super::schema::{FILE, Holds, Table};
use super::suggest::nearest;
use super::wire::Reading;

/// All that there is to say about a file: what reading it told and what an editor wants to be told, in the order of the
/// file. Only hours that a zone does not have are missing: for them see [`check_with`].
pub fn check(text: &str) -> Reading {
    checked(text, None)
}

/// The same with a database of time zones.
pub fn check_with(text: &str, zones: &dyn Zones) -> Reading {
    checked(text, Some(zones))
}

fn checked(text: &str, zones: Option<&dyn Zones>) -> Reading {
    let reading = Dataset::read(text);
    let warnings = lint(text, &reading, zones);
    Reading { issues: reading.issues.merged(warnings), ..reading }
}

/// The warnings that reading does not give. Nothing for a file that is no facts file.
fn lint(text: &str, reading: &Reading, zones: Option<&dyn Zones>) -> Issues {
    let mut linter = Linter {
        found: Vec::new(),
        dataset: reading.dataset.as_ref(),
        zones,
        series: BTreeMap::new(),
        suggestions: BTreeMap::new(),
    };
    // Whoever has so many errors mends them first.
    let has_room = reading.issues.all().len() < MAX_ISSUES;
    if let (Ok(root), Some(_), true) = (Node::parse(text), linter.dataset, has_room) {
        linter.object(&FILE, 0, root, "");
    }
    if let (true, Some(last)) = (linter.is_full(), linter.found.last()) {
        let what = format!("there are {MAX_ISSUES} warnings up to here");
        linter.found.push(Issue { what, mend: String::from("the rest was not looked for"), ..last.clone() });
    }
    Issues::of(linter.found)
}

struct Linter<'d> {
    found: Vec<Issue>,
    dataset: Option<&'d Dataset>,
    zones: Option<&'d dyn Zones>,
    /// The first fact of each series, and its measure.
    series: BTreeMap<&'d str, Key<Fact>>,
    /// What unknown keys may mean, by the object that they stand in: the same slip is often in every row.
    suggestions: BTreeMap<(&'static str, String), Option<&'static str>>,
}

/// A file with more unknown keys than this has no slips but another format; comparing them takes long.
const MAX_SUGGESTIONS: usize = 1_000;

impl<'d> Linter<'d> {
    fn is_full(&self) -> bool {
        self.found.len() >= MAX_ISSUES
    }

    fn warn(&mut self, context: &str, at: usize, what: String, mend: &str) {
        let context = context.to_owned();
        self.found.push(Issue { severity: Severity::Warning, at, context, what, mend: mend.to_owned() });
    }

    /// Recurses along the tables, which are a few levels deep whatever the file is.
    fn object(&mut self, table: &'static Table, number: usize, node: Node<'_>, outer: &str) {
        if self.is_full() {
            return;
        }
        let entries = node.entries();
        let id = find(&entries, "id").and_then(Node::string).unwrap_or_default();
        let context = match (table.noun, number, id.is_empty()) {
            ("file", ..) => String::new(),
            (_, _, false) => format!("{} `{}`", table.noun, first_characters(&id, MAX_ID)),
            (..) if !outer.is_empty() => outer.to_owned(),
            (noun, ..) => format!("{noun} number {number}"),
        };
        for entry in &entries {
            let Some(known) = table.keys.iter().find(|known| entry.key == known.name) else {
                self.unknown_key(table, &context, entry);
                continue;
            };
            match known.holds {
                Holds::Plain(_) => {}
                // A correction tells of a text only what changed.
                Holds::State => self.markup(&context, entry.node, &entry.key),
                Holds::Text => self.text(&context, entry.node, &entry.key),
                Holds::Texts => entry.node.items().for_each(|item| self.text(&context, item, &entry.key)),
                Holds::UnitNames => self.translations(&context, entry.node, &entry.key),
                Holds::One(inner) => self.object(inner, 0, entry.node, &context),
                Holds::Many(inner) => {
                    for (number, item) in (1..=MAX_OBJECTS).zip(entry.node.items()) {
                        self.object(inner, number, item, &context);
                    }
                }
            }
        }
        let Some(dataset) = self.dataset.filter(|_| outer.is_empty()) else { return };
        match table.noun {
            "fact" => {
                if let Some(key) = dataset.fact_by_id(&id) {
                    self.fact(dataset, key, &context, node.at, &entries);
                }
            }
            "derived figure" => {
                if let Some(key) = dataset.derived_by_id(&id) {
                    self.withdrawn_operand(dataset, &dataset[key].formula, &context, node.at);
                }
            }
            _ => {}
        }
    }

    fn unknown_key(&mut self, table: &'static Table, context: &str, entry: &Entry<'_>) {
        let place = (table.noun, first_characters(&entry.key, MAX_ID));
        let suggestion = match self.suggestions.get(&place) {
            Some(known) => *known,
            None if self.suggestions.len() >= MAX_SUGGESTIONS => None,
            None => {
                let suggestion = nearest(&entry.key, &mut table.keys.iter().map(|known| known.name));
                self.suggestions.insert(place, suggestion);
                suggestion
            }
        };
        let mend = match suggestion {
            Some(key) => format!("did you mean `{key}`?"),
            None => String::from("it is kept and not shown"),
        };
        self.warn(context, entry.key_at, format!("unknown key `{}`", shortened(&entry.key)), &mend);
    }

    fn text(&mut self, context: &str, node: Node<'_>, key: &str) {
        self.translations(context, node, key);
        self.markup(context, node, key);
    }

    fn markup(&mut self, context: &str, node: Node<'_>, key: &str) {
        let strings = match node.shape() {
            Shape::Object => node.entries().into_iter().map(|entry| entry.node).collect(),
            _ => vec![node],
        };
        for node in strings {
            if let Some(found) = node.string().as_deref().and_then(markup::found) {
                let what = format!("`{key}` has markup in it: {}", shortened(found));
                self.warn(context, node.at, what, "write plain text; it is shown as it stands");
            }
        }
    }

    fn translations(&mut self, context: &str, node: Node<'_>, key: &str) {
        let Some(dataset) = self.dataset.filter(|_| node.shape() == Shape::Object) else { return };
        let mut entries = node.entries();
        entries.retain(|entry| {
            entry.node.shape() != Shape::Null && entry.node.string().is_none_or(|text| !text.trim().is_empty())
        });
        if entries.is_empty() {
            return;
        }
        let has = |language: &str| entries.iter().any(|entry| entry.key.eq_ignore_ascii_case(language));
        let missing: Vec<&str> =
            dataset.languages.iter().map(String::as_str).filter(|language| !has(language)).collect();
        if !missing.is_empty() {
            let what = format!("`{key}` is not translated to {}", missing.join(", "));
            self.warn(
                context,
                node.at,
                what,
                "add the translation; until then another language is shown, marked as such",
            );
        }
        for entry in &entries {
            if !dataset.languages.iter().any(|language| entry.key.eq_ignore_ascii_case(language)) {
                let what =
                    format!("`{key}` has the language `{}`, which is not among `languages`", shortened(&entry.key));
                self.warn(context, entry.key_at, what, "add it there, or leave the text out");
            }
        }
    }

    fn fact(&mut self, dataset: &'d Dataset, key: Key<Fact>, context: &str, at: usize, entries: &[Entry<'_>]) {
        let fact = &dataset[key];
        let at_key = |key: &str| find(entries, key).map_or(at, |node| node.at);
        let mut warn = |at: usize, what: &str, mend: &str| self.warn(context, at, what.to_owned(), mend);
        if fact.by.is_none() {
            warn(at, "nobody is named as the speaker", "add `by` or `by_role`, be it a speaker of kind \"unnamed\"");
        }
        if find(entries, "by").is_some() && find(entries, "by_role").is_some() {
            warn(at_key("by_role"), "`by` and `by_role` both name the speaker", "keep one; `by` is shown");
        }
        if fact.as_of.is_none() && fact.value.is_some() {
            warn(at, "the day on which the number was said is missing", "add `as_of`");
        }
        if fact.kind == Kind::Figure && fact.value.is_none() {
            warn(at_key("kind"), "a figure without a value", "add `measure` and `value`, or make it a statement");
        }
        if fact.qualifier.is_some() && fact.value.is_none() {
            warn(at_key("qualifier"), "a qualifier without a value", "add the value, or leave the qualifier out");
        }
        let has_hour = fact.time.is_some() || fact.when.is_some_and(|when| when.time().is_some());
        if fact.time.is_some() && fact.when.is_some_and(|when| when.time().is_some()) {
            warn(at_key("time"), "two hours: `when` has one too", "use `time` only where the day is not known");
        }
        if fact.time_zone.is_some() && !has_hour {
            warn(at_key("time_zone"), "a time zone without an hour", "add the hour, or leave the zone out");
        }
        if let Some((key, what, mend)) = self.zones.and_then(|zones| hours::oddity(fact, zones)) {
            self.warn(context, at_key(key), what, &mend);
        }
        self.label(fact, context, at_key("label"));
        self.stated_value(dataset, fact, context, at_key("value"));
        self.series(dataset, key, context, at_key("series"));
    }

    fn label(&mut self, fact: &Fact, context: &str, at: usize) {
        for text in fact.label.iter().flat_map(Text::texts) {
            let n_characters = text.chars().count();
            if n_characters > LABEL_CHARACTERS {
                let what = format!("the label has {n_characters} characters: {}", shortened(text));
                self.warn(context, at, what, "shorten it to 45; a cut label says something else");
            }
        }
    }

    fn stated_value(&mut self, dataset: &Dataset, fact: &Fact, context: &str, at: usize) {
        let Some(value) = fact.value else { return };
        for language in &dataset.languages {
            let Some(text) = fact.text.get(language) else { continue };
            let is_stated = |number| stated::states(text, language, number) != Some(false);
            if !(is_stated(value.low()) && is_stated(value.high())) {
                let number = if is_stated(value.low()) { value.high() } else { value.low() };
                let what = format!("the text in `{language}` does not state the value {number}");
                self.warn(context, at, what, "correct the value or the text");
            }
        }
    }

    fn series(&mut self, dataset: &'d Dataset, key: Key<Fact>, context: &str, at: usize) {
        let fact = &dataset[key];
        let Some(series) = fact.series.as_deref() else { return };
        let measure = |key: Key<Fact>| -> Option<Key<Measure>> { dataset[key].measure };
        match self.series.get(series) {
            None => {
                self.series.insert(series, key);
            }
            Some(&first) if measure(first) != measure(key) => {
                let what = format!(
                    "the series `{}` joins another measure, that of the fact `{}`",
                    shortened(series),
                    dataset[first].id
                );
                self.warn(context, at, what, "give it a series of its own");
            }
            Some(_) => {}
        }
    }

    fn withdrawn_operand(&mut self, dataset: &Dataset, formula: &Formula, context: &str, at: usize) {
        for operand in formula.operands() {
            if dataset[operand].withdrawn.is_some() {
                let what = format!("it is computed from the fact `{}`, which was withdrawn", dataset[operand].id);
                self.warn(context, at, what, "use a claim that stands");
            }
        }
    }
}

fn find<'a>(entries: &[Entry<'a>], key: &str) -> Option<Node<'a>> {
    entries.iter().find(|entry| entry.key == key).map(|entry| entry.node).filter(|node| node.shape() != Shape::Null)
}
