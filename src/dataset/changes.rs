//! What changed from one state of a facts file to the next, object by object and, in facts, key by key.
//!
//! It compares what the files say, not how they are written: the order of keys, spaces, `null` and `4.0` for `4` change
//! nothing. It refuses to know why something was changed.

use std::collections::{BTreeMap, BTreeSet};

use crate::fact::Decimal;

use super::json::{Entry, Node, Shape};
use super::schema::{FILE, Holds, Table};

/// What changed between two files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The lists of the file that have changes.
    pub lists: Vec<ListChanges>,
    /// Every changed key of a fact, in the order of the new file.
    pub of_facts: Vec<Change>,
    /// So many more changes of facts stand among the corrections of the new file already.
    pub n_recorded: usize,
    /// The day of the new file's last change, as it is written there.
    pub updated: Option<String>,
}

/// The ids of one list that came, went, and stand for something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListChanges {
    /// The key of the list.
    pub list: &'static str,
    /// In the new file alone, in its order.
    pub added: Vec<String>,
    /// In the old file alone, by name.
    pub removed: Vec<String>,
    /// In both, and not the same, in the order of the new file.
    pub changed: Vec<String>,
}

/// One changed key of a fact, as a correction has it. The values are JSON; what is absent is an empty text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The id of the fact.
    pub fact: String,
    /// The key.
    pub field: &'static str,
    /// As it stood.
    pub was: String,
    /// As it stands.
    pub now: String,
}

/// Compares two texts of facts files. Where one of them is no JSON, nothing is compared.
pub fn changes(old: &str, new: &str) -> Changes {
    let (Ok(old), Ok(new)) = (Node::parse(old), Node::parse(new)) else { return Changes::default() };
    let mut changes = Changes { updated: find(new, "updated").and_then(string), ..Changes::default() };
    for key in FILE.keys {
        if let Holds::Many(table) = key.holds {
            let list = compare_list(key.name, table, (old, new), &mut changes.of_facts);
            if [&list.added, &list.removed, &list.changed].iter().any(|ids| !ids.is_empty()) {
                changes.lists.push(list);
            }
        }
    }
    let n_changes = changes.of_facts.len();
    let mut recorded: BTreeMap<String, Vec<Node<'_>>> = BTreeMap::new();
    for correction in find(new, "corrections").into_iter().flat_map(Node::items) {
        recorded.entry(find(correction, "fact").and_then(string).unwrap_or_default()).or_default().push(correction);
    }
    changes.of_facts.retain(|change| {
        let of_fact = recorded.get(&change.fact).map_or(&[][..], Vec::as_slice);
        !of_fact.iter().any(|correction| is_recorded(change, *correction))
    });
    changes.n_recorded = n_changes - changes.of_facts.len();
    changes
}

fn compare_list(
    name: &'static str,
    table: &Table,
    (old, new): (Node<'_>, Node<'_>),
    of_facts: &mut Vec<Change>,
) -> ListChanges {
    let mut list = ListChanges { list: name, ..ListChanges::default() };
    let mut before: BTreeMap<String, Node<'_>> = BTreeMap::new();
    for (id, node) in with_ids(old, name) {
        before.entry(id).or_insert(node);
    }
    let mut seen = BTreeSet::new();
    for (id, node) in with_ids(new, name) {
        if !seen.insert(id.clone()) {
            continue;
        }
        match before.remove(&id) {
            None => list.added.push(id),
            Some(was) if !are_same(was, node, MAX_DEPTH) => {
                if name == "facts" {
                    compare_fact(&id, table, (was, node), of_facts);
                }
                list.changed.push(id);
            }
            Some(_) => {}
        }
    }
    list.removed = before.into_keys().collect();
    list
}

fn compare_fact(id: &str, table: &Table, (was, now): (Node<'_>, Node<'_>), changes: &mut Vec<Change>) {
    let (before, after) = (was.entries(), now.entries());
    for key in table.keys {
        let (was, now) = (present(&before, key.name), present(&after, key.name));
        let is_same = match (was, now) {
            (None, None) => true,
            (Some(was), Some(now)) => are_same(was, now, MAX_DEPTH),
            _ => false,
        };
        if !is_same {
            let is_text = matches!(key.holds, Holds::Text);
            let [was, now] = [(was, now), (now, was)].map(|(node, other)| state(node, other, is_text));
            changes.push(Change { fact: id.to_owned(), field: key.name, was, now });
        }
    }
}

/// A value as a correction can hold it. What other readers of JSON refuse, as half a surrogate pair, becomes a text.
fn state(node: Option<Node<'_>>, other: Option<Node<'_>>, is_text: bool) -> String {
    let written = written(node, other, is_text);
    if serde_json::from_str::<serde_json::Value>(&written).is_ok() { written } else { quoted(&written) }
}

/// A text in the languages in which it differs, another object as a text, anything else as it stands.
fn written(node: Option<Node<'_>>, other: Option<Node<'_>>, is_text: bool) -> String {
    let Some(node) = node else { return String::from("\"\"") };
    if node.shape() != Shape::Object {
        return node.raw.to_owned();
    }
    if !is_text {
        return quoted(node.raw);
    }
    let others = other.map(Node::entries).unwrap_or_default();
    let differs =
        |entry: &Entry<'_>| present(&others, &entry.key).is_none_or(|other| !are_same(entry.node, other, MAX_DEPTH));
    let mut entries = node.entries();
    entries.retain(|entry| entry.node.shape() != Shape::Null);
    if entries.iter().any(differs) {
        entries.retain(differs);
    }
    let pairs: Vec<String> = entries.iter().map(|entry| [&quoted(&entry.key), ": ", entry.node.raw].concat()).collect();
    ["{", &pairs.join(", "), "}"].concat()
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Whether a correction of that fact tells of a change.
fn is_recorded(change: &Change, correction: Node<'_>) -> bool {
    let now = Node::parse(&change.now).ok();
    find(correction, "field").and_then(string).is_some_and(|field| field == change.field)
        && find(correction, "now").zip(now).is_some_and(|(recorded, now)| are_same(recorded, now, MAX_DEPTH))
}

/// Deeper than anything that a facts file holds; what is deeper counts as the same only if it is written the same.
const MAX_DEPTH: usize = 8;

fn are_same(a: Node<'_>, b: Node<'_>, depth: usize) -> bool {
    if a.raw == b.raw {
        return true;
    }
    if a.shape() != b.shape() || depth == 0 {
        return false;
    }
    match a.shape() {
        Shape::String => a.string().is_some_and(|text| b.string().is_some_and(|other| text == other)),
        Shape::Number => {
            let number = |node: Node<'_>| node.raw.parse::<Decimal>().ok();
            number(a).is_some_and(|one| number(b) == Some(one))
        }
        Shape::List => {
            a.items().count() == b.items().count() && a.items().zip(b.items()).all(|(a, b)| are_same(a, b, depth - 1))
        }
        Shape::Object => {
            let (ones, others) = (a.entries(), b.entries());
            let has_all = |ones: &[Entry<'_>], others: &[Entry<'_>]| {
                ones.iter().all(|one| match present(ones, &one.key).zip(present(others, &one.key)) {
                    Some((a, b)) => are_same(a, b, depth - 1),
                    None => one.node.shape() == Shape::Null,
                })
            };
            has_all(&ones, &others) && has_all(&others, &ones)
        }
        Shape::Null | Shape::Boolean => false,
    }
}

/// The objects of a list that have an id.
fn with_ids<'a>(root: Node<'a>, list: &str) -> impl Iterator<Item = (String, Node<'a>)> + use<'a> {
    let nodes = find(root, list).into_iter().flat_map(Node::items);
    nodes.filter_map(|node| Some((find(node, "id").and_then(string)?, node)))
}

fn find<'a>(node: Node<'a>, key: &str) -> Option<Node<'a>> {
    present(&node.entries(), key)
}

fn present<'a>(entries: &[Entry<'a>], key: &str) -> Option<Node<'a>> {
    entries.iter().find(|entry| entry.key == key).map(|entry| entry.node).filter(|node| node.shape() != Shape::Null)
}

fn string(node: Node<'_>) -> Option<String> {
    node.string().map(|text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::{Change, ListChanges, changes};

    /// A file with these facts.
    fn file(facts: &str) -> String {
        format!("{{\"factline\": 1, \"title\": \"T\", \"facts\": [{facts}], \"updated\": \"2025-03-10\"}}")
    }

    #[track_caller]
    fn check(was: &str, now: &str, expected: Option<(&'static str, &str, &str)>) {
        let fact = |rest: &str| file(&format!("{{\"id\": \"a\"{rest}}}"));
        let found = changes(&fact(was), &fact(now)).of_facts;
        let change = |(field, was, now): (&'static str, &str, &str)| Change {
            fact: "a".into(),
            field,
            was: was.into(),
            now: now.into(),
        };
        assert_eq!(found, Vec::from_iter(expected.map(change)), "{was} → {now}");
    }

    #[test]
    fn nothing_changed_in_nothing() {
        for (old, new) in [("", ""), ("[]", "{}"), ("{}", "{\"facts\": 5}"), ("{\"facts\": [5, {}]}", "{}")] {
            assert_eq!(changes(old, new), super::Changes::default(), "{old} → {new}");
        }
    }

    #[test]
    fn another_way_of_writing_is_no_change() {
        check(
            ", \"value\": 4, \"text\": {\"en\": \"A\", \"ru\": \"Б\"}",
            ", \"text\":{\"ru\":\"\\u0411\",\"en\":\"A\"},\"value\":4.0",
            None,
        );
        check(", \"note\": null", "", None);
        check(", \"note\": {\"en\": \"A\", \"ru\": null}", ", \"note\": {\"en\": \"A\"}", None);
        check(", \"ours\": 1", ", \"ours\": 2", None);
    }

    #[test]
    fn each_changed_key_is_a_correction() {
        check(", \"value\": 4000", ", \"value\": 4200", Some(("value", "4000", "4200")));
        check("", ", \"value\": 4200", Some(("value", "\"\"", "4200")));
        check("", ", \"note\": \"\\ud800\"", Some(("note", "\"\"", "\"\\\"\\\\ud800\\\"\"")));
        check(", \"note\": \"N\"", ", \"note\": null", Some(("note", "\"N\"", "\"\"")));
        check(
            ", \"topics\": [\"x\", \"y\"]",
            ", \"topics\": [\"y\", \"x\"]",
            Some(("topics", "[\"x\", \"y\"]", "[\"y\", \"x\"]")),
        );
        let (was, now) = (", \"withdrawn\": {\"as_of\": \"2022\"}", "");
        check(was, now, Some(("withdrawn", "\"{\\\"as_of\\\": \\\"2022\\\"}\"", "\"\"")));
    }

    #[test]
    fn of_a_text_only_the_languages_that_differ_are_told() {
        let (was, now) = (", \"text\": {\"en\": \"A\", \"ru\": \"Б\"}", ", \"text\": {\"en\": \"A\", \"ru\": \"В\"}");
        check(was, now, Some(("text", "{\"ru\": \"Б\"}", "{\"ru\": \"В\"}")));
        check(", \"text\": \"A\"", now, Some(("text", "\"A\"", "{\"en\": \"A\", \"ru\": \"В\"}")));
    }

    #[test]
    fn facts_and_other_objects_come_go_and_change() {
        let old = "{\"facts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"value\": 1}], \"sources\": [{\"id\": \"s\", \"title\": \"S\"}]}";
        let new = "{\"sources\": [{\"id\": \"s\", \"title\": \"T\"}], \"facts\": [{\"id\": \"c\"}, {\"id\": \"b\", \"value\": 2}]}";
        let ids = |ids: &[&str]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
        let facts = ListChanges { list: "facts", added: ids(&["c"]), removed: ids(&["a"]), changed: ids(&["b"]) };
        let sources = ListChanges { list: "sources", changed: ids(&["s"]), ..ListChanges::default() };
        assert_eq!(changes(old, new).lists, [facts, sources]);
    }

    #[test]
    fn what_is_recorded_already_is_counted_and_not_told_again() {
        let fact = |value: u32| {
            format!(
                "{{\"facts\": [{{\"id\": \"a\", \"value\": {value}}}], \"corrections\": [{{\"fact\": \"a\", \"field\": \"value\", \"was\": 1, \"now\": 2}}]}}"
            )
        };
        let again = changes(&fact(1), &fact(2));
        assert_eq!((again.of_facts.len(), again.n_recorded), (0, 1));
        let further = changes(&fact(2), &fact(3));
        assert_eq!((further.of_facts.len(), further.n_recorded), (1, 0));
    }

    #[test]
    fn depth_is_no_danger() {
        let deep = |end: &str| {
            file(&format!("{{\"id\": \"a\", \"note\": {}{end}{}}}", "[".repeat(100_000), "]".repeat(100_000)))
        };
        assert_eq!(changes(&deep("1"), &deep("2")).of_facts.len(), 1);
    }
}
