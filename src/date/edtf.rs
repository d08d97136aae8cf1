//! A date as exact as its source, and no more: EDTF (ISO 8601-2:2019), levels 0 and 1.
//!
//! These types hold what was written, so that it can be written back; what it covers is in `span`,
//! how it is read in `parse`. There is no order on dates, since "2022" is neither before nor after "January 2022":
//! whoever sorts chooses one of the sort keys.

use super::{CivilDay, ClockTime};

/// A date or an interval of dates.
///
/// Made by `str::parse`; `Display` gives back exactly the text that was parsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf(pub(super) Shape);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Shape {
    Date(EdtfDate),
    Interval(Bound, Bound),
}

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// A date.
    Date(EdtfDate),
    /// `..`: there is no end, or none is meant.
    Open,
    /// Nothing: there is an end, and the source does not tell it.
    Unknown,
}

/// One date, with what its source thinks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct EdtfDate {
    pub(super) calendar: Calendar,
    pub(super) qualifier: Qualifier,
}

/// What is written of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// `202X`: a year with its last digit unspecified. The first and the last year it can be.
    Decade {
        /// The earliest year.
        first: i64,
        /// The latest year.
        last: i64,
    },
    /// `20XX`: a year with its last two digits unspecified. The first and the last year it can be.
    Century {
        /// The earliest year.
        first: i64,
        /// The latest year.
        last: i64,
    },
    /// `2022`.
    Year(i64),
    /// `2022-XX`: one month of the year, which is not stated.
    SomeMonth(i64),
    /// `2022-XX-XX`: one day of the year, which is not stated.
    SomeDayOfYear(i64),
    /// `2022-21`.
    Season(i64, Season),
    /// `2022-01`.
    Month(i64, u8),
    /// `2022-01-XX`: one day of the month, which is not stated.
    SomeDayOfMonth(i64, u8),
    /// `2022-01-05`.
    Day(CivilDay),
    /// `2022-01-05T01:30:00+06:00`.
    Time(CivilDay, ClockTime, Offset),
}

/// A season, of neither hemisphere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// 21.
    Spring,
    /// 22.
    Summer,
    /// 23.
    Autumn,
    /// 24.
    Winter,
}

/// The offset from UTC as written. It explains a time and never moves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Offset {
    /// None: local time.
    Local,
    /// `Z`.
    Utc,
    /// `+06`, in hours.
    Hours(i8),
    /// `+06:00`, in minutes.
    Minutes(i16),
}

/// How sure the source is of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Qualifier {
    /// No sign.
    #[default]
    Certain,
    /// `?`: possibly this date.
    Uncertain,
    /// `~`: about this date.
    Approximate,
    /// `%`: possibly about this date.
    Both,
}

/// How much of a date is stated, from coarse to fine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One of a hundred years.
    Century,
    /// One of ten years.
    Decade,
    /// A year.
    Year,
    /// A season of a year.
    Season,
    /// A month.
    Month,
    /// A day.
    Day,
    /// A time to the minute.
    Minute,
    /// A time to the second.
    Second,
}

impl Edtf {
    /// A day.
    pub const fn of_day(day: CivilDay) -> Self {
        Self(Shape::Date(EdtfDate { calendar: Calendar::Day(day), qualifier: Qualifier::Certain }))
    }

    /// How much is stated. Of an interval, the coarser of its dates: it is no more exact than its vaguer end.
    ///
    /// Where the standard speaks of day precision for `2022-01-XX`, this is [`Precision::Month`]:
    /// the month is all that can be drawn.
    pub fn precision(&self) -> Precision {
        match self.0 {
            Shape::Date(date) | Shape::Interval(Bound::Date(date), Bound::Open | Bound::Unknown) => date.precision(),
            Shape::Interval(Bound::Date(start), Bound::Date(end)) => start.precision().min(end.precision()),
            Shape::Interval(_, end) => end.date().map_or(Precision::Century, |end| end.precision()),
        }
    }

    /// Whether any date of it carries `?` or `%`.
    pub fn is_uncertain(&self) -> bool {
        self.dates().any(|date| date.is_uncertain())
    }

    /// Whether any date of it carries `~` or `%`.
    pub fn is_approximate(&self) -> bool {
        self.dates().any(|date| date.is_approximate())
    }

    /// Whether it has a slash.
    pub fn is_interval(&self) -> bool {
        matches!(self.0, Shape::Interval(..))
    }

    /// Whether it is an interval without a date at its start, open or unknown.
    pub fn has_open_start(&self) -> bool {
        self.start().date().is_none()
    }

    /// Whether it is an interval without a date at its end, open or unknown.
    pub fn has_open_end(&self) -> bool {
        self.end().date().is_none()
    }

    /// The start of an interval; a single date is its own start.
    pub fn start(&self) -> Bound {
        match self.0 {
            Shape::Date(date) => Bound::Date(date),
            Shape::Interval(start, _) => start,
        }
    }

    /// The end of an interval; a single date is its own end.
    pub fn end(&self) -> Bound {
        match self.0 {
            Shape::Date(date) => Bound::Date(date),
            Shape::Interval(_, end) => end,
        }
    }

    /// The one date, or `None` for an interval.
    pub fn single(&self) -> Option<EdtfDate> {
        match self.0 {
            Shape::Date(date) => Some(date),
            Shape::Interval(..) => None,
        }
    }

    /// The time of day, if one is written.
    pub fn time(&self) -> Option<ClockTime> {
        match self.single()?.calendar {
            Calendar::Time(_, time, _) => Some(time),
            _ => None,
        }
    }

    /// The offset of that time.
    pub fn offset(&self) -> Option<Offset> {
        match self.single()?.calendar {
            Calendar::Time(_, _, offset) => Some(offset),
            _ => None,
        }
    }

    fn dates(&self) -> impl Iterator<Item = EdtfDate> {
        self.start().date().into_iter().chain(self.end().date())
    }
}

impl From<CivilDay> for Edtf {
    fn from(day: CivilDay) -> Self {
        Self::of_day(day)
    }
}

impl From<CivilDay> for EdtfDate {
    fn from(day: CivilDay) -> Self {
        Self { calendar: Calendar::Day(day), qualifier: Qualifier::Certain }
    }
}

impl Bound {
    /// The date, if there is one.
    pub fn date(self) -> Option<EdtfDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::Open | Self::Unknown => None,
        }
    }
}

impl EdtfDate {
    /// What is written of the calendar.
    pub fn calendar(self) -> Calendar {
        self.calendar
    }

    /// The sign at its end.
    pub fn qualifier(self) -> Qualifier {
        self.qualifier
    }

    /// Whether it carries `?` or `%`.
    pub fn is_uncertain(self) -> bool {
        matches!(self.qualifier, Qualifier::Uncertain | Qualifier::Both)
    }

    /// Whether it carries `~` or `%`.
    pub fn is_approximate(self) -> bool {
        matches!(self.qualifier, Qualifier::Approximate | Qualifier::Both)
    }

    /// How much is stated; see [`Edtf::precision`].
    pub fn precision(self) -> Precision {
        match self.calendar {
            Calendar::Century { .. } => Precision::Century,
            Calendar::Decade { .. } => Precision::Decade,
            Calendar::Year(_) | Calendar::SomeMonth(_) | Calendar::SomeDayOfYear(_) => Precision::Year,
            Calendar::Season(..) => Precision::Season,
            Calendar::Month(..) | Calendar::SomeDayOfMonth(..) => Precision::Month,
            Calendar::Day(_) => Precision::Day,
            Calendar::Time(_, ClockTime { second: None, .. }, _) => Precision::Minute,
            Calendar::Time(..) => Precision::Second,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Edtf, Precision};

    #[track_caller]
    fn check(text: &str, precision: Precision, uncertain_approximate: (bool, bool), open: (bool, bool)) {
        let date: Edtf = text.parse().unwrap();
        assert_eq!(date.precision(), precision, "{text}");
        assert_eq!((date.is_uncertain(), date.is_approximate()), uncertain_approximate, "{text}");
        assert_eq!((date.has_open_start(), date.has_open_end()), open, "{text}");
        assert_eq!(date.is_interval(), text.contains('/'), "{text}");
    }

    #[test]
    fn a_date_is_as_precise_as_what_is_stated() {
        let (sure, closed) = ((false, false), (false, false));
        check("20XX", Precision::Century, sure, closed);
        check("202X", Precision::Decade, sure, closed);
        check("2022", Precision::Year, sure, closed);
        check("2022-XX", Precision::Year, sure, closed);
        check("2022-XX-XX", Precision::Year, sure, closed);
        check("2022-21", Precision::Season, sure, closed);
        check("2022-01", Precision::Month, sure, closed);
        check("2022-01-XX", Precision::Month, sure, closed);
        check("2022-01-05", Precision::Day, sure, closed);
        check("2022-01-05T01:30", Precision::Minute, sure, closed);
        check("2022-01-05T01:30:00", Precision::Second, sure, closed);
    }

    #[test]
    fn an_interval_is_as_vague_as_its_vaguer_end() {
        let sure = (false, false);
        check("2022/2022-01-05", Precision::Year, sure, (false, false));
        check("2022-01-05/2022-02", Precision::Month, sure, (false, false));
        check("2022-01-05/..", Precision::Day, sure, (false, true));
        check("2022-01/", Precision::Month, sure, (false, true));
        check("../2022", Precision::Year, sure, (true, false));
        check("/2022-01-05", Precision::Day, sure, (true, false));
        let open: Edtf = "2022/..".parse().unwrap();
        let unknown: Edtf = "2022/".parse().unwrap();
        assert_eq!((open.end(), unknown.end()), (Bound::Open, Bound::Unknown));
    }

    #[test]
    fn a_sign_on_either_end_counts() {
        check("2022?", Precision::Year, (true, false), (false, false));
        check("2022~", Precision::Year, (false, true), (false, false));
        check("2022%", Precision::Year, (true, true), (false, false));
        check("2022-01-06/2022-01-20~", Precision::Day, (false, true), (false, false));
        check("2022?/2023~", Precision::Year, (true, true), (false, false));
    }
}
