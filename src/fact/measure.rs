//! What can be claimed as a number: units, measures, and numbers computed here.
//!
//! A measure refuses to have a true value; a derived figure names its operands and holds no result.

use crate::i18n::Text;

use super::{Fact, Key};

/// In what something is counted: case, person, tenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Stable for ever.
    pub id: String,
    /// The name with its number, a set of forms a language.
    pub name: Vec<UnitName>,
    /// A sign that may stand for the name: `₸`.
    pub symbol: Option<String>,
}

/// A unit in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitName {
    /// The language, as a tag.
    pub language: String,
    /// The CLDR plural category and the form with `{n}` for the number, as in `("few", "{n} дела")`.
    pub forms: Vec<(String, String)>,
}

impl Unit {
    /// The forms for a language, or else those of the first language that the unit has.
    pub fn forms(&self, language: &str) -> Option<&UnitName> {
        self.name.iter().find(|name| name.language == language).or_else(|| self.name.first())
    }
}

impl UnitName {
    /// The form for a plural category, or else `other`.
    pub fn form(&self, category: &str) -> &str {
        let named = |wanted: &str| self.forms.iter().find(|(name, _)| name == wanted);
        named(category).or_else(|| named("other")).or_else(|| self.forms.first()).map_or("{n}", |(_, form)| form)
    }
}

/// A quantity that can be claimed.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Stable for ever.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What exactly is counted.
    pub definition: Option<Text>,
    /// In what it is counted.
    pub unit: Key<Unit>,
}

/// A number computed here from named facts. Validation has seen that its units allow it.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// Stable for ever.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// How it is computed.
    pub formula: Formula,
    /// What the number is not.
    pub note: Option<Text>,
}

/// How a derived figure is computed. Every operand is a figure with a single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// `part` of `whole`, as a percentage; both in one unit.
    Share {
        /// What is inside.
        part: Key<Fact>,
        /// What it is inside of; never less than the part, never zero.
        whole: Key<Fact>,
    },
    /// `of` for each of `per`; two units.
    Rate {
        /// What is divided.
        of: Key<Fact>,
        /// By how many; never zero.
        per: Key<Fact>,
    },
    /// All added up; one unit.
    Sum {
        /// The summands, in the order of the file.
        of: Vec<Key<Fact>>,
    },
    /// `from` less `minus`; one unit.
    Difference {
        /// The larger number, as a rule.
        from: Key<Fact>,
        /// What is taken away.
        minus: Key<Fact>,
    },
}

impl Formula {
    /// The facts that it names, in the order in which it is written.
    pub fn operands(&self) -> Vec<Key<Fact>> {
        match self {
            Self::Share { part: one, whole: other }
            | Self::Rate { of: one, per: other }
            | Self::Difference { from: one, minus: other } => vec![*one, *other],
            Self::Sum { of } => of.clone(),
        }
    }
}
