//! The legend: only what is on screen, shapes of dates first, then whose words they are.

use crate::order;
use crate::page::attribution::mark;
use crate::page::{Html, Page};
use crate::timeline::Shape;
use crate::view_state::Window;

use super::Drawn;

/// Above so many items the window is not searched for shapes: what is drawn then are clusters.
const MOST_SEARCHED: usize = 5000;

/// What the forms in the window mean.
pub fn legend(page: Page<'_>, drawn: &Drawn, window: Window) -> Html {
    let mut html = Html::new();
    let mut shapes: Vec<(&str, &str)> = Vec::new();
    let mut voices: Vec<(&str, String)> = Vec::new();
    for (item, key) in drawn.index.items().iter().zip(&drawn.facts).take(MOST_SEARCHED) {
        let extent = &item.extent;
        if !window.meets(extent.start_day, extent.end_day) {
            continue;
        }
        let shape = match extent.shape {
            Shape::Moment => ("moment", "shape-moment"),
            Shape::Day => ("day", "shape-day"),
            Shape::Range => ("range", "shape-range"),
            Shape::Tally => ("tally", "shape-tally"),
            _ => ("coarse", "shape-coarse"),
        };
        shapes.push(shape);
        for (holds, class, key) in [
            (extent.approximate, "about", "shape-about"),
            (extent.uncertain, "unsure", "shape-unsure"),
            (extent.open_start, "open-start", "shape-open-start"),
            (extent.open_end, "open-end", "shape-open-end"),
        ] {
            if holds {
                shapes.push((class, key));
            }
        }
        let fact = page.fact(*key);
        if let Some(voice) = page.dataset.voice_of(*key).filter(|_| fact.withdrawn.is_none()) {
            voices.push((mark(page, *key), page.plain(&page.dataset[voice].name).to_owned()));
        } else if fact.withdrawn.is_some() {
            voices.push((mark(page, *key), page.say("withdrawn").to_owned()));
        }
    }
    order::sort_by(&mut shapes, Ord::cmp);
    shapes.dedup();
    order::sort_by(&mut voices, Ord::cmp);
    voices.dedup();
    html.open("ul", &[("class", "legend"), ("aria-label", page.say("legend-label"))]);
    for (class, key) in shapes {
        let mut sample = String::from("sample ");
        sample.push_str(class);
        html.open("li", &[]).element("span", &[("class", &sample), ("aria-hidden", "true")], "");
        html.text(page.say(key)).close("li");
    }
    for (class, name) in voices {
        html.open("li", &[]).element("span", &[("class", class), ("aria-hidden", "true")], "");
        html.text(&name);
        if class.contains("mk-q") {
            html.text(" ").text(page.say("as-quoted"));
        }
        html.close("li");
    }
    html.close("ul");
    html
}
