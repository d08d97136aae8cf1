//! Any facts as a table and back, and any table at all.

use factline::dataset::{Dataset, Reading, Sheet, SheetOptions, check, sheet_of, sheet_text_of};
use factline::fact::Decimal;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use crate::sheet::{BASE, read};

/// Words as people and machines write them: with separators, quotation marks, line ends and signs of formulas.
fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("a"),
        Just("ё"),
        Just(" "),
        Just(","),
        Just(";"),
        Just("\""),
        Just("\n"),
        Just("\r"),
        Just("\t"),
        Just("'"),
        Just("="),
        Just("-"),
        Just("+1"),
        Just("@"),
        Just("0"),
        Just("\u{a0}"),
        Just("#N/A "),
        Just(":"),
        Just("😀"),
    ];
    proptest::collection::vec(piece, 1..6)
        .prop_map(|pieces| pieces.concat())
        .prop_filter("blank texts are none", |text| !text.trim().is_empty())
}

/// A text: for all languages, or for some.
fn text() -> impl Strategy<Value = serde_json::Value> {
    prop_oneof![
        words().prop_map(serde_json::Value::from),
        proptest::collection::btree_map(prop_oneof![Just("en"), Just("kk"), Just("ru")], words(), 1..4)
            .prop_map(|texts| serde_json::json!(texts)),
    ]
}

fn maybe<T: std::fmt::Debug + Clone>(strategy: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    proptest::option::of(strategy)
}

/// The optional keys of a fact, each in any of its forms.
fn fact() -> impl Strategy<Value = serde_json::Value> {
    let texts = (text(), maybe(text()), maybe(text()), maybe(text()), maybe(text()), maybe(text()), maybe(text()));
    let dates =
        ["2022-01-05T01:30+06:00", "-0044", "2022~", "2022-01-05/..", "/2022", "Y170000002", "2022-21", "2022-01-XX"];
    let when = (maybe(proptest::sample::select(dates.to_vec())), maybe(Just("2023-01-05")), maybe(Just("01:30")));
    let number =
        (any::<i32>(), 0_u8..4).prop_map(|(digits, scale)| Decimal::new(digits.into(), scale).unwrap_or(Decimal::ZERO));
    let counted = maybe((number, any::<bool>(), maybe(proptest::sample::select(vec!["about", "at least"]))));
    let who = (0..4_usize, text(), maybe("['=a-z]{1,5}"), maybe(1..4_u8), 0..3_usize, any::<bool>());
    let media = proptest::collection::vec(("['a-z=-][a-z.]{0,5}", text(), text()), 0..3);
    (texts, when, counted, who, media).prop_map(|(texts, when, counted, who, media)| {
        let mut fact = serde_json::json!({"text": texts.0, "source": "s"});
        let mut put = |key: &str, value: Option<serde_json::Value>| {
            if let Some(value) = value {
                fact[key] = value;
            }
        };
        for (key, text) in ["label", "locator", "role", "via", "quote", "note"]
            .into_iter()
            .zip([texts.1, texts.2, texts.3, texts.4, texts.5, texts.6])
        {
            put(key, text);
        }
        put("when", when.0.map(Into::into));
        put("as_of", when.1.map(Into::into));
        put("time", when.2.map(Into::into));
        if let Some((number, is_range, qualifier)) = counted {
            let raw = |number: Decimal| serde_json::from_str(&number.to_string()).ok();
            put("measure", Some("m".into()));
            put(if is_range { "value_min" } else { "value" }, raw(number));
            put("value_max", is_range.then(|| 9_999_999_999_u64.into()));
            put("qualifier", qualifier.map(Into::into));
        }
        let (by, role, series, weight, n_places, is_withdrawn) = who;
        put("by", (by == 1).then(|| "p".into()));
        put("by_role", (by == 2).then_some(role));
        put("series", series.map(Into::into));
        put("weight", weight.map(Into::into));
        put("places", (n_places > 0).then(|| ["x", "y"][..n_places].into()));
        put("withdrawn", is_withdrawn.then(|| serde_json::json!({"as_of": "2023~", "by": "p", "fact": "f0"})));
        let media: Vec<_> = media
            .into_iter()
            .map(|(src, alt, credit)| serde_json::json!({"src": src, "alt": alt, "credit": credit}))
            .collect();
        put("media", (!media.is_empty()).then(|| media.into()));
        fact
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_facts_come_back_from_a_table_as_they_were(facts in proptest::collection::vec(fact(), 1..4), languages in proptest::sample::select(vec![vec!["en"], vec!["en", "kk", "ru"], vec!["en", "kk"]])) {
        let mut file: serde_json::Value = serde_json::json!({
            "factline": 1, "title": "T", "languages": languages,
            "sources": [{"id": "s", "title": "S, or ‘S’", "url": "https://example.org/?a=b,c;d"}],
            "speakers": [{"id": "p", "name": {"en": "=P"}}], "places": [{"id": "x", "name": "X"}, {"id": "y", "name": "Y"}],
            "units": [{"id": "u", "name": {"en": {"other": "{n}"}}}], "measures": [{"id": "m", "name": "M", "unit": "u"}],
        });
        let numbered = facts.into_iter().enumerate().map(|(number, mut fact)| {
            fact["id"] = format!("f{number}").into();
            fact
        });
        file["facts"] = numbered.collect();
        let file = file.to_string();
        let Reading { dataset, issues } = Dataset::read(&file);
        let original = dataset.unwrap();
        prop_assert_eq!(issues.n_errors(), 0, "{:?}", issues.all());
        let table = sheet_of(&original);
        let sheet = read(&table, Some(&file));
        let Reading { dataset, issues } = Dataset::read(sheet.json());
        prop_assert_eq!(sheet.n_errors(), 0, "{:?}\n{}", sheet.located(&issues), table);
        prop_assert_eq!(issues.n_errors(), 0, "{:?}\n{}", issues.all(), table);
        prop_assert_eq!(dataset.unwrap(), original, "{}", table);
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(text) = sheet_text_of(&bytes) {
            let sheet = Sheet::read(text, SheetOptions { name: "n", ..SheetOptions::default() });
            let issues = sheet.located(&check(sheet.json()).issues);
            prop_assert!(issues.table.all().iter().all(|issue| issue.at <= sheet.text().len()));
        }
    }

    #[test]
    fn any_cells_give_a_facts_file_and_issues_that_stand_in_the_table(
        rows in proptest::collection::vec(proptest::collection::vec(prop_oneof![words(), Just(String::new()), "[a-z]{1,3}"], 0..14), 0..6),
    ) {
        let mut table = String::from("id,text,text:ru,source,source_title,by_name,measure,unit,value,when,places,media_src,withdrawn_by\n");
        for row in rows {
            table.push_str(&row.join(","));
            table.push('\n');
        }
        for base in [None, Some(BASE)] {
            let sheet = read(&table, base);
            let reading = check(sheet.json());
            prop_assert!(reading.dataset.is_some(), "{}", sheet.json());
            let issues = sheet.located(&reading.issues);
            for issue in issues.table.all() {
                prop_assert!(sheet.text().is_char_boundary(issue.at), "{issue:?}");
            }
        }
    }
}
