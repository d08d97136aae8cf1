//! Writing a parcel.

use std::collections::HashMap;

use crate::fact::{Fact, Key};
use crate::page::{Opening, Outlined, Telling};
use crate::timeline::Extent;

use super::{NAME, SECONDS_PER_DAY, SHAPES, WORDS};

/// Writes down what a page loads. `in_order` is every fact in the order of the entries.
pub fn pack(telling: Telling<'_>, in_order: &[Key<Fact>]) -> String {
    let Telling { outline, messages, .. } = telling;
    let mut lines = Lines::default();
    lines.line(NAME);
    lines.line(messages.lang());
    lines.line(&outline.lang);
    let [happened, said] = &outline.tracks;
    let mut words = Words::default();
    let mut facts = Lines::default();
    for (at, fact) in outline.facts.iter().enumerate() {
        facts.fact(fact, words.place(&fact.label));
        facts.numbers(WORDS.map(|word| words.place(&telling.word(Key::new(at as u32), word))));
    }
    let lengths = [
        outline.facts.len(),
        outline.cards.len(),
        outline.chapters.len(),
        outline.eras.len(),
        happened.len(),
        said.len(),
        messages.texts().len(),
        words.lines.text.len(),
    ];
    lines.numbers(lengths.map(|length| length as i64));
    if !in_order.is_empty() {
        lines.numbers(in_order.iter().map(|key| key.number().into()));
    }
    outline.cards.iter().for_each(|id| lines.line(id));
    outline.chapters.iter().for_each(|chapter| lines.chapter(chapter));
    for era in &outline.eras {
        lines.numbers(extent(&era.extent));
        lines.line(&era.name);
    }
    happened.iter().chain(said).for_each(|name| lines.line(name));
    for (key, text) in messages.texts() {
        lines.line(key);
        lines.line(text);
    }
    [lines.text, facts.text, words.lines.text].concat()
}

/// Every text once.
#[derive(Default)]
struct Words {
    lines: Lines,
    places: HashMap<String, i64>,
}

impl Words {
    /// Where a text begins, in bytes.
    fn place(&mut self, text: &str) -> i64 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.lines.text.len() as i64;
        self.lines.line(text);
        self.places.insert(text.to_owned(), place);
        place
    }
}

#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    fn line(&mut self, line: &str) {
        self.text.push_str(&line.replace('\n', " "));
        self.text.push('\n');
    }

    fn numbers(&mut self, numbers: impl IntoIterator<Item = i64>) {
        let numbers: Vec<String> = numbers.into_iter().map(|number| number.to_string()).collect();
        self.line(&numbers.join(" "));
    }

    fn chapter(&mut self, chapter: &Opening) {
        self.line(&chapter.id);
        let window = chapter.window.map(|window| [seconds(window.start_day), seconds(window.end_day)]);
        let numbers = [chapter.axis as i64, i64::from(window.is_some())];
        self.numbers(numbers.into_iter().chain(window.into_iter().flatten()));
        self.line(&chapter.html);
    }

    /// Label, weight, the fact that is repeated or -1, and for each axis a track or -1, and an extent or -1.
    fn fact(&mut self, fact: &Outlined, label_at: i64) {
        self.line(&fact.id);
        let mut numbers = vec![label_at, fact.weight.into(), fact.repeats.map_or(-1, i64::from)];
        for (at, track) in fact.extents.iter().zip(fact.tracks) {
            numbers.push(track.map_or(-1, i64::from));
            match at {
                None => numbers.push(-1),
                Some(at) => numbers.extend(extent(at)),
            }
        }
        self.numbers(numbers);
    }
}

fn seconds(day: f64) -> i64 {
    (day * SECONDS_PER_DAY).round() as i64
}

/// Shape, first and last second, and what of it is open or in doubt as bits.
fn extent(extent: &Extent) -> [i64; 4] {
    let shape = SHAPES.iter().position(|shape| *shape == extent.shape).unwrap_or_default();
    let flags = [extent.open_start, extent.open_end, extent.approximate, extent.uncertain];
    let bits = flags.iter().rev().fold(0, |bits, flag| bits * 2 + i64::from(*flag));
    [shape as i64, seconds(extent.start_day), seconds(extent.end_day), bits]
}
