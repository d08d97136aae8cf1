//! The layouts of a window, made once and drawn by every region that needs them.
//!
//! A page that is not shown yet has one for each width. A page that is shown has the one that fits its screen, and
//! where a hand is about to move it, what lies beyond both edges as well, so that moving needs no drawing:
//!
//! ```text
//!            ├───────── window ─────────┤
//!   ├─ ½ ────┼──────────────────────────┼──── ½ ─┤   drawn for a hand
//! ```
//!
//! The heights of rows are those of all that lies within reach, drawn or not.

use std::sync::{Mutex, PoisonError};

use crate::timeline::{Index, Layout, Options, Packing, Scale};
use crate::view_state::Window;

use super::{Drawn, MARGIN_PX, WIDTHS_PX};

/// Enough lanes for the labels of a crowded day; a track is only as high as it needs.
const MOST_LANES: usize = 12;
/// With many tracks each has fewer, down to these.
const LEAST_LANES: usize = 3;
/// All tracks together have so many at the most, a screen and a half of a desk, as long as the least leave that. What finds
/// no lane is in a cluster.
const LANES_IN_ALL: usize = 36;

/// So much of a window is drawn beyond each of its edges for a hand that moves it; `style/drawing.css` has it, too.
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
    /// Whether what lies beyond the edges is drawn as well, for a hand to move it into the window.
    pub reaches: bool,
}

/// What stands where in a window; what the screen does not show is empty.
#[derive(Debug, Clone, Default)]
pub struct Laid {
    /// How it was laid out.
    pub manner: Manner,
    /// The window.
    pub window: Window,
    /// For the smaller width, and for the list.
    pub medium: Layout,
    /// For the greater width.
    pub large: Layout,
}

impl Laid {
    /// The layouts that were made.
    pub fn layouts(&self) -> Vec<&Layout> {
        match self.manner.fit {
            Fit::Any => vec![&self.medium, &self.large],
            Fit::List | Fit::Medium => vec![&self.medium],
            Fit::Large => vec![&self.large],
        }
    }

    /// One of them: what is counted in it is the same in both.
    pub fn main(&self) -> &Layout {
        match self.manner.fit {
            Fit::Any | Fit::Large => &self.large,
            Fit::List | Fit::Medium => &self.medium,
        }
    }

    /// How much is drawn beyond each edge, in windows.
    pub fn beyond(&self) -> f64 {
        if self.manner.reaches { BEYOND } else { 0.0 }
    }

    /// The days that are drawn, at the zoom of a window that is so wide.
    pub fn drawn_scale(&self, width_px: f64) -> Scale {
        let Window { start_day, end_day } = self.window;
        let beside_days = (end_day - start_day) * self.beyond();
        Scale::new(start_day - beside_days, end_day + beside_days, width_px * (1.0 + 2.0 * self.beyond()))
    }
}

/// Packings from earlier windows, one a width: panning keeps them, so that a step costs what is on screen and no more.
#[derive(Debug, Default)]
pub struct Packings(Mutex<[Option<Packing>; 2]>);

/// Lays a window out.
pub fn lay(drawn: &Drawn, window: Window, manner: &Manner) -> Laid {
    let max_lanes = (LANES_IN_ALL / drawn.index.n_tracks().max(1)).clamp(LEAST_LANES, MOST_LANES) as u16;
    let options = Options {
        max_lanes,
        margin_px: MARGIN_PX,
        reach: BEYOND,
        collapsed: manner.closed.clone(),
        ..Options::default()
    };
    // Losing a packing to a panic elsewhere costs time, no truth.
    let mut packings = drawn.packings.0.lock().unwrap_or_else(PoisonError::into_inner);
    let [first, second] = &mut *packings;
    let lay_out = |kept: &mut Option<Packing>, width_px: f64| {
        let layout = lay_out(kept, &drawn.index, &window.scale(width_px), &options);
        if manner.reaches { layout } else { layout.in_window() }
    };
    let mut laid = Laid { manner: manner.clone(), window, ..Laid::default() };
    if manner.fit != Fit::Large {
        laid.medium = lay_out(first, WIDTHS_PX[0]);
    }
    if matches!(manner.fit, Fit::Any | Fit::Large) {
        laid.large = lay_out(second, WIDTHS_PX[1]);
    }
    laid
}

fn lay_out(kept: &mut Option<Packing>, index: &Index, scale: &Scale, options: &Options) -> Layout {
    let packing = match kept.take().filter(|packing| packing.holds_for(index, scale, options)) {
        Some(packing) => packing,
        None => Packing::around(index, scale, options),
    };
    let layout = packing.layout(index, scale, options);
    *kept = Some(packing);
    layout
}
