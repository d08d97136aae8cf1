//! How a number changed: the claims of a measure as series, and the range that claims span.
//!
//! A line may join only what the editor gave one `series`. Nothing here ranks, averages or picks a winner.

use crate::dataset::Dataset;
use crate::date::{CivilDay, SortKey};
use crate::fact::{Decimal, Fact, Key, Measure, Value};
use crate::order;

use super::facts_on;

/// One claim, which several facts may report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The fact that stands for it: the one that the others repeat.
    pub fact: Key<Fact>,
    /// Further reports of the same utterance, in the order of the file.
    pub reports: Vec<Key<Fact>>,
    /// What was claimed.
    pub value: Value,
    /// The day on which it was said, or the last day on which it can have been.
    pub said: Option<CivilDay>,
    /// Whether it was taken back.
    pub is_withdrawn: bool,
}

/// Claims that may be joined by a line; a claim without a series is one by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The editor's name for it.
    pub key: Option<String>,
    /// Its claims by the day said; those without one last.
    pub claims: Vec<Claim>,
}

/// The claims of a measure, split into series, by the day of each one's first claim.
pub fn history(dataset: &Dataset, measure: Key<Measure>) -> Vec<Series> {
    let facts: Vec<Key<Fact>> = dataset.facts_of(measure).collect();
    series_of(dataset, &facts)
}

/// The same for any facts, as those of a card. Facts without a value are left out.
pub fn series_of(dataset: &Dataset, facts: &[Key<Fact>]) -> Vec<Series> {
    let mut all: Vec<Series> = Vec::new();
    for claim in claims_of(dataset, facts) {
        let fact = &dataset[claim.fact];
        let same = |series: &&mut Series| {
            let first = &dataset[series.claims[0].fact];
            series.key.is_some() && series.key == fact.series && first.measure == fact.measure
        };
        match all.iter_mut().find(same) {
            Some(series) => series.claims.push(claim),
            None => all.push(Series { key: fact.series.clone(), claims: vec![claim] }),
        }
    }
    all
}

/// The claims that facts make, by the day said; those without one last, then in the order of the file.
///
/// A fact that repeats another of the same measure and value is folded into it as a report. Where measure or value
/// differ, as where one report has "cases" and the other "persons", each stands for itself.
pub fn claims_of(dataset: &Dataset, facts: &[Key<Fact>]) -> Vec<Claim> {
    let mut claims: Vec<Claim> = Vec::new();
    for &key in facts {
        let fact = &dataset[key];
        let Some(value) = fact.value else { continue };
        if folded_into(dataset, key).is_some_and(|first| facts.contains(&first)) {
            continue;
        }
        let reports = dataset.reports_of(key).filter(|&report| folded_into(dataset, report) == Some(key)).collect();
        let said = fact.as_of.and_then(|date| date.latest_day());
        claims.push(Claim { fact: key, reports, value, said, is_withdrawn: fact.withdrawn.is_some() });
    }
    order::sort_by_key(&mut claims, |claim| (said(dataset, claim.fact), claim.fact));
    claims
}

/// The measures that have a history, two claims or more, each with its claims: first those of the cards, in the order of
/// the cards, then the others in the order of the file.
pub fn histories(dataset: &Dataset) -> Vec<(Key<Measure>, Vec<Claim>)> {
    let on_cards = dataset.cards.iter().flat_map(|card| facts_on(dataset, card));
    let of_cards = on_cards.filter_map(|fact| dataset[fact].measure);
    let all = (0..dataset.measures.len()).map(|at| Key::new(at as u32));
    let mut told = vec![false; dataset.measures.len()];
    let mut histories = Vec::new();
    for measure in of_cards.chain(all) {
        if core::mem::replace(&mut told[measure.index()], true) {
            continue;
        }
        let facts: Vec<_> = dataset.facts_of(measure).collect();
        let claims = claims_of(dataset, &facts);
        if claims.len() > 1 {
            histories.push((measure, claims));
        }
    }
    histories
}

/// The fact that a fact is a second report of.
fn folded_into(dataset: &Dataset, key: Key<Fact>) -> Option<Key<Fact>> {
    let fact = &dataset[key];
    fact.repeats.filter(|&first| dataset[first].measure == fact.measure && dataset[first].value == fact.value)
}

fn said(dataset: &Dataset, key: Key<Fact>) -> (bool, Option<SortKey>) {
    let date = dataset[key].as_of;
    (date.is_none(), date.map(|date| date.sort_key_latest()))
}

/// From the smallest to the largest claim, each with the fact that makes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The smallest number.
    pub low: Decimal,
    /// The first fact that claims it.
    pub low_fact: Key<Fact>,
    /// The largest number.
    pub high: Decimal,
    /// The first fact that claims it.
    pub high_fact: Key<Fact>,
}

/// The range of claims that were not withdrawn. `None` without any, or where they are in different units.
pub fn range(dataset: &Dataset, facts: &[Key<Fact>]) -> Option<Range> {
    let mut range: Option<Range> = None;
    for &key in facts {
        let fact = &dataset[key];
        let Some(value) = fact.value.filter(|_| fact.withdrawn.is_none()) else { continue };
        let (low, high) = (value.low(), value.high());
        let so_far = range.get_or_insert(Range { low, low_fact: key, high, high_fact: key });
        if dataset.unit_of(key) != dataset.unit_of(so_far.low_fact) {
            return None;
        }
        if low < so_far.low {
            (so_far.low, so_far.low_fact) = (low, key);
        }
        if high > so_far.high {
            (so_far.high, so_far.high_fact) = (high, key);
        }
    }
    range
}
