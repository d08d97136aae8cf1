//! `factline diff`: what it prints can be pasted, and lacks nothing but the why.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

use crate::{Run, factline};

const OLD: &str = include_str!("bridge.json");

fn saved(folder: &TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    path
}

fn diff(old: &str, new: &str) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let [old, new] = [("old.json", old), ("new.json", new)].map(|(name, text)| saved(&folder, name, text));
    factline(["diff".as_ref(), old.as_os_str(), new.as_os_str()])
}

/// The file with a number, a text in one language and an id changed, one fact gone and one come.
fn new() -> String {
    OLD.replace("\"value\": 4000", "\"value\": 4200")
        .replace("около 4 000", "около 4 200")
        .replace("about 4,000", "about 4,200")
        .replace("\"id\": \"closed\"", "\"id\": \"shut\"")
}

#[test]
fn two_equal_files_have_no_corrections() {
    let run = diff(OLD, OLD);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (Some(0), "[]\n", "nothing changed\n"));
}

#[test]
fn what_cannot_be_read_cannot_be_compared() {
    for (old, new, told) in [
        ("", OLD, "old.json:1:1: error: the file is empty"),
        (OLD, "{\"factline\": 1", "new.json:1:15: error: not JSON"),
        (OLD, "[]", "new.json:1:1: error: this is no facts file"),
    ] {
        let run = diff(old, new);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
        assert!(run.err.contains(told), "{}", run.err);
    }
    assert_eq!(factline(["diff", "missing.json", "missing.json"]).code, Some(2));
}

#[test]
fn the_summary_counts_by_field() {
    let run = diff(OLD, &new());
    let expected = "facts: 1 added, 1 removed, 1 changed\n  added: shut\n  removed: closed\n  \
                    text: 1 change\n  value: 1 change\n";
    assert_eq!((run.code, run.err.as_str()), (Some(0), expected));
}

#[test]
fn pasted_corrections_lack_only_their_why() {
    let run = diff(OLD, &new());
    let corrections: Value = serde_json::from_str(&run.out).unwrap();
    let expected = serde_json::json!([
        {
            "date": "2025-03-10", "fact": "traffic", "field": "text",
            "was": {"en": "The engineer said that about 4,000 vehicles a day used the bridge.",
                "ru": "Инженер сказал, что по мосту ездило около 4 000 машин в день."},
            "now": {"en": "The engineer said that about 4,200 vehicles a day used the bridge.",
                "ru": "Инженер сказал, что по мосту ездило около 4 200 машин в день."},
            "why": "",
        },
        {"date": "2025-03-10", "fact": "traffic", "field": "value", "was": 4000, "now": 4200, "why": ""},
    ]);
    assert_eq!(corrections, expected);

    let folder = tempfile::tempdir().unwrap();
    let pasted =
        |corrections: &str| new().replace("\"facts\": [", &format!("\"corrections\": {corrections},\n\"facts\": ["));
    let check = |text: &str| factline(["check".as_ref(), saved(&folder, "pasted.json", text).as_os_str()]);
    let unexplained = check(&pasted(&run.out));
    assert_eq!(unexplained.out.matches("`why` is empty").count(), 2, "{}", unexplained.out);
    let explained = pasted(&run.out.replace("\"why\": \"\"", "\"why\": \"The first version rounded the number.\""));
    assert_eq!(check(&explained).out, "2 facts, 0 errors, 0 warnings\n");

    let again = diff(OLD, &explained);
    assert_eq!(again.out, "[]\n");
    assert!(again.err.contains("2 changes among the corrections already"), "{}", again.err);
}
