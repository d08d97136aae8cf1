//! A typed index into one of a dataset's lists.
//!
//! A key refuses to know what it points at: it is made by validation alone, which has seen that the thing is there.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

/// Where a `T` stands in its list. Copied freely, compared and sorted in the order of the file.
pub struct Key<T> {
    index: u32,
    list: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// The key of the thing at `index`. Only whoever fills the list can know that it is there.
    pub const fn new(index: u32) -> Self {
        Self { index, list: PhantomData }
    }

    /// The place in the list, from zero.
    pub const fn index(self) -> usize {
        self.index as usize
    }

    /// The same place as the small number that it is stored as.
    pub const fn number(self) -> u32 {
        self.index
    }
}

// Derives would ask the same of `T`, which is never held.
impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}

impl<T> Eq for Key<T> {}

impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.index.cmp(&other.index)
    }
}

impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}
