//! The overview strip: the whole period as a profile of counts, with the window in it.

use crate::order;
use crate::page::Html;
use crate::timeline::{Scale, profile, ticks};
use crate::view_state::Window;

use super::{Drawn, Telling, WIDTHS_PX, decimals};

/// So many bars: about one to 6 px of the widest strip.
const N_BINS: usize = 160;

/// The strip. Its bars are drawn in square roots, so that one entry beside two hundred is still seen.
pub fn overview(telling: Telling<'_>, drawn: &Drawn, window: Window) -> Html {
    let mut html = Html::new();
    let counts = profile(&drawn.index, &drawn.domain, N_BINS);
    let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1)).sqrt();
    html.raw(r#"<svg viewBox="0 0 160 20" preserveAspectRatio="none" aria-hidden="true">"#);
    let mut path = String::new();
    for (at, n) in counts.iter().enumerate().filter(|(_, n)| **n > 0) {
        let height = (f64::from(*n).sqrt() / most * 18.0).max(1.5);
        path.push('M');
        path.push_str(&at.to_string());
        path.push_str(" 20v-");
        path.push_str(&decimals(height));
        path.push_str("h1v");
        path.push_str(&decimals(height));
        path.push('z');
    }
    html.put(r#"<path d="{}"></path></svg>"#, &[&path]);
    let whole = Scale::new(drawn.domain.start_day, drawn.domain.end_day, 100.0);
    let from = order::within(whole.x_from_day(window.start_day), 0.0, 100.0);
    let to = order::within(whole.x_from_day(window.end_day), 0.0, 100.0);
    let mut style = String::from("--x:");
    style.push_str(&decimals(from));
    style.push_str(";--w:");
    style.push_str(&decimals(to - from));
    html.put(r#"<div class="ov-moving"><div class="ov-window" style="{}"><span class="ov-edge" data-edge="start"></span><span class="ov-edge" data-edge="end"></span></div></div><div class="ov-ticks" aria-hidden="true">"#, &[&style]);
    for tick in &ticks(&whole.with_width_px(WIDTHS_PX[0]), telling.messages.locale()).major {
        let mut style = String::from("--x:");
        style.push_str(&decimals(whole.x_from_day(tick.day)));
        html.put(r#"<span style="{}">{}</span>"#, &[&style, &tick.label]);
    }
    html.raw("</div>");
    html
}
