//! What is drawn: an item, and the stretch of days that it covers.
//!
//! An extent is as exact as its source: it keeps the precision it was written in as a [`Shape`], so that a month is
//! drawn as a month. It does not know who claims it or what it is about.

use std::sync::Arc;

use crate::date::{Edtf, EdtfDate, Moment, Precision};

/// The form of an extent, by which it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// An hour and minute, drawn as a point.
    Moment,
    /// One day.
    Day,
    /// One month, or some day of it.
    Month,
    /// A season of a year, which covers the whole year.
    Season,
    /// One year, or some day or month of it.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// From one date to another.
    Range,
    /// A count that runs up to a day: a mark on its last day, with a thin tail back to where the count starts.
    Tally,
}

impl Shape {
    /// Whether it is a unit of the calendar longer than a day, whose edges are those of the calendar and not of what
    /// happened.
    pub fn is_coarse(self) -> bool {
        matches!(self, Self::Month | Self::Season | Self::Year | Self::Decade | Self::Century)
    }

    fn of_date(date: EdtfDate) -> Self {
        match date.precision() {
            Precision::Century => Self::Century,
            Precision::Decade => Self::Decade,
            Precision::Year => Self::Year,
            Precision::Season => Self::Season,
            Precision::Month => Self::Month,
            Precision::Day => Self::Day,
            Precision::Minute | Precision::Second => Self::Moment,
        }
    }
}

/// The stretch of civil days that an item covers.
///
/// ```text
/// day 0         day 1         day 2
///   ├─────────────┼─────────────┤
///   ▕█████████████▏                   Day     start 0, end 1
///   ▕███████████████████████████▏     Range   start 0, end 2
///   ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄▕████████████▏     Tally   start 0, end 2: the body is its last day
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Extent {
    /// The first day, in days since 1970-01-01.
    pub start_day: f64,
    /// The first day after it. Of an open end, the end of what is known.
    pub end_day: f64,
    /// The precision it was written in.
    pub shape: Shape,
    /// Whether it began earlier than is known; it is then drawn at its end.
    pub open_start: bool,
    /// Whether it went on for longer than is known; it is then drawn at its start.
    pub open_end: bool,
    /// "About": the date is near the true one.
    pub approximate: bool,
    /// "Perhaps": the source doubts the date.
    pub uncertain: bool,
}

impl Extent {
    /// An extent of that shape with known ends. Ends that run backwards are swapped.
    pub fn new(shape: Shape, start_day: f64, end_day: f64) -> Self {
        Self {
            start_day: start_day.min(end_day),
            end_day: start_day.max(end_day),
            shape,
            open_start: false,
            open_end: false,
            approximate: false,
            uncertain: false,
        }
    }

    /// Where a date lies. `None` if neither of its ends is told.
    ///
    /// An interval with one end, open or unknown, is drawn where that end is: `2022-01-05/..` stands on 5 January and
    /// is marked as going on. A date of a year or month with parts left out (`2022-01-XX`) covers all that it may be.
    pub fn from_edtf(date: &Edtf) -> Option<Self> {
        let (start, end) = (date.start().date(), date.end().date());
        let shape = match (start, end) {
            (Some(_), Some(_)) if date.is_interval() => Shape::Range,
            (Some(known), _) | (None, Some(known)) => Shape::of_date(known),
            (None, None) => return None,
        };
        let span = date.span();
        let (first, last) = (start.or(end)?, end.or(start)?);
        let start_day = span.start.map_or(first.first_day().days() as f64, Moment::days);
        let end_day = span.end.map_or(last.last_day().days() as f64 + 1.0, Moment::days);
        Some(Self {
            open_start: date.has_open_start(),
            open_end: date.has_open_end(),
            approximate: date.is_approximate(),
            uncertain: date.is_uncertain(),
            ..Self::new(shape, start_day, end_day)
        })
    }

    /// Whether it is one day or one moment of it, known and whole: nothing but its place has to be told of it.
    pub fn is_plain(&self) -> bool {
        let is_short = matches!(self.shape, Shape::Moment | Shape::Day);
        is_short && !(self.open_start || self.open_end || self.approximate || self.uncertain)
    }

    /// The same range as the period of a count: a mark on its last day with a thin tail.
    ///
    /// Only a range of more than a day has a tail; anything else stays what it is.
    pub fn as_tally(self) -> Self {
        let has_tail = self.shape == Shape::Range && self.end_day - self.start_day > 1.0;
        if has_tail { Self { shape: Shape::Tally, ..self } } else { self }
    }

    /// The part that is drawn in full, in days: the last day of a tally, and all of everything else.
    pub fn body(&self) -> (f64, f64) {
        match self.shape {
            Shape::Tally => (self.start_day.max(self.end_day - 1.0), self.end_day),
            _ => (self.start_day, self.end_day),
        }
    }
}

/// One thing on the timeline; it is known by its index in the list it came in.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Where it lies in time.
    pub extent: Extent,
    /// The words beside the mark; never cut. Many items may share them.
    pub label: Arc<str>,
    /// 1 to 3: 1 keeps its label longest.
    pub weight: u8,
    /// The row it belongs to. Rows stand in ascending order.
    pub track: u16,
}

#[cfg(test)]
mod tests {
    use super::{Extent, Shape};
    use crate::date::{CivilDay, Edtf};

    fn extent(text: &str) -> Option<Extent> {
        let date: Edtf = text.parse().unwrap();
        Extent::from_edtf(&date)
    }

    #[track_caller]
    fn check(text: &str, shape: Shape, first: (i64, u8, u8), n_days: f64) {
        let got = extent(text).unwrap();
        let start_day = CivilDay::from_ymd(first.0, first.1, first.2).unwrap().days() as f64;
        assert_eq!((got.shape, got.start_day, got.end_day - got.start_day), (shape, start_day, n_days), "{text}");
    }

    #[test]
    fn a_date_keeps_the_precision_of_its_source() {
        check("2022-01-05", Shape::Day, (2022, 1, 5), 1.0);
        check("2022-01", Shape::Month, (2022, 1, 1), 31.0);
        check("2022-01-XX", Shape::Month, (2022, 1, 1), 31.0);
        check("2022-21", Shape::Season, (2022, 1, 1), 365.0);
        check("2022-XX-XX", Shape::Year, (2022, 1, 1), 365.0);
        check("202X", Shape::Decade, (2020, 1, 1), 3653.0);
        check("-0044", Shape::Year, (-44, 1, 1), 366.0);
        check("2022-01-05/2022-01-10", Shape::Range, (2022, 1, 5), 6.0);
    }

    #[test]
    fn a_time_lasts_its_minute_and_no_offset_moves_it() {
        let got = extent("2022-01-05T12:00:00+06:00").unwrap();
        assert_eq!((got.shape, got.start_day.fract()), (Shape::Moment, 0.5));
        assert!(got.end_day > got.start_day && got.end_day - got.start_day <= 1.0 / 1440.0);
    }

    #[test]
    fn an_open_end_stands_where_it_is_known() {
        check("2022-01-05/..", Shape::Day, (2022, 1, 5), 1.0);
        check("../2022-01-05", Shape::Day, (2022, 1, 5), 1.0);
        let got = extent("2022-01-05/").unwrap();
        assert_eq!((got.open_start, got.open_end), (false, true));
    }

    #[test]
    fn only_a_known_day_or_moment_is_plain() {
        for text in ["2022-01-05", "2022-01-05T12:00"] {
            assert!(extent(text).unwrap().is_plain(), "{text}");
        }
        for text in [
            "2022-01",
            "2022-01-XX",
            "2022-01-05/2022-01-10",
            "2022-01-05/..",
            "../2022-01-05",
            "2022-01-05~",
            "2022-01-05?",
        ] {
            assert!(!extent(text).unwrap().is_plain(), "{text}");
        }
    }

    #[test]
    fn doubts_are_kept() {
        let got = extent("2022-01-05?/2022-01-20~").unwrap();
        assert_eq!((got.approximate, got.uncertain), (true, true));
    }

    #[test]
    fn only_a_range_has_the_tail_of_a_tally() {
        let tally = extent("2022-01-01/2022-01-09").unwrap().as_tally();
        assert_eq!((tally.shape, tally.body()), (Shape::Tally, (tally.end_day - 1.0, tally.end_day)));
        assert_eq!(extent("2022-01").unwrap().as_tally().shape, Shape::Month);
        assert_eq!(extent("2022-01-05/2022-01-05").unwrap().as_tally().shape, Shape::Range);
    }
}
