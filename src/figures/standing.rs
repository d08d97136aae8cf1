//! With which standing a claim is made, and how much evidence stands behind a set of claims.
//!
//! Standing goes by who speaks, not by who prints. A newspaper that quotes a prosecutor is no second voice, so its
//! claim has the prosecutor's mark; but a body that is itself a voice on the matter, as a rights group or a UN office,
//! stands between the reader and the official, and the mark says so.

use crate::dataset::Dataset;
use crate::fact::{Fact, Key, Seen, SourceKind, SpeakerKind, Voice};

/// How a claim is marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Standing {
    /// The voice; its place in the file's list decides the mark. `None` where the speaker has none.
    pub voice: Option<Key<Voice>>,
    /// Whether another body quotes the first voice: its mark gets a ring, and the words are "as quoted by" `via`.
    pub is_quoted_by_another_body: bool,
}

/// The standing of a fact.
///
/// Another body quotes it if all of this holds: its speaker has the file's first voice; it has a `via`; and either its
/// source is of kind `ngo` or `igo`, or `via` begins with the name of an organisation among the speakers that has
/// another voice and is not a newsroom. A newsroom is an organisation whose name is that of the publisher of a source
/// of kind `agency` or `news`.
pub fn standing_of(dataset: &Dataset, key: Key<Fact>) -> Standing {
    let voice = dataset.voice_of(key);
    let is_first = voice.is_some_and(|voice| voice.index() == 0);
    Standing { voice, is_quoted_by_another_body: is_first && is_relayed_by_a_voice(dataset, &dataset[key]) }
}

fn is_relayed_by_a_voice(dataset: &Dataset, fact: &Fact) -> bool {
    let Some(via) = &fact.via else { return false };
    let is_body = |kind: Option<SourceKind>| matches!(kind, Some(SourceKind::Ngo | SourceKind::Igo));
    is_body(dataset[fact.source].kind)
        || dataset.speakers.iter().any(|speaker| {
            let has_another_voice = speaker.voice.is_some_and(|voice| voice.index() != 0);
            has_another_voice
                && speaker.kind == SpeakerKind::Organisation
                && speaker.name.texts().any(|name| via.texts().any(|via| via.starts_with(name)))
                && !is_newsroom(dataset, &speaker.name)
        })
}

fn is_newsroom(dataset: &Dataset, name: &crate::i18n::Text) -> bool {
    dataset.sources.iter().any(|source| {
        matches!(source.kind, Some(SourceKind::Agency | SourceKind::News))
            && source
                .publisher
                .iter()
                .any(|publisher| publisher.texts().any(|text| name.texts().any(|name| text.contains(name))))
    })
}

/// Counts over a set of facts that the page owes its reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many facts.
    pub n_facts: usize,
    /// How many have a speaker of each voice, in the order of the file's voices.
    pub n_by_voice: Vec<usize>,
    /// How many have a speaker without a voice, or no speaker.
    pub n_without_voice: usize,
    /// How many have a source that was seen in an excerpt or a relay only.
    pub n_seen_in_part: usize,
    /// How many have no place in their source.
    pub n_without_locator: usize,
    /// How many were withdrawn.
    pub n_withdrawn: usize,
    /// How many different sources they have.
    pub n_sources: usize,
}

/// Counts what stands behind some facts.
pub fn coverage(dataset: &Dataset, facts: &[Key<Fact>]) -> Coverage {
    let mut coverage = Coverage { n_by_voice: vec![0; dataset.voices.len()], ..Coverage::default() };
    let mut has_source = vec![false; dataset.sources.len()];
    for &key in facts {
        let fact = &dataset[key];
        coverage.n_facts += 1;
        match dataset.voice_of(key) {
            Some(voice) => coverage.n_by_voice[voice.index()] += 1,
            None => coverage.n_without_voice += 1,
        }
        coverage.n_seen_in_part += usize::from(dataset[fact.source].seen.is_some_and(Seen::is_partial));
        coverage.n_without_locator += usize::from(fact.locator.is_none());
        coverage.n_withdrawn += usize::from(fact.withdrawn.is_some());
        has_source[fact.source.index()] = true;
    }
    coverage.n_sources = has_source.into_iter().filter(|&has| has).count();
    coverage
}
