//! Marks and labels of one track, packed into lanes around a window.
//!
//! Lanes are decided on the grid (see `grid`), block by block, so that they are the same whatever the window is. A box
//! never outgrows its block, so it reaches into the next one at the most. Odd blocks are packed first: they cannot
//! meet each other. Even blocks then fill what their two neighbours left:
//!
//! ```text
//!            odd          even         odd          even
//!       ├────────────┼────────────┼────────────┼────────────┤
//! 1st   ▕█▏label ▕██████▏label    ▕█▏label  ▕██▏label
//! 2nd                       ▕█▏label                  ▕█▏label
//! ```
//!
//! Marks come before labels. They first gather in the lowest lanes; then labels are given in order of weight, and a
//! mark that gets one moves to the highest lane with room for both; at last those without move up into what is free.
//! Each of these rounds goes over odd and then even blocks. So what a block holds in the end depends on seven blocks to
//! each side and on nothing further away; those are packed too, and never shown. Longer items, of the higher levels of
//! the grid, come before all others, in blocks of their own size and in some of the lanes only; their labels stand on
//! them and need no room.
//!
//! What finds no lane: on level 0 all that begins in that cell becomes a crowd, drawn as one cluster, and a block of
//! little but crowds becomes a density profile. Of the higher levels, it goes on the shelf.
//!
//! It knows no top and no height, and the window only as the blocks that are in sight.

use super::frame::Frame;
use super::grid::{CELLS_PER_BLOCK, Cells, Spot, block_px, cell_px};
use super::index::{Class, Track};
use super::lanes::{Lanes, Taken};
use super::{Lines, MARK_PX, Options, Run};
use crate::order;

/// Between a mark and its label, and around a label that stands on its mark.
pub(super) const LABEL_GAP_PX: f64 = 6.0;

/// Between a label or a glyph and the next box in its lane. A body that is as wide as a glyph needs none: two days
/// that follow each other touch.
pub(super) const BOX_GAP_PX: f64 = 8.0;

/// Fewer crowded cells than this in a block are clusters, which say their counts in figures.
const DENSE_CELLS: usize = 5;

/// The weights that a label may have.
const WEIGHTS: i64 = 3;

/// The rounds after the marks: labels of each weight, over odd and then even blocks. The last also moves marks up.
const N_ROUNDS: i64 = 2 * WEIGHTS;

/// A track's marks, packed.
#[derive(Debug, Default)]
pub(super) struct Packed {
    pub(super) marks: Vec<PackedMark>,
    /// Those that lie in the blocks in sight.
    pub(super) in_sight: Vec<usize>,
    pub(super) crowds: Vec<Crowd>,
    /// Blocks of level 0 that are shown as a profile.
    pub(super) dense_blocks: Vec<i64>,
    /// Items of higher levels that found no lane.
    pub(super) overflow: Vec<Spot>,
    pub(super) lanes: Lanes,
    pub(super) n_touched: u32,
}

/// A mark in its lane, in px of the grid.
#[derive(Debug, Clone, Copy)]
pub(super) struct PackedMark {
    pub(super) item: u32,
    pub(super) level: u32,
    pub(super) block: i64,
    /// The glyph, at least [`MARK_PX`] wide.
    pub(super) from_px: f64,
    pub(super) to_px: f64,
    pub(super) lane: usize,
    pub(super) label: Option<PackedLabel>,
}

/// A label that has found its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct PackedLabel {
    pub(super) lines: Lines,
    /// On the mark, instead of to the right of it.
    pub(super) is_inside: bool,
}

/// Items of one cell that are too many for the lanes.
#[derive(Debug, Clone)]
pub(super) struct Crowd {
    pub(super) cell: i64,
    pub(super) spots: Vec<Spot>,
}

impl PackedMark {
    /// Its room in the lane: the glyph, the label to its right, and the gap to the next.
    pub(super) fn taken(&self, number: usize) -> Taken {
        let beside_px = match self.label {
            Some(PackedLabel { lines, is_inside: false }) => LABEL_GAP_PX + lines.width_px + BOX_GAP_PX,
            _ if self.to_px - self.from_px > MARK_PX + BOX_GAP_PX => 0.0,
            _ => BOX_GAP_PX,
        };
        Taken { from_px: self.from_px, to_px: self.to_px + beside_px, mark: number as u32 }
    }

    /// Whether a label of that width can stand on it.
    fn holds(&self, width_px: f64) -> bool {
        self.to_px - self.from_px >= width_px + 2.0 * LABEL_GAP_PX
    }
}

/// Packs what may be seen of a track.
pub(super) fn pack(frame: &Frame<'_>, track: &Track) -> Packed {
    let mut packed = Packed { lanes: Lanes::new(usize::from(frame.options.max_lanes.max(1))), ..Packed::default() };
    let drawn = frame.drawn(track);
    let mut levels: Vec<(u32, &Class)> = drawn.map(|class| (frame.grid.level(class.length), class)).collect();
    order::sort_by_key(&mut levels, |(level, _)| *level);
    let stretches = stretches(frame.sight, &levels);
    for stretch in stretches.iter().rev() {
        let classes = levels.iter().filter(|(level, _)| *level == stretch.level).map(|(_, class)| *class);
        let spots = spots(frame, stretch, classes);
        if stretch.level == 0 {
            packed.pack_marks(frame, stretch, &spots);
        } else {
            packed.pack_long(frame, stretch, &spots);
        }
    }
    packed.add_labels(frame);
    packed.look(frame);
    packed
}

/// A track that only shows how much lies where: no lane, and a profile all along.
pub(super) fn collapse(frame: &Frame<'_>) -> Packed {
    Packed { dense_blocks: (frame.sight.0..=frame.sight.1).collect(), ..Packed::default() }
}

/// The even blocks of a level that have to be right; the odd ones reach one block further on both sides.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    level: u32,
    first: i64,
    last: i64,
}

/// What has to be packed on each level that occurs, from level 0 up.
///
/// ```text
/// level 1   ├───────────────┼───────────────┼───────────────┤     all that may reach into level 0's
/// level 0       ├───────┼───────┼───────┼───────┤                 all that the blocks in sight depend on
/// window                      ├───┤
/// ```
fn stretches((first, last): (i64, i64), levels: &[(u32, &Class)]) -> Vec<Stretch> {
    let mut stretches = vec![Stretch { level: 0, first: first - N_ROUNDS, last: last + N_ROUNDS }];
    for (level, _) in levels {
        let Some(below) = stretches.last().copied().filter(|below| below.level < *level) else { continue };
        // One block more for the odd ones, and at the end one for the boxes that reach out of the last.
        let from_px = (below.first - 1) as f64 * block_px(below.level);
        let to_px = (below.last + 3) as f64 * block_px(below.level);
        let first = (from_px / block_px(*level)).floor() as i64 - 1;
        let last = (to_px / block_px(*level)).floor() as i64;
        stretches.push(Stretch { level: *level, first, last });
    }
    stretches
}

/// The cells of a stretch and of the odd blocks around it that are not empty, odd blocks first.
fn spots<'a>(frame: &Frame<'_>, stretch: &Stretch, classes: impl Iterator<Item = &'a Class>) -> Vec<Spot> {
    let cells = Cells {
        px: cell_px(stretch.level),
        first: (stretch.first - 1) * CELLS_PER_BLOCK,
        last: (stretch.last + 2) * CELLS_PER_BLOCK - 1,
        most: most_per_cell(frame.options),
    };
    let mut spots = Vec::new();
    for class in classes {
        frame.grid.spots(frame.index, class, &cells, &mut spots);
    }
    order::sort_by_key(&mut spots, |spot| (!is_odd(block_of(spot)), spot.cell));
    spots
}

fn block_of(spot: &Spot) -> i64 {
    spot.cell.div_euclid(CELLS_PER_BLOCK)
}

fn is_odd(block: i64) -> bool {
    block.rem_euclid(2) == 1
}

/// Two marks a lane: what begins in one cell of 40 px cannot be more and still have a glyph each.
fn most_per_cell(options: &Options) -> u32 {
    2 * u32::from(options.max_lanes.max(1))
}

impl Packed {
    /// Items of a higher level: in the upper lanes, or on the shelf.
    fn pack_long(&mut self, frame: &Frame<'_>, stretch: &Stretch, spots: &[Spot]) {
        // A third of the lanes stays free for what is short.
        let n_lanes = self.lanes.n_lanes() - self.lanes.n_lanes() / 3;
        for spot in spots {
            let block = block_of(spot);
            if !is_odd(block) && !(stretch.first..=stretch.last).contains(&block) {
                continue;
            }
            // All that begin in one cell overlap, so no more of them than lanes can be placed.
            let middle = spot.run.to.min(spot.run.from + n_lanes as u32);
            for at in spot.run.from..middle {
                let mark = self.mark(frame, at, (stretch.level, block));
                let lane = self.lanes.first_free(n_lanes, mark.taken(self.marks.len()));
                if !self.place(mark, lane) {
                    self.overflow.push(Spot { run: Run { from: at, to: at + 1 }, ..*spot });
                }
            }
            self.overflow.push(Spot { run: Run { from: middle, ..spot.run }, ..*spot });
        }
    }

    /// Items of level 0, without labels: each in the lowest lane with room, or all of a cell in a crowd.
    fn pack_marks(&mut self, frame: &Frame<'_>, stretch: &Stretch, spots: &[Spot]) {
        let most = most_per_cell(frame.options);
        let groups: Vec<&[Spot]> = spots.chunk_by(|a, b| a.cell == b.cell).collect();
        let is_heavy = |group: &[Spot]| group.iter().map(|spot| spot.run.n_items()).sum::<u32>() > most;
        for block in groups.chunk_by(|a, b| block_of(&a[0]) == block_of(&b[0])) {
            let number = block_of(&block[0][0]);
            if !is_odd(number) && !(stretch.first..=stretch.last).contains(&number) {
                continue;
            }
            // Among single marks, clusters stand out; where nearly all is clusters, only a profile shows more and less.
            let n_heavy = block.iter().filter(|group| is_heavy(group)).count();
            let is_dense = n_heavy >= DENSE_CELLS && 4 * n_heavy >= 3 * block.len();
            if is_dense && frame.grid.is_coarser_than_minutes() {
                self.dense_blocks.push(number);
                continue;
            }
            for group in block {
                if is_heavy(group) || !self.place_all(frame, number, group) {
                    self.crowds.push(Crowd { cell: group[0].cell, spots: group.to_vec() });
                }
            }
        }
    }

    /// Places all items of a cell, or none.
    fn place_all(&mut self, frame: &Frame<'_>, block: i64, group: &[Spot]) -> bool {
        let n_before = self.marks.len();
        let mut ats: Vec<u32> = group.iter().flat_map(|spot| spot.run.from..spot.run.to).collect();
        order::sort_numbers(&mut ats, &mut |a, b| frame.index.start_at(a).total_cmp(&frame.index.start_at(b)));
        for at in ats {
            let mark = self.mark(frame, at, (0, block));
            let lane = self.lanes.last_free(mark.taken(self.marks.len()));
            if !self.place(mark, lane) {
                while self.marks.len() > n_before {
                    let Some(mark) = self.marks.pop() else { break };
                    self.lanes.remove(mark.lane, mark.taken(self.marks.len()));
                }
                return false;
            }
        }
        true
    }

    fn mark(&mut self, frame: &Frame<'_>, at: u32, (level, block): (u32, i64)) -> PackedMark {
        self.n_touched += 1;
        let item = frame.index.item_at(at);
        let (start, end) = frame.index.items()[item as usize].extent.body();
        let (start_px, end_px) = (frame.grid.px(start), frame.grid.px(end));
        let middle_px = (start_px + end_px) / 2.0;
        let from_px = start_px.min(middle_px - MARK_PX / 2.0);
        let to_px = end_px.max(middle_px + MARK_PX / 2.0);
        PackedMark { item, level, block, from_px, to_px, lane: 0, label: None }
    }

    fn place(&mut self, mark: PackedMark, lane: Option<usize>) -> bool {
        let Some(lane) = lane else { return false };
        self.lanes.put(lane, mark.taken(self.marks.len()));
        self.marks.push(PackedMark { lane, ..mark });
        true
    }

    /// Gives labels by weight, and then moves up what has none.
    fn add_labels(&mut self, frame: &Frame<'_>) {
        let (first, last) = frame.sight;
        for round in 0..N_ROUNDS {
            // Each round leans on one block more than the next, so the last one has to be right in sight only.
            let margin = N_ROUNDS - 1 - round;
            let is_here = |mark: &PackedMark| {
                let is_due = is_odd(mark.block) == (round % 2 == 0);
                mark.level == 0 && is_due && (first - margin..=last + margin).contains(&mark.block)
            };
            let here: Vec<usize> = (0..self.marks.len()).filter(|number| is_here(&self.marks[*number])).collect();
            for number in &here {
                let weight = frame.index.items()[self.marks[*number].item as usize].weight;
                if i64::from(weight).clamp(1, WEIGHTS) == 1 + round / 2 {
                    self.add_label(frame, *number);
                }
            }
            if round / 2 == WEIGHTS - 1 {
                here.iter().for_each(|number| self.move_up(*number));
            }
        }
    }

    /// Labels of the higher levels, and which marks are in sight.
    fn look(&mut self, frame: &Frame<'_>) {
        let sight_px = frame.sight_px();
        for (mark, number) in self.marks.iter_mut().zip(0..) {
            if mark.from_px >= sight_px.1 || mark.to_px <= sight_px.0 {
                continue;
            }
            self.in_sight.push(number);
            if mark.level > 0 {
                let lines = frame.lines(mark.item).filter(|lines| mark.holds(lines.width_px));
                mark.label = lines.map(|lines| PackedLabel { lines, is_inside: true });
            }
        }
    }

    fn add_label(&mut self, frame: &Frame<'_>, number: usize) {
        let mark = self.marks[number];
        let Some(lines) = frame.lines(mark.item) else { return };
        let is_inside = mark.holds(lines.width_px);
        let labelled = PackedMark { label: Some(PackedLabel { lines, is_inside }), ..mark };
        self.move_to_first_lane(number, labelled);
    }

    /// A mark without a label beside it fills a gap further up, if there is one.
    fn move_up(&mut self, number: usize) {
        let mark = self.marks[number];
        if mark.label.is_none_or(|label| label.is_inside) {
            self.move_to_first_lane(number, mark);
        }
    }

    /// Puts what a mark has become into the first lane with room for it; leaves it as it was if there is none.
    fn move_to_first_lane(&mut self, number: usize, mark: PackedMark) {
        let Some(lane) = self.lanes.first_free(self.lanes.n_lanes(), mark.taken(number)) else { return };
        let old = self.marks[number];
        self.lanes.remove(old.lane, old.taken(number));
        self.lanes.put(lane, mark.taken(number));
        self.marks[number] = PackedMark { lane, ..mark };
    }
}
