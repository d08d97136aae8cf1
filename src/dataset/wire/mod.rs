//! Reading a facts file, list by list.
//!
//! Each file of this folder reads one family of objects. A list is read before those that refer to it, whatever the
//! order of the file; issues come in the order of the file all the same.

mod counted;
mod fact;
mod people;
mod story;
mod top;

use crate::fact::{Group, Key};

use super::desk::{Desk, Ids, SetAside};
use super::issue::{Issue, Issues, Severity};
use super::json::Node;
use super::object::Object;

pub use top::{Reading, text_of};

/// Reads one list. `read` pushes what it reads to a list of its own, but for an object that has failed.
fn read_list(
    desk: &mut Desk,
    noun: &'static str,
    nodes: Vec<Node<'_>>,
    ids: &mut Ids,
    read: &mut dyn FnMut(&mut Object<'_, '_>),
) {
    let mut n_standing = 0;
    for (number, node) in (1..).zip(nodes) {
        let mut object = open(desk, noun, number, node, ids);
        read(&mut object);
        n_standing += usize::from(close(object, ids, n_standing));
    }
}

/// Keeps what was read of an object, if that has not failed.
fn keep<T>(list: &mut Vec<T>, object: &Object<'_, '_>, thing: Option<T>) {
    if object.failure.is_none() {
        list.extend(thing);
    }
}

/// Opens an object that has an id of its own.
fn open<'a, 'd>(desk: &'d mut Desk, noun: &'static str, number: usize, node: Node<'a>, ids: &Ids) -> Object<'a, 'd> {
    let mut object = Object::open(desk, noun, number, node);
    object.need_id();
    if !object.id.is_empty() && ids.place(&object.id).is_some() {
        let what = format!("another {noun} has the same id");
        object.error(object.at, what, "give one of the two another id; the first stands");
    }
    object
}

/// Gives an object its place, or sets it aside. Whether it stands.
fn close(object: Object<'_, '_>, ids: &mut Ids, place: usize) -> bool {
    let Object { noun, id, failure, desk, .. } = object;
    let Some(issue) = failure else {
        ids.stand(&id, place);
        return true;
    };
    ids.set_aside(&id);
    desk.set_aside.push(SetAside { noun, id, issue });
    false
}

/// Keys from the places that references led to.
fn keys<T>(places: Vec<u32>) -> Vec<Key<T>> {
    places.into_iter().map(Key::new).collect()
}

/// The facts that an editor's object stands on. One that was set aside is left out with a warning, so that a bad fact
/// does not take a card with it; one that was never there is an error.
fn read_facts(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Vec<u32> {
    use super::desk::Place;
    let mut places = Vec::new();
    for node in object.list("facts") {
        let id = node.string().unwrap_or_default();
        if fact_ids.find(&id) == Place::SetAside {
            object.warn(
                node.at,
                format!("the fact `{id}` was set aside"),
                "mend that fact; until then it is left out here",
            );
        } else if let Some(place) = object.reference_of("facts", node, fact_ids, "fact")
            && !places.contains(&place)
        {
            places.push(place);
        }
    }
    places
}

/// The groups of a card or a section.
fn read_groups(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Vec<Group> {
    let mut groups = Vec::new();
    for node in object.list("groups") {
        let mut inner = object.enter(node);
        let name = inner.text("name");
        inner.need("facts");
        let facts = read_facts(&mut inner, fact_ids);
        let failure = inner.failure.take();
        object.failure = object.failure.take().or(failure);
        groups.push(Group { name, facts: keys(facts) });
    }
    groups
}

/// An issue of the file as a whole.
fn file_error(at: usize, what: String, mend: &str) -> Issue {
    Issue { severity: Severity::Error, at, context: String::new(), what, mend: mend.to_owned() }
}

/// The issues of a file that could not be read at all.
fn hopeless(issue: Issue) -> Issues {
    let mut issues = Issues::default();
    issues.add(issue);
    issues
}
