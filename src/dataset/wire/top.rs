//! The file as a whole: is it text, is it JSON, is it a facts file, and then its lists in order.

use crate::date::CivilDay;
use crate::i18n::Text;

use super::super::desk::{Desk, Ids};
use super::super::facts_file::{AllIds, Dataset, Relations};
use super::super::issue::{Issue, Issues};
use super::super::json::{Node, Shape};
use super::super::object::Object;
use super::fact::AdHoc;
use super::{counted, fact, file_error, hopeless, keep, people, read_list, story};

/// What came of reading a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What can be shown; nothing if it is no facts file at all.
    pub dataset: Option<Dataset>,
    /// What cannot, and why, in the order of the file.
    pub issues: Issues,
}

/// The text of a file's bytes.
///
/// # Errors
///
/// One issue, at the first byte that is not UTF-8.
pub fn text_of(bytes: &[u8]) -> Result<&str, Issue> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(file_error(0, String::from("the file is UTF-16"), "save it as UTF-8"));
    }
    core::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to();
        file_error(at, String::from("this byte is not UTF-8"), "save the file as UTF-8")
    })
}

impl Dataset {
    /// Reads a facts file. Whatever is wrong with it is among the issues; this never panics and never recurses.
    pub fn read(text: &str) -> Reading {
        let root = match Node::parse(text) {
            Ok(root) => root,
            Err(_) if text.trim_matches(['\u{feff}', ' ', '\t', '\r', '\n']).is_empty() => {
                let issue = file_error(
                    0,
                    String::from("the file is empty"),
                    "begin with {\"factline\": 1, \"title\": \"…\", \"facts\": []}",
                );
                return Reading { dataset: None, issues: hopeless(issue) };
            }
            Err(error) => {
                let mend = if error.truncated {
                    "the file ends too early: save or download it again, or close what is open"
                } else {
                    "correct the JSON here"
                };
                let issue = file_error(error.at, format!("not JSON: {}", error.what), mend);
                return Reading { dataset: None, issues: hopeless(issue) };
            }
        };
        let mut desk = Desk::default();
        let dataset = read_file(&mut desk, root);
        let Desk { issues, set_aside, .. } = desk;
        Reading { dataset: dataset.map(|dataset| Dataset { set_aside, ..dataset }), issues }
    }
}

fn read_file(desk: &mut Desk, root: Node<'_>) -> Option<Dataset> {
    if root.shape() != Shape::Object {
        desk.issues.add(file_error(root.at, String::from("this is no facts file"), "write an object between { and }"));
        return None;
    }
    let mut file = Object::open(desk, "file", 0, root);
    file.context = String::new();
    let version = file.need("factline");
    if let Some(version) = version.filter(|version| version.raw != "1") {
        file.wrong("factline", version, "1", "this reads version 1 of the format only");
    }
    let mut dataset = read_head(&mut file);
    file.need("facts");
    let lists = Lists::of(&mut file);
    let is_facts_file = version.is_some_and(|version| version.raw == "1")
        && file.node("facts").is_some_and(|facts| facts.shape() == Shape::List);
    if !is_facts_file {
        return None;
    }
    let mut ids = AllIds::default();
    read_lists(desk, lists, &mut dataset, &mut ids);
    dataset.ids = ids;
    dataset.relations = Relations::of(&dataset);
    Some(dataset)
}

fn read_head(file: &mut Object<'_, '_>) -> Dataset {
    Dataset {
        id: file.string("id"),
        title: file.need_text("title").unwrap_or_default(),
        summary: file.text("summary"),
        languages: read_languages(file),
        reviewed: read_reviewed(file),
        updated: file.day("updated"),
        contact: file.address("contact"),
        licence: file.string("licence"),
        questions: read_questions(file),
        ..Dataset::default()
    }
}

fn read_questions(file: &mut Object<'_, '_>) -> Vec<Text> {
    let nodes = file.list("questions");
    nodes.into_iter().filter_map(|node| file.text_of("questions", node)).collect()
}

/// A language becomes a folder of the site, so it must look like a tag.
fn read_languages(file: &mut Object<'_, '_>) -> Vec<String> {
    let mut languages: Vec<String> = Vec::new();
    for node in file.list("languages") {
        let Some(tag) = file.string_of("languages", node) else { continue };
        let is_tag = (2..=35).contains(&tag.len())
            && tag.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !is_tag {
            file.wrong("languages", node, "a language tag", "write it as en, ru or pt-BR");
        } else if languages.contains(&tag) {
            file.error(node.at, format!("the language `{tag}` is named twice"), "name it once");
        } else {
            languages.push(tag);
        }
    }
    if languages.is_empty() { vec![String::from("en")] } else { languages }
}

fn read_reviewed(file: &mut Object<'_, '_>) -> Vec<(String, Option<CivilDay>)> {
    let Some(node) = file.node("reviewed") else { return Vec::new() };
    if node.shape() != Shape::Object {
        file.wrong("reviewed", node, "a map of languages", "write it as in {\"en\": \"2022-01-05\", \"ru\": null}");
    }
    let mut reviewed = Vec::new();
    for entry in node.entries() {
        let is_read = entry.node.shape() != Shape::Null;
        let day = if is_read { file.day_of("reviewed", entry.node) } else { None };
        reviewed.push((entry.key.into_owned(), day));
    }
    reviewed
}

/// The members of every list, before any of them is read.
struct Lists<'a> {
    units: Vec<Node<'a>>,
    measures: Vec<Node<'a>>,
    voices: Vec<Node<'a>>,
    speakers: Vec<Node<'a>>,
    places: Vec<Node<'a>>,
    topics: Vec<Node<'a>>,
    tracks: Vec<Node<'a>>,
    sources: Vec<Node<'a>>,
    facts: Vec<Node<'a>>,
    derived: Vec<Node<'a>>,
    cards: Vec<Node<'a>>,
    eras: Vec<Node<'a>>,
    chapters: Vec<Node<'a>>,
    sections: Vec<Node<'a>>,
    disagreements: Vec<Node<'a>>,
    corrections: Vec<Node<'a>>,
}

impl<'a> Lists<'a> {
    fn of(file: &mut Object<'a, '_>) -> Self {
        Self {
            units: file.list("units"),
            measures: file.list("measures"),
            voices: file.list("voices"),
            speakers: file.list("speakers"),
            places: file.list("places"),
            topics: file.list("topics"),
            tracks: file.list("tracks"),
            sources: file.list("sources"),
            facts: file.list("facts"),
            derived: file.list("derived"),
            cards: file.list("cards"),
            eras: file.list("eras"),
            chapters: file.list("chapters"),
            sections: file.list("sections"),
            disagreements: file.list("disagreements"),
            corrections: file.list("corrections"),
        }
    }
}

fn read_lists(desk: &mut Desk, lists: Lists<'_>, dataset: &mut Dataset, ids: &mut AllIds) {
    let d = dataset;
    read_list(desk, "unit", lists.units, &mut ids.units, &mut |object| {
        let unit = counted::unit(object);
        keep(&mut d.units, object, unit);
    });
    read_list(desk, "measure", lists.measures, &mut ids.measures, &mut |object| {
        let measure = counted::measure(object, &ids.units);
        keep(&mut d.measures, object, measure);
    });
    let mut n_voices = 0;
    read_list(desk, "voice", lists.voices, &mut ids.voices, &mut |object| {
        n_voices += 1;
        people::refuse_seventh(object, n_voices);
        let voice = people::voice(object);
        keep(&mut d.voices, object, voice);
    });
    read_list(desk, "speaker", lists.speakers, &mut ids.speakers, &mut |object| {
        let speaker = people::speaker(object, &ids.voices);
        keep(&mut d.speakers, object, speaker);
    });
    read_list(desk, "place", lists.places, &mut ids.places, &mut |object| {
        let place = people::place(object);
        keep(&mut d.places, object, place);
    });
    read_list(desk, "topic", lists.topics, &mut ids.topics, &mut |object| {
        let topic = people::topic(object);
        keep(&mut d.topics, object, topic);
    });
    read_list(desk, "track", lists.tracks, &mut ids.tracks, &mut |object| {
        let track = people::track(object);
        keep(&mut d.tracks, object, track);
    });
    read_list(desk, "source", lists.sources, &mut ids.sources, &mut |object| {
        let source = people::source(object);
        keep(&mut d.sources, object, source);
    });
    read_facts(desk, lists.facts, d, ids);
    let counted = counted::Counted { facts: &d.facts, measures: &d.measures, fact_ids: &ids.facts };
    read_list(desk, "derived figure", lists.derived, &mut ids.derived, &mut |object| {
        let derived = counted::derived(object, counted);
        keep(&mut d.derived, object, derived);
    });
    let mut card_ids = Ids::default();
    read_list(desk, "card", lists.cards, &mut card_ids, &mut |object| {
        let card = story::card(object, ids);
        keep(&mut d.cards, object, card);
    });
    ids.cards = card_ids;
    read_list(desk, "era", lists.eras, &mut ids.eras, &mut |object| {
        let era = story::era(object, &ids.facts);
        keep(&mut d.eras, object, era);
    });
    read_list(desk, "chapter", lists.chapters, &mut ids.chapters, &mut |object| {
        let chapter = story::chapter(object, &ids.facts);
        keep(&mut d.chapters, object, chapter);
    });
    read_list(desk, "section", lists.sections, &mut ids.sections, &mut |object| {
        let section = story::section(object, &ids.facts);
        keep(&mut d.sections, object, section);
    });
    let mut disagreement_ids = Ids::default();
    read_list(desk, "disagreement", lists.disagreements, &mut disagreement_ids, &mut |object| {
        let disagreement = story::disagreement(object, ids);
        keep(&mut d.disagreements, object, disagreement);
    });
    ids.disagreements = disagreement_ids;
    for (number, node) in (1..).zip(lists.corrections) {
        let mut object = Object::open(desk, "correction", number, node);
        let correction = story::correction(&mut object, &ids.facts);
        keep(&mut d.corrections, &object, correction);
    }
}

fn read_facts(desk: &mut Desk, nodes: Vec<Node<'_>>, dataset: &mut Dataset, ids: &mut AllIds) {
    let n_named = dataset.speakers.len();
    let mut ad_hoc = AdHoc::default();
    let mut fact_ids = Ids::default();
    let mut drafts = Vec::with_capacity(nodes.len());
    read_list(desk, "fact", nodes, &mut fact_ids, &mut |object| {
        let draft = fact::draft(object, ids, &mut ad_hoc, n_named);
        keep(&mut drafts, object, draft);
    });
    dataset.facts = fact::tie(drafts, &mut fact_ids, desk);
    ids.facts = fact_ids;
    for (place, speaker) in (n_named..).zip(ad_hoc.speakers) {
        ids.speakers.stand(&speaker.id, place);
        dataset.speakers.push(speaker);
    }
}
