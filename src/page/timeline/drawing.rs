//! The drawing: axis, eras, tracks and marks, laid out for two widths at once.

use crate::fact::{Fact, Key};
use crate::page::{Html, Page};
use crate::timeline::{Layout, Options, layout};
use crate::view_state::Window;

use super::{Drawn, WIDTHS_PX, axis, decimals, marks};

/// The window of a timeline as it is drawn.
pub fn drawing(page: Page<'_>, drawn: &Drawn, window: Window, selected: Option<Key<Fact>>) -> Html {
    let options = Options::default();
    let [medium, large] = WIDTHS_PX.map(|width_px| layout(&drawn.index, &window.scale(width_px), &options));
    let mut html = Html::new();
    let mut style = String::from("--mh:");
    style.push_str(&decimals(medium.height_px));
    style.push_str("px;--lh:");
    style.push_str(&decimals(large.height_px));
    style.push_str("px");
    html.open("div", &[("class", "tl-plot"), ("style", &style)]);
    axis::ticks_and_eras(&mut html, page, window);
    html.open("div", &[("class", "tl-field")]);
    tracks(&mut html, page, drawn, &medium, &large);
    marks::marks(&mut html, &marks::Scene { page, drawn, window, selected, medium: &medium, large: &large });
    html.close("div").close("div");
    html
}

fn tracks(html: &mut Html, page: Page<'_>, drawn: &Drawn, medium: &Layout, large: &Layout) {
    html.open("div", &[("class", "tl-tracks")]);
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
        html.open("div", &[("class", "tl-track"), ("style", &style)]);
        let name = drawn.tracks.get(usize::from(small.track)).map_or("", String::as_str);
        html.open("span", &[("class", "tl-track-name")]).text(name).text(" ");
        let n = super::super::attribution::count_text(page, small.n_items as usize);
        html.element("span", &[("class", "n")], &n).close("span");
        if small.n_in_window == 0 {
            html.element("span", &[("class", "tl-empty")], page.say("tl-nothing"));
        }
        html.close("div");
    }
    html.close("div");
}
