//! The lists of the file, in the order in which they can be read.
//!
//! Which lists there are is a table, so that the page carries one loop and not sixteen.

use super::super::desk::{Desk, MAX_OBJECTS, SetAside};
use super::super::facts_file::{Dataset, List};
use super::super::json::Node;
use super::super::object::Object;
use super::fact::Ties;
use super::{counted, fact, keep, people, story};

/// One list of the file, and how an object of it is read.
struct Reader {
    /// `None` for the one list whose objects have no ids.
    list: Option<List>,
    key: &'static str,
    noun: &'static str,
    read: fn(&mut Object<'_, '_>, &mut Dataset, &mut Ties),
}

const fn reader(
    list: List,
    key: &'static str,
    noun: &'static str,
    read: fn(&mut Object<'_, '_>, &mut Dataset, &mut Ties),
) -> Reader {
    Reader { list: Some(list), key, noun, read }
}

/// A list stands behind those that its objects refer to.
static READERS: [Reader; 16] = [
    reader(List::Units, "units", "unit", |o, d, _| {
        let unit = counted::unit(o);
        keep(&mut d.units, o, unit);
    }),
    reader(List::Measures, "measures", "measure", |o, d, _| {
        let measure = counted::measure(o, d.ids.of(List::Units));
        keep(&mut d.measures, o, measure);
    }),
    reader(List::Voices, "voices", "voice", |o, d, _| {
        let voice = people::voice(o, d.voices.len());
        keep(&mut d.voices, o, voice);
    }),
    reader(List::Speakers, "speakers", "speaker", |o, d, _| {
        let speaker = people::speaker(o, d.ids.of(List::Voices));
        keep(&mut d.speakers, o, speaker);
    }),
    reader(List::Places, "places", "place", |o, d, _| {
        let place = people::place(o);
        keep(&mut d.places, o, place);
    }),
    reader(List::Topics, "topics", "topic", |o, d, _| {
        let topic = people::topic(o);
        keep(&mut d.topics, o, topic);
    }),
    reader(List::Tracks, "tracks", "track", |o, d, _| {
        let track = people::track(o);
        keep(&mut d.tracks, o, track);
    }),
    reader(List::Sources, "sources", "source", |o, d, _| {
        let source = people::source(o);
        keep(&mut d.sources, o, source);
    }),
    reader(List::Facts, "facts", "fact", fact::read),
    reader(List::Derived, "derived", "derived figure", |o, d, _| {
        let derived = counted::derived(o, d);
        keep(&mut d.derived, o, derived);
    }),
    reader(List::Cards, "cards", "card", |o, d, _| {
        let card = story::card(o, &d.ids);
        keep(&mut d.cards, o, card);
    }),
    reader(List::Eras, "eras", "era", |o, d, _| {
        let era = story::era(o, d.ids.of(List::Facts));
        keep(&mut d.eras, o, era);
    }),
    reader(List::Chapters, "chapters", "chapter", |o, d, _| {
        let chapter = story::chapter(o, d.ids.of(List::Facts));
        keep(&mut d.chapters, o, chapter);
    }),
    reader(List::Sections, "sections", "section", |o, d, _| {
        let section = story::section(o, d.ids.of(List::Facts));
        keep(&mut d.sections, o, section);
    }),
    reader(List::Disagreements, "disagreements", "disagreement", |o, d, _| {
        let disagreement = story::disagreement(o, &d.ids);
        keep(&mut d.disagreements, o, disagreement);
    }),
    Reader {
        list: None,
        key: "corrections",
        noun: "correction",
        read: |o, d, _| {
            let correction = story::correction(o, d.ids.of(List::Facts));
            keep(&mut d.corrections, o, correction);
        },
    },
];

/// Reads every list of the file.
pub(super) fn read(file: &mut Object<'_, '_>, dataset: &mut Dataset) {
    let mut ties = Ties::default();
    for reader in &READERS {
        let mut n_standing = 0;
        for (number, node) in (1..).zip(file.list(reader.key)) {
            if file.desk.is_full() {
                return;
            }
            if number > MAX_OBJECTS {
                let what = format!("`{}` has more than {MAX_OBJECTS} entries", reader.key);
                file.error(node.at, what, "make several files of it; no page shows so many");
                break;
            }
            let mut object = open(file.desk, reader, number, node, dataset);
            (reader.read)(&mut object, dataset, &mut ties);
            n_standing += usize::from(close(object, reader, dataset, n_standing));
        }
        if reader.list == Some(List::Facts) {
            fact::tie(file.desk, dataset, &mut ties);
        }
    }
}

/// Opens an object, with an id of its own if its list has ids.
fn open<'a, 'd>(
    desk: &'d mut Desk,
    reader: &Reader,
    number: usize,
    node: Node<'a>,
    dataset: &Dataset,
) -> Object<'a, 'd> {
    let mut object = Object::open(desk, reader.noun, number, node);
    let Some(list) = reader.list else { return object };
    object.need_id();
    if !object.id.is_empty() && dataset.ids.of(list).place(&object.id).is_some() {
        let what = format!("another {} has the same id", reader.noun);
        let at = object.node("id").map_or(object.at, |id| id.at);
        object.error(at, what, "give one of the two another id; the first stands");
    }
    object
}

/// Gives an object its place, or sets it aside. Whether it stands.
fn close(object: Object<'_, '_>, reader: &Reader, dataset: &mut Dataset, place: usize) -> bool {
    let Object { noun, id, failure, desk, .. } = object;
    let stands = failure.is_none();
    if let Some(list) = reader.list {
        let ids = dataset.ids.of_mut(list);
        if stands { ids.stand(&id, place) } else { ids.set_aside(&id) }
    }
    if let Some(issue) = failure {
        desk.set_aside.push(SetAside { noun, id, issue });
    }
    stands
}
