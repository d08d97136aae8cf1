//! The model: facts and what they refer to.
//!
//! Plain values with their cross-references resolved into keys. Fields have the names that they have in a facts file.
//! Nothing here reads, checks or computes; a value that could not be shown truthfully was never made.

mod claim;
mod decimal;
mod key;
mod measure;
mod source;
mod speaker;
mod story;
mod subject;

pub use claim::{DEFAULT_WEIGHT, Fact, Kind, LABEL_CHARACTERS, Media, Qualifier, Value, Withdrawn};
pub use decimal::{Decimal, DecimalError, MAX_DIGITS};
pub use key::Key;
pub use measure::{Derived, Formula, Measure, Unit, UnitName};
pub use source::{Seen, Source, SourceKind};
pub use speaker::{MAX_VOICES, Speaker, SpeakerKind, Voice};
pub use story::{Axis, Card, Chapter, Correction, Disagreement, Era, Group, Headline, Picture, Section};
pub use subject::{Place, Topic, Track};
