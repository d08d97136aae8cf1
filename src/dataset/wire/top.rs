//! The file as a whole: is it text, is it JSON, is it a facts file, and then its lists in order.

use crate::date::CivilDay;
use crate::i18n::Text;

use super::super::desk::Desk;
use super::super::facts_file::{Dataset, Relations};
use super::super::issue::{Issue, Issues, MAX_ISSUES};
use super::super::json::{Node, Shape};
use super::super::object::Object;
use super::{file_error, lists};

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
        let what = format!("byte {} of the file is not UTF-8", at + 1);
        file_error(at, what, "save the file as UTF-8")
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
                return Reading { dataset: None, issues: Issues::of(vec![issue]) };
            }
            Err(error) => {
                let mend = if error.truncated {
                    "the file ends too early: save or download it again, or close what is open"
                } else {
                    "correct the JSON here"
                };
                let issue = file_error(error.at, format!("not JSON: {}", error.what), mend);
                return Reading { dataset: None, issues: Issues::of(vec![issue]) };
            }
        };
        let mut desk = Desk::default();
        let mut dataset = read_file(&mut desk, root);
        if let Some(dataset) = &mut dataset {
            dataset.set_aside = core::mem::take(&mut desk.set_aside);
        }
        if let (true, Some(last)) = (desk.is_full(), desk.found.last()) {
            let what = format!("there are {MAX_ISSUES} problems up to here");
            desk.found.push(file_error(last.at, what, "mend these first; the rest of the file was not looked at"));
        }
        Reading { dataset, issues: Issues::of(desk.found) }
    }
}

fn read_file(desk: &mut Desk, root: Node<'_>) -> Option<Dataset> {
    if root.shape() != Shape::Object {
        desk.tell(file_error(root.at, String::from("this is no facts file"), "write an object between { and }"));
        return None;
    }
    let mut file = Object::open(desk, "file", 0, root);
    file.context = String::new();
    let version = file.need("factline");
    if let Some(version) = version.filter(|version| version.raw != "1") {
        file.wrong("factline", version, "1", "this reads version 1 of the format only");
    }
    let mut dataset = read_head(&mut file);
    let facts = file.need("facts");
    if let Some(facts) = facts.filter(|facts| facts.shape() != Shape::List) {
        file.wrong("facts", facts, "a list", "write it between [ and ]");
    }
    let is_facts_file =
        version.is_some_and(|version| version.raw == "1") && facts.is_some_and(|facts| facts.shape() == Shape::List);
    if is_facts_file {
        lists::read(&mut file, &mut dataset);
        dataset.relations = Relations::of(&dataset);
    }
    is_facts_file.then_some(dataset)
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
        unheard: file.text("unheard"),
        ..Dataset::default()
    }
}

fn read_questions(file: &mut Object<'_, '_>) -> Vec<Text> {
    let nodes = file.list("questions");
    nodes.filter_map(|node| file.text_of("questions", node)).collect()
}

/// More than any newsroom writes in; each text is looked at in each of them.
const MAX_LANGUAGES: usize = 100;

/// A language becomes a folder of the site, so it must look like a tag.
fn read_languages(file: &mut Object<'_, '_>) -> Vec<String> {
    let mut languages: Vec<String> = Vec::new();
    for node in file.list("languages") {
        if languages.len() >= MAX_LANGUAGES {
            file.error(node.at, format!("there are more than {MAX_LANGUAGES} languages"), "each is a page; name fewer");
            break;
        }
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
