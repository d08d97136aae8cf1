//! Other timelines from outside: what comes out has no errors, and what does not fit is told by event.

use factline::dataset::{Dataset, Foreign, Imported, check, import_timeline, import_timeline_table};
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert_eq, prop_oneof, proptest};
use serde_json::{Value, json};

#[track_caller]
fn import(timeline: &Value) -> (Dataset, Vec<String>) {
    match import_timeline(&timeline.to_string(), "my timeline.json") {
        Ok(Imported { json, left_out }) => (sound(&json), left_out),
        Err(issue) => panic!("{issue}"),
    }
}

/// What was imported, which has no errors.
#[track_caller]
fn sound(json: &str) -> Dataset {
    let reading = check(json);
    assert_eq!(reading.issues.n_errors(), 0, "{:?}\n{json}", reading.issues.all());
    reading.dataset.unwrap_or_default()
}

fn text(text: &factline::i18n::Text) -> &str {
    text.get("en").unwrap_or_default()
}

#[test]
fn what_is_no_timeline_is_refused() {
    let cases = [
        ("", "not JSON: expected a value"),
        ("{\"events\": [", "not JSON"),
        ("[]", "there is no timeline in it"),
        ("{\"events\": {}}", "there is no timeline in it"),
        ("{\"factline\": 1, \"events\": []}", "this is a facts file already"),
    ];
    for (text, expected) in cases {
        let issue = import_timeline(text, "a.json").unwrap_err();
        assert!(issue.what.starts_with(expected), "{issue:?}");
    }
    assert!(import_timeline_table("Year,Headline\n2011,\"a", "a.csv").is_err());
}

#[test]
fn a_file_is_known_by_what_stands_in_it() {
    let cases = [
        ("", Foreign::Table),
        ("\u{feff} {\"events\": []}", Foreign::Timeline),
        ("storyjs_jsonp_data = {\"timeline\": {}}", Foreign::Timeline),
        ("Year,Month,Headline\n", Foreign::TimelineTable),
        ("\u{feff}start date;HEADLINE\n", Foreign::TimelineTable),
        ("id,text,source\n", Foreign::Table),
        ("id,year,text\n", Foreign::Table),
    ];
    for (text, expected) in cases {
        assert_eq!(Foreign::of(text), expected, "{text}");
    }
}

#[test]
fn an_empty_timeline_is_a_file_without_facts() {
    let (dataset, left_out) = import(&json!({"events": []}));
    assert_eq!((text(&dataset.title), dataset.facts.len(), left_out.len()), ("my timeline", 0, 0));
    assert_eq!((dataset.sources[0].id.as_str(), text(&dataset.sources[0].title)), ("my-timeline", "my timeline.json"));
}

#[test]
fn an_event_becomes_a_fact() {
    let (dataset, left_out) = import(&json!({
        "title": {"text": {"headline": "Interfaces &amp; people", "text": "<p>From cards</p><p>to touch.</p>"}},
        "events": [
            {
                "start_date": {"year": "1968", "month": 12, "day": "09", "hour": "15", "minute": "45"},
                "text": {"headline": "The <b>mouse</b>", "text": "It was <a href=\"https://example.org/demo\">shown</a>."},
                "media": {"url": "https://youtu.be/x", "caption": "The <i>demo</i>", "credit": "SRI", "thumbnail": "t.jpg"},
                "group": "Hardware", "unique_id": "mouse", "background": {"color": "#0f9bd1"}, "autolink": false
            },
            {
                "start_date": {"year": -44, "display_date": "Ides of March"}, "end_date": {"year": "14"},
                "text": {"headline": "Rome"}, "media": {"url": "img/rome.jpg", "alt": "A forum", "credit": "Museum"},
                "location": {"lat": 1}
            }
        ],
        "eras": [{"start_date": {"year": 1960}, "end_date": {"year": 1970, "month": 2}, "text": {"headline": "The sixties"}}],
        "scale": "human"
    }));
    assert_eq!(
        (text(&dataset.title), text(dataset.summary.as_ref().unwrap())),
        ("Interfaces & people", "From cards\nto touch.")
    );
    let [mouse, rome] = dataset.facts.as_slice() else { panic!("two events are two facts") };
    assert_eq!(
        (mouse.id.as_str(), text(&mouse.text)),
        ("mouse", "The mouse. It was shown (https://example.org/demo).")
    );
    assert_eq!(text(mouse.label.as_ref().unwrap()), "The mouse");
    assert_eq!(mouse.when.unwrap().to_string(), "1968-12-09T15:45");
    assert_eq!(text(mouse.note.as_ref().unwrap()), "Media: The demo (https://youtu.be/x) SRI");
    assert_eq!(text(&dataset[mouse.track.unwrap()].name), "Hardware");
    assert_eq!(rome.when.unwrap().to_string(), "-0043/0014");
    assert_eq!(text(rome.note.as_ref().unwrap()), "Date as given: Ides of March");
    assert_eq!((rome.media[0].src.as_str(), text(&rome.media[0].alt)), ("img/rome.jpg", "A forum"));
    assert_eq!(text(&dataset[rome.track.unwrap()].name), "Other");
    assert_eq!(
        (dataset.eras[0].id.as_str(), dataset.eras[0].when.to_string()),
        ("the-sixties", "1960/1970-02".to_owned())
    );
    let expected = [
        "events without a group stand in the row \"Other\"",
        "event 1 `The mouse`: the thumbnail t.jpg has no place in a facts file",
        "event 1 `The mouse`: https://youtu.be/x is on another server; its address is in the note",
        "event 1 `The mouse`: the background #0f9bd1 has no place in a facts file",
        "event 2 `Rome`: `location` has no place in a facts file",
    ];
    assert_eq!(left_out, expected);
}

#[test]
fn what_would_be_an_error_is_left_out_and_told() {
    let (dataset, left_out) = import(&json!({"events": [
        {"start_date": {"year": "2011"}, "text": {}},
        {"start_date": {"year": "soon"}, "text": {"headline": "A"}},
        {"text": {"headline": "A"}, "media": {"url": "javascript:x()"}},
        {"text": {"headline": "A", "text": "<script>x()</script><a href=\"javascript:x\">b</a>"}, "media": {"url": "a.jpg"}},
        {"text": {"headline": "A"}, "unique_id": "Two Words", "media": {"url": "//example.org/a b"}},
        {"text": "only text", "media": "b.png"},
        "nothing",
    ], "eras": [{"text": {"headline": "No date"}}, {"start_date": {"year": 1}, "end_date": {"year": 2}}]}));
    let ids: Vec<&str> = dataset.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-2", "a-3", "two-words", "only-text"]);
    assert!(dataset.facts.iter().all(|fact| fact.media.is_empty()) && dataset.eras.is_empty());
    let expected = [
        "event 1: there is no text, so it is left out",
        "event 2 `A`: `soon` is no year",
        "event 3 `A`: the address javascript:x() is not safe and is left out",
        "event 4 `A`: the element <script> is left out of the text",
        "event 4 `A`: the link to javascript:x is left out of the text",
        "event 4 `A`: the picture a.jpg has no words for those who do not see it; its address is in the note",
        "event 5 `A`: its id `Two Words` became `two-words`",
        "event 5 `A`: the address https://example.org/a b is not safe and is left out",
        "event 6: the picture b.png has no words for those who do not see it; its address is in the note",
        "event 7: there is no text, so it is left out",
        "era 1 `No date`: an era needs a date, so it is left out",
        "era 2: an era needs a name, so it is left out",
    ];
    assert_eq!(left_out, expected);
}

#[test]
fn the_older_form_is_read_too() {
    let older = json!({"timeline": {
        "headline": "Old", "type": "default", "text": "<p>Intro</p>", "startDate": "2011",
        "date": [
            {"startDate": "2011,12,10,07,02,10", "headline": "One", "text": "two", "tag": "x", "classname": "c",
                "asset": {"media": "http://youtu.be/u", "caption": "", "credit": ""}},
            {"startDate": "1/5/2011", "endDate": "2/5/2011", "headline": "Slashes"},
        ],
        "era": [{"startDate": "2011,1", "endDate": "2012", "headline": "Era", "tag": "t"}]
    }});
    let script = format!("storyjs_jsonp_data = {older};\n");
    for text in [older.to_string(), script] {
        let Imported { json, left_out } = import_timeline(&text, "old.jsonp").unwrap();
        let dataset = sound(&json);
        assert_eq!((self::text(&dataset.title), dataset.eras.len()), ("Old", 1));
        let when: Vec<String> = dataset.facts.iter().map(|fact| fact.when.unwrap().to_string()).collect();
        assert_eq!(when, ["2011-12-10T07:02:10", "2011-01-05/2011-02-05"]);
        assert_eq!(left_out.len(), 2, "{left_out:?}");
    }
    let between = json!({"timeline": {"slides": [{"start_date": {"year": "1888"}, "text": {"headline": "Film"}}]}});
    let (dataset, left_out) = import(&between);
    assert_eq!((dataset.facts[0].id.as_str(), left_out.len()), ("film", 0));
}

#[test]
fn the_table_of_the_template_is_read() {
    let table = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,\
        Media Caption,Media Thumbnail,Alt Text,Type,Group,Background,Owner\n\
        ,,,,,,,,,Women in computing,<p>A <b>history</b></p>,,,,,,title,,,\n\
        1843,,,,,,,,c. 1843,\"Ada, Countess\",\"She wrote <a href=\"\"https://example.org\"\">notes</a>,\nlong ones\",img/ada.jpg,Museum,Portrait,,,,People,,x\n\
        1951,6,14,2:30 PM,1951,6,15,,,UNIVAC,,https://example.org/u,,,,,,People,#fff,\n\
        \"-1,000\",,,,-500,,,,,Abacus,,,,,,,era,,,\n\
        ,,,,,,,,,,,,,,,,,,,\n";
    for table in [table.to_owned(), format!("\u{feff}{}", table.replace("Media Credit", " media_credit "))] {
        let Imported { json, left_out } = import_timeline_table(&table, "women.csv").unwrap();
        let dataset = sound(&json);
        assert_eq!(
            (text(&dataset.title), text(dataset.summary.as_ref().unwrap())),
            ("Women in computing", "A history")
        );
        let [ada, univac] = dataset.facts.as_slice() else { panic!("two events are two facts") };
        assert_eq!(text(&ada.text), "Ada, Countess. She wrote notes (https://example.org), long ones");
        assert_eq!((ada.when.unwrap().to_string(), text(&ada.media[0].alt)), ("1843".to_owned(), "Portrait"));
        assert_eq!(univac.when.unwrap().to_string(), "1951-06-14/1951-06-15");
        assert_eq!(dataset.eras[0].when.to_string(), "-0999/-0499");
        let expected = [
            "`Owner` has no place in a facts file",
            "row 4 `UNIVAC`: a period holds days: the hour 14:30 is left out",
            "row 4 `UNIVAC`: https://example.org/u is on another server; its address is in the note",
            "row 4 `UNIVAC`: the background #fff has no place in a facts file",
        ];
        assert_eq!(left_out, expected);
    }
}

/// Anything that stands in timelines, and much that should not.
fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-3000..3000_i64).prop_map(Value::from),
        (0..40_u8).prop_map(|number| number.to_string().into()),
        "[<>a-z/&;=\" :.]{0,20}".prop_map(Value::from),
        "(<[abp] href='|https://a.b/|javascript:|data:|\\.jpg|</a>|'>|//|é| ){0,6}".prop_map(Value::from),
        ".{0,50}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 8, |inner| {
        let key = prop_oneof![
            Just("year"),
            Just("month"),
            Just("day"),
            Just("hour"),
            Just("minute"),
            Just("headline"),
            Just("text"),
            Just("url"),
            Just("caption"),
            Just("credit"),
            Just("alt"),
            Just("start_date"),
            Just("end_date"),
            Just("media"),
            Just("group"),
            Just("unique_id"),
            Just("background"),
            Just("display_date"),
            Just("x"),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            proptest::collection::btree_map(key, inner, 0..6).prop_map(|map| json!(map)),
        ]
    })
}

fn any_slide() -> impl Strategy<Value = Value> {
    let date = || {
        prop_oneof![
            any_value(),
            (-9999..9999_i64, 0..14_u8, 0..33_u8)
                .prop_map(|(y, m, d)| json!({"year": y, "month": m, "day": d.to_string()}))
        ]
    };
    let words = || {
        prop_oneof![
            any_value(),
            ("[a-zé ]{0,60}", any_value()).prop_map(|(headline, text)| json!({"headline": headline, "text": text}))
        ]
    };
    let media = ("[a-z/:]{0,8}(\\.jpg)?", ".{0,9}", ".{0,9}")
        .prop_map(|(url, alt, credit)| json!({"url": url, "alt": alt, "credit": credit}));
    (date(), date(), words(), prop_oneof![any_value(), media], any_value(), any_value()).prop_map(|(start, end, text, media, group, id)| {
        json!({"start_date": start, "end_date": end, "text": text, "media": media, "group": group, "unique_id": id})
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn any_timeline_becomes_a_file_without_errors(
        title in any_slide(),
        events in proptest::collection::vec(any_slide(), 0..6),
        eras in proptest::collection::vec(any_slide(), 0..3),
        file in ".{0,12}",
    ) {
        let timeline = json!({"title": title, "events": events, "eras": eras}).to_string();
        if let Ok(Imported { json, .. }) = import_timeline(&timeline, &file) {
            let issues = check(&json).issues;
            prop_assert_eq!(issues.n_errors(), 0, "{:?}\n{}\n{}", issues.all(), timeline, json);
        }
    }

    #[test]
    fn any_table_of_the_template_becomes_a_file_without_errors(
        rows in proptest::collection::vec(proptest::collection::vec("[-0-9a-z<>/=&; :.]{0,12}", 0..9), 0..6),
    ) {
        let mut table = String::from("Year,Month,End Year,Headline,Text,Media,Alt Text,Media Credit,Type\n");
        for row in rows {
            table.push_str(&row.join(","));
            table.push('\n');
        }
        let Imported { json, .. } = import_timeline_table(&table, "t.csv").unwrap();
        let issues = check(&json).issues;
        prop_assert_eq!(issues.n_errors(), 0, "{:?}\n{}\n{}", issues.all(), table, json);
    }
}
