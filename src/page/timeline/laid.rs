//! The layouts of a window, for both widths, made once and drawn by every region that needs them.

use std::sync::{Mutex, PoisonError};

use crate::timeline::{Index, Layout, Options, Packing};
use crate::view_state::Window;

use super::{Drawn, MARGIN_PX, WIDTHS_PX};

/// Enough lanes for the labels of a crowded day; a track is only as high as it needs.
const MAX_LANES: u16 = 12;

/// What stands where in a window.
#[derive(Debug, Clone, Default)]
pub struct Laid {
    /// The window.
    pub window: Window,
    /// The rows that are closed.
    pub closed: Vec<u16>,
    /// For the smaller width.
    pub medium: Layout,
    /// For the greater width.
    pub large: Layout,
}

/// Packings from earlier windows: panning keeps them, so that a step costs what is on screen and no more.
#[derive(Debug, Default)]
pub struct Packings(Mutex<[Option<Packing>; 2]>);

/// Lays a window out. Of the rows that are `closed`, only how much lies where.
pub fn lay(drawn: &Drawn, window: Window, closed: &[u16]) -> Laid {
    let options =
        Options { max_lanes: MAX_LANES, margin_px: MARGIN_PX, collapsed: closed.to_vec(), ..Options::default() };
    // Losing a packing to a panic elsewhere costs time, no truth.
    let mut packings = drawn.packings.0.lock().unwrap_or_else(PoisonError::into_inner);
    let [first, second] = &mut *packings;
    let medium = lay_out(first, &drawn.index, window, WIDTHS_PX[0], &options);
    let large = lay_out(second, &drawn.index, window, WIDTHS_PX[1], &options);
    Laid { window, closed: closed.to_vec(), medium, large }
}

fn lay_out(kept: &mut Option<Packing>, index: &Index, window: Window, width_px: f64, options: &Options) -> Layout {
    let scale = window.scale(width_px);
    let packing = match kept.take().filter(|packing| packing.holds_for(index, &scale, options)) {
        Some(packing) => packing,
        None => Packing::around(index, &scale, options),
    };
    let layout = packing.layout(index, &scale, options);
    *kept = Some(packing);
    layout
}
