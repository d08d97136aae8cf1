//! Finding facts: what a reader types, chooses and sorts by.

use std::sync::LazyLock;

use factline::dataset::Dataset;
use factline::query::{Facet, Filter, Index, Sort, facets, search, sorted};
use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::sample::{Index as Pick, select};

use crate::BUNDLED;

static DATASET: LazyLock<Dataset> = LazyLock::new(|| Dataset::read(BUNDLED).dataset.unwrap_or_default());
static ENGLISH: LazyLock<Index> = LazyLock::new(|| Index::of(&DATASET, "en"));

fn words(words: &str) -> Filter {
    Filter { words: words.into(), ..Filter::default() }
}

#[track_caller]
fn finds(language: &str, query: &str, id: &str) {
    let index = Index::of(&DATASET, language);
    let matches = search(&index, &DATASET, &words(query));
    assert!(
        DATASET.fact_by_id(id).is_some_and(|fact| matches.contains(fact)),
        "{query:?} in {language}: {}",
        matches.facts.len()
    );
}

#[test]
fn an_empty_dataset_has_nothing_to_find() {
    let dataset = Dataset::default();
    let index = Index::of(&dataset, "en");
    assert_eq!(search(&index, &dataset, &words("x")).facts, []);
    assert_eq!(facets(&index, &dataset, &Filter::default()).counts(Facet::By), [0_u32; 0]);
    assert_eq!(sorted(&dataset, &[], Sort::Said), []);
}

#[test]
fn no_words_and_no_choice_let_everything_through() {
    for query in ["", "  ", "—", "…"] {
        assert_eq!(search(&ENGLISH, &DATASET, &words(query)).facts.len(), DATASET.facts.len());
    }
}

#[test]
fn what_nobody_said_is_not_found() {
    assert_eq!(search(&ENGLISH, &DATASET, &words("qwertyuiop")).facts, []);
    let filter = Filter { by: vec!["nobody".into()], ..Filter::default() };
    assert_eq!(search(&ENGLISH, &DATASET, &filter).facts, []);
}

#[test]
fn a_number_is_found_however_it_is_grouped() {
    for language in ["en", "ru", "kk"] {
        for query in ["5300", "5 300", "5,300", "5\u{a0}300"] {
            finds(language, query, "mazhilis-criminal-cases-5300");
        }
    }
    for query in ["16700000000", "16.7 billion", "16,7"] {
        finds("en", query, "mazhilis-compensation-16-7bn");
    }
}

#[test]
fn words_are_found_by_their_beginning_in_any_case_and_without_marks() {
    finds("en", "COMPENS", "mazhilis-compensation-16-7bn");
    finds("ru", "осужден", "convicted-1205-kazinform");
    finds("ru", "ОСУЖДЁН", "convicted-1205-kazinform");
    finds("kk", "қаза тапқан", "deaths-238-2023");
    finds("kk", "каза тапкан", "deaths-238-2023");
    finds("en", "kazinform assylov convicted", "convicted-1205-kazinform");
    finds("en", "deaths-238-list", "deaths-238-list");
}

#[test]
fn an_index_made_in_chunks_finds_the_same() {
    let mut index = Index::new(&DATASET, "en");
    while index.add_chunk(&DATASET, 7) {}
    assert_eq!(index.n_facts(), DATASET.facts.len());
    for query in ["a", "de", "238", "almaty airport"] {
        assert_eq!(search(&index, &DATASET, &words(query)), search(&ENGLISH, &DATASET, &words(query)), "{query}");
    }
}

#[test]
fn every_order_keeps_every_fact_and_is_the_same_whatever_came_first() {
    let all: Vec<_> = DATASET.fact_keys().collect();
    let backwards: Vec<_> = DATASET.fact_keys().rev().collect();
    for sort in Sort::ALL {
        let order = sorted(&DATASET, &all, sort);
        assert_eq!(order, sorted(&DATASET, &backwards, sort), "{}", sort.name());
        let mut again = order.clone();
        again.sort();
        assert_eq!(again, all);
    }
    let said = sorted(&DATASET, &all, Sort::Said);
    assert_eq!(said.last().map(|&key| DATASET[key].as_of.is_none()), Some(true), "what has no day comes last");
}

fn options(facet: Facet) -> Vec<String> {
    let ids: Vec<&String> = match facet {
        Facet::By => DATASET.speakers.iter().map(|speaker| &speaker.id).collect(),
        Facet::Topic => DATASET.topics.iter().map(|topic| &topic.id).collect(),
        Facet::Place => DATASET.places.iter().map(|place| &place.id).collect(),
        Facet::Source => DATASET.sources.iter().map(|source| &source.id).collect(),
        Facet::Kind => return ["event", "figure", "statement"].map(String::from).into(),
        Facet::Measure => DATASET.measures.iter().map(|measure| &measure.id).collect(),
    };
    ids.into_iter().cloned().collect()
}

fn filters() -> impl Strategy<Value = Filter> {
    let choices = proptest::collection::vec((select(&Facet::ALL[..]), proptest::arbitrary::any::<Pick>()), 0..4);
    (select(&["", "a", "almaty", "1", "prosecutor", "zzz"][..]), choices).prop_map(|(query, choices)| {
        let mut filter = words(query);
        for (facet, pick) in choices {
            let options = options(facet);
            filter.chosen_mut(facet).push(pick.get(&options).clone());
        }
        filter
    })
}

proptest! {
    #[test]
    fn every_count_is_the_number_found_when_it_is_chosen(filter in filters()) {
        let counted = facets(&ENGLISH, &DATASET, &filter);
        for facet in Facet::ALL {
            for (count, id) in counted.counts(facet).iter().zip(options(facet)) {
                let mut chosen = filter.clone();
                *chosen.chosen_mut(facet) = vec![id];
                prop_assert_eq!(search(&ENGLISH, &DATASET, &chosen).facts.len(), *count as usize);
            }
        }
    }

    #[test]
    fn anything_can_be_typed(query in ".{0,40}") {
        let found = search(&ENGLISH, &DATASET, &words(&query)).facts;
        prop_assert!(found.is_sorted());
    }
}
