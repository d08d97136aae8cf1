//! `factline build`: a whole site at every moment, the same bytes for the same file, and nothing but the file's own.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;
use sha2::{Digest, Sha256};
use tempfile::TempDir;

use crate::{Run, factline};

const BRIDGE: &str = "tests/command/bridge.json";
const ECLIPSES: &str = "tests/facts/eclipses.json";

fn build(file: &str, out: &Path) -> Run {
    let run = factline(["build".as_ref(), file.as_ref(), "--out".as_ref(), out.as_os_str()]);
    assert!(!run.err.contains("without the page in it"), "these tests build sites: run `make page` before");
    run
}

/// The files below a folder, by name.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inside) = folders.pop() {
        for path in fs::read_dir(&inside).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

/// A folder with a whole site in it: every file of its manifest is there as it was hashed. Gives the title of its facts.
#[track_caller]
fn assert_whole(out: &Path) -> String {
    let manifest: Value = serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
    let listed = manifest["files"].as_object().unwrap();
    assert!(listed.len() > 5);
    for (name, hash) in listed {
        let bytes = fs::read(out.join(name)).unwrap();
        let found: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash.as_str(), Some(found.as_str()), "{name}");
    }
    let facts: Value = serde_json::from_slice(&fs::read(out.join("facts.json")).unwrap()).unwrap();
    facts["title"]["en"].as_str().unwrap().to_owned()
}

/// A folder in which the bridge was built, with what a newsroom keeps beside it.
fn built() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let run = build(BRIDGE, &out);
    assert_eq!(run.code, Some(0), "{}", run.err);
    fs::write(out.join("CNAME"), "bridge.example").unwrap();
    fs::create_dir_all(out.join("v/1")).unwrap();
    fs::write(out.join("v/1/index.html"), "the first version").unwrap();
    (folder, out)
}

#[track_caller]
fn assert_kept(out: &Path) {
    assert_eq!(fs::read_to_string(out.join("CNAME")).unwrap(), "bridge.example");
    assert_eq!(fs::read_to_string(out.join("v/1/index.html")).unwrap(), "the first version");
}

#[test]
fn the_same_file_makes_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let sites = ["one", "two"].map(|name| {
        let out = folder.path().join(name);
        assert_eq!(build(ECLIPSES, &out).code, Some(0));
        files(&out)
    });
    assert!(sites[0] == sites[1]);
    let again = folder.path().join("one");
    assert_eq!(build(ECLIPSES, &again).code, Some(0));
    assert!(files(&again) == sites[1], "a second run into the same folder");
}

#[test]
fn a_build_that_fails_leaves_the_folder_as_it_was() {
    let (folder, out) = built();
    let before = files(folder.path());
    let broken = folder.path().join("../broken.json");
    for (text, code) in [("{", 1), ("{\"factline\": 1, \"title\": \"T\", \"facts\": [{}]}", 1)] {
        let broken = out.with_file_name("broken.json");
        fs::write(&broken, text).unwrap();
        let run = build(&broken.to_string_lossy(), &out);
        assert_eq!(run.code, Some(code), "{}", run.err);
        assert!(run.err.contains(": error: ") && run.err.contains("no site was written"), "{}", run.err);
        fs::remove_file(&broken).unwrap();
        assert!(files(folder.path()) == before);
    }
    assert_eq!(build(&broken.to_string_lossy(), &out).code, Some(2), "a file that is not there");
    let messages = ["build", BRIDGE, "--out", &out.to_string_lossy(), "--messages", "nowhere"].map(String::from);
    assert_eq!(factline(&messages).code, Some(2));
    assert!(files(folder.path()) == before);

    let not_ours = folder.path().join("thesis");
    fs::create_dir(&not_ours).unwrap();
    fs::write(not_ours.join("thesis.txt"), "x").unwrap();
    assert_eq!(build(BRIDGE, &not_ours).code, Some(2));
    assert_eq!(files(&not_ours).len(), 1);
}

#[test]
fn warnings_are_told_and_stop_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let odd = folder.path().join("odd.json");
    fs::write(&odd, fs::read_to_string(BRIDGE).unwrap().replace("\"qualifier\"", "\"qualifer\"")).unwrap();
    let run = build(&odd.to_string_lossy(), &folder.path().join("site"));
    assert_eq!((run.code, run.out.as_str()), (Some(0), ""));
    assert!(
        run.err.contains(":30:7: warning: fact `traffic`: unknown key `qualifer`; did you mean `qualifier`?"),
        "{}",
        run.err
    );
}

/// When to kill a build.
#[derive(Clone, Copy, Debug)]
enum Moment {
    AfterStart(Duration),
    /// So long after it began to write beside the folder.
    WhileWriting(Duration),
}

/// Builds over a whole site and kills the build. Whether it was still running.
fn kill(out: &Path, moment: Moment) -> bool {
    let staged = out.with_file_name(".site.factline-new");
    let mut child = Command::new(env!("CARGO_BIN_EXE_factline"))
        .args(["build", ECLIPSES, "--out"])
        .arg(out)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let started = Instant::now();
    let wait = match moment {
        Moment::AfterStart(wait) => wait,
        Moment::WhileWriting(wait) => {
            while !staged.exists() && child.try_wait().unwrap().is_none() && started.elapsed() < Duration::from_secs(20)
            {
                std::hint::spin_loop();
            }
            wait
        }
    };
    sleep(wait);
    let was_running = child.try_wait().unwrap().is_none();
    // One that has ended cannot be killed.
    drop(child.kill());
    child.wait().unwrap();
    was_running
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_a_whole_site() {
    let (_folder, out) = built();
    let started = Instant::now();
    assert_eq!(build(BRIDGE, &out).code, Some(0));
    let whole = started.elapsed();
    let over_the_run = (0..12).map(|n| Moment::AfterStart(whole * n / 12));
    let while_writing = (0..24).map(|n| Moment::WhileWriting(Duration::from_micros(120 * n)));
    let (mut n_killed, mut n_old) = (0, 0);
    for moment in over_the_run.chain(while_writing) {
        n_killed += usize::from(kill(&out, moment));
        let title = assert_whole(&out);
        n_old += usize::from(title == "The bridge on Mill Street");
        assert!(title == "The bridge on Mill Street" || title == "Solar eclipses in one century", "{title} {moment:?}");
        assert_kept(&out);
        assert_eq!(build(BRIDGE, &out).code, Some(0), "after {moment:?}");
        assert_eq!(assert_whole(&out), "The bridge on Mill Street");
        assert_kept(&out);
        assert_eq!(fs::read_dir(out.parent().unwrap()).unwrap().count(), 1, "what a killed build left is swept");
    }
    assert!(n_killed > 5 && n_old > 5, "of 36 builds {n_killed} were killed, {n_old} before they were done");
}

#[test]
fn a_site_of_another_subject_is_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("site");
    let run = build(ECLIPSES, &out);
    assert_eq!((run.code, run.err), (Some(0), format!("{}: 8 facts, {} files\n", out.display(), files(&out).len())));
    let site = files(&out);
    let text = |name: &str| String::from_utf8(site[name].clone()).unwrap();
    let (arabic, english) = (text("index.html"), text("en/index.html"));

    assert!(arabic.contains("<html lang=\"ar\" dir=\"rtl\""));
    assert!(english.contains("<html lang=\"en\" dir=\"ltr\""));
    assert!(arabic.contains("<title>كسوف الشمس في قرن واحد</title>"));
    assert!(english.contains("<title>Solar eclipses in one century</title>"));
    assert!(arabic.contains("lang=\"en\""), "the interface is not in Arabic, and says so");
    for id in ["eclipse-1919", "light-bends", "midday-2027"] {
        let mark = format!("data-fact=\"{id}\"");
        assert!(arabic.contains(&mark) && english.contains(&mark), "{id}");
    }
    assert!(english.contains("96%"), "383 of 399 seconds");
    assert!(english.contains("UTC+3"), "the offset of an hour in Cairo in August 2027");
    assert!(text("facts.json") == fs::read_to_string(ECLIPSES).unwrap(), "facts.json is the file as it was written");
    assert!(!text("facts.csv").contains("UTC"));

    for (name, bytes) in &site {
        // The app's own code is the same for every file.
        if [".js", ".wasm", ".css"].iter().any(|ending| name.ends_with(ending)) {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        for other in ["Kazakh", "Mazhilis", "Almaty", "Tokayev", "January 2022", "2022-01", "Казах", "Қазақ"]
        {
            assert!(!text.contains(other), "{name} speaks of {other}");
        }
    }
}

/// A file of so many facts, all of one day.
fn many(n_facts: usize) -> String {
    let fact = |at| format!(r#"{{"id": "f-{at}", "text": "One of many", "source": "s", "when": "2022-01-05"}}"#);
    let facts: Vec<String> = (0..n_facts).map(fact).collect();
    let source = r#"{"id": "s", "title": "S"}"#;
    format!(r#"{{"factline": 1, "title": {{"en": "T"}}, "sources": [{source}], "facts": [{}]}}"#, facts.join(", "))
}

#[test]
fn evidence_stands_in_the_page_or_in_the_plain_pages_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("facts.json");
    // How many facts there are, which pages are asked for, and how many entries the page and the plain pages then hold
    // with their evidence.
    for (n_facts, pages, n_in_page, n_in_plain_pages) in
        [(1000, "auto", 1000, 0), (1001, "auto", 0, 1001), (1001, "all", 0, 1001), (1001, "none", 50, 0)]
    {
        fs::write(&file, many(n_facts)).unwrap();
        let out = folder.path().join("site");
        let about = ["build".as_ref(), file.as_os_str(), "--pages".as_ref(), pages.as_ref(), "--out".as_ref()];
        let run = factline(about.into_iter().chain([out.as_os_str()]));
        assert_eq!(run.code, Some(0), "{}", run.err);
        let site = files(&out);
        let count = |text: &[u8], what: &str| String::from_utf8_lossy(text).matches(what).count();
        let is_plain = |name: &str| name.starts_with("facts/");
        let n_plain =
            site.iter().filter(|(name, _)| is_plain(name)).map(|(_, text)| count(text, "class=\"ev-more\"")).sum();
        let page = &site["index.html"];
        let found = (count(page, "class=\"ev-more\""), n_plain);
        assert_eq!(found, (n_in_page, n_in_plain_pages), "{n_facts} facts, {pages}");
        let n_links = count(page, "href=\"facts/1/#fact-");
        assert_eq!(n_links, if n_in_page == 0 { 50 } else { 0 }, "{n_facts} facts, {pages}");
        // The page loads what was written down for it, or, where no other page tells the rest, the facts.
        let n_parcels = site.keys().filter(|name| name.ends_with(".txt")).count();
        assert_eq!(
            (n_parcels, count(page, "crossorigin=\"anonymous\" href=\"facts.json\"")),
            if pages == "none" { (0, 1) } else { (1, 0) }
        );
    }
}
