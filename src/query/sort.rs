//! The orders in which facts can be listed.
//!
//! A reader who sorts twice gets the same list: what is equal by one rule is decided by the next, and last by the order
//! of the file. What a fact does not have, it comes last by.

use crate::dataset::Dataset;
use crate::date::{Edtf, SortKey};
use crate::fact::{Fact, Key};
use crate::order;

/// An order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By the first moment of what is described, the longer stretch first; then by the day said.
    #[default]
    Happened,
    /// By the day said; then as [`Sort::Happened`].
    Said,
    /// By measure, in the order of the file's measures; then by the day said; then as [`Sort::Happened`].
    Measure,
    /// By source, in the order of the file's sources; then as [`Sort::Happened`].
    Source,
}

impl Sort {
    /// All orders, as they are offered.
    pub const ALL: [Self; 4] = [Self::Happened, Self::Said, Self::Measure, Self::Source];

    /// The name in an address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Said => "said",
            Self::Measure => "measure",
            Self::Source => "source",
        }
    }
}

/// The facts in an order.
pub fn sorted(dataset: &Dataset, facts: &[Key<Fact>], sort: Sort) -> Vec<Key<Fact>> {
    let mut ranked: Vec<Rank> = facts.iter().map(|&key| rank(dataset, key, sort)).collect();
    order::sort_by(&mut ranked, Ord::cmp);
    ranked.into_iter().map(|rank| rank.fact).collect()
}

/// Compared from top to bottom.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    group: u32,
    first: Time,
    second: Time,
    fact: Key<Fact>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    Known(SortKey),
    NotKnown,
}

fn rank(dataset: &Dataset, key: Key<Fact>, sort: Sort) -> Rank {
    let fact = &dataset[key];
    let (happened, said) = (time(fact.when), time(fact.as_of));
    let (group, first, second) = match sort {
        Sort::Happened => (0, happened, said),
        Sort::Said => (0, said, happened),
        Sort::Measure => (fact.measure.map_or(u32::MAX, Key::number), said, happened),
        Sort::Source => (fact.source.number(), happened, said),
    };
    Rank { group, first, second, fact: key }
}

fn time(date: Option<Edtf>) -> Time {
    date.map_or(Time::NotKnown, |date| Time::Known(date.sort_key_earliest()))
}
