//! What facts are about and where they stand: places, topics, tracks.
//!
//! None of them knows which facts refer to it.

use crate::i18n::Text;

use super::Decimal;

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Stable for ever.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What kind of place it is, in the file's own word.
    pub kind: Option<String>,
    /// Degrees north.
    pub lat: Option<Decimal>,
    /// Degrees east.
    pub lon: Option<Decimal>,
}

/// A subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// Stable for ever.
    pub id: String,
    /// Its name.
    pub name: Text,
}

/// A row of the timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Stable for ever.
    pub id: String,
    /// Its name.
    pub name: Text,
}
