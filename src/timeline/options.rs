//! The sizes that a layout works with.

/// What a layout may use; in px unless the name says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The size of the label text.
    pub label_size_px: f64,
    /// The most lanes of marks that a track may have.
    pub max_lanes: u16,
    /// Ranges longer than this many windows stand on the shelf.
    pub shelf_ratio: f64,
    /// Months, years and other units of the calendar that are longer than this many windows stand on the shelf.
    pub coarse_shelf_ratio: f64,
    /// The height kept free above the lanes of each track, for its name.
    pub track_header_px: f64,
    /// Room right of the window into which labels of its last days may reach.
    pub margin_px: f64,
    /// How far beyond each edge of the window things are laid out, in windows. The heights of lanes are those of all of
    /// it, so that a hand that moves the window does not change them.
    pub reach: f64,
    /// The gap under each track.
    pub track_gap_px: f64,
    /// Tracks that show only how much lies where.
    pub collapsed: Vec<u16>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            label_size_px: 13.0,
            max_lanes: 8,
            // A window of a day still shows a range of three days, which crosses it.
            shelf_ratio: 4.0,
            // A month that fills half the window or more says nothing about the days in it.
            coarse_shelf_ratio: 0.5,
            track_header_px: 24.0,
            margin_px: 0.0,
            reach: 0.0,
            track_gap_px: 8.0,
            collapsed: Vec::new(),
        }
    }
}
