//! Ticks and eras above the marks.

use crate::page::Html;
use crate::timeline::{Zone, place_eras, ticks};

use super::drawing::zone_class;
use super::{Laid, Telling, WIDTHS_PX, decimals};

/// The ticks of what is drawn, and the eras that reach into the window. Both are laid out for the smaller width: at a
/// greater one they only stand further apart.
pub fn ticks_and_eras(html: &mut Html, telling: Telling<'_>, laid: &Laid) {
    let scale = laid.window.scale(WIDTHS_PX[0]);
    let share = |x_px: f64| decimals(x_px / scale.width_px * 100.0);
    let locale = telling.messages.locale();
    let (seen, drawn) = (ticks(&scale, locale), ticks(&laid.drawn_scale(scale.width_px), locale));
    html.raw(r#"<div class="tl-axis" aria-hidden="true">"#);
    for (seen, drawn, class) in [(&seen.major, &drawn.major, "tick major"), (&seen.minor, &drawn.minor, "tick")] {
        let mut write = |x_px: f64, label: &str, zone| {
            html.put(r#"<span class="{}{}" style="--x:{}">{}</span>"#, &[class, zone_class(zone), &share(x_px), label]);
        };
        for (at, tick) in seen.iter().enumerate() {
            let x_px = scale.x_from_day(tick.day);
            // The header of what began before the window stands at its left edge, unless the next one does.
            let is_next_inside = seen.get(at + 1).is_none_or(|next| scale.x_from_day(next.day) > 0.0);
            let x_px = if class != "tick" && is_next_inside { x_px.max(0.0) } else { x_px };
            write(x_px, &tick.label, Zone::Window);
        }
        for tick in drawn.iter().filter(|_| laid.manner.reaches) {
            let x_px = scale.x_from_day(tick.day);
            let is_beside = !(0.0..scale.width_px).contains(&x_px);
            if is_beside && seen.iter().all(|other| other.day != tick.day) {
                write(x_px, &tick.label, Zone::Beyond);
            }
        }
    }
    html.raw("</div>");
    let bands = &telling.outline.eras;
    let placed = place_eras(bands, &scale);
    if placed.is_empty() {
        return;
    }
    let n_rows = placed.iter().map(|era| era.row + 1).max().unwrap_or(0);
    html.put(
        r#"<ul class="tl-eras" style="--rows:{}" aria-label="{}">"#,
        &[&n_rows.to_string(), telling.say("eras-label")],
    );
    let beyond_px = scale.width_px * laid.beyond();
    for era in placed {
        let band = &bands[era.index as usize];
        let (from_px, to_px) = (era.x_px, era.x_px + era.width_px);
        let row = era.row.to_string();
        // The part in which it ends, somewhere, says so.
        let about = |end_px: f64| if band.extent.approximate && end_px == to_px { " about" } else { "" };
        let beside = zone_class(Zone::Beyond);
        let (start_px, end_px) = (from_px.max(0.0), to_px.min(scale.width_px));
        let place = |from_px: f64, to_px: f64| [share(from_px), share(to_px - from_px)];
        let [x, width] = place(start_px, end_px);
        html.put(
            r#"<li class="era{}" style="--x:{};--w:{};--row:{};--n:{}"><span"#,
            &[about(end_px), &x, &width, &row, &share(era.name_x_px.unwrap_or(start_px) - start_px)],
        );
        html.lang(telling.outline.content_lang()).put(">{}</span></li>", &[&band.name]);
        // What a hand moves into the window.
        let reach_px = [-beyond_px, scale.width_px + beyond_px];
        for (left_px, right_px) in [(from_px.max(reach_px[0]), start_px), (end_px, to_px.min(reach_px[1]))] {
            if right_px > left_px && beyond_px > 0.0 {
                let [x, width] = place(left_px, right_px);
                let part = r#"<li class="era{}{}" aria-hidden="true" style="--x:{};--w:{};--row:{}"></li>"#;
                html.put(part, &[about(right_px), beside, &x, &width, &row]);
            }
        }
    }
    html.raw("</ul>");
}
