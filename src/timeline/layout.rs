//! Items placed in a window.

use super::{Index, Layout, Options, PlacedTrack, Scale};

/// Places the items that touch the window.
pub fn layout(index: &Index, scale: &Scale, options: &Options) -> Layout {
    let mut placed = Layout::default();
    for track in index.tracks() {
        let (mut n_items, mut n_before, mut n_after) = (0, 0, 0);
        for class in &track.classes {
            n_items += class.run.n_items();
            n_before += index.n_ended(class, scale.start_day);
            n_after += index.n_not_begun(class, scale.end_day);
        }
        let n_in_window = n_items.saturating_sub(n_before + n_after);
        let height_px = options.track_header_px;
        placed.tracks.push(PlacedTrack { track: track.id, top_px: placed.height_px, height_px, n_items, n_in_window });
        placed.height_px += height_px + options.track_gap_px;
        placed.n_before += n_before;
        placed.n_after += n_after;
    }
    placed
}
