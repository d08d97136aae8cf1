//! Who makes a claim, and with which standing.
//!
//! Standing goes by who speaks, not by who prints; nothing here knows a source.

use crate::i18n::Text;

use super::Key;

/// The most voices a file may have: there are six marks that a reader tells apart.
pub const MAX_VOICES: usize = 6;

/// The standing of a speaker. Its place in the list decides its mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// Stable for ever.
    pub id: String,
    /// Its name, as the page prints it.
    pub name: Text,
}

/// Who makes claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// Stable for ever. A speaker made from a fact's `by_role` has the fact's id after a `~`, which no id of a file has.
    pub id: String,
    /// The name, or the role where there is none.
    pub name: Text,
    /// Person, organisation or unnamed.
    pub kind: SpeakerKind,
    /// The office.
    pub role: Option<Text>,
    /// The standing.
    pub voice: Option<Key<Voice>>,
}

/// What kind of speaker it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpeakerKind {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// Somebody whom the source does not name.
    Unnamed,
}
