//! What stands large on a card.

use crate::dataset::Dataset;
use crate::fact::{Card, Derived, Fact, Headline, Key, Value};

use super::derived::{DerivedValue, derived_value};

/// The number of a card, with what it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardFigure {
    /// A claim with its value.
    Claim(Key<Fact>, Value),
    /// A claim without a number: its words stand there.
    Words(Key<Fact>),
    /// A number computed here.
    Derived(Key<Derived>, DerivedValue),
}

/// What stands large on a card. `None` where a derived number cannot be computed exactly.
pub fn headline(dataset: &Dataset, card: &Card) -> Option<CardFigure> {
    match card.headline {
        Headline::Fact(key) => {
            Some(dataset[key].value.map_or(CardFigure::Words(key), |value| CardFigure::Claim(key, value)))
        }
        Headline::Derived(key) => derived_value(dataset, key).map(|value| CardFigure::Derived(key, value)),
    }
}

/// The facts on a card: its headline or that one's operands, then those of its groups, each once.
pub fn facts_on(dataset: &Dataset, card: &Card) -> Vec<Key<Fact>> {
    let mut facts = match card.headline {
        Headline::Fact(key) => vec![key],
        Headline::Derived(key) => dataset[key].formula.operands(),
    };
    let of_groups = card.groups.iter().flat_map(|group| group.whole.iter().chain(&group.facts));
    for &fact in card.beside.iter().chain(of_groups) {
        if !facts.contains(&fact) {
            facts.push(fact);
        }
    }
    facts
}
