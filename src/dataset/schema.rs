//! The keys of every object of the facts file, and which of them hold text.
//!
//! What only editors need stands on these tables: the warning about unknown keys, the check of translations, the file
//! in one language. The readers do not use them, so that a page does not carry them; a debug assertion sees to it that
//! a reader asks for no key that is not here.

/// The keys of one kind of object.
#[derive(Debug)]
pub(super) struct Table {
    /// What one such object is called, as in the issues.
    pub noun: &'static str,
    pub keys: &'static [(&'static str, Holds)],
}

/// What stands behind a key.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    /// Ids, dates, numbers: nothing to translate and nothing to enter.
    Plain,
    /// A string, or a map from language to string.
    Text,
    /// A list of such texts.
    Texts,
    /// A map from language to the plural forms of a unit.
    UnitNames,
    /// One object.
    One(&'static Table),
    /// A list of objects.
    Many(&'static Table),
}

use Holds::{Many, One, Plain, Text, Texts, UnitNames};

/// The file itself.
pub(super) static FILE: Table = Table {
    noun: "file",
    keys: &[
        ("factline", Plain),
        ("id", Plain),
        ("title", Text),
        ("summary", Text),
        ("languages", Plain),
        ("reviewed", Plain),
        ("updated", Plain),
        ("contact", Plain),
        ("licence", Plain),
        ("facts", Many(&FACT)),
        ("sources", Many(&SOURCE)),
        ("voices", Many(&VOICE)),
        ("speakers", Many(&SPEAKER)),
        ("places", Many(&PLACE)),
        ("topics", Many(&TOPIC)),
        ("tracks", Many(&TRACK)),
        ("units", Many(&UNIT)),
        ("measures", Many(&MEASURE)),
        ("derived", Many(&DERIVED)),
        ("cards", Many(&CARD)),
        ("eras", Many(&ERA)),
        ("chapters", Many(&CHAPTER)),
        ("sections", Many(&SECTION)),
        ("questions", Texts),
        ("disagreements", Many(&DISAGREEMENT)),
        ("corrections", Many(&CORRECTION)),
    ],
};

static FACT: Table = Table {
    noun: "fact",
    keys: &[
        ("id", Plain),
        ("text", Text),
        ("source", Plain),
        ("locator", Text),
        ("label", Text),
        ("weight", Plain),
        ("kind", Plain),
        ("when", Plain),
        ("time", Plain),
        ("time_zone", Plain),
        ("as_of", Plain),
        ("by", Plain),
        ("by_role", Text),
        ("role", Text),
        ("via", Text),
        ("places", Plain),
        ("topics", Plain),
        ("track", Plain),
        ("measure", Plain),
        ("value", Plain),
        ("value_min", Plain),
        ("value_max", Plain),
        ("qualifier", Plain),
        ("series", Plain),
        ("repeats", Plain),
        ("withdrawn", One(&WITHDRAWN)),
        ("quote", Text),
        ("media", Many(&MEDIA)),
        ("note", Text),
    ],
};

static WITHDRAWN: Table = Table { noun: "fact", keys: &[("as_of", Plain), ("by", Plain), ("fact", Plain)] };

static MEDIA: Table = Table { noun: "fact", keys: &[("src", Plain), ("alt", Text), ("credit", Text)] };

static SOURCE: Table = Table {
    noun: "source",
    keys: &[
        ("id", Plain),
        ("title", Text),
        ("publisher", Text),
        ("url", Plain),
        ("archived", Plain),
        ("published", Plain),
        ("language", Plain),
        ("kind", Plain),
        ("seen", Plain),
        ("note", Text),
    ],
};

static VOICE: Table = Table { noun: "voice", keys: &[("id", Plain), ("name", Text)] };

static SPEAKER: Table = Table {
    noun: "speaker",
    keys: &[("id", Plain), ("name", Text), ("kind", Plain), ("role", Text), ("voice", Plain)],
};

static PLACE: Table =
    Table { noun: "place", keys: &[("id", Plain), ("name", Text), ("kind", Plain), ("lat", Plain), ("lon", Plain)] };

static TOPIC: Table = Table { noun: "topic", keys: &[("id", Plain), ("name", Text)] };

static TRACK: Table = Table { noun: "track", keys: &[("id", Plain), ("name", Text)] };

static UNIT: Table = Table { noun: "unit", keys: &[("id", Plain), ("name", UnitNames), ("symbol", Plain)] };

static MEASURE: Table =
    Table { noun: "measure", keys: &[("id", Plain), ("name", Text), ("unit", Plain), ("definition", Text)] };

static DERIVED: Table = Table {
    noun: "derived figure",
    keys: &[
        ("id", Plain),
        ("name", Text),
        ("formula", Plain),
        ("part", Plain),
        ("whole", Plain),
        ("of", Plain),
        ("per", Plain),
        ("from", Plain),
        ("minus", Plain),
        ("note", Text),
    ],
};

static CARD: Table = Table {
    noun: "card",
    keys: &[
        ("id", Plain),
        ("title", Text),
        ("headline", Plain),
        ("groups", Many(&CARD_GROUP)),
        ("picture", Plain),
        ("note", Text),
        ("wide", Plain),
    ],
};

static CARD_GROUP: Table = Table { noun: "card", keys: &[("name", Text), ("facts", Plain)] };

static ERA: Table = Table { noun: "era", keys: &[("id", Plain), ("name", Text), ("when", Plain), ("facts", Plain)] };

static CHAPTER: Table = Table {
    noun: "chapter",
    keys: &[("id", Plain), ("name", Text), ("when", Plain), ("axis", Plain), ("text", Text), ("facts", Plain)],
};

static SECTION: Table = Table {
    noun: "section",
    keys: &[("id", Plain), ("title", Text), ("text", Text), ("groups", Many(&SECTION_GROUP))],
};

static SECTION_GROUP: Table = Table { noun: "section", keys: &[("name", Text), ("facts", Plain)] };

static DISAGREEMENT: Table =
    Table { noun: "disagreement", keys: &[("id", Plain), ("facts", Plain), ("text", Text), ("measures", Plain)] };

static CORRECTION: Table = Table {
    noun: "correction",
    keys: &[("date", Plain), ("fact", Plain), ("field", Plain), ("was", Text), ("now", Text), ("why", Text)],
};

/// Whether any object of this name has such a key.
pub(super) fn is_key(noun: &str, key: &str) -> bool {
    knows(&FILE, noun, key)
}

fn knows(table: &Table, noun: &str, key: &str) -> bool {
    let is_its_own = table.noun == noun && table.keys.iter().any(|(name, _)| *name == key);
    is_its_own
        || table.keys.iter().any(|(_, holds)| match holds {
            One(inner) | Many(inner) => knows(inner, noun, key),
            Plain | Text | Texts | UnitNames => false,
        })
}
