//! Sources, speakers, measures and the rest, made from the rows that name them.
//!
//! A file that the rows are read with knows its own; what it does not know is made where a row gives it a name. A list
//! that no file has is made from the ids alone. Where two rows give one thing two names, the second is told and the
//! first stands. It refuses to know how a row is read.

use std::collections::{HashMap, HashSet};

use super::super::compose::Composer;
use super::super::facts_file::Dataset;
use super::super::slug::{Numbers, is_id, slug};

/// The lists that rows make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Sources,
    Speakers,
    Measures,
    Units,
    Places,
    Topics,
    Tracks,
}

impl List {
    pub const ALL: [Self; 7] =
        [Self::Sources, Self::Speakers, Self::Measures, Self::Units, Self::Places, Self::Topics, Self::Tracks];

    /// The key of the list in a facts file.
    pub const fn key(self) -> &'static str {
        ["sources", "speakers", "measures", "units", "places", "topics", "tracks"][self as usize]
    }

    /// What one of it is called.
    pub const fn noun(self) -> &'static str {
        ["source", "speaker", "measure", "unit", "place", "topic", "track"][self as usize]
    }

    /// The key of its name.
    const fn name_key(self) -> &'static str {
        if matches!(self, Self::Sources) { "title" } else { "name" }
    }
}

/// A name in one language or in all.
pub(super) type Name = (Option<String>, String);

/// A cell, by the place of its row among those that are read, and its column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spot {
    pub row: u32,
    pub column: u32,
}

/// What is made.
#[derive(Clone, Debug)]
struct Thing {
    id: String,
    names: Vec<Name>,
    /// The address of a source, the unit of a measure.
    detail: Option<(String, Spot)>,
    spot: Spot,
}

/// What one row says of a thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Said<'c> {
    pub id: &'c str,
    pub names: Vec<Name>,
    /// Empty if there is none.
    pub detail: &'c str,
    pub detail_spot: Spot,
}

/// Two rows, or a row and the file, that do not say the same of one thing: what stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Conflict {
    /// The thing has this name.
    Name(String),
    /// The source has this address, the measure this unit.
    Detail(String),
    /// The file calls the thing this, and that name stands.
    Known(String),
    /// The file gives the source this address or none, and that stands.
    KnownAddress(Option<String>),
}

/// All that is made, and what the file knows.
#[derive(Debug, Default)]
pub(super) struct Things {
    base: Option<Dataset>,
    has_list: [bool; List::ALL.len()],
    /// The ids of what the file has, by name and by address.
    known_names: [HashMap<String, String>; List::ALL.len()],
    made: [Vec<Thing>; List::ALL.len()],
    by_id: [HashMap<String, usize>; List::ALL.len()],
    by_name: [HashMap<String, usize>; List::ALL.len()],
    numbers: [Numbers; List::ALL.len()],
    /// The ids of which it was told that the file has another name for them.
    told: [HashSet<String>; List::ALL.len()],
}

impl Things {
    /// For rows that are read with a file; `has` says which lists it has.
    pub fn new(base: Option<Dataset>, has: impl Fn(List) -> bool) -> Self {
        let mut things = Self::default();
        if let Some(base) = &base {
            for list in List::ALL {
                things.has_list[list as usize] = has(list);
            }
            let mut know = |list: List, name: &str, id: &str| {
                things.known_names[list as usize].entry(name.to_owned()).or_insert_with(|| id.to_owned());
            };
            for source in &base.sources {
                source
                    .title
                    .texts()
                    .chain(source.url.as_deref())
                    .for_each(|name| know(List::Sources, name, &source.id));
            }
            for speaker in base.speakers.iter().filter(|speaker| !speaker.id.starts_with('~')) {
                speaker.name.texts().for_each(|name| know(List::Speakers, name, &speaker.id));
            }
            for measure in &base.measures {
                measure.name.texts().for_each(|name| know(List::Measures, name, &measure.id));
            }
        }
        things.base = base;
        things
    }

    /// The id of what a row names, making it if nobody has; `None` if the row names nothing.
    pub fn id_of(&mut self, list: List, said: &Said<'_>, spot: Spot) -> (Option<String>, Option<Conflict>) {
        if !said.id.is_empty() && (self.is_known(list, said.id) || is_id(said.id) || self.has_list[list as usize]) {
            return (Some(said.id.to_owned()), self.note(list, said, spot));
        }
        // What is no id is a name: `OHCHR`, `Mill Street`.
        let mut names = said.names.clone();
        if names.is_empty() && !said.id.is_empty() {
            names.push((None, said.id.to_owned()));
        }
        let key = match names.first() {
            _ if !said.id.is_empty() => said.id.to_owned(),
            Some((_, name)) => name.clone(),
            // A source may be known by its address alone; a unit is the unit of nothing.
            None if list == List::Sources && !said.detail.is_empty() => said.detail.to_owned(),
            None => return (None, None),
        };
        if let Some(id) = self.known_names[list as usize].get(&key) {
            return (Some(id.clone()), None);
        }
        if let Some(&place) = self.by_name[list as usize].get(&key) {
            let id = self.made[list as usize][place].id.clone();
            let conflict = self.note(list, &Said { id: &id, names, ..*said }, spot);
            return (Some(id), conflict);
        }
        let mut numbers = std::mem::take(&mut self.numbers[list as usize]);
        let id = numbers.free(&slug(&key), |id| self.is_known(list, id) || self.by_id[list as usize].contains_key(id));
        self.numbers[list as usize] = numbers;
        if names.is_empty() {
            names.push((None, key.clone()));
        }
        self.by_name[list as usize].insert(key, self.made[list as usize].len());
        let conflict = self.note(list, &Said { id: &id, names, ..*said }, spot);
        (Some(id), conflict)
    }

    /// The unit that a measure of the file counts in.
    fn base_unit(&self, measure: &str) -> Option<&str> {
        let base = self.base.as_ref()?;
        Some(&base[base[base.measure_by_id(measure)?].unit].id)
    }

    /// What the file says of a thing, if the row says something else; told once of each thing.
    fn known_otherwise(&mut self, list: List, said: &Said<'_>) -> Option<Conflict> {
        if self.told[list as usize].contains(said.id) {
            return None;
        }
        let conflict = self.known_name(list, said).or_else(|| self.known_address(list, said))?;
        self.told[list as usize].insert(said.id.to_owned());
        Some(conflict)
    }

    fn known_address(&self, list: List, said: &Said<'_>) -> Option<Conflict> {
        let base = self.base.as_ref().filter(|_| list == List::Sources && !said.detail.is_empty())?;
        let known = base[base.source_by_id(said.id)?].url.as_deref();
        (known != Some(said.detail)).then(|| Conflict::KnownAddress(known.map(str::to_owned)))
    }

    fn known_name(&self, list: List, said: &Said<'_>) -> Option<Conflict> {
        let base = self.base.as_ref()?;
        let name = match list {
            List::Sources => &base[base.source_by_id(said.id)?].title,
            List::Speakers => &base[base.speaker_by_id(said.id)?].name,
            List::Measures => &base[base.measure_by_id(said.id)?].name,
            List::Units | List::Places | List::Topics | List::Tracks => return None,
        };
        let is_its_own = |text: &str| name.texts().any(|own| own.trim() == text);
        if said.names.iter().all(|(_, text)| is_its_own(text)) {
            return None;
        }
        Some(Conflict::Known(name.resolve(base.default_language(), base.default_language()).text.to_owned()))
    }

    /// Keeps what a row says of an id.
    fn note(&mut self, list: List, said: &Said<'_>, spot: Spot) -> Option<Conflict> {
        if self.is_known(list, said.id) {
            let unit = self.base_unit(said.id).filter(|_| list == List::Measures && !said.detail.is_empty());
            return match unit {
                Some(unit) if unit != said.detail => Some(Conflict::Detail(unit.to_owned())),
                _ => self.known_otherwise(list, said),
            };
        }
        let made = &mut self.made[list as usize];
        let place = *self.by_id[list as usize].entry(said.id.to_owned()).or_insert_with(|| {
            made.push(Thing { id: said.id.to_owned(), names: Vec::new(), detail: None, spot });
            made.len() - 1
        });
        let thing = &mut made[place];
        for (language, name) in &said.names {
            match thing.names.iter().find(|(known, _)| known == language) {
                Some((_, known)) if known != name => return Some(Conflict::Name(known.clone())),
                Some(_) => {}
                None => {
                    thing.names.push((language.clone(), name.clone()));
                    self.by_name[list as usize].entry(name.clone()).or_insert(place);
                }
            }
        }
        match &thing.detail {
            Some((known, _)) if !said.detail.is_empty() && known != said.detail => {
                return Some(Conflict::Detail(known.clone()));
            }
            None if !said.detail.is_empty() => thing.detail = Some((said.detail.to_owned(), said.detail_spot)),
            _ => {}
        }
        None
    }

    /// Whether the file has it.
    fn is_known(&self, list: List, id: &str) -> bool {
        let Some(base) = &self.base else { return false };
        match list {
            List::Sources => base.source_by_id(id).is_some(),
            List::Speakers => base.speaker_by_id(id).is_some(),
            List::Measures => base.measure_by_id(id).is_some(),
            List::Units => base.unit_by_id(id).is_some(),
            List::Places => base.place_by_id(id).is_some(),
            List::Topics => base.topic_by_id(id).is_some(),
            List::Tracks => base.track_by_id(id).is_some(),
        }
    }

    /// How many things of a list are made. One without a name is made only where the file has no such list: else the
    /// id is likely to be misspelt, and the reader of the facts file says so.
    pub fn n_made(&self, list: List) -> usize {
        self.made[list as usize].iter().filter(|thing| self.is_made(list, thing)).count()
    }

    fn is_made(&self, list: List, thing: &Thing) -> bool {
        !self.has_list[list as usize] || !thing.names.is_empty() || thing.detail.is_some()
    }

    /// Writes the members of a list; `mark` is told where each comes from.
    pub fn write(&self, list: List, languages: &[String], out: &mut Composer, mark: &mut dyn FnMut(&Composer, Spot)) {
        for thing in self.made[list as usize].iter().filter(|thing| self.is_made(list, thing)) {
            out.item();
            mark(out, thing.spot);
            out.open('{');
            out.pair("id", &thing.id);
            if list == List::Units {
                write_unit(thing, languages, out);
            } else {
                out.key(list.name_key());
                write_names(thing, languages, out);
            }
            if let Some((detail, spot)) = &thing.detail {
                mark(out, *spot);
                out.pair(if list == List::Sources { "url" } else { "unit" }, detail);
            }
            out.close('}');
        }
    }
}

/// Where some names are in a language and one is in none, that one is in the default language.
fn write_names(thing: &Thing, languages: &[String], out: &mut Composer) {
    match thing.names.as_slice() {
        [] => out.string(&thing.id),
        [(None, name)] => out.string(name),
        names => {
            out.open('{');
            for (language, name) in names {
                out.pair(language.as_ref().or(languages.first()).map_or("en", String::as_str), name);
            }
            out.close('}');
        }
    }
}

/// A unit has one form for all numbers, since a table has no room for more.
fn write_unit(unit: &Thing, languages: &[String], out: &mut Composer) {
    let name = unit.names.first().map_or(unit.id.as_str(), |(_, name)| name);
    out.key("name");
    out.open('{');
    for language in languages {
        out.key(language);
        out.open('{');
        out.pair("other", &format!("{{n}} {name}"));
        out.close('}');
    }
    out.close('}');
}
