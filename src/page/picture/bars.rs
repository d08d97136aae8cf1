//! Aligned bars from zero, one scale a unit. No ribbon, arrow or share leads from one group to the next: nothing says
//! that they count the same things.

use crate::fact::{Card, Fact, Key, Unit};
use crate::figures::{AxisDomain, AxisStart, axis_domain};
use crate::page::attribution::{speaker_name, value_with_unit};
use crate::page::{Html, Page};

use super::{once_each, percent, write_note};

/// The groups of a card as panels of bars.
pub fn bars(html: &mut Html, page: Page<'_>, card: &Card) {
    html.raw(r#"<div class="bars">"#);
    for group in &card.groups {
        html.raw(r#"<div class="bars-group">"#);
        if let Some(name) = &group.name {
            html.told(r#"<p class="pic-group""#, page.text(name), "</p>");
        }
        html.raw("<ul>");
        let keys = once_each(page, &group.facts);
        for (at, key) in keys.iter().enumerate() {
            let fact = page.fact(*key);
            let scale = unit_of(page, fact).and_then(|unit| scale_of(page, card, unit));
            // A second number of one measure counts a part of it, or another day: only its own words say which.
            let is_second = keys[..at].iter().any(|other| page.fact(*other).measure == fact.measure);
            let whole = group.whole.filter(|whole| whole != key).map(|whole| page.fact(whole));
            bar(html, page, *key, Drawn { scale: scale.as_ref(), whole, is_second });
        }
        html.raw("</ul>");
        write_note(html, page, group);
        html.raw("</div>");
    }
    html.raw("</div>");
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

/// How one bar is drawn.
struct Drawn<'a> {
    scale: Option<&'a AxisDomain>,
    /// What it is a part of: hatched, in the outline of the whole.
    whole: Option<&'a Fact>,
    /// Whether another bar of the group is about the same measure.
    is_second: bool,
}

fn bar(html: &mut Html, page: Page<'_>, key: Key<Fact>, Drawn { scale, whole, is_second }: Drawn<'_>) {
    let fact = page.fact(key);
    html.put(r#"<li><a href="{}" data-fact="{}"><span class="bar-what">"#, &[&page.link_of(fact), &fact.id]);
    match fact.measure {
        Some(measure) if !is_second => html.told("<span", page.text(&page.dataset[measure].name), "</span>"),
        _ => html.told("<span", page.label(fact), "</span>"),
    };
    html.text(" ").put(r#"<span class="quiet">{}</span></span>"#, &[&speaker_name(page, key)]);
    html.put("<b>{}</b>", &[&value_with_unit(page, fact).unwrap_or_default()]);
    if let (Some(scale), Some(value)) = (scale, fact.value) {
        let mut style = ["--x:", &percent(scale.position(value.high())), "%"].concat();
        let around = whole.filter(|whole| unit_of(page, whole) == unit_of(page, fact)).and_then(|whole| whole.value);
        let class = match around.filter(|whole| whole.high() >= value.high()) {
            Some(whole) => {
                style.push_str(";--w:");
                style.push_str(&percent(scale.position(whole.high())));
                style.push_str("%;--part:");
                style.push_str(&percent(value.high().to_f64() / whole.high().to_f64()));
                style.push('%');
                "bar part"
            }
            None => "bar",
        };
        html.put(r#"<span class="{}" style="{}" aria-hidden="true"></span>"#, &[class, &style]);
    }
    html.raw("</a></li>");
}
