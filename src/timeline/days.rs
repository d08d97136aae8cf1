//! The timeline as a list by day, for screens too narrow for an axis.
//!
//! ```text
//! 2 January      Rallies across Mangystau
//! 4 January      ┌ 4–6 January: Almaty …          a bracket: it goes on for days
//!                │ Gatherings in eleven regions
//!                ·  nothing recorded on 5 days
//! 10 January     …
//! ```
//!
//! It knows no width, no words and no window: it says which days have a heading and what stands under each.

use super::index::sort_by_time;
use super::{Item, Shape};
use crate::date::CivilDay;
use crate::order;

/// A list by day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DayList {
    /// The days on which something begins, in order.
    pub days: Vec<DayGroup>,
    /// Items of a month, a year or a coarser unit, which have no day to stand under; in time order.
    pub periods: Vec<u32>,
}

/// A day and what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct DayGroup {
    /// The day.
    pub day: CivilDay,
    /// Days between the group before and this one. They have no group: nothing was recorded to begin on them.
    pub n_empty_days_before: u32,
    /// Items that begin here and go on for longer than the day, the longest first.
    pub brackets: Vec<u32>,
    /// Items of this day: those without an hour first, then by hour.
    pub items: Vec<u32>,
}

/// Groups items by the day on which they begin; a tally stands on its last day.
pub fn days(items: &[Item]) -> DayList {
    let mut places: Vec<u32> = (0..items.len() as u32).collect();
    sort_by_time(&mut places, items);
    let mut list = DayList::default();
    for at in places {
        let extent = &items[at as usize].extent;
        if extent.shape.is_coarse() {
            list.periods.push(at);
            continue;
        }
        let (start, end) = extent.body();
        let day = CivilDay::from_days(start.floor() as i64);
        let last = list.days.last().map(|group| group.day);
        if last != Some(day) {
            let n_days = last.map_or(0, |last| day.days() - last.days() - 1);
            let n_empty_days_before = u32::try_from(n_days).unwrap_or(u32::MAX);
            list.days.push(DayGroup { day, n_empty_days_before, brackets: Vec::new(), items: Vec::new() });
        }
        let Some(group) = list.days.last_mut() else { continue };
        let goes_on = extent.shape == Shape::Range && end > start.floor() + 1.0;
        if goes_on { group.brackets.push(at) } else { group.items.push(at) }
    }
    let end_day = |at: &u32| items[*at as usize].extent.end_day;
    let has_hour = |at: &u32| items[*at as usize].extent.shape == Shape::Moment;
    for group in &mut list.days {
        order::sort_by(&mut group.brackets, |a, b| end_day(b).total_cmp(&end_day(a)));
        order::sort_by_key(&mut group.items, has_hour);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::days;
    use crate::date::CivilDay;
    use crate::timeline::{Extent, Item, Shape};

    fn item(shape: Shape, start_day: f64, end_day: f64) -> Item {
        Item { extent: Extent::new(shape, start_day, end_day), label: String::new(), weight: 1, track: 0 }
    }

    #[test]
    fn no_items_are_no_days() {
        assert_eq!(days(&[]), super::DayList::default());
    }

    #[test]
    fn a_day_holds_its_items_by_hour_and_counts_the_empty_days_before_it() {
        let items = [
            item(Shape::Moment, 9.75, 9.751),
            item(Shape::Moment, 9.25, 9.251),
            item(Shape::Day, 4.0, 5.0),
            item(Shape::Day, 9.0, 10.0),
            item(Shape::Moment, 9.0, 9.001),
        ];
        let list = days(&items);
        let got: Vec<(i64, u32, &[u32])> =
            list.days.iter().map(|group| (group.day.days(), group.n_empty_days_before, &group.items[..])).collect();
        assert_eq!(got, [(4, 0, &[2][..]), (9, 4, &[3, 4, 1, 0][..])]);
    }

    #[test]
    fn what_goes_on_for_days_is_a_bracket_and_a_month_has_no_day() {
        let items = [
            item(Shape::Range, 4.5, 6.0),
            item(Shape::Range, 4.0, 8.0),
            item(Shape::Range, 4.25, 4.5),
            item(Shape::Month, 0.0, 31.0),
            item(Shape::Tally, 0.0, 5.0),
        ];
        let list = days(&items);
        assert_eq!(list.periods, [3]);
        assert_eq!(list.days.len(), 1);
        assert_eq!(list.days[0].day, CivilDay::from_days(4));
        assert_eq!((&list.days[0].brackets[..], &list.days[0].items[..]), (&[1, 0][..], &[4, 2][..]));
    }
}
