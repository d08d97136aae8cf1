//! Which things refer to a thing: lists computed once and read often.
//!
//! A relation refuses to know what it relates: both sides are places in lists.

/// For each place on one side, the places on the other that refer to it, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Relation {
    /// Where the places of each one begin in `others`; one more at the end.
    starts: Vec<u32>,
    others: Vec<u32>,
}

impl Relation {
    /// From pairs of (referred to, referring), in the order of the file, for `n` things that can be referred to.
    pub fn new(n: usize, pairs: &[(u32, u32)]) -> Self {
        let mut starts = vec![0_u32; n + 1];
        for &(one, _) in pairs {
            starts[one as usize + 1] += 1;
        }
        for one in 1..=n {
            starts[one] += starts[one - 1];
        }
        let (mut next, mut others) = (starts.clone(), vec![0; pairs.len()]);
        for &(one, other) in pairs {
            let slot = &mut next[one as usize];
            others[*slot as usize] = other;
            *slot += 1;
        }
        Self { starts, others }
    }

    /// What refers to the thing at `place`.
    pub fn of(&self, place: usize) -> &[u32] {
        let end = |at: usize| self.starts.get(at).map_or(0, |&start| start as usize);
        self.others.get(end(place)..end(place + 1)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::Relation;

    #[test]
    fn nothing_refers_to_nothing() {
        let relation = Relation::new(0, &[]);
        assert!(relation.of(0).is_empty());
        assert!(Relation::default().of(7).is_empty());
    }

    #[test]
    fn what_refers_to_a_thing_keeps_its_order() {
        let relation = Relation::new(3, &[(2, 9), (0, 4), (2, 1)]);
        assert_eq!(
            (relation.of(0), relation.of(1), relation.of(2), relation.of(3)),
            (&[4][..], &[][..], &[9, 1][..], &[][..])
        );
    }
}
