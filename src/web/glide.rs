//! The two boxes that scroll under a hand: the drawing, and the window of the overview in its strip.
//!
//! Scrolling changes neither style nor layout nor what is painted, so a step costs about what the event itself costs
//! (`docs/design.md` has the measurement). Style makes room on both sides of either box while `data-dragging` says so.

use std::cell::Cell;

use web_sys::Element;

use super::page::{element, set_attribute};

/// Both boxes, while a hand holds the drawing. Where one is missing, it does not move: the address follows in the end.
#[derive(Debug)]
pub struct Glide {
    drawing: Option<Element>,
    strip: Option<Element>,
    /// How far the drawing reaches beyond either edge.
    beyond_px: f64,
    strip_width_px: f64,
    /// Where the strip is scrolled to, -1 before it is. Zoomed in, many steps of the drawing are none of the strip.
    strip_at_px: Cell<i32>,
}

impl Glide {
    /// Makes room on both sides, and shows what was shown.
    pub fn begin(beyond_px: f64) -> Self {
        set_attribute("data-dragging", "drawing");
        let inside = |id, selector| element(id)?.query_selector(selector).ok().flatten();
        let strip: Option<Element> = inside("r-overview", ".ov-moving");
        let strip_width_px = strip.as_ref().map_or(0.0, |strip| strip.client_width().into());
        let drawing = inside("r-drawing", ".tl-moving");
        let glide = Self { drawing, strip, beyond_px, strip_width_px, strip_at_px: Cell::new(-1) };
        glide.to(0.0, 0.0);
        glide
    }

    /// Whether the drawing is still the one on the page.
    pub fn holds(&self) -> bool {
        self.drawing.as_ref().is_some_and(|drawing| drawing.is_connected())
    }

    /// Shows the drawing by a number of px further on, and the window by a share of its strip, both to the nearest px.
    pub fn to(&self, x_px: f64, share: f64) {
        // Not by `scrollTo`, for which Chromium makes a promise and a task each time.
        if let Some(drawing) = &self.drawing {
            drawing.set_scroll_left(px(self.beyond_px + x_px));
        }
        let strip_px = px((1.0 - share) * self.strip_width_px);
        if let Some(strip) = self.strip.as_ref().filter(|_| self.strip_at_px.replace(strip_px) != strip_px) {
            strip.set_scroll_left(strip_px);
        }
    }
}

/// What stood scrolled stands where it was drawn again.
impl Drop for Glide {
    fn drop(&mut self) {
        for scrolled in [&self.drawing, &self.strip].into_iter().flatten() {
            scrolled.set_scroll_left(0);
        }
    }
}

/// The nearest px, as boxes scroll by. What is no number is 0, and the browser keeps the rest within the box.
fn px(length_px: f64) -> i32 {
    length_px.round() as i32
}
