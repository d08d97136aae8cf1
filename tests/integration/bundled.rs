//! Our own data: it loads whole, and what the page says of it holds.

use factline::dataset::{Dataset, check};
use factline::fact::{Decimal, Fact, Key};
use factline::figures::{
    AxisStart, CardFigure, DerivedUnit, axis_domain, coverage, derived_value, facts_on, headline, histories, history,
    range, standing_of,
};

use crate::BUNDLED;

fn bundled() -> Dataset {
    Dataset::read(BUNDLED).dataset.unwrap_or_default()
}

fn fact(dataset: &Dataset, id: &str) -> Key<Fact> {
    dataset.fact_by_id(id).unwrap_or_else(|| panic!("no fact {id}"))
}

fn ids(dataset: &Dataset, facts: impl IntoIterator<Item = Key<Fact>>) -> Vec<&str> {
    facts.into_iter().map(|key| dataset[key].id.as_str()).collect()
}

#[test]
fn it_loads_without_an_issue() {
    let reading = Dataset::read(BUNDLED);
    assert_eq!(reading.issues.all(), []);
    assert_eq!(reading.dataset.unwrap().set_aside, []);
}

#[test]
fn it_has_every_object_of_the_collection() {
    let dataset = bundled();
    let counts = [
        ("facts", dataset.facts.len(), 149),
        ("sources", dataset.sources.len(), 57),
        ("voices", dataset.voices.len(), 4),
        ("speakers", dataset.speakers.len(), 41),
        ("places", dataset.places.len(), 26),
        ("topics", dataset.topics.len(), 23),
        ("tracks", dataset.tracks.len(), 3),
        ("units", dataset.units.len(), 11),
        ("measures", dataset.measures.len(), 51),
        ("derived", dataset.derived.len(), 6),
        ("cards", dataset.cards.len(), 8),
        ("eras", dataset.eras.len(), 3),
        ("chapters", dataset.chapters.len(), 5),
        ("sections", dataset.sections.len(), 1),
        ("questions", dataset.questions.len(), 6),
        ("disagreements", dataset.disagreements.len(), 20),
        ("corrections", dataset.corrections.len(), 0),
    ];
    for (list, found, expected) in counts {
        assert_eq!(found, expected, "{list}");
    }
    assert_eq!(dataset.languages, ["en", "ru", "kk"]);
    let of_the_report = dataset.facts.iter().filter(|fact| fact.id.starts_with("mazhilis-"));
    assert_eq!(of_the_report.count(), 24);
}

#[test]
fn the_measures_of_cards_come_first_and_a_report_is_no_second_claim() {
    let dataset = bundled();
    let told: Vec<_> =
        histories(&dataset).into_iter().map(|(measure, claims)| (dataset[measure].id.as_str(), claims.len())).collect();
    assert_eq!(told[..3], [("deaths-total", 10), ("deaths-class-participants", 3), ("deaths-security", 3)]);
    assert!(told.contains(&("convicted", 3)) && told.iter().all(|(_, n)| *n > 1), "{told:?}");
}

#[test]
fn every_text_is_in_all_three_languages() {
    let dataset = bundled();
    for fact in &dataset.facts {
        for language in &dataset.languages {
            assert!(fact.text.get(language).is_some(), "{} in {language}", fact.id);
        }
    }
}

#[test]
fn the_method_part_counts_what_the_editor_counted() {
    let dataset = bundled();
    let all: Vec<Key<Fact>> = dataset.fact_keys().collect();
    let coverage = coverage(&dataset, &all);
    assert_eq!((coverage.n_facts, coverage.n_seen_in_part, coverage.n_without_locator), (149, 125, 117));
    assert_eq!((coverage.n_without_voice, coverage.n_withdrawn, coverage.n_sources), (0, 2, 57));
    assert_eq!(coverage.n_by_voice.iter().sum::<usize>(), 149);
}

#[test]
fn officials_quoted_by_another_body_are_marked_as_such() {
    let dataset = bundled();
    let quoted = dataset.fact_keys().filter(|&key| standing_of(&dataset, key).is_quoted_by_another_body);
    let expected = ["deaths-232-gpo-reply", "deaths-class-149-2022", "deaths-241-ngo-citing-gpo", "detained-9900"];
    assert_eq!(ids(&dataset, quoted), expected);
}

#[test]
fn the_history_of_deaths_joins_only_the_prosecutors_counts() {
    let dataset = bundled();
    let history = history(&dataset, dataset.measure_by_id("deaths-total").unwrap());
    let joined = |key: &str| {
        let series = history.iter().find(|series| series.key.as_deref() == Some(key)).unwrap();
        ids(&dataset, series.claims.iter().map(|claim| claim.fact))
    };
    assert_eq!(joined("dead-official"), ["deaths-225", "deaths-230", "deaths-232-gpo-reply"]);
    assert_eq!(joined("dead-official-custody"), ["deaths-238-list", "deaths-238-2023"]);
    let alone = history.iter().filter(|series| series.key.is_none()).map(|series| series.claims.len());
    assert!(alone.clone().all(|n_claims| n_claims == 1) && alone.count() > 3);
    let first = &history[0].claims[0];
    assert_eq!((dataset[first.fact].id.as_str(), first.is_withdrawn), ("deaths-164", true));
}

#[test]
fn two_reports_of_one_utterance_are_one_claim() {
    let dataset = bundled();
    let history = history(&dataset, dataset.measure_by_id("convicted").unwrap());
    let claims: Vec<_> = history.iter().flat_map(|series| &series.claims).collect();
    let kazinform = fact(&dataset, "convicted-1205-kazinform");
    let claim = claims.iter().find(|claim| claim.fact == kazinform).unwrap();
    assert_eq!(ids(&dataset, claim.reports.iter().copied()), ["mazhilis-convicted-1205"]);
    assert!(claims.iter().all(|claim| dataset[claim.fact].id != "mazhilis-convicted-1205"));
}

#[test]
fn the_range_of_deaths_leaves_out_what_was_withdrawn() {
    let dataset = bundled();
    let facts: Vec<_> = dataset.facts_of(dataset.measure_by_id("deaths-total").unwrap()).collect();
    let range = range(&dataset, &facts).unwrap();
    assert_eq!((range.low.to_string(), range.high.to_string()), ("188".into(), "241".into()));
    let values: Vec<Decimal> = facts.iter().filter_map(|&key| dataset[key].value?.single()).collect();
    let ticks = axis_domain(&values, AxisStart::Values).unwrap().ticks;
    assert_eq!(ticks.iter().map(Decimal::to_string).collect::<Vec<_>>(), ["160", "180", "200", "220", "240", "260"]);
}

#[test]
fn every_derived_number_is_what_an_editor_gets_by_hand() {
    let dataset = bundled();
    let expected = [
        ("share-convicted", "98.7", true),
        ("not-convicted", "16", false),
        ("share-state-buildings-restored", "90", true),
        ("compensation-per-facility", "47714286", true),
        ("compensation-per-business-paid", "5566734", true),
        ("sum-of-classes", "238", false),
    ];
    for (id, number, is_rounded) in expected {
        let value = derived_value(&dataset, dataset.derived_by_id(id).unwrap()).unwrap();
        assert_eq!((value.number.to_string().as_str(), value.is_rounded), (number, is_rounded), "{id}");
        assert_eq!(id.starts_with("share"), value.unit == DerivedUnit::Percent);
    }
}

#[test]
fn all_ten_figures_of_the_report_are_on_a_card() {
    let dataset = bundled();
    let on_cards: Vec<_> = dataset.cards.iter().flat_map(|card| facts_on(&dataset, card)).collect();
    let of_the_report =
        dataset.fact_keys().filter(|&key| dataset[key].id.starts_with("mazhilis-") && dataset[key].value.is_some());
    assert_eq!(of_the_report.clone().count(), 10);
    for key in of_the_report {
        assert!(on_cards.contains(&key), "{}", dataset[key].id);
    }
    for card in &dataset.cards {
        assert!(matches!(headline(&dataset, card), Some(CardFigure::Claim(..))), "{}", card.id);
    }
}

#[test]
fn relations_lead_both_ways() {
    let dataset = bundled();
    let hearing = fact(&dataset, "hearing-2023-date");
    assert_eq!(ids(&dataset, dataset.reports_of(hearing)), ["mazhilis-session", "mazhilis-minister-timeline"]);
    assert_eq!(dataset.eras_of(fact(&dataset, "emergency-end")).count(), 1);
    for key in dataset.fact_keys() {
        for disagreement in dataset.disagreements_of(key) {
            assert!(dataset[disagreement].facts.contains(&key));
        }
    }
}

#[test]
fn an_editor_is_told_of_nothing_but_what_the_documentation_explains() {
    let told: Vec<String> = check(BUNDLED).issues.all().iter().map(ToString::to_string).collect();
    assert_eq!(told, [""; 0]);
}
