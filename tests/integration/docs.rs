//! The documents from outside: every example in them is read as a reader of the documents would use it.

use factline::dataset::{Dataset, Sheet, SheetOptions, check};
use factline::date::Edtf;
use factline::query::Facet;
use factline::view_state::{decode, encode};
use serde_json::{Map, Value};

use crate::BUNDLED;

const FACTS_FILE: &str = include_str!("../../docs/facts-file.md");
const README: &str = include_str!("../../README.md");
const PERMALINKS: &str = include_str!("../../docs/permalinks.md");

/// The blocks of a document in one language, without their fences.
fn blocks<'a>(document: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("\n```{language}\n");
    document.split(&fence).skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

/// A block that is a facts file by itself; the others are fragments.
fn is_complete(block: &str) -> bool {
    block.contains("\"factline\"")
}

#[track_caller]
fn assert_sound(text: &str) {
    let issues = check(text).issues;
    let told: Vec<String> = issues.all().iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "{}\n{text}", told.join("\n"));
}

/// Adds the lists of a fragment to those of a file; what is no list replaces what stood there.
fn add(file: &mut Map<String, Value>, fragment: Map<String, Value>) {
    for (key, value) in fragment {
        match (file.get_mut(&key), value) {
            (Some(Value::Array(list)), Value::Array(more)) => list.extend(more),
            (_, value) => {
                file.insert(key, value);
            }
        }
    }
}

#[test]
fn blocks_are_found_between_their_fences() {
    assert_eq!(blocks("", "json"), [""; 0]);
    assert_eq!(blocks("a\n```json\n{}\n```\n\n```text\nb\n```\n\n```json\n[]\n```\n", "json"), ["{}", "[]"]);
}

#[test]
fn every_complete_file_in_the_documents_is_sound() {
    for document in [FACTS_FILE, README] {
        let complete: Vec<&str> = blocks(document, "json").into_iter().filter(|block| is_complete(block)).collect();
        assert!(!complete.is_empty());
        for file in complete {
            assert!(Dataset::read(file).dataset.is_some_and(|dataset| !dataset.facts.is_empty()));
            assert_sound(file);
        }
    }
}

#[test]
fn the_fragments_of_facts_file_md_are_one_sound_file() {
    let blocks = blocks(FACTS_FILE, "json");
    let (files, fragments): (Vec<&str>, Vec<&str>) = blocks.into_iter().partition(|block| is_complete(block));
    let mut whole: Map<String, Value> = serde_json::from_str(files[0]).unwrap();
    assert!(fragments.len() > 5);
    for fragment in fragments {
        add(&mut whole, serde_json::from_str(fragment).unwrap());
    }
    assert_sound(&serde_json::to_string_pretty(&whole).unwrap());
}

#[test]
fn every_table_in_the_documents_is_sound() {
    let fragments = blocks(FACTS_FILE, "json").into_iter().filter(|block| !block.contains("\"facts\": [{"));
    let mut base = Map::new();
    fragments.for_each(|fragment| add(&mut base, serde_json::from_str(fragment).unwrap()));
    for key in ["derived", "cards", "eras", "sections", "disagreements", "corrections"] {
        base.remove(key);
    }
    let base = serde_json::to_string(&base).unwrap();
    let tables: Vec<&str> = [FACTS_FILE, README].into_iter().flat_map(|document| blocks(document, "csv")).collect();
    assert!(tables.len() > 4);
    for table in tables {
        let has_all = table.contains("source_title");
        let options = SheetOptions { title: None, name: "table", base: (!has_all).then_some(&base) };
        let sheet = Sheet::read(table.to_owned(), options);
        let reading = check(sheet.json());
        assert_eq!(reading.dataset.map(|dataset| dataset.facts.len()), Some(table.lines().count() - 1));
        let issues = sheet.located(&reading.issues);
        assert_eq!((issues.table.all(), issues.base.all()), ([].as_slice(), [].as_slice()), "{table}");
    }
}

#[test]
fn every_date_of_facts_file_md_is_a_date() {
    let dates = FACTS_FILE.split("\n## Dates\n").nth(1).and_then(|rest| rest.split("\n## ").next()).unwrap();
    let rows: Vec<&str> = dates.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    assert!(rows.len() > 15);
    for row in rows {
        assert!(row.parse::<Edtf>().is_ok(), "{row}");
    }
}

#[test]
fn every_address_of_permalinks_md_works_on_the_bundled_page() {
    let dataset = Dataset::read(BUNDLED).dataset.unwrap();
    let addresses: Vec<&str> = blocks(PERMALINKS, "text").into_iter().flat_map(str::lines).collect();
    assert!(addresses.len() > 10);
    for address in addresses {
        let query =
            address.split('#').next().and_then(|address| address.split_once('?')).map_or("", |(_, query)| query);
        let (view, notices) = decode(query);
        assert_eq!(notices, [], "{address}");
        assert_eq!(encode(&view), query, "written otherwise by the page");
        assert!(view.fact.is_none_or(|id| dataset.fact_by_id(&id).is_some()), "{address}");
        assert!(view.card.is_none_or(|id| dataset.card_by_id(&id).is_some()), "{address}");
        assert!(view.chapter.is_none_or(|id| dataset.chapter_by_id(&id).is_some()), "{address}");
        for facet in Facet::ALL {
            for id in view.filter.chosen(facet) {
                assert!(facet.option_by_id(&dataset, id).is_some(), "{address}: {id}");
            }
        }
    }
}
