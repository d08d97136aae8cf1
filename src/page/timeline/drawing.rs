//! The drawing: axis, eras, tracks and marks, laid out for two widths at once.

use crate::fact::{Fact, Key};
use crate::i18n::number_text;
use crate::page::Html;
use crate::timeline::{Layout, PlacedBin, Zone};

use super::{Drawn, Laid, Telling, WIDTHS_PX, axis, decimals, marks};

/// The window of a timeline as it is drawn: the rows, and over them what a hand moves along the scale.
pub fn drawing(telling: Telling<'_>, drawn: &Drawn, laid: &Laid, selected: Option<Key<Fact>>) -> Html {
    let mut html = Html::new();
    let mut style = String::from("--mh:");
    style.push_str(&decimals(laid.medium.height_px));
    style.push_str("px;--lh:");
    style.push_str(&decimals(laid.large.height_px));
    style.push_str("px");
    html.put(r#"<div class="tl-plot" style="{}">"#, &[&style]);
    tracks(&mut html, telling, drawn, laid);
    html.raw(r#"<div class="tl-moving"><div class="tl-scale">"#);
    axis::ticks_and_eras(&mut html, telling, laid);
    html.raw(r#"<div class="tl-field">"#);
    bins(&mut html, &laid.medium, WIDTHS_PX[0]);
    bins(&mut html, &laid.large, WIDTHS_PX[1]);
    marks::marks(&mut html, &marks::Scene { telling, drawn, laid, selected });
    html.raw("</div></div></div></div>");
    html
}

/// The class of what lies beside the window, which is only shown while a hand moves it.
pub fn zone_class(zone: Zone) -> &'static str {
    match zone {
        Zone::Window => "",
        Zone::Beyond => " out",
    }
}

/// The rows with their counts: each name is a button that closes its row, and opens it again.
fn tracks(html: &mut Html, telling: Telling<'_>, drawn: &Drawn, laid: &Laid) {
    html.raw(r#"<div class="tl-tracks">"#);
    for (at, track) in laid.main().tracks.iter().enumerate() {
        let mut style = String::new();
        for (layout, names) in [(&laid.medium, ["--mt:", "--mk:"]), (&laid.large, ["--lt:", "--lk:"])] {
            let Some(track) = layout.tracks.get(at) else { continue };
            for (name, px) in names.into_iter().zip([track.top_px, track.height_px]) {
                style.push_str(name);
                style.push_str(&decimals(px));
                style.push_str("px;");
            }
        }
        html.put(r#"<div class="tl-track" style="{}">"#, &[&style]);
        let number = track.track.to_string();
        let is_open = if laid.manner.closed.contains(&track.track) { "false" } else { "true" };
        let name = drawn.tracks.get(usize::from(track.track)).map_or("", String::as_str);
        let n = number_text(&track.n_items.to_string(), telling.messages.locale());
        let button = r#"<button type="button" class="tl-track-name needs-app" data-row="{}" data-key="row-{}" aria-expanded="{}""#;
        let lang = telling.outline.content_lang();
        let named = r#">{} <span class="n">{}</span>"#;
        html.put(button, &[&number, &number, is_open]).lang(lang).put(named, &[name, &n]).raw("</button>");
        // Where the app cannot run the name stands by itself.
        html.raw(r#"<span class="tl-track-name no-app""#).lang(lang).put(named, &[name, &n]).raw("</span>");
        if track.n_in_window == 0 {
            html.put(r#"<span class="tl-empty">{}</span>"#, &[telling.say("tl-nothing")]);
        }
        html.raw("</div>");
    }
    html.raw("</div>");
}

/// A density profile, where even clusters would be too many: how many entries begin where.
fn bins(html: &mut Html, layout: &Layout, width_px: f64) {
    if layout.bins.is_empty() {
        return;
    }
    // What lies beside the window has no say in the heights within it.
    let seen = layout.bins.iter().filter(|bin| bin.zone == Zone::Window);
    let most = seen.map(|bin| bin.n_items).max().unwrap_or(1);
    let class = if width_px == WIDTHS_PX[0] { "tl-bins only-m" } else { "tl-bins only-l" };
    html.put(r#"<div class="{}" aria-hidden="true">"#, &[class]);
    for bin in &layout.bins {
        html.put(r#"<i class="bin{}" style="{}"></i>"#, &[zone_class(bin.zone), &bin_style(bin, width_px, most)]);
    }
    html.raw("</div>");
}

/// Heights go by the square root, so that one entry beside a thousand is still seen.
fn bin_style(bin: &PlacedBin, width_px: f64, most: u32) -> String {
    let height_px = (f64::from(bin.n_items) / f64::from(most)).sqrt().min(1.0) * bin.height_px;
    let mut style = String::new();
    for (name, value, unit) in [
        ("left:", bin.x_px / width_px * 100.0, "%;"),
        ("width:", bin.width_px / width_px * 100.0, "%;"),
        ("top:", bin.top_px + bin.height_px - height_px, "px;"),
        ("height:", height_px, "px"),
    ] {
        style.push_str(name);
        style.push_str(&decimals(value));
        style.push_str(unit);
    }
    style
}
