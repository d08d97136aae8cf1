//! Tables from outside: what spreadsheets write is read or told by row and column, and what is written is read back.

use factline::dataset::{Dataset, Reading, Sheet, SheetOptions, check, line_column, sheet_of, sheet_text_of};

use crate::BUNDLED;

pub(crate) fn read(text: &str, base: Option<&str>) -> Sheet {
    let text = sheet_text_of(text.as_bytes()).unwrap_or_default();
    Sheet::read(text, SheetOptions { title: None, name: "table", base })
}

/// The issues of a table as `LINE:COLUMN: severity: context: what; mend`.
fn told_with(text: &str, base: Option<&str>) -> Vec<String> {
    let sheet = read(text, base);
    let issues = sheet.located(&check(sheet.json()).issues);
    let tell = |issue: &factline::dataset::Issue| {
        let (line, column) = line_column(sheet.text(), issue.at);
        format!("{line}:{column}: {}: {issue}", issue.severity.name())
    };
    let mut told: Vec<String> = issues.table.all().iter().map(tell).collect();
    told.extend(issues.base.all().iter().map(|issue| {
        let (line, column) = line_column(base.unwrap_or_default(), issue.at);
        format!("base:{line}:{column}: {}: {issue}", issue.severity.name())
    }));
    told
}

fn told(text: &str) -> Vec<String> {
    told_with(text, None)
}

fn dataset(text: &str) -> Dataset {
    Dataset::read(read(text, None).json()).dataset.unwrap_or_default()
}

#[track_caller]
fn sound(text: &str) -> Dataset {
    assert_eq!(told(text), [""; 0], "{text}\n{}", read(text, None).json());
    dataset(text)
}

/// A table whose issues are these beginnings, in this order.
#[track_caller]
fn check_told(text: &str, expected: &[&str]) {
    let told = told(text);
    let is_as_expected =
        told.len() == expected.len() && told.iter().zip(expected).all(|(told, begin)| told.starts_with(begin));
    assert!(is_as_expected, "{text}\n{told:#?}\nis not\n{expected:#?}");
}

#[test]
fn a_table_without_rows_is_told() {
    for text in ["", "\u{feff}", "\r\n\r\n", ",,\n,,", " "] {
        check_told(text, &["1:1: error: the table is empty; begin with a row of column names"]);
    }
    assert_eq!(sound("id,text,source").facts.len(), 0);
    assert_eq!(sound("\n\nid,text,source\n,,\n\n").facts.len(), 0);
}

#[test]
fn a_row_is_a_fact_and_makes_what_it_names() {
    let table = "id,text,source,source_title,source_url,by,by_name,as_of,measure,measure_name,unit,value,places\n\
        a,Five cases,minutes,\"Minutes, 3 March\",https://example.org/m,engineer,Ada Marsh,2025-03-03,cases,Cases,case,5,town; Mill Street\n\
        b,Six cases,minutes,,,engineer,,2025-03-04,cases,,,6,town\n";
    let dataset = sound(table);
    let [a, b] = dataset.facts.as_slice() else { panic!("two rows are two facts") };
    assert_eq!((a.source, a.by, a.measure), (b.source, b.by, b.measure));
    let source = &dataset[a.source];
    assert_eq!(
        (source.title.get("en"), source.url.as_deref()),
        (Some("Minutes, 3 March"), Some("https://example.org/m"))
    );
    assert_eq!(dataset[a.by.unwrap()].name.get("en"), Some("Ada Marsh"));
    assert_eq!(dataset.units[0].name[0].forms, [("other".to_owned(), "{n} case".to_owned())]);
    let places: Vec<_> =
        dataset.places.iter().map(|place| (place.id.as_str(), place.name.get("en").unwrap())).collect();
    assert_eq!(places, [("town", "town"), ("mill-street", "Mill Street")]);
    assert_eq!(dataset.title.get("en"), Some("table"));
}

#[test]
fn things_without_ids_get_one_that_the_order_of_rows_does_not_change() {
    let head = "id,text,source_title,by_name\n";
    let rows = ["a,A,The Herald,Ада Марш\n", "b,B,Вестник,Ада Марш\n"];
    let ids = |text: &str| -> Vec<String> {
        let dataset = sound(text);
        let mut ids: Vec<String> = dataset.sources.iter().map(|source| source.id.clone()).collect();
        ids.extend(dataset.speakers.iter().map(|speaker| speaker.id.clone()));
        ids.sort();
        ids
    };
    let there = ids(&[head, rows[0], rows[1]].concat());
    assert_eq!(there, ["ada-marsh", "the-herald", "vestnik"]);
    assert_eq!(there, ids(&[head, rows[1], rows[0]].concat()));
}

#[test]
fn texts_stand_in_a_column_for_each_language() {
    let dataset = sound("id,text:ru,text:en,source,by_role:ru,by_role:en\na,Да,Yes,s,Врач,Doctor\n");
    assert_eq!(dataset.languages, ["ru", "en"]);
    assert_eq!(dataset.facts[0].text.get("en"), Some("Yes"));
    let dataset = sound("id,text,text:ru,source,by_role\na,Yes,Да,s,Doctor\n");
    assert_eq!(dataset.languages, ["en", "ru"]);
    assert_eq!((dataset.facts[0].text.get("en"), dataset.facts[0].text.get("ru")), (Some("Yes"), Some("Да")));
    check_told(
        "id,text,text:en,source,by_role\na,Yes,Yes,s,Doctor\n",
        &["2:7: error: row 2, column `text:en`: fact `a`: `text` has the language `en` twice"],
    );
}

#[test]
fn every_form_of_a_table_is_the_same_table() {
    let plain = "id,text,source,by_role,when\na,\"A, b\nc\",s,R,2022\nb,B,s,R,\n";
    let expected = sound(plain).facts;
    let tab = "id\ttext\tsource\tby_role\twhen\na\t\"A, b\nc\"\ts\tR\t2022\nb\tB\ts\tR\t\n";
    let forms = [
        ["\u{feff}", plain].concat(),
        plain.replace('\n', "\r\n").replace("b\r\nc", "b\nc"),
        plain.replace('\n', "\r").replace("b\rc", "b\nc"),
        plain.replace(',', ";").replace("A; b", "A, b"),
        ["sep=;\r\n", &plain.replace(',', ";").replace("A; b", "A, b")].concat(),
        tab.to_owned(),
        plain.replace("id,text,source,by_role,when\n", "ID , Text,SOURCE,By role,When,,\n"),
        plain.replace("2022", " '2022\u{a0}"),
        [plain, ",,,,\n\n , ,\n"].concat(),
    ];
    for form in forms {
        assert_eq!(sound(&form).facts, expected, "{form}");
    }
    let utf_16: Vec<u8> = [0xfeff].into_iter().chain(tab.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(sheet_text_of(&utf_16).as_deref(), Ok(tab));
}

#[test]
fn what_is_wrong_with_the_first_row_is_told_once() {
    check_told(
        "id,sourse,text,text,when:ru,note:\na,s,A,B,,x\nb,s,B,B,,y\n",
        &[
            "1:1: error: there is no column `source`; the first row names the columns",
            "1:4: warning: unknown column `sourse`; did you mean `source`?",
            "1:16: error: the column `text` stands here twice; keep one",
            "1:21: warning: unknown column `when:ru`; did you mean `when`?",
            "1:29: error: `note:` names no language; write it as text:ru",
        ],
    );
    check_told(
        "\"Facts of 2022\"\nid,text\n",
        &[
            "1:1: warning: unknown column `Facts of 2022`",
            "1:1: error: there is no column `id`",
            "1:1: error: there is no column `text`",
            "1:1: error: there is no column `source`",
            "2:4: error: row 2, column 2: this row has more cells than there are columns",
        ],
    );
}

#[test]
fn a_wrong_cell_is_told_by_row_and_column_with_what_to_write() {
    let told = |column: &str, cell: &str| -> String {
        let told =
            told(&format!("id,text,source,by_role,{column}\na,\"Line\nbreak\",s,R,\nb,B,s,R,{cell}\nc,C,s,R,\n"));
        assert_eq!(told.len(), 1, "{told:#?}");
        told.concat()
    };
    let cases = [
        (
            "when",
            "05.01.2022",
            "4:9: error: row 3, column `when`: fact `b`: `when`: not a date: 05.01.2022; write 2022-01-05, and format the column as text",
        ),
        ("as_of", "1/5/2022", "write 2022-05-01 or 2022-01-05"),
        ("when", "2022-13-01", "`when`: no such month: 2022-13-01; use 01 to 12"),
        ("value", "5", "the value has no measure; add `measure`"),
        ("kind", "TRUE", "`kind` cannot be \"TRUE\"; write one of: event, figure, statement"),
        ("weight", "1.5", "`weight` is not 1, 2 or 3"),
        ("repeats", "d", "the fact `d` is not in the file"),
        ("when", "#NAME?", "row 3, column `when`: the spreadsheet shows #NAME? instead of what stands here"),
        ("note", "########", "row 3, column `note`: the spreadsheet shows ######## instead"),
        ("media_src", "a.jpg", "row 3: fact `b`: the required key `alt` is missing"),
        ("withdrawn_fact", "a", "row 3: fact `b`: the required key `as_of` is missing"),
    ];
    for (column, cell, expected) in cases {
        let told = if column == "media_src" {
            self::told(&format!("id,text,source,by_role,{column},media_credit\nb,B,s,R,{cell},C\n"))
                .concat()
                .replace("row 2", "row 3")
        } else {
            told(column, cell)
        };
        assert!(told.contains(expected), "{told}\nis not\n{expected}");
    }
}

#[test]
fn numbers_are_exact_or_told() {
    let value = |cell: &str| -> Result<String, Vec<String>> {
        let text = format!("id;text;source;by_role;as_of;measure;unit;value\na;{cell};s;R;2022;m;u;{cell}\n");
        let errors: Vec<String> = told(&text).into_iter().filter(|told| told.contains("error")).collect();
        let value = dataset(&text).facts.first().and_then(|fact| fact.value?.single()).map(|value| value.to_string());
        value.filter(|_| errors.is_empty()).ok_or(errors)
    };
    for (cell, expected) in
        [("16,7", "16.7"), ("98 100 000 000,5", "98100000000.5"), ("999999999999999", "999999999999999"), ("−5", "-5")]
    {
        assert_eq!(value(cell).as_deref(), Ok(expected));
    }
    let refused = [
        ("1,205", "is not a number: \"1,205\"; write 1205 or 1.205, whichever is meant"),
        ("1,67E+10", "the spreadsheet shortened it"),
        ("1234567890123456", "more than 15 digits"),
        ("5%", "`value` is not a number: \"5%\"; write it in digits"),
    ];
    for (cell, expected) in refused {
        let errors = value(cell).unwrap_err();
        assert!(errors.len() == 1 && errors[0].contains(expected), "{errors:?}");
    }
}

#[test]
fn rows_whose_cells_moved_are_told_and_the_others_stand() {
    let text = "id,text,source,by_role\na,One, two,s,R\nb,\"He said \"no\"\",s,R\nc,C,s,R\nd,\"D,s,R\ne,E,s,R\n";
    check_told(
        text,
        &[
            "2:14: error: row 2, column 5: this row has more cells than there are columns; put a text with a separator",
            "3:3: error: row 3, column `text`: there is text behind a quotation mark that closes; double",
            "5:3: error: row 5, column `text`: a quotation mark opens here and never closes",
        ],
    );
    let dataset = dataset(text);
    assert_eq!(dataset.facts.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>(), ["c"]);
    assert_eq!(dataset.set_aside.len(), 3);
    check_told(
        "id,text,source,by_role,\na,A,s,R,x\nb,B,s,R,y\n",
        &["2:9: warning: row 2, column 5: this column has no name in the first row"],
    );
}

#[test]
fn rows_that_contradict_each_other_are_told() {
    let head = "id,text,source,source_title,source_url,by_role,as_of,measure,unit,value\n";
    let cases = [
        (
            "a,5,s,S,,R,2022,,,\nb,5,s,Z,,R,2022,,,\n",
            "3:7: error: row 3, column `source_title`: an earlier row calls this source \"S\"",
        ),
        (
            "a,5,s,S,u,R,2022,,,\nb,5,s,S,v,R,2022,,,\n",
            "3:9: error: row 3, column `source_url`: an earlier row gives this source the address u",
        ),
        (
            "a,5,s,S,,R,2022,m,x,5\nb,5,s,S,,R,2022,m,y,5\n",
            "3:19: error: row 3, column `unit`: this measure counts in `x`",
        ),
        (
            "a,5,s,S,,R,2022,m,,5\n",
            "2:17: error: row 2, column `measure`: measure `m`: the required key `unit` is missing",
        ),
        (
            "a,5,s,S,javascript:x,R,2022,,,\n",
            "2:9: error: row 2, column `source_url`: source `s`: `url` is not a safe address",
        ),
    ];
    for (rows, expected) in cases {
        let told = told(&[head, rows].concat());
        assert!(told.iter().any(|told| told.starts_with(expected)), "{told:#?}\nis not\n{expected}");
    }
}

pub(crate) const BASE: &str = "{\"factline\": 1, \"title\": \"B\", \"languages\": [\"en\"],\n\
    \"sources\": [{\"id\": \"herald\", \"title\": \"The Herald\"}],\n\
    \"speakers\": [{\"id\": \"ada\", \"name\": \"Ada\"}],\n\
    \"units\": [{\"id\": \"case\", \"name\": {\"en\": {\"other\": \"{n} cases\"}}}],\n\
    \"measures\": [{\"id\": \"cases\", \"name\": \"Cases\", \"unit\": \"case\"}],\n\
    \"cards\": [{\"id\": \"card\", \"headline\": \"five\"}],\n\
    \"facts\": [{\"id\": \"old\", \"text\": \"Old\", \"source\": \"herald\"}]}";

#[test]
fn a_base_supplies_all_but_the_facts() {
    let table = "id,text,source,source_title,by,by_name,as_of,measure,unit,value\n\
        five,Five cases,herald,,ada,,2022,cases,case,5\n\
        six,Six cases,,The Herald,,Ada,2022,cases,,6\n\
        seven,Seven cases,times,The Times,,Eva,2022,cases,,7\n";
    assert_eq!(told_with(table, Some(BASE)), [""; 0]);
    let dataset = Dataset::read(read(table, Some(BASE)).json()).dataset.unwrap();
    assert_eq!(dataset.facts.iter().map(|fact| fact.id.as_str()).collect::<Vec<_>>(), ["five", "six", "seven"]);
    assert_eq!(dataset.sources.iter().map(|source| source.id.as_str()).collect::<Vec<_>>(), ["herald", "times"]);
    assert_eq!(dataset.speakers.iter().map(|speaker| speaker.id.as_str()).collect::<Vec<_>>(), ["ada", "eva"]);
    assert_eq!((dataset.facts[0].source, dataset.facts[0].by), (dataset.facts[1].source, dataset.facts[1].by));
    assert_eq!((dataset.title.get("en"), dataset.cards.len()), (Some("B"), 1));
    let titled = Sheet::read(table.to_owned(), SheetOptions { title: Some("T"), name: "n", base: Some(BASE) });
    assert_eq!(Dataset::read(titled.json()).dataset.unwrap().title.get("en"), Some("T"));
}

#[test]
fn what_does_not_fit_the_base_is_told_where_it_stands() {
    let head = "id,text,source,by,as_of,measure,unit,value\n";
    let told = |rows: &str, base: &str| told_with(&[head, rows].concat(), Some(base));
    assert_eq!(
        told("five,Five cases,heralt,ada,2022,cases,people,5\n", BASE),
        [
            "2:17: error: row 2, column `source`: fact `five`: `source` names the source `heralt`, which is not in the file; did you mean `herald`?",
            "2:39: error: row 2, column `unit`: this measure counts in `case`; write that one, or use another id",
            "base:6:38: error: card `card`: `headline` names the fact `five`, which was set aside; mend that fact first",
        ]
    );
    assert_eq!(
        told("six,Six cases,herald,ada,2022,,,\n", BASE),
        [
            "base:6:38: error: card `card`: `headline` names the fact `five`, which is not in the file; add that fact, or name another"
        ]
    );
    let head_with_title = head.replace(",by,", ",by,source_title,");
    let rows = "five,Five cases,herald,ada,A Herald,2022,cases,,5\nsix,Six cases,herald,ada,A Herald,2022,cases,,6\n";
    assert_eq!(
        told_with(&[&head_with_title, rows].concat(), Some(BASE)),
        [
            "2:28: warning: row 2, column `source_title`: the facts file beside the table calls this source \"The Herald\"; that name stands; change it there"
        ]
    );
    let head_with_address = head.replace(",by,", ",by,source_url,");
    assert_eq!(
        told_with(
            &[&head_with_address, "five,Five cases,herald,ada,https://example.org,2022,cases,,5\n"].concat(),
            Some(BASE)
        ),
        [
            "2:28: warning: row 2, column `source_url`: the facts file beside the table gives this source no address; that stands; change it there"
        ]
    );
    let with_other_key = BASE.replace("\"cards\"", "\"titel\": 1, \"cards\"");
    assert_eq!(
        told("five,Five cases,herald,ada,2022,cases,,5\n", &with_other_key),
        ["base:6:1: warning: unknown key `titel`; did you mean `title`?"]
    );
    let without_version = BASE.replace("\"factline\": 1, ", "");
    assert!(told("", &without_version)[0].starts_with("base:1:1: error: the required key `factline` is missing"));
    for base in ["", "[]", "{\"factline\": 1,"] {
        let told = told("five,5,herald,ada,2022,,,\n", base);
        assert!(told.len() == 1 && told[0].starts_with("base:1:"), "{told:?}");
    }
}

#[test]
fn the_bundled_facts_come_back_from_a_table_as_they_were() {
    let original = Dataset::read(BUNDLED).dataset.unwrap();
    let table = sheet_of(&original);
    assert_eq!(told_with(&table, Some(BUNDLED)), [""; 0]);
    let Reading { dataset, issues } = Dataset::read(read(&table, Some(BUNDLED)).json());
    assert_eq!(issues.all(), []);
    let dataset = dataset.unwrap();
    for (fact, expected) in dataset.facts.iter().zip(&original.facts) {
        assert_eq!(fact, expected);
    }
    assert_eq!(dataset, original);
}

#[test]
fn the_bundled_facts_stand_without_their_file_too() {
    let table = sheet_of(&Dataset::read(BUNDLED).dataset.unwrap());
    let sheet = read(&table, None);
    let issues = sheet.located(&Dataset::read(sheet.json()).issues);
    assert_eq!((issues.table.n_errors(), issues.base.n_errors()), (0, 0), "{:?}", issues.table.all().first());
}
