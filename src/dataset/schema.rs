//! The keys of every object of the facts file: what stands behind each, which are required, and what they mean.
//!
//! What only editors need stands on these tables: the warning about unknown keys, the check of translations, the file
//! in one language, the JSON Schema. The readers do not use them, so that a page does not carry them; a debug assertion
//! sees to it that a reader asks for no key that is not here, and a test that it asks for every key that is.

/// The keys of one kind of object.
#[derive(Debug)]
pub(super) struct Table {
    /// What one such object is called, as in the issues.
    pub noun: &'static str,
    /// The name of its definition in the JSON Schema.
    pub name: &'static str,
    pub says: &'static str,
    pub keys: &'static [Key],
}

/// A key of an object.
#[derive(Debug)]
pub(super) struct Key {
    pub name: &'static str,
    pub holds: Holds,
    pub is_required: bool,
    /// What it means, for whoever writes the file.
    pub says: &'static str,
}

/// What stands behind a key.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    /// Ids, dates, numbers: nothing to translate and nothing to enter.
    Plain(Form),
    /// A string, or a map from language to string.
    Text,
    /// A list of such texts.
    Texts,
    /// A text, or any other value: what stood behind some key.
    State,
    /// A map from language to the plural forms of a unit.
    UnitNames,
    /// One object.
    One(&'static Table),
    /// A list of objects.
    Many(&'static Table),
}

/// The form of a plain value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// The version of the format.
    Version,
    /// A name that the file gives to one of its objects.
    Id,
    /// The id of another object.
    Ref,
    /// A list of so many ids or more.
    Refs(usize),
    /// One id, or a list of them: what the formula of a derived figure takes.
    RefOrRefs,
    /// Any string.
    Word,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// A language tag.
    Tag,
    Tags,
    /// A map from language to day or null.
    Reviewed,
    Day,
    /// EDTF.
    Date,
    /// An hour.
    Clock,
    /// A name of the IANA database.
    Zone,
    Address,
    RelativeAddress,
    Number,
    Weight,
    Flag,
}

use Form::{
    Address, Clock, Date, Day, Flag, Id, Number, OneOf, Ref, RefOrRefs, Refs, RelativeAddress, Reviewed, Tag, Tags,
    Version, Weight, Word, Zone,
};
use Holds::{Many, One, Plain, State, Text, Texts, UnitNames};

/// A key that must be there.
const fn need(name: &'static str, holds: Holds, says: &'static str) -> Key {
    Key { name, holds, is_required: true, says }
}

/// A key that may be left out.
const fn may(name: &'static str, holds: Holds, says: &'static str) -> Key {
    Key { name, holds, is_required: false, says }
}

const ID: Key = need("id", Plain(Id), "Its name within its list. It stands in addresses, so it should never change.");

/// The file itself.
pub(super) static FILE: Table = Table {
    noun: "file",
    name: "file",
    says: "Claims, who made them, and where they were found.",
    keys: &[
        may("$schema", Plain(Word), "Where an editor finds the schema of this file; nothing else reads it."),
        need("factline", Plain(Version), "The version of the format."),
        may("id", Plain(Word), "A name for the file; not shown."),
        need("title", Text, "The title of the page."),
        may("summary", Text, "What stands under the title, and in the description of the page."),
        may("languages", Plain(Tags), "The languages of the site, the default first; [\"en\"] if absent."),
        may("reviewed", Plain(Reviewed), "For each language, the day on which a native editor read it, or null."),
        may("updated", Plain(Day), "The day of the last change."),
        may("contact", Plain(Address), "Where corrections and replies go."),
        may("licence", Plain(Word), "Under which licence the file may be used."),
        need("facts", Many(&FACT), "The claims; one bad one is set aside, the others stand."),
        may("sources", Many(&SOURCE), "The documents that the claims were found in."),
        may("voices", Many(&VOICE), "Up to six standings that speakers share; their order decides their marks."),
        may("speakers", Many(&SPEAKER), "Who makes claims."),
        may("places", Many(&PLACE), "Where things took place; a facet of the search."),
        may("topics", Many(&TOPIC), "What facts are about; a facet of the search."),
        may("tracks", Many(&TRACK), "The rows of the timeline."),
        may("units", Many(&UNIT), "In what things are counted."),
        may("measures", Many(&MEASURE), "What exactly is counted."),
        may("derived", Many(&DERIVED), "Numbers computed from facts, shown with their formula."),
        may("cards", Many(&CARD), "The stat cards, in the order in which they stand."),
        may("eras", Many(&ERA), "Named periods in the background of the timeline."),
        may("chapters", Many(&CHAPTER), "Named windows of the timeline; the first is the opening one."),
        may("sections", Many(&SECTION), "Blocks of facts after the timeline."),
        may("unheard", Text, "Whose voices are not among these."),
        may("questions", Texts, "What is not known."),
        may("disagreements", Many(&DISAGREEMENT), "Where facts do not say the same."),
        may("corrections", Many(&CORRECTION), "Recorded changes of published facts."),
    ],
};

static FACT: Table = Table {
    noun: "fact",
    name: "fact",
    says: "One claim by somebody. Readers see the word entry.",
    keys: &[
        ID,
        need("text", Text, "The claim, in words that can stand alone."),
        need("source", Plain(Ref), "The id of the source that it was found in."),
        may("locator", Text, "Where in the source: paragraph 3."),
        may("label", Text, "A few words for the timeline, at most 45 characters."),
        may("weight", Plain(Weight), "1 keeps its label longest when room is short; 3 if absent."),
        may("kind", Plain(OneOf(&["event", "figure", "statement"])), "If absent: figure with a value, else statement."),
        may("when", Plain(Date), "The time of what is described."),
        may("time", Plain(Clock), "The hour of what is described, where the day is not known."),
        may("time_zone", Plain(Zone), "In which zone the hours were told. It explains them and moves nothing."),
        may("as_of", Plain(Date), "The day on which it was said."),
        may("by", Plain(Ref), "The id of the speaker who makes the claim."),
        may("by_role", Text, "Makes a speaker without an id, as in \"a police officer\"."),
        may("role", Text, "The office in which the speaker spoke, where it is not the usual one."),
        may("via", Text, "Who relayed the words."),
        may("places", Plain(Refs(0)), "The ids of the places where it took place."),
        may("topics", Plain(Refs(0)), "The ids of the topics that it is about."),
        may("track", Plain(Ref), "The id of the row of the timeline that it stands in."),
        may("measure", Plain(Ref), "The id of what is counted; required with a value."),
        may("value", Plain(Number), "The number claimed, with at most 15 digits."),
        may("value_min", Plain(Number), "The smaller end of a range that the source itself gives."),
        may("value_max", Plain(Number), "The larger end of that range."),
        may(
            "qualifier",
            Plain(OneOf(&["exact", "about", "at least", "more than", "at most", "less than", "expected"])),
            "How the source put the number.",
        ),
        may("series", Plain(Word), "Claims of one measure with the same series may be joined by a line, others never."),
        may("repeats", Plain(Ref), "The id of the fact that reports the same utterance; it repeats no other itself."),
        may("withdrawn", One(&WITHDRAWN), "When and by whom it was taken back."),
        may("quote", Text, "The words themselves."),
        may("media", Many(&MEDIA), "Pictures; checked, not shown yet."),
        may("note", Text, "What a reader must know to read the claim rightly."),
    ],
};

static WITHDRAWN: Table = Table {
    noun: "fact",
    name: "withdrawn",
    says: "When and by whom a claim was taken back.",
    keys: &[
        need("as_of", Plain(Date), "The day on which it was withdrawn."),
        may("by", Plain(Ref), "The id of the speaker who withdrew it."),
        may("fact", Plain(Ref), "The id of the fact that says so."),
    ],
};

static MEDIA: Table = Table {
    noun: "fact",
    name: "media",
    says: "A picture.",
    keys: &[
        need("src", Plain(RelativeAddress), "Its address beside the page: nothing is loaded from elsewhere."),
        need("alt", Text, "What it shows, for those who do not see it."),
        need("credit", Text, "Whose it is."),
    ],
};

static SOURCE: Table = Table {
    noun: "source",
    name: "source",
    says: "A document that claims were found in.",
    keys: &[
        ID,
        need("title", Text, "Its title, or your description of it."),
        may("publisher", Text, "Who published it."),
        may("url", Plain(Address), "Its public address."),
        may("archived", Plain(Address), "The address of a copy of it."),
        may("published", Plain(Date), "When it was published."),
        may("language", Plain(Tag), "The language it is written in."),
        may(
            "kind",
            Plain(OneOf(&["official", "agency", "news", "ngo", "igo", "encyclopedia"])),
            "Its kind of publisher.",
        ),
        may(
            "seen",
            Plain(OneOf(&["full", "excerpt", "relay"])),
            "Whether you read all of it, a part, or only what others report of it.",
        ),
        may("note", Text, "What a reader must know about it."),
    ],
};

static VOICE: Table = Table {
    noun: "voice",
    name: "voice",
    says: "A standing that several speakers share, such as the authorities.",
    keys: &[ID, need("name", Text, "What readers see.")],
};

static SPEAKER: Table = Table {
    noun: "speaker",
    name: "speaker",
    says: "Somebody who makes claims.",
    keys: &[
        ID,
        need("name", Text, "What readers see."),
        may("kind", Plain(OneOf(&["person", "organisation", "unnamed"])), "person if absent."),
        may("role", Text, "The usual office."),
        may("voice", Plain(Ref), "The id of the standing of this speaker."),
    ],
};

static PLACE: Table = Table {
    noun: "place",
    name: "place",
    says: "Where something took place.",
    keys: &[
        ID,
        need("name", Text, "What readers see."),
        may("kind", Plain(Word), "Such as city; kept, not shown."),
        may("lat", Plain(Number), "Its latitude; kept, not shown."),
        may("lon", Plain(Number), "Its longitude; kept, not shown."),
    ],
};

static TOPIC: Table = Table {
    noun: "topic",
    name: "topic",
    says: "What facts are about.",
    keys: &[ID, need("name", Text, "What readers see.")],
};

static TRACK: Table = Table {
    noun: "track",
    name: "track",
    says: "A row of the timeline.",
    keys: &[ID, need("name", Text, "What readers see.")],
};

static UNIT: Table = Table {
    noun: "unit",
    name: "unit",
    says: "What a number is in.",
    keys: &[
        ID,
        need("name", UnitNames, "For each language its plural forms, with {n} where the number goes."),
        may("symbol", Plain(Word), "Kept, not shown yet."),
    ],
};

static MEASURE: Table = Table {
    noun: "measure",
    name: "measure",
    says: "What exactly is counted.",
    keys: &[
        ID,
        need("name", Text, "What readers see."),
        need("unit", Plain(Ref), "The id of the unit that it is counted in."),
        may("definition", Text, "What is counted, and what is not."),
    ],
};

static DERIVED: Table = Table {
    noun: "derived figure",
    name: "derived",
    says: "A number computed from facts.",
    keys: &[
        ID,
        need("name", Text, "What readers see."),
        need(
            "formula",
            Plain(OneOf(&["share", "rate", "sum", "difference"])),
            "share takes part and whole, rate of and per, sum a list of, difference from and minus.",
        ),
        may("part", Plain(Ref), "The id of the fact that is a part."),
        may("whole", Plain(Ref), "The id of the fact that is the whole, in the same unit."),
        may("of", Plain(RefOrRefs), "The id of the fact of which there is so much; in a sum, all that is added."),
        may("per", Plain(Ref), "The id of the fact for each of which it is, in another unit."),
        may("from", Plain(Ref), "The id of the fact that is taken from."),
        may("minus", Plain(Ref), "The id of the fact that is taken away."),
        may("note", Text, "What the number is not."),
    ],
};

static CARD: Table = Table {
    noun: "card",
    name: "card",
    says: "A stat card: one number and its evidence.",
    keys: &[
        ID,
        may("title", Text, "If absent: the name of the measure or of the derived figure."),
        need("headline", Plain(Ref), "The id of a fact or of a derived figure."),
        may("beside", Plain(Ref), "The id of a fact that stands as large beside it."),
        may("groups", Many(&CARD_GROUP), "What else stands on it."),
        may(
            "picture",
            Plain(OneOf(&["none", "strip", "history", "bars", "squares", "list"])),
            "The small picture; none if absent.",
        ),
        may("note", Text, "The line that must stand on it."),
        may("wide", Plain(Flag), "Takes more room."),
    ],
};

const GROUP_KEYS: &[Key] =
    &[may("name", Text, "What stands above them."), need("facts", Plain(Refs(0)), "The ids of the facts.")];

static CARD_GROUP: Table = Table {
    noun: "card",
    name: "group",
    says: "Facts that stand together.",
    keys: &[
        may("name", Text, "What stands above them."),
        may("whole", Plain(Ref), "The id of the fact that the others are told as parts of."),
        need("facts", Plain(Refs(0)), "The ids of the facts."),
        may("note", Text, "What must be said about them."),
    ],
};

static SECTION_GROUP: Table =
    Table { noun: "section", name: "group", says: "Facts that stand together.", keys: GROUP_KEYS };

static ERA: Table = Table {
    noun: "era",
    name: "era",
    says: "A named period in the background of the timeline.",
    keys: &[
        ID,
        need("name", Text, "What readers see."),
        need("when", Plain(Date), "The period."),
        may("facts", Plain(Refs(0)), "The ids of the facts that are its evidence."),
    ],
};

static CHAPTER: Table = Table {
    noun: "chapter",
    name: "chapter",
    says: "A named window of the timeline with a sentence about it.",
    keys: &[
        ID,
        need("name", Text, "What readers see."),
        need("when", Plain(Date), "The window, as a rule an interval."),
        may("axis", Plain(OneOf(&["happened", "said"])), "By which day the facts stand; happened if absent."),
        may("text", Text, "One sentence about it."),
        may("facts", Plain(Refs(0)), "The ids of the facts that the sentence rests on."),
    ],
};

static SECTION: Table = Table {
    noun: "section",
    name: "section",
    says: "A block of facts after the timeline.",
    keys: &[
        ID,
        need("title", Text, "What stands above it."),
        may("text", Text, "A line under the title."),
        need("groups", Many(&SECTION_GROUP), "A column each."),
    ],
};

static DISAGREEMENT: Table = Table {
    noun: "disagreement",
    name: "disagreement",
    says: "Facts that do not say the same.",
    keys: &[
        ID,
        need("facts", Plain(Refs(2)), "The ids of the facts that differ."),
        need("text", Text, "How they differ, not who is right."),
        may("measures", Plain(Refs(0)), "The ids of the measures that it is about."),
    ],
};

static CORRECTION: Table = Table {
    noun: "correction",
    name: "correction",
    says: "A recorded change of a published fact. `factline diff` writes them.",
    keys: &[
        need("date", Plain(Day), "The day of the change."),
        need("fact", Plain(Ref), "The id of the fact."),
        need("field", Plain(Word), "The key that was changed."),
        need("was", State, "As it stood."),
        need("now", State, "As it stands."),
        need("why", Text, "Why it was changed, for readers."),
    ],
};

/// Whether any object of this name has such a key.
pub(super) fn is_key(noun: &str, key: &str) -> bool {
    knows(&FILE, noun, key)
}

fn knows(table: &Table, noun: &str, name: &str) -> bool {
    let is_its_own = table.noun == noun && table.keys.iter().any(|key| key.name == name);
    is_its_own
        || table.keys.iter().any(|key| match key.holds {
            One(inner) | Many(inner) => knows(inner, noun, name),
            Plain(_) | Text | Texts | State | UnitNames => false,
        })
}
