//! One square a person, in rows by class. The classes are officials' words and stand in quotation marks where the
//! file has them so.

use crate::fact::{Card, Fact};
use crate::page::attribution::value_text;
use crate::page::{Html, Page};

use super::once_each;

/// So many squares to a row: a round number that fits a card on a phone.
const PER_ROW: usize = 40;
/// A square and the gap to the next, in pixels.
const PITCH: usize = 6;
/// Above this a square stops standing for one: the number alone is shown.
const MOST: usize = 500;

/// The groups of a card, a block of squares to each fact.
pub fn squares(html: &mut Html, page: Page<'_>, card: &Card) {
    html.open("svg", &[("class", "hidden"), ("aria-hidden", "true")]);
    html.open("defs", &[]);
    html.open("pattern", &[("id", "sq"), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse")]);
    html.open("rect", &[("width", "5"), ("height", "5"), ("class", "sq")]).close("rect");
    html.close("pattern").close("defs").close("svg");
    html.open("div", &[("class", "squares")]);
    for group in &card.groups {
        html.open("div", &[]);
        if let Some(name) = &group.name {
            html.resolved("p", &[("class", "pic-group")], page.text(name));
        }
        html.open("ul", &[]);
        for key in once_each(page, &group.facts) {
            block(html, page, page.fact(key));
        }
        html.close("ul").close("div");
    }
    html.close("div");
}

fn block(html: &mut Html, page: Page<'_>, fact: &Fact) {
    html.open("li", &[]).open("a", &[("href", &page.link_of(fact)), ("data-fact", &fact.id)]);
    html.element("b", &[], &value_text(page, fact).unwrap_or_default());
    if let Some(measure) = fact.measure {
        html.text(" ").resolved("span", &[], page.text(&page.dataset[measure].name));
    }
    if let Some(n) = whole_number(fact).filter(|n| (1..=MOST).contains(n)) {
        draw(html, n);
    }
    html.close("a").close("li");
}

fn whole_number(fact: &Fact) -> Option<usize> {
    fact.value?.single()?.to_string().parse().ok()
}

fn draw(html: &mut Html, n: usize) {
    let (full, rest) = (n / PER_ROW, n % PER_ROW);
    let rows = full + usize::from(rest > 0);
    let width = (n.min(PER_ROW) * PITCH).to_string();
    let height = (rows * PITCH).to_string();
    html.open("svg", &[("width", &width), ("height", &height), ("aria-hidden", "true"), ("class", "sq-block")]);
    if full > 0 {
        let full_height = (full * PITCH).to_string();
        html.open("rect", &[("width", &width), ("height", &full_height), ("fill", "url(#sq)")]).close("rect");
    }
    if rest > 0 {
        let rest_width = (rest * PITCH).to_string();
        let y = (full * PITCH).to_string();
        let pitch = PITCH.to_string();
        html.open("rect", &[("y", &y), ("width", &rest_width), ("height", &pitch), ("fill", "url(#sq)")]).close("rect");
    }
    html.close("svg");
}
