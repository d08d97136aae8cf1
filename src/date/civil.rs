//! A day of the civil calendar, as a count of days.
//!
//! Knows no clock and no zone. A day is one number, so that the timeline can do arithmetic on it;
//! year, month and day are computed when somebody wants to read it.

/// The furthest year either way, so that the seconds of any day fit in 64 bits with room to spare.
/// It is seven times the age of the universe.
pub const MAX_YEAR: i64 = 99_999_999_999;

/// Days from 0000-03-01, where the computation starts, to 1970-01-01.
const DAYS_BEFORE_1970: i64 = 719_468;

/// The length of 400 years, after which the calendar repeats.
const DAYS_PER_CYCLE: i64 = 146_097;

/// A day of the proleptic Gregorian calendar, stored as days since 1970-01-01.
///
/// Days compare in calendar order. Arithmetic stops at [`CivilDay::MIN`] and [`CivilDay::MAX`] instead of wrapping.
/// `Display` writes it as EDTF does, which has no names for days beyond the year 9999: those only look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CivilDay(i64);

impl CivilDay {
    /// The first day that can be told.
    pub const MIN: Self = Self(days_from_ymd(-MAX_YEAR, 1, 1));
    /// The day after the last that has a name, so that the last year has an end.
    pub const MAX: Self = Self(days_from_ymd(MAX_YEAR + 1, 1, 1));

    /// The day of that name, or `None` if the calendar has no such day or the year is out of range.
    pub fn from_ymd(year: i64, month: u8, day: u8) -> Option<Self> {
        let in_range = (-MAX_YEAR..=MAX_YEAR).contains(&year) && (1..=12).contains(&month);
        (in_range && day >= 1 && day <= days_in_month(year, month)).then(|| Self(days_from_ymd(year, month, day)))
    }

    /// The day that lies so many days after 1970-01-01, or the nearest one that can be told.
    pub fn from_days(days: i64) -> Self {
        Self(days.clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Days since 1970-01-01, negative before it.
    pub fn days(self) -> i64 {
        self.0
    }

    /// Year, month (1–12) and day of the month (1–31).
    ///
    /// Counts years from March, so that the leap day is the last of its year; after Howard Hinnant's
    /// "chrono-compatible low-level date algorithms".
    pub fn ymd(self) -> (i64, u8, u8) {
        let days = self.0 + DAYS_BEFORE_1970;
        let cycle = days.div_euclid(DAYS_PER_CYCLE);
        let day_of_cycle = days.rem_euclid(DAYS_PER_CYCLE);
        let year_of_cycle =
            (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524 - day_of_cycle / 146_096) / 365;
        let day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_cycle + cycle * 400 + i64::from(month <= 2);
        (year, month as u8, day as u8)
    }

    /// The year alone.
    pub fn year(self) -> i64 {
        self.ymd().0
    }

    /// The day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as u8
    }

    /// The day so many days later, or earlier if negative.
    pub fn plus_days(self, n_days: i64) -> Self {
        Self::from_days(self.0.saturating_add(n_days))
    }
}

/// The number of days in a month; 0 for a month that is not 1–12.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 0,
    }
}

const fn days_from_ymd(year: i64, month: u8, day: u8) -> i64 {
    let month = month as i64;
    let year = if month <= 2 { year - 1 } else { year };
    let cycle = year.div_euclid(400);
    let year_of_cycle = year.rem_euclid(400);
    let month_from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i64 - 1;
    let day_of_cycle = year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 + day_of_year;
    cycle * DAYS_PER_CYCLE + day_of_cycle - DAYS_BEFORE_1970
}

#[cfg(test)]
mod tests {
    use super::{CivilDay, MAX_YEAR, days_in_month};

    #[track_caller]
    fn check(days: i64, (year, month, day): (i64, u8, u8), weekday: u8) {
        let civil_day = CivilDay::from_ymd(year, month, day).unwrap();
        assert_eq!(civil_day.days(), days);
        assert_eq!(CivilDay::from_days(days).ymd(), (year, month, day));
        assert_eq!(civil_day.weekday(), weekday);
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_none() {
        let none = [
            (2022, 0, 1),
            (2022, 1, 0),
            (2022, 13, 1),
            (2022, 1, 32),
            (2022, 2, 29),
            (1900, 2, 29),
            (2022, 2, 30),
            (2022, 4, 31),
            (MAX_YEAR + 1, 1, 1),
            (-MAX_YEAR - 1, 12, 31),
            (i64::MAX, 1, 1),
            (i64::MIN, 1, 1),
        ];
        for (year, month, day) in none {
            assert_eq!(CivilDay::from_ymd(year, month, day), None, "{year}-{month}-{day}");
        }
        assert_eq!(days_in_month(2022, 0), 0);
        assert_eq!(days_in_month(2022, 13), 0);
    }

    #[test]
    fn known_days_stand_where_they_should() {
        check(0, (1970, 1, 1), 3);
        check(-1, (1969, 12, 31), 2);
        check(18_997, (2022, 1, 5), 2);
        check(19_362, (2023, 1, 5), 3);
        check(11_016, (2000, 2, 29), 1);
        check(-719_468, (0, 3, 1), 2);
        check(-719_469, (0, 2, 29), 1);
        check(-719_529, (-1, 12, 31), 4);
    }

    #[test]
    fn every_day_of_three_centuries_comes_back_and_follows_the_one_before() {
        let first = CivilDay::from_ymd(1800, 1, 1).unwrap();
        let (mut year, mut month, mut day) = first.ymd();
        let mut weekday = first.weekday();
        for n_days in 0..110_000 {
            let civil_day = first.plus_days(n_days);
            assert_eq!(civil_day.ymd(), (year, month, day));
            assert_eq!(CivilDay::from_ymd(year, month, day), Some(civil_day));
            assert_eq!(civil_day.weekday(), weekday);
            weekday = (weekday + 1) % 7;
            day += 1;
            if day > days_in_month(year, month) {
                (month, day) = (month + 1, 1);
            }
            if month > 12 {
                (year, month) = (year + 1, 1);
            }
        }
    }

    #[test]
    fn far_days_come_back_and_the_ends_hold() {
        for year in [-MAX_YEAR, -170_000_002, -44, 0, 170_000_002, MAX_YEAR] {
            for (month, day) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
                assert_eq!(CivilDay::from_ymd(year, month, day).unwrap().ymd(), (year, month, day));
            }
        }
        assert_eq!(CivilDay::from_days(i64::MAX), CivilDay::MAX);
        assert_eq!(CivilDay::from_days(i64::MIN), CivilDay::MIN);
        assert_eq!(CivilDay::MAX.plus_days(i64::MAX), CivilDay::MAX);
        assert_eq!(CivilDay::MIN.plus_days(-1).ymd(), (-MAX_YEAR, 1, 1));
    }
}
