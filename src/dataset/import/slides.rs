//! The JSON of TimelineJS 3. It is read generously: a number may be a string, an object may be its most telling key.

use super::super::json::{Node, Shape};
use super::facts::Timeline;
use super::moment::Moment;
use super::slide::{Media, Slide};

/// An object of the file, asked key by key; anything else has no keys.
pub(super) struct Given<'a> {
    node: Node<'a>,
}

impl<'a> Given<'a> {
    pub fn of(node: Node<'a>) -> Self {
        Self { node }
    }

    pub fn node(&self, key: &str) -> Option<Node<'a>> {
        let entry = self.node.entries().into_iter().find(|entry| entry.key == key)?;
        Some(entry.node).filter(|node| node.shape() != Shape::Null)
    }

    /// A string, or a number or another word as it is written; empty if it is none.
    pub fn text(&self, key: &str) -> String {
        self.node(key).map(text_of).unwrap_or_default()
    }

    /// The keys that are not among these.
    pub fn others(&self, known: &[&str]) -> Vec<String> {
        let keys = self.node.entries().into_iter().filter(|entry| entry.node.shape() != Shape::Null);
        keys.map(|entry| entry.key.into_owned()).filter(|key| !known.contains(&key.as_str())).collect()
    }
}

fn text_of(node: Node<'_>) -> String {
    match node.shape() {
        Shape::String => node.string().unwrap_or_default().trim().to_owned(),
        Shape::Number => node.raw.to_owned(),
        _ => String::new(),
    }
}

/// The timeline of a file.
pub(super) fn timeline(root: Node<'_>) -> Timeline {
    let file = Given::of(root);
    let list = |key: &str, name: &str| -> Vec<Slide> {
        let items = file.node(key).map(|list| list.items().collect::<Vec<_>>()).unwrap_or_default();
        (1..).zip(items).map(|(number, item)| slide(format!("{name} {number}"), item)).collect()
    };
    Timeline {
        title: file.node("title").map(|node| slide("the title".to_owned(), node)),
        eras: list("eras", "era"),
        events: [list("events", "event"), list("slides", "event")].concat(),
        unknown: file.others(&["title", "eras", "events", "slides", "scale"]),
    }
}

fn slide(name: String, node: Node<'_>) -> Slide {
    const KNOWN: [&str; 10] = [
        "start_date",
        "end_date",
        "display_date",
        "text",
        "media",
        "group",
        "unique_id",
        "background",
        "autolink",
        "type",
    ];
    let given = Given::of(node);
    let part = |key: &str| given.node(key).map(Given::of);
    let (start, end) = (given.node("start_date"), given.node("end_date"));
    let of_dates = || [start, end].into_iter().flatten().map(|date| Given::of(date).text("display_date"));
    let display_date = Some(given.text("display_date")).filter(|text| !text.is_empty());
    let text = given.node("text");
    let words = |key: &str| text.map(|text| Given::of(text).text(key)).unwrap_or_default();
    let background = part("background").map(|background| [background.text("url"), background.text("color")]);
    let background = background.and_then(|parts| parts.into_iter().find(|part| !part.is_empty()));
    Slide {
        name,
        start: start.map(moment).unwrap_or_default(),
        end: end.map(moment).unwrap_or_default(),
        display_date: display_date
            .unwrap_or_else(|| of_dates().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – ")),
        headline: words("headline"),
        text: text.filter(|text| text.shape() == Shape::String).map_or_else(|| words("text"), text_of),
        media: given.node("media").map(media).unwrap_or_default(),
        group: given.text("group"),
        unique_id: given.text("unique_id"),
        background: background.unwrap_or_else(|| given.text("background")),
        unknown: given.others(&KNOWN),
    }
}

fn moment(node: Node<'_>) -> Moment {
    if node.shape() != Shape::Object {
        return Moment::from_text(&text_of(node));
    }
    let date = Given::of(node);
    Moment {
        year: date.text("year"),
        month: date.text("month"),
        day: date.text("day"),
        hour: date.text("hour"),
        minute: date.text("minute"),
        second: date.text("second"),
        millisecond: date.text("millisecond"),
    }
}

fn media(node: Node<'_>) -> Media {
    if node.shape() != Shape::Object {
        return Media { url: text_of(node), ..Media::default() };
    }
    let media = Given::of(node);
    Media {
        url: media.text("url"),
        caption: media.text("caption"),
        credit: media.text("credit"),
        thumbnail: media.text("thumbnail"),
        alt: media.text("alt"),
        link: media.text("link"),
    }
}
