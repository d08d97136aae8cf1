//! What of the facts stands on an axis.

use crate::fact::{Axis, Fact, Key};
use crate::order;
use crate::timeline::{Domain, Index, Item};

use super::Outline;
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

/// Puts facts on an axis, in the order in which they come.
pub fn ground(outline: &Outline, axis: Axis, matches: &[Key<Fact>]) -> Drawn {
    let mut items: Vec<Item> = Vec::new();
    let mut facts = Vec::new();
    let mut aside = Vec::new();
    let mut is_match = vec![false; outline.facts.len()];
    for key in matches {
        is_match[key.index()] = true;
    }
    for key in matches {
        let fact = &outline.facts[key.index()];
        // The same utterance is drawn once, by the report that comes first.
        if fact.repeats.is_some_and(|first| is_match[first as usize]) {
            continue;
        }
        match fact.places[axis as usize] {
            Some((extent, track)) => {
                items.push(Item { extent, label: fact.label.clone(), weight: fact.weight, track });
                facts.push(*key);
            }
            None => aside.push(*key),
        }
    }
    say_once(&mut items);
    let index = Index::new(items);
    let domain = period(outline, axis, &index);
    Drawn {
        axis,
        facts,
        tracks: outline.tracks[axis as usize].clone(),
        aside,
        domain,
        index,
        packings: Packings::default(),
    }
}

/// The whole period of an axis: everything on it, and what the chapters show of it.
fn period(outline: &Outline, axis: Axis, index: &Index) -> Domain {
    let chapters = outline.chapters.iter().filter(|chapter| chapter.axis == axis);
    let windows = chapters.filter_map(|chapter| chapter.window);
    let windows = windows.map(|window| Domain { start_day: window.start_day, end_day: window.end_day });
    let all = Domain::around(index.items()).into_iter().chain(windows);
    let both =
        |a: Domain, b: Domain| Domain { start_day: a.start_day.min(b.start_day), end_day: a.end_day.max(b.end_day) };
    all.reduce(both).unwrap_or(EMPTY)
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
