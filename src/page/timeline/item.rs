//! One item as a mark: its place, its shape, the words beside it and what it says aloud.
//!
//! As long as the screen is not known a mark stands in two layouts at once: custom properties hold both places, and
//! style picks one. A browser resolves each of them for each mark, which is most of the work of drawing it. So on a
//! screen that is known the place is written as it is.

use crate::page::{Html, link_to};
use crate::timeline::{PlacedMark, Shape};

use super::drawing::zone_class;
use super::marks::Scene;
use super::{Fit, WIDTHS_PX, Word, decimals};

/// The width of a glyph, and the least width of a stretch.
const GLYPH_PX: f64 = 12.0;

/// What a glyph and the gap after it take of a bar that has its label on it.
const GLYPH_AND_GAP_PX: f64 = 14.0;

/// Writes an item that a layout shows as a mark, with its place in the layout for the smaller width and in the other.
pub fn write_item(html: &mut Html, scene: &Scene<'_>, item: u32, placed: [Option<&PlacedMark>; 2]) {
    let telling = scene.telling;
    let key = scene.drawn.facts[item as usize];
    let fact = &telling.outline.facts[key.index()];
    let extent = &scene.drawn.index.items()[item as usize].extent;
    let is_selected = scene.selected == Some(key);
    let fit = scene.laid.manner.fit;
    let style = match fit {
        Fit::Any => Style::in_both(placed),
        Fit::List => Style::default(),
        Fit::Medium => Style::of(placed[0], WIDTHS_PX[0]),
        Fit::Large => Style::of(placed[1], WIDTHS_PX[1]),
    };
    // On a known screen there is one layout, whichever it is.
    let [medium, large] = if fit == Fit::Any { placed } else { [placed[0].or(placed[1]); 2] };
    let mut class = String::from("tm");
    class.push_str(shape_class(extent.shape));
    for (holds, name) in [
        (fit == Fit::Any, " two"),
        (extent.approximate, " about"),
        (extent.uncertain, " unsure"),
        (extent.open_start, " open-start"),
        (extent.open_end, " open-end"),
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
    html.put(r#"<li class="{}""#, &[&class]).attribute(styled(&style.item)).raw(">");
    let label = scene.drawn.index.label(item);
    let words = if label.is_empty() { telling.word(key, Word::Spoken) } else { label.to_owned() };
    let said = [", ", &telling.word(key, Word::Day(scene.drawn.axis)), ", ", &place_in_time(scene, item)].concat();
    // Words of another language than the day keep it by being said in an element of their own.
    let lang = telling.outline.content_lang();
    let name = if lang.is_none() { [&words, said.as_str()].concat() } else { String::new() };
    open_link(html, scene, item, &name, &style.link);
    if !style.tail.is_empty() || fit == Fit::Any {
        html.raw(r#"<span class="tail""#).attribute(styled(&style.tail)).raw("></span>");
    }
    if extent.shape != Shape::Moment && fit != Fit::List {
        html.raw(r#"<span class="ext""#).attribute(styled(&style.stretch)).raw("></span>");
    }
    html.put(r#"<span class="{}"></span>"#, &[&telling.word(key, Word::Mark)]);
    if fit.has_list() {
        html.put(r#"<span class="when">{}</span>"#, &[&telling.word(key, Word::Hour(scene.drawn.axis))]);
    }
    html.raw(r#"<span class="lab""#).attribute(styled(&style.label)).lang(lang).put(">{}</span>", &[&words]);
    if lang.is_some() {
        html.put(r#"<span class="hidden">{}</span>"#, &[&said]);
    }
    html.raw("</a>");
    if is_selected {
        html.raw(r#"<div class="tm-evidence">"#);
        telling.write_evidence(html, key, "mark");
        html.raw("</div>");
    }
    html.raw("</li>");
}

/// The link of a mark. Its name has the words also where there is no room for them.
fn open_link(html: &mut Html, scene: &Scene<'_>, item: u32, name: &str, style: &str) {
    let drawn = scene.drawn;
    let key = drawn.facts[item as usize];
    let id = scene.telling.outline.id_of(key);
    // A drag that begins on a mark moves the timeline and not its link.
    let open = r#"<a href="{}" data-fact="{}" data-key="tm-{}" data-item="{}" class="tm-a" draggable="false""#;
    let number = item.to_string();
    html.put(open, &[&link_to(id), id, if drawn.is_first(item) { id } else { &number }, &number]);
    html.attribute((if name.is_empty() { "" } else { "aria-label" }, name)).attribute(styled(style));
    html.raw(if scene.selected == Some(key) { r#" aria-current="true">"# } else { ">" });
}

/// "3 of 149", in order of time.
fn place_in_time(scene: &Scene<'_>, item: u32) -> String {
    let drawn = scene.drawn;
    let [at, all] = [drawn.rank[item as usize] as usize, drawn.in_time.len()].map(|n| n.to_string());
    scene.telling.messages.fill("tl-place", &[("n", &at), ("all", &all)])
}

/// An attribute only where there is something to style.
fn styled(style: &str) -> (&str, &str) {
    (if style.is_empty() { "" } else { "style" }, style)
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

/// Where a mark and its parts stand, as style.
#[derive(Debug, Default)]
struct Style {
    item: String,
    /// Not of the item: a custom property there makes the browser resolve the style of each of its parts anew, which is
    /// half of what drawing marks costs.
    link: String,
    tail: String,
    stretch: String,
    label: String,
}

impl Style {
    /// In one layout: shares of the drawing's width in per cent, heights in px.
    fn of(mark: Option<&PlacedMark>, width_px: f64) -> Self {
        let Some(mark) = mark else { return Self::default() };
        let share = |px: f64| decimals(px / width_px * 100.0);
        let (x, width) = (share(mark.x_px), share(mark.width_px));
        let mut style = Self {
            item: ["left:", &x, "%;top:", &decimals(mark.top_px), "px"].concat(),
            stretch: ["width:calc(", &width, "cqw - 2px)"].concat(),
            ..Self::default()
        };
        // Elsewhere the glyph stands at the beginning of its stretch. The drawing may be wider, and never narrower.
        if mark.width_px < GLYPH_PX || mark.x_px < GLYPH_PX / 2.0 {
            let glyph = ["max(min(0px,", &width, "*.5cqw - 6px),-1cqw*", &x, ")"].concat();
            style.link = ["margin-left:calc(", &glyph, " - 6px)"].concat();
        }
        if let Some(tail_x_px) = mark.tail_x_px {
            style.tail = ["width:", &share(mark.x_px - tail_x_px), "cqw"].concat();
        }
        if let Some(label) = &mark.label {
            let [offset, top, width] =
                [label_offset_px(mark), label.top_px - mark.top_px, label.width_px].map(decimals);
            let anchor = share(label.anchor_px - mark.x_px);
            style.label =
                ["left:calc(", &anchor, "cqw + ", &offset, "px);top:", &top, "px;width:", &width, "px"].concat();
        }
        style
    }

    /// In both, for style to pick one.
    fn in_both([medium, large]: [Option<&PlacedMark>; 2]) -> Self {
        let mut item = String::new();
        put_properties(&mut item, 'm', medium, WIDTHS_PX[0]);
        put_properties(&mut item, 'l', large, WIDTHS_PX[1]);
        Self { item, ..Self::default() }
    }
}

/// The place of a mark in one of two layouts, as custom properties: `x`, width and tail in per cent, heights in px.
fn put_properties(style: &mut String, prefix: char, mark: Option<&PlacedMark>, width_px: f64) {
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
    if let Some(tail_x_px) = mark.tail_x_px {
        set("t", share(mark.x_px - tail_x_px), "");
    }
    if let Some(label) = &mark.label {
        set("a", share(label.anchor_px - mark.x_px), "");
        set("o", label_offset_px(mark), "px");
        set("b", label.width_px, "px");
        set("u", label.top_px - mark.top_px, "px");
    }
}

/// On its own bar the words stand beside the glyph at the bar's beginning.
fn label_offset_px(mark: &PlacedMark) -> f64 {
    mark.label.as_ref().map_or(0.0, |label| label.offset_px + if label.is_inside { GLYPH_AND_GAP_PX } else { 0.0 })
}
