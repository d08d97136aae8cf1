//! The errors and warnings that the format promises, one of each kind, each at its line and column.
//!
//! In a case `¦` marks where the problem must stand; it is no part of the file.

use std::fs;

use crate::factline;

/// A file of one object a list, about which there is nothing to say. Each line holds one list.
const LINES: [(&str, &str); 16] = [
    (
        "units",
        r#"{"id": "u", "name": {"en": {"other": "{n} cases"}}}, {"id": "w", "name": {"en": {"other": "{n} people"}}}"#,
    ),
    ("measures", r#"{"id": "m", "name": "M", "unit": "u"}, {"id": "k", "name": "K", "unit": "w"}"#),
    ("voices", r#"{"id": "v", "name": "V"}"#),
    ("speakers", r#"{"id": "p", "name": "P", "voice": "v"}"#),
    ("places", r#"{"id": "q", "name": "Q"}"#),
    ("topics", r#"{"id": "t", "name": "T"}"#),
    ("tracks", r#"{"id": "r", "name": "R"}"#),
    ("sources", r#"{"id": "s", "title": "S"}"#),
    (
        "facts",
        r#"{"id": "a", "text": "Five cases", "source": "s", "by": "p", "as_of": "2022", "measure": "m", "value": 5}, {"id": "b", "text": "10 people", "source": "s", "by": "p", "as_of": "2022", "measure": "k", "value": 10}, {"id": "c", "text": "Six cases", "source": "s", "by": "p", "as_of": "2022", "measure": "m", "value": 6}"#,
    ),
    ("derived", r#"{"id": "d", "name": "D", "formula": "share", "part": "a", "whole": "c"}"#),
    ("cards", r#"{"id": "x", "headline": "a", "groups": [{"facts": ["a"]}]}"#),
    ("eras", r#"{"id": "e", "name": "E", "when": "2022"}"#),
    ("chapters", r#"{"id": "h", "name": "H", "when": "2022/2023"}"#),
    ("sections", r#"{"id": "n", "title": "N", "groups": [{"facts": ["a"]}]}"#),
    ("disagreements", r#"{"id": "g", "facts": ["a", "b"], "text": "G"}"#),
    ("corrections", r#"{"date": "2022-01-05", "fact": "a", "field": "value", "was": 4, "now": 5, "why": "W"}"#),
];

/// The file with one object more at the end of a list.
fn file(list: &str, object: &str) -> String {
    let mut text = String::from("{\"factline\": 1, \"title\": \"T\"");
    for (key, objects) in LINES {
        let more = if key == list { format!(", {object}") } else { String::new() };
        text.push_str(&format!(",\n\"{key}\": [{objects}{more}]"));
    }
    text.push_str("}\n");
    text
}

/// What is told of a file: the lines without its name, and the counts apart.
fn told(text: &str) -> (Vec<String>, Option<i32>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("f.json");
    fs::write(&path, text).unwrap();
    let run = factline(["check".as_ref(), path.as_os_str()]);
    let mut lines: Vec<String> =
        run.out.lines().map(|line| line.replace(&format!("{}:", path.display()), "")).collect();
    lines.pop();
    (lines, run.code)
}

/// The one problem of a file that has `¦` where it stands.
#[track_caller]
fn check_file(marked: &str, severity: &str, expected: &str) {
    let (before, _) = marked.split_once('¦').unwrap();
    let line = before.split('\n').count();
    let column = before.split('\n').next_back().map_or(0, |line| line.chars().count()) + 1;
    let (told, code) = told(&marked.replacen('¦', "", 1));
    assert_eq!(told.len(), 1, "{told:#?}");
    let start = format!("{line}:{column}: {severity}: ");
    assert!(told[0].starts_with(&start) && told[0].contains(expected), "{}\nis not\n{start}…{expected}", told[0]);
    assert!(told[0].contains("; "), "{} does not say how to mend it", told[0]);
    assert_eq!(code, Some(i32::from(severity == "error")));
}

#[track_caller]
fn error(list: &str, marked: &str, expected: &str) {
    check_file(&file(list, marked), "error", expected);
}

/// A warning about a fact with these keys more.
#[track_caller]
fn warning(marked: &str, expected: &str) {
    check_file(&file("facts", &fact(marked)), "warning", expected);
}

/// A fact with further keys.
fn fact(rest: &str) -> String {
    format!(r#"{{"id": "z", "text": "A", "source": "s", "by": "p", {rest}}}"#)
}

#[test]
fn the_file_of_these_tests_has_nothing_wrong_with_it() {
    assert_eq!(told(&file("", "")), (vec![], Some(0)));
}

#[test]
fn syntax_is_an_error_where_it_breaks() {
    check_file("{\"factline\": 1,\n \"title\": \"ё\",¦, \"facts\": []}", "error", "not JSON");
    check_file("{\"factline\": ¦2, \"title\": \"T\", \"facts\": []}", "error", "this reads version 1");
    check_file("¦[]", "error", "this is no facts file");
}

/// Every key that the format calls required, in an object that has all others.
#[test]
fn a_missing_required_key_is_an_error_at_its_object() {
    let objects = [
        ("units", r#"{"id": "z", "name": {"en": {"other": "{n}"}}}"#, "id name"),
        ("measures", r#"{"id": "z", "name": "Z", "unit": "u"}"#, "id name unit"),
        ("voices", r#"{"id": "z", "name": "Z"}"#, "id name"),
        ("speakers", r#"{"id": "z", "name": "Z"}"#, "id name"),
        ("places", r#"{"id": "z", "name": "Z"}"#, "id name"),
        ("topics", r#"{"id": "z", "name": "Z"}"#, "id name"),
        ("tracks", r#"{"id": "z", "name": "Z"}"#, "id name"),
        ("sources", r#"{"id": "z", "title": "Z"}"#, "id title"),
        ("facts", r#"{"id": "z", "text": "Z", "source": "s", "by": "p"}"#, "id text source"),
        (
            "derived",
            r#"{"id": "z", "name": "Z", "formula": "share", "part": "a", "whole": "c"}"#,
            "id name formula part whole",
        ),
        ("derived", r#"{"id": "z", "name": "Z", "formula": "rate", "of": "a", "per": "b"}"#, "of per"),
        ("derived", r#"{"id": "z", "name": "Z", "formula": "sum", "of": ["a", "c"]}"#, "of"),
        ("derived", r#"{"id": "z", "name": "Z", "formula": "difference", "from": "c", "minus": "a"}"#, "from minus"),
        ("cards", r#"{"id": "z", "headline": "a"}"#, "id headline"),
        ("eras", r#"{"id": "z", "name": "Z", "when": "2022"}"#, "id name when"),
        ("chapters", r#"{"id": "z", "name": "Z", "when": "2022/2023"}"#, "id name when"),
        ("sections", r#"{"id": "z", "title": "Z", "groups": []}"#, "id title groups"),
        ("disagreements", r#"{"id": "z", "facts": ["a", "b"], "text": "Z"}"#, "id facts text"),
        (
            "corrections",
            r#"{"date": "2022-01-05", "fact": "a", "field": "text", "was": "A", "now": "B", "why": "W"}"#,
            "date fact field was now why",
        ),
    ];
    for (list, object, required) in objects {
        assert_eq!(told(&file(list, object)), (vec![], Some(0)), "{list}");
        for key in required.split(' ') {
            let mut keys: serde_json::Map<String, serde_json::Value> = serde_json::from_str(object).unwrap();
            assert!(keys.remove(key).is_some(), "{list} {key}");
            let rest = serde_json::to_string(&keys).unwrap();
            error(list, &format!("¦{rest}"), &format!("the required key `{key}` is missing"));
        }
    }
    check_file("¦{\"factline\": 1, \"facts\": []}", "error", "`title` is missing");
    check_file("¦{\"factline\": 1, \"title\": \"T\"}", "error", "`facts` is missing");
    check_file("¦{\"title\": \"T\", \"facts\": []}", "error", "`factline` is missing");
    error("cards", r#"{"id": "z", "headline": "a", "groups": [¦{"name": "N"}]}"#, "`facts` is missing");
    error("facts", &fact(r#""withdrawn": ¦{"by": "p"}"#), "`as_of` is missing");
}

#[test]
fn a_second_object_of_one_id_is_an_error_at_that_id() {
    for (list, objects) in LINES.into_iter().filter(|(list, _)| *list != "corrections") {
        let first = objects.split("}, {").next().unwrap().trim_end_matches('}');
        let first = format!("{first}{}", "}".repeat(first.matches('{').count() - first.matches('}').count()));
        error(list, &first.replacen("\"id\": ", "\"id\": ¦", 1), "the same id");
    }
    error("facts", r#"{"id": ¦"Two words", "text": "A", "source": "s"}"#, "cannot be an id");
}

#[test]
fn a_reference_to_nothing_is_an_error_at_that_name() {
    let cases = [
        ("measures", r#"{"id": "z", "name": "Z", "unit": ¦"no"}"#),
        ("speakers", r#"{"id": "z", "name": "Z", "voice": ¦"no"}"#),
        ("facts", r#"{"id": "z", "text": "A", "source": ¦"no", "by": "p"}"#),
        ("facts", r#"{"id": "z", "text": "A", "source": "s", "by": ¦"no"}"#),
        ("derived", r#"{"id": "z", "name": "Z", "formula": "share", "part": ¦"no", "whole": "c"}"#),
        ("derived", r#"{"id": "z", "name": "Z", "formula": "sum", "of": ["a", ¦"no"]}"#),
        ("cards", r#"{"id": "z", "headline": ¦"no"}"#),
        ("cards", r#"{"id": "z", "headline": "a", "groups": [{"facts": ["a", ¦"no"]}]}"#),
        ("eras", r#"{"id": "z", "name": "Z", "when": "2022", "facts": [¦"no"]}"#),
        ("chapters", r#"{"id": "z", "name": "Z", "when": "2022/2023", "facts": [¦"no"]}"#),
        ("sections", r#"{"id": "z", "title": "Z", "groups": [{"facts": [¦"no"]}]}"#),
        ("disagreements", r#"{"id": "z", "facts": ["a", "b", ¦"no"], "text": "Z"}"#),
        ("disagreements", r#"{"id": "z", "facts": ["a", "b"], "text": "Z", "measures": [¦"no"]}"#),
        (
            "corrections",
            r#"{"date": "2022-01-05", "fact": ¦"no", "field": "text", "was": "A", "now": "B", "why": "W"}"#,
        ),
    ];
    for (list, object) in cases {
        error(list, object, "not in the file");
    }
    for rest in [
        r#""places": [¦"no"]"#,
        r#""topics": ["t", ¦"no"]"#,
        r#""track": ¦"no""#,
        r#""measure": ¦"no""#,
        r#""repeats": ¦"no""#,
        r#""withdrawn": {"as_of": "2022", "by": ¦"no"}"#,
        r#""withdrawn": {"as_of": "2022", "fact": ¦"no"}"#,
    ] {
        error("facts", &fact(rest), "not in the file");
    }
}

#[test]
fn a_date_that_is_none_or_runs_backwards_is_an_error() {
    for (rest, expected) in [
        (r#""when": ¦"2022-02-29""#, "no such day"),
        (r#""when": ¦"2023/2022""#, "runs backwards"),
        (r#""when": ¦"5 January""#, "not a date"),
        (r#""when": ¦"2022-01-05T25:00""#, "no such time"),
        (r#""when": ¦"{2021,2022}""#, "level 2"),
        (r#""as_of": ¦"2022-13""#, "no such month"),
        (r#""time": ¦"24:00""#, "not a time"),
        (r#""withdrawn": {"as_of": ¦"?"}"#, "not a date"),
    ] {
        error("facts", &fact(rest), expected);
    }
    error("sources", r#"{"id": "z", "title": "Z", "published": ¦"2022-1-5"}"#, "not a date");
    error("eras", r#"{"id": "z", "name": "Z", "when": ¦"2022-01-06/2022-01-05"}"#, "runs backwards");
    error("chapters", r#"{"id": "z", "name": "Z", "when": ¦"x"}"#, "not a date");
    error(
        "corrections",
        r#"{"date": ¦"2022", "fact": "a", "field": "text", "was": "A", "now": "B", "why": "W"}"#,
        "not a day",
    );
    check_file("{\"factline\": 1, \"title\": \"T\", \"facts\": [],\n\"updated\": ¦\"2022-01\"}", "error", "not a day");
}

#[test]
fn what_cannot_be_computed_or_linked_is_an_error() {
    error("facts", &fact(r#""as_of": "2022", "value": ¦5"#), "the value has no measure");
    error("facts", &fact(r#""as_of": "2022", "value_min": ¦5, "value_max": 6"#), "the value has no measure");
    for address in ["javascript:alert(1)", "data:text/html,x", "//example.org", "ftp://example.org", "a b"] {
        error("sources", &format!(r#"{{"id": "z", "title": "Z", "url": ¦"{address}"}}"#), "not a safe address");
        error("sources", &format!(r#"{{"id": "z", "title": "Z", "archived": ¦"{address}"}}"#), "not a safe address");
        let contact = format!("{{\"factline\": 1, \"title\": \"T\", \"facts\": [], \"contact\": ¦\"{address}\"}}");
        check_file(&contact, "error", "not a safe address");
    }
    error("facts", &fact(r#""media": [¦{"src": "a.jpg", "credit": "C"}]"#), "`alt` is missing");
    error("facts", &fact(r#""media": [{"src": ¦"https://x.org/a.jpg", "alt": "A", "credit": "C"}]"#), "relative");
    let share = |part, whole| {
        format!(r#"¦{{"id": "z", "name": "Z", "formula": "share", "part": "{part}", "whole": "{whole}"}}"#)
    };
    error("derived", &share("a", "b"), "two units");
    error("derived", &share("c", "a"), "the part is above its whole");
}

#[test]
fn what_could_be_better_is_a_warning_where_it_stands() {
    warning(r#"¦"sourse": "s""#, "did you mean `source`?");
    warning(r#""withdrawn": {"as_of": "2022", ¦"bye": "p"}"#, "did you mean `by`?");
    check_file("{\"factline\": 1, \"title\": \"T\", \"facts\": [],\n¦\"sumary\": \"S\"}", "warning", "`summary`");
    check_file(&file("facts", r#"¦{"id": "z", "text": "A", "source": "s"}"#), "warning", "nobody is named");
    warning(r#""label": ¦"0123456789012345678901234567890123456789012345""#, "the label has 46 characters");
    warning(
        r#""as_of": "2022", "measure": "m", "value": ¦7, "series": "one""#,
        "the text in `en` does not state the value 7",
    );
    warning(r#""note": ¦"<b>x</b>""#, "markup");
    let series = |id: &str, measure: &str, value: &str, text: &str, mark: &str| {
        format!(
            r#"{{"id": "{id}", "text": "{text}", "source": "s", "by": "p", "as_of": "2022", "measure": "{measure}", "value": {value}, "series": {mark}"j"}}"#
        )
    };
    let two = format!("{}, {}", series("y", "m", "7", "Seven", ""), series("z", "k", "8", "Eight", "¦"));
    check_file(&file("facts", &two), "warning", "the series `j` joins another measure, that of the fact `y`");
    let in_two = file("topics", r#"{"id": "z", "name": ¦{"en": "Z"}}"#)
        .replace("\"title\": \"T\"", "\"title\": \"T\", \"languages\": [\"en\", \"kk\"]");
    let untold = in_two.replace(
        "\"en\": {\"other\": \"{n} cases\"}",
        "\"en\": {\"other\": \"{n} cases\"}, \"kk\": {\"other\": \"{n} іс\"}",
    );
    let untold = untold.replace(
        "\"en\": {\"other\": \"{n} people\"}",
        "\"en\": {\"other\": \"{n} people\"}, \"kk\": {\"other\": \"{n} адам\"}",
    );
    let untold =
        untold.replace("\"Five cases\"", "\"5\"").replace("\"Six cases\"", "\"6\"").replace("\"10 people\"", "\"10\"");
    check_file(&untold, "warning", "`name` is not translated to kk");
}

#[test]
fn hours_that_a_zone_does_not_have_are_warnings() {
    warning(r#""when": "2022-01-05T01:30", "time_zone": ¦"Asia/Almatty""#, "did you mean `Asia/Almaty`?");
    warning(r#""when": "2022-01-05T01:30", "time_zone": ¦"Moon/Base""#, "there is no time zone `Moon/Base`");
    warning(r#""when": ¦"2022-03-27T02:30", "time_zone": "Europe/Berlin""#, "Europe/Berlin has no such hour");
    warning(
        r#""when": "2022-03-27", "time": ¦"02:30", "time_zone": "Europe/Berlin""#,
        "Europe/Berlin has no such hour",
    );
    warning(r#""when": ¦"2022-01-05T01:30+05:00", "time_zone": "Asia/Almaty""#, "Asia/Almaty was at +06:00 then");
    warning(
        r#""when": ¦"2024-02-29T23:30", "time_zone": "Asia/Almaty""#,
        "write the offset that is meant: +06:00 or +05:00",
    );
    for sound in [
        r#""when": "2022-01-05T01:30", "time_zone": "Asia/Almaty""#,
        r#""when": "2024-02-29T23:30+05:00", "time_zone": "Asia/Almaty""#,
        r#""when": "2022-01-XX", "time": "01:30", "time_zone": "Asia/Almaty""#,
        r#""when": "2022-01-04T19:30Z", "time_zone": "UTC""#,
    ] {
        assert_eq!(told(&file("facts", &fact(sound))), (vec![], Some(0)), "{sound}");
    }
}
