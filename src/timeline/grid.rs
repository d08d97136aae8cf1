//! The zoom, rounded, and time cut into cells and blocks that no window moves.
//!
//! Whatever must stay put while a reader pans is decided on this grid: it depends on the zoom and on absolute days,
//! never on where the window is. The zoom is rounded *down* to a step, and boxes are packed at the rounded zoom. At
//! the true one days lie further apart while glyphs and labels keep their px, so what was apart stays apart:
//!
//! ```text
//! rounded zoom   ▕██▏label   ▕██▏label
//! true zoom      ▕███▏label     ▕███▏label
//! ```
//!
//! A block is as long as the widest box that may begin in it, so a box reaches into the next block at the most. What
//! is longer belongs to a higher level, whose cells and blocks are twice as long, and so on:
//!
//! ```text
//! level 1  ├───────────────────────┼───────────────────────┤
//! level 0  ├───────────┼───────────┼───────────┼───────────┤  blocks, of 20 cells each
//! ```
//!
//! It knows neither lanes nor labels, only how much room a label may need.

use super::index::{Class, Length};
use super::{Index, Run, Scale};

/// From one rounded zoom to the next: a quarter of a doubling.
const STEP: f64 = 1.189_207_115_002_721;

/// One of the rounded zooms. It is no round number, so that no window that a person names (a week over 700 px)
/// lies on the edge between two steps, where the last bit of a sum would choose the side.
const SOME_PX_PER_DAY: f64 = 0.913_746_529_81;

/// The width of a cell: a cluster's badge and a gap.
pub(super) const CELL_PX: f64 = 40.0;

/// A block of level 0 is 800 px, which holds a label of the greatest width and a mark of twice that.
pub(super) const CELLS_PER_BLOCK: i64 = 20;

/// A block of level 0.
pub(super) const BLOCK_PX: f64 = CELL_PX * CELLS_PER_BLOCK as f64;

/// The steps of a density profile in one cell.
pub(super) const BINS_PER_CELL: f64 = 5.0;

/// The widest label that is shown at all.
pub(super) const LABEL_LIMIT_PX: f64 = 240.0;

/// The most room that a box needs besides the body of its mark: the label, the gaps before and after it, and half a
/// glyph at each end, by which a box may stick out of its block.
pub(super) const LABEL_REACH_PX: f64 = LABEL_LIMIT_PX + 28.0;

/// A rounded zoom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grid {
    pub(super) px_per_day: f64,
}

/// The items of one class that begin in one cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) cell: i64,
    pub(super) run: Run,
    pub(super) length: Length,
}

impl Grid {
    /// The greatest rounded zoom that is no closer than the scale's.
    ///
    /// By multiplication alone, so that a server and a browser get the same bits.
    pub(super) fn of(scale: &Scale) -> Self {
        let wanted = scale.px_per_day();
        let mut px_per_day = SOME_PX_PER_DAY;
        while px_per_day > wanted && px_per_day > f64::MIN_POSITIVE {
            px_per_day /= STEP;
        }
        while px_per_day * STEP <= wanted && px_per_day < f64::MAX {
            px_per_day *= STEP;
        }
        Self { px_per_day }
    }

    pub(super) fn px(self, day: f64) -> f64 {
        day * self.px_per_day
    }

    pub(super) fn day(self, px: f64) -> f64 {
        px / self.px_per_day
    }

    /// The lowest level on which no box of that length outgrows a block.
    ///
    /// On level 0 a label may stand beside the mark. On the others even the shortest mark is longer than half of what
    /// is too long for level 0, so that any label fits on the mark itself.
    pub(super) fn level(self, length: Length) -> u32 {
        let most_px = self.px(length.most_days());
        if most_px + LABEL_REACH_PX <= BLOCK_PX {
            return 0;
        }
        (1..63).find(|level| most_px + LABEL_REACH_PX <= block_px(*level)).unwrap_or(63)
    }

    /// Whether a cell is longer than a minute, so that a closer look can still part what lies in it.
    pub(super) fn is_coarser_than_minutes(self) -> bool {
        self.day(CELL_PX) > 1.0 / 1440.0
    }

    /// The items of a class by cell, from one cell to another, both included.
    ///
    /// Cells of up to `most` items are walked through item by item; of a fuller one only the end is searched for.
    pub(super) fn spots(self, index: &Index, class: &Class, cells: &Cells, out: &mut Vec<Spot>) {
        let mut rest = index.skip(class.run, |start| cells.cell(self, start) < cells.first);
        while !rest.is_empty() {
            let cell = cells.cell(self, index.start_at(rest.from));
            if cell > cells.last {
                break;
            }
            let near = rest.to.min(rest.from.saturating_add(cells.most + 1));
            let is_here = |start| cells.cell(self, start) <= cell;
            let mut after = index.skip(Run { to: near, ..rest }, is_here).from;
            if after == near {
                after = index.skip(Run { from: near, ..rest }, is_here).from;
            }
            out.push(Spot { cell, run: Run { from: rest.from, to: after }, length: class.length });
            rest.from = after;
        }
    }
}

/// Which cells are asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cells {
    pub(super) px: f64,
    pub(super) first: i64,
    pub(super) last: i64,
    pub(super) most: u32,
}

impl Cells {
    fn cell(&self, grid: Grid, day: f64) -> i64 {
        (grid.px(day) / self.px).floor() as i64
    }
}

/// The width of a cell of a level.
pub(super) fn cell_px(level: u32) -> f64 {
    CELL_PX * (1_u64 << level.min(63)) as f64
}

/// The width of a block of a level.
pub(super) fn block_px(level: u32) -> f64 {
    cell_px(level) * CELLS_PER_BLOCK as f64
}

#[cfg(test)]
mod tests {
    use super::Grid;
    use crate::timeline::Scale;

    #[test]
    fn every_zoom_from_minutes_to_ages_is_rounded_down_by_less_than_a_fifth() {
        let mut n_days = 1e-3;
        while n_days < 1e14 {
            let scale = Scale::new(0.0, n_days, 700.0);
            let grid = Grid::of(&scale);
            let ratio = scale.px_per_day() / grid.px_per_day;
            assert!((1.0..1.19).contains(&ratio), "{n_days} days: {ratio}");
            n_days *= 1.7;
        }
    }

    #[test]
    fn a_pan_keeps_the_rounded_zoom() {
        for n_days in [0.01, 1.0, 7.0, 12.0, 30.0, 365.0, 3652.5, 7_300_000.0] {
            let scale = Scale::new(18_993.0, 18_993.0 + n_days, 700.0);
            let moved = (0..100).fold(scale, |scale, step| scale.pan_px(f64::from(step) * 1.3));
            assert_eq!(Grid::of(&scale).px_per_day.to_bits(), Grid::of(&moved).px_per_day.to_bits(), "{n_days}");
        }
    }
}
