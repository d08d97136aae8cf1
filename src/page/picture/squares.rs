//! One square a person, in rows by class. The classes are officials' words and stand in quotation marks where the
//! file has them so.

use crate::fact::{Card, Fact, Key, Unit};
use crate::page::attribution::{count_text, value_text, value_with_unit};
use crate::page::{Html, Page};

use super::{once_each, write_note};

/// So many squares to a row: a round number that fits a card on a phone.
const PER_ROW: usize = 40;
/// A square and the gap to the next, in pixels.
const PITCH: usize = 6;
/// Above this a square stops standing for one: the number alone is shown.
const MOST: usize = 500;

/// The groups of a card, a block of squares to each fact.
pub fn squares(html: &mut Html, page: Page<'_>, card: &Card) {
    html.raw(r#"<svg class="hidden" aria-hidden="true"><defs><pattern id="sq" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="5" height="5" class="sq"></rect></pattern><pattern id="sq-rest" width="6" height="6" patternUnits="userSpaceOnUse"><rect x="0.5" y="0.5" width="4" height="4" class="sq-rest"></rect></pattern></defs></svg><div class="squares">"#);
    for group in &card.groups {
        html.raw("<div>");
        if let Some(name) = &group.name {
            html.told(r#"<p class="pic-group""#, page.text(name), "</p>");
        }
        html.raw("<ul>");
        let parts: Vec<_> = once_each(page, &group.facts)
            .into_iter()
            .filter(|key| Some(*key) != group.whole)
            .map(|key| page.fact(key))
            .collect();
        for fact in &parts {
            block(html, page, fact);
        }
        if let Some(whole) = group.whole {
            rest(html, page, page.fact(whole), &parts);
        }
        html.raw("</ul>");
        write_note(html, page, group);
        html.raw("</div>");
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
        draw(html, n, "url(#sq)");
    }
    html.raw("</a></li>");
}

/// What the parts leave of the number that they are told as parts of: ours, so it says of which number.
fn rest(html: &mut Html, page: Page<'_>, whole: &Fact, parts: &[&Fact]) {
    let numbers: Option<Vec<_>> = parts.iter().map(|fact| whole_number(fact)).collect();
    let is_one_unit = parts.iter().all(|fact| unit_of(page, fact) == unit_of(page, whole));
    let sum: usize = numbers.filter(|_| is_one_unit).into_iter().flatten().sum();
    let Some(n) = whole_number(whole).filter(|all| *all > sum && sum > 0).map(|all| all - sum) else { return };
    html.put(
        r#"<li><a href="{}" data-fact="{}"><b>{}</b> <span>{}</span>"#,
        &[
            &page.link_of(whole),
            &whole.id,
            &count_text(page, n),
            &page.messages.fill("squares-rest", &[("all", &value_with_unit(page, whole).unwrap_or_default())]),
        ],
    );
    if n <= MOST {
        draw(html, n, "url(#sq-rest)");
    }
    html.raw("</a></li>");
}

fn unit_of(page: Page<'_>, fact: &Fact) -> Option<Key<Unit>> {
    fact.measure.map(|measure| page.dataset[measure].unit)
}

fn whole_number(fact: &Fact) -> Option<usize> {
    fact.value?.single()?.to_string().parse().ok()
}

fn draw(html: &mut Html, n: usize, fill: &str) {
    let (full, rest) = (n / PER_ROW, n % PER_ROW);
    let rows = full + usize::from(rest > 0);
    let width = (n.min(PER_ROW) * PITCH).to_string();
    let height = (rows * PITCH).to_string();
    html.put(r#"<svg width="{}" height="{}" aria-hidden="true" class="sq-block">"#, &[&width, &height]);
    if full > 0 {
        let full_height = (full * PITCH).to_string();
        html.put(r#"<rect width="{}" height="{}" fill="{}"></rect>"#, &[&width, &full_height, fill]);
    }
    if rest > 0 {
        let rest_width = (rest * PITCH).to_string();
        let y = (full * PITCH).to_string();
        let pitch = PITCH.to_string();
        html.put(r#"<rect y="{}" width="{}" height="{}" fill="{}"></rect>"#, &[&y, &rest_width, &pitch, fill]);
    }
    html.raw("</svg>");
}
