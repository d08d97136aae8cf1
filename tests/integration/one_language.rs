//! The bundled file as a page loads it, in one language: nothing but the other languages is lost.

use factline::dataset::Dataset;
use factline::fact::{Fact, Group};
use factline::i18n::{Messages, Text};
use factline::parcel::{pack, unpack};
use proptest::prelude::{any, prop_assert, proptest};

use crate::BUNDLED;

/// What a reader of `language` gets of a text.
fn plain(text: &Text, language: &str) -> Text {
    let resolved = text.resolve(language, "en");
    assert_eq!(resolved.lang, None, "our own data has every text in {language}");
    Text::plain(resolved.text.to_owned())
}

fn some(text: &Option<Text>, language: &str) -> Option<Text> {
    text.as_ref().map(|text| plain(text, language))
}

fn fact(fact: &Fact, language: &str) -> Fact {
    Fact {
        text: plain(&fact.text, language),
        label: some(&fact.label, language),
        locator: some(&fact.locator, language),
        role: some(&fact.role, language),
        via: some(&fact.via, language),
        quote: some(&fact.quote, language),
        note: some(&fact.note, language),
        ..fact.clone()
    }
}

fn groups(groups: &[Group], language: &str) -> Vec<Group> {
    groups.iter().map(|group| Group { name: some(&group.name, language), ..group.clone() }).collect()
}

/// The dataset as a reader of one language sees it.
fn seen(mut dataset: Dataset, language: &str) -> Dataset {
    let map = |text: &mut Text| *text = plain(text, language);
    let map_some = |text: &mut Option<Text>| *text = some(text, language);
    map(&mut dataset.title);
    map_some(&mut dataset.summary);
    dataset.questions.iter_mut().for_each(map);
    dataset.facts = dataset.facts.iter().map(|each| fact(each, language)).collect();
    for source in &mut dataset.sources {
        map(&mut source.title);
        map_some(&mut source.publisher);
        map_some(&mut source.note);
    }
    dataset.voices.iter_mut().for_each(|voice| map(&mut voice.name));
    for speaker in &mut dataset.speakers {
        map(&mut speaker.name);
        map_some(&mut speaker.role);
    }
    dataset.places.iter_mut().for_each(|place| map(&mut place.name));
    dataset.topics.iter_mut().for_each(|topic| map(&mut topic.name));
    dataset.tracks.iter_mut().for_each(|track| map(&mut track.name));
    dataset.units.iter_mut().for_each(|unit| unit.name.retain(|name| name.language == language));
    for measure in &mut dataset.measures {
        map(&mut measure.name);
        map_some(&mut measure.definition);
    }
    for derived in &mut dataset.derived {
        map(&mut derived.name);
        map_some(&mut derived.note);
    }
    for card in &mut dataset.cards {
        map_some(&mut card.title);
        map_some(&mut card.note);
        card.groups = groups(&card.groups, language);
    }
    dataset.eras.iter_mut().for_each(|era| map(&mut era.name));
    for chapter in &mut dataset.chapters {
        map(&mut chapter.name);
        map_some(&mut chapter.text);
    }
    for section in &mut dataset.sections {
        map(&mut section.title);
        map_some(&mut section.text);
        section.groups = groups(&section.groups, language);
    }
    dataset.disagreements.iter_mut().for_each(|disagreement| map(&mut disagreement.text));
    dataset
}

#[test]
fn a_parcel_holds_the_same_dataset_in_that_language() {
    let whole = Dataset::read(BUNDLED).dataset.unwrap_or_default();
    for language in ["en", "ru", "kk"] {
        let messages = Messages::of(language, vec![(String::from("a.key"), String::from("a\\n text\n\\"))]);
        let parcel = pack(&whole, &messages, language);
        let (dataset, texts) = unpack(&parcel).unwrap_or_else(|| panic!("{language}: the parcel is refused"));
        assert!(dataset == seen(whole.clone(), language), "{language}");
        assert_eq!(texts, messages);
        assert_eq!(pack(&dataset, &texts, language), parcel, "packing twice is packing once");
    }
}

#[test]
fn what_is_no_parcel_or_not_a_whole_one_is_refused() {
    let whole = Dataset::read(BUNDLED).dataset.unwrap_or_default();
    let parcel = pack(&whole, &Messages::empty("en"), "en");
    let other_version = parcel.replacen("factline ", "factline 1", 1);
    for text in ["", "\n", "<!DOCTYPE html>\n", "factline \n", &other_version, &parcel[1..]] {
        assert!(unpack(text).is_none(), "{text:.40}");
    }
    for (at, _) in parcel.match_indices('\n').step_by(97) {
        assert!(unpack(&parcel[..at]).is_none(), "cut at {at}");
    }
    assert!(unpack(&[&parcel, "\n"].concat()).is_none());
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_parcel_is_refused_or_can_be_shown(line in 0_usize..4000, with in "[0-9 \\-\\\\a-z]{0,6}", n in any::<u8>()) {
        let whole = Dataset::read(BUNDLED).dataset.unwrap_or_default();
        let parcel = pack(&whole, &Messages::empty("en"), "en");
        let mut lines: Vec<&str> = parcel.split('\n').collect();
        let line = line % lines.len();
        let n = usize::from(n % 3);
        lines.splice(line..(line + n).min(lines.len()), [with.as_str()]);
        if let Some((dataset, _)) = unpack(&lines.join("\n")) {
            // Every key leads somewhere, or this panics.
            for key in dataset.fact_keys() {
                let fact = &dataset[key];
                prop_assert!(dataset[fact.source].id.len() < 1000);
                prop_assert!(fact.by.is_none_or(|by| dataset[by].voice.is_none_or(|voice| dataset[voice].id != "\0")));
                prop_assert!(fact.topics.iter().all(|topic| dataset[*topic].id != "\0"));
                prop_assert!(dataset.reports_of(key).count() <= dataset.facts.len());
            }
        }
    }
}
