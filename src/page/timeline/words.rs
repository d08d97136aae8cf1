//! The words of a fact, put from the fact itself.

use crate::date::Edtf;
use crate::fact::{Axis, Fact, Key};
use crate::i18n::time_text;
use crate::page::attribution::{mark, speaker_name, value_with_unit, write_mark};
use crate::page::evidence::{evidence, fact_link, fact_words, write_folded};
use crate::page::{Html, Page};
use crate::timeline::Extent;

use super::{Word, Words};

impl Words for Page<'_> {
    fn word(&self, key: Key<Fact>, word: Word) -> String {
        let page = *self;
        let fact = page.fact(key);
        match word {
            Word::Spoken => spoken(page, key),
            Word::Day(Axis::Happened) => page.happened(fact),
            Word::Day(Axis::Said) => fact.as_of.as_ref().map(|as_of| page.date(as_of)).unwrap_or_default(),
            Word::Hour(axis) => hour(page, key, axis),
            Word::Mark => mark(page, key).to_owned(),
            Word::Voice => voice(page, key).to_owned(),
            Word::Line => fact_words(page, key).into_string(),
            Word::Evidence => evidence(page, key).into_string(),
            Word::Folded => folded(page, key).into_string(),
        }
    }
}

fn folded(page: Page<'_>, key: Key<Fact>) -> Html {
    let mut html = Html::new();
    write_folded(&mut html, page, key);
    html
}

/// What a mark without its own short words says aloud, and in the list by day.
fn spoken(page: Page<'_>, key: Key<Fact>) -> String {
    let fact = page.fact(key);
    match (value_with_unit(page, fact), &fact.label) {
        (_, Some(label)) => page.plain(label).to_owned(),
        (Some(value), None) => {
            let mut text = value;
            text.push_str(", ");
            text.push_str(&speaker_name(page, key));
            text
        }
        (None, None) => page.plain(&fact.text).to_owned(),
    }
}

/// The hour, where the date has one. What is no plain day or moment of it, but a span, a month or a guess, says all of its
/// date: under the head of its first day it would stand for that day.
fn hour(page: Page<'_>, key: Key<Fact>, axis: Axis) -> String {
    let fact = page.fact(key);
    let date = match axis {
        Axis::Happened => fact.when.as_ref(),
        Axis::Said => fact.as_of.as_ref(),
    };
    if date.and_then(Extent::from_edtf).is_some_and(|extent| !extent.is_plain()) {
        return page.word(key, Word::Day(axis));
    }
    date.and_then(Edtf::time).map(time_text).unwrap_or_default()
}

/// A withdrawn claim is nobody's any more.
fn voice<'a>(page: Page<'a>, key: Key<Fact>) -> &'a str {
    if page.fact(key).withdrawn.is_some() {
        return page.say("withdrawn");
    }
    page.dataset.voice_of(key).map_or("", |voice| page.plain(&page.dataset[voice].name))
}

/// The mark of a fact and the way to it.
pub fn fact_line(page: Page<'_>, key: Key<Fact>) -> Html {
    let mut html = Html::new();
    write_mark(&mut html, page, key);
    fact_link(&mut html, page, key);
    html
}
