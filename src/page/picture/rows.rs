//! Claims in rows: as dots on one labelled axis (strip), or in words alone (list).

use crate::fact::{Card, Fact, Key};
use crate::figures::{AxisDomain, AxisStart, axis_domain};
use crate::i18n::number_text;
use crate::page::attribution::{unit_word, value_text, write_mark, write_speaker_name};
use crate::page::{Html, Page};

use super::{once_each, one_measure, percent};

/// A labelled list of counts: what is counted, in words, and the number.
pub fn list(html: &mut Html, page: Page<'_>, card: &Card) {
    for group in &card.groups {
        if let Some(name) = &group.name {
            html.told(r#"<p class="pic-group""#, page.text(name), "</p>");
        }
        let keys = once_each(page, &group.facts);
        let first = keys.first().and_then(|key| page.fact(*key).measure);
        // Where all count one thing, what tells them apart is who said it and when.
        let one_thing = keys.len() > 1 && first.is_some() && keys.iter().all(|key| page.fact(*key).measure == first);
        html.raw(r#"<ul class="pic-list">"#);
        for key in keys {
            list_row(html, page, key, one_thing);
        }
        html.raw("</ul>");
    }
}

fn list_row(html: &mut Html, page: Page<'_>, key: Key<Fact>, by_speaker: bool) {
    let fact = page.fact(key);
    html.put(r#"<li><a href="{}" data-fact="{}">"#, &[&page.link_of(fact), &fact.id]);
    if let Some(value) = value_text(page, fact) {
        html.put("<b>{}</b>", &[&value]);
    }
    html.raw("<span>");
    match fact.measure {
        Some(measure) if !by_speaker => html.told("<span", page.text(&page.dataset[measure].name), "</span>"),
        Some(_) => write_speaker_name(html, page, key),
        None => html.told("<span", page.label(fact), "</span>"),
    };
    if let Some(as_of) = fact.as_of.as_ref().filter(|_| by_speaker) {
        html.text(", ").text(&page.short_date(as_of));
    }
    html.raw("</span></a></li>");
}

/// Claims about one quantity as dots on one axis, a row each, by group and in its order. The axis need not begin at
/// zero, since a dot has no length; both of its ends are labelled.
pub fn strip(html: &mut Html, page: Page<'_>, card: &Card) {
    let facts: Vec<_> = card.groups.iter().flat_map(|group| once_each(page, &group.facts)).collect();
    let values: Vec<_> = facts.iter().filter_map(|key| Some(page.fact(*key).value?.high())).collect();
    let Some(axis) = axis_domain(&values, AxisStart::Values) else { return };
    html.raw(r#"<div class="strip" role="list">"#);
    for key in &facts {
        strip_row(html, page, *key, one_measure(page, card), &axis);
    }
    html.put(r#"</div><p class="strip-axis" aria-hidden="true"><span></span><span class="strip-ends"><span>{}</span><span>{}</span><span>{}</span></span></p>"#, &[&number_text(&axis.low.to_string(), page.locale()), facts.first().map(|key| unit_word(page, page.fact(*key))).as_deref().unwrap_or_default(), &number_text(&axis.high.to_string(), page.locale())]);
}

fn strip_row(html: &mut Html, page: Page<'_>, key: Key<Fact>, by_speaker: bool, axis: &AxisDomain) {
    let fact = page.fact(key);
    let Some(value) = fact.value else { return };
    let mut place = String::from("--x:");
    place.push_str(&percent(axis.position(value.high())));
    place.push('%');
    let class = if fact.withdrawn.is_some() { "strip-row withdrawn" } else { "strip-row" };
    html.put(
        r#"<div class="{}" role="listitem"><a href="{}" data-fact="{}"><span class="strip-who">"#,
        &[class, &page.link_of(fact), &fact.id],
    );
    match fact.measure.filter(|_| !by_speaker) {
        Some(measure) => html.told("<span", page.text(&page.dataset[measure].name), "</span>"),
        None => write_speaker_name(html, page, key),
    };
    if let Some(as_of) = &fact.as_of {
        html.text(" ").put(r#"<span class="quiet">{}</span>"#, &[&page.short_date(as_of)]);
    }
    if fact.withdrawn.is_some() {
        html.text(" ").put(r#"<span class="quiet">{}</span>"#, &[page.say("withdrawn")]);
    }
    html.put(r#"</span><b class="strip-value">{}</b>"#, &[&value_text(page, fact).unwrap_or_default()]);
    let at_least = matches!(fact.qualifier, Some(crate::fact::Qualifier::AtLeast | crate::fact::Qualifier::MoreThan));
    let line = if at_least { "strip-line at-least" } else { "strip-line" };
    html.put(r#"<span class="{}" style="{}" aria-hidden="true">"#, &[line, &place]);
    write_mark(html, page, key);
    html.raw("</span></a></div>");
}
