//! What an editor makes of the facts: cards, eras, chapters, sections, and what is said about them.
//!
//! Nothing here is a claim; everything names the facts that it stands on.

use crate::date::{CivilDay, Edtf};
use crate::i18n::Text;

use super::{Derived, Fact, Key, Measure};

/// A stat card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Stable for ever.
    pub id: String,
    /// Its title; without one, the name of the headline's measure.
    pub title: Option<Text>,
    /// The number that stands large.
    pub headline: Headline,
    /// A second number that stands as large, so that neither is read without the other.
    pub beside: Option<Key<Fact>>,
    /// What else stands on it.
    pub groups: Vec<Group>,
    /// The small picture.
    pub picture: Picture,
    /// The line that must stand on it.
    pub note: Option<Text>,
    /// Whether it takes the room of two.
    pub wide: bool,
}

/// What stands large on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headline {
    /// A claim.
    Fact(Key<Fact>),
    /// A number computed here.
    Derived(Key<Derived>),
}

/// The small picture on a card.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Picture {
    /// Words only.
    #[default]
    None,
    /// Claims on one labelled axis.
    Strip,
    /// Claims over the day said.
    History,
    /// Aligned bars from zero, one scale a group.
    Bars,
    /// Small squares, one a unit, by fact.
    Squares,
    /// A labelled list of counts.
    List,
}

/// Facts under one heading, on a card or in a section.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading.
    pub name: Option<Text>,
    /// The number that the others are told as parts of; it may be one of the facts.
    pub whole: Option<Key<Fact>>,
    /// The facts, in the editor's order.
    pub facts: Vec<Key<Fact>>,
    /// What must be said about them where they stand.
    pub note: Option<Text>,
}

/// A named period in the background.
#[derive(Clone, Debug, PartialEq)]
pub struct Era {
    /// Stable for ever.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// How long it lasted.
    pub when: Edtf,
    /// Its evidence.
    pub facts: Vec<Key<Fact>>,
}

/// A named window of the timeline. The first is the opening one.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    /// Stable for ever.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The window.
    pub when: Edtf,
    /// The axis that it is a window of.
    pub axis: Axis,
    /// One sentence about it.
    pub text: Option<Text>,
    /// The facts that the sentence stands on.
    pub facts: Vec<Key<Fact>>,
}

/// The two different times of a claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Axis {
    /// The time of what is described.
    #[default]
    Happened,
    /// The day on which it was said.
    Said,
}

/// A block of facts after the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Stable for ever.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// A few words about it.
    pub text: Option<Text>,
    /// The facts, under headings.
    pub groups: Vec<Group>,
}

/// Facts that do not say the same, and in which way.
#[derive(Clone, Debug, PartialEq)]
pub struct Disagreement {
    /// Stable for ever.
    pub id: String,
    /// Two or more facts.
    pub facts: Vec<Key<Fact>>,
    /// What they differ in.
    pub text: Text,
    /// The measures concerned, if it is about numbers.
    pub measures: Vec<Key<Measure>>,
}

/// A recorded change of a published fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// The day of the change.
    pub date: CivilDay,
    /// The fact that was changed, if it still stands.
    pub fact: Option<Key<Fact>>,
    /// The id of that fact, which outlives it.
    pub fact_id: String,
    /// The key that was changed.
    pub field: String,
    /// What stood there.
    pub was: Text,
    /// What stands there now.
    pub now: Text,
    /// The reason.
    pub why: Text,
}
