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
    html.raw(r#"<svg class="hidden" aria-hidden="true"><defs><pattern id="sq" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="5" height="5" class="sq"></rect></pattern></defs></svg><div class="squares">"#);
    for group in &card.groups {
        html.raw("<div>");
        if let Some(name) = &group.name {
            html.told(r#"<p class="pic-group""#, page.text(name), "</p>");
        }
        html.raw("<ul>");
        for key in once_each(page, &group.facts) {
            block(html, page, page.fact(key));
        }
        html.raw("</ul></div>");
    }
    html.raw("</div>");
}

fn block(html: &mut Html, page: Page<'_>, fact: &Fact) {
    html.put(
        r#"<li><a href="{}" data-fact="{}"><b>{}</b>"#,
        &[&page.link_of(fact), &fact.id, &value_text(page, fact).unwrap_or_default()],
    );
    if let Some(measure) = fact.measure {
        html.text(" ").told("<span", page.text(&page.dataset[measure].name), "</span>");
    }
    if let Some(n) = whole_number(fact).filter(|n| (1..=MOST).contains(n)) {
        draw(html, n);
    }
    html.raw("</a></li>");
}

fn whole_number(fact: &Fact) -> Option<usize> {
    fact.value?.single()?.to_string().parse().ok()
}

fn draw(html: &mut Html, n: usize) {
    let (full, rest) = (n / PER_ROW, n % PER_ROW);
    let rows = full + usize::from(rest > 0);
    let width = (n.min(PER_ROW) * PITCH).to_string();
    let height = (rows * PITCH).to_string();
    html.put(r#"<svg width="{}" height="{}" aria-hidden="true" class="sq-block">"#, &[&width, &height]);
    if full > 0 {
        let full_height = (full * PITCH).to_string();
        html.put(r#"<rect width="{}" height="{}" fill="url(#sq)"></rect>"#, &[&width, &full_height]);
    }
    if rest > 0 {
        let rest_width = (rest * PITCH).to_string();
        let y = (full * PITCH).to_string();
        let pitch = PITCH.to_string();
        html.put(r#"<rect y="{}" width="{}" height="{}" fill="url(#sq)"></rect>"#, &[&y, &rest_width, &pitch]);
    }
    html.raw("</svg>");
}
