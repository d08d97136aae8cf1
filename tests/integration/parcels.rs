//! The bundled file as a page loads it, in one language: the timeline reads the same as from the facts themselves.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing to look at has failed")]

use factline::dataset::Dataset;
use factline::fact::{Fact, Key};
use factline::i18n::Messages;
use factline::page::{Page, Telling, Word, Words, outline};
use factline::parcel::{Parcel, pack, unpack};
use factline::query::{Sort, sorted};
use proptest::prelude::{any, prop_assert, proptest};

use crate::{BUNDLED, LANGUAGES};

fn in_order(dataset: &Dataset) -> Vec<Key<Fact>> {
    sorted(dataset, &dataset.fact_keys().collect::<Vec<_>>(), Sort::default())
}

fn packed(page: Page<'_>) -> String {
    pack(Telling { outline: &outline(page), words: &page, messages: page.messages }, &in_order(page.dataset))
}

fn packed_in_english() -> String {
    let dataset = Dataset::read(BUNDLED).dataset.unwrap();
    let messages = Messages::parse("en", LANGUAGES[0].1).unwrap();
    packed(Page { dataset: &dataset, messages: &messages, lang: "en", base: "" })
}

fn every_word(parcel: &Parcel) -> impl Iterator<Item = (Key<Fact>, Word)> {
    use factline::fact::Axis::{Happened, Said};
    let words = [
        Word::Spoken,
        Word::Day(Happened),
        Word::Day(Said),
        Word::Hour(Happened),
        Word::Hour(Said),
        Word::Mark,
        Word::Voice,
        Word::Line,
    ];
    let keys = (0..parcel.outline.facts.len() as u32).map(Key::new);
    keys.flat_map(move |key| words.map(|word| (key, word)))
}

#[test]
fn a_parcel_says_in_each_language_what_the_facts_say() {
    let dataset = Dataset::read(BUNDLED).dataset.unwrap();
    for (lang, json) in LANGUAGES {
        let messages = Messages::parse(lang, json).unwrap();
        let page = Page { dataset: &dataset, messages: &messages, lang, base: "" };
        let parcel = unpack(packed(page)).unwrap_or_else(|| panic!("{lang}: refused"));
        assert_eq!(parcel.outline, outline(page));
        assert_eq!(parcel.in_order, in_order(&dataset));
        assert_eq!(parcel.messages, messages);
        assert!(parcel.outline.facts.len() > 100);
        for (key, word) in every_word(&parcel) {
            assert_eq!(parcel.words.word(key, word), page.word(key, word), "{key:?} {word:?}");
        }
    }
}

#[test]
fn evidence_is_left_to_the_page() {
    let parcel = unpack(packed_in_english()).unwrap();
    assert_eq!(parcel.words.word(Key::new(0), Word::Evidence), "");
    assert_eq!(parcel.words.id(Key::new(0)), parcel.outline.id_of(Key::new(0)));
}

#[test]
fn a_line_break_in_a_text_breaks_nothing() {
    let json = r#"{"factline": 1, "title": "T", "sources": [{"id": "s", "title": "S"}],
        "facts": [{"id": "f", "text": "One\nline\n", "source": "s", "label": "a\nb", "when": "2022-01-05"}]}"#;
    let dataset = Dataset::read(json).dataset.unwrap();
    let messages = Messages::of("en", vec![("a".to_owned(), "b\nc".to_owned())]);
    let parcel = unpack(packed(Page { dataset: &dataset, messages: &messages, lang: "en", base: "" })).unwrap();
    assert_eq!(&*parcel.outline.facts[0].label, "a b");
    assert_eq!(parcel.messages.get("a"), "b c");
}

#[test]
fn a_file_without_facts_is_a_parcel_too() {
    let dataset = Dataset::read(r#"{"factline": 1, "title": "T", "sources": [], "facts": []}"#).dataset.unwrap();
    let messages = Messages::of("en", vec![("a".to_owned(), "b".to_owned())]);
    let parcel = unpack(packed(Page { dataset: &dataset, messages: &messages, lang: "en", base: "" })).unwrap();
    assert_eq!((parcel.outline.facts.len(), parcel.in_order.len(), parcel.messages.get("a")), (0, 0, "b"));
}

#[test]
fn what_is_no_parcel_or_not_a_whole_one_is_refused() {
    let parcel = packed_in_english();
    let other_version = parcel.replacen("factline ", "factline 1", 1);
    for text in ["", "\n", "<!DOCTYPE html>\n", "factline \n", "factline 2\nen\n", &other_version, &parcel[1..]] {
        assert!(unpack(text.to_owned()).is_none(), "{text:.40}");
    }
    for (at, _) in parcel.match_indices('\n').step_by(97) {
        assert!(unpack(parcel[..at].to_owned()).is_none(), "cut at {at}");
    }
    assert!(unpack([&parcel, "\n"].concat()).is_none());
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_parcel_is_refused_or_can_be_shown(line in 0_usize..4000, with in "[0-9 \\-\\\\a-z]{0,6}", n in any::<u8>()) {
        let packed = packed_in_english();
        let mut lines: Vec<&str> = packed.split('\n').collect();
        let line = line % lines.len();
        let n = usize::from(n % 3);
        lines.splice(line..(line + n).min(lines.len()), [with.as_str()]);
        if let Some(parcel) = unpack(lines.join("\n")) {
            // Every key leads somewhere, or this panics.
            for key in &parcel.in_order {
                let fact = &parcel.outline.facts[key.index()];
                prop_assert!(fact.repeats.is_none_or(|first| (first as usize) < parcel.outline.facts.len()));
                prop_assert!(fact.extents.iter().flatten().all(|extent| extent.start_day <= extent.end_day));
            }
            for (key, word) in every_word(&parcel) {
                prop_assert!(!parcel.words.word(key, word).contains('\n'));
            }
        }
    }
}
