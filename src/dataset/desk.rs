//! Where the readers of all lists put what they find: problems, and objects set aside.
//!
//! It refuses to know what a list holds; it counts ids and remembers which of them did not stand.

use std::collections::BTreeMap;

use super::issue::{Issue, Issues};
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
    pub issues: Issues,
    pub set_aside: Vec<SetAside>,
    n_suggestions: u32,
}

/// A file in which more names than this are misspelt has another problem, and comparing names is slow.
const MAX_SUGGESTIONS: u32 = 50;

impl Desk {
    /// The id that a misspelt one may mean.
    pub fn nearest<'i>(&mut self, id: &str, ids: &'i Ids) -> Option<&'i str> {
        self.n_suggestions += 1;
        if self.n_suggestions > MAX_SUGGESTIONS { None } else { nearest(id, &mut ids.names()) }
    }
}

/// The ids of one list, each with its place among the objects that stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Ids {
    places: BTreeMap<String, u32>,
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
        match self.places.get(id) {
            Some(&ASIDE) => Place::SetAside,
            Some(&place) => Place::At(place),
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
        self.places.keys().map(String::as_str)
    }

    fn put(&mut self, id: &str, place: u32) {
        self.places.insert(id.to_owned(), place);
    }
}
