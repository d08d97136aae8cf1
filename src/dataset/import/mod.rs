//! Other timelines into a facts file: TimelineJS 3 as JSON and as the table of its template, and the older JSON.
//!
//! ```text
//! JSON ──┬─► slides ─► facts, eras, one source ─► JSON
//! table ─┘      └────► what does not fit, by event
//! ```
//!
//! What comes out is read without an error. Nothing is made up for it: a picture without words for those who do not see
//! it is left out and told, and nobody is named as the speaker, which `check` then warns of.

mod facts;
mod html;
mod moment;
mod older;
mod slide;
mod slides;
mod template;

use super::issue::{Issue, Severity};
use super::json::{Node, Shape};
use facts::Timeline;

/// What a file is, as far as it can be told before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A timeline of TimelineJS, as JSON.
    Timeline,
    /// The table of its template.
    TimelineTable,
    /// Any other table.
    Table,
}

/// What became of a timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The text of a facts file.
    pub json: String,
    /// What does not fit into one, each with its event.
    pub left_out: Vec<String>,
}

impl Foreign {
    /// What a text is: JSON begins with a bracket, or with the name that the older form gave it.
    pub fn of(text: &str) -> Self {
        let begin = text.trim_start_matches('\u{feff}').trim_start();
        if begin.starts_with(['{', '[']) || begin.starts_with(older::SCRIPT) {
            return Self::Timeline;
        }
        if template::is_one(text) { Self::TimelineTable } else { Self::Table }
    }
}

/// Makes a facts file of a timeline. `file` is its name, which the one source has.
///
/// # Errors
///
/// When the JSON is none, or holds no timeline.
pub fn import_timeline(text: &str, file: &str) -> Result<Imported, Issue> {
    let json = older::without_script(text);
    let root = Node::parse(json).map_err(|error| {
        let mend = if error.truncated { "the file ends too early: save it again" } else { "correct the JSON here" };
        issue(error.at, format!("not JSON: {}", error.what), mend)
    })?;
    let keys = root.entries();
    let find = |key: &str| keys.iter().find(|entry| entry.key == key).map(|entry| entry.node);
    let timeline = match (find("events"), find("timeline")) {
        _ if find("factline").is_some() => {
            return Err(issue(root.at, "this is a facts file already".to_owned(), "use it as it is"));
        }
        (Some(events), _) if events.shape() == Shape::List => slides::timeline(root),
        // Between the two there was a form with the slides of the newer in the object of the older.
        (_, Some(timeline)) if slides::Given::of(timeline).node("slides").is_some() => slides::timeline(timeline),
        (_, Some(timeline)) if timeline.shape() == Shape::Object => older::timeline(timeline),
        _ => {
            let what = "there is no timeline in it".to_owned();
            return Err(issue(root.at, what, "give a file with a list of `events`, as TimelineJS 3 reads it"));
        }
    };
    Ok(timeline.into_facts(file))
}

/// Makes a facts file of the table of the template.
///
/// # Errors
///
/// When its quotation marks are broken, so that it is not known where an event ends.
pub fn import_timeline_table(text: &str, file: &str) -> Result<Imported, Issue> {
    template::timeline(text).map(|timeline: Timeline| timeline.into_facts(file))
}

fn issue(at: usize, what: String, mend: &str) -> Issue {
    Issue { severity: Severity::Error, at, context: String::new(), what, mend: mend.to_owned() }
}
