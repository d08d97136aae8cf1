//! Broken files: each problem is told at its line and column, with what to do, and the rest still stands.

use factline::dataset::{Dataset, Reading, Severity, check, line_column, text_of};
use proptest::prelude::{ProptestConfig, any, prop_assert, proptest};

use crate::BUNDLED;

/// A file with a source, a speaker, a measure in cases and one in people, and one fact a line.
fn file(facts: &[&str], rest: &str) -> String {
    format!(
        "{{\"factline\": 1, \"title\": \"T\",\n\"sources\": [{{\"id\": \"s\", \"title\": \"S\"}}],\n\
         \"speakers\": [{{\"id\": \"p\", \"name\": \"P\"}}],\n\
         \"units\": [{{\"id\": \"case\", \"name\": {{\"en\": {{\"other\": \"{{n}} cases\"}}}}}}, \
         {{\"id\": \"person\", \"name\": {{\"en\": {{\"other\": \"{{n}} people\"}}}}}}],\n\
         \"measures\": [{{\"id\": \"cases\", \"name\": \"C\", \"unit\": \"case\"}}, \
         {{\"id\": \"people\", \"name\": \"N\", \"unit\": \"person\"}}],\n\
         \"facts\": [\n{}\n]{rest}}}\n",
        facts.join(",\n")
    )
}

/// A fact with further keys.
fn fact(id: &str, rest: &str) -> String {
    format!("{{\"id\": \"{id}\", \"text\": \"Five cases, 10 people\", \"source\": \"s\", \"by\": \"p\"{rest}}}")
}

/// Issues as `LINE:COLUMN: severity: context: what; mend`.
fn told(text: &str) -> Vec<String> {
    let tell = |issue: &factline::dataset::Issue| {
        let (line, column) = line_column(text, issue.at);
        format!("{line}:{column}: {}: {issue}", issue.severity.name())
    };
    check(text).issues.all().iter().map(tell).collect()
}

/// One broken fact between two good ones: told as expected, set aside if it is an error, and the others stand.
#[track_caller]
fn check_fact(rest: &str, expected: &str) {
    let broken = fact("broken", rest);
    let text = file(&[&fact("first", ""), &broken, &fact("last", "")], "");
    let told = told(&text);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains(expected), "{}\nis not\n{expected}", told[0]);
    let dataset = check(&text).dataset.unwrap_or_default();
    let standing: Vec<&str> = dataset.facts.iter().map(|fact| fact.id.as_str()).collect();
    if told[0].contains("error") {
        assert_eq!(standing, ["first", "last"]);
        assert_eq!(dataset.set_aside.len(), 1);
        assert_eq!(dataset.set_aside[0].id, "broken");
    } else {
        assert_eq!(standing, ["first", "broken", "last"]);
    }
}

#[test]
fn the_file_of_these_tests_has_nothing_wrong_with_it() {
    assert_eq!(told(&file(&[&fact("a", ""), &fact("b", "")], "")), [""; 0]);
}

#[test]
fn what_is_no_file_gets_a_clear_sentence() {
    let cases = [
        ("", "1:1: error: the file is empty"),
        (" \r\n\t", "1:1: error: the file is empty"),
        ("\u{feff}", "1:1: error: the file is empty"),
        ("[]", "1:1: error: this is no facts file"),
        ("null", "1:1: error: this is no facts file"),
        ("{\"factline\": 1,\r\n \"title\": x}", "2:11: error: not JSON: "),
        ("{\"factline\": 1, \"facts\": [", "1:27: error: not JSON: expected a value; the file ends too early"),
        ("id;text\n1;2", "1:1: error: not JSON: expected a value; correct the JSON here"),
    ];
    for (text, expected) in cases {
        let told = told(text);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(expected), "{} is not {expected}", told[0]);
        assert_eq!(check(text).dataset, None);
    }
}

#[test]
fn another_version_is_refused_and_a_missing_title_is_not() {
    let text = "{\"factline\": 2, \"title\": \"T\", \"facts\": []}";
    assert_eq!(told(text), ["1:14: error: `factline` is not 1: 2; this reads version 1 of the format only"]);
    let reading = Dataset::read("{\"factline\": 1, \"facts\": []}");
    assert_eq!(reading.issues.n_errors(), 1);
    assert!(reading.dataset.is_some());
    assert_eq!(told("{}").len(), 3, "version, title and facts are missing");
}

#[test]
fn bytes_that_are_no_text_are_told_by_their_place() {
    let broken = text_of(b"{\"a\": \"\xff\"}").map_err(|issue| (issue.at, issue.what));
    assert_eq!(broken, Err((7, "byte 8 of the file is not UTF-8".into())));
    assert!(text_of(&[0xff, 0xfe, b'{', 0]).is_err_and(|issue| issue.what.contains("UTF-16")));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let plain = file(&[&fact("a", ""), &fact("b", ", \"weight\": 9")], "");
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    assert_eq!(told(&windows), told(&plain));
    assert_eq!(check(&windows).dataset.map(|d| d.facts), check(&plain).dataset.map(|d| d.facts));
}

#[test]
fn each_error_of_a_fact_is_told_with_its_mend() {
    check_fact(", \"when\": \"2022-13-01\"", "fact `broken`: `when`: no such month: 2022-13-01; use 01 to 12");
    check_fact(", \"as_of\": \"2022-01-10/2022-01-02\"", "runs backwards");
    check_fact(", \"when\": 2022", "`when` is not a string: 2022; write it between quotation marks");
    check_fact(", \"time\": \"25:00\"", "`time` is not a time: \"25:00\"; write it as 01:30");
    check_fact(", \"value\": 5", "the value has no measure; add `measure`");
    check_fact(", \"measure\": \"cases\", \"value\": \"5\"", "`value` is not a number: \"5\"");
    check_fact(", \"measure\": \"cases\", \"value\": 1234567890123456", "`value` has more than 15 digits");
    check_fact(", \"measure\": \"cases\", \"value_min\": 5", "half of a range");
    check_fact(", \"measure\": \"cases\", \"value_min\": 10, \"value_max\": 5", "the range runs backwards");
    check_fact(", \"measure\": \"cases\", \"value\": 5, \"value_max\": 10", "a value and a range");
    check_fact(
        ", \"measure\": \"casess\", \"value\": 5",
        "the measure `casess`, which is not in the file; did you mean `cases`?",
    );
    check_fact(", \"topics\": [\"x\"]", "`topics` names the topic `x`, which is not in the file; add that topic");
    check_fact(", \"places\": \"x\"", "`places` is not a list: \"x\"; write it between [ and ]");
    check_fact(", \"kind\": \"rumour\"", "`kind` cannot be \"rumour\"; write one of: event, figure, statement");
    check_fact(", \"qualifier\": \"nearly\"", "write one of: exact, about, at least");
    check_fact(", \"repeats\": \"frist\"", "the fact `frist` is not in the file; did you mean `first`?");
    check_fact(", \"repeats\": \"broken\"", "the fact `broken` is this fact itself");
    check_fact(", \"withdrawn\": {}", "fact `broken`: the required key `as_of` is missing; add it");
    check_fact(", \"media\": [{\"src\": \"a.jpg\", \"credit\": \"C\"}]", "the required key `alt` is missing");
    check_fact(
        ", \"media\": [{\"src\": \"https://x.org/a\", \"alt\": \"A\", \"credit\": \"C\"}]",
        "not a relative address",
    );
    check_fact(", \"note\": {}", "`note` is empty");
    check_fact(", \"note\": [\"x\"]", "`note` is not a text");
    check_fact(", \"weight\": 7", "`weight` is not 1, 2 or 3: 7");
    check_fact(", \"time_zone\": \"Asia/Almaty\", \"time_zone\": \"Asia/Aqtau\"", "`time_zone` stands here twice");
}

#[test]
fn each_warning_of_a_fact_is_told_and_the_fact_stands() {
    check_fact(", \"sourse\": \"s\"", "warning: fact `broken`: unknown key `sourse`; did you mean `source`?");
    check_fact(", \"colour\": \"s\"", "unknown key `colour`; it is kept and not shown");
    check_fact(", \"label\": \"0123456789012345678901234567890123456789012345\"", "the label has 46 characters");
    check_fact(
        ", \"measure\": \"cases\", \"value\": 7, \"as_of\": \"2022\"",
        "the text in `en` does not state the value 7",
    );
    check_fact(", \"measure\": \"cases\", \"value\": 5", "the day on which the number was said is missing");
    check_fact(", \"note\": \"<b>no</b>\"", "`note` has markup in it: <b>no</b>");
    check_fact(
        ", \"note\": {\"ru\": \"да\", \"en\": \"yes\"}",
        "`note` has the language `ru`, which is not among `languages`",
    );
    check_fact(", \"kind\": \"figure\"", "a figure without a value");
    check_fact(", \"qualifier\": \"about\"", "a qualifier without a value");
    check_fact(", \"time_zone\": \"Asia/Almaty\"", "a time zone without an hour");
    check_fact(", \"when\": \"2022-01-05T01:30\", \"time\": \"01:30\"", "two hours");
    check_fact(", \"by_role\": \"A witness\"", "`by` and `by_role` both name the speaker");
}

#[test]
fn a_problem_stands_at_its_line_and_column() {
    let text = file(&[&fact("a", ""), &fact("b", ",\n  \"note\": {\"en\": \"ёё\"}, \"when\": \"x\"")], "");
    assert_eq!(
        told(&text),
        ["9:33: error: fact `b`: `when`: not a date: x; write year, month and day as 2022-01-05, 2022-01 or 2022"]
    );
}

#[test]
fn all_problems_of_a_file_come_in_its_order() {
    let text = file(
        &[&fact("a", ", \"x\": 1, \"when\": \"-\", \"y\": 2"), "5", "{}", &fact("a", ""), &fact("b", ", \"z\": 3")],
        "",
    );
    let told = told(&text);
    let expected = ["`x`", "`when`", "`y`", "no object", "`id`", "`id`", "`text`", "`source`", "`z`"];
    let found: Vec<&str> = expected.into_iter().filter(|what| told.iter().any(|line| line.contains(what))).collect();
    assert_eq!(found, expected, "{told:#?}");
    let places: Vec<usize> = check(&text).issues.all().iter().map(|issue| issue.at).collect();
    assert!(places.is_sorted());
}

#[test]
fn of_two_facts_with_one_id_the_first_stands() {
    let text = file(&[&fact("a", ", \"weight\": 1"), &fact("a", ", \"weight\": 2")], "");
    assert_eq!(
        told(&text),
        ["8:8: error: fact `a`: another fact has the same id; give one of the two another id; the first stands"]
    );
    assert_eq!(check(&text).dataset.map(|d| d.facts.iter().map(|fact| fact.weight).collect()), Some(vec![1]));
}

#[test]
fn one_bad_object_takes_only_those_with_it_that_cannot_stand_alone() {
    let bad_speaker = file(&[&fact("a", ""), &fact("b", "")], "").replace("\"name\": \"P\"", "\"name\": 5");
    let told_of_speaker = told(&bad_speaker);
    assert_eq!(told_of_speaker.len(), 3, "{told_of_speaker:#?}");
    assert!(told_of_speaker[1].ends_with("`by` names the speaker `p`, which was set aside; mend that speaker first"));

    let card = ",\n\"cards\": [{\"id\": \"c\", \"headline\": \"a\", \"groups\": [{\"facts\": [\"a\", \"b\"]}]}]";
    let bad_fact = file(&[&fact("a", ""), &fact("b", ", \"when\": \"x\""), &fact("c", ", \"repeats\": \"b\"")], card);
    let told_of_fact = told(&bad_fact);
    assert_eq!(told_of_fact.iter().filter(|line| line.contains("error")).count(), 1, "{told_of_fact:#?}");
    let dataset = check(&bad_fact).dataset.unwrap_or_default();
    assert_eq!((dataset.facts.len(), dataset.facts[1].repeats), (2, None));
    assert_eq!(dataset.cards[0].groups[0].facts.len(), 1);
}

#[test]
fn facts_repeat_the_first_report_only() {
    let text = file(&[&fact("a", ", \"repeats\": \"b\""), &fact("b", ", \"repeats\": \"c\""), &fact("c", "")], "");
    assert_eq!(told(&text).len(), 1);
    let facts = check(&text).dataset.unwrap_or_default().facts;
    assert_eq!((facts[0].repeats, facts[1].repeats.map(factline::fact::Key::index)), (None, Some(2)));
}

#[test]
fn a_role_without_a_speaker_makes_one_that_facts_share() {
    let witness = |id: &str| fact(id, "").replace("\"by\": \"p\"", "\"by_role\": \"A witness\"");
    let text = file(&[&witness("a"), &fact("b", ""), &witness("c")], "");
    assert_eq!(told(&text), [""; 0]);
    let dataset = check(&text).dataset.unwrap_or_default();
    assert_eq!(dataset.speakers.len(), 2);
    assert_eq!(dataset.facts[0].by, dataset.facts[2].by);
    assert_eq!(dataset.facts[0].by, dataset.speaker_by_id("~a"));
}

#[test]
fn other_objects_are_checked_as_strictly() {
    let five = fact("five", ", \"measure\": \"cases\", \"value\": 5, \"as_of\": \"2022\"");
    let ten = fact("ten", ", \"measure\": \"people\", \"value\": 10, \"as_of\": \"2022\"");
    let more = fact("more", ", \"measure\": \"people\", \"value\": 5, \"as_of\": \"2022\"");
    let cases = [
        (
            "\"derived\": [{\"id\": \"d\", \"name\": \"D\", \"formula\": \"share\", \"part\": \"five\", \"whole\": \"ten\"}]",
            "this computes with two units; use a rate",
        ),
        (
            "\"derived\": [{\"id\": \"d\", \"name\": \"D\", \"formula\": \"share\", \"part\": \"ten\", \"whole\": \"more\"}]",
            "the part is above its whole",
        ),
        (
            "\"derived\": [{\"id\": \"d\", \"name\": \"D\", \"formula\": \"rate\", \"of\": \"ten\", \"per\": \"more\"}]",
            "a rate of one unit by the same; use a share",
        ),
        (
            "\"derived\": [{\"id\": \"d\", \"name\": \"D\", \"formula\": \"sum\", \"of\": [\"ten\", \"five\"]}]",
            "this computes with two units; name facts of one unit",
        ),
        (
            "\"derived\": [{\"id\": \"d\", \"name\": \"D\", \"formula\": \"sum\", \"of\": [\"ten\"]}]",
            "a sum needs two facts or more",
        ),
        (
            "\"derived\": [{\"id\": \"d\", \"name\": \"D\", \"formula\": \"magic\"}]",
            "write one of: share, rate, sum, difference",
        ),
        ("\"cards\": [{\"id\": \"c\", \"headline\": \"teen\", \"groups\": []}]", "did you mean `ten`?"),
        ("\"cards\": [{\"id\": \"C\", \"headline\": \"ten\"}]", "\"C\" cannot be an id"),
        ("\"eras\": [{\"id\": \"e\", \"name\": \"E\"}]", "the required key `when` is missing"),
        (
            "\"disagreements\": [{\"id\": \"x\", \"text\": \"X\", \"facts\": [\"ten\"]}]",
            "a disagreement has two facts or more",
        ),
        (
            "\"corrections\": [{\"date\": \"2022-01-05\", \"fact\": \"ten\", \"field\": \"value\", \"was\": 9, \"now\": 10}]",
            "the required key `why` is missing",
        ),
        (
            "\"corrections\": [{\"date\": \"2022\", \"fact\": \"ten\", \"field\": \"value\", \"was\": 9, \"now\": 10, \"why\": \"W\"}]",
            "`date` is not a day",
        ),
        ("\"languages\": [\"../x\"]", "`languages` is not a language tag"),
        ("\"contact\": \"javascript:alert(1)\"", "`contact` is not a safe address"),
        ("\"voices\": 5", "`voices` is not a list: 5"),
        ("\"title\": \"U\"", "the key `title` stands here twice"),
    ];
    for (rest, expected) in cases {
        let text = file(&[&five, &ten, &more], &format!(",\n{rest}"));
        let told = told(&text);
        assert_eq!(told.len(), 1, "{rest}: {told:#?}");
        assert!(told[0].contains(expected) && told[0].contains(": error: "), "{}\nis not\n{expected}", told[0]);
        assert_eq!(check(&text).dataset.unwrap_or_default().facts.len(), 3);
    }
}

#[test]
fn claims_of_two_measures_in_one_series_are_told() {
    let one = fact("one", ", \"measure\": \"cases\", \"value\": 5, \"as_of\": \"2022\", \"series\": \"x\"");
    let two = fact("two", ", \"measure\": \"people\", \"value\": 10, \"as_of\": \"2022\", \"series\": \"x\"");
    let told = told(&file(&[&one, &two], ""));
    assert_eq!(told.len(), 1, "{told:#?}");
    assert!(told[0].contains("the series `x` joins another measure, that of the fact `one`"));
}

#[test]
fn depth_and_size_are_no_danger() {
    let nested = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for key in ["x", "note", "topics", "media", "withdrawn", "value"] {
        let text = file(&[&fact("a", ""), &fact("b", &format!(", \"{key}\": {nested}"))], "");
        assert!(!told(&text).is_empty(), "{key}");
    }
    let digits = format!(", \"measure\": \"cases\", \"value\": {}", "9".repeat(100_000));
    assert!(told(&file(&[&fact("a", &digits)], ""))[0].len() < 300, "a message stays a line");
}

#[test]
fn every_prefix_of_our_own_data_is_told_to_end_too_early() {
    let ends = BUNDLED.char_indices().map(|(at, _)| at).filter(|at| at % 9_973 == 1);
    for end in ends.skip(1) {
        let Reading { dataset, issues } = Dataset::read(&BUNDLED[..end]);
        assert_eq!(dataset, None);
        assert!(issues.all()[0].mend.contains("ends too early"), "{end}: {}", issues.all()[0]);
    }
}

proptest! {
    // Each case reads a whole file; more of them would be most of the time of all tests.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = text_of(&bytes) {
            check(text);
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[\\[\\]{}:,\"a-z0-9é\\\\. -]{0,80}") {
        prop_assert!(check(&text).issues.all().iter().all(|issue| issue.at <= text.len()));
    }

    #[test]
    fn our_own_data_with_a_piece_cut_out_or_put_in_never_panics(
        at in 0_usize..400_000, length in 0_usize..2_000, piece in "[\\[\\]{}:,\"a-z0-9-]{0,8}",
    ) {
        let floor = |at: usize| (0..=at.min(BUNDLED.len())).rev().find(|&at| BUNDLED.is_char_boundary(at)).unwrap_or(0);
        let (start, end) = (floor(at), floor(at + length));
        let text = format!("{}{piece}{}", &BUNDLED[..start], &BUNDLED[end..]);
        let reading = check(&text);
        prop_assert!(reading.issues.all().iter().all(|issue| issue.severity == Severity::Warning) || reading.issues.n_errors() > 0);
    }

    #[test]
    fn any_value_behind_any_key_is_read_or_told(
        key in proptest::sample::select(&["id", "text", "source", "when", "time", "as_of", "by", "by_role", "places", "value",
            "value_min", "measure", "withdrawn", "media", "repeats", "weight", "kind", "languages", "title", "reviewed"][..]),
        value in proptest::sample::select(&["null", "0", "-1", "1e400", "\"\"", "\" \"", "\"\\ud800\"", "[]", "[null]", "[[]]",
            "{}", "{\"en\": null}", "{\"en\": []}", "true", "\"2022-01-05\"", "{\"as_of\": 5}", "[{}]", "[\"en\", \"en\"]"][..]),
    ) {
        check(&file(&[&format!("{{\"{key}\": {value}}}"), &fact("a", &format!(", \"{key}\": {value}"))], &format!(", \"{key}\": {value}")));
    }
}
