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

    /// All facts of a dataset.
    pub fn all(n_facts: usize) -> Self {
        let mut all = Self { bits: vec![u64::MAX; n_facts.div_ceil(64)] };
        if let (Some(last), n @ 1..) = (all.bits.last_mut(), n_facts % 64) {
            *last = (1 << n) - 1;
        }
        all
    }

    /// Adds a fact; one that the dataset does not have is left out.
    pub fn add(&mut self, fact: u32) {
        if let Some(bits) = self.bits.get_mut(fact as usize / 64) {
            *bits |= 1 << (fact % 64);
        }
    }

    /// Calls `each` with every fact, ascending, by its place in the file. What is not in the set costs next to nothing.
    pub fn for_each(&self, mut each: impl FnMut(u32)) {
        for (at, bits) in self.bits.iter().enumerate() {
            let mut rest = *bits;
            while rest != 0 {
                each(at as u32 * 64 + rest.trailing_zeros());
                rest &= rest - 1;
            }
        }
    }

    /// The facts that both sets have.
    pub fn and(mut self, other: &Self) -> Self {
        for (bits, others) in self.bits.iter_mut().zip(&other.bits) {
            *bits &= others;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::FactSet;

    fn facts(set: &FactSet) -> Vec<u32> {
        let mut facts = Vec::new();
        set.for_each(|fact| facts.push(fact));
        facts
    }

    #[test]
    fn all_facts_are_those_of_the_dataset_and_no_more() {
        for n in [0, 1, 63, 64, 65, 200] {
            assert_eq!(facts(&FactSet::all(n)), (0..n as u32).collect::<Vec<_>>(), "{n}");
        }
    }

    #[test]
    fn both_sets_have_what_is_left() {
        let of = |facts: &[u32]| {
            let mut set = FactSet::empty(130);
            facts.iter().for_each(|fact| set.add(*fact));
            set
        };
        assert_eq!(facts(&of(&[0, 63, 64, 129]).and(&of(&[63, 65, 129]))), [63, 129]);
        assert_eq!(of(&[500]), FactSet::empty(130), "a fact that the dataset does not have");
    }
}
