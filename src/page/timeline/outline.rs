//! The facts in outline: where each stands on either axis, in which track, under which short words.

use std::sync::Arc;

use crate::date::Edtf;
use crate::fact::{Axis, Fact, Key, LABEL_CHARACTERS};
use crate::page::attribution::{value_text, value_with_unit};
use crate::page::{Html, Page};
use crate::timeline::{EraBand, Extent};
use crate::view_state::Window;

/// What the timeline needs to know of the facts before it says a word about them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outline {
    /// The language of the words, where that of the interface is another one; else empty.
    pub lang: String,
    /// Every fact, in the order of the file.
    pub facts: Vec<Outlined>,
    /// The cards' ids.
    pub cards: Vec<String>,
    /// The chapters, in order.
    pub chapters: Vec<Opening>,
    /// The eras behind the marks.
    pub eras: Vec<EraBand>,
    /// The names of the tracks, by number: of the day that things happened on, and of the day they were said on.
    pub tracks: [Vec<String>; 2],
}

/// A fact in outline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outlined {
    /// Its id.
    pub id: String,
    /// The words beside its mark, if it has short ones.
    pub label: Arc<str>,
    /// How soon the label gives way.
    pub weight: u8,
    /// The fact that reports the same utterance first, if another one does.
    pub repeats: Option<u32>,
    /// Its days on either axis, where it has any there.
    pub extents: [Option<Extent>; 2],
    /// Its track on either axis, where it has one there.
    pub tracks: [Option<u16>; 2],
}

/// A chapter as the timeline opens it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Opening {
    /// Its id.
    pub id: String,
    /// Its axis.
    pub axis: Axis,
    /// Its window.
    pub window: Option<Window>,
    /// Its name and sentence. HTML.
    pub html: String,
}

impl Outline {
    /// The fact of that id.
    pub fn fact_by_id(&self, id: &str) -> Option<Key<Fact>> {
        self.facts.iter().position(|fact| fact.id == id).map(|at| Key::new(at as u32))
    }

    /// The chapter of that id, by its place.
    pub fn chapter_by_id(&self, id: &str) -> Option<usize> {
        self.chapters.iter().position(|chapter| chapter.id == id)
    }

    /// The language of the words, where that of the interface is another one.
    pub fn content_lang(&self) -> Option<&str> {
        Some(self.lang.as_str()).filter(|lang| !lang.is_empty())
    }

    /// The id of a fact.
    pub fn id_of(&self, fact: Key<Fact>) -> &str {
        &self.facts[fact.index()].id
    }
}

/// Outlines the facts. On "happened" the tracks are the file's, on "said" they are the voices.
pub fn outline(page: Page<'_>) -> Outline {
    let dataset = page.dataset;
    Outline {
        lang: page.content_lang().unwrap_or_default().to_owned(),
        facts: dataset.fact_keys().map(|key| outlined(page, key)).collect(),
        cards: dataset.cards.iter().map(|card| card.id.clone()).collect(),
        chapters: dataset.chapters.iter().map(|chapter| opening(page, chapter)).collect(),
        eras: dataset
            .eras
            .iter()
            .filter_map(|era| {
                Some(EraBand { extent: Extent::from_edtf(&era.when)?, name: page.plain(&era.name).to_owned() })
            })
            .collect(),
        tracks: [Axis::Happened, Axis::Said].map(|axis| track_names(page, axis)),
    }
}

fn outlined(page: Page<'_>, key: Key<Fact>) -> Outlined {
    let fact = page.fact(key);
    Outlined {
        id: fact.id.clone(),
        label: label(page, fact).into(),
        weight: fact.weight,
        repeats: fact.repeats.map(Key::number),
        extents: [happened(fact), fact.as_of.as_ref().and_then(Extent::from_edtf)],
        tracks: [own_track(page, fact), Some(voice_track(page, key))],
    }
}

fn opening(page: Page<'_>, chapter: &crate::fact::Chapter) -> Opening {
    let span = chapter.when.span();
    let ends = span.start.zip(span.end);
    let mut html = Html::new();
    html.told("<h3", page.text(&chapter.name), "</h3>");
    if let Some(text) = &chapter.text {
        html.told("<p", page.text(text), "</p>");
    }
    Opening {
        id: chapter.id.clone(),
        axis: chapter.axis,
        window: ends.map(|(start, end)| Window { start_day: start.days(), end_day: end.days() }),
        html: html.into_string(),
    }
}

fn happened(fact: &Fact) -> Option<Extent> {
    let when = fact.when.as_ref()?;
    let extent = Extent::from_edtf(when)?;
    Some(if ends_on_its_own_day(when, fact) { extent.as_tally() } else { extent })
}

/// Where a file has no tracks all stand in one.
fn own_track(page: Page<'_>, fact: &Fact) -> Option<u16> {
    let only = page.dataset.tracks.is_empty().then_some(0);
    fact.track.map(|track| track.index() as u16).or(only)
}

/// Whoever has no voice stands after all voices.
fn voice_track(page: Page<'_>, key: Key<Fact>) -> u16 {
    page.dataset.voice_of(key).map_or(page.dataset.voices.len(), |voice| voice.index()) as u16
}

/// A count that runs up to the day it was announced on.
fn ends_on_its_own_day(when: &Edtf, fact: &Fact) -> bool {
    fact.value.is_some()
        && when.latest_day().is_some()
        && when.latest_day() == fact.as_of.as_ref().and_then(Edtf::latest_day)
}

/// The words beside a mark: the editor's label, or for a number its value and what it counts, if that is short.
/// Never a cut sentence: without a short form the mark stands alone.
fn label(page: Page<'_>, fact: &Fact) -> String {
    if let Some(label) = &fact.label {
        return page.plain(label).to_owned();
    }
    let (Some(measure), Some(value)) = (fact.measure, value_text(page, fact)) else { return String::new() };
    let mut long = value;
    long.push_str(": ");
    long.push_str(page.plain(&page.dataset[measure].name));
    if long.chars().count() <= LABEL_CHARACTERS { long } else { value_with_unit(page, fact).unwrap_or_default() }
}

fn track_names(page: Page<'_>, axis: Axis) -> Vec<String> {
    let mut names: Vec<String> = match axis {
        Axis::Happened => page.dataset.tracks.iter().map(|track| page.plain(&track.name).to_owned()).collect(),
        Axis::Said => page.dataset.voices.iter().map(|voice| page.plain(&voice.name).to_owned()).collect(),
    };
    if names.is_empty() || axis == Axis::Said {
        names.push(page.say("track-rest").to_owned());
    }
    names
}
