//! Named periods in the background, and where their names stand.
//!
//! ```text
//! row 0   ▕ State of emergency ░░░░░░░░░░░░░░░▏
//! row 1        ▕ CSTO troops ░░░░░░░░░░░░░░░░░░░░░▏
//! ```
//!
//! Rows are chosen from the zoom and all bands, not from the window, so that a name never changes its row while the
//! reader pans. A name stands at the start of its band and sticks to the edge of the window while the band fills it.
//! The module knows no fact and no color.

use super::grid::Grid;
use super::lanes::{Lanes, Taken};
use super::{Extent, Scale, text_width_px};
use crate::order;

/// The size of the names of eras.
pub const ERA_SIZE_PX: f64 = 12.0;

/// Before and after a name.
const GAP_PX: f64 = 6.0;

/// A named period.
#[derive(Debug, Clone, PartialEq)]
pub struct EraBand {
    /// When.
    pub extent: Extent,
    /// Its name.
    pub name: String,
}

/// A band in the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedEra {
    /// Which of the eras.
    pub index: u32,
    /// Where it starts; less than 0 if it began before the window.
    pub x_px: f64,
    /// Its width, which scales with that of the window.
    pub width_px: f64,
    /// The row of its name.
    pub row: u16,
    /// Where its name is anchored, 6 px before its first letter: scales too. `None` if it has no room in the window.
    pub name_x_px: Option<f64>,
}

/// Places the eras that touch the window, in the order in which they came.
pub fn place_eras(eras: &[EraBand], scale: &Scale) -> Vec<PlacedEra> {
    let grid = Grid::of(scale);
    let mut rows = Lanes::new(eras.len());
    let mut by_start: Vec<(u32, &EraBand)> = (0..).zip(eras).collect();
    order::sort_by(&mut by_start, |a, b| a.1.extent.start_day.total_cmp(&b.1.extent.start_day));
    let mut placed: Vec<PlacedEra> = Vec::new();
    for (index, EraBand { extent, name }) in by_start {
        let name_px = text_width_px(name, ERA_SIZE_PX) + 2.0 * GAP_PX;
        let (from_px, end_px) = (grid.px(extent.start_day), grid.px(extent.end_day));
        let taken = Taken { from_px, to_px: end_px.max(from_px + name_px), mark: index };
        let row = rows.first_free(eras.len(), taken).unwrap_or(0);
        rows.put(row, taken);
        if extent.start_day >= scale.end_day || extent.end_day <= scale.start_day {
            continue;
        }
        let x_px = scale.x_from_day(extent.start_day);
        let end_px = scale.x_from_day(extent.end_day);
        let name_x_px = x_px.max(0.0);
        // A name that starts in the window may outgrow its band, for which its row has room; one that sticks may not.
        let limit_px = if x_px >= 0.0 { scale.width_px } else { end_px.min(scale.width_px) };
        let name_x_px = (name_x_px + name_px <= limit_px).then_some(name_x_px);
        placed.push(PlacedEra { index, x_px, width_px: end_px - x_px, row: row as u16, name_x_px });
    }
    order::sort_by_key(&mut placed, |era| era.index);
    placed
}

#[cfg(test)]
mod tests {
    use super::{ERA_SIZE_PX, EraBand, GAP_PX, place_eras};
    use crate::timeline::{Extent, Scale, Shape, text_width_px};

    fn era(start_day: f64, end_day: f64, name: &str) -> EraBand {
        EraBand { extent: Extent::new(Shape::Range, start_day, end_day), name: name.into() }
    }

    #[test]
    fn no_eras_have_no_places_and_those_outside_have_none() {
        assert_eq!(place_eras(&[], &Scale::new(0.0, 12.0, 700.0)), []);
        assert_eq!(
            place_eras(&[era(-3.0, 0.0, "before"), era(12.0, 14.0, "after")], &Scale::new(0.0, 12.0, 700.0)),
            []
        );
    }

    #[test]
    fn names_never_meet_and_never_leave_the_window_at_this_width_or_a_greater_one() {
        let eras = [
            era(4.0, 10.0, "Internet shut down nationwide"),
            era(4.05, 18.0, "State of emergency, first and last areas"),
            era(5.0, 20.0, "CSTO troops"),
            era(10.0, 10.5, "A short one with a long name"),
        ];
        for start in -20..22 {
            let scale = Scale::new(f64::from(start), f64::from(start) + 12.0, 700.0);
            let placed = place_eras(&eras, &scale);
            for stretch in [1.0, 1.5, 2.0] {
                let mut names: Vec<(u16, f64, f64)> = Vec::new();
                for era in &placed {
                    let Some(x_px) = era.name_x_px else { continue };
                    let end_px =
                        x_px * stretch + text_width_px(&eras[era.index as usize].name, ERA_SIZE_PX) + 2.0 * GAP_PX;
                    assert!(end_px <= 700.0 * stretch + 1e-6);
                    names.push((era.row, x_px * stretch, end_px));
                }
                names.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
                for pair in names.windows(2) {
                    assert!(pair[0].0 < pair[1].0 || pair[0].2 <= pair[1].1 + 1e-6, "{pair:?}");
                }
            }
        }
    }

    #[test]
    fn a_pan_keeps_the_rows_and_a_name_sticks_to_the_edge() {
        let eras = [era(0.0, 40.0, "Long"), era(5.0, 45.0, "Later")];
        let scale = Scale::new(-1.0, 11.0, 700.0);
        let (here, there) = (place_eras(&eras, &scale), place_eras(&eras, &scale.pan_px(600.0)));
        assert_eq!([here[0].row, here[1].row], [there[0].row, there[1].row]);
        assert_eq!((there[0].name_x_px, there[1].name_x_px), (Some(0.0), Some(0.0)));
    }
}
