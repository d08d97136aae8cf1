//! The drawing: axis, eras, tracks and marks, laid out for two widths at once.

use crate::fact::{Fact, Key};
use crate::i18n::number_text;
use crate::page::Html;
use crate::timeline::{Layout, PlacedBin};

use super::{Drawn, Laid, Telling, WIDTHS_PX, axis, decimals, marks};

/// The window of a timeline as it is drawn.
pub fn drawing(telling: Telling<'_>, drawn: &Drawn, laid: &Laid, selected: Option<Key<Fact>>) -> Html {
    let Laid { window, medium, large } = laid;
    let mut html = Html::new();
    let mut style = String::from("--mh:");
    style.push_str(&decimals(medium.height_px));
    style.push_str("px;--lh:");
    style.push_str(&decimals(large.height_px));
    style.push_str("px");
    html.put(r#"<div class="tl-plot" style="{}"><div class="tl-scale">"#, &[&style]);
    axis::ticks_and_eras(&mut html, telling, *window);
    html.raw(r#"<div class="tl-field">"#);
    tracks(&mut html, telling, drawn, medium, large);
    bins(&mut html, medium, WIDTHS_PX[0], "only-m");
    bins(&mut html, large, WIDTHS_PX[1], "only-l");
    marks::marks(&mut html, &marks::Scene { telling, drawn, laid, selected });
    html.raw("</div></div></div>");
    html
}

fn tracks(html: &mut Html, telling: Telling<'_>, drawn: &Drawn, medium: &Layout, large: &Layout) {
    html.raw(r#"<div class="tl-tracks">"#);
    for (small, wide) in medium.tracks.iter().zip(&large.tracks) {
        let mut style = String::from("--mt:");
        style.push_str(&decimals(small.top_px));
        style.push_str("px;--mk:");
        style.push_str(&decimals(small.height_px));
        style.push_str("px;--lt:");
        style.push_str(&decimals(wide.top_px));
        style.push_str("px;--lk:");
        style.push_str(&decimals(wide.height_px));
        style.push_str("px");
        html.put(r#"<div class="tl-track" style="{}">"#, &[&style]);
        let name = drawn.tracks.get(usize::from(small.track)).map_or("", String::as_str);
        html.raw(r#"<span class="tl-track-name">"#).text(name).text(" ");
        let n = number_text(&small.n_items.to_string(), telling.messages.locale());
        html.put(r#"<span class="n">{}</span></span>"#, &[&n]);
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
