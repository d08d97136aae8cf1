//! What of the facts stands on an axis.

use crate::fact::{Axis, Fact, Key};
use crate::order;
use crate::timeline::{Domain, Index, Item};
use crate::view_state::Window;

use super::laid::Packings;
use super::{Grouping, Outline};

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
    /// The fact of each item. One that stands in several tracks has several items, one after the other.
    pub facts: Vec<Key<Fact>>,
    /// The names of the tracks, by number.
    pub tracks: Vec<String>,
    /// Facts that have no place on this axis: they stand on the shelf.
    pub aside: Vec<Key<Fact>>,
    /// All items in order of time.
    pub in_time: Vec<u32>,
    /// The place of each item in that order.
    pub rank: Vec<u32>,
    /// The whole period.
    pub domain: Domain,
    /// What was packed for earlier windows.
    pub packings: Packings,
}

impl Drawn {
    /// The first item of a fact, if it is drawn here.
    pub fn item_of(&self, fact: Key<Fact>) -> Option<u32> {
        self.facts.iter().position(|key| *key == fact).map(|at| at as u32)
    }

    /// Whether an item is the first of its fact.
    pub fn is_first(&self, item: u32) -> bool {
        let item = item as usize;
        item == 0 || self.facts[item - 1] != self.facts[item]
    }

    /// How many facts ended before a window, and how many have not begun after it, each counted once.
    pub fn n_outside(&self, window: Window) -> (u32, u32) {
        let items = self.index.items().iter().zip(0..).filter(|(_, at)| self.is_first(*at));
        items.fold((0, 0), |(n_before, n_after), (item, _)| {
            let (start, end) = item.extent.body();
            (n_before + u32::from(end <= window.start_day), n_after + u32::from(start >= window.end_day))
        })
    }
}

/// Puts facts on an axis, in the order in which they come: in the axis's own tracks, or in others.
pub fn ground(outline: &Outline, axis: Axis, grouping: Option<&Grouping>, matches: &[Key<Fact>]) -> Drawn {
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
        let own = fact.tracks[axis as usize];
        let tracks = grouping.map_or(own.as_slice(), |grouping| &grouping.of[key.index()]);
        match fact.extents[axis as usize] {
            Some(extent) if !tracks.is_empty() => {
                for track in tracks {
                    items.push(Item { extent, label: fact.label.clone(), weight: fact.weight, track: *track });
                    facts.push(*key);
                }
            }
            _ => aside.push(*key),
        }
    }
    let day = |item: u32| items[item as usize].extent.body().0;
    let in_time = order::sorted_places(items.len(), &mut |a, b| day(a).total_cmp(&day(b)));
    say_once(&mut items, &in_time);
    let mut rank = vec![0; items.len()];
    in_time.iter().zip(0..).for_each(|(item, at)| rank[*item as usize] = at);
    let index = Index::new(items);
    let domain = period(outline, axis, &index);
    let tracks = grouping.map_or(&outline.tracks[axis as usize], |grouping| &grouping.names).clone();
    Drawn { axis, facts, tracks, aside, in_time, rank, domain, index, packings: Packings::default() }
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
fn say_once(items: &mut [Item], in_time: &[u32]) {
    let day = |item: &Item| item.extent.body().0;
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
