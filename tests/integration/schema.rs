//! The JSON Schema against a validator that is not ours, and against what reads the file.

use factline::dataset::{check, json_schema};
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::BUNDLED;

const FACTS_FILE: &str = include_str!("../../docs/facts-file.md");
const DATES: &str = include_str!("edtf/valid.txt");
const NO_DATES: &str = include_str!("edtf/invalid.txt");

fn schema() -> Value {
    serde_json::from_str(&json_schema()).unwrap_or_default()
}

fn validator() -> Option<Validator> {
    jsonschema::draft202012::new(&schema()).ok()
}

/// A sound file with one fact and one object of most lists, for a key of which a test puts something else.
fn sound() -> Value {
    json!({
        "$schema": "./factline.schema.json",
        "factline": 1,
        "title": {"en": "T", "ru": null},
        "sources": [{"id": "s", "title": "S", "url": "https://example.org/a b".replace(' ', "%20")}],
        "units": [{"id": "u", "name": {"en": {"other": "{n} cases"}}}],
        "measures": [{"id": "m", "name": "M", "unit": "u"}],
        "facts": [
            {"id": "a", "text": "Five", "source": "s", "by_role": "B", "measure": "m", "value": 5, "as_of": "2022", "note": null},
            {"id": "b", "text": "Six", "source": "s", "by_role": "B", "measure": "m", "value": 6, "as_of": "2022"},
        ],
        "derived": [{"id": "d", "name": "D", "formula": "share", "part": "a", "whole": "b"}],
    })
}

#[test]
fn every_sound_file_is_valid() {
    let validator = validator().unwrap();
    let examples = FACTS_FILE.split("\n```json\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    let complete: Vec<&str> = examples.filter(|example| example.contains("\"factline\"")).collect();
    assert!(!complete.is_empty());
    for text in complete.into_iter().chain([BUNDLED, &sound().to_string()]) {
        assert_eq!(check(text).issues.all(), []);
        let errors: Vec<String> = validator
            .iter_errors(&serde_json::from_str(text).unwrap())
            .map(|error| format!("{}: {error:.200}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

#[test]
fn every_date_is_valid_and_most_of_what_is_none_is_not() {
    let validator = validator().unwrap();
    let is_valid = |date: &str| {
        let mut file = sound();
        file["facts"][0]["when"] = date.into();
        validator.is_valid(&file)
    };
    let lines = |text: &'static str| text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    for date in lines(DATES) {
        assert!(is_valid(date), "{date}");
    }
    // A pattern counts no days and compares no dates.
    let missed: Vec<&str> = lines(NO_DATES).filter(|date| is_valid(date)).collect();
    assert!(missed.len() * 3 < lines(NO_DATES).count(), "{missed:?}");
    for slip in ["", "5 January", "2022-1-5", "2022/01/05", "2022-13", "2022-01-05 01:30", ".."] {
        assert!(!is_valid(slip), "{slip}");
    }
}

#[test]
fn what_the_reader_refuses_in_one_value_is_not_valid() {
    let validator = validator().unwrap();
    let broken: [(&str, Value); 22] = [
        ("/factline", json!(2)),
        ("/title", json!(5)),
        ("/title", json!({})),
        ("/languages", json!(["../x"])),
        ("/languages", json!(["en", "en"])),
        ("/reviewed", json!({"en": "2022"})),
        ("/contact", json!("javascript:alert(1)")),
        ("/contact", json!("//example.org")),
        ("/facts", json!({})),
        ("/facts/0", json!({"id": "a"})),
        ("/facts/0/id", json!("Two words")),
        ("/facts/0/measure", json!(null)),
        ("/facts/0/value", json!("5")),
        ("/facts/0/weight", json!(4)),
        ("/facts/0/kind", json!("rumour")),
        ("/facts/0/time", json!("24:00")),
        ("/facts/0/withdrawn", json!({})),
        ("/facts/0/media", json!([{"src": "https://example.org/a.jpg", "alt": "A", "credit": "C"}])),
        ("/facts/0/value_min", json!(5)),
        ("/units/0/name", json!({"en": {"one": "{n} case"}})),
        ("/derived/0/formula", json!("rate")),
        ("/disagreements", json!([{"id": "x", "text": "X", "facts": ["a"]}])),
    ];
    for (place, value) in broken {
        let mut file = sound();
        let (parent, key) = place.rsplit_once('/').unwrap();
        match (file.pointer_mut(parent).unwrap(), key.parse::<usize>()) {
            (Value::Array(list), Ok(at)) => list[at] = value.clone(),
            (object, _) => object[key] = value.clone(),
        }
        assert!(check(&file.to_string()).issues.n_errors() > 0, "{place} {value} is no error");
        assert!(!validator.is_valid(&file), "{place} {value} is valid");
    }
}

/// The objects of the schema: the name of each, its properties, and where one stands in a file.
fn objects() -> Vec<(String, Map<String, Value>)> {
    let schema = schema();
    let mut objects = vec![(String::from("file"), schema["properties"].as_object().cloned().unwrap_or_default())];
    for (name, definition) in schema["$defs"].as_object().cloned().unwrap_or_default() {
        if let Some(properties) = definition["properties"].as_object() {
            objects.push((name, properties.clone()));
        }
    }
    objects
}

/// A file in which an object of that name has that key, with something behind it that no key can have.
fn file_with(name: &str, key: &str) -> Value {
    let odd = json!([[{}]]);
    let mut file = sound();
    let mut object = if name == "correction" { json!({}) } else { json!({"id": "z"}) };
    match name {
        "file" => {
            file[key] = json!(5);
            return file;
        }
        "derived" => {
            object["formula"] = match key {
                "of" | "per" => "rate".into(),
                "from" | "minus" => "difference".into(),
                _ => "share".into(),
            }
        }
        _ => {}
    }
    let lists = ["withdrawn", "media", "group"];
    if lists.contains(&name) {
        let inner = json!({ key: odd });
        let (list, object) = match name {
            "withdrawn" => ("facts", json!({"id": "z", "withdrawn": inner})),
            "media" => ("facts", json!({"id": "z", "media": [inner]})),
            _ => ("sections", json!({"id": "z", "groups": [inner]})),
        };
        file[list] = json!([object]);
        return file;
    }
    let list = if name == "derived" { String::from(name) } else { format!("{name}s") };
    object[key] = odd;
    file[list] = json!([object]);
    file
}

/// Both ways: a key that only one of them knew would be told as unknown, or be read by nobody.
#[test]
fn the_reader_and_the_schema_know_the_same_keys() {
    // What stood behind a key may be anything, and an editor's own key is not read.
    let anything = [("correction", "was"), ("correction", "now"), ("file", "$schema")];
    let objects = objects();
    assert_eq!(objects.len(), 20, "a definition of the schema is missing, or there is a new one to try");
    for (name, properties) in objects {
        assert!(properties.len() > 1);
        for key in properties.keys().filter(|key| !anything.contains(&(&name, key))) {
            let file = file_with(&name, key);
            let told: Vec<String> = check(&file.to_string()).issues.all().iter().map(ToString::to_string).collect();
            let signs = [format!("`{key}`"), String::from("[[{}]]"), String::from("this is no object")];
            let is_read = told.iter().any(|line| signs.iter().any(|sign| line.contains(sign)));
            assert!(is_read, "nobody reads `{key}` of {name}: {told:#?}");
            assert!(!told.iter().any(|line| line.contains("unknown key")), "{told:#?}");
        }
    }
}

#[test]
fn every_key_says_what_it_means() {
    for (name, properties) in objects() {
        for (key, property) in properties {
            let says = property["description"].as_str().unwrap_or_default();
            assert!(says.ends_with('.') && says.len() > 10, "{name} {key}: {says}");
        }
    }
}
