//! Where the readers of all lists put what they find: problems, and objects set aside.
//!
//! It refuses to know what a list holds; it counts ids and remembers which of them did not stand.

use super::issue::{Issue, MAX_ISSUES};
use super::suggest::nearest;

/// An object that is not shown, because it could not be shown truthfully.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The singular of the list that it stood in: `fact`, `speaker`.
    pub noun: &'static str,
    /// Its id, or nothing if it had none.
    pub id: String,
    /// The first of its errors.
    pub issue: Issue,
}

/// What reading leaves behind beside the dataset.
#[derive(Debug, Default)]
pub(super) struct Desk {
    /// As they were found.
    pub found: Vec<Issue>,
    pub set_aside: Vec<SetAside>,
    n_suggestions: u32,
}

/// The longest list that is read: ten times what a page is made for. A list of nothing but brackets could ask for any
/// amount of memory otherwise.
pub(super) const MAX_OBJECTS: usize = 1_000_000;

/// A file in which more names than this are misspelt has another problem, and comparing names is slow.
const MAX_SUGGESTIONS: u32 = 50;

impl Desk {
    /// Puts an issue on the desk, while there is room.
    pub fn tell(&mut self, issue: Issue) {
        if !self.is_full() {
            self.found.push(issue);
        }
    }

    /// Whether nothing more is looked for.
    pub fn is_full(&self) -> bool {
        self.found.len() >= MAX_ISSUES
    }

    /// The id that a misspelt one may mean.
    pub fn nearest<'i>(&mut self, id: &str, ids: &'i Ids) -> Option<&'i str> {
        self.n_suggestions += 1;
        if self.n_suggestions > MAX_SUGGESTIONS { None } else { nearest(id, &mut ids.names()) }
    }
}

/// Places of a list in the order in which they were named, each once.
#[derive(Debug, Default)]
pub(super) struct Distinct {
    pub list: Vec<u32>,
    /// For each place, whether it was named.
    seen: Vec<bool>,
}

impl Distinct {
    /// Adds a place; whether it is a new one.
    pub fn add(&mut self, place: u32) -> bool {
        let at = place as usize;
        if at >= self.seen.len() {
            self.seen.resize(at + 1, false);
        }
        if self.seen[at] {
            return false;
        }
        self.seen[at] = true;
        self.list.push(place);
        true
    }
}

/// The ids of one list, each with its place among the objects that stand.
///
/// A table with open addressing and the hash FNV-1a: a few lines, where the standard library's maps are kilobytes of the
/// page. Somebody who makes ids collide on purpose makes their own file slow.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ids {
    /// In the order in which they were first named.
    entries: Vec<(String, u32)>,
    /// For each hash, the number of an entry counted from 1, or 0; twice as many as entries, or more.
    slots: Vec<u32>,
}

/// Not a place: the object was set aside.
const ASIDE: u32 = u32::MAX;

/// What an id leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    At(u32),
    SetAside,
    Nowhere,
}

impl Ids {
    /// What `id` leads to.
    pub fn find(&self, id: &str) -> Place {
        match self.entry(id) {
            Some((_, ASIDE)) => Place::SetAside,
            Some((_, place)) => Place::At(*place),
            None => Place::Nowhere,
        }
    }

    /// The place of an object that stands.
    pub fn place(&self, id: &str) -> Option<u32> {
        match self.find(id) {
            Place::At(place) => Some(place),
            Place::SetAside | Place::Nowhere => None,
        }
    }

    /// Gives an id its place.
    pub fn stand(&mut self, id: &str, place: usize) {
        self.put(id, u32::try_from(place).unwrap_or(ASIDE));
    }

    /// Remembers that the object of an id was set aside. A namesake that stands keeps its place.
    pub fn set_aside(&mut self, id: &str) {
        if self.find(id) == Place::Nowhere {
            self.put(id, ASIDE);
        }
    }

    /// Remembers that an object that stood so far does not.
    pub fn drop(&mut self, id: &str) {
        self.put(id, ASIDE);
    }

    /// The ids of the list, for "did you mean".
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(id, _)| id.as_str())
    }

    fn put(&mut self, id: &str, place: u32) {
        if 2 * self.entries.len() >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(id);
        match self.slots[slot] {
            0 => {
                self.entries.push((id.to_owned(), place));
                self.slots[slot] = self.entries.len() as u32;
            }
            entry => self.entries[entry as usize - 1].1 = place,
        }
    }

    fn grow(&mut self) {
        self.slots = vec![0; (4 * self.entries.len()).max(16).next_power_of_two()];
        for number in 0..self.entries.len() {
            let slot = self.slot(&self.entries[number].0);
            self.slots[slot] = number as u32 + 1;
        }
    }

    fn entry(&self, id: &str) -> Option<&(String, u32)> {
        if self.slots.is_empty() {
            return None;
        }
        self.entries.get((self.slots[self.slot(id)] as usize).checked_sub(1)?)
    }

    /// The slot of an id, or the one that it would take.
    fn slot(&self, id: &str) -> usize {
        let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let last = self.slots.len() - 1;
        let mut slot = hash as usize & last;
        while self.slots[slot] != 0 && self.entries[self.slots[slot] as usize - 1].0 != id {
            slot = (slot + 1) & last;
        }
        slot
    }
}
