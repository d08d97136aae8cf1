//! A date as whole numbers and back, for those who read many dates that were checked before: no text, and no words for
//! what is wrong with one.
//!
//! ```text
//! [18997]                     a day that is certain, by days since 1970-01-01
//! [kind, year, month, …]      any other date: six numbers
//! […six, …six]                an interval: two dates, or what stands in the place of one
//! ```

use super::edtf::Shape;
use super::{Bound, Calendar, CivilDay, ClockTime, Edtf, EdtfDate, MAX_YEAR, Offset, Qualifier, Season};

/// How many numbers an end of an interval has, and a date that is no certain day.
const WIDTH: usize = 6;

const QUALIFIERS: [Qualifier; 4] = [Qualifier::Certain, Qualifier::Uncertain, Qualifier::Approximate, Qualifier::Both];
const SEASONS: [Season; 4] = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter];

impl Edtf {
    /// The numbers of the date.
    pub fn numbers(&self) -> Vec<i64> {
        match self.0 {
            Shape::Date(EdtfDate { calendar: Calendar::Day(day), qualifier: Qualifier::Certain }) => vec![day.days()],
            Shape::Date(date) => numbers_of(Bound::Date(date)).to_vec(),
            Shape::Interval(start, end) => [numbers_of(start), numbers_of(end)].concat(),
        }
    }

    /// The date of some numbers; `None` where they are of none.
    pub fn from_numbers(numbers: &[i64]) -> Option<Self> {
        if let [days] = numbers {
            return Some(Self::of_day(CivilDay::from_days(*days)));
        }
        let (start, rest) = numbers.split_first_chunk::<WIDTH>()?;
        let start = bound_of(*start)?;
        if rest.is_empty() {
            return start.date().map(|date| Self(Shape::Date(date)));
        }
        Some(Self(Shape::Interval(start, bound_of(rest.try_into().ok()?)?)))
    }
}

fn numbers_of(bound: Bound) -> [i64; WIDTH] {
    let Bound::Date(date) = bound else {
        return if bound == Bound::Open { [10, 0, 0, 0, 0, 0] } else { [11, 0, 0, 0, 0, 0] };
    };
    let place = QUALIFIERS.iter().position(|known| *known == date.qualifier).unwrap_or(0) as i64;
    let [kind, a, b, c, d] = match date.calendar {
        Calendar::Decade { first, last } => [0, first, last, 0, 0],
        Calendar::Century { first, last } => [1, first, last, 0, 0],
        Calendar::Year(year) => [2, year, 0, 0, 0],
        Calendar::SomeMonth(year) => [3, year, 0, 0, 0],
        Calendar::SomeDayOfYear(year) => [4, year, 0, 0, 0],
        Calendar::Season(year, season) => {
            [5, year, SEASONS.iter().position(|known| *known == season).unwrap_or(0) as i64, 0, 0]
        }
        Calendar::Month(year, month) => [6, year, month.into(), 0, 0],
        Calendar::SomeDayOfMonth(year, month) => [7, year, month.into(), 0, 0],
        Calendar::Day(day) => [8, day.days(), 0, 0, 0],
        Calendar::Time(day, time, offset) => {
            let minutes = i64::from(time.hour) * 60 + i64::from(time.minute);
            let (kind, offset) = match offset {
                Offset::Local => (0, 0),
                Offset::Utc => (1, 0),
                Offset::Hours(hours) => (2, hours.into()),
                Offset::Minutes(minutes) => (3, minutes.into()),
            };
            [9, day.days(), minutes, time.second.map_or(-1, i64::from), kind + 4 * offset]
        }
    };
    [kind, place, a, b, c, d]
}

fn bound_of([kind, qualifier, a, b, c, d]: [i64; WIDTH]) -> Option<Bound> {
    let qualifier = *QUALIFIERS.get(usize::try_from(qualifier).ok()?)?;
    let (small, day) = (u8::try_from(b).ok(), CivilDay::from_days(a));
    if kind < 8 && a.abs().max(b.abs()) > MAX_YEAR {
        return None;
    }
    let calendar = match kind {
        0 => Calendar::Decade { first: a, last: b },
        1 => Calendar::Century { first: a, last: b },
        2 => Calendar::Year(a),
        3 => Calendar::SomeMonth(a),
        4 => Calendar::SomeDayOfYear(a),
        5 => Calendar::Season(a, *SEASONS.get(usize::from(small?))?),
        6 => Calendar::Month(a, small.filter(|month| (1..=12).contains(month))?),
        7 => Calendar::SomeDayOfMonth(a, small.filter(|month| (1..=12).contains(month))?),
        8 => Calendar::Day(day),
        9 => {
            let minutes = u16::try_from(b).ok().filter(|minutes| *minutes < 1440)?;
            let second = if c < 0 { None } else { Some(u8::try_from(c).ok().filter(|second| *second < 60)?) };
            let offset = i16::try_from(d.div_euclid(4)).ok()?;
            let offset = match d.rem_euclid(4) {
                0 => Offset::Local,
                1 => Offset::Utc,
                2 => Offset::Hours(i8::try_from(offset).ok()?),
                _ => Offset::Minutes(offset),
            };
            Calendar::Time(day, ClockTime { hour: (minutes / 60) as u8, minute: (minutes % 60) as u8, second }, offset)
        }
        10 => return Some(Bound::Open),
        11 => return Some(Bound::Unknown),
        _ => return None,
    };
    Some(Bound::Date(EdtfDate { calendar, qualifier }))
}

#[cfg(test)]
mod tests {
    use super::Edtf;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    #[test]
    fn nothing_is_no_date() {
        assert_eq!(Edtf::from_numbers(&[]), None);
        assert_eq!(Edtf::from_numbers(&[10, 0, 0, 0, 0, 0]), None);
        assert_eq!(Edtf::from_numbers(&[6, 0, 2022, 13, 0, 0]), None);
    }

    #[test]
    fn every_kind_of_date_comes_back() {
        for text in [
            "2022-01-05",
            "2022-01-05?",
            "2022-01",
            "2022~",
            "2022%",
            "-0044",
            "Y170000002",
            "202X",
            "20XX",
            "-00XX",
            "2022-XX",
            "2022-XX-XX",
            "2022-01-XX",
            "2022-24",
            "2022-01-05T09:00",
            "2022-01-05T01:30:07Z",
            "2022-01-05T01:30+06",
            "2022-01-05T01:30:00+06:00",
            "2022-01-05T01:30-09:30",
            "2021/2022",
            "2022-01-05/..",
            "../2022",
            "2022-01-05/",
            "/2022-01~",
        ] {
            let date: Edtf = text.parse().unwrap();
            assert_eq!(Edtf::from_numbers(&date.numbers()), Some(date), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_numbers_are_a_date_that_can_be_shown_or_none(
            kind in -1_i64..13, numbers in proptest::collection::vec(any::<i64>(), 0..12), small in 0_i64..70,
        ) {
            let mut numbers = numbers;
            if let Some(first) = numbers.first_mut() {
                *first = kind;
            }
            if numbers.len() > 3 {
                (numbers[1], numbers[3]) = (small % 5, small);
            }
            if let Some(date) = Edtf::from_numbers(&numbers) {
                prop_assert_eq!(Edtf::from_numbers(&date.numbers()), Some(date));
                prop_assert!(!date.to_string().is_empty());
                let span = date.span();
                prop_assert!(span.start.is_none() || span.end.is_none() || numbers.len() > 6 || span.start <= span.end);
            }
        }
    }
}
