//! What stands on which line: the fields of everything in a facts file, in order.
//!
//! A field is named once, for writing, for reading and for the hash of the format.

use crate::dataset::Dataset;
use crate::fact::{
    Axis, Card, Chapter, Correction, Derived, Disagreement, Era, Fact, Formula, Group, Headline, Key, Kind, Measure,
    Media, Picture, Place, Qualifier, Section, Seen, Source, SourceKind, Speaker, SpeakerKind, Topic, Track, Unit,
    UnitName, Voice, Withdrawn,
};

use super::lines::{Lines, Listed, N_LISTS, Packer, Unpacker};

macro_rules! shapes {
    (
        head { $($head:ident),* }
        lists { $($list:ident: $listed:ident = $place:literal),* }
        objects { $($object:ident { $($field:ident),* })* }
        choices { $($choice:ident { $($name:ident),* })* }
    ) => {
        /// All names above: what changes when lines change.
        pub(super) const FIELDS: &str = concat!(
            $(stringify!($head), " ",)*
            $(stringify!($list), " ",)*
            $(stringify!($object), ":", $(stringify!($field), " ",)*)*
            $(stringify!($choice), ":", $(stringify!($name), " ",)*)*
        );

        $(impl Listed for $listed {
            const LIST: usize = $place;
        })*

        $(impl Lines for $object {
            const BLANK: Self = Self { $($field: Lines::BLANK),* };

            fn pack(&self, packer: &mut Packer<'_>) {
                $(self.$field.pack(packer);)*
            }

            fn fill(&mut self, lines: &mut Unpacker<'_>) {
                $(self.$field.fill(lines);)*
            }
        })*

        $(impl Lines for $choice {
            const BLANK: Self = [$(Self::$name),*][0];

            fn pack(&self, packer: &mut Packer<'_>) {
                let all = [$(Self::$name),*];
                packer.numbers(all.iter().position(|one| one == self).map(|place| place as i64));
            }

            fn fill(&mut self, lines: &mut Unpacker<'_>) {
                *self = lines.choice(&[$(Self::$name),*]);
            }
        })*

        /// How long each list is.
        pub(super) fn lengths(dataset: &Dataset) -> [usize; N_LISTS] {
            [$(dataset.$list.len()),*]
        }

        /// Writes the head and all lists.
        pub(super) fn pack(dataset: &Dataset, packer: &mut Packer<'_>) {
            $(dataset.$head.pack(packer);)*
            $(dataset.$list.iter().for_each(|one| one.pack(packer));)*
        }

        /// Reads what [`pack`] wrote.
        pub(super) fn unpack(lines: &mut Unpacker<'_>) -> Dataset {
            let mut dataset = Dataset::default();
            lines.read_lengths();
            $(dataset.$head = Lines::BLANK;)*
            $(dataset.$head.fill(lines);)*
            $(lines.list(&mut dataset.$list);)*
            dataset
        }
    };
}

shapes! {
    head { id, title, summary, languages, reviewed, updated, contact, licence, questions }
    lists {
        units: Unit = 0,
        measures: Measure = 1,
        voices: Voice = 2,
        speakers: Speaker = 3,
        places: Place = 4,
        topics: Topic = 5,
        tracks: Track = 6,
        sources: Source = 7,
        facts: Fact = 8,
        derived: Derived = 9,
        cards: Card = 10,
        eras: Era = 11,
        chapters: Chapter = 12,
        sections: Section = 13,
        disagreements: Disagreement = 14,
        corrections: Correction = 15
    }
    objects {
        UnitName { language, forms }
        Measure { id, name, definition, unit }
        Voice { id, name }
        Speaker { id, name, kind, role, voice }
        Place { id, name, kind, lat, lon }
        Topic { id, name }
        Track { id, name }
        Source { id, title, publisher, url, archived, published, language, kind, seen, note }
        Fact {
            id, text, label, weight, kind, source, locator, when, time, time_zone, as_of, by, role, via, places, topics,
            track, measure, value, qualifier, series, repeats, withdrawn, quote, media, note
        }
        Withdrawn { as_of, by, fact }
        Media { src, alt, credit }
        Derived { id, name, formula, note }
        Card { id, title, headline, groups, picture, note, wide }
        Group { name, facts }
        Era { id, name, when, facts }
        Chapter { id, name, when, axis, text, facts }
        Section { id, title, text, groups }
        Disagreement { id, facts, text, measures }
        Correction { date, fact, fact_id, field, was, now, why }
    }
    choices {
        SpeakerKind { Person, Organisation, Unnamed }
        SourceKind { Official, Agency, News, Ngo, Igo, Encyclopedia }
        Seen { Full, Excerpt, Relay }
        Kind { Event, Figure, Statement }
        Qualifier { Exact, About, AtLeast, MoreThan, AtMost, LessThan, Expected }
        Picture { None, Strip, History, Bars, Squares, List }
        Axis { Happened, Said }
    }
}

/// Of the forms of a unit, those that the page's language uses.
impl Lines for Unit {
    const BLANK: Self = Self { id: String::new(), name: Vec::new(), symbol: None };

    fn pack(&self, packer: &mut Packer<'_>) {
        self.id.pack(packer);
        self.forms(packer.lang()).cloned().pack(packer);
        self.symbol.pack(packer);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        self.id.fill(lines);
        let mut name: Option<UnitName> = None;
        name.fill(lines);
        self.name.extend(name);
        self.symbol.fill(lines);
    }
}

impl Lines for Headline {
    const BLANK: Self = Self::Fact(Key::new(0));

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers(match self {
            Self::Fact(fact) => [0, fact.number().into()],
            Self::Derived(derived) => [1, derived.number().into()],
        });
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        *self = match lines.numbers()[..] {
            [0, fact] => Self::Fact(lines.key(fact)),
            [1, derived] => Self::Derived(lines.key(derived)),
            _ => Self::Fact(lines.no_key()),
        };
    }
}

impl Lines for Formula {
    const BLANK: Self = Self::Sum { of: Vec::new() };

    fn pack(&self, packer: &mut Packer<'_>) {
        let kind = match self {
            Self::Share { .. } => 0,
            Self::Rate { .. } => 1,
            Self::Sum { .. } => 2,
            Self::Difference { .. } => 3,
        };
        packer.numbers([kind].into_iter().chain(self.operands().iter().map(|key| key.number().into())));
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        *self = match lines.numbers()[..] {
            [0, part, whole] => Self::Share { part: lines.key(part), whole: lines.key(whole) },
            [1, of, per] => Self::Rate { of: lines.key(of), per: lines.key(per) },
            [3, from, minus] => Self::Difference { from: lines.key(from), minus: lines.key(minus) },
            [2, ref of @ ..] => Self::Sum { of: of.iter().map(|key| lines.key(*key)).collect() },
            _ => Self::Sum { of: vec![lines.no_key()] },
        };
    }
}
