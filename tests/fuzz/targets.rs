//! What is read from outside, what its texts are made of, and what must hold of each. A further reader gets two
//! functions here and a test in `main.rs`.

use factline::dataset::{
    Dataset, Foreign, Sheet, SheetOptions, ZoneOffsets, changes, check, import_timeline, import_timeline_table,
    line_column, sheet_of, sheet_text_of, text_of,
};
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

/// The tables of the document, in each form that spreadsheets give them.
pub fn tables() -> Language {
    let mut seeds = bytes(blocks(FACTS_FILE, "csv"));
    let further: Vec<Vec<u8>> = blocks(FACTS_FILE, "csv")
        .flat_map(|table| {
            [table.replace(',', ";"), table.replace(',', "\t"), table.replace('\n', "\r"), format!("sep=,\n{table}")]
        })
        .map(String::into_bytes)
        .collect();
    seeds.extend(further);
    seeds.extend(
        blocks(FACTS_FILE, "csv")
            .map(|table| [0xfeff].into_iter().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect()),
    );
    seeds.push(Vec::new());
    let words = "\u{feff}~,~;~\t~\n~\r\n~\r~\"~\"\"~'~=1+1~-~@~#NAME?~16,7~1,205~1 205~1,67E+10~05.01.2022~1/5/2022~44566~1:30~\
                 text:ru~text:~TEXT~id~unit~media_src~media2_alt:kk~withdrawn_as_of~source_url~by_name~measure~value_min~sep=;~\u{a0}~\0";
    Language { seeds, words: words.split('~').collect() }
}

/// What is wrong stands in the table or in the file beside it; a sound table is written as it was read.
pub fn read_table(bytes: &[u8]) {
    let Ok(text) = sheet_text_of(bytes) else { return };
    let beside = blocks(FACTS_FILE, "json").next().unwrap_or_default();
    for base in [None, Some(beside), Some(text.as_str())] {
        let sheet = Sheet::read(text.clone(), SheetOptions { title: None, name: "table", base });
        let reading = check(sheet.json());
        let issues = sheet.located(&reading.issues);
        for (issues, text) in [(&issues.table, sheet.text()), (&issues.base, base.unwrap_or_default())] {
            let mut last = 0;
            for issue in issues.all() {
                assert!(last <= issue.at && issue.at <= text.len() && text.is_char_boundary(issue.at), "{issue:?}");
                last = issue.at;
            }
        }
        let n_errors = reading.issues.n_errors() + sheet.n_errors();
        assert_eq!(n_errors > 0, issues.table.n_errors() + issues.base.n_errors() > 0, "an error was lost\n{text}");
        if let (0, Some(dataset)) = (n_errors, reading.dataset) {
            let table = sheet_of(&dataset);
            let again =
                Sheet::read(table.clone(), SheetOptions { title: None, name: "table", base: Some(sheet.json()) });
            let again = Dataset::read(again.json()).dataset.unwrap_or_default();
            assert_eq!(sheet_of(&again), table, "{text}");
        }
    }
}

/// Timelines of each form.
pub fn timelines() -> Language {
    let seeds = [
        r#"{"title": {"text": {"headline": "T", "text": "<p>a</p>"}}, "events": [{"start_date": {"year": "-44", "month": 3},
            "end_date": {"year": 14}, "text": {"headline": "A", "text": "<a href='https://example.org'>b</a> &eacute;"},
            "media": {"url": "a.jpg", "alt": "b", "credit": "c"}, "group": "g", "unique_id": "x"}],
            "eras": [{"start_date": {"year": 1}, "end_date": {"year": 2}, "text": {"headline": "E"}}]}"#,
        r#"{"timeline": {"headline": "T", "date": [{"startDate": "2011,12,10,7,2", "endDate": "12/11/2011", "headline": "A",
            "text": "b", "asset": {"media": "//example.org/v", "caption": "c"}}], "era": []}}"#,
        "Year,Month,Day,Time,End Year,Headline,Text,Media,Media Credit,Alt Text,Type,Group\n,,,,,T,a,,,,title,\n\
         1815,12,10,2:30 PM,1852,Ada,<p>b</p>,a.jpg,c,d,,g\n-500,,,,-44,Era,,,,,era,\n",
    ];
    let words = "<|>|<p>|<script>|</script>|<!--|-->|<a href='|<a href=\"javascript:|<img src=|'>|&amp;|&#150;|&#x110000;|\"|,|{|}|\
                 [|]|\n|\"year\": |-13.8e9|\"month\": 13|\"url\": \"|https://|//|\"group\": \"\"|\"unique_id\": \"Ж\"|null|storyjs_jsonp_data = ";
    Language { seeds: bytes(seeds.into_iter()), words: words.split('|').collect() }
}

/// Whatever a timeline is made of, the facts file has no errors.
pub fn read_timeline(bytes: &[u8]) {
    let Ok(text) = sheet_text_of(bytes) else { return };
    let imported = match Foreign::of(&text) {
        Foreign::Timeline => import_timeline(&text, "timeline.json"),
        Foreign::TimelineTable | Foreign::Table => import_timeline_table(&text, "timeline.csv"),
    };
    match imported {
        Err(issue) => assert!(issue.at <= text.len()),
        Ok(imported) => assert_eq!(check(&imported.json).issues.n_errors(), 0, "{}", imported.json),
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
