//! The layouts of a window, made once and drawn by every region that needs them.
//!
//! A page that is not shown yet has one for each width. A page that is shown has the one that fits its screen, and
//! while a hand moves it, one that reaches beyond both edges, so that moving needs no drawing:
//!
//! ```text
//!            ├────────── seen ──────────┤
//!   ├─ ½ ────┼──────────────────────────┼──── ½ ─┤   drawn while it moves
//! ```

use std::sync::{Mutex, PoisonError};

use crate::timeline::{Index, Layout, Options, Packing};
use crate::view_state::Window;

use super::{Drawn, MARGIN_PX, WIDTHS_PX};

/// Enough lanes for the labels of a crowded day; a track is only as high as it needs.
const MAX_LANES: u16 = 12;

/// So much of a window is drawn beyond each of its edges while it moves.
pub const BEYOND: f64 = 0.5;

/// The form that the screen shows of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fit {
    /// Not known: all three.
    #[default]
    Any,
    /// The list by day.
    List,
    /// The layout for the smaller width.
    Medium,
    /// The layout for the greater width.
    Large,
}

impl Fit {
    /// The form of a timeline that is so wide.
    pub fn of_width(width_px: f64) -> Self {
        let fits = |layout: usize| width_px >= WIDTHS_PX[layout] + MARGIN_PX;
        match (fits(0), fits(1)) {
            (_, true) => Self::Large,
            (true, _) => Self::Medium,
            _ => Self::List,
        }
    }

    /// Whether the list may be shown.
    pub fn has_list(self) -> bool {
        matches!(self, Self::Any | Self::List)
    }
}

/// How a window is to be laid out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Manner {
    /// The rows that are closed: they only show how much lies where.
    pub closed: Vec<u16>,
    /// What the screen shows.
    pub fit: Fit,
    /// Whether a hand is moving it.
    pub is_moving: bool,
}

/// What stands where in a window.
#[derive(Debug, Clone, Default)]
pub struct Laid {
    /// How it was laid out.
    pub manner: Manner,
    /// The window.
    pub seen: Placed,
    /// While it moves, what reaches beyond its edges.
    beyond: Option<Placed>,
}

/// What stands where in a stretch of days; what the screen does not show is empty.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// The stretch.
    pub window: Window,
    /// How much of it lies beyond each edge of what is seen, in windows.
    pub beyond: f64,
    /// For the smaller width, and for the list.
    pub medium: Layout,
    /// For the greater width.
    pub large: Layout,
}

impl Laid {
    /// What is drawn.
    pub fn drawn(&self) -> &Placed {
        self.beyond.as_ref().unwrap_or(&self.seen)
    }
}

impl Placed {
    /// The layouts that were made.
    pub fn layouts(&self, fit: Fit) -> &[fn(&Placed) -> &Layout] {
        match fit {
            Fit::Any => &[|placed| &placed.medium, |placed| &placed.large],
            Fit::List | Fit::Medium => &[|placed| &placed.medium],
            Fit::Large => &[|placed| &placed.large],
        }
    }

    /// One of them: what is counted in it is the same in both.
    pub fn main(&self, fit: Fit) -> &Layout {
        match fit {
            Fit::Any | Fit::Large => &self.large,
            Fit::List | Fit::Medium => &self.medium,
        }
    }

    /// A place in a layout as a share of what is seen, in per cent.
    pub fn share(&self, x_px: f64, width_px: f64) -> f64 {
        (x_px / width_px - self.beyond) * 100.0
    }
}

/// Packings from earlier windows: panning keeps them, so that a step costs what is on screen and no more.
#[derive(Debug, Default)]
pub struct Packings(Mutex<[[Option<Packing>; 2]; 2]>);

/// Lays a window out.
pub fn lay(drawn: &Drawn, window: Window, manner: &Manner) -> Laid {
    let beyond = manner.is_moving.then(|| place(drawn, window, manner, BEYOND));
    Laid { manner: manner.clone(), seen: place(drawn, window, manner, 0.0), beyond }
}

fn place(drawn: &Drawn, window: Window, manner: &Manner, beyond: f64) -> Placed {
    let n_windows = 1.0 + 2.0 * beyond;
    let usual = Options::default();
    let options = Options {
        max_lanes: MAX_LANES,
        margin_px: MARGIN_PX,
        collapsed: manner.closed.clone(),
        // What is too long for the window that is seen stays off it.
        shelf_ratio: usual.shelf_ratio / n_windows,
        coarse_shelf_ratio: usual.coarse_shelf_ratio / n_windows,
        ..usual
    };
    let n_days = window.end_day - window.start_day;
    let window = Window { start_day: window.start_day - beyond * n_days, end_day: window.end_day + beyond * n_days };
    // Losing a packing to a panic elsewhere costs time, no truth.
    let mut packings = drawn.packings.0.lock().unwrap_or_else(PoisonError::into_inner);
    let [first, second] = &mut packings[usize::from(beyond > 0.0)];
    let mut placed = Placed { window, beyond, ..Placed::default() };
    if manner.fit != Fit::Large {
        placed.medium = lay_out(first, &drawn.index, window, WIDTHS_PX[0] * n_windows, &options);
    }
    if matches!(manner.fit, Fit::Any | Fit::Large) {
        placed.large = lay_out(second, &drawn.index, window, WIDTHS_PX[1] * n_windows, &options);
    }
    placed
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
