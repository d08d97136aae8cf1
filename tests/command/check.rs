//! `factline check`: its lines, its counts, its exit codes, and files that are hardly files.

use std::fs;
use std::path::{Path, PathBuf};

use factline::dataset::examine;
use tempfile::TempDir;

use crate::{Run, factline};

/// One fact about which there is nothing to say.
const SOUND: &str = r#"{"factline": 1, "title": "T", "sources": [{"id": "s", "title": "S"}],
"facts": [{"id": "a", "text": "A", "source": "s", "by_role": "A witness"}]}
"#;

/// The same fact with a key that nobody knows, and one with a date that is none.
const ODD: &str = r#"{"factline": 1, "title": "T", "sources": [{"id": "s", "title": "S"}],
"facts": [{"id": "a", "text": "A", "source": "s", "by_role": "A witness", "wen": "2022"},
{"id": "ё", "text": "A", "source": "s", "by_role": "A witness"},
{"id": "b", "text": "A", "source": "s", "by_role": "A witness", "when": "2022-02-30"}]}
"#;

fn saved(folder: &TempDir, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    path
}

/// Checks one file of these bytes; what is told of it, without its name.
fn check(bytes: impl AsRef<[u8]>) -> (Option<i32>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let file = saved(&folder, "facts.json", bytes);
    let run = check_file(&file);
    assert_eq!(run.err, "");
    (run.code, run.out.lines().map(|line| line.replace(&format!("{}:", file.display()), "")).collect())
}

/// A page reads and checks what is dropped on it by the same words, without a disk.
#[test]
fn a_page_tells_the_same_lines() {
    let table = "id,text,source_title,by_name,when\na,A,S,B,05.01.2022\n\"b,B\n";
    for (name, bytes) in [
        ("empty.json", &b""[..]),
        ("sound.json", SOUND.as_bytes()),
        ("odd.json", ODD.as_bytes()),
        ("bytes.json", b"{\n\xff}"),
        ("empty.csv", b""),
        ("table.tsv", table.as_bytes()),
        ("bytes.CSV", b"id,text\n1,\xef\xf0"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = saved(&folder, name, bytes);
        let examined = examine(name, bytes);
        let path = file.display().to_string();
        let mut expected: Vec<String> = examined.problems.iter().map(|one| one.parts(&path).join(" ")).collect();
        expected.push(examined.counts.to_string());
        assert_eq!(check_file(&file).out.lines().collect::<Vec<_>>(), expected, "{name}");
    }
}

fn check_file(file: &Path) -> Run {
    factline([Path::new("check"), file])
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let sound = saved(&folder, "sound.json", SOUND);
    let missing = folder.path().join("missing.json");
    let run = factline([Path::new("check"), &missing, &sound, folder.path()]);
    assert_eq!(run.code, Some(2));
    assert_eq!(run.out, "1 facts, 0 errors, 0 warnings\n");
    let told: Vec<&str> = run.err.lines().collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[0].starts_with(&format!("factline: cannot read {}: ", missing.display())), "{told:?}");
    assert_eq!(factline(["check"]).code, Some(2), "a file must be named");
}

#[test]
fn a_sound_file_has_nothing_but_its_counts() {
    assert_eq!(check(SOUND), (Some(0), vec![String::from("1 facts, 0 errors, 0 warnings")]));
    let bundled = factline(["check", "public/facts.json"]);
    assert_eq!((bundled.code, bundled.out.lines().count()), (Some(0), 1), "{}", bundled.out);
}

#[test]
fn problems_come_in_the_order_of_the_file_and_are_counted_for_all_files_together() {
    let folder = tempfile::tempdir().unwrap();
    let (odd, sound) = (saved(&folder, "odd.json", ODD), saved(&folder, "sound.json", SOUND));
    let run = factline([Path::new("check"), &odd, &sound, &odd]);
    let name = odd.display();
    let of_odd = [
        format!("{name}:2:75: warning: fact `a`: unknown key `wen`; did you mean `when`?"),
        format!(
            "{name}:3:8: error: fact `ё`: \"ё\" cannot be an id; use up to 100 of the characters a-z, 0-9 and -, \
             beginning with a letter or digit"
        ),
        format!(
            "{name}:4:73: error: fact `b`: `when`: no such day in that month: 2022-02-30; correct it, or write XX for \
             a day that is not stated"
        ),
    ];
    let expected = [&of_odd[..], &of_odd, &[String::from("7 facts, 4 errors, 2 warnings")]].concat();
    assert_eq!(run.out.lines().collect::<Vec<_>>(), expected);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""), "what is told goes to standard output");
}

#[test]
fn warnings_alone_are_no_failure() {
    let (code, told) = check(SOUND.replace("\"text\"", "\"note\": \"**x**\", \"text\""));
    assert_eq!((code, told.len()), (Some(0), 2), "{told:?}");
    assert_eq!(told[1], "1 facts, 0 errors, 1 warnings");
}

#[test]
fn programs_and_code_hosts_get_the_same_problems() {
    let folder = tempfile::tempdir().unwrap();
    let odd = saved(&folder, "odd.json", ODD);
    let run = factline([Path::new("check"), &odd, Path::new("--format=json")]);
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((run.code, &report["facts"], &report["errors"]), (Some(1), &3.into(), &2.into()));
    let first = &report["problems"][0];
    assert_eq!((&first["line"], &first["column"], &first["severity"]), (&2.into(), &75.into(), &"warning".into()));

    let run = factline([Path::new("check"), &odd, Path::new("--format"), Path::new("github")]);
    let lines: Vec<&str> = run.out.lines().collect();
    let expected = format!("::warning file={},line=2,col=75::fact `a`: unknown key", odd.display());
    assert!(run.code == Some(1) && lines[0].starts_with(&expected), "{lines:?}");
    assert_eq!(lines.last(), Some(&"3 facts, 2 errors, 1 warnings"));
}

#[test]
fn what_is_no_text_is_told_by_its_line() {
    let cases: [(&[u8], &str); 6] = [
        (b"", "1:1: error: the file is empty; begin with {\"factline\": 1, \"title\": \"…\", \"facts\": []}"),
        (b"\xef\xbb\xbf \n", "1:1: error: the file is empty; begin with"),
        (b"{\"a\":\n \"\xd1\x91\xff\"}", "2:4: error: byte 11 of the file is not UTF-8; save the file as UTF-8"),
        (b"\xff\xfe{\0}\0", "1:1: error: the file is UTF-16; save it as UTF-8"),
        (
            b"{\"factline\": 1,\r\n \"title\": \"T",
            "2:13: error: not JSON: a string without its end; the file ends too early",
        ),
        (b"PK\x03\x04", "1:1: error: not JSON: expected a value; correct the JSON here"),
    ];
    for (bytes, expected) in cases {
        let (code, told) = check(bytes);
        assert!(told[0].starts_with(expected), "{told:?}\n{expected}");
        assert_eq!((code, told.len()), (Some(1), 2), "{told:?}");
        assert_eq!(told[1], "0 facts, 1 errors, 0 warnings");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_move_no_problem() {
    let windows = format!("\u{feff}{}", ODD.replace('\n', "\r\n"));
    assert_eq!(check(windows), check(ODD));
}

#[test]
fn depth_length_and_number_are_told_in_a_line() {
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let digits = "9".repeat(1_000_000);
    let key = "x".repeat(1_000_000);
    let cases = [
        (nested.clone(), "this is no facts file"),
        ("[".repeat(100_000), "the file ends too early"),
        (SOUND.replace("\"A witness\"", &nested), "`by_role` is not a text"),
        (
            SOUND.replace("\"A witness\"", &format!("\"W\", \"measure\": \"m\", \"value\": {digits}")),
            "more than 15 digits",
        ),
        (SOUND.replace("\"A witness\"", "\"W\", \"weight\": 1e999999999"), "`weight` is not 1, 2 or 3"),
        (SOUND.replace("\"text\"", &format!("\"{key}\": 1, \"text\"")), "unknown key"),
        (SOUND.replace("\"a\"", &format!("\"{key}\"")), "cannot be an id"),
        (SOUND.replace("\"text\"", "\"source\": \"s\", \"text\""), "the key `source` stands here twice"),
        (SOUND.replace("\"facts\": [", &format!("\"facts\": [{}", "0,".repeat(2_000))), "this is no object"),
        (SOUND.replace("\"text\"", &format!("{}\"text\"", "\"x\":0,".repeat(2_000))), "this has more than 200 keys"),
    ];
    for (text, expected) in cases {
        let (code, told) = check(&text);
        assert!(told.iter().any(|line| line.contains(expected)), "{:.300}\n{expected}", told[0]);
        assert!(told.iter().all(|line| line.len() < 500), "{:.600}", told[0]);
        assert!(code.is_some_and(|code| code < 2) && told.len() <= 500_002);
    }
}

#[test]
fn more_problems_than_anybody_mends_end_with_a_sentence() {
    let (code, told) = check(SOUND.replace("\"facts\": [", &format!("\"facts\": [{}", "0,".repeat(125_001))));
    assert_eq!((code, told.len()), (Some(1), 500_002));
    let end = "there are 500000 problems up to here; mend these first; the rest of the file was not looked at";
    assert!(told[500_000].ends_with(end), "{}", told[500_000]);
}

#[test]
fn nobody_who_reads_on_is_no_failure_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let odd = saved(&folder, "odd.json", ODD);
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_factline"))
        .args([Path::new("check"), &odd])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), ended.stderr.len()), (Some(1), 0));
}
