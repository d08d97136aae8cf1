//! The drawing: axis, eras, tracks and marks, laid out for two widths at once.

use crate::fact::{Fact, Key};
use crate::i18n::number_text;
use crate::page::Html;
use crate::timeline::{Layout, PlacedBin};

use super::{Drawn, Laid, Telling, WIDTHS_PX, axis, decimals, marks};

/// The window of a timeline as it is drawn.
pub fn drawing(telling: Telling<'_>, drawn: &Drawn, laid: &Laid, selected: Option<Key<Fact>>) -> Html {
    let Laid { window, medium, large, .. } = laid;
    let mut html = Html::new();
    let mut style = String::from("--mh:");
    style.push_str(&decimals(medium.height_px));
    style.push_str("px;--lh:");
    style.push_str(&decimals(large.height_px));
    style.push_str("px");
    html.put(r#"<div class="tl-plot" style="{}"><div class="tl-scale">"#, &[&style]);
    axis::ticks_and_eras(&mut html, telling, *window);
    html.raw(r#"<div class="tl-field">"#);
    tracks(&mut html, telling, drawn, laid);
    bins(&mut html, medium, WIDTHS_PX[0], "only-m");
    bins(&mut html, large, WIDTHS_PX[1], "only-l");
    marks::marks(&mut html, &marks::Scene { telling, drawn, laid, selected });
    html.raw("</div></div></div>");
    html
}

/// The rows with their counts: each name is a button that closes its row, and opens it again.
fn tracks(html: &mut Html, telling: Telling<'_>, drawn: &Drawn, laid: &Laid) {
    html.raw(r#"<div class="tl-tracks">"#);
    for (small, wide) in laid.medium.tracks.iter().zip(&laid.large.tracks) {
        let mut style = String::new();
        for (name, px) in
            [("--mt:", small.top_px), ("--mk:", small.height_px), ("--lt:", wide.top_px), ("--lk:", wide.height_px)]
        {
            style.push_str(name);
            style.push_str(&decimals(px));
            style.push_str("px;");
        }
        html.put(r#"<div class="tl-track" style="{}">"#, &[&style]);
        let number = small.track.to_string();
        let is_open = if laid.closed.contains(&small.track) { "false" } else { "true" };
        let button =
            r#"<button type="button" class="tl-track-name" data-row="{}" data-key="row-{}" aria-expanded="{}">"#;
        html.put(button, &[&number, &number, is_open]);
        let name = drawn.tracks.get(usize::from(small.track)).map_or("", String::as_str);
        let n = number_text(&small.n_items.to_string(), telling.messages.locale());
        html.text(name).put(r#" <span class="n">{}</span></button>"#, &[&n]);
        if small.n_in_window == 0 {
            html.put(r#"<span class="tl-empty">{}</span>"#, &[telling.say("tl-nothing")]);
        }
        html.raw("</div>");
    }
    html.raw("</div>");
}

/// A density profile, where even clusters would be too many: how many entries begin where.
fn bins(html: &mut Html, layout: &Layout, width_px: f64, class: &str) {
    let most = layout.bins.iter().map(|bin| bin.n_items).max().unwrap_or(0);
    if most == 0 {
        return;
    }
    html.put(r#"<div class="{}" aria-hidden="true">"#, &[&["tl-bins ", class].concat()]);
    for bin in &layout.bins {
        html.put(r#"<i style="{}"></i>"#, &[&bin_style(bin, width_px, most)]);
    }
    html.raw("</div>");
}

/// Heights go by the square root, so that one entry beside a thousand is still seen.
fn bin_style(bin: &PlacedBin, width_px: f64, most: u32) -> String {
    let height_px = (f64::from(bin.n_items) / f64::from(most)).sqrt() * bin.height_px;
    let mut style = String::new();
    for (name, value, unit) in [
        ("--x:", bin.x_px / width_px * 100.0, ";"),
        ("--w:", bin.width_px / width_px * 100.0, ";"),
        ("--y:", bin.top_px + bin.height_px - height_px, "px;"),
        ("--h:", height_px, "px"),
    ] {
        style.push_str(name);
        style.push_str(&decimals(value));
        style.push_str(unit);
    }
    style
}
