//! Items placed in a window: the packed lanes of each track, cut to what is in sight and stacked from top to bottom.
//!
//! Lane numbers, clusters and bins come from the grid and are the same for every window of one zoom. The heights of
//! lanes come from the blocks in sight, so a lane may grow by a line of text, or appear, as the reader pans to where
//! it is needed; lanes never change their order. It knows neither how lanes were chosen nor how anything is drawn.

use super::edge::place_label;
use super::grid::{BINS_PER_CELL, BLOCK_PX, CELL_PX, CELLS_PER_BLOCK, Cells, Grid, Spot};
use super::index::{Class, Track, by_time};
use super::packing::{Frame, Packed, collapse, pack};
use super::{
    CLUSTER_PX, Index, Layout, Options, PlacedBin, PlacedCluster, PlacedLabel, PlacedMark, PlacedTrack, Run, Scale,
    Shape,
};

/// The height of a lane in which no label has a second line: the least size of a target for a finger.
const LANE_PX: f64 = 24.0;

/// The height of a lane with labels of two lines.
const TALL_LANE_PX: f64 = 36.0;

/// The height of the row of clusters and profiles below the lanes of a track.
const CROWD_ROW_PX: f64 = 28.0;

/// Places all items that touch the window: each in exactly one mark, cluster or bin, or on the shelf.
///
/// The window's width is the least at which the result holds: at any greater one nothing overlaps either, if it is
/// drawn as `placed` describes. Work grows with what is in sight and with the logarithm of the number of items.
pub fn layout(index: &Index, scale: &Scale, options: &Options) -> Layout {
    let grid = Grid::of(scale);
    let block = |day: f64| (grid.px(day) / BLOCK_PX).floor() as i64;
    let sight = (block(scale.start_day) - 1, block(scale.end_day));
    let frame = Frame { index, options, grid, window: (scale.start_day, scale.end_day), sight };
    let mut layout = Layout::default();
    layout.shelf.start_day = scale.start_day;
    layout.shelf.end_day = scale.end_day;
    for track in index.tracks() {
        let top_px = layout.height_px;
        let placed = layout.add_track(&frame, track, scale);
        layout.height_px = top_px + placed.height_px + options.track_gap_px;
        layout.tracks.push(placed);
    }
    layout
}

/// The tops of the lanes of a track, and of the row below them.
struct Rows {
    /// Top and height of each lane.
    lanes: Vec<(f64, f64)>,
    crowd_top_px: f64,
    bottom_px: f64,
}

impl Layout {
    fn add_track(&mut self, frame: &Frame<'_>, track: &Track, scale: &Scale) -> PlacedTrack {
        let is_collapsed = frame.options.collapsed.contains(&track.id);
        let mut packed = if is_collapsed { collapse(frame, track) } else { pack(frame, track) };
        let rows = Rows::of(frame, &packed, self.height_px + frame.options.track_header_px);
        self.add_marks(frame, scale, &mut packed, &rows);
        self.add_clusters(frame, scale, (track, &packed), &rows);
        let binned: Vec<&Class> = track
            .classes
            .iter()
            .filter(|class| !frame.is_shelved(class) && (is_collapsed || frame.grid.level(class.length) == 0))
            .collect();
        for block in packed.dense_blocks.iter().filter(|block| (frame.sight.0..=frame.sight.1).contains(block)) {
            self.add_bins(frame, scale, (track.id, &binned, *block), &rows);
        }
        self.shelf.n_items += packed.n_shelved;
        self.shelf.runs.append(&mut packed.shelf);
        self.n_touched += packed.n_touched;
        let mut placed = PlacedTrack {
            track: track.id,
            top_px: self.height_px,
            height_px: rows.bottom_px - self.height_px,
            n_items: 0,
            n_in_window: 0,
        };
        for class in &track.classes {
            let n_before = frame.index.n_ended(class, scale.start_day);
            let n_after = frame.index.n_not_begun(class, scale.end_day);
            placed.n_items += class.run.n_items();
            placed.n_in_window += class.run.n_items().saturating_sub(n_before + n_after);
            self.n_before += n_before;
            self.n_after += n_after;
        }
        placed
    }

    fn add_marks(&mut self, frame: &Frame<'_>, scale: &Scale, packed: &mut Packed, rows: &Rows) {
        let items = frame.index.items();
        let (start, end) = frame.window;
        let seen = |number: &usize| frame.index.touches(packed.marks[*number].item, start, end);
        let mut numbers: Vec<usize> = (0..packed.marks.len()).filter(seen).collect();
        let entry = |number: &usize| packed.marks[*number].item;
        numbers.sort_by(|a, b| by_time((entry(a), &items[entry(a) as usize]), (entry(b), &items[entry(b) as usize])));
        let first_mark = self.marks.len();
        for number in &numbers {
            let place = place_label(frame, scale, packed, *number);
            let mark = packed.marks[*number];
            let (start, end) = items[mark.item as usize].extent.body();
            let (top_px, height_px) = rows.lanes[mark.lane];
            let x_px = scale.x_from_day(start);
            let label = mark.label.zip(place).map(|(label, place)| PlacedLabel {
                anchor_px: place.anchor_px,
                offset_px: place.offset_px,
                top_px,
                width_px: label.lines.width_px,
                n_lines: label.lines.n_lines,
                is_inside: place.is_inside,
            });
            self.marks.push(PlacedMark {
                item: mark.item,
                x_px,
                width_px: scale.x_from_day(end) - x_px,
                top_px,
                height_px,
                lane: mark.lane as u16,
                tail_x_px: None,
                label,
            });
        }
        // Tails end where another box begins, so they come when all boxes are known.
        for (placed, number) in self.marks[first_mark..].iter_mut().zip(&numbers) {
            placed.tail_x_px = tail_day(frame, packed, *number).map(|day| scale.x_from_day(day));
        }
    }

    fn add_clusters(&mut self, frame: &Frame<'_>, scale: &Scale, (track, packed): (&Track, &Packed), rows: &Rows) {
        let first_cluster = self.clusters.len();
        for crowd in &packed.crowds {
            if crowd.spots.iter().all(|spot| frame.n_in_window(spot) == 0) {
                continue;
            }
            let runs: Vec<Run> = crowd.spots.iter().map(|spot| spot.run).collect();
            let starts = runs.iter().map(|run| (frame.index.start_at(run.from), frame.index.start_at(run.to - 1)));
            let (first_day, last_day) = starts
                .reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
                .unwrap_or((scale.start_day, scale.start_day));
            // Where the first item begins, but so that the badge ends before the next cell.
            let latest_day = frame.grid.day((crowd.cell + 1) as f64 * CELL_PX - CLUSTER_PX);
            self.clusters.push(PlacedCluster {
                track: track.id,
                x_px: scale.x_from_day(first_day.min(latest_day)),
                top_px: rows.crowd_top_px,
                n_items: runs.iter().map(|run| run.n_items()).sum(),
                first_day,
                last_day,
                // Under one minute, as far as a day in binary can tell.
                same_moment: (last_day - first_day) * 1440.0 < 0.99,
                runs,
            });
        }
        self.clusters[first_cluster..].sort_by(|a, b| a.x_px.total_cmp(&b.x_px));
    }

    fn add_bins(&mut self, frame: &Frame<'_>, scale: &Scale, of: (u16, &[&Class], i64), rows: &Rows) {
        let (track, classes, block) = of;
        let px = CELL_PX / BINS_PER_CELL;
        let per_block = CELLS_PER_BLOCK * BINS_PER_CELL as i64;
        let last = (block + 1) * per_block - 1;
        let cells = Cells { px, first: block * per_block, last, most: 0 };
        let mut spots: Vec<Spot> = Vec::new();
        for class in classes {
            frame.grid.spots(frame.index, class, &cells, &mut spots);
        }
        spots.sort_by_key(|spot| spot.cell);
        for bin in spots.chunk_by(|a, b| a.cell == b.cell) {
            if bin.iter().any(|spot| frame.n_in_window(spot) > 0) {
                let (from_day, to_day) =
                    (frame.grid.day(bin[0].cell as f64 * px), frame.grid.day((bin[0].cell + 1) as f64 * px));
                let x_px = scale.x_from_day(from_day);
                self.bins.push(PlacedBin {
                    track,
                    x_px,
                    width_px: scale.x_from_day(to_day) - x_px,
                    top_px: rows.crowd_top_px,
                    height_px: CROWD_ROW_PX,
                    n_items: bin.iter().map(|spot| spot.run.n_items()).sum(),
                    runs: bin.iter().map(|spot| spot.run).collect(),
                });
            }
        }
    }
}

impl Rows {
    /// Stacks the lanes that something stands in, within sight.
    fn of(frame: &Frame<'_>, packed: &Packed, top_px: f64) -> Self {
        let (first, last) = frame.sight;
        let sight_px = (first as f64 * BLOCK_PX, (last + 1) as f64 * BLOCK_PX);
        let mut heights = vec![0.0_f64; packed.lanes.n_lanes()];
        for mark in packed.marks.iter().filter(|mark| mark.from_px < sight_px.1 && mark.to_px > sight_px.0) {
            let is_tall = mark.label.is_some_and(|label| label.lines.n_lines > 1);
            heights[mark.lane] = heights[mark.lane].max(if is_tall { TALL_LANE_PX } else { LANE_PX });
        }
        let mut crowd_top_px = top_px;
        let lanes = heights
            .into_iter()
            .map(|height_px| {
                crowd_top_px += height_px;
                (crowd_top_px - height_px, height_px)
            })
            .collect();
        let crowded = packed.crowds.iter().map(|crowd| crowd.cell.div_euclid(CELLS_PER_BLOCK));
        let has_row = crowded.chain(packed.dense_blocks.iter().copied()).any(|block| (first..=last).contains(&block));
        let bottom_px = if has_row { crowd_top_px + CROWD_ROW_PX } else { crowd_top_px };
        // An empty track keeps the height of a lane, so that it is seen to be there and empty.
        Self { lanes, crowd_top_px, bottom_px: bottom_px.max(top_px + LANE_PX) }
    }
}

/// Where the tail of a tally begins: at its start, or where the last box before it in its lane ends.
fn tail_day(frame: &Frame<'_>, packed: &Packed, number: usize) -> Option<f64> {
    let mark = &packed.marks[number];
    let extent = &frame.index.items()[mark.item as usize].extent;
    if extent.shape != Shape::Tally {
        return None;
    }
    let (start, _) = extent.body();
    let from_px = packed.lanes.end_before(mark.lane, mark.from_px).max(frame.grid.px(extent.start_day));
    let day = frame.grid.day(from_px);
    (day < start
        && packed.lanes.is_free(mark.lane, super::lanes::Taken { from_px, to_px: mark.from_px, mark: u32::MAX }))
    .then_some(day)
}
