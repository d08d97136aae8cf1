//! Which facts have a word that begins with given letters.
//!
//! A tree of letters, filled a chunk of facts at a time so that a page can breathe between chunks. It holds the words of
//! one language, beside the columns that facets count, and refuses to know filters; facts that were not added yet are
//! not found.

use crate::fact::{Fact, Key};
use crate::i18n::Text;

use super::columns::Columns;
use super::fact_set::FactSet;
use super::words::{Groups, words};
use crate::dataset::Dataset;

/// Down to this depth a node lists every fact below it, since a whole tree is too much to walk for one letter.
const LISTED_DEPTH: usize = 2;

/// An index over the facts of a dataset, in one language.
#[derive(Clone, Debug)]
pub struct Index {
    language: String,
    nodes: Vec<Node>,
    n_facts: usize,
    columns: Columns,
}

#[derive(Clone, Debug, Default)]
struct Node {
    children: Vec<(char, u32)>,
    /// Near the root the facts with a word that begins so, further down those with a word that ends here.
    facts: Vec<u32>,
}

impl Index {
    /// An index of a dataset in which no word is found yet.
    pub fn new(dataset: &Dataset, language: &str) -> Self {
        let columns = Columns::of(dataset);
        Self { language: language.to_owned(), nodes: vec![Node::default()], n_facts: 0, columns }
    }

    /// An index of all facts, made at once.
    pub fn of(dataset: &Dataset, language: &str) -> Self {
        let mut index = Self::new(dataset, language);
        index.add_chunk(dataset, dataset.facts.len());
        index
    }

    /// Adds the next `n_facts` facts of the same dataset. Whether there are more.
    pub fn add_chunk(&mut self, dataset: &Dataset, n_facts: usize) -> bool {
        let end = self.n_facts.saturating_add(n_facts).min(dataset.facts.len());
        for place in self.n_facts..end {
            self.add(dataset, place as u32);
        }
        self.n_facts = end;
        end < dataset.facts.len()
    }

    /// How many facts it holds.
    pub const fn n_facts(&self) -> usize {
        self.n_facts
    }

    /// What facts can be chosen by.
    pub(super) fn columns(&self) -> &Columns {
        &self.columns
    }

    fn add(&mut self, dataset: &Dataset, place: u32) {
        let key: Key<Fact> = Key::new(place);
        for_each_text(dataset, key, &mut |text| {
            let text = text.resolve(&self.language, dataset.default_language()).text;
            for word in words(text, Groups::JoinedAndApart) {
                add_word(&mut self.nodes, &word, place);
            }
        });
        let fact = &dataset[key];
        for word in words(&fact.id, Groups::JoinedAndApart) {
            add_word(&mut self.nodes, &word, place);
        }
        if let Some(value) = fact.value {
            add_word(&mut self.nodes, &value.low().to_string(), place);
            add_word(&mut self.nodes, &value.high().to_string(), place);
        }
    }

    /// The facts that have, for every word of the query, a word that begins with it. All if it has no words.
    pub(super) fn matches(&self, query: &str, n_facts: usize) -> FactSet {
        let mut all = FactSet::all(n_facts);
        for word in words(query, Groups::Joined) {
            let mut found = FactSet::empty(n_facts);
            self.find(&word, &mut found);
            all = all.and(&found);
        }
        all
    }

    fn find(&self, prefix: &str, found: &mut FactSet) {
        let mut node = 0;
        let mut depth = 0;
        for letter in prefix.chars() {
            let Some(next) = child(&self.nodes[node], letter) else { return };
            node = next;
            depth += 1;
        }
        let mut waiting = vec![node];
        while let Some(node) = waiting.pop() {
            let Node { children, facts } = &self.nodes[node];
            facts.iter().for_each(|&fact| found.add(fact));
            if depth > LISTED_DEPTH {
                waiting.extend(children.iter().map(|&(_, child)| child as usize));
            }
        }
    }
}

/// Every text that a fact can be found by.
fn for_each_text(dataset: &Dataset, key: Key<Fact>, visit: &mut dyn FnMut(&Text)) {
    let fact = &dataset[key];
    visit(&fact.text);
    let source = &dataset[fact.source];
    visit(&source.title);
    let speaker = fact.by.map(|by| &dataset[by]);
    let role = fact.role.as_ref().or(speaker.and_then(|speaker| speaker.role.as_ref()));
    let name = speaker.map(|speaker| &speaker.name);
    let measure = fact.measure.map(|measure| &dataset[measure].name);
    for text in
        [fact.label.as_ref(), source.publisher.as_ref(), name, role, fact.via.as_ref(), measure].into_iter().flatten()
    {
        visit(text);
    }
    fact.places.iter().for_each(|&place| visit(&dataset[place].name));
    fact.topics.iter().for_each(|&topic| visit(&dataset[topic].name));
}

fn child(node: &Node, letter: char) -> Option<usize> {
    node.children.iter().find(|(known, _)| *known == letter).map(|&(_, child)| child as usize)
}

fn add_word(nodes: &mut Vec<Node>, word: &str, fact: u32) {
    let mut node = 0;
    let mut depth = 0;
    for letter in word.chars() {
        node = match child(&nodes[node], letter) {
            Some(next) => next,
            None => {
                let new = nodes.len();
                nodes.push(Node::default());
                nodes[node].children.push((letter, new as u32));
                new
            }
        };
        depth += 1;
        if depth <= LISTED_DEPTH {
            list(&mut nodes[node], fact);
        }
    }
    if depth > LISTED_DEPTH {
        list(&mut nodes[node], fact);
    }
}

/// Facts are added in order, so a fact that is listed already is the last one.
fn list(node: &mut Node, fact: u32) {
    if node.facts.last() != Some(&fact) {
        node.facts.push(fact);
    }
}
