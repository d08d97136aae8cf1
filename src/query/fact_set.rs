//! A set of facts, one bit a fact.

/// A set of facts of one dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FactSet {
    bits: Vec<u64>,
}

impl FactSet {
    pub fn empty(n_facts: usize) -> Self {
        Self { bits: vec![0; n_facts.div_ceil(64)] }
    }

    /// Adds a fact; one that the dataset does not have is left out.
    pub fn add(&mut self, fact: u32) {
        if let Some(bits) = self.bits.get_mut(fact as usize / 64) {
            *bits |= 1 << (fact % 64);
        }
    }

    /// Whether it has a fact, by its place in the file.
    pub fn has(&self, fact: usize) -> bool {
        self.bits.get(fact / 64).is_some_and(|bits| bits >> (fact % 64) & 1 == 1)
    }

    pub fn and(mut self, other: &Self) -> Self {
        for (bits, others) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= others;
        }
        self
    }
}
