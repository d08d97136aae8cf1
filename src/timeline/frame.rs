//! What a layout looks at: items through a window.
//!
//! It answers what touches the window, what is too long for it, and which blocks of the grid are in sight. It knows
//! nothing of lanes.

use super::grid::{BLOCK_PX, Grid, LABEL_LIMIT_PX, Spot};
use super::index::{Class, Track};
use super::{Index, Lines, Options, Run, Scale, Shelf, Zone, wrap};

/// The width of a label that takes two lines, unless its words are longer.
const LABEL_PX: f64 = 190.0;

/// What all tracks of one layout share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a> {
    pub(super) index: &'a Index,
    pub(super) options: &'a Options,
    pub(super) grid: Grid,
    /// The days of the window.
    pub(super) window: (f64, f64),
    /// The days that are laid out: those of the window, and what lies within reach on either side.
    pub(super) reach: (f64, f64),
    /// The first and last block of level 0 whose boxes may reach into those.
    pub(super) sight: (i64, i64),
}

impl<'a> Frame<'a> {
    pub(super) fn new(index: &'a Index, scale: &Scale, options: &'a Options) -> Self {
        let grid = Grid::of(scale);
        let block = |day: f64| (grid.px(day) / BLOCK_PX).floor() as i64;
        let beside_days = (scale.end_day - scale.start_day) * options.reach;
        let reach = (scale.start_day - beside_days, scale.end_day + beside_days);
        let sight = (block(reach.0) - 1, block(reach.1));
        Self { index, options, grid, window: (scale.start_day, scale.end_day), reach, sight }
    }

    /// The edges of the blocks in sight, in px of the grid.
    pub(super) fn sight_px(&self) -> (f64, f64) {
        (self.sight.0 as f64 * BLOCK_PX, (self.sight.1 + 1) as f64 * BLOCK_PX)
    }

    /// The items of a run that touch the window.
    pub(super) fn n_in_window(&self, spot: &Spot) -> u32 {
        self.n_within(spot, self.window)
    }

    /// Whether some of several runs touch the window, or only what lies within reach; `None` if not even that.
    pub(super) fn zone_of(&self, spots: &[Spot]) -> Option<Zone> {
        let is_within = |days| spots.iter().any(|spot| self.n_within(spot, days) > 0);
        if is_within(self.window) {
            return Some(Zone::Window);
        }
        is_within(self.reach).then_some(Zone::Beyond)
    }

    /// The items of a run that touch some days, counted one by one only where these end among them.
    fn n_within(&self, spot: &Spot, (start, end): (f64, f64)) -> u32 {
        let Run { from, to } = spot.run;
        if spot.run.is_empty() {
            return 0;
        }
        let (first, last) = (self.index.start_at(from), self.index.start_at(to - 1));
        if last < end && first + spot.length.n_days > start {
            return spot.run.n_items();
        }
        let touches = |at: &u32| self.index.touches(self.index.item_at(*at), start, end);
        (from..to).filter(touches).count() as u32
    }

    /// Whether items of a class are too long for the window to be drawn in it.
    pub(super) fn is_shelved(&self, class: &Class) -> bool {
        let options = self.options;
        let ratio = if class.length.is_coarse { options.coarse_shelf_ratio } else { options.shelf_ratio };
        // The last bits of a window's length change while it is panned.
        let n_days = (self.window.1 - self.window.0) * (1.0 + 1e-6);
        class.length.typical_days() > ratio * n_days
    }

    /// The classes of a track that are drawn.
    pub(super) fn drawn(&self, track: &'a Track) -> impl Iterator<Item = &'a Class> {
        track.classes.iter().filter(|class| !self.is_shelved(class))
    }

    /// The items of a track that are too long for the window, by whole classes and without looking at each.
    pub(super) fn shelve(&self, track: &Track, shelf: &mut Shelf) {
        let (start, end) = self.window;
        for class in track.classes.iter().filter(|class| self.is_shelved(class)) {
            let n_out = self.index.n_ended(class, start) + self.index.n_not_begun(class, end);
            let n_items = class.run.n_items().saturating_sub(n_out);
            if n_items > 0 {
                let run = self.index.skip(class.run, |day| day <= start - class.length.most_days());
                let after = self.index.skip(run, |day| day < end).from;
                shelf.runs.push(Run { from: run.from, to: after });
                shelf.n_items += n_items;
            }
        }
    }

    /// The label of an item, unless it has none or one of no reasonable width.
    pub(super) fn lines(&self, item: u32) -> Option<Lines> {
        let label = self.index.label(item);
        let lines = wrap(label, LABEL_PX, self.options.label_size_px);
        (!label.is_empty() && lines.width_px <= LABEL_LIMIT_PX).then_some(lines)
    }
}
