//! What a date covers, and how dates are sorted.
//!
//! A span is drawn as it is: a month is a month wide. A sign of doubt does not widen it; how far "about" reaches
//! is for the eye to show, not for a number to claim.

use super::edtf::Shape;
use super::{Bound, Calendar, CivilDay, Edtf, EdtfDate, Moment, days_in_month};

/// The stretch of civil time that a date may lie in or that an interval covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first moment, or `None` if the start is open or unknown.
    pub start: Option<Moment>,
    /// The first moment after it, or `None` if the end is open or unknown.
    pub end: Option<Moment>,
}

/// Where a date sorts; compared, never read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SortKey(i64, i64);

impl Edtf {
    /// What it covers.
    ///
    /// A season covers its whole year: it is of neither hemisphere, and a span must not claim more than the source.
    /// (A winter that runs on into the next year is, by the standard, of the year that is written.)
    pub fn span(&self) -> Span {
        let start = self.start().date().map(|date| Moment::from_day(date.first_day()));
        let end = self.end().date().map(|date| Moment::from_day(date.last_day().plus_days(1)));
        match self.0 {
            Shape::Date(EdtfDate { calendar: Calendar::Time(day, time, _), .. }) => {
                let start = Moment::at(day, time);
                let n_seconds = if time.second.is_some() { 1 } else { 60 };
                Span { start: Some(start), end: Some(start.plus_seconds(n_seconds)) }
            }
            _ => Span { start, end },
        }
    }

    /// The first day that it may be on; `None` if the start is open or unknown.
    pub fn earliest_day(&self) -> Option<CivilDay> {
        self.start().date().map(EdtfDate::first_day)
    }

    /// The last day that it may be on; `None` if the end is open or unknown.
    pub fn latest_day(&self) -> Option<CivilDay> {
        self.end().date().map(EdtfDate::last_day)
    }

    /// Sorts by the first moment, and of those that start together the longer first.
    ///
    /// What has no start sorts by its end, where a reader looks for "by 29 July".
    pub fn sort_key_earliest(&self) -> SortKey {
        let Span { start, end } = self.span();
        let known = start.or(end).map_or(i64::MIN, Moment::seconds);
        SortKey(known, end.map_or(i64::MIN, |end| -end.seconds()))
    }

    /// Sorts by the last moment, and of those that end together the longer first.
    ///
    /// What has no end sorts by its start.
    pub fn sort_key_latest(&self) -> SortKey {
        let Span { start, end } = self.span();
        let known = end.or(start).map_or(i64::MAX, Moment::seconds);
        SortKey(known, start.map_or(i64::MIN, Moment::seconds))
    }
}

impl Bound {
    pub(super) fn runs_backwards_to(self, end: Self) -> bool {
        match (self.date(), end.date()) {
            (Some(start), Some(end)) => start.first_day() > end.last_day(),
            _ => false,
        }
    }
}

impl EdtfDate {
    /// The first day that it may be on.
    pub fn first_day(self) -> CivilDay {
        match self.calendar {
            Calendar::Day(day) | Calendar::Time(day, ..) => day,
            Calendar::Month(year, month) | Calendar::SomeDayOfMonth(year, month) => day_or_first(year, month, 1),
            Calendar::Century { first, .. } | Calendar::Decade { first, .. } => day_or_first(first, 1, 1),
            Calendar::Year(year)
            | Calendar::SomeMonth(year)
            | Calendar::SomeDayOfYear(year)
            | Calendar::Season(year, _) => day_or_first(year, 1, 1),
        }
    }

    /// The last day that it may be on.
    pub fn last_day(self) -> CivilDay {
        match self.calendar {
            Calendar::Day(day) | Calendar::Time(day, ..) => day,
            Calendar::Month(year, month) | Calendar::SomeDayOfMonth(year, month) => {
                day_or_first(year, month, days_in_month(year, month))
            }
            Calendar::Century { last, .. } | Calendar::Decade { last, .. } => day_or_first(last, 12, 31),
            Calendar::Year(year)
            | Calendar::SomeMonth(year)
            | Calendar::SomeDayOfYear(year)
            | Calendar::Season(year, _) => day_or_first(year, 12, 31),
        }
    }
}

// The parser lets only real days through; the fallback keeps this free of panics.
fn day_or_first(year: i64, month: u8, day: u8) -> CivilDay {
    CivilDay::from_ymd(year, month, day).unwrap_or(CivilDay::MIN)
}

#[cfg(test)]
mod tests {
    use crate::date::{CivilDay, Edtf, Moment};

    #[track_caller]
    fn check(text: &str, first: Option<(i64, u8, u8)>, last: Option<(i64, u8, u8)>) {
        let date: Edtf = text.parse().unwrap();
        assert_eq!(date.earliest_day().map(CivilDay::ymd), first, "{text}");
        assert_eq!(date.latest_day().map(CivilDay::ymd), last, "{text}");
        if date.time().is_none() {
            assert_eq!(date.span().start, date.earliest_day().map(Moment::from_day), "{text}");
            let after = date.latest_day().map(|day| Moment::from_day(day.plus_days(1)));
            assert_eq!(date.span().end, after, "{text}");
        }
    }

    #[test]
    fn an_open_end_is_none() {
        check("2022-01-05/..", Some((2022, 1, 5)), None);
        check("2022-01-05/", Some((2022, 1, 5)), None);
        check("../2022", None, Some((2022, 12, 31)));
        check("/2022", None, Some((2022, 12, 31)));
    }

    #[test]
    fn a_date_covers_all_that_it_may_be() {
        check("20XX", Some((2000, 1, 1)), Some((2099, 12, 31)));
        check("202X", Some((2020, 1, 1)), Some((2029, 12, 31)));
        check("-004X", Some((-49, 1, 1)), Some((-40, 12, 31)));
        check("-000X", Some((-9, 1, 1)), Some((-1, 12, 31)));
        check("2022", Some((2022, 1, 1)), Some((2022, 12, 31)));
        check("2022-XX", Some((2022, 1, 1)), Some((2022, 12, 31)));
        check("2022-XX-XX", Some((2022, 1, 1)), Some((2022, 12, 31)));
        check("2022-21", Some((2022, 1, 1)), Some((2022, 12, 31)));
        check("2024-02", Some((2024, 2, 1)), Some((2024, 2, 29)));
        check("2022-02-XX", Some((2022, 2, 1)), Some((2022, 2, 28)));
        check("2022-01-05~", Some((2022, 1, 5)), Some((2022, 1, 5)));
        check("2022-01-05/2023-02", Some((2022, 1, 5)), Some((2023, 2, 28)));
        check("Y-170000002", Some((-170_000_002, 1, 1)), Some((-170_000_002, 12, 31)));
        check("Y99999999999", Some((99_999_999_999, 1, 1)), Some((99_999_999_999, 12, 31)));
    }

    #[test]
    fn a_time_covers_its_minute_or_second_and_no_offset_moves_it() {
        for (text, n_seconds) in [
            ("2022-01-05T23:30", 60),
            ("2022-01-05T23:30Z", 60),
            ("2022-01-05T23:30:00+06:00", 1),
            ("2022-01-05T23:30:00-11", 1),
        ] {
            check(text, Some((2022, 1, 5)), Some((2022, 1, 5)));
            let span = text.parse::<Edtf>().unwrap().span();
            assert_eq!(span.start.unwrap().seconds(), 18_997 * 86_400 + 23 * 3_600 + 30 * 60);
            assert_eq!(span.end.unwrap().seconds() - span.start.unwrap().seconds(), n_seconds);
        }
    }

    #[test]
    fn dates_sort_by_their_start_the_longer_first() {
        let sorted = ["2021/2022", "2022", "2022-01", "2022-01-01", "2022-01-01T09:00", "2022-01-05/..", "2022-01-05"];
        let by_start =
            ["2021/2022", "2022", "2022-01", "2022-01-01", "2022-01-01T09:00", "2022-01-05", "../2022-07-29"];
        for texts in [sorted, by_start] {
            let keys = texts.map(|text| text.parse::<Edtf>().unwrap().sort_key_earliest());
            assert!(keys.is_sorted(), "{texts:?}");
        }
        let by_end =
            ["2021", "2022-01-05", "2022-01-01/2022-01-06", "2022-01-06", "2022-07-29/..", "2022", "2022-12-31"];
        let keys = by_end.map(|text| text.parse::<Edtf>().unwrap().sort_key_latest());
        assert!(keys.is_sorted());
    }
}
