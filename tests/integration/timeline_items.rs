//! Items and windows to lay out: random ones of every kind, and regular ones in any number.

use factline::timeline::{Extent, Item, Scale, Shape};
use proptest::prelude::{Just, Strategy, prop_oneof};

const MINUTE: f64 = 1.0 / 1440.0;

/// 5 January 2022.
const A_DAY: f64 = 18_997.0;

/// From the year -9999 to the year 9999, in days.
const FIRST_DAY: i64 = -4_371_587;
const LAST_DAY: i64 = 2_932_896;

/// An item on track 0; how long it lasts follows from its shape.
pub fn item(shape: Shape, start_day: f64, weight: u8, label: &str) -> Item {
    let n_days = match shape {
        Shape::Moment => MINUTE,
        Shape::Day => 1.0,
        Shape::Month => 30.0,
        Shape::Season | Shape::Year => 365.0,
        Shape::Decade => 3_652.0,
        Shape::Century => 36_524.0,
        Shape::Range | Shape::Tally => 4.0,
    };
    Item { extent: Extent::new(shape, start_day, start_day + n_days), label: label.into(), weight, track: 0 }
}

/// Moments at regular steps from a day on.
pub fn items_on(n_items: usize, day: f64, step_days: f64) -> Vec<Item> {
    let label = "Something that happened then";
    (0..n_items).map(|at| item(Shape::Moment, day + at as f64 * step_days, 1 + (at % 3) as u8, label)).collect()
}

/// Items of many shapes and lengths, evenly over a period.
pub fn spread(n_items: usize, start_day: f64, end_day: f64) -> Vec<Item> {
    let step = (end_day - start_day) / n_items as f64;
    let spread = (0..n_items).map(|at| {
        let day = start_day + at as f64 * step;
        let weight = 1 + (at % 3) as u8;
        match at % 7 {
            0 | 1 => item(Shape::Day, day.floor(), weight, "A day on which something happened"),
            2 => item(Shape::Range, day.floor(), weight, "Lasted four days"),
            _ => item(Shape::Moment, (day * 1440.0).floor() / 1440.0, weight, "Something that happened then"),
        }
    });
    spread.map(|item| Item { track: (item.extent.start_day as i64).rem_euclid(2) as u16, ..item }).collect()
}

/// Up to some hundreds of items: around one day, at one minute, over a year or over all of history.
pub fn any_items() -> impl Strategy<Value = Vec<Item>> {
    let start = prop_oneof![
        4 => (0..3 * 1440_i32).prop_map(|minute| A_DAY + f64::from(minute) * MINUTE),
        2 => (0..365_i32).prop_map(|day| A_DAY + f64::from(day)),
        2 => Just(A_DAY + 0.5),
        1 => (FIRST_DAY..LAST_DAY).prop_map(|day| day as f64),
    ];
    let shape = prop_oneof![
        4 => Just(Shape::Moment),
        4 => Just(Shape::Day),
        2 => Just(Shape::Range),
        1 => Just(Shape::Tally),
        1 => Just(Shape::Month),
        1 => Just(Shape::Year),
        1 => Just(Shape::Century),
    ];
    let n_days = prop_oneof![(1..600_i32).prop_map(|minutes| f64::from(minutes) * MINUTE), 1.0..40.0_f64, 1.0..9e5_f64];
    let label = "[a-zА-Яәқ ]{0,45}";
    let one =
        (start, shape, n_days, 1..=3_u8, 0..3_u16, label).prop_map(|(start, shape, n_days, weight, track, label)| {
            let whole = if matches!(shape, Shape::Moment | Shape::Range) { start } else { start.floor() };
            let mut item = Item { track, ..item(shape, whole, weight, &label) };
            if matches!(shape, Shape::Range | Shape::Tally) {
                item.extent = Extent::new(shape, whole, whole + n_days);
            }
            item
        });
    prop_oneof![
        1 => proptest::collection::vec(one.clone(), 0..3),
        4 => proptest::collection::vec(one.clone(), 3..60),
        1 => proptest::collection::vec(one, 60..600),
    ]
}

/// Windows from minutes to twenty thousand years, most of them near where the items are.
pub fn any_scale() -> impl Strategy<Value = Scale> {
    let n_days = (0.0..1.0_f64).prop_map(|part| (10.0 * MINUTE) * 730_000_000_f64.powf(part * part));
    let place = prop_oneof![4 => -1.2..0.4_f64, 1 => -9.0..9.0_f64];
    let width_px = prop_oneof![Just(700.0), Just(960.0), 320.0..2_000.0_f64];
    (n_days, place, width_px, 0.0..3.0_f64).prop_map(|(n_days, place, width_px, shift)| {
        let start_day = A_DAY + shift + place * n_days;
        Scale::new(start_day, start_day + n_days, width_px)
    })
}

/// Items of about the density at which lanes run short, over a hundred days.
pub fn crowded_items() -> impl Strategy<Value = Vec<Item>> {
    let shape = prop_oneof![4 => Just(Shape::Moment), 4 => Just(Shape::Day), 2 => Just(Shape::Range)];
    let one =
        (0..100 * 24_i32, shape, 1..200_i32, 1..=3_u8, 0..30_usize).prop_map(|(hour, shape, n_hours, weight, n)| {
            let start = A_DAY + f64::from(hour) / 24.0;
            let start = if shape == Shape::Day { start.floor() } else { start };
            let mut item = item(shape, start, weight, &"a few words ".repeat(4)[..n]);
            if shape == Shape::Range {
                item.extent = Extent::new(shape, start, start + f64::from(n_hours) / 24.0);
            }
            item
        });
    proptest::collection::vec(one, 50..500)
}

/// A window in the midst of [`crowded_items`].
pub fn crowded_scale() -> impl Strategy<Value = Scale> {
    let n_days = prop_oneof![2.0..40.0_f64, Just(7.0), Just(12.0)];
    (20.0..70.0_f64, n_days).prop_map(|(shift, n_days)| Scale::new(A_DAY + shift, A_DAY + shift + n_days, 700.0))
}
