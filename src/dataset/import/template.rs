//! The table of the template of TimelineJS: a row an event, with a column `Type` for the title and for eras.
//!
//! Case, spaces and signs in the names of columns do not matter.

use std::collections::HashMap;

use super::super::issue::Issue;
use super::super::sheet::{TableRow, table_rows};
use super::facts::Timeline;
use super::issue;
use super::moment::Moment;
use super::slide::{Media, Slide};

/// The columns, each with the other names that it had over the years.
const COLUMNS: [(&str, &[&str]); 23] = [
    ("year", &["startyear"]),
    ("month", &["startmonth"]),
    ("day", &["startday"]),
    ("time", &["starttime"]),
    ("endyear", &[]),
    ("endmonth", &[]),
    ("endday", &[]),
    ("endtime", &[]),
    ("startdate", &[]),
    ("enddate", &[]),
    ("displaydate", &[]),
    ("headline", &[]),
    ("text", &[]),
    ("media", &["mediaurl"]),
    ("mediacredit", &[]),
    ("mediacaption", &[]),
    ("mediathumbnail", &["thumbnail"]),
    ("alttext", &["mediaalttext", "mediaalt", "alt"]),
    ("medialink", &["link"]),
    ("type", &[]),
    ("group", &["tag"]),
    ("background", &[]),
    ("uniqueid", &["id"]),
];

/// The column of a name, as it is called here.
fn column(name: &str) -> Option<&'static str> {
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let known = COLUMNS.iter().find(|(column, others)| *column == name || others.contains(&name.as_str()));
    known.map(|(column, _)| *column)
}

/// Whether a table has the columns of the template.
pub(super) fn is_one(text: &str) -> bool {
    let head = table_rows(text, &|name| column(name).is_some()).next();
    let has = |key: &str| head.as_ref().is_some_and(|row| row.cells.iter().any(|cell| column(cell) == Some(key)));
    (has("year") || has("startdate")) && has("headline")
}

/// The timeline of a table.
pub(super) fn timeline(text: &str) -> Result<Timeline, Issue> {
    let mut rows = table_rows(text, &|name| column(name).is_some());
    let head = rows.next().map_or(Vec::new(), |row| row.cells);
    let mut timeline = Timeline { unknown: unknown(&head), ..Timeline::default() };
    for row in rows {
        if let Some(broken) = row.broken {
            let what = format!("row {}: {broken}", row.number);
            return Err(issue(row.at, what, "double the quotation marks that are part of a text, and close each"));
        }
        let (kind, slide) = slide(&head, &row);
        match kind.as_str() {
            "title" if timeline.title.is_none() => timeline.title = Some(slide),
            "era" => timeline.eras.push(slide),
            _ => timeline.events.push(slide),
        }
    }
    Ok(timeline)
}

fn unknown(head: &[String]) -> Vec<String> {
    let names = head.iter().filter(|name| !name.trim().is_empty() && column(name).is_none());
    names.map(|name| name.trim().to_owned()).collect()
}

fn slide(head: &[String], row: &TableRow) -> (String, Slide) {
    let mut cells: HashMap<&str, &str> = HashMap::new();
    for (name, cell) in head.iter().zip(&row.cells) {
        if let Some(key) = column(name) {
            cells.entry(key).or_insert(cell.trim());
        }
    }
    let cell = |key: &str| cells.get(key).copied().unwrap_or_default().to_owned();
    let date = |parts: [&str; 4], whole: &str| {
        let mut moment =
            Moment { year: cell(parts[0]), month: cell(parts[1]), day: cell(parts[2]), ..Moment::default() };
        if moment.is_empty() {
            moment = Moment::from_text(&cell(whole));
        }
        if !cell(parts[3]).is_empty() {
            moment.set_time(&cell(parts[3]));
        }
        moment
    };
    let slide = Slide {
        name: format!("row {}", row.number),
        start: date(["year", "month", "day", "time"], "startdate"),
        end: date(["endyear", "endmonth", "endday", "endtime"], "enddate"),
        display_date: cell("displaydate"),
        headline: cell("headline"),
        text: cell("text"),
        media: Media {
            url: cell("media"),
            caption: cell("mediacaption"),
            credit: cell("mediacredit"),
            thumbnail: cell("mediathumbnail"),
            alt: cell("alttext"),
            link: cell("medialink"),
        },
        group: cell("group"),
        background: cell("background"),
        unique_id: cell("uniqueid"),
        ..Slide::default()
    };
    (cell("type").to_ascii_lowercase(), slide)
}
