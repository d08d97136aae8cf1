//! The documents that claims were found in.
//!
//! A source refuses to be graded: what is told is what kind it is and how much of it was seen.

use crate::date::Edtf;
use crate::i18n::Text;

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Stable for ever.
    pub id: String,
    /// Its title, or our description of it.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Its public address.
    pub url: Option<String>,
    /// The address of a copy.
    pub archived: Option<String>,
    /// The day on which it was published.
    pub published: Option<Edtf>,
    /// The language it is written in, as a tag.
    pub language: Option<String>,
    /// What kind of publisher it has.
    pub kind: Option<SourceKind>,
    /// How much of it was seen.
    pub seen: Option<Seen>,
    /// What the reader must know about it.
    pub note: Option<Text>,
}

/// What kind of publisher a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SourceKind {
    /// A state body's own page.
    Official,
    /// A news agency.
    Agency,
    /// A newspaper, station or news site.
    News,
    /// A non-governmental organisation.
    Ngo,
    /// An organisation of states.
    Igo,
    /// A work of reference.
    Encyclopedia,
}

/// How much of a document was seen by those who made the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seen {
    /// The whole document.
    Full,
    /// A part of it.
    Excerpt,
    /// Only what somebody else reports of it.
    Relay,
}

impl Seen {
    /// Whether the page has to say that the document itself was not read in full.
    pub const fn is_partial(self) -> bool {
        !matches!(self, Self::Full)
    }
}
