//! The bundled file in one language: nothing but the other languages is lost.

use factline::dataset::{Dataset, reduce};
use factline::fact::{Fact, Group};
use factline::i18n::Text;

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
fn it_reads_as_the_same_dataset_in_that_language() {
    for language in ["en", "ru", "kk"] {
        let reduced = reduce(BUNDLED, language).unwrap_or_default();
        let reading = Dataset::read(&reduced);
        assert_eq!(reading.issues.all(), []);
        let whole = Dataset::read(BUNDLED).dataset.unwrap_or_default();
        assert!(reading.dataset.unwrap_or_default() == seen(whole, language), "{language}");
        assert!(reduced.len() * 2 < BUNDLED.len(), "{language}: {} bytes", reduced.len());
        assert_eq!(reduce(&reduced, language), Some(reduced), "reducing twice is reducing once");
    }
}
