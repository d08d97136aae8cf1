//! What facts can be chosen by, a column a facet: counting goes over plain numbers, and not over facts, each of which
//! lies somewhere else in memory.

use crate::dataset::Dataset;

use super::Facet;
use super::fact_set::FactSet;

/// The options of all facts, by facet.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    columns: [Column; Facet::ALL.len()],
}

/// The options of all facts in one facet, fact after fact.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    options: Vec<u32>,
    /// Where the options of each fact end.
    ends: Vec<u32>,
    n_options: usize,
}

impl Columns {
    pub fn of(dataset: &Dataset) -> Self {
        let mut columns = Facet::ALL.map(|facet| Column { n_options: facet.n_options(dataset), ..Column::default() });
        for fact in &dataset.facts {
            for (facet, column) in Facet::ALL.into_iter().zip(&mut columns) {
                facet.for_each_option(fact, &mut |option| column.options.push(option as u32));
                column.ends.push(column.options.len() as u32);
            }
        }
        Self { columns }
    }

    pub fn column(&self, facet: Facet) -> &Column {
        &self.columns[facet as usize]
    }
}

impl Column {
    /// The options of a fact, by its place in the file.
    pub fn of(&self, fact: usize) -> &[u32] {
        let start = if fact == 0 { 0 } else { self.ends[fact - 1] };
        &self.options[start as usize..self.ends[fact] as usize]
    }

    /// How many facts of a set have each option.
    pub fn count(&self, facts: &FactSet) -> Vec<u32> {
        let mut counts = vec![0; self.n_options];
        facts.for_each(|fact| self.of(fact as usize).iter().for_each(|option| counts[*option as usize] += 1));
        counts
    }

    /// Which facts have one of some options.
    pub fn having(&self, is_wanted: &[bool]) -> FactSet {
        let mut having = FactSet::empty(self.ends.len());
        for fact in 0..self.ends.len() {
            if self.of(fact).iter().any(|option| is_wanted[*option as usize]) {
                having.add(fact as u32);
            }
        }
        having
    }
}
