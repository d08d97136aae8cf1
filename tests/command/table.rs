//! Tables on the command line: what they lack is given, and their problems stand where a spreadsheet shows them.

use std::fs;
use std::path::PathBuf;

use crate::{Run, factline};

const BASE: &str = "{\"factline\": 1, \"title\": \"Base\",\n\"sources\": [{\"id\": \"s\", \"title\": \"S\"}],\n\
    \"cards\": [{\"id\": \"c\", \"headline\": \"a\"}]}";

/// A folder with a table and a base, and their paths.
fn files(table: &[u8]) -> (tempfile::TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let (file, base) = (folder.path().join("my facts.csv"), folder.path().join("base.json"));
    fs::write(&file, table).unwrap();
    fs::write(&base, BASE).unwrap();
    (folder, file, base)
}

#[test]
fn an_empty_table_is_told() {
    let (_folder, file, _) = files(b"");
    let Run { code, out, .. } = factline(["check", file.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(out.contains("my facts.csv:1:1: error: the table is empty; "), "{out}");
    assert!(out.ends_with("\n0 facts, 1 errors, 0 warnings\n"), "{out}");
}

#[test]
fn problems_stand_at_their_row_and_in_their_file() {
    let (_folder, file, base) =
        files("id;text;source;by_role;when\nb;\"Б\nв\";s;R;2022\nc;C;t;R;5.1.2022\n".as_bytes());
    let (file, base) = (file.to_str().unwrap(), base.to_str().unwrap());
    let Run { code, out, .. } = factline(["check", file, "--with", base]);
    assert_eq!(code, Some(1));
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with(&format!("{file}:4:5: error: row 3, column `source`: fact `c`: ")), "{out}");
    assert!(lines[1].starts_with(&format!("{file}:4:9: error: row 3, column `when`: fact `c`: ")), "{out}");
    assert!(lines[2].starts_with(&format!("{base}:3:35: error: card `c`: ")), "{out}");
    assert_eq!(lines[3..], ["2 facts, 3 errors, 0 warnings"]);
    let Run { code, out, .. } = factline(["check", file, "--with", base, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &json["problems"][2]["file"]), (Some(1), &base.into()));
}

#[test]
fn a_table_that_cannot_be_read_says_why() {
    let (folder, file, _) = files(b"id,text,source\na,\xc0\xe0,s\n");
    let Run { code, out, .. } = factline(["check", file.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(out.contains("my facts.csv:2:3: error: this byte is not UTF-8"), "{out}");
    let missing = folder.path().join("missing.json");
    fs::write(&file, "id,text,source\na,A,s\n").unwrap();
    let Run { code, err, .. } = factline(["check", file.to_str().unwrap(), "--with", missing.to_str().unwrap()]);
    assert_eq!(code, Some(2));
    assert!(err.contains("missing.json"), "{err}");
    fs::write(&missing, b"{\"factline\": 1, \xff").unwrap();
    let Run { code, out, .. } = factline(["check", file.to_str().unwrap(), "--with", missing.to_str().unwrap()]);
    assert_eq!(code, Some(1));
    assert!(out.contains("missing.json:1:17: error: "), "{out}");
}

#[test]
fn a_broken_table_makes_no_site_and_no_facts_file() {
    // The JSON of this one has no error; what is wrong is the table.
    let (folder, file, _) = files(b"id,text,text,source,by_role\na,A,B,s,R\n");
    let out_folder = folder.path().join("out");
    for arguments in [
        vec!["build", file.to_str().unwrap(), "--out", out_folder.to_str().unwrap()],
        vec!["import", file.to_str().unwrap()],
    ] {
        let Run { code, out, err } = factline(arguments);
        assert_eq!((code, out.as_str()), (Some(1), ""), "{err}");
        assert!(err.contains("my facts.csv:1:9: error: the column `text` stands here twice; keep one"), "{err}");
    }
    assert!(!out_folder.exists());
}

#[test]
fn a_table_becomes_a_facts_file() {
    let (_folder, file, base) = files("\u{feff}id\ttext\tsource\tby_role\na\tA\ts\tR\n".as_bytes());
    let (file, base) = (file.to_str().unwrap(), base.to_str().unwrap());
    for (further, title) in
        [(vec![], "my facts"), (vec!["--with", base], "Base"), (vec!["--with", base, "--title", "T"], "T")]
    {
        let Run { code, out, err } = factline([vec!["import", file], further].concat());
        assert_eq!((code, err.as_str()), (Some(0), ""));
        let json: serde_json::Value = serde_json::from_str(&out).unwrap();
        assert_eq!((&json["title"], &json["facts"][0]["id"]), (&title.into(), &"a".into()));
    }
}
