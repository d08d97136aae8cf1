//! The rules of the house that a script can hold: which module may name which, how long a file gets, what stands in no
//! file. Each rule is tested on a small wrong sample and then held against the repository.

#[path = "tidy/source.rs"]
mod source;

use source::Token;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display};
use std::fs;
use std::path::{Path, PathBuf};

/// What a module may name besides itself and other packages.
enum Names {
    Only(&'static [&'static str]),
    AllAbove,
    AllAboveBut(&'static [&'static str]),
}
use Names::{AllAbove, AllAboveBut, Only};

/// The modules in reading order; nothing names a module below itself.
const MODULES: &[(&str, Names)] = &[
    ("order", Only(&[])),
    ("date", Only(&[])),
    ("i18n", Only(&["date", "order"])),
    ("fact", Only(&["i18n", "date"])),
    ("dataset", Only(&["fact", "i18n", "date", "order"])),
    ("query", Only(&["dataset", "fact", "i18n", "date", "order"])),
    ("figures", Only(&["dataset", "fact", "i18n", "date", "order"])),
    ("timeline", Only(&["i18n", "date", "order"])),
    ("view_state", Only(&["query", "timeline", "fact", "i18n", "date"])),
    ("page", AllAbove),
    ("parcel", Only(&["page", "view_state", "timeline", "fact", "i18n"])),
    ("export", AllAbove),
    ("embed", Only(&[])),
    ("web", Only(&["i18n", "embed", "view_state"])),
    ("state", AllAbove),
    ("ui", AllAbove),
    ("zones", Only(&["date"])),
    ("site", AllAboveBut(&["web"])),
    ("cli", AllAboveBut(&["web"])),
];

/// A file longer than this is two files.
const MAX_LINES: usize = 500;

/// A file of this name has no subject.
const NAMELESS: &[&str] = &["utils", "util", "helpers", "helper", "common", "types", "misc"];

/// Plural forms of one message (CLDR). Which of them a language has is its own affair.
const PLURAL_CATEGORIES: &[&str] = &["zero", "one", "two", "few", "many", "other"];

struct File {
    /// From the root of the repository, with `/`.
    path: String,
    text: String,
}

impl File {
    /// The module that the file belongs to, from the crate down; empty for the roots (`lib.rs`, the binaries).
    fn module(&self) -> Vec<&str> {
        let Some(inside) = self.path.strip_prefix("src/") else { return Vec::new() };
        if inside.starts_with("bin/") || ["lib.rs", "main.rs"].contains(&inside) {
            return Vec::new();
        }
        let inside = inside.trim_end_matches(".rs");
        inside.strip_suffix("/mod").unwrap_or(inside).split('/').collect()
    }

    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.ends_with("_tests.rs") || self.path.contains("/tests/")
    }

    /// What is compiled into the product, and how many lines are tests.
    fn code(&self) -> (Vec<Token>, usize) {
        if self.is_test() {
            return (Vec::new(), self.text.lines().count());
        }
        source::without_tests(&source::tokens(&self.text))
    }

    fn complain(&self, line: usize, what: impl Into<String>) -> Complaint {
        Complaint { path: self.path.clone(), line, what: what.into() }
    }
}

#[derive(Debug)]
struct Complaint {
    path: String,
    line: usize,
    what: String,
}

impl Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

// ---- the rules

fn may_name(from: usize, to: &str) -> bool {
    let is_above = || MODULES[..from].iter().any(|(name, _)| *name == to);
    match &MODULES[from].1 {
        Only(names) => names.contains(&to),
        AllAbove => is_above(),
        AllAboveBut(names) => is_above() && !names.contains(&to),
    }
}

fn arrows(file: &File) -> Vec<Complaint> {
    let module = file.module();
    let Some(from) = module.first().and_then(|top| MODULES.iter().position(|(name, _)| name == top)) else {
        return Vec::new();
    };
    let (code, _) = file.code();
    let mut complaints = Vec::new();
    for path in source::paths(&code, &module) {
        let Some(to) = path.names.first() else { continue };
        if to == module[0] || may_name(from, to) {
            continue;
        }
        let why = if MODULES.iter().any(|(name, _)| name == to) {
            format!("`{}` may not name `{to}`", module[0])
        } else {
            format!("`crate::{to}` is no module of the table: name the module that it lives in")
        };
        complaints.push(file.complain(path.line, why));
    }
    complaints
}

fn unknown_modules(file: &File) -> Vec<Complaint> {
    match file.module().first() {
        Some(top) if !MODULES.iter().any(|(name, _)| name == top) => {
            vec![file.complain(1, format!("the module `{top}` is not in the table of tests/tidy.rs"))]
        }
        _ => Vec::new(),
    }
}

/// The map at the head of `src/lib.rs` names each module that is declared below it.
fn unmapped_modules(file: &File) -> Vec<Complaint> {
    if file.path != "src/lib.rs" {
        return Vec::new();
    }
    let (code, _) = file.code();
    let declared = code.windows(3).filter(|three| three[0].text == "mod" && three[2].text == ";");
    // A module behind a feature is no link, since it is not always there.
    let is_mapped =
        |name: &str| [format!("//! | [`{name}`]"), format!("//! | `{name}`")].iter().any(|row| file.text.contains(row));
    declared
        .filter(|three| !is_mapped(&three[1].text))
        .map(|three| file.complain(three[1].line, format!("`{}` is missing from the map above", three[1].text)))
        .collect()
}

fn long_files(file: &File) -> Vec<Complaint> {
    let n_lines = file.text.lines().count() - if file.path.ends_with(".rs") { file.code().1 } else { 0 };
    if n_lines <= MAX_LINES {
        return Vec::new();
    }
    vec![file.complain(1, format!("{n_lines} lines without tests; {MAX_LINES} is the most, and 300 is long"))]
}

fn nameless_files(file: &File) -> Vec<Complaint> {
    let names = file.path.split('/').map(|part| part.split('.').next().unwrap_or(part));
    names
        .filter(|name| NAMELESS.contains(name))
        .map(|name| file.complain(1, format!("`{name}` says nothing: give what is in it a home or a name of its own")))
        .collect()
}

/// A prelude is made to be imported whole; nothing else is.
fn globs(file: &File) -> Vec<Complaint> {
    let (code, _) = file.code();
    let mut complaints = Vec::new();
    let mut at = 0;
    while at < code.len() {
        if code[at].text != "use" {
            at += 1;
            continue;
        }
        let end = (at..code.len()).find(|&at| code[at].text == ";").unwrap_or(code.len());
        for glob in at + 2..end {
            if code[glob].text == "*" && (glob < at + 3 || code[glob - 2].text != "prelude") {
                complaints.push(file.complain(code[glob].line, "a glob import: name what is used"));
            }
        }
        at = end;
    }
    complaints
}

fn panics(file: &File) -> Vec<Complaint> {
    let (code, _) = file.code();
    code.windows(3)
        .filter(|three| three[0].text == "." && ["unwrap", "expect"].contains(&three[1].text.as_str()))
        .filter(|three| three[2].text == "(")
        .map(|three| file.complain(three[1].line, format!("`{}` outside tests: handle it once", three[1].text)))
        .collect()
}

fn loose_values(file: &File) -> Vec<Complaint> {
    if file.module().first() == Some(&"web") {
        return Vec::new();
    }
    let (code, _) = file.code();
    code.iter()
        .filter(|token| token.text == "JsValue")
        .map(|token| file.complain(token.line, "`JsValue` outside `web`: give it a type of ours there"))
        .collect()
}

/// What was put off is an issue, not a comment.
fn put_off(file: &File) -> Vec<Complaint> {
    // In two parts, so that this file keeps its own rule.
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!("), concat!("un", "implemented!(")];
    let lines = file.text.lines().enumerate();
    lines
        .flat_map(|(at, line)| marks.iter().filter(move |mark| line.contains(**mark)).map(move |mark| (at + 1, mark)))
        .map(|(line, mark)| file.complain(line, format!("`{mark}`: do it, or write it down as an issue")))
        .collect()
}

/// Relative links and pictures that lead nowhere. Code blocks are no links.
fn dead_links(file: &File, exists: impl Fn(&str) -> bool) -> Vec<Complaint> {
    let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut complaints = Vec::new();
    let mut in_code = false;
    for (at, line) in file.text.lines().enumerate() {
        in_code ^= line.trim_start().starts_with("```");
        if in_code {
            continue;
        }
        for (opening, closing) in [("](", ')'), ("src=\"", '"'), ("href=\"", '"')] {
            for rest in line.split(opening).skip(1) {
                let target = rest.split([closing, ' ', '#', '?']).next().unwrap_or_default();
                let is_elsewhere = target.contains("://") || target.starts_with("mailto:");
                if !target.is_empty() && !is_elsewhere && !exists(&joined(folder, target)) {
                    complaints.push(file.complain(at + 1, format!("`{target}` leads nowhere")));
                }
            }
        }
    }
    complaints
}

/// `docs` and `../README.md` give `README.md`.
fn joined(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// The messages of a file and the plural forms of those that count: `{"n.one": …, "n.other": …}` is one message, `n`.
fn messages(file: &File) -> Result<BTreeMap<String, BTreeSet<String>>, Complaint> {
    let texts: BTreeMap<String, String> =
        serde_json::from_str(&file.text).map_err(|error| file.complain(error.line(), error.to_string()))?;
    let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for key in texts.into_keys() {
        match key.rsplit_once('.') {
            Some((name, form)) if PLURAL_CATEGORIES.contains(&form) => {
                messages.entry(name.to_string()).or_default().insert(form.to_string());
            }
            _ => {
                messages.entry(key).or_default();
            }
        }
    }
    Ok(messages)
}

/// Each message is there in each language, and where it counts, with each form that the language's other messages have.
fn missing_messages(files: &[File]) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut read = Vec::new();
    for file in files {
        match messages(file) {
            Ok(messages) => read.push((file, messages)),
            Err(complaint) => complaints.push(complaint),
        }
    }
    let all: BTreeSet<&String> = read.iter().flat_map(|(_, own)| own.keys()).collect();
    let counts = |name: &str| read.iter().any(|(_, own)| own.get(name).is_some_and(|forms| !forms.is_empty()));
    for (file, own) in &read {
        let all_forms: BTreeSet<&String> = own.values().flatten().collect();
        for name in &all {
            match own.get(*name) {
                None => complaints.push(file.complain(1, format!("the message `{name}` is missing"))),
                Some(forms) if counts(name) && forms.len() < all_forms.len().max(1) => {
                    complaints.push(file.complain(1, format!("`{name}` has the forms {forms:?} of {all_forms:?}")));
                }
                Some(_) => {}
            }
        }
    }
    complaints
}

// ---- the repository

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The files below some files and folders, with one of the endings. What is not there is no fault.
fn files(places: &[&str], endings: &[&str]) -> Vec<File> {
    fn collect(path: &Path, endings: &[&str], found: &mut Vec<File>) {
        let is_wanted = path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted));
        // What others wrote keeps their own rules.
        if path.ends_with("node_modules") {
            return;
        }
        if let Ok(entries) = fs::read_dir(path) {
            entries.flatten().for_each(|entry| collect(&entry.path(), endings, found));
        } else if is_wanted && let Ok(text) = fs::read_to_string(path) {
            let inside = path.strip_prefix(root()).unwrap_or(path);
            found.push(File { path: inside.to_string_lossy().replace('\\', "/"), text });
        }
    }
    let mut found = Vec::new();
    places.iter().for_each(|place| collect(&root().join(place), endings, &mut found));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn sources() -> Vec<File> {
    files(&["src"], &["rs"])
}

fn all_texts() -> Vec<File> {
    let places = ["src", "tests", "benches", "scripts", "style", "build.rs", "index.html"];
    files(&places, &["rs", "js", "mjs", "css", "html", "sh"])
}

// ---- the tests

fn assert_none(complaints: &[Complaint]) {
    let lines: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "\n{}\n", lines.join("\n"));
}

/// A rule must find fault with each wrong sample and with no right one, and then with nothing in the repository.
fn check(rule: fn(&File) -> Vec<Complaint>, files: &[File], wrong: &[(&str, &str)], right: &[(&str, &str)]) {
    let complaints = |(path, text): &(&str, &str)| rule(&File { path: path.to_string(), text: text.to_string() });
    for sample in wrong {
        assert!(!complaints(sample).is_empty(), "the rule finds no fault with {sample:?}");
    }
    for sample in right {
        assert_none(&complaints(sample));
    }
    assert!(!files.is_empty(), "the rule is held against no file");
    assert_none(&files.iter().flat_map(rule).collect::<Vec<_>>());
}

#[test]
fn a_module_names_only_what_its_row_of_the_table_allows() {
    let wrong = [
        ("src/date/mod.rs", "use crate::i18n::Locale;"),
        ("src/date/mod.rs", "use crate::{date::Day, i18n::{self, Locale}};"),
        ("src/date.rs", "fn f() -> super::fact::Fact { todo() }"),
        ("src/date/edtf.rs", "use super::super::fact;"),
        ("src/date/edtf.rs", "fn f() { crate::i18n::plural::<u8>(1) }"),
        ("src/date/edtf.rs", "mod inner { use super::super::super::fact; }"),
        ("src/timeline/lanes.rs", "pub(in crate::dataset) struct Lane;"),
        ("src/page/card.rs", "use crate::ui::App;"),
        ("src/web/frame.rs", "use crate::state::State;"),
        ("src/site/mod.rs", "use crate::web::fetch;"),
        ("src/ui/mod.rs", "use crate::cli;"),
        ("src/ui/mod.rs", "use crate::App;"),
    ];
    let right = [
        ("src/date/mod.rs", ""),
        ("src/date/mod.rs", "//! See [`crate::ui`]\n/* crate::ui /* crate::ui */ */ const A: &str = \"crate::ui\";"),
        ("src/date/mod.rs", "const A: &str = r#\"\" crate::ui\"#; const B: char = '\"'; fn c<'a>(d: &'a str) {}"),
        ("src/date/edtf.rs", "use super::Day; use self::inner::X; mod inner { use super::super::Day; }"),
        ("src/date/mod.rs", "pub(crate) fn f() {}\n#[cfg(test)]\nmod tests { use crate::ui::App; }"),
        ("src/ui/card.rs", "use crate::{state::State, web::frame, page};"),
        ("src/web/frame.rs", "use crate::{embed::Message, i18n::Locale, view_state::ViewState};"),
        ("src/main.rs", "use factline::ui::App;"),
    ];
    check(arrows, &sources(), &wrong, &right);
}

#[test]
fn a_module_stands_in_the_table() {
    let wrong = [("src/stuff.rs", ""), ("src/stuff/inner.rs", "")];
    check(unknown_modules, &sources(), &wrong, &[("src/lib.rs", ""), ("src/bin/factline.rs", ""), ("src/ui.rs", "")]);
}

#[test]
fn the_map_in_lib_rs_names_each_module() {
    let right = [
        (
            "src/lib.rs",
            "//! | [`date`] | days |\n//! | `ui` | parts |\npub mod date;\n#[cfg(feature = \"ui\")]\npub mod ui;",
        ),
        ("src/ui/mod.rs", "mod card;"),
    ];
    check(unmapped_modules, &sources(), &[("src/lib.rs", "//! The date.\npub mod date;")], &right);
}

#[test]
fn a_file_has_at_most_500_lines_without_its_tests() {
    let code = "fn f() {}\n".repeat(MAX_LINES);
    let tested = format!("{code}#[cfg(test)]\nmod tests {{\n{code}}}\n");
    let too_long = format!("{code}\n");
    let wrong = [("src/ui/a.rs", too_long.as_str()), ("style/a.css", too_long.as_str())];
    let right = [("src/ui/a.rs", code.as_str()), ("src/ui/a.rs", tested.as_str()), ("src/ui/tests.rs", &too_long)];
    let held = files(&["src", "style", "scripts", "tests", "build.rs"], &["rs", "css", "mjs", "js"]);
    check(long_files, &held, &wrong, &right);
}

#[test]
fn a_file_has_a_name_that_says_something() {
    let wrong = [("src/ui/utils.rs", ""), ("src/helpers/mod.rs", ""), ("style/common.css", ""), ("src/types.rs", "")];
    check(nameless_files, &all_texts(), &wrong, &[("src/ui/type_scale.rs", "")]);
}

#[test]
fn an_import_names_what_it_imports() {
    let wrong = [("src/ui/a.rs", "use crate::date::*;"), ("src/ui/a.rs", "use crate::{date::Day, i18n::*};")];
    let right = [
        ("src/ui/a.rs", "use leptos::prelude::*;\nfn f(a: &*const u8) -> u8 { 2 * 3 }"),
        ("src/ui/a.rs", "#[cfg(test)]\nmod tests { use super::*; }"),
    ];
    check(globs, &sources(), &wrong, &right);
}

#[test]
fn nothing_unwraps_outside_tests() {
    let wrong = [
        ("src/ui/a.rs", "fn f(a: Option<u8>) { a.unwrap(); }"),
        ("src/main.rs", "fn f(a: Option<u8>) { a\n.expect(\"a\"); }"),
        ("src/ui/a.rs", "#[cfg(not(test))]\nfn f(a: Option<u8>) { a.unwrap(); }"),
    ];
    let right = [
        ("src/ui/a.rs", "/// a.unwrap()\nfn f(a: Option<u8>) { a.unwrap_or(1); }"),
        ("src/ui/a.rs", "#[cfg(test)]\nmod tests { #[test] fn f() { a.unwrap(); } }"),
        ("src/ui/a.rs", "#[test]\nfn f() { a[1].unwrap(); }"),
    ];
    check(panics, &sources(), &wrong, &right);
}

#[test]
fn js_values_stay_in_web() {
    let wrong = [("src/ui/a.rs", "fn f(a: JsValue) {}"), ("src/main.rs", "use wasm_bindgen::JsValue;")];
    check(loose_values, &sources(), &wrong, &[("src/web/a.rs", "fn f(a: JsValue) {}"), ("src/ui/a.rs", "// JsValue")]);
}

#[test]
fn nothing_is_put_off_in_a_comment() {
    let comment = concat!("/* TO", "DO */");
    let code = concat!("fn f() { to", "do!() }");
    check(put_off, &all_texts(), &[("style/a.css", comment), ("src/a.rs", code)], &[("src/a.rs", "fn todo() {}")]);
}

#[test]
fn every_language_has_every_message() {
    let file = |path: &str, text: &str| File { path: path.to_string(), text: text.to_string() };
    let english =
        || file("messages/en.json", r#"{"a": "x", "n.one": "x", "n.other": "x", "m.one": "x", "m.other": "x"}"#);
    let right = r#"{"m.few": "x", "m.other": "x", "n.few": "x", "n.other": "x", "a": "x"}"#;
    assert_none(&missing_messages(&[english(), file("messages/ru.json", right)]));
    let wrong_files = [
        r#"{"n.one": "x", "m.one": "x"}"#,
        r#"{"a": "x", "b": "x", "n.one": "x", "m.one": "x"}"#,
        r#"{"a": "x", "n.one": "x", "n.few": "x", "m.one": "x"}"#,
        r#"{"a": "x", "n": "x", "m.one": "x"}"#,
        r#"{"a": {}, "n.one": "x", "m.one": "x"}"#,
        "{",
    ];
    for wrong in wrong_files {
        let complaints = missing_messages(&[english(), file("messages/ru.json", wrong)]);
        assert!(!complaints.is_empty(), "the rule finds no fault with {wrong}");
    }
    assert_none(&missing_messages(&files(&["messages"], &["json"])));
}

#[test]
fn every_relative_link_of_the_documents_leads_somewhere() {
    let links = |path: &str, text: &str| {
        let file = File { path: path.to_string(), text: text.to_string() };
        dead_links(&file, |target| ["README.md", "docs/a.png"].contains(&target))
    };
    assert!(!links("README.md", "See [this](docs/b.md).").is_empty());
    assert!(!links("docs/a.md", "[a](../READ.md)").is_empty());
    assert!(!links("docs/a.md", "<img src=\"b.png\">").is_empty());
    assert_none(&links("docs/a.md", "[a](../README.md#b) ![a](a.png) [a](#b) [a](https://a.example/b \"c\")"));
    assert_none(&links("docs/a.md", "```\n[a](b)\n```"));

    let documents = files(&["docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"], &["md"]);
    let exists = |target: &str| root().join(target).exists();
    assert_none(&documents.iter().flat_map(|file| dead_links(file, exists)).collect::<Vec<_>>());
}
