//! Claims in rows: as dots on one labelled axis (strip), or in words alone (list).

use crate::fact::{Card, Fact, Key};
use crate::figures::{AxisDomain, AxisStart, axis_domain};
use crate::i18n::number_text;
use crate::page::attribution::{speaker_name, unit_word, value_text, write_mark};
use crate::page::{Html, Page};

use super::{once_each, one_measure, percent};

/// A labelled list of counts: what is counted, in words, and the number.
pub fn list(html: &mut Html, page: Page<'_>, card: &Card) {
    for group in &card.groups {
        if let Some(name) = &group.name {
            html.resolved("p", &[("class", "pic-group")], page.text(name));
        }
        let keys = once_each(page, &group.facts);
        let first = keys.first().and_then(|key| page.fact(*key).measure);
        // Where all count one thing, what tells them apart is who said it and when.
        let one_thing = keys.len() > 1 && first.is_some() && keys.iter().all(|key| page.fact(*key).measure == first);
        html.open("ul", &[("class", "pic-list")]);
        for key in keys {
            list_row(html, page, key, one_thing);
        }
        html.close("ul");
    }
}

fn list_row(html: &mut Html, page: Page<'_>, key: Key<Fact>, by_speaker: bool) {
    let fact = page.fact(key);
    html.open("li", &[]).open("a", &[("href", &page.link_of(fact)), ("data-fact", &fact.id)]);
    if let Some(value) = value_text(page, fact) {
        html.element("b", &[], &value);
    }
    html.open("span", &[]);
    match fact.measure {
        Some(measure) if !by_speaker => html.resolved("span", &[], page.text(&page.dataset[measure].name)),
        Some(_) => html.text(speaker_name(page, fact)),
        None => html.resolved("span", &[], page.label(fact)),
    };
    if let Some(as_of) = fact.as_of.as_ref().filter(|_| by_speaker) {
        html.text(", ").text(&page.short_date(as_of));
    }
    html.close("span").close("a").close("li");
}

/// Claims about one quantity as dots on one axis, a row each, in order of the day said. The axis need not begin at
/// zero, since a dot has no length; both of its ends are labelled.
pub fn strip(html: &mut Html, page: Page<'_>, card: &Card) {
    let facts: Vec<_> = card.groups.iter().flat_map(|group| once_each(page, &group.facts)).collect();
    let values: Vec<_> = facts.iter().filter_map(|key| Some(page.fact(*key).value?.high())).collect();
    let Some(axis) = axis_domain(&values, AxisStart::Values) else { return };
    html.open("div", &[("class", "strip"), ("role", "list")]);
    for key in &facts {
        strip_row(html, page, *key, one_measure(page, card), &axis);
    }
    html.close("div");
    html.open("p", &[("class", "strip-axis"), ("aria-hidden", "true")]);
    html.element("span", &[], "");
    html.open("span", &[("class", "strip-ends")]);
    html.element("span", &[], &number_text(&axis.low.to_string(), page.locale()));
    html.element("span", &[], facts.first().map(|key| unit_word(page, page.fact(*key))).as_deref().unwrap_or_default());
    html.element("span", &[], &number_text(&axis.high.to_string(), page.locale()));
    html.close("span").close("p");
}

fn strip_row(html: &mut Html, page: Page<'_>, key: Key<Fact>, by_speaker: bool, axis: &AxisDomain) {
    let fact = page.fact(key);
    let Some(value) = fact.value else { return };
    let mut place = String::from("--x:");
    place.push_str(&percent(axis.position(value.high())));
    place.push('%');
    let class = if fact.withdrawn.is_some() { "strip-row withdrawn" } else { "strip-row" };
    html.open("div", &[("class", class), ("role", "listitem")]);
    html.open("a", &[("href", &page.link_of(fact)), ("data-fact", &fact.id)]);
    html.open("span", &[("class", "strip-who")]);
    match fact.measure.filter(|_| !by_speaker) {
        Some(measure) => html.resolved("span", &[], page.text(&page.dataset[measure].name)),
        None => html.text(speaker_name(page, fact)),
    };
    if let Some(as_of) = &fact.as_of {
        html.text(" ").element("span", &[("class", "quiet")], &page.short_date(as_of));
    }
    if fact.withdrawn.is_some() {
        html.text(" ").element("span", &[("class", "quiet")], page.say("withdrawn"));
    }
    html.close("span");
    html.element("b", &[("class", "strip-value")], &value_text(page, fact).unwrap_or_default());
    let at_least = matches!(fact.qualifier, Some(crate::fact::Qualifier::AtLeast | crate::fact::Qualifier::MoreThan));
    let line = if at_least { "strip-line at-least" } else { "strip-line" };
    html.open("span", &[("class", line), ("style", &place), ("aria-hidden", "true")]);
    write_mark(html, page, key);
    html.close("span").close("a").close("div");
}
