//! The JSON of TimelineJS before version 3, which many archives still hold.

use super::super::json::Node;
use super::facts::Timeline;
use super::moment::Moment;
use super::slide::{Media, Slide};
use super::slides::Given;

/// The variable that a script gave the timeline to.
pub(super) const SCRIPT: &str = "storyjs_jsonp_data";

/// The JSON in a script that gives it to that variable.
pub(super) fn without_script(text: &str) -> &str {
    let begin = text.trim_start_matches('\u{feff}').trim_start();
    match (begin.strip_prefix(SCRIPT), begin.find('{'), begin.rfind('}')) {
        (Some(_), Some(start), Some(end)) if start < end => &begin[start..=end],
        _ => text,
    }
}

/// The timeline of a file.
pub(super) fn timeline(node: Node<'_>) -> Timeline {
    let file = Given::of(node);
    let list = |key: &str, name: &str| -> Vec<Slide> {
        let items = file.node(key).map(|list| list.items().collect::<Vec<_>>()).unwrap_or_default();
        (1..).zip(items).map(|(number, item)| slide(format!("{name} {number}"), &Given::of(item))).collect()
    };
    // The date of the whole is that of its title, which has none here.
    let title = Slide { start: Moment::default(), end: Moment::default(), ..slide("the title".to_owned(), &file) };
    Timeline {
        title: Some(Slide { unknown: Vec::new(), ..title }),
        eras: list("era", "era"),
        events: list("date", "event"),
        unknown: file.others(&["headline", "type", "text", "startDate", "endDate", "asset", "date", "era"]),
    }
}

fn slide(name: String, given: &Given<'_>) -> Slide {
    let asset = given.node("asset").map(Given::of);
    let asset = |key: &str| asset.as_ref().map(|asset| asset.text(key)).unwrap_or_default();
    Slide {
        name,
        start: Moment::from_text(&given.text("startDate")),
        end: Moment::from_text(&given.text("endDate")),
        headline: given.text("headline"),
        text: given.text("text"),
        media: Media {
            url: asset("media"),
            caption: asset("caption"),
            credit: asset("credit"),
            thumbnail: asset("thumbnail"),
            ..Media::default()
        },
        group: given.text("tag"),
        unique_id: given.text("uniqueid"),
        unknown: given.others(&["startDate", "endDate", "headline", "text", "asset", "tag", "classname", "uniqueid"]),
        ..Slide::default()
    }
}
