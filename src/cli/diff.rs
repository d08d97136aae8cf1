//! `factline diff`: what changed between two states of a file, as corrections that an editor completes.

use std::collections::BTreeMap;
use std::io::{Write, stdout};
use std::path::Path;

use crate::dataset::{Change, Changes, Dataset, changes};

use super::build::{counted, read, tell};
use super::facts_text::TableArgs;
use super::{CANNOT, DiffArgs};

/// Runs it.
pub fn run(args: &DiffArgs) -> u8 {
    let [Some(old), Some(new)] = [&args.old, &args.new].map(|file| facts_of(file)) else { return CANNOT };
    let changes = changes(&old, &new);
    summarize(&changes);
    // Whoever closes the pipe has read enough.
    drop(stdout().write_all(corrections(&changes).as_bytes()));
    0
}

/// The JSON of a facts file; why there is none is told.
fn facts_of(file: &Path) -> Option<String> {
    let text = read(file, &TableArgs::default()).ok()?;
    let reading = Dataset::read(&text.json);
    if reading.dataset.is_none() {
        tell(file, &text.located(&reading.issues));
        eprintln!("factline: cannot compare {}, which is no facts file", file.display());
        return None;
    }
    Some(text.json)
}

/// What changed, for the person at the terminal.
fn summarize(changes: &Changes) {
    if changes.lists.is_empty() {
        eprintln!("nothing changed");
    }
    for list in &changes.lists {
        let [added, removed, changed] = [&list.added, &list.removed, &list.changed].map(Vec::len);
        eprintln!("{}: {added} added, {removed} removed, {changed} changed", list.list);
        if list.list == "facts" {
            for (what, ids) in [("added", &list.added), ("removed", &list.removed)] {
                ids.iter().for_each(|id| eprintln!("  {what}: {id}"));
            }
            let mut n_by_field: BTreeMap<&str, usize> = BTreeMap::new();
            changes.of_facts.iter().for_each(|change| *n_by_field.entry(change.field).or_default() += 1);
            n_by_field.iter().for_each(|(field, n)| eprintln!("  {field}: {}", counted(*n, "change")));
        }
    }
    if changes.n_recorded > 0 {
        eprintln!("{} among the corrections already", counted(changes.n_recorded, "change"));
    }
    if changes.updated.is_none() && !changes.of_facts.is_empty() {
        eprintln!("the new file has no `updated`: write the day of the change as `date` of each correction");
    }
}

/// The changes as a list of corrections, one a line.
fn corrections(changes: &Changes) -> String {
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    let date = quoted(changes.updated.as_deref().unwrap_or_default());
    let line = |Change { fact, field, was, now }: &Change| {
        let (fact, field) = (quoted(fact), quoted(field));
        format!(
            "  {{\"date\": {date}, \"fact\": {fact}, \"field\": {field}, \"was\": {was}, \"now\": {now}, \"why\": \"\"}}"
        )
    };
    match changes.of_facts.as_slice() {
        [] => String::from("[]\n"),
        changed => format!("[\n{}\n]\n", changed.iter().map(line).collect::<Vec<_>>().join(",\n")),
    }
}
