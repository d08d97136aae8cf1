//! Aligned bars from zero, one scale a unit. No ribbon, arrow or share leads from one group to the next: nothing says
//! that they count the same things.

use crate::fact::{Card, Fact, Key, Unit};
use crate::figures::{AxisDomain, AxisStart, axis_domain};
use crate::page::attribution::{speaker_name, value_with_unit};
use crate::page::{Html, Page};

use super::{once_each, percent};

/// The groups of a card as panels of bars.
pub fn bars(html: &mut Html, page: Page<'_>, card: &Card) {
    html.open("div", &[("class", "bars")]);
    for group in &card.groups {
        html.open("div", &[("class", "bars-group")]);
        if let Some(name) = &group.name {
            html.resolved("p", &[("class", "pic-group")], page.text(name));
        }
        html.open("ul", &[]);
        for key in once_each(page, &group.facts) {
            let fact = page.fact(key);
            bar(html, page, fact, unit_of(page, fact).and_then(|unit| scale_of(page, card, unit)).as_ref());
        }
        html.close("ul").close("div");
    }
    html.close("div");
}

fn unit_of(page: Page<'_>, fact: &Fact) -> Option<Key<Unit>> {
    fact.measure.map(|measure| page.dataset[measure].unit)
}

/// One scale for everything on the card that is counted in one unit.
fn scale_of(page: Page<'_>, card: &Card, unit: Key<Unit>) -> Option<AxisDomain> {
    let facts = card.groups.iter().flat_map(|group| &group.facts).map(|key| page.fact(*key));
    let values: Vec<_> =
        facts.filter(|fact| unit_of(page, fact) == Some(unit)).filter_map(|fact| Some(fact.value?.high())).collect();
    axis_domain(&values, AxisStart::Zero)
}

fn bar(html: &mut Html, page: Page<'_>, fact: &Fact, scale: Option<&AxisDomain>) {
    html.open("li", &[]).open("a", &[("href", &page.link_of(fact)), ("data-fact", &fact.id)]);
    html.open("span", &[("class", "bar-what")]);
    match fact.measure {
        Some(measure) => html.resolved("span", &[], page.text(&page.dataset[measure].name)),
        None => html.resolved("span", &[], page.label(fact)),
    };
    html.text(" ").element("span", &[("class", "quiet")], speaker_name(page, fact)).close("span");
    html.element("b", &[], &value_with_unit(page, fact).unwrap_or_default());
    if let (Some(scale), Some(value)) = (scale, fact.value) {
        let mut width = String::from("--x:");
        width.push_str(&percent(scale.position(value.high())));
        width.push('%');
        html.element("span", &[("class", "bar"), ("style", &width), ("aria-hidden", "true")], "");
    }
    html.close("a").close("li");
}
