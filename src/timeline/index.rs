//! Items in an order in which a window finds its own without looking at the others.
//!
//! Within each track, items stand in classes of about one length, each at most twice as long as the shortest of its
//! class, and within a class in order of start:
//!
//! ```text
//! window            ├──────────────┤
//! 4 to 8 days   ▕███████▏   ▕█████████▏          starts from 8 days before the window on
//! 1 to 2 days        ▕██▏ ▕█▏   ▕██▏             starts from 2 days before the window on
//! moments        ·  · ·    ·  ·    ·   ·
//! ```
//!
//! So what touches a window is found by binary search for its starts, in every class there is (a few dozen at the
//! very most, minutes to millennia), and a long item never makes the search for the short ones begin early.
//!
//! It knows bodies and tracks, and neither zoom nor px.

use std::sync::Arc;

use super::{Item, Shape, Shelf};
use crate::order;

/// A stretch of neighbours in the order of the index; see [`Index::items_of`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Run {
    pub(super) from: u32,
    pub(super) to: u32,
}

/// Items, sorted once; all of them, or [some](Self::of_some).
#[derive(Debug, Clone, Default)]
pub struct Index {
    items: Arc<[Item]>,
    /// Items by track, class, start, weight and place in the list.
    order: Vec<u32>,
    /// The starts of the bodies, in that order.
    starts: Vec<f64>,
    /// The same items, within each class by the ends of their bodies.
    by_end: Vec<u32>,
    /// The ends of the bodies, in that order: for counting, not for finding.
    ends: Vec<f64>,
    tracks: Vec<Track>,
    /// The items whose words are left to others; empty where there are none.
    silent: Vec<bool>,
}

#[derive(Debug, Clone)]
pub(super) struct Track {
    pub(super) id: u16,
    pub(super) classes: Vec<Class>,
}

/// Items of one track and about one length.
#[derive(Debug, Clone, Copy)]
pub(super) struct Class {
    pub(super) run: Run,
    pub(super) length: Length,
}

/// The length of a class in days: `n_days <= length < 2 * n_days`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) struct Length {
    /// The shortest there can be; 0 for points.
    pub(super) n_days: f64,
    /// Whether it is of units of the calendar longer than a day.
    pub(super) is_coarse: bool,
}

impl Length {
    fn of(item: &Item) -> Self {
        let (start, end) = item.extent.body();
        let n_days = end - start;
        let is_point = item.extent.shape == Shape::Moment || !n_days.is_finite() || n_days <= 0.0;
        // Clearing the fraction of a binary number leaves the power of two below it.
        let power = f64::from_bits(n_days.to_bits() & (0x7ff << 52));
        Self { n_days: if is_point { 0.0 } else { power }, is_coarse: item.extent.shape.is_coarse() }
    }

    /// About the length of most of the class, and of each unit of the calendar that is in it.
    pub(super) fn typical_days(self) -> f64 {
        self.n_days * std::f64::consts::SQRT_2
    }

    /// Longer than any of the class; a moment lasts a minute at the most.
    pub(super) fn most_days(self) -> f64 {
        if self.n_days > 0.0 { 2.0 * self.n_days } else { 1.0 / 1440.0 }
    }
}

impl Run {
    /// How many items.
    pub fn n_items(self) -> u32 {
        self.to - self.from
    }

    pub(super) fn is_empty(self) -> bool {
        self.from >= self.to
    }

    fn range(self) -> std::ops::Range<usize> {
        self.from as usize..self.to as usize
    }
}

impl Index {
    /// Sorts items. It takes them, since labels are measured when they first come into sight.
    pub fn new(items: Vec<Item>) -> Self {
        let mut order: Vec<(u16, Length, u32)> = Vec::with_capacity(items.len());
        order.extend(items.iter().enumerate().map(|(at, item)| (item.track, Length::of(item), at as u32)));
        order::sort_by(&mut order, |a, b| {
            let (a_item, b_item) = (&items[a.2 as usize], &items[b.2 as usize]);
            let class = |length: Length| (length.is_coarse, length.n_days.to_bits());
            (a.0, class(a.1)).cmp(&(b.0, class(b.1))).then_with(|| by_time((a.2, a_item), (b.2, b_item)))
        });
        let mut tracks: Vec<Track> = Vec::new();
        for (at, (id, length, _)) in (0..).zip(&order) {
            if tracks.last().is_none_or(|track| track.id != *id) {
                tracks.push(Track { id: *id, classes: Vec::new() });
            }
            let Some(track) = tracks.last_mut() else { continue };
            match track.classes.last_mut() {
                Some(class) if class.length == *length => class.run.to = at + 1,
                _ => track.classes.push(Class { run: Run { from: at, to: at + 1 }, length: *length }),
            }
        }
        let order: Vec<u32> = order.into_iter().map(|(_, _, item)| item).collect();
        let mut by_end = order.clone();
        for class in tracks.iter().flat_map(|track| &track.classes) {
            let end = |item: u32| items[item as usize].extent.body().1;
            order::sort_by(&mut by_end[class.run.range()], |a, b| end(*a).total_cmp(&end(*b)));
        }
        let mut index = Self { items: items.into(), order, by_end, tracks, ..Self::default() };
        index.note_days();
        index
    }

    /// The same without some of the items. What is left keeps its order, and its place in the list of all.
    #[must_use]
    pub fn of_some(&self, is_kept: &dyn Fn(u32) -> bool) -> Self {
        let kept = |list: &[u32], run: Run, into: &mut Vec<u32>| {
            into.extend(list[run.range()].iter().copied().filter(|item| is_kept(*item)));
        };
        let mut some = Self { items: Arc::clone(&self.items), ..Self::default() };
        for Track { id, classes } in &self.tracks {
            let mut kept_classes = Vec::new();
            for class in classes {
                let from = some.order.len() as u32;
                kept(&self.order, class.run, &mut some.order);
                kept(&self.by_end, class.run, &mut some.by_end);
                let run = Run { from, to: some.order.len() as u32 };
                if !run.is_empty() {
                    kept_classes.push(Class { run, length: class.length });
                }
            }
            if !kept_classes.is_empty() {
                some.tracks.push(Track { id: *id, classes: kept_classes });
            }
        }
        some.note_days();
        some
    }

    /// The same, where some items leave their words to others.
    #[must_use]
    pub fn silenced(self, silent: Vec<bool>) -> Self {
        Self { silent, ..self }
    }

    fn note_days(&mut self) {
        let body = |item: &u32| self.items[*item as usize].extent.body();
        self.starts = self.order.iter().map(|item| body(item).0).collect();
        self.ends = self.by_end.iter().map(|item| body(item).1).collect();
    }

    /// The words beside the mark of an item; none where they are left to another.
    pub fn label(&self, item: u32) -> &str {
        let is_silent = self.silent.get(item as usize).is_some_and(|is_silent| *is_silent);
        if is_silent { "" } else { &self.items[item as usize].label }
    }

    /// All items, as they came; also those that are left out.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The items of some runs, by their place in the list and in time order.
    pub fn items_of(&self, runs: &[Run]) -> Vec<u32> {
        let mut found: Vec<u32> = runs.iter().flat_map(|run| &self.order[run.range()]).copied().collect();
        sort_by_time(&mut found, &self.items);
        found
    }

    /// The items on a shelf, by their place in the list and in time order.
    pub fn items_on(&self, shelf: &Shelf) -> Vec<u32> {
        let mut found = self.items_of(&shelf.runs);
        found.retain(|item| self.touches(*item, shelf.start_day, shelf.end_day));
        found
    }

    /// Whether the body of an item lies in a window, if only in part.
    pub(super) fn touches(&self, item: u32, start_day: f64, end_day: f64) -> bool {
        let (start, end) = self.items[item as usize].extent.body();
        start < end_day && end > start_day
    }

    /// How many tracks have an item.
    pub fn n_tracks(&self) -> usize {
        self.tracks.len()
    }

    pub(super) fn tracks(&self) -> &[Track] {
        &self.tracks
    }

    pub(super) fn item_at(&self, at: u32) -> u32 {
        self.order[at as usize]
    }

    pub(super) fn start_at(&self, at: u32) -> f64 {
        self.starts[at as usize]
    }

    /// The first place in a run from which on all items are wanted; its end if none is.
    pub(super) fn first_where(&self, run: Run, is_wanted: impl Fn(u32) -> bool) -> u32 {
        run.from + self.order[run.range()].partition_point(|item| !is_wanted(*item)) as u32
    }

    /// The part of a run from the first item whose start is no longer `is_before`.
    pub(super) fn skip(&self, run: Run, is_before: impl Fn(f64) -> bool) -> Run {
        let n_before = self.starts[run.range()].partition_point(|start| is_before(*start));
        Run { from: run.from + n_before as u32, to: run.to }
    }

    /// How many items of a class end on or before a day.
    pub(super) fn n_ended(&self, class: &Class, day: f64) -> u32 {
        self.ends[class.run.range()].partition_point(|end| *end <= day) as u32
    }

    /// How many items of a class begin on or after a day.
    pub(super) fn n_not_begun(&self, class: &Class, day: f64) -> u32 {
        self.skip(class.run, |start| start < day).n_items()
    }
}

/// Puts items, named by their place in the list, in time order.
pub(super) fn sort_by_time(places: &mut Vec<u32>, items: &[Item]) {
    order::sort_numbers(places, &mut |a, b| by_time((a, &items[a as usize]), (b, &items[b as usize])));
}

/// Time order: by start, then the weightier, then the earlier in the list.
pub(super) fn by_time(a: (u32, &Item), b: (u32, &Item)) -> std::cmp::Ordering {
    let start = |item: &Item| item.extent.body().0;
    start(a.1).total_cmp(&start(b.1)).then((a.1.weight, a.0).cmp(&(b.1.weight, b.0)))
}
