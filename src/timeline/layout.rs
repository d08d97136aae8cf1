//! Items placed in a window: the packed lanes of each track, cut to what is in sight and stacked from top to bottom.
//!
//! Lane numbers, clusters and bins come from the grid and are the same for every window of one zoom. The heights of
//! lanes come from the blocks in sight of the window and of what lies within its reach, so a lane may grow by a line of
//! text, or appear, when the reader has panned to where it is needed; lanes never change their order. It knows neither
//! how lanes were chosen nor how anything is drawn.

use super::edge::Edges;
use super::frame::Frame;
use super::grid::{BINS_PER_CELL, CELL_PX, CELLS_PER_BLOCK, Cells, Spot};
use super::index::{Class, Track, by_time};
use super::packing::{Packed, collapse, pack};
use super::{
    CLUSTER_PX, Index, Layout, Options, PlacedBin, PlacedCluster, PlacedLabel, PlacedMark, PlacedTrack, Run, Scale,
    Shape, Zone,
};
use crate::order;

/// The height of a lane in which no label has a second line: the least size of a target for a finger.
const LANE_PX: f64 = 24.0;

/// The height of a lane with labels of two lines.
const TALL_LANE_PX: f64 = 36.0;

/// The height of the row of clusters and profiles below the lanes of a track.
const CROWD_ROW_PX: f64 = 28.0;

/// The lanes of all tracks around a window. Making it is most of the work of a layout, and it is the same for every
/// window near by, so it can be kept from one pan to the next for as long as it [holds](Self::holds_for).
#[derive(Debug)]
pub struct Packing {
    px_per_day: f64,
    sight: (i64, i64),
    options: Options,
    /// Which classes stand on the shelf, over all tracks.
    shelved: Vec<bool>,
    tracks: Vec<Packed>,
}

impl Packing {
    /// Packs what a window and its surroundings need.
    pub fn around(index: &Index, scale: &Scale, options: &Options) -> Self {
        let frame = Frame::new(index, scale, options);
        let packed = |track: &Track| {
            let is_collapsed = options.collapsed.contains(&track.id);
            if is_collapsed { collapse(&frame) } else { pack(&frame, track) }
        };
        Self {
            px_per_day: frame.grid.px_per_day,
            sight: frame.sight,
            options: options.clone(),
            shelved: shelved(&frame),
            tracks: index.tracks().iter().map(packed).collect(),
        }
    }

    /// Whether another window of the same index would be packed alike.
    pub fn holds_for(&self, index: &Index, scale: &Scale, options: &Options) -> bool {
        let frame = Frame::new(index, scale, options);
        let is_near = self.sight.0 <= frame.sight.0 && frame.sight.1 <= self.sight.1;
        let is_alike = self.px_per_day == frame.grid.px_per_day && self.options == *options;
        is_near && is_alike && self.shelved == shelved(&frame)
    }

    /// Places all items that touch the window or lie within reach of it; see [`layout`]. The packing has to hold for it.
    pub fn layout(&self, index: &Index, scale: &Scale, options: &Options) -> Layout {
        let frame = Frame::new(index, scale, options);
        let mut layout = Layout::default();
        layout.shelf.start_day = scale.start_day;
        layout.shelf.end_day = scale.end_day;
        for (track, packed) in index.tracks().iter().zip(&self.tracks) {
            let top_px = layout.height_px;
            let placed = layout.add_track(&frame, scale, (track, packed));
            layout.height_px = top_px + placed.height_px + options.track_gap_px;
            layout.tracks.push(placed);
        }
        layout
    }
}

fn shelved(frame: &Frame<'_>) -> Vec<bool> {
    let classes = frame.index.tracks().iter().flat_map(|track| &track.classes);
    classes.map(|class| frame.is_shelved(class)).collect()
}

/// Places all items that touch the window: each in exactly one mark, cluster or bin, or on the shelf. What lies beyond
/// it, within [`Options::reach`], is placed as well, but for the shelf.
///
/// The window's width is the least at which the result holds: at any greater one nothing overlaps either, if it is
/// drawn as `placed` describes. Work grows with what is in sight and with the logarithm of the number of items.
pub fn layout(index: &Index, scale: &Scale, options: &Options) -> Layout {
    Packing::around(index, scale, options).layout(index, scale, options)
}

/// The tops of the lanes of a track, and of the row below them.
struct Rows {
    /// Top and height of each lane.
    lanes: Vec<(f64, f64)>,
    crowd_top_px: f64,
    bottom_px: f64,
}

impl Layout {
    fn add_track(&mut self, frame: &Frame<'_>, scale: &Scale, (track, packed): (&Track, &Packed)) -> PlacedTrack {
        let rows = Rows::of(frame, packed, self.height_px + frame.options.track_header_px);
        self.add_marks(frame, scale, packed, &rows);
        self.add_clusters(frame, scale, (track, packed), &rows);
        let is_collapsed = frame.options.collapsed.contains(&track.id);
        let is_binned = |class: &&Class| is_collapsed || frame.grid.level(class.length) == 0;
        let binned: Vec<&Class> = frame.drawn(track).filter(is_binned).collect();
        for block in packed.dense_blocks.iter().filter(|block| (frame.sight.0..=frame.sight.1).contains(block)) {
            self.add_bins(frame, scale, (track.id, &binned, *block), &rows);
        }
        frame.shelve(track, &mut self.shelf);
        for spot in &packed.overflow {
            let n_items = frame.n_in_window(spot);
            if n_items > 0 {
                self.shelf.runs.push(spot.run);
                self.shelf.n_items += n_items;
            }
        }
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

    fn add_marks(&mut self, frame: &Frame<'_>, scale: &Scale, packed: &Packed, rows: &Rows) {
        let items = frame.index.items();
        let touches = |number: usize, days: (f64, f64)| frame.index.touches(packed.marks[number].item, days.0, days.1);
        let in_reach = packed.in_sight.iter().copied().filter(|number| touches(*number, frame.reach));
        let mut numbers: Vec<usize> = in_reach.collect();
        let entry = |number: &usize| (packed.marks[*number].item, &items[packed.marks[*number].item as usize]);
        order::sort_by(&mut numbers, |a, b| by_time(entry(a), entry(b)));
        let mut edges = Edges::new(&packed.lanes);
        let first_mark = self.marks.len();
        for number in &numbers {
            let mark = &packed.marks[*number];
            let zone = if touches(*number, frame.window) { Zone::Window } else { Zone::Beyond };
            let place = edges.place_label(frame, scale, (*number, mark, zone));
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
                zone,
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
            let mark = &packed.marks[*number];
            let extent = &items[mark.item as usize].extent;
            if extent.shape == Shape::Tally && extent.start_day < extent.body().0 {
                let from_px = edges.tail_from_px(mark, frame.grid.px(extent.start_day));
                placed.tail_x_px = from_px.map(|px| scale.x_from_day(frame.grid.day(px)));
            }
        }
    }

    fn add_clusters(&mut self, frame: &Frame<'_>, scale: &Scale, (track, packed): (&Track, &Packed), rows: &Rows) {
        let first_cluster = self.clusters.len();
        for crowd in &packed.crowds {
            let Some(zone) = frame.zone_of(&crowd.spots) else { continue };
            let runs: Vec<Run> = crowd.spots.iter().map(|spot| spot.run).collect();
            let starts = runs.iter().map(|run| (frame.index.start_at(run.from), frame.index.start_at(run.to - 1)));
            let (first_day, last_day) = starts
                .reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
                .unwrap_or((scale.start_day, scale.start_day));
            // Where the first item begins, but so that the badge ends before the next cell.
            let latest_day = frame.grid.day((crowd.cell + 1) as f64 * CELL_PX - CLUSTER_PX);
            self.clusters.push(PlacedCluster {
                track: track.id,
                zone,
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
        order::sort_by(&mut self.clusters[first_cluster..], |a, b| a.x_px.total_cmp(&b.x_px));
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
        order::sort_by_key(&mut spots, |spot| spot.cell);
        for bin in spots.chunk_by(|a, b| a.cell == b.cell) {
            if let Some(zone) = frame.zone_of(bin) {
                let (from_day, to_day) =
                    (frame.grid.day(bin[0].cell as f64 * px), frame.grid.day((bin[0].cell + 1) as f64 * px));
                let x_px = scale.x_from_day(from_day);
                self.bins.push(PlacedBin {
                    track,
                    zone,
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

impl Layout {
    /// Whether nothing is drawn in the window.
    pub fn shows_nothing(&self) -> bool {
        self.marks.iter().all(|mark| mark.zone == Zone::Beyond)
            && self.clusters.iter().all(|cluster| cluster.zone == Zone::Beyond)
            && self.bins.iter().all(|bin| bin.zone == Zone::Beyond)
    }

    /// What of it lies in the window.
    #[must_use]
    pub fn in_window(mut self) -> Self {
        self.marks.retain(|mark| mark.zone == Zone::Window);
        self.clusters.retain(|cluster| cluster.zone == Zone::Window);
        self.bins.retain(|bin| bin.zone == Zone::Window);
        self
    }
}

impl Rows {
    /// Stacks the lanes that something stands in, within sight.
    fn of(frame: &Frame<'_>, packed: &Packed, top_px: f64) -> Self {
        let (first, last) = frame.sight;
        let sight_px = frame.sight_px();
        let mut heights = vec![0.0_f64; packed.lanes.n_lanes()];
        let marks = packed.in_sight.iter().map(|number| &packed.marks[*number]);
        for mark in marks.filter(|mark| mark.from_px < sight_px.1 && mark.to_px > sight_px.0) {
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
