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
    /// What has a day, or a stretch of up to a week, by its first moment, the longer stretch first; then by the day
    /// said. What is about a month or longer comes after that, by the day said: it is no beginning of the days.
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
        Sort::Happened if is_long(fact) => (1, said, happened),
        Sort::Happened => (0, happened, said),
        Sort::Said => (0, said, happened),
        Sort::Measure => (fact.measure.map_or(u32::MAX, Key::number), said, happened),
        Sort::Source => (fact.source.number(), happened, said),
    };
    Rank { group, first, second, fact: key }
}

/// Whether what is described has no day: a month, a year, or a stretch of more than a week. Among the days such a fact
/// would stand first, before everything that happened in it.
fn is_long(fact: &Fact) -> bool {
    const WEEK_DAYS: i64 = 7;
    let days = fact.when.and_then(|when| Some((when.earliest_day()?, when.latest_day()?)));
    days.is_some_and(|(first, last)| last.days() - first.days() >= WEEK_DAYS)
}

fn time(date: Option<Edtf>) -> Time {
    date.map_or(Time::NotKnown, |date| Time::Known(date.sort_key_earliest()))
}

#[cfg(test)]
mod tests {
    use super::{Sort, sorted};
    use crate::dataset::Dataset;

    #[test]
    fn what_is_about_a_year_does_not_come_before_its_days() {
        let facts: Vec<String> =
            [("year", "2021"), ("second", "2022-01-02"), ("month", "2022-01"), ("first", "2022-01-01")]
                .iter()
                .map(|(id, when)| format!(r#"{{"id":"{id}","text":"x","source":"s","when":"{when}"}}"#))
                .collect();
        let sources = r#"[{"id":"s","title":"s"}]"#;
        let file = format!(r#"{{"factline":1,"title":"t","sources":{sources},"facts":[{}]}}"#, facts.join(","));
        let dataset = Dataset::read(&file).dataset.unwrap();
        let keys: Vec<_> = dataset.fact_keys().collect();
        let ids: Vec<_> = sorted(&dataset, &keys, Sort::Happened).iter().map(|key| dataset[*key].id.as_str()).collect();
        assert_eq!(ids, ["first", "second", "year", "month"]);
    }
}
