//! Other rows than an axis's own: by voice, speaker, place or topic. A fact stands in each row that it belongs to.

use crate::fact::{Axis, Fact, Key};
use crate::order;
use crate::page::Page;
use crate::view_state::Rows;

/// So many rows are drawn; what would stand in rarer ones shares one row at the end.
const MOST_ROWS: usize = 12;

/// Rows, and which facts stand in them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grouping {
    /// The names of the rows, the fullest first. The last is for what has no other.
    pub names: Vec<String>,
    /// The rows of each fact, by number, in the order of the file.
    pub of: Vec<Vec<u16>>,
}

/// Groups the facts of a file; `None` where the rows are an axis's own.
pub fn group(page: Page<'_>, rows: Rows, axis: Axis) -> Option<Grouping> {
    if rows == Rows::usual(axis) {
        return None;
    }
    let keys: Vec<Key<Fact>> = page.dataset.fact_keys().collect();
    let options: Vec<Vec<usize>> = keys.iter().map(|key| options_of(page, rows, *key)).collect();
    let names = names(page, rows);
    let mut n_facts = vec![0_u32; names.len()];
    options.iter().flatten().for_each(|option| n_facts[*option] += 1);
    let mut ranked: Vec<usize> = (0..names.len()).filter(|option| n_facts[*option] > 0).collect();
    order::sort_by(&mut ranked, |a, b| n_facts[*b].cmp(&n_facts[*a]));
    ranked.truncate(MOST_ROWS);
    let rest = ranked.len() as u16;
    let mut row_of = vec![rest; names.len()];
    ranked.iter().enumerate().for_each(|(row, option)| row_of[*option] = row as u16);
    let in_rows = |options: &Vec<usize>| {
        let mut rows: Vec<u16> = options.iter().map(|option| row_of[*option]).collect();
        if rows.is_empty() {
            rows.push(rest);
        }
        order::sort_by(&mut rows, u16::cmp);
        rows.dedup();
        rows
    };
    let of: Vec<Vec<u16>> = options.iter().map(in_rows).collect();
    let mut names: Vec<String> = ranked.iter().map(|option| names[*option].to_owned()).collect();
    names.push(page.say("track-rest").to_owned());
    Some(Grouping { names, of })
}

fn names(page: Page<'_>, rows: Rows) -> Vec<&str> {
    let dataset = page.dataset;
    match rows {
        Rows::Track => dataset.tracks.iter().map(|track| page.plain(&track.name)).collect(),
        Rows::Voice => dataset.voices.iter().map(|voice| page.plain(&voice.name)).collect(),
        Rows::Speaker => dataset.speakers.iter().map(|speaker| page.plain(&speaker.name)).collect(),
        Rows::Place => dataset.places.iter().map(|place| page.plain(&place.name)).collect(),
        Rows::Topic => dataset.topics.iter().map(|topic| page.plain(&topic.name)).collect(),
    }
}

fn options_of(page: Page<'_>, rows: Rows, key: Key<Fact>) -> Vec<usize> {
    let fact = page.fact(key);
    match rows {
        Rows::Track => fact.track.iter().map(|track| track.index()).collect(),
        Rows::Voice => page.dataset.voice_of(key).iter().map(|voice| voice.index()).collect(),
        Rows::Speaker => fact.by.iter().map(|by| by.index()).collect(),
        Rows::Place => fact.places.iter().map(|place| place.index()).collect(),
        Rows::Topic => fact.topics.iter().map(|topic| topic.index()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Dataset;
    use crate::i18n::Messages;

    const FILE: &str = r#"{"factline": 1, "title": "T", "sources": [{"id": "s", "title": "S"}],
        "places": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}, {"id": "c", "name": "C"}],
        "facts": [
            {"id": "one", "text": "1", "source": "s", "places": ["b", "a"]},
            {"id": "two", "text": "2", "source": "s", "places": ["b"]},
            {"id": "three", "text": "3", "source": "s"}
        ]}"#;

    #[track_caller]
    fn check(file: &str, rows: Rows, names: &[&str], of: &[&[u16]]) {
        let dataset = Dataset::read(file).dataset.unwrap();
        let messages = Messages::empty("en");
        let page = Page { dataset: &dataset, messages: &messages, lang: "en", base: "" };
        let grouping = group(page, rows, Axis::Happened).unwrap();
        assert_eq!(grouping.names, names);
        assert_eq!(grouping.of, of);
    }

    #[test]
    fn what_has_no_row_stands_in_the_last_one() {
        check(FILE, Rows::Topic, &["track-rest"], &[&[0], &[0], &[0]]);
    }

    #[test]
    fn a_fact_stands_in_each_of_its_rows_and_the_fullest_comes_first() {
        check(FILE, Rows::Place, &["B", "A", "track-rest"], &[&[0, 1], &[0], &[2]]);
    }

    #[test]
    fn rare_rows_share_the_last_one() {
        let places: Vec<String> = (0..20).map(|n| format!(r#"{{"id": "p{n}", "name": "P{n}"}}"#)).collect();
        let facts: Vec<String> =
            (0..20).map(|n| format!(r#"{{"id": "f{n}", "text": "t", "source": "s", "places": ["p{n}"]}}"#)).collect();
        let file = format!(
            r#"{{"factline": 1, "title": "T", "sources": [{{"id": "s", "title": "S"}}], "places": [{}], "facts": [{}]}}"#,
            places.join(","),
            facts.join(",")
        );
        let dataset = Dataset::read(&file).dataset.unwrap();
        let messages = Messages::empty("en");
        let page = Page { dataset: &dataset, messages: &messages, lang: "en", base: "" };
        let grouping = group(page, Rows::Place, Axis::Happened).unwrap();
        assert_eq!(grouping.names.len(), MOST_ROWS + 1);
        assert!(grouping.of.iter().all(|rows| rows.len() == 1 && usize::from(rows[0]) <= MOST_ROWS));
        assert_eq!(grouping.of[19], [MOST_ROWS as u16]);
    }
}
