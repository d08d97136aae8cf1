//! From one item to the next, for the arrow keys.
//!
//! ```text
//! track 0     a ◄──► b ◄──────► c        earlier, later: within the track, in time order
//!                    ▲
//!                    ▼
//! track 1         d ◄──► e               track up, track down: the nearest in time of the next track
//! ```
//!
//! Every item is reached, whether the zoom draws it or not. It knows no key and no focus.

use super::index::{Track, by_time};
use super::{Index, Run};
use std::cmp::Ordering;

/// A step from an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// The one before, in its track.
    Earlier,
    /// The one after, in its track.
    Later,
    /// The nearest in time in the track above.
    TrackUp,
    /// The nearest in time in the track below.
    TrackDown,
    /// The first of its track.
    First,
    /// The last of its track.
    Last,
}

/// The item that a step leads to; `None` at the ends. Work grows with the logarithm of the number of items.
pub fn next_item(index: &Index, current: u32, direction: Direction) -> Option<u32> {
    let tracks = index.tracks();
    let item = index.items().get(current as usize)?;
    let at = tracks.partition_point(|track| track.id < item.track);
    let by_place = |other: u32| by_time((other, &index.items()[other as usize]), (current, item));
    let (above, below) = match direction {
        Direction::Earlier => return neighbour(index, tracks.get(at)?, by_place).0,
        Direction::Later => return neighbour(index, tracks.get(at)?, by_place).1,
        Direction::First => return neighbour(index, tracks.get(at)?, |_| Ordering::Greater).1,
        Direction::Last => return neighbour(index, tracks.get(at)?, |_| Ordering::Less).0,
        Direction::TrackUp => neighbour(index, tracks.get(at.checked_sub(1)?)?, by_place),
        Direction::TrackDown => neighbour(index, tracks.get(at + 1)?, by_place),
    };
    let start = |number: u32| index.items()[number as usize].extent.body().0;
    let distance = |number: &u32| (start(*number) - item.extent.body().0).abs();
    above.into_iter().chain(below).min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// The last item of a track that compares as less, and the first that compares as greater.
fn neighbour(index: &Index, track: &Track, by_place: impl Fn(u32) -> Ordering) -> (Option<u32>, Option<u32>) {
    let items = index.items();
    let in_time = |a: &u32, b: &u32| by_time((*a, &items[*a as usize]), (*b, &items[*b as usize]));
    let (mut before, mut after) = (None, None);
    for class in &track.classes {
        let Run { from, to } = class.run;
        let first_not_less = index.first_where(class.run, |item| by_place(item) != Ordering::Less);
        let first_greater = index.first_where(class.run, |item| by_place(item) == Ordering::Greater);
        let last_less = (first_not_less > from).then(|| index.item_at(first_not_less - 1));
        let greater = (first_greater < to).then(|| index.item_at(first_greater));
        before = before.into_iter().chain(last_less).max_by(in_time);
        after = after.into_iter().chain(greater).min_by(in_time);
    }
    (before, after)
}

#[cfg(test)]
mod tests {
    use super::{Direction, next_item};
    use crate::timeline::{Extent, Index, Item, Shape};

    fn item(shape: Shape, start_day: f64, track: u16) -> Item {
        Item { extent: Extent::new(shape, start_day, start_day + 1.0), label: "".into(), weight: 1, track }
    }

    fn walk(index: &Index, from: u32, direction: Direction) -> Vec<u32> {
        std::iter::successors(Some(from), |at| next_item(index, *at, direction)).collect()
    }

    #[test]
    fn no_items_lead_nowhere_and_neither_does_an_item_that_is_gone() {
        assert_eq!(next_item(&Index::new(vec![]), 0, Direction::Later), None);
        assert_eq!(next_item(&Index::new(vec![item(Shape::Day, 1.0, 0)]), 3, Direction::First), None);
    }

    #[test]
    fn earlier_and_later_visit_each_item_of_a_track_once_whatever_its_length() {
        let mut items: Vec<Item> = (0..40_u16).map(|at| item(Shape::Moment, f64::from(at * 7 % 11), 4)).collect();
        items.extend((0..40_u16).map(|at| item(Shape::Day, f64::from(at * 5 % 11), 4)));
        items.push(item(Shape::Day, 3.0, 5));
        let index = Index::new(items);
        let ends = [Direction::First, Direction::Last].map(|end| next_item(&index, 17, end).unwrap());
        let mut there = walk(&index, ends[0], Direction::Later);
        let back = walk(&index, ends[1], Direction::Earlier);
        there.reverse();
        assert_eq!(there, back);
        there.sort_unstable();
        assert_eq!(there, (0..80).collect::<Vec<u32>>());
    }

    #[test]
    fn up_and_down_lead_to_the_nearest_in_time() {
        let items = vec![item(Shape::Day, 5.0, 0), item(Shape::Day, 2.0, 3), item(Shape::Moment, 6.0, 3)];
        let index = Index::new(items);
        assert_eq!(next_item(&index, 0, Direction::TrackDown), Some(2));
        assert_eq!(next_item(&index, 1, Direction::TrackUp), Some(0));
        assert_eq!(next_item(&index, 0, Direction::TrackUp), None);
        assert_eq!(next_item(&index, 2, Direction::TrackDown), None);
    }
}
