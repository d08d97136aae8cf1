//! `factline import` from outside: facts on standard output, what does not fit on standard error.

use std::fs;

use crate::{Run, factline};

fn import(name: &str, text: &str, further: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, text).unwrap();
    let run = factline([&["import", file.to_str().unwrap()], further].concat());
    if run.code == Some(0) {
        fs::write(folder.path().join("facts.json"), &run.out).unwrap();
        let check = factline([std::ffi::OsStr::new("check"), folder.path().join("facts.json").as_os_str()]);
        assert_eq!(check.code, Some(0), "{}", check.out);
    }
    run
}

#[test]
fn what_is_nothing_is_refused() {
    assert_eq!(factline(["import", "there is no such file"]).code, Some(2));
    for text in ["{", "{}", "[]"] {
        let Run { code, out, err } = import("t.json", text, &[]);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{text}");
        assert!(err.contains("t.json:1:") && err.contains(": error: "), "{err}");
    }
}

#[test]
fn a_timeline_becomes_a_facts_file_and_the_rest_is_listed() {
    let timeline = "{\"events\": [{\"start_date\": {\"year\": \"-44\"}, \"text\": {\"headline\": \"Rome\"}, \"background\": {\"color\": \"red\"}}]}";
    let Run { code, out, err } = import("t.json", timeline, &[]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (code, &json["facts"][0]["when"], &json["sources"][0]["title"]),
        (Some(0), &"-0043".into(), &"t.json".into())
    );
    assert!(err.contains("t.json: event 1 `Rome`: the background red has no place in a facts file\n"), "{err}");
    assert!(err.ends_with("factline: 1 thing did not fit\n"), "{err}");
}

#[test]
fn what_a_file_is_can_be_said() {
    let table = "Year,Headline,id,text,source\n2011,One,a,A,s\n";
    let kind = |further: &[&str]| {
        let Run { out, .. } = import("t.csv", table, further);
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        json["facts"][0]["text"].as_str().unwrap().to_owned()
    };
    assert_eq!(kind(&[]), "One. A");
    assert_eq!(kind(&["--from", "timelinejs"]), "One. A");
    assert_eq!(kind(&["--from", "csv"]), "A");
}
