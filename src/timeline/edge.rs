//! Labels near the edges of the window.
//!
//! Lanes are decided without the window, so a label may stick out of it. It is then put elsewhere if there is room in
//! the mark's own lane, and else left out; no mark moves for it.
//!
//! ```text
//!  0                                    width_px
//!  │▓▓ label ▓▓▓▓▓▏                         │     on a mark that began earlier: sticks to the edge
//!  │▓▓▏ label                               │     too little of it left: to the right
//!  │                         label ▕█▏      │     near the right edge: to the left
//! ```
//!
//! Each place is told as an edge of the body, which scales with the width, and px from there, which do not; so what
//! fits here fits at any greater width.

use super::frame::Frame;
use super::lanes::{Lanes, Taken};
use super::packing::{BOX_GAP_PX, LABEL_GAP_PX, PackedLabel, PackedMark};
use super::{MARK_PX, Scale, Zone};

/// Where a label stands: from an edge of the body, so many px to its own left edge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) anchor_px: f64,
    pub(super) offset_px: f64,
    pub(super) is_inside: bool,
}

/// A side of a mark on which a label may stand.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    Inside,
    Right,
    Left,
}

/// The lanes of a track with what labels near the edges have taken besides.
#[derive(Debug)]
pub(super) struct Edges<'a> {
    lanes: &'a Lanes,
    moved: Vec<(usize, Taken)>,
}

impl<'a> Edges<'a> {
    pub(super) fn new(lanes: &'a Lanes) -> Self {
        Self { lanes, moved: Vec::new() }
    }

    /// Finds the place of a mark's label in the window, or in what lies beyond it with the mark, and takes the room for
    /// it.
    pub(super) fn place_label(
        &mut self,
        frame: &Frame<'_>,
        scale: &Scale,
        (number, mark, zone): (usize, &PackedMark, Zone),
    ) -> Option<Place> {
        let PackedLabel { lines, is_inside } = mark.label?;
        let (start, end) = frame.index.items()[mark.item as usize].extent.body();
        let body = (scale.x_from_day(start), scale.x_from_day(end));
        let reserved = if is_inside { Side::Inside } else { Side::Right };
        let reach_px = if zone == Zone::Beyond { scale.width_px * frame.options.reach } else { 0.0 };
        let window = (-reach_px, scale.width_px + reach_px, frame.options.margin_px);
        if let Some(place) = place_on(reserved, body, lines.width_px, window) {
            return Some(place);
        }
        for side in [Side::Right, Side::Left].into_iter().filter(|side| *side != reserved) {
            let wanted = room(side, mark, lines.width_px, number);
            let place = place_on(side, body, lines.width_px, window);
            if place.is_some() && self.is_free(mark.lane, wanted) {
                self.moved.push((mark.lane, wanted));
                return place;
            }
        }
        None
    }

    /// Where a thin tail may begin that ends at a mark: where it wants to, or behind the last box before the mark.
    /// `None` if something stands right before the mark.
    pub(super) fn tail_from_px(&self, mark: &PackedMark, wanted_px: f64) -> Option<f64> {
        let moved = self.moved.iter().filter(|(lane, taken)| *lane == mark.lane && taken.to_px <= mark.from_px);
        let end_px = self.lanes.end_before(mark.lane, mark.from_px);
        let from_px = moved.fold(end_px.max(wanted_px), |px, (_, taken)| px.max(taken.to_px));
        let tail = Taken { from_px, to_px: mark.from_px, mark: u32::MAX };
        (from_px < mark.from_px && self.is_free(mark.lane, tail)).then_some(from_px)
    }

    fn is_free(&self, lane: usize, wanted: Taken) -> bool {
        let overlaps =
            |other: &Taken| other.mark != wanted.mark && other.from_px < wanted.to_px && other.to_px > wanted.from_px;
        let is_taken = self.moved.iter().any(|(other, taken)| *other == lane && overlaps(taken));
        !is_taken && self.lanes.is_free(lane, wanted)
    }
}

/// The place on one side of a body, if the window with its margin holds it.
fn place_on(
    side: Side,
    (start_x, end_x): (f64, f64),
    width_px: f64,
    (from_px, to_px, margin_px): (f64, f64, f64),
) -> Option<Place> {
    // How far the glyph sticks out of a body that is narrower.
    let overhang_px = ((MARK_PX - (end_x - start_x)) / 2.0).max(0.0);
    let (anchor_px, offset_px, limit_px) = match side {
        Side::Inside => (start_x.max(from_px), LABEL_GAP_PX, end_x.min(to_px)),
        Side::Right => (end_x, overhang_px + LABEL_GAP_PX, to_px + margin_px),
        Side::Left => (start_x, -overhang_px - LABEL_GAP_PX - width_px, to_px),
    };
    let x_px = anchor_px + offset_px;
    let is_inside = side == Side::Inside;
    (x_px >= from_px && x_px + width_px <= limit_px).then_some(Place { anchor_px, offset_px, is_inside })
}

/// The room of a mark with its label on one side of it, in px of the grid.
fn room(side: Side, mark: &PackedMark, width_px: f64, number: usize) -> Taken {
    let taken = PackedMark { label: None, ..*mark }.taken(number);
    match side {
        Side::Inside => taken,
        Side::Right => Taken { to_px: mark.to_px + LABEL_GAP_PX + width_px + BOX_GAP_PX, ..taken },
        Side::Left => Taken { from_px: taken.from_px - LABEL_GAP_PX - width_px, ..taken },
    }
}

#[cfg(test)]
mod tests {
    use super::{Side, place_on};

    #[track_caller]
    fn check(side: Side, body: (f64, f64), x_px: Option<f64>) {
        let place = place_on(side, body, 100.0, (0.0, 700.0, 0.0));
        assert_eq!(place.map(|place| place.anchor_px + place.offset_px), x_px, "{side:?} of {body:?}");
    }

    #[test]
    fn a_point_has_its_label_beside_the_glyph() {
        check(Side::Right, (300.0, 300.0), Some(312.0));
        check(Side::Left, (300.0, 300.0), Some(188.0));
        check(Side::Inside, (300.0, 300.0), None);
    }

    #[test]
    fn a_label_never_leaves_the_window() {
        check(Side::Right, (600.0, 650.0), None);
        check(Side::Left, (600.0, 650.0), Some(494.0));
        check(Side::Left, (90.0, 140.0), None);
        check(Side::Inside, (600.0, 900.0), None);
        check(Side::Inside, (-50.0, 80.0), None);
    }

    #[test]
    fn a_label_on_a_mark_sticks_to_the_edge() {
        check(Side::Inside, (-500.0, 900.0), Some(6.0));
        check(Side::Inside, (20.0, 900.0), Some(26.0));
    }
}
