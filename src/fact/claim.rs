//! A fact: one attributed claim, and what is said about how it was made.
//!
//! It refuses to say whether the claim is true, and which of two claims is the better one.

use crate::date::{ClockTime, Edtf, Moment};
use crate::i18n::Text;

use super::{Decimal, Key, Measure, Place, Source, Speaker, Topic, Track};

/// The weight of a fact that gives none: its label is the first to go.
pub const DEFAULT_WEIGHT: u8 = 3;

/// The longest label that a timeline has room for, in characters.
pub const LABEL_CHARACTERS: usize = 45;

/// One attributed claim. Readers see it as an *entry*, since a claim is not yet a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// Stable for ever: it stands in addresses.
    pub id: String,
    /// The claim in words that can stand alone.
    pub text: Text,
    /// A few words for the timeline.
    pub label: Option<Text>,
    /// 1 keeps its label longest, 3 gives it up first.
    pub weight: u8,
    /// Event, figure or statement.
    pub kind: Kind,
    /// The document that the claim was found in.
    pub source: Key<Source>,
    /// Where in the source: a paragraph, a page.
    pub locator: Option<Text>,
    /// The time of what is described.
    pub when: Option<Edtf>,
    /// The hour of what is described, where the day is not known.
    pub time: Option<ClockTime>,
    /// The IANA zone in which the hours of `when` and `time` were told. It explains them and moves nothing.
    pub time_zone: Option<String>,
    /// The day on which it was said.
    pub as_of: Option<Edtf>,
    /// Who makes the claim: a speaker of the file, or one made for this fact from its `by_role`.
    pub by: Option<Key<Speaker>>,
    /// The office in which the speaker spoke, where it is another than the speaker's usual one.
    pub role: Option<Text>,
    /// Who relayed the words.
    pub via: Option<Text>,
    /// Where it took place.
    pub places: Vec<Key<Place>>,
    /// What it is about.
    pub topics: Vec<Key<Topic>>,
    /// The row of the timeline that it belongs to.
    pub track: Option<Key<Track>>,
    /// The quantity that `value` is of. A value always has one.
    pub measure: Option<Key<Measure>>,
    /// The number claimed.
    pub value: Option<Value>,
    /// How the number was put.
    pub qualifier: Option<Qualifier>,
    /// Claims of one measure with the same series may be joined by a line; claims without one never.
    pub series: Option<String>,
    /// The fact that reports the same utterance, and never repeats another itself.
    pub repeats: Option<Key<Fact>>,
    /// Who took the claim back, and when.
    pub withdrawn: Option<Withdrawn>,
    /// The words themselves.
    pub quote: Option<Text>,
    /// Pictures.
    pub media: Vec<Media>,
    /// What the reader must know to read the claim rightly.
    pub note: Option<Text>,
}

impl Fact {
    /// What the clocks showed where it took place, if both the day and the hour are told.
    pub fn wall_clock(&self) -> Option<Moment> {
        let when = self.when.filter(|when| !when.is_interval())?;
        let day = when.earliest_day().filter(|day| when.latest_day() == Some(*day))?;
        when.time().or(self.time).map(|time| Moment::at(day, time))
    }
}

/// What kind of claim it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something that took place.
    Event,
    /// A measure is given a value.
    Figure,
    /// Something said, explained or asked.
    Statement,
}

impl Kind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Event, Self::Figure, Self::Statement];

    /// The name in files and addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Figure => "figure",
            Self::Statement => "statement",
        }
    }
}

/// How a number was put by its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// As it stands. That is the source's form and is not printed.
    Exact,
    /// About so many.
    About,
    /// So many or more: a minimum.
    AtLeast,
    /// More than so many.
    MoreThan,
    /// So many or fewer.
    AtMost,
    /// Fewer than so many.
    LessThan,
    /// A forecast.
    Expected,
}

impl Qualifier {
    /// The word in a facts file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::AtLeast => "at least",
            Self::MoreThan => "more than",
            Self::AtMost => "at most",
            Self::LessThan => "less than",
            Self::Expected => "expected",
        }
    }
}

/// A claimed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// One number.
    Single(Decimal),
    /// A range that the source itself gives, the smaller end first.
    Between(Decimal, Decimal),
}

impl Value {
    /// The number, or the smaller end.
    pub const fn low(self) -> Decimal {
        match self {
            Self::Single(low) | Self::Between(low, _) => low,
        }
    }

    /// The number, or the larger end.
    pub const fn high(self) -> Decimal {
        match self {
            Self::Single(high) | Self::Between(_, high) => high,
        }
    }

    /// The number, if it is one.
    pub const fn single(self) -> Option<Decimal> {
        match self {
            Self::Single(number) => Some(number),
            Self::Between(..) => None,
        }
    }
}

/// A claim that was taken back: it is shown struck through and never counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawn {
    /// The day on which it was withdrawn.
    pub as_of: Edtf,
    /// Who withdrew it.
    pub by: Option<Key<Speaker>>,
    /// The fact that says so.
    pub fact: Option<Key<Fact>>,
}

/// A picture that belongs to a fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Media {
    /// Its address, relative to the page: nothing is loaded from anybody else's server.
    pub src: String,
    /// What it shows, for those who do not see it.
    pub alt: Text,
    /// Whose it is.
    pub credit: Text,
}
