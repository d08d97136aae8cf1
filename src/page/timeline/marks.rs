//! Marks and clusters, in order of time: on a wide drawing each stands where its layouts put it, on a narrow screen
//! they are the lines of a list by day.

use crate::date::CivilDay;
use crate::fact::{Fact, Key};
use crate::i18n::{NameForm, number_text, weekday_name};
use crate::order;
use crate::page::{Html, link_to};
use crate::timeline::{Layout, PlacedCluster, PlacedMark, Shape};
use crate::view_state::Window;

use super::drawing::zone_class;
use super::{Drawn, Laid, Telling, WIDTHS_PX, Word, decimals};

/// So many marks are the most that a list by day spells out; above that it lists clusters as the drawing does.
const MOST_LINES: usize = 300;
/// So many entries of a cluster that no zoom opens are listed in it; the others stand in all entries.
const MOST_LISTED: usize = 60;

/// What a glyph and the gap after it take of a bar that has its label on it.
const GLYPH_PX: f64 = 14.0;

/// What is drawn, and how.
#[derive(Debug)]
pub struct Scene<'a> {
    /// What it is drawn from.
    pub telling: Telling<'a>,
    /// What stands on the axis.
    pub drawn: &'a Drawn,
    /// How it was laid out.
    pub laid: &'a Laid,
    /// The selected fact.
    pub selected: Option<Key<Fact>>,
}

/// One line of the list: an item with its place in each layout, or a cluster of one of them.
enum Line<'a> {
    Item {
        item: u32,
        medium: Option<&'a PlacedMark>,
        large: Option<&'a PlacedMark>,
    },
    Cluster {
        cluster: &'a PlacedCluster,
        is_large: bool,
    },
    /// In the list alone: how many begin in a stretch that the drawing shows as a profile.
    Crowd {
        from_day: f64,
        to_day: f64,
        n_items: u32,
    },
}

/// Of a profile the list shows so many stretches at the most: two screens of a phone.
const MOST_CROWDS: f64 = 16.0;

/// Writes everything that the layouts place.
pub fn marks(html: &mut Html, scene: &Scene<'_>) {
    let fit = scene.laid.manner.fit;
    let mut lines = lines(scene);
    order::sort_by(&mut lines, |a, b| a.0.total_cmp(&b.0));
    html.raw(r#"<ol class="tl-marks">"#);
    let mut day_before = None;
    for (at_day, line) in &lines {
        let day = CivilDay::from_days(at_day.max(scene.laid.window.start_day).floor() as i64);
        if day_before != Some(day) && fit.has_list() {
            day_head(html, scene, day, day_before);
            day_before = Some(day);
        }
        match line {
            Line::Item { item, medium, large } => write_item(html, scene, *item, *medium, *large),
            Line::Cluster { cluster, is_large } => write_cluster(html, scene, cluster, *is_large),
            Line::Crowd { from_day, to_day, n_items } => {
                html.raw(r#"<li class="tc-crowd">"#);
                write_badge(html, scene, (*from_day, *to_day), *n_items);
                html.raw("</li>");
            }
        }
    }
    html.raw("</ol>");
    if scene.laid.layouts().into_iter().all(Layout::shows_nothing) {
        html.put(r#"<p class="tl-none">{}</p>"#, &[scene.telling.say("tl-nothing")]);
    }
}

fn lines<'a>(scene: &Scene<'a>) -> Vec<(f64, Line<'a>)> {
    let mut places: Vec<(u32, Option<&PlacedMark>, Option<&PlacedMark>)> = Vec::new();
    places.extend(scene.laid.medium.marks.iter().map(|mark| (mark.item, Some(mark), None)));
    places.extend(scene.laid.large.marks.iter().map(|mark| (mark.item, None, Some(mark))));
    if scene.laid.manner.fit.has_list() && is_spelled_out(scene) {
        let members = scene.laid.medium.clusters.iter().flat_map(|cluster| scene.drawn.index.items_of(&cluster.runs));
        places.extend(members.map(|item| (item, None, None)));
    }
    order::sort_by_key(&mut places, |place| place.0);
    let mut lines: Vec<(f64, Line<'a>)> = Vec::new();
    for (item, medium, large) in places {
        if let Some((_, Line::Item { item: last, medium: m, large: l })) = lines.last_mut()
            && *last == item
        {
            *m = m.or(medium);
            *l = l.or(large);
            continue;
        }
        let extent = &scene.drawn.index.items()[item as usize].extent;
        let at = if extent.shape == Shape::Tally || extent.open_start { extent.body().0 } else { extent.start_day };
        lines.push((at, Line::Item { item, medium, large }));
    }
    for (layout, is_large) in [(&scene.laid.medium, false), (&scene.laid.large, true)] {
        lines.extend(layout.clusters.iter().map(|cluster| (cluster.first_day, Line::Cluster { cluster, is_large })));
    }
    if scene.laid.manner.fit.has_list() {
        lines.extend(crowds(scene));
    }
    lines
}

/// Whether the list spells out what the drawing gathers in clusters.
fn is_spelled_out(scene: &Scene<'_>) -> bool {
    let clustered: usize = scene.laid.medium.clusters.iter().map(|cluster| cluster.n_items as usize).sum();
    scene.laid.medium.marks.len() + clustered <= MOST_LINES
}

/// The profiles of all open rows, in stretches of equal length.
fn crowds<'a>(scene: &Scene<'_>) -> Vec<(f64, Line<'a>)> {
    let Window { start_day, end_day } = scene.laid.window;
    let n_days = (end_day - start_day) / MOST_CROWDS;
    let stretch_of = |x_px: f64| (x_px / WIDTHS_PX[0] * MOST_CROWDS).floor();
    let open = scene.laid.medium.bins.iter().filter(|bin| !scene.laid.manner.closed.contains(&bin.track));
    let mut bins: Vec<(f64, u32)> = open.map(|bin| (stretch_of(bin.x_px), bin.n_items)).collect();
    order::sort_by(&mut bins, |a, b| a.0.total_cmp(&b.0));
    let line = |bins: &[(f64, u32)]| {
        let from_day = start_day + bins[0].0 * n_days;
        let n_items = bins.iter().map(|bin| bin.1).sum();
        (from_day, Line::Crowd { from_day, to_day: from_day + n_days, n_items })
    };
    bins.chunk_by(|a, b| a.0 == b.0).map(line).collect()
}

/// The head of a day in the list, with a word about the empty days before it.
fn day_head(html: &mut Html, scene: &Scene<'_>, day: CivilDay, before: Option<CivilDay>) {
    let telling = scene.telling;
    html.raw(r#"<li class="tl-day">"#);
    let n_empty = before.map_or(0, |before| (day.days() - before.days() - 1).max(0));
    if n_empty > 0 {
        html.put(r#"<span class="tl-gap">{}</span>"#, &[&telling.messages.count("tl-empty-days", n_empty as usize)]);
    }
    html.put("<b>{}</b>", &[&telling.day(day)]).text(" ");
    html.put(
        r#"<span class="quiet">{}</span></li>"#,
        &[weekday_name(day.weekday(), telling.messages.locale(), NameForm::Nominative)],
    );
}

fn write_item(html: &mut Html, scene: &Scene<'_>, item: u32, medium: Option<&PlacedMark>, large: Option<&PlacedMark>) {
    let telling = scene.telling;
    let key = scene.drawn.facts[item as usize];
    let fact = &telling.outline.facts[key.index()];
    let shown = &scene.drawn.index.items()[item as usize];
    let is_selected = scene.selected == Some(key);
    let mut class = String::from("tm");
    class.push_str(shape_class(shown.extent.shape));
    for (holds, name) in [
        (shown.extent.approximate, " about"),
        (shown.extent.uncertain, " unsure"),
        (shown.extent.open_start, " open-start"),
        (shown.extent.open_end, " open-end"),
        (medium.is_none(), " no-m"),
        (large.is_none(), " no-l"),
        (medium.is_some_and(|mark| mark.label.is_none()), " bare-m"),
        (large.is_some_and(|mark| mark.label.is_none()), " bare-l"),
        (fact.weight > 2, " minor"),
        (is_selected, " selected"),
    ] {
        if holds {
            class.push_str(name);
        }
    }
    class.push_str(medium.or(large).map_or("", |mark| zone_class(mark.zone)));
    let mut style = String::new();
    place(&mut style, 'm', medium, WIDTHS_PX[0]);
    place(&mut style, 'l', large, WIDTHS_PX[1]);
    html.put(r#"<li class="{}" style="{}">"#, &[&class, &style]);
    // A drag that begins on a mark moves the timeline and not its link.
    let open = r#"<a href="{}" data-fact="{}" data-key="tm-{}" data-item="{}" class="tm-a" draggable="false""#;
    let number = item.to_string();
    let data_key = if scene.drawn.is_first(item) { &fact.id } else { &number };
    html.put(open, &[&link_to(&fact.id), &fact.id, data_key, &number]);
    html.raw(if is_selected { r#" aria-current="true">"# } else { ">" });
    html.put(r#"<span class="tail"></span><span class="ext"></span><span class="{}"></span><span class="when">{}</span><span class="lab""#, &[&telling.word(key, Word::Mark), &telling.word(key, Word::Hour(scene.drawn.axis))]);
    html.lang(telling.outline.content_lang()).raw(">");
    let label = scene.drawn.index.label(item);
    if label.is_empty() {
        html.put(r#"<span class="spoken">{}</span>"#, &[&telling.word(key, Word::Spoken)]);
    } else {
        html.text(label);
    }
    let [at, all] = [scene.drawn.rank[item as usize] as usize, scene.drawn.in_time.len()].map(|n| n.to_string());
    html.raw(r#"</span><span class="hidden">"#)
        .text(", ")
        .text(&telling.word(key, Word::Day(scene.drawn.axis)))
        .text(", ")
        .text(&telling.messages.fill("tl-place", &[("n", &at), ("all", &all)]))
        .raw("</span>");
    html.raw("</a>");
    if is_selected {
        html.raw(r#"<div class="tm-evidence">"#);
        telling.write_evidence(html, key, "mark");
        html.raw("</div>");
    }
    html.raw("</li>");
}

fn shape_class(shape: Shape) -> &'static str {
    match shape {
        Shape::Moment => " moment",
        Shape::Day => " day",
        Shape::Range => " range",
        Shape::Tally => " tally",
        _ => " coarse",
    }
}

/// The place of a mark in one layout, as custom properties: `x`, width and tail in per cent, heights in px.
fn place(style: &mut String, prefix: char, mark: Option<&PlacedMark>, width_px: f64) {
    let Some(mark) = mark else { return };
    let mut set = |name: &str, value: f64, unit: &str| {
        style.push_str("--");
        style.push(prefix);
        style.push_str(name);
        style.push(':');
        style.push_str(&decimals(value));
        style.push_str(unit);
        style.push(';');
    };
    let share = |px: f64| px / width_px * 100.0;
    set("x", share(mark.x_px), "");
    set("w", share(mark.width_px), "");
    set("y", mark.top_px, "px");
    set("h", mark.height_px, "px");
    if let Some(tail_x_px) = mark.tail_x_px {
        set("t", share(mark.x_px - tail_x_px), "");
    }
    if let Some(label) = &mark.label {
        set("a", share(label.anchor_px - mark.x_px), "");
        // On its own bar the words stand beside the glyph at the bar's beginning.
        set("o", label.offset_px + if label.is_inside { GLYPH_PX } else { 0.0 }, "px");
        set("b", label.width_px, "px");
        set("u", label.top_px - mark.top_px, "px");
    }
}

/// A cluster: a button that zooms in on what it holds, or a list where no zoom would part it.
fn write_cluster(html: &mut Html, scene: &Scene<'_>, cluster: &PlacedCluster, is_large: bool) {
    let telling = scene.telling;
    let width_px = WIDTHS_PX[usize::from(is_large)];
    let mut style = String::from("--x:");
    style.push_str(&decimals(cluster.x_px / width_px * 100.0));
    style.push_str(";--y:");
    style.push_str(&decimals(cluster.top_px));
    style.push_str("px");
    let class = match is_large {
        true => "tc only-l",
        false if is_spelled_out(scene) => "tc only-m",
        // Not spelled out, it is a line of the list as well.
        false => "tc only-m listed",
    };
    html.put(r#"<li class="{}{}" style="{}">"#, &[class, zone_class(cluster.zone), &style]);
    if cluster.same_moment {
        let keys: Vec<_> = scene
            .drawn
            .index
            .items_of(&cluster.runs)
            .into_iter()
            .map(|item| scene.drawn.facts[item as usize])
            .collect();
        let (spoken, n) = counted(telling, cluster.n_items);
        html.put(
            r#"<details data-key="tc-{}-{}"><summary class="badge" aria-label="{}">{}</summary><div class="panel tc-list">"#,
            &[&cluster.track.to_string(), &minutes_of(cluster.first_day), &spoken, &n],
        );
        telling.write_lines(html, &keys[..keys.len().min(MOST_LISTED)]);
        html.raw("</div></details>");
    } else {
        write_badge(html, scene, (cluster.first_day, cluster.last_day), cluster.n_items);
    }
    html.raw("</li>");
}

/// A count that goes to where its items are apart.
fn write_badge(html: &mut Html, scene: &Scene<'_>, (from_day, to_day): (f64, f64), n_items: u32) {
    let (spoken, n) = counted(scene.telling, n_items);
    let button = r#"<button type="button" class="badge" data-from="{}" data-to="{}" aria-label="{}">{}</button>"#;
    html.put(button, &[&minutes_of(from_day), &minutes_of(to_day), &spoken, &n]);
}

/// "12 entries, open them", and the number alone.
fn counted(telling: Telling<'_>, n_items: u32) -> (String, String) {
    let n = number_text(&n_items.to_string(), telling.messages.locale());
    (telling.messages.count("tl-cluster", n_items as usize), n)
}

/// A day for an attribute, in minutes since 1970-01-01.
fn minutes_of(day: f64) -> String {
    ((day * 1440.0).round() as i64).to_string()
}
