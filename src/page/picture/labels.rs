//! Where the numbers beside dots stand, so that none covers another, or a dot.
//!
//! The drawing is as wide as its reader's screen, which nobody knows while writing: what fits on the narrowest fits on
//! all.

/// The plot of a card on a phone.
const WIDTH_PX: f64 = 250.0;
/// The lowest plot, `.history-plot` in `pictures.css`.
const HEIGHT_PX: f64 = 96.0;
/// A digit of the smallest size, and the room that a label keeps.
const LETTER_PX: f64 = 7.6;
const LINE_PX: f64 = 17.0;
/// From the middle of a dot to the near edge of its label, and to its own.
const OFFSET_PX: f64 = 8.0;
const RADIUS_PX: f64 = 7.0;

/// Closer than this share of the width to an edge, a label begins or ends at its dot.
pub const NEAR_EDGE: f64 = 0.15;

/// A dot, both ways as fractions from the lower left, and how long its label is.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
    pub n_letters: usize,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Above,
    Below,
    /// There is no room: the number is told by the words beside the picture.
    Nowhere,
}

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    right: f64,
    bottom: f64,
    top: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.bottom < other.top && other.bottom < self.top
    }
}

/// A place for each label. The last dots choose first: what holds now is to be read.
pub fn places(spots: &[Spot]) -> Vec<Place> {
    let dots: Vec<_> = spots.iter().map(dot).collect();
    let mut taken: Vec<Area> = Vec::new();
    let mut places = vec![Place::Nowhere; spots.len()];
    for (at, spot) in spots.iter().enumerate().rev() {
        let is_free = |place: &Place| {
            let label = label(spot, *place);
            let others = dots.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, dot)| dot);
            // Under the plot stand the days.
            label.bottom >= 0.0 && !others.chain(&taken).any(|other| other.meets(&label))
        };
        if let Some(place) = [Place::Above, Place::Below].into_iter().find(is_free) {
            places[at] = place;
            taken.push(label(spot, place));
        }
    }
    places
}

fn dot(spot: &Spot) -> Area {
    let (x, y) = (spot.x * WIDTH_PX, spot.y * HEIGHT_PX);
    Area { left: x - RADIUS_PX, right: x + RADIUS_PX, bottom: y - RADIUS_PX, top: y + RADIUS_PX }
}

fn label(spot: &Spot, place: Place) -> Area {
    let (x, y) = (spot.x * WIDTH_PX, spot.y * HEIGHT_PX);
    let width = spot.n_letters as f64 * LETTER_PX;
    let left = if spot.x < NEAR_EDGE {
        x - RADIUS_PX
    } else if spot.x > 1.0 - NEAR_EDGE {
        x + RADIUS_PX - width
    } else {
        x - width / 2.0
    };
    let bottom = if place == Place::Above { y + OFFSET_PX } else { y - OFFSET_PX - LINE_PX };
    Area { left, right: left + width, bottom, top: bottom + LINE_PX }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(spots: &[(f64, f64)], expected: &[Place]) {
        let spots: Vec<_> = spots.iter().map(|&(x, y)| Spot { x, y, n_letters: 3 }).collect();
        assert_eq!(places(&spots), expected);
    }

    #[test]
    fn a_dot_alone_has_its_number_above() {
        check(&[], &[]);
        check(&[(0.5, 0.5)], &[Place::Above]);
    }

    #[test]
    fn of_two_close_ones_the_earlier_has_its_number_below() {
        check(&[(0.5, 0.5), (0.52, 0.5)], &[Place::Below, Place::Above]);
        check(&[(0.1, 0.5), (0.9, 0.5)], &[Place::Above, Place::Above]);
    }

    #[test]
    fn where_there_is_no_room_there_is_no_number() {
        check(&[(0.5, 0.5), (0.5, 0.5), (0.5, 0.5)], &[Place::Nowhere, Place::Below, Place::Above]);
    }

    #[test]
    fn no_number_hangs_into_the_days_below() {
        check(&[(0.5, 0.05), (0.52, 0.2)], &[Place::Nowhere, Place::Above]);
    }

    #[test]
    fn no_number_covers_another_or_a_dot() {
        let spots: Vec<_> = (0..40)
            .map(|n| Spot { x: f64::from(n * 37 % 41) / 41.0, y: f64::from(n * 17 % 43) / 43.0, n_letters: 5 })
            .collect();
        let placed: Vec<_> = spots.iter().zip(places(&spots)).filter(|(_, place)| *place != Place::Nowhere).collect();
        assert!(placed.len() > 3);
        for (at, (spot, place)) in placed.iter().enumerate() {
            let own = label(spot, *place);
            let others = placed.iter().enumerate().filter(|(other, _)| *other != at);
            assert!(others.map(|(_, (spot, place))| label(spot, *place)).all(|other| !own.meets(&other)));
            assert!(spots.iter().filter(|other| other.x != spot.x).all(|other| !own.meets(&dot(other))));
        }
    }
}
