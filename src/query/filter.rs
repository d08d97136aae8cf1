//! Which facts a reader asked for, and how many each further choice would give.
//!
//! Words must all be found; of the choices within one facet any will do; all facets must agree. A facet's own counts
//! leave its own choices out, so that they tell what choosing one more would add. The order of the result is the file's.

use crate::dataset::Dataset;
use crate::fact::{Fact, Key, Kind};

use super::fact_set::FactSet;
use super::index::Index;

/// What a reader asked for. Lists hold ids; one that the file does not have finds nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// What was typed.
    pub words: String,
    /// Speakers.
    pub by: Vec<String>,
    /// Topics.
    pub topic: Vec<String>,
    /// Places.
    pub place: Vec<String>,
    /// Sources.
    pub source: Vec<String>,
    /// Kinds: `event`, `figure`, `statement`.
    pub kind: Vec<String>,
    /// Measures.
    pub measure: Vec<String>,
}

/// A way of choosing among facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Facet {
    /// Who said it.
    By,
    /// What it is about.
    Topic,
    /// Where it took place.
    Place,
    /// Where it was found.
    Source,
    /// Event, figure or statement.
    Kind,
    /// What is counted.
    Measure,
}

impl Facet {
    /// All facets, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::By, Self::Topic, Self::Place, Self::Source, Self::Kind, Self::Measure];

    /// The name in an address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::By => "by",
            Self::Topic => "topic",
            Self::Place => "place",
            Self::Source => "source",
            Self::Kind => "kind",
            Self::Measure => "measure",
        }
    }

    /// The place of an option in its list: of speakers, topics, places, sources, [`Kind::ALL`] or measures.
    pub fn option_by_id(self, dataset: &Dataset, id: &str) -> Option<usize> {
        match self {
            Self::By => dataset.speaker_by_id(id).map(Key::index),
            Self::Topic => dataset.topic_by_id(id).map(Key::index),
            Self::Place => dataset.place_by_id(id).map(Key::index),
            Self::Source => dataset.source_by_id(id).map(Key::index),
            Self::Kind => Kind::ALL.iter().position(|kind| kind.name() == id),
            Self::Measure => dataset.measure_by_id(id).map(Key::index),
        }
    }

    pub(super) fn n_options(self, dataset: &Dataset) -> usize {
        match self {
            Self::By => dataset.speakers.len(),
            Self::Topic => dataset.topics.len(),
            Self::Place => dataset.places.len(),
            Self::Source => dataset.sources.len(),
            Self::Kind => Kind::ALL.len(),
            Self::Measure => dataset.measures.len(),
        }
    }

    pub(super) fn for_each_option(self, fact: &Fact, visit: &mut dyn FnMut(usize)) {
        match self {
            Self::By => fact.by.into_iter().for_each(|by| visit(by.index())),
            Self::Topic => fact.topics.iter().for_each(|topic| visit(topic.index())),
            Self::Place => fact.places.iter().for_each(|place| visit(place.index())),
            Self::Source => visit(fact.source.index()),
            Self::Kind => visit(fact.kind as usize),
            Self::Measure => fact.measure.into_iter().for_each(|measure| visit(measure.index())),
        }
    }
}

impl Filter {
    /// The ids chosen in a facet.
    pub fn chosen(&self, facet: Facet) -> &[String] {
        match facet {
            Facet::By => &self.by,
            Facet::Topic => &self.topic,
            Facet::Place => &self.place,
            Facet::Source => &self.source,
            Facet::Kind => &self.kind,
            Facet::Measure => &self.measure,
        }
    }

    /// The same, to be changed.
    pub fn chosen_mut(&mut self, facet: Facet) -> &mut Vec<String> {
        match facet {
            Facet::By => &mut self.by,
            Facet::Topic => &mut self.topic,
            Facet::Place => &mut self.place,
            Facet::Source => &mut self.source,
            Facet::Kind => &mut self.kind,
            Facet::Measure => &mut self.measure,
        }
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && Facet::ALL.iter().all(|&facet| self.chosen(facet).is_empty())
    }
}

/// The facts that were found, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Their keys, ascending.
    pub facts: Vec<Key<Fact>>,
}

impl Matches {
    /// Whether a fact is among them.
    pub fn contains(&self, fact: Key<Fact>) -> bool {
        self.facts.binary_search(&fact).is_ok()
    }
}

/// How many facts each option would give.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    counts: [Vec<u32>; Facet::ALL.len()],
}

impl Facets {
    /// The counts of a facet, by the option's place in its list (see [`Facet::option_by_id`]).
    pub fn counts(&self, facet: Facet) -> &[u32] {
        &self.counts[facet as usize]
    }
}

/// Finds facts. It takes under a millisecond for a hundred thousand.
pub fn search(index: &Index, dataset: &Dataset, filter: &Filter) -> Matches {
    let mut facts = Vec::new();
    Asked::of(index, dataset, filter).allowed(None).for_each(|fact| facts.push(Key::new(fact)));
    Matches { facts }
}

/// Counts what each option would give.
pub fn facets(index: &Index, dataset: &Dataset, filter: &Filter) -> Facets {
    let asked = Asked::of(index, dataset, filter);
    let count = |facet| index.columns().column(facet).count(&asked.allowed(Some(facet)));
    Facets { counts: Facet::ALL.map(count) }
}

/// What lets a fact through: the words, and each facet in which something was chosen.
struct Asked {
    with_words: FactSet,
    chosen: Vec<(Facet, FactSet)>,
}

impl Asked {
    fn of(index: &Index, dataset: &Dataset, filter: &Filter) -> Self {
        let mut chosen = Vec::new();
        for facet in Facet::ALL.into_iter().filter(|facet| !filter.chosen(*facet).is_empty()) {
            let mut options = vec![false; facet.n_options(dataset)];
            for option in filter.chosen(facet).iter().filter_map(|id| facet.option_by_id(dataset, id)) {
                options[option] = true;
            }
            chosen.push((facet, index.columns().column(facet).having(&options)));
        }
        Self { with_words: index.matches(&filter.words, dataset.facts.len()), chosen }
    }

    /// The facts that pass all, or all but one facet.
    fn allowed(&self, but: Option<Facet>) -> FactSet {
        let others = self.chosen.iter().filter(|(facet, _)| Some(*facet) != but);
        others.fold(self.with_words.clone(), |allowed, (_, having)| allowed.and(having))
    }
}
