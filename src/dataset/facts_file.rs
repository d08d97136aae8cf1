//! A facts file that was read: every list, every reference resolved, and who refers to whom.
//!
//! What is here can be shown truthfully. It refuses to know a language, a filter or today.

use core::ops::Index;

use crate::date::CivilDay;
use crate::fact::{
    Card, Chapter, Correction, Derived, Disagreement, Era, Fact, Key, Measure, Place, Section, Source, Speaker, Topic,
    Track, Unit, Voice,
};
use crate::i18n::Text;

use super::desk::{Ids, SetAside};
use super::relation::Relation;

/// The facts and all that they refer to. A [`Key`] of any list is an index: `dataset[fact.source].title`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// The id of the file.
    pub id: Option<String>,
    /// The title of the page.
    pub title: Text,
    /// What stands under it.
    pub summary: Option<Text>,
    /// The languages of the file, the default first; never empty.
    pub languages: Vec<String>,
    /// For each language, the day on which a native editor read it, if any did.
    pub reviewed: Vec<(String, Option<CivilDay>)>,
    /// The day of the last change.
    pub updated: Option<CivilDay>,
    /// Where to send corrections and replies.
    pub contact: Option<String>,
    /// Under which licence the file may be used.
    pub licence: Option<String>,
    /// The claims.
    pub facts: Vec<Fact>,
    /// The documents that they were found in.
    pub sources: Vec<Source>,
    /// The standings; their order decides their marks.
    pub voices: Vec<Voice>,
    /// Who makes claims: those of the file, then those made from a `by_role`.
    pub speakers: Vec<Speaker>,
    /// Where things took place.
    pub places: Vec<Place>,
    /// What facts are about.
    pub topics: Vec<Topic>,
    /// The rows of the timeline.
    pub tracks: Vec<Track>,
    /// In what things are counted.
    pub units: Vec<Unit>,
    /// What is counted.
    pub measures: Vec<Measure>,
    /// Numbers computed here.
    pub derived: Vec<Derived>,
    /// The stat cards, in the editor's order.
    pub cards: Vec<Card>,
    /// Periods in the background.
    pub eras: Vec<Era>,
    /// Windows of the timeline; the first is the opening one.
    pub chapters: Vec<Chapter>,
    /// Blocks of facts after the timeline.
    pub sections: Vec<Section>,
    /// What is not known.
    pub questions: Vec<Text>,
    /// Whose voices are not among these, in the editor's words.
    pub unheard: Option<Text>,
    /// Where facts do not say the same.
    pub disagreements: Vec<Disagreement>,
    /// Recorded changes.
    pub corrections: Vec<Correction>,
    /// What is not shown, and why, in the order in which it was found.
    pub set_aside: Vec<SetAside>,
    pub(super) ids: AllIds,
    pub(super) relations: Relations,
}

/// The lists whose objects have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Units,
    Measures,
    Voices,
    Speakers,
    Places,
    Topics,
    Tracks,
    Sources,
    Facts,
    Derived,
    Cards,
    Eras,
    Chapters,
    Sections,
    Disagreements,
}

/// The ids of all those lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct AllIds {
    lists: [Ids; List::Disagreements as usize + 1],
}

impl AllIds {
    pub fn of(&self, list: List) -> &Ids {
        &self.lists[list as usize]
    }

    pub fn of_mut(&mut self, list: List) -> &mut Ids {
        &mut self.lists[list as usize]
    }
}

/// Who refers to whom.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Relations {
    facts_of_measure: Relation,
    reports_of_fact: Relation,
    disagreements_of_fact: Relation,
    eras_of_fact: Relation,
}

impl Relations {
    pub fn of(dataset: &Dataset) -> Self {
        let (mut measures, mut reports, mut disagreements, mut eras) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (place, fact) in (0_u32..).zip(&dataset.facts) {
            if let (Some(measure), Some(_)) = (fact.measure, fact.value) {
                measures.push((measure.number(), place));
            }
            if let Some(repeated) = fact.repeats {
                reports.push((repeated.number(), place));
            }
        }
        for (place, disagreement) in (0_u32..).zip(&dataset.disagreements) {
            disagreements.extend(disagreement.facts.iter().map(|fact| (fact.number(), place)));
        }
        for (place, era) in (0_u32..).zip(&dataset.eras) {
            eras.extend(era.facts.iter().map(|fact| (fact.number(), place)));
        }
        let n_facts = dataset.facts.len();
        Self {
            facts_of_measure: Relation::new(dataset.measures.len(), &measures),
            reports_of_fact: Relation::new(n_facts, &reports),
            disagreements_of_fact: Relation::new(n_facts, &disagreements),
            eras_of_fact: Relation::new(n_facts, &eras),
        }
    }
}

impl Dataset {
    /// The default language.
    pub fn default_language(&self) -> &str {
        self.languages.first().map_or("en", String::as_str)
    }

    /// The keys of all facts, in the order of the file.
    pub fn fact_keys(&self) -> impl DoubleEndedIterator<Item = Key<Fact>> + ExactSizeIterator + Clone + use<> {
        (0..self.facts.len()).map(|place| Key::new(place as u32))
    }

    /// The facts that give a measure a value, in the order of the file.
    pub fn facts_of(&self, measure: Key<Measure>) -> impl ExactSizeIterator<Item = Key<Fact>> + '_ {
        self.relations.facts_of_measure.of(measure.index()).iter().map(|&place| Key::new(place))
    }

    /// The facts that report the same utterance as this one.
    pub fn reports_of(&self, fact: Key<Fact>) -> impl ExactSizeIterator<Item = Key<Fact>> + '_ {
        self.relations.reports_of_fact.of(fact.index()).iter().map(|&place| Key::new(place))
    }

    /// The disagreements that a fact is part of.
    pub fn disagreements_of(&self, fact: Key<Fact>) -> impl ExactSizeIterator<Item = Key<Disagreement>> + '_ {
        self.relations.disagreements_of_fact.of(fact.index()).iter().map(|&place| Key::new(place))
    }

    /// The eras that a fact is evidence of.
    pub fn eras_of(&self, fact: Key<Fact>) -> impl ExactSizeIterator<Item = Key<Era>> + '_ {
        self.relations.eras_of_fact.of(fact.index()).iter().map(|&place| Key::new(place))
    }

    /// The unit of a fact's value.
    pub fn unit_of(&self, fact: Key<Fact>) -> Option<Key<Unit>> {
        self[fact].measure.map(|measure| self[measure].unit)
    }

    /// The voice of a fact's speaker.
    pub fn voice_of(&self, fact: Key<Fact>) -> Option<Key<Voice>> {
        self[fact].by.and_then(|speaker| self[speaker].voice)
    }
}

macro_rules! lists {
    ($($list:ident, $name:ident, $by_id:ident, $thing:ident, $doc:literal;)*) => {
        $(
            impl Index<Key<$thing>> for Dataset {
                type Output = $thing;

                fn index(&self, key: Key<$thing>) -> &$thing {
                    &self.$list[key.index()]
                }
            }
        )*

        impl Dataset {
            /// Makes everything findable by its id, and by what it refers to: for whoever fills the lists.
            #[must_use]
            pub fn indexed(mut self) -> Self {
                $(
                    let ids = self.ids.of_mut(List::$name);
                    self.$list.iter().enumerate().for_each(|(place, one)| ids.stand(&one.id, place));
                )*
                self.relations = Relations::of(&self);
                self
            }

            $(
                #[doc = $doc]
                pub fn $by_id(&self, id: &str) -> Option<Key<$thing>> {
                    self.ids.of(List::$name).place(id).map(Key::new)
                }
            )*
        }
    };
}

lists! {
    facts, Facts, fact_by_id, Fact, "The fact with this id.";
    sources, Sources, source_by_id, Source, "The source with this id.";
    voices, Voices, voice_by_id, Voice, "The voice with this id.";
    speakers, Speakers, speaker_by_id, Speaker, "The speaker with this id.";
    places, Places, place_by_id, Place, "The place with this id.";
    topics, Topics, topic_by_id, Topic, "The topic with this id.";
    tracks, Tracks, track_by_id, Track, "The track with this id.";
    units, Units, unit_by_id, Unit, "The unit with this id.";
    measures, Measures, measure_by_id, Measure, "The measure with this id.";
    derived, Derived, derived_by_id, Derived, "The derived figure with this id.";
    cards, Cards, card_by_id, Card, "The card with this id.";
    eras, Eras, era_by_id, Era, "The era with this id.";
    chapters, Chapters, chapter_by_id, Chapter, "The chapter with this id.";
    sections, Sections, section_by_id, Section, "The section with this id.";
    disagreements, Disagreements, disagreement_by_id, Disagreement, "The disagreement with this id.";
}
