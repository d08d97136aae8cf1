//! The whole view as one plain value: what is selected, searched, filtered and in the timeline's window.
//!
//! Everything a reader can change stands here, so that an address can hold it, "back" can bring it back, and a test
//! can say it. Ids are plain text: a state is read from an address before any facts are there, and an id that means
//! nothing is kept until somebody looks it up. Knows no signals and no browser.

mod action;
mod address;

pub use action::{Action, Entry, apply, entry_of};
pub use address::{Notice, decode, encode, rows_named, sort_named, theme_name, theme_named};

pub use crate::fact::Axis;

use crate::date::CivilDay;
use crate::query::{Filter, Sort};
use crate::timeline::Scale;

/// One part of the page, shown alone in an embed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Everything, top to bottom.
    #[default]
    Page,
    /// The stat cards.
    Cards,
    /// The timeline.
    Timeline,
    /// How a number changed.
    Measure,
    /// All entries.
    Entries,
    /// Method.
    Method,
}

/// The form of all entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// One under the other, each with its evidence.
    #[default]
    List,
    /// A row each.
    Table,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the rows of the timeline are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rows {
    /// The file's own tracks.
    Track,
    /// The standing of whoever speaks.
    Voice,
    /// Whoever speaks.
    Speaker,
    /// Where it happened.
    Place,
    /// What it is about.
    Topic,
}

impl Rows {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Track, Self::Voice, Self::Speaker, Self::Place, Self::Topic];

    /// What the rows of an axis are unless the reader says otherwise.
    pub fn usual(axis: Axis) -> Self {
        match axis {
            Axis::Happened => Self::Track,
            Axis::Said => Self::Voice,
        }
    }

    /// The name in an address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Track => "track",
            Self::Voice => "voice",
            Self::Speaker => "speaker",
            Self::Place => "place",
            Self::Topic => "topic",
        }
    }
}

/// A stretch of civil time in days since 1970-01-01, end exclusive: what the timeline shows.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Window {
    /// First day, with its fraction.
    pub start_day: f64,
    /// Where it ends.
    pub end_day: f64,
}

impl Window {
    /// The same stretch on a drawing `width_px` wide.
    pub fn scale(self, width_px: f64) -> Scale {
        Scale { start_day: self.start_day, end_day: self.end_day, width_px }
    }

    /// The first and the last day of which some is shown.
    pub fn days(self) -> [CivilDay; 2] {
        [self.start_day.floor(), self.end_day.ceil() - 1.0].map(|day| CivilDay::from_days(day as i64))
    }

    /// Whether a stretch of days shows in it.
    pub fn meets(self, start_day: f64, end_day: f64) -> bool {
        start_day < self.end_day && end_day > self.start_day
    }
}

impl From<Scale> for Window {
    fn from(scale: Scale) -> Self {
        Self { start_day: scale.start_day, end_day: scale.end_day }
    }
}

/// The whole view.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ViewState {
    /// What is shown alone, if anything.
    pub part: Part,
    /// The selected fact.
    pub fact: Option<String>,
    /// The card that the selection was made on.
    pub card: Option<String>,
    /// Search and facets.
    pub filter: Filter,
    /// The timeline's window where a hand or a link moved it away from its chapter.
    pub window: Option<Window>,
    /// The chapter, where it is not the file's first.
    pub chapter: Option<String>,
    /// The axis, where it is not the chapter's.
    pub axis: Option<Axis>,
    /// The rows of the timeline, where they are not the axis's own.
    pub rows: Option<Rows>,
    /// The rows that are closed, by number, ascending: they only show how much lies where.
    pub closed: Vec<u16>,
    /// Order of all entries.
    pub sort: Sort,
    /// Form of all entries.
    pub form: Form,
    /// Light or dark.
    pub theme: Theme,
    /// Another facts file, as the address names it.
    pub facts: Option<String>,
    /// Whether the page stands in a frame of somebody else's.
    pub embed: bool,
}
