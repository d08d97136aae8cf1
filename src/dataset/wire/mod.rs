//! Reading a facts file, list by list.
//!
//! Each file of this folder reads one family of objects. A list is read before those that refer to it, whatever the
//! order of the file; issues come in the order of the file all the same.

mod counted;
mod fact;
mod lists;
mod people;
mod story;
mod top;

use crate::fact::{Group, Key};

use super::desk::{Distinct, Ids, Place};
use super::issue::{Issue, Severity};
use super::object::{Object, shortened};

pub use top::{Reading, text_of};

/// Keeps what was read of an object, if that has not failed.
fn keep<T>(list: &mut Vec<T>, object: &Object<'_, '_>, thing: Option<T>) {
    if object.failure.is_none() {
        list.extend(thing);
    }
}

/// Keys from the places that references led to.
fn keys<T>(places: Vec<u32>) -> Vec<Key<T>> {
    places.into_iter().map(Key::new).collect()
}

/// The facts that an editor's object stands on. One that was set aside is left out with a warning, so that a bad fact
/// does not take a card with it; one that was never there is an error.
fn read_facts(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Vec<u32> {
    let mut places = Distinct::default();
    for node in object.list("facts") {
        if object.desk.is_full() {
            break;
        }
        let id = node.string().unwrap_or_default();
        if fact_ids.find(&id) == Place::SetAside {
            object.warn(
                node.at,
                format!("the fact `{}` was set aside", shortened(&id)),
                "mend that fact; until then it is left out here",
            );
        } else if let Some(place) = object.reference_of("facts", node, fact_ids, "fact") {
            places.add(place);
        }
    }
    places.list
}

/// The groups of a card or a section.
fn read_groups(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Vec<Group> {
    let mut groups = Vec::new();
    for node in object.list("groups") {
        let mut inner = object.enter(node);
        let name = inner.text("name");
        inner.need("facts");
        let facts = read_facts(&mut inner, fact_ids);
        // A group of a section is told in words and has no picture that a whole would shape.
        let is_on_card = inner.noun == "card";
        let whole = if is_on_card { inner.reference("whole", fact_ids, "fact").map(Key::new) } else { None };
        let note = if is_on_card { inner.text("note") } else { None };
        let failure = inner.failure.take();
        object.failure = object.failure.take().or(failure);
        groups.push(Group { name, whole, facts: keys(facts), note });
    }
    groups
}

/// An issue of the file as a whole.
fn file_error(at: usize, what: String, mend: &str) -> Issue {
    Issue { severity: Severity::Error, at, context: String::new(), what, mend: mend.to_owned() }
}
