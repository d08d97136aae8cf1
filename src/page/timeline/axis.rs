//! Ticks and eras above the marks.

use crate::page::Html;
use crate::timeline::{place_eras, ticks};

use super::{Laid, Telling, WIDTHS_PX, decimals};

/// The ticks of what is drawn, and the eras that reach into the window. Both are laid out for the smaller width: at a
/// greater one they only stand further apart.
pub fn ticks_and_eras(html: &mut Html, telling: Telling<'_>, laid: &Laid) {
    let placed = laid.drawn();
    html.raw(r#"<div class="tl-axis" aria-hidden="true">"#);
    let scale = placed.window.scale(WIDTHS_PX[0] * (1.0 + 2.0 * placed.beyond));
    let left_px = WIDTHS_PX[0] * placed.beyond;
    let ticks = ticks(&scale, telling.messages.locale());
    for (row, class) in [(&ticks.major, "tick major"), (&ticks.minor, "tick")] {
        for (at, tick) in row.iter().enumerate() {
            let x_px = scale.x_from_day(tick.day);
            // The header of what began before the window stands at its left edge, unless the next one does.
            let is_next_inside = row.get(at + 1).is_none_or(|next| scale.x_from_day(next.day) > left_px);
            let x_px = if class != "tick" && is_next_inside { x_px.max(left_px) } else { x_px };
            let mut style = String::from("--x:");
            style.push_str(&decimals(placed.share(x_px, WIDTHS_PX[0])));
            html.put(r#"<span class="{}" style="{}">{}</span>"#, &[class, &style, &tick.label]);
        }
    }
    html.raw("</div>");
    let scale = laid.seen.window.scale(WIDTHS_PX[0]);
    let share = |x_px: f64| decimals(x_px / scale.width_px * 100.0);
    let bands = &telling.outline.eras;
    let placed = place_eras(bands, &scale);
    if placed.is_empty() {
        return;
    }
    let n_rows = placed.iter().map(|era| era.row + 1).max().unwrap_or(0);
    let mut rows = String::from("--rows:");
    rows.push_str(&n_rows.to_string());
    html.put(r#"<ul class="tl-eras" style="{}" aria-label="{}">"#, &[&rows, telling.say("eras-label")]);
    for era in placed {
        let band = &bands[era.index as usize];
        let beyond_px = scale.width_px * laid.drawn().beyond;
        let (from_px, to_px) = (era.x_px.max(-beyond_px), (era.x_px + era.width_px).min(scale.width_px + beyond_px));
        let mut style = String::new();
        for (name, value) in [
            ("--x:", share(from_px)),
            (";--w:", share(to_px - from_px)),
            (";--row:", era.row.to_string()),
            (";--n:", share(era.name_x_px.unwrap_or(from_px) - from_px)),
        ] {
            style.push_str(name);
            style.push_str(&value);
        }
        let class = if band.extent.approximate { "era about" } else { "era" };
        html.put(r#"<li class="{}" style="{}"><span"#, &[class, &style]).lang(telling.outline.content_lang());
        html.put(">{}</span></li>", &[&band.name]);
    }
    html.raw("</ul>");
}
