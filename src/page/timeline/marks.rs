//! Marks and clusters, in order of time: on a wide drawing each stands where its layouts put it, on a narrow screen
//! they are the lines of a list by day.

use crate::date::CivilDay;
use crate::fact::{Fact, Key};
use crate::i18n::{NameForm, number_text, weekday_name};
use crate::order;
use crate::page::Html;
use crate::timeline::{Layout, PlacedCluster, PlacedMark, Shape};
use crate::view_state::Window;

use super::drawing::zone_class;
use super::item::write_item;
use super::{Drawn, Laid, Telling, WIDTHS_PX, decimals};

/// So many marks are the most that a list by day spells out; above that it lists clusters as the drawing does.
const MOST_LINES: usize = 300;
/// So many entries of a cluster that no zoom opens are listed in it; the others stand in all entries.
const MOST_LISTED: usize = 60;

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
            Line::Item { item, medium, large } => write_item(html, scene, *item, [*medium, *large]),
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

/// A cluster: a button that zooms in on what it holds, or a list where no zoom would part it.
fn write_cluster(html: &mut Html, scene: &Scene<'_>, cluster: &PlacedCluster, is_large: bool) {
    let telling = scene.telling;
    let width_px = WIDTHS_PX[usize::from(is_large)];
    let style =
        ["left:", &decimals(cluster.x_px / width_px * 100.0), "%;top:", &decimals(cluster.top_px), "px"].concat();
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
