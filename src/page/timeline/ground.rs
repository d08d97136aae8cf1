//! What of the facts stands on an axis: all of them once, and what a search leaves of them with each key.
//!
//! ```text
//! outline, axis, rows ─► Ground (sorted) ─┐
//! matches ────────────────────────────────┴─► Drawn (what is left, in the same order)
//! ```

use std::sync::Arc;

use crate::fact::{Axis, Fact, Key};
use crate::order;
use crate::page::fingerprint;
use crate::timeline::{Domain, Index, Item};
use crate::view_state::Window;

use super::laid::Packings;
use super::{Grouping, Outline};

/// Two marks of one track with the same words within so many days are one story: the words stand once.
const SAME_STORY_DAYS: f64 = 2.0;

/// The period of an axis on which nothing stands: some day has to be shown.
const EMPTY: Domain = Domain { start_day: 0.0, end_day: 1.0 };

/// All facts on one axis.
#[derive(Debug)]
pub struct Ground {
    axis: Axis,
    index: Index,
    facts: Arc<[Key<Fact>]>,
    tracks: Vec<String>,
    aside: Vec<Key<Fact>>,
    in_time: Vec<u32>,
    /// A hash of track and words of each item; 0 without words.
    words: Vec<u64>,
}

/// The facts that a search leaves on one axis.
#[derive(Debug)]
pub struct Drawn {
    /// Which of a fact's days counts.
    pub axis: Axis,
    /// The items, ready to be laid out.
    pub index: Index,
    /// The fact of each item, also of those that the search leaves out. One that stands in several tracks has several
    /// items, one after the other.
    pub facts: Arc<[Key<Fact>]>,
    /// The names of the tracks, by number.
    pub tracks: Vec<String>,
    /// Facts that have no place on this axis: they stand on the shelf.
    pub aside: Vec<Key<Fact>>,
    /// The items in order of time.
    pub in_time: Vec<u32>,
    /// The place of each item in that order, from 1; 0 for what is left out.
    pub rank: Vec<u32>,
    /// The whole period.
    pub domain: Domain,
    /// What was packed for earlier windows.
    pub packings: Packings,
}

impl Drawn {
    /// The first item of a fact, if it is drawn here.
    pub fn item_of(&self, fact: Key<Fact>) -> Option<u32> {
        let at = self.facts.iter().position(|key| *key == fact)?;
        (self.rank[at] > 0).then_some(at as u32)
    }

    /// Whether an item is the first of its fact.
    pub fn is_first(&self, item: u32) -> bool {
        let item = item as usize;
        item == 0 || self.facts[item - 1] != self.facts[item]
    }

    /// What stands on the axis, in order of time, with its days.
    pub fn bodies(&self) -> impl DoubleEndedIterator<Item = (u32, (f64, f64))> {
        self.in_time.iter().map(|item| (*item, self.index.items()[*item as usize].extent.body()))
    }

    /// How many facts ended before a window, and how many have not begun after it, each counted once.
    pub fn n_outside(&self, window: Window) -> (u32, u32) {
        let bodies = self.bodies().filter(|(item, _)| self.is_first(*item));
        bodies.fold((0, 0), |(n_before, n_after), (_, (start, end))| {
            (n_before + u32::from(end <= window.start_day), n_after + u32::from(start >= window.end_day))
        })
    }
}

/// Puts all facts on an axis: in the axis's own tracks, or in others. `in_order` is every fact, in the order in which
/// those stand that no time tells apart.
pub fn ground(outline: &Outline, axis: Axis, grouping: Option<&Grouping>, in_order: &[Key<Fact>]) -> Ground {
    let mut items: Vec<Item> = Vec::new();
    let mut facts = Vec::new();
    let mut aside = Vec::new();
    for key in in_order {
        let fact = &outline.facts[key.index()];
        let own = fact.tracks[axis as usize];
        let tracks = grouping.map_or(own.as_slice(), |grouping| &grouping.of[key.index()]);
        match fact.extents[axis as usize] {
            Some(extent) if !tracks.is_empty() => {
                for track in tracks {
                    items.push(Item { extent, label: Arc::clone(&fact.label), weight: fact.weight, track: *track });
                    facts.push(*key);
                }
            }
            _ => aside.push(*key),
        }
    }
    let day = |item: u32| items[item as usize].extent.body().0;
    let in_time = order::sorted_places(items.len(), &mut |a, b| day(a).total_cmp(&day(b)));
    let words = items.iter().map(|item| words_of(item.track, &item.label)).collect();
    let tracks = grouping.map_or(&outline.tracks[axis as usize], |grouping| &grouping.names).clone();
    Ground { axis, index: Index::new(items), facts: facts.into(), tracks, aside, in_time, words }
}

/// Leaves on the ground what a search found, all of it where nothing was searched for.
pub fn drawn(outline: &Outline, ground: &Ground, is_match: Option<&[bool]>) -> Drawn {
    let has = |fact: usize| is_match.is_none_or(|is_match| is_match[fact]);
    // The same utterance is drawn once, by the report that comes first.
    let is_drawn = |key: Key<Fact>| {
        let repeats = outline.facts[key.index()].repeats;
        has(key.index()) && !repeats.is_some_and(|first| has(first as usize))
    };
    let is_kept: Vec<bool> = ground.facts.iter().map(|key| is_drawn(*key)).collect();
    let is_whole = is_kept.iter().all(|is_kept| *is_kept);
    let keeps = |item: u32| is_kept[item as usize];
    let index = if is_whole { ground.index.clone() } else { ground.index.of_some(&keeps) };
    let in_time: Vec<u32> = ground.in_time.iter().copied().filter(|item| keeps(*item)).collect();
    let silent = silent(&ground.words, &index, &in_time);
    let index = index.silenced(silent);
    let mut rank = vec![0; ground.facts.len()];
    in_time.iter().zip(1..).for_each(|(item, at)| rank[*item as usize] = at);
    Drawn {
        axis: ground.axis,
        domain: period(outline, ground.axis, in_time.iter().map(|item| &index.items()[*item as usize])),
        facts: Arc::clone(&ground.facts),
        tracks: ground.tracks.clone(),
        aside: ground.aside.iter().copied().filter(|key| is_drawn(*key)).collect(),
        packings: Packings::default(),
        index,
        in_time,
        rank,
    }
}

/// The whole period of an axis: everything on it, and what the chapters show of it.
fn period<'a>(outline: &Outline, axis: Axis, items: impl Iterator<Item = &'a Item>) -> Domain {
    let chapters = outline.chapters.iter().filter(|chapter| chapter.axis == axis);
    let windows = chapters.filter_map(|chapter| chapter.window);
    let windows = windows.map(|window| Domain { start_day: window.start_day, end_day: window.end_day });
    let all = Domain::around(items).into_iter().chain(windows);
    let both =
        |a: Domain, b: Domain| Domain { start_day: a.start_day.min(b.start_day), end_day: a.end_day.max(b.end_day) };
    all.reduce(both).unwrap_or(EMPTY)
}

/// Track and words of an item as a number, by which two that say the same are found; 0 without words.
fn words_of(track: u16, label: &str) -> u64 {
    if label.is_empty() { 0 } else { (fingerprint(label) ^ u64::from(track)).max(1) }
}

/// Leaves the words to the first of several marks that say the same, until so many days have passed.
fn silent(words: &[u64], index: &Index, in_time: &[u32]) -> Vec<bool> {
    // Open addressing: at most half of the places are taken.
    let mut said: Vec<(u64, f64)> = vec![(0, 0.0); (2 * in_time.len()).next_power_of_two()];
    let mut silent = vec![false; words.len()];
    for item in in_time {
        let (hash, day) = (words[*item as usize], index.items()[*item as usize].extent.body().0);
        if hash == 0 {
            continue;
        }
        let mut at = hash as usize % said.len();
        while said[at].0 != 0 && said[at].0 != hash {
            at = (at + 1) % said.len();
        }
        if said[at].0 == hash && day - said[at].1 <= SAME_STORY_DAYS {
            silent[*item as usize] = true;
        } else {
            said[at] = (hash, day);
        }
    }
    silent
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Outlined;
    use crate::timeline::{Extent, Shape};

    /// An outline of facts that have a day, words and maybe an earlier report of the same.
    fn outline(facts: &[(f64, &str, Option<u32>)]) -> Outline {
        let facts = facts.iter().map(|(day, label, repeats)| Outlined {
            label: (*label).into(),
            repeats: *repeats,
            extents: [Some(Extent::new(Shape::Day, *day, day + 1.0)), None],
            tracks: [Some(0), None],
            ..Outlined::default()
        });
        Outline { facts: facts.collect(), ..Outline::default() }
    }

    fn draw(outline: &Outline, is_match: Option<&[bool]>) -> Drawn {
        let in_order: Vec<Key<Fact>> = (0..outline.facts.len() as u32).map(Key::new).collect();
        drawn(outline, &ground(outline, Axis::Happened, None, &in_order), is_match)
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        let drawn = draw(&outline(&[]), None);
        assert_eq!((drawn.in_time.len(), drawn.domain), (0, EMPTY));
        let drawn = draw(&outline(&[(1.0, "a", None)]), Some(&[false]));
        assert_eq!((drawn.in_time.len(), drawn.item_of(Key::new(0))), (0, None));
    }

    #[test]
    fn what_a_search_leaves_keeps_its_number_and_its_order() {
        let outline = outline(&[(9.0, "a", None), (3.0, "b", None), (5.0, "c", None)]);
        let drawn = draw(&outline, Some(&[true, false, true]));
        assert_eq!(drawn.in_time, [2, 0]);
        assert_eq!(drawn.rank, [2, 0, 1]);
        let all = Window { start_day: 0.0, end_day: 20.0 };
        assert_eq!(drawn.n_outside(Window { start_day: 6.0, ..all }), (1, 0));
    }

    #[test]
    fn a_repeated_utterance_is_drawn_where_its_first_report_is_not() {
        let outline = outline(&[(1.0, "a", None), (1.0, "b", Some(0))]);
        assert_eq!(draw(&outline, None).in_time, [0]);
        assert_eq!(draw(&outline, Some(&[false, true])).in_time, [1]);
    }

    #[test]
    fn words_stand_once_in_two_days_and_again_after_them() {
        let outline = outline(&[(1.0, "a", None), (2.5, "a", None), (3.5, "a", None), (3.5, "", None)]);
        let labels = |drawn: Drawn| [0, 1, 2, 3].map(|item| drawn.index.label(item).to_owned());
        assert_eq!(labels(draw(&outline, None)), ["a", "", "a", ""]);
        assert_eq!(labels(draw(&outline, Some(&[false, true, true, true]))), ["a", "a", "", ""]);
    }
}
