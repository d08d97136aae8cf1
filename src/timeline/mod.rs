//! Drawing items on a scale of days: scale, ticks, lanes, clusters, layout.
//!
//! What comes in is a list of [`Item`]s and what goes out is what is drawn and where, as plain numbers:
//!
//! ```text
//! items ─► Index ─┬─ layout(scale, options) ─► marks, labels, clusters, bins, shelf
//!                 ├─ profile(domain) ────────► counts for the overview strip
//!                 └─ next_item(current) ─────► the next item for the arrow keys
//! eras ──► place_eras(scale) ────────────────► bands behind
//!          ticks(scale, locale) ─────────────► the axis
//! ```
//!
//! The module knows no fact, no document, no signal and no screen. An item is known by its place in the list, time
//! is civil days since 1970-01-01 as `f64`, and every measure of text comes from a table of widths that is never
//! less than what common fonts need. Nothing is changed in place: `pan`, `zoom_at` and `layout` return new values.

mod edge;
mod eras;
mod extent;
mod frame;
mod grid;
mod index;
mod lanes;
mod layout;
mod options;
mod overview;
mod packing;
mod placed;
mod scale;
mod steps;
mod text;
mod ticks;

pub use eras::{ERA_SIZE_PX, EraBand, PlacedEra, place_eras};
pub use extent::{Extent, Item, Shape};
pub use index::{Index, Run};
pub use layout::{Packing, layout};
pub use options::Options;
pub use overview::profile;
pub use placed::{
    CLUSTER_PX, Layout, MARK_PX, PlacedBin, PlacedCluster, PlacedLabel, PlacedMark, PlacedTrack, Shelf, Zone,
};
pub use scale::{Domain, MAX_PX_PER_DAY, Scale};
pub use steps::{Direction, next_item};
pub use text::{Lines, text_width_px, wrap};
pub use ticks::{TICK_SIZE_PX, Tick, Ticks, ticks};
