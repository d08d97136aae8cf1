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

use super::lanes::Taken;
use super::packing::{BOX_GAP_PX, Frame, LABEL_GAP_PX, Packed, PackedLabel, PackedMark};
use super::{MARK_PX, Scale};

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

/// Finds the place of a mark's label in the window, and takes the room for it.
pub(super) fn place_label(frame: &Frame<'_>, scale: &Scale, packed: &mut Packed, number: usize) -> Option<Place> {
    let mark = packed.marks[number];
    let PackedLabel { lines, is_inside } = mark.label?;
    let (start, end) = frame.index.items()[mark.item as usize].extent.body();
    let body = (scale.x_from_day(start), scale.x_from_day(end));
    let reserved = if is_inside { Side::Inside } else { Side::Right };
    if let Some(place) = place_on(reserved, body, lines.width_px, scale.width_px) {
        return Some(place);
    }
    for side in [Side::Right, Side::Left].into_iter().filter(|side| *side != reserved) {
        let wanted = room(side, &mark, lines.width_px, number);
        let place = place_on(side, body, lines.width_px, scale.width_px);
        if place.is_some() && packed.lanes.is_free(mark.lane, wanted) {
            packed.lanes.remove(mark.lane, mark.taken(number));
            packed.lanes.put(mark.lane, wanted);
            return place;
        }
    }
    None
}

/// The place on one side of a body, if the window holds it.
fn place_on(side: Side, (start_x, end_x): (f64, f64), width_px: f64, window_px: f64) -> Option<Place> {
    // How far the glyph sticks out of a body that is narrower.
    let overhang_px = ((MARK_PX - (end_x - start_x)) / 2.0).max(0.0);
    let (anchor_px, offset_px, limit_px) = match side {
        Side::Inside => (start_x.max(0.0), LABEL_GAP_PX, end_x.min(window_px)),
        Side::Right => (end_x, overhang_px + LABEL_GAP_PX, window_px),
        Side::Left => (start_x, -overhang_px - LABEL_GAP_PX - width_px, window_px),
    };
    let x_px = anchor_px + offset_px;
    let is_inside = side == Side::Inside;
    (x_px >= 0.0 && x_px + width_px <= limit_px).then_some(Place { anchor_px, offset_px, is_inside })
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
        let place = place_on(side, body, 100.0, 700.0);
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
