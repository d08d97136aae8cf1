//! What is read from outside, what its texts are made of, and what must hold of each. A further reader gets two
//! functions here and a test in `main.rs`.

use factline::dataset::{Dataset, ZoneOffsets, changes, check, line_column, text_of};
use factline::date::Edtf;
use factline::i18n::{Form, Locale, date_text};
use factline::view_state::{decode, encode};

use super::mutate::Language;

const FACTS_FILE: &str = include_str!("../../docs/facts-file.md");
const PERMALINKS: &str = include_str!("../../docs/permalinks.md");
const VALID_DATES: &str = include_str!("../integration/edtf/valid.txt");
const INVALID_DATES: &str = include_str!("../integration/edtf/invalid.txt");

/// The fenced blocks of a document in one language.
fn blocks(document: &'static str, language: &str) -> impl Iterator<Item = &'static str> {
    let fence = format!("\n```{language}\n");
    let parts: Vec<&str> = document.split(&*fence).skip(1).collect();
    parts.into_iter().filter_map(|rest| rest.split("\n```").next())
}

fn bytes<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Vec<u8>> {
    texts.map(|text| text.as_bytes().to_vec()).collect()
}

/// Small files, so that a mutation often meets something.
pub fn facts_file() -> Language {
    let mut seeds = bytes(blocks(FACTS_FILE, "json"));
    seeds.push(include_bytes!("../facts/eclipses.json").to_vec());
    seeds.push(Vec::new());
    let words = "\u{feff}|{|}|[|]|:|,|\"|\\|\\u|\\ud800|null|true|-0|1e400|0.1|999999999999999|{\"en\": |\"id\": \"a\"|\
                 \"facts\": [|\"sources\": [|\"when\": \"2022\"|\"value\": 5|\"value_min\": 1|\"measure\": |\"formula\": |\
                 \"repeats\": |\"withdrawn\": {|\"media\": [{|\"groups\": [{|\"factline\": 1|\"languages\": [|\
                 \"time_zone\": \"Asia/Almaty\"|16.7 billion|двадцать|он тоғыз|\r\n|\0";
    Language { seeds, words: words.split('|').collect() }
}

/// It is told where each problem stands; what stands can be shown; what is read twice is the same.
pub fn read_facts_file(bytes: &[u8]) {
    let Ok(text) = text_of(bytes) else { return };
    let reading = check(text);
    let mut last = 0;
    for issue in reading.issues.all() {
        assert!(last <= issue.at && issue.at <= text.len());
        assert!(!issue.what.is_empty() && !issue.mend.is_empty() && issue.to_string().len() < 2_000);
        last = issue.at;
    }
    assert!(line_column(text, last) >= (1, 1));
    assert!(reading.dataset.is_some() || reading.issues.n_errors() > 0);
    let again = Dataset::read(text);
    assert_eq!(again.issues.n_errors(), reading.issues.n_errors());
    assert!(again.dataset == reading.dataset);
    if let Some(mut dataset) = again.dataset {
        assert_eq!(changes(text, text).of_facts, []);
        dataset.explain_hours(&ZoneOffsets::parse(text));
    }
}

/// Two states of a file: the bytes cut in two, or one after the other.
pub fn compare_facts_files(bytes: &[u8]) {
    let Ok(text) = text_of(bytes) else { return };
    let other = text.replacen("20", "19", 3);
    for (old, new) in [(text, other.as_str()), (&other, text)] {
        for change in changes(old, new).of_facts {
            for state in [&change.was, &change.now] {
                assert!(serde_json::from_str::<serde_json::Value>(state).is_ok(), "{state}");
            }
        }
    }
}

/// Dates that are, and dates that are not.
pub fn dates() -> Language {
    let lines = VALID_DATES.lines().chain(INVALID_DATES.lines()).filter(|line| !line.starts_with('#'));
    let words = "-|/|..|X|XX|Y|T|Z|?|~|%|+|:|00|29|31|24|9999|99999999999|0000|E|S|{|,|\u{2212}|٢";
    Language { seeds: bytes(lines), words: words.split('|').collect() }
}

/// A date is written as it was read, covers its ends in order, and can be said in every language.
pub fn read_date(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    match text.parse::<Edtf>() {
        Err(error) => assert!(error.to_string().ends_with(text)),
        Ok(date) => {
            assert_eq!(date.to_string(), text);
            if let (Some(first), Some(last)) = (date.earliest_day(), date.latest_day()) {
                assert!(first <= last, "{text}");
            }
            for locale in [Locale::En, Locale::Ru, Locale::Kk] {
                for form in [Form::Long, Form::Short] {
                    assert!(!date_text(&date, locale, form).is_empty(), "{text}");
                }
            }
        }
    }
}

/// The addresses of the document.
pub fn addresses() -> Language {
    let lines = blocks(PERMALINKS, "text").flat_map(str::lines).filter_map(|line| line.split_once('?'));
    let words = "&|=|,|%|%00|%D0|%F0%9F%98%80|+|#|?|view=|fact=|q=|by=|from=2022-01-05|to=2022-01-05T01:30|sort=said|\
                 chapter=|form=table|theme=dark|facts=//x|axis=said|track=|-|99999999999";
    Language { seeds: bytes(lines.map(|(_, query)| query)), words: words.split('|').collect() }
}

/// An address that was written once is written the same again, and has nothing to complain of.
pub fn read_address(bytes: &[u8]) {
    let query = String::from_utf8_lossy(bytes);
    let (view, _) = decode(&query);
    let written = encode(&view);
    let (again, notices) = decode(&written);
    assert_eq!(notices, [], "{query} is written as {written}");
    assert_eq!(encode(&again), written, "{query}");
}
