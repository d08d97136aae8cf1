//! What of the facts stands on an axis, in which track, under which words.

use crate::date::Edtf;
use crate::fact::{Axis, Fact, Key, LABEL_CHARACTERS};
use crate::order;
use crate::page::Page;
use crate::page::attribution::{value_text, value_with_unit};
use crate::timeline::{Domain, Extent, Index, Item};

use super::laid::Packings;

/// Two marks of one track with the same words within so many days are one story: the words stand once.
const SAME_STORY_DAYS: f64 = 2.0;
/// So many neighbours are compared: on a day with thousands of marks no label stands anyway.
const MOST_NEAR: usize = 64;

/// The period of an axis on which nothing stands: some day has to be shown.
const EMPTY: Domain = Domain { start_day: 0.0, end_day: 1.0 };

/// The facts on one axis.
#[derive(Debug)]
pub struct Drawn {
    /// Which of a fact's days counts.
    pub axis: Axis,
    /// The items, ready to be laid out.
    pub index: Index,
    /// The fact of each item.
    pub facts: Vec<Key<Fact>>,
    /// The names of the tracks, by number.
    pub tracks: Vec<String>,
    /// Facts that have no place on this axis: they stand on the shelf.
    pub aside: Vec<Key<Fact>>,
    /// The whole period.
    pub domain: Domain,
    /// What was packed for earlier windows.
    pub packings: Packings,
}

impl Drawn {
    /// The item of a fact, if it is drawn here.
    pub fn item_of(&self, fact: Key<Fact>) -> Option<u32> {
        self.facts.iter().position(|key| *key == fact).map(|at| at as u32)
    }
}

/// Puts facts on an axis. On "happened" the tracks are the file's, on "said" they are the voices.
pub fn ground(page: Page<'_>, axis: Axis, matches: &[Key<Fact>]) -> Drawn {
    let mut items: Vec<Item> = Vec::new();
    let mut facts = Vec::new();
    let mut aside = Vec::new();
    for key in matches {
        let fact = page.fact(*key);
        if page.is_told_by_another(fact, matches) {
            continue;
        }
        match place(page, axis, *key) {
            Some((extent, track)) => {
                items.push(Item { extent, label: words(page, fact), weight: fact.weight, track });
                facts.push(*key);
            }
            None => aside.push(*key),
        }
    }
    say_once(&mut items);
    let index = Index::new(items);
    let domain = period(page, axis, &index);
    Drawn { axis, facts, tracks: track_names(page, axis), aside, domain, index, packings: Packings::default() }
}

/// The whole period of an axis: everything on it, and what the chapters show of it.
fn period(page: Page<'_>, axis: Axis, index: &Index) -> Domain {
    let chapters = page.dataset.chapters.iter().filter(|chapter| chapter.axis == axis);
    let windows = chapters.filter_map(|chapter| {
        let span = chapter.when.span();
        Some(Domain { start_day: span.start?.days(), end_day: span.end?.days() })
    });
    let all = Domain::around(index.items()).into_iter().chain(windows);
    let both =
        |a: Domain, b: Domain| Domain { start_day: a.start_day.min(b.start_day), end_day: a.end_day.max(b.end_day) };
    all.reduce(both).unwrap_or(EMPTY)
}

fn place(page: Page<'_>, axis: Axis, key: Key<Fact>) -> Option<(Extent, u16)> {
    let fact = page.fact(key);
    match axis {
        Axis::Said => {
            let track = page.dataset.voice_of(key).map_or(page.dataset.voices.len(), |voice| voice.index());
            Some((Extent::from_edtf(fact.as_of.as_ref()?)?, track as u16))
        }
        Axis::Happened => {
            let when = fact.when.as_ref()?;
            let extent = Extent::from_edtf(when)?;
            let extent = if ends_on_its_own_day(when, fact) { extent.as_tally() } else { extent };
            match fact.track {
                Some(track) => Some((extent, track.index() as u16)),
                None if page.dataset.tracks.is_empty() => Some((extent, 0)),
                None => None,
            }
        }
    }
}

/// A count that runs up to the day it was announced on.
fn ends_on_its_own_day(when: &Edtf, fact: &Fact) -> bool {
    fact.value.is_some()
        && when.latest_day().is_some()
        && when.latest_day() == fact.as_of.as_ref().and_then(Edtf::latest_day)
}

/// The words beside a mark: the editor's label, or for a number its value and what it counts, if that is short.
/// Never a cut sentence: without a short form the mark stands alone.
fn words(page: Page<'_>, fact: &Fact) -> String {
    if let Some(label) = &fact.label {
        return page.plain(label).to_owned();
    }
    let (Some(measure), Some(value)) = (fact.measure, value_text(page, fact)) else { return String::new() };
    let mut long = value;
    long.push_str(": ");
    long.push_str(page.plain(&page.dataset[measure].name));
    if long.chars().count() <= LABEL_CHARACTERS { long } else { value_with_unit(page, fact).unwrap_or_default() }
}

/// Leaves the words to the first of several marks that say the same.
fn say_once(items: &mut [Item]) {
    let day = |item: &Item| item.extent.body().0;
    let in_time =
        order::sorted_places(items.len(), &mut |a, b| day(&items[a as usize]).total_cmp(&day(&items[b as usize])));
    for (at, number) in in_time.iter().enumerate() {
        let item = &items[*number as usize];
        let before = in_time[..at].iter().rev().map(|number| &items[*number as usize]);
        let near = before.take_while(|other| day(item) - day(other) <= SAME_STORY_DAYS).take(MOST_NEAR);
        let is_said = near.into_iter().any(|other| other.track == item.track && other.label == item.label);
        if is_said {
            items[*number as usize].label.clear();
        }
    }
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
