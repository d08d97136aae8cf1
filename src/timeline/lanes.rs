//! Which parts of which lanes are taken.
//!
//! ```text
//! lane 0   ▕██▏label    ▕██▏label           ▕███████████▏
//! lane 1        ▕█▏long label        ▕█▏label
//! ```
//!
//! Within a lane the boxes are sorted and never overlap; a box carries the gap that it needs on its right. The module
//! knows no item and no zoom: boxes are plain px and a number that the caller gave them.

/// A box in a lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Taken {
    pub(super) from_px: f64,
    pub(super) to_px: f64,
    /// Whose box it is.
    pub(super) mark: u32,
}

/// The lanes of one track.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    lanes: Vec<Vec<Taken>>,
}

impl Lanes {
    pub(super) fn new(n_lanes: usize) -> Self {
        Self { lanes: vec![Vec::new(); n_lanes] }
    }

    pub(super) fn n_lanes(&self) -> usize {
        self.lanes.len()
    }

    /// Whether no box but the mark's own is in the way.
    pub(super) fn is_free(&self, lane: usize, wanted: Taken) -> bool {
        let taken = &self.lanes[lane];
        let at = taken.partition_point(|other| other.to_px <= wanted.from_px);
        taken[at..].iter().take_while(|other| other.from_px < wanted.to_px).all(|other| other.mark == wanted.mark)
    }

    /// The first of some lanes in which the box has room.
    pub(super) fn first_free(&self, n_lanes: usize, wanted: Taken) -> Option<usize> {
        (0..n_lanes.min(self.lanes.len())).find(|lane| self.is_free(*lane, wanted))
    }

    /// The last of all lanes in which the box has room.
    pub(super) fn last_free(&self, wanted: Taken) -> Option<usize> {
        (0..self.lanes.len()).rev().find(|lane| self.is_free(*lane, wanted))
    }

    /// Takes the room of a box that is known to be free.
    pub(super) fn put(&mut self, lane: usize, taken: Taken) {
        let at = self.lanes[lane].partition_point(|other| other.from_px < taken.from_px);
        self.lanes[lane].insert(at, taken);
    }

    /// Frees the room of a box.
    pub(super) fn remove(&mut self, lane: usize, taken: Taken) {
        let from = self.lanes[lane].partition_point(|other| other.from_px < taken.from_px);
        let own = self.lanes[lane][from..].iter().position(|other| other.mark == taken.mark);
        if let Some(at) = own {
            self.lanes[lane].remove(from + at);
        }
    }

    /// The end of the last box before a place; minus infinity if there is none.
    pub(super) fn end_before(&self, lane: usize, px: f64) -> f64 {
        let n_before = self.lanes[lane].partition_point(|other| other.to_px <= px);
        self.lanes[lane][..n_before].last().map_or(f64::NEG_INFINITY, |other| other.to_px)
    }
}

#[cfg(test)]
mod tests {
    use super::{Lanes, Taken};

    fn taken(from_px: f64, to_px: f64, mark: u32) -> Taken {
        Taken { from_px, to_px, mark }
    }

    #[test]
    fn an_empty_lane_is_free_and_no_lane_is_not() {
        assert_eq!(Lanes::new(1).first_free(1, taken(0.0, 9.0, 0)), Some(0));
        assert_eq!(Lanes::new(0).first_free(1, taken(0.0, 9.0, 0)), None);
    }

    #[test]
    fn boxes_that_touch_do_not_overlap() {
        let mut lanes = Lanes::new(2);
        lanes.put(0, taken(10.0, 20.0, 0));
        for (from_px, to_px, lane) in
            [(0.0, 10.0, 0), (20.0, 30.0, 0), (0.0, 11.0, 1), (19.0, 30.0, 1), (12.0, 13.0, 1)]
        {
            assert_eq!(lanes.first_free(2, taken(from_px, to_px, 1)), Some(lane), "{from_px} to {to_px}");
            assert_eq!(lanes.last_free(taken(from_px, to_px, 1)), Some(1));
        }
    }

    #[test]
    fn a_box_is_not_in_its_own_way_and_goes_when_removed() {
        let mut lanes = Lanes::new(1);
        lanes.put(0, taken(10.0, 20.0, 7));
        assert!(lanes.is_free(0, taken(10.0, 90.0, 7)));
        assert_eq!(lanes.end_before(0, 50.0), 20.0);
        lanes.remove(0, taken(10.0, 20.0, 7));
        assert!(lanes.is_free(0, taken(0.0, 90.0, 1)));
        assert_eq!(lanes.end_before(0, 50.0), f64::NEG_INFINITY);
    }
}
