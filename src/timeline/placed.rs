//! What a layout gives back: everything that is drawn, in px of the window.
//!
//! A page may be drawn before its width is known. Days then become per cent of the width, while glyphs and labels
//! keep their px, and nothing that was apart may meet at a greater width. So each position here is one of two kinds:
//!
//! ```text
//!   scales with the width         keeps its px
//!   x_px, width_px, anchor_px     offset_px, label width, MARK_PX, CLUSTER_PX, every height
//!
//!        x_px   x_px + width_px = anchor_px
//!         ▕████████▏ offset ┌──────────────┐
//!         ▕████████▏◄──────►│ label        │     left: calc(anchor% + offset px)
//!                           └──────────────┘
//! ```

use super::Run;

/// The least width of a mark's glyph; a narrower extent gets one of this width, centred on the extent.
pub const MARK_PX: f64 = 12.0;

/// The width of a cluster's badge.
pub const CLUSTER_PX: f64 = 36.0;

/// All that a window shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Every track that has items, in ascending order, on screen or not.
    pub tracks: Vec<PlacedTrack>,
    /// Items drawn one by one, by track and then in time order.
    pub marks: Vec<PlacedMark>,
    /// Items too close to be told apart.
    pub clusters: Vec<PlacedCluster>,
    /// How many items begin where, in stretches where even clusters are too many.
    pub bins: Vec<PlacedBin>,
    /// Items that touch the window but are not drawn on it.
    pub shelf: Shelf,
    /// How many items end before the window.
    pub n_before: u32,
    /// How many items begin after it.
    pub n_after: u32,
    /// The height of all tracks.
    pub height_px: f64,
    /// How many items were looked at one by one: what the work grows with.
    pub n_touched: u32,
}

/// A track's place from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedTrack {
    /// Its number, as on the items.
    pub track: u16,
    /// The top of its header.
    pub top_px: f64,
    /// Header and lanes, without the gap below.
    pub height_px: f64,
    /// All of its items, in the window or not.
    pub n_items: u32,
    /// Those that touch the window, drawn or on the shelf.
    pub n_in_window: u32,
}

/// Where something lies that is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// In the window, if only in part.
    Window,
    /// Beside it, within reach of a hand that moves it.
    Beyond,
}

/// An item drawn by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedMark {
    /// Which item.
    pub item: u32,
    /// Whether it is in the window.
    pub zone: Zone,
    /// Where its body starts; less than 0 if it began before the window.
    pub x_px: f64,
    /// The true width of its body, which may be less than a glyph needs.
    pub width_px: f64,
    /// The top of its slot.
    pub top_px: f64,
    /// The height of its slot, the same for the whole lane.
    pub height_px: f64,
    /// Its lane within the track: the same wherever the window is.
    pub lane: u16,
    /// Where the thin tail of a tally starts, cut short where it would run through another item of its lane.
    pub tail_x_px: Option<f64>,
    /// Its label, if there is room.
    pub label: Option<PlacedLabel>,
}

/// A label box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedLabel {
    /// The edge that it holds on to, which scales with the width.
    pub anchor_px: f64,
    /// From there to the left edge of the box; keeps its px.
    pub offset_px: f64,
    /// The top of the box.
    pub top_px: f64,
    /// The width of the box, enough for its lines.
    pub width_px: f64,
    /// One or two.
    pub n_lines: u8,
    /// Whether it stands on the body of its own mark.
    pub is_inside: bool,
}

impl PlacedLabel {
    /// The left edge of the box at the width of this layout.
    pub fn x_px(&self) -> f64 {
        self.anchor_px + self.offset_px
    }
}

/// Items drawn as one badge with a count. Its items are those of `runs`, by [`super::Index::items_of`].
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedCluster {
    /// The track it stands in.
    pub track: u16,
    /// Whether some of it is in the window.
    pub zone: Zone,
    /// The left edge of the badge, which is [`CLUSTER_PX`] wide at any width.
    pub x_px: f64,
    /// The top of the badge.
    pub top_px: f64,
    /// How many items.
    pub n_items: u32,
    /// When the first of them begins.
    pub first_day: f64,
    /// When the last of them begins.
    pub last_day: f64,
    /// Whether all begin within one minute, so that no zoom parts them and a list has to.
    pub same_moment: bool,
    /// Which items.
    pub runs: Vec<Run>,
}

/// One step of a density profile.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedBin {
    /// The track it stands in.
    pub track: u16,
    /// Whether some of it is in the window.
    pub zone: Zone,
    /// Its left edge.
    pub x_px: f64,
    /// Its width, which scales.
    pub width_px: f64,
    /// The top of the profile's row.
    pub top_px: f64,
    /// The height of that row, for the fullest bin.
    pub height_px: f64,
    /// How many items begin in it.
    pub n_items: u32,
    /// Which items.
    pub runs: Vec<Run>,
}

/// Items that are about the window as a whole rather than about a part of it.
///
/// Which they are is told by [`super::Index::items_on`] when the shelf is opened: there may be many.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Shelf {
    /// How many.
    pub n_items: u32,
    /// Where to look for them; not all that lie there touch the window.
    pub runs: Vec<Run>,
    /// The start of the window.
    pub start_day: f64,
    /// Its end.
    pub end_day: f64,
}
