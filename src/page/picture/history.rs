//! Claims over the day on which they were said: dots, joined by a line only within one series.

use crate::fact::{Card, Fact, Key};
use crate::figures::{AxisDomain, AxisStart, axis_domain};
use crate::i18n::short_number_text;
use crate::order;
use crate::page::attribution::{mark, value_text, write_speaker_name};
use crate::page::{Html, Page};

use super::labels::{NEAR_EDGE, Place, Spot, places};
use super::{once_each, percent};

/// A claim on the drawing, both ways as fractions.
struct Dot<'a> {
    key: Key<Fact>,
    fact: &'a Fact,
    value: String,
    x: f64,
    y: f64,
}

/// The groups of a card: the first as dots over time, the others in words, since they count other things.
pub fn history(html: &mut Html, page: Page<'_>, card: &Card) {
    let Some((first, others)) = card.groups.split_first() else { return };
    let keys = once_each(page, &first.facts);
    let facts: Vec<_> = keys.iter().map(|key| page.fact(*key)).collect();
    if let Some((days, axis)) = scales(&facts, AxisStart::Zero) {
        html.raw(r#"<figure class="history">"#);
        if let Some(name) = &first.name {
            html.told(r#"<figcaption class="pic-group""#, page.text(name), "</figcaption>");
        }
        plot(html, page, &dots(page, &keys, days, &axis));
        ends(html, page, &facts);
        html.raw("</figure>");
    }
    for group in others {
        if let Some(name) = &group.name {
            html.told(r#"<p class="pic-group""#, page.text(name), "</p>");
        }
        crate::page::sections::fact_lines(html, page, &once_each(page, &group.facts));
    }
}

/// The claims of one measure over time, larger than on a card: from a rounded number below them, with the axis beside
/// it. Nothing where all were said on one day.
pub fn scaled_history(html: &mut Html, page: Page<'_>, keys: &[Key<Fact>]) {
    let facts: Vec<_> = keys.iter().map(|key| page.fact(*key)).collect();
    let Some((days, axis)) = scales(&facts, AxisStart::Values).filter(|((from, to), _)| from < to) else { return };
    html.raw(r#"<figure class="history scaled"><p class="ticks" aria-hidden="true">"#);
    for tick in &axis.ticks {
        html.put("<span>{}</span>", &[&short_number_text(&tick.to_string(), page.locale())]);
    }
    html.raw("</p>");
    plot(html, page, &dots(page, keys, days, &axis));
    ends(html, page, &facts);
    html.raw("</figure>");
}

fn plot(html: &mut Html, page: Page<'_>, dots: &[Dot<'_>]) {
    html.raw(r#"<div class="history-plot">"#);
    lines(html, dots);
    let spots = dots.iter().map(|dot| Spot { x: dot.x, y: dot.y, n_letters: dot.value.chars().count() });
    for (dot, place) in dots.iter().zip(places(&spots.collect::<Vec<_>>())) {
        write_dot(html, page, dot, place);
    }
    html.raw("</div>");
}

fn said_day(fact: &Fact) -> Option<i64> {
    fact.as_of.as_ref()?.latest_day().map(|day| day.days())
}

fn scales(facts: &[&Fact], start: AxisStart) -> Option<((i64, i64), AxisDomain)> {
    let days = || facts.iter().filter_map(|fact| said_day(fact));
    let values: Vec<_> = facts.iter().filter_map(|fact| Some(fact.value?.high())).collect();
    Some(((days().min()?, days().max()?), axis_domain(&values, start)?))
}

fn dots<'a>(page: Page<'a>, keys: &[Key<Fact>], days: (i64, i64), axis: &AxisDomain) -> Vec<Dot<'a>> {
    keys.iter().filter_map(|key| dot(page, *key, days, axis)).collect()
}

fn dot<'a>(page: Page<'a>, key: Key<Fact>, (from, to): (i64, i64), axis: &AxisDomain) -> Option<Dot<'a>> {
    let fact = page.fact(key);
    let day = said_day(fact)?;
    let x = if to > from { (day - from) as f64 / (to - from) as f64 } else { 0.5 };
    let text = value_text(page, fact)?;
    Some(Dot { key, fact, value: text, x, y: axis.position(fact.value?.high()) })
}

/// A line joins claims of one series, in order of the day said: same office, same thing counted.
fn lines(html: &mut Html, dots: &[Dot<'_>]) {
    let mut series: Vec<&str> = dots.iter().filter_map(|dot| dot.fact.series.as_deref()).collect();
    order::sort_by(&mut series, Ord::cmp);
    series.dedup();
    html.raw(r#"<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">"#);
    for key in series {
        let mut joined: Vec<_> = dots.iter().filter(|dot| dot.fact.series.as_deref() == Some(key)).collect();
        order::sort_by(&mut joined, |a, b| a.x.total_cmp(&b.x));
        let mut points = String::new();
        for dot in joined {
            points.push_str(&percent(dot.x));
            points.push(',');
            points.push_str(&percent(1.0 - dot.y));
            points.push(' ');
        }
        html.put(r#"<polyline points="{}" vector-effect="non-scaling-stroke"></polyline>"#, &[&points]);
    }
    html.raw("</svg>");
}

fn write_dot(html: &mut Html, page: Page<'_>, dot: &Dot<'_>, place: Place) {
    let mut class = String::from("dot");
    class.push_str(match place {
        Place::Above => "",
        Place::Below => " below",
        Place::Nowhere => " unlabelled",
    });
    class.push_str(if dot.x < NEAR_EDGE { " from-start" } else { "" });
    class.push_str(if dot.x > 1.0 - NEAR_EDGE { " from-end" } else { "" });
    // Said by that day at the latest.
    let is_latest = dot.fact.as_of.is_some_and(|as_of| as_of.earliest_day().is_none());
    class.push_str(if is_latest { " until" } else { "" });
    let mut style = String::from("--x:");
    style.push_str(&percent(dot.x));
    style.push_str("%;--y:");
    style.push_str(&percent(dot.y));
    style.push('%');
    let open = r#"<a class="{}" style="{}" href="{}" data-fact="{}">"#;
    html.put(open, &[&class, &style, &page.link_of(dot.fact), &dot.fact.id]);
    html.put(r#"<span class="{}"></span><b>{}</b><span class="hidden">"#, &[mark(page, dot.key), &dot.value]);
    write_speaker_name(html, page, dot.key);
    if let Some(as_of) = &dot.fact.as_of {
        html.text(", ").text(&page.date(as_of));
    }
    html.raw("</span></a>");
}

fn ends(html: &mut Html, page: Page<'_>, facts: &[&Fact]) {
    let mut days: Vec<_> = facts.iter().filter_map(|fact| fact.as_of.as_ref()).collect();
    order::sort_by_key(&mut days, |day| day.latest_day().map(|day| day.days()));
    html.raw(r#"<p class="history-ends">"#);
    if let Some(first) = days.first() {
        html.put("<span>{}</span>", &[&page.short_date(first)]);
    }
    if let Some(last) = days.last().filter(|_| days.len() > 1) {
        html.put("<span>{}</span>", &[&page.short_date(last)]);
    }
    html.raw("</p>");
}
