//! Time of day, and a moment of civil time.
//!
//! Knows no zone: a moment is what a clock on the wall showed, so moments of two places compare as written.

use std::fmt;
use std::str::FromStr;

use super::CivilDay;

const SECONDS_PER_DAY: i64 = 86_400;

/// A time of day from 00:00 to 23:59:59, to the minute or to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime {
    /// 0–23; midnight at the end of a day is 00:00 of the next.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
    /// 0–59, or `None` where the source gives none. Leap seconds are refused.
    pub second: Option<u8>,
}

/// Why a text is no time of day.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a time; write hh:mm or hh:mm:ss, from 00:00 to 23:59:59: {0}")]
pub struct ClockTimeError(pub String);

impl FromStr for ClockTime {
    type Err = ClockTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        parse(text.as_bytes()).ok_or_else(|| ClockTimeError(text.to_owned()))
    }
}

fn parse(text: &[u8]) -> Option<ClockTime> {
    let pair = |at: usize, below: u8| {
        let digits = text.get(at..at + 2).filter(|pair| pair.iter().all(u8::is_ascii_digit))?;
        Some((digits[0] - b'0') * 10 + digits[1] - b'0').filter(|value| *value < below)
    };
    let colon = |at: usize| text.get(at) == Some(&b':');
    let second = match text.len() {
        5 => None,
        8 if colon(5) => Some(pair(6, 60)?),
        _ => return None,
    };
    colon(2).then_some(())?;
    Some(ClockTime { hour: pair(0, 24)?, minute: pair(3, 60)?, second })
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(8);
        push_two_digits(&mut text, self.hour);
        text.push(':');
        push_two_digits(&mut text, self.minute);
        if let Some(second) = self.second {
            text.push(':');
            push_two_digits(&mut text, second);
        }
        f.write_str(&text)
    }
}

/// Writes a number below 100 with two digits.
pub(super) fn push_two_digits(out: &mut String, number: u8) {
    out.push(char::from(b'0' + number / 10 % 10));
    out.push(char::from(b'0' + number % 10));
}

/// A moment of civil time: seconds since 1970-01-01T00:00 on the same wall clock, without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The start of a day.
    pub fn from_day(day: CivilDay) -> Self {
        Self(day.days() * SECONDS_PER_DAY)
    }

    /// A time on a day; a time without seconds is the start of its minute.
    pub fn at(day: CivilDay, time: ClockTime) -> Self {
        let minutes = i64::from(time.hour) * 60 + i64::from(time.minute);
        Self::from_day(day).plus_seconds(minutes * 60 + i64::from(time.second.unwrap_or(0)))
    }

    /// The moment so many seconds later.
    pub fn plus_seconds(self, n_seconds: i64) -> Self {
        Self(self.0.saturating_add(n_seconds))
    }

    /// The day it falls on.
    pub fn day(self) -> CivilDay {
        CivilDay::from_days(self.0.div_euclid(SECONDS_PER_DAY))
    }

    /// Days since 1970-01-01 with a fraction, the unit of the timeline.
    pub fn days(self) -> f64 {
        self.0 as f64 / SECONDS_PER_DAY as f64
    }

    /// Seconds since 1970-01-01T00:00.
    pub fn seconds(self) -> i64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::{CivilDay, ClockTime, Moment};

    #[track_caller]
    fn check(text: &str, expected: Option<(u8, u8, Option<u8>)>) {
        let time = text.parse::<ClockTime>();
        assert_eq!(time.clone().ok().map(|time| (time.hour, time.minute, time.second)), expected, "{text}");
        match time {
            Ok(time) => assert_eq!(time.to_string(), text),
            Err(error) => assert!(error.to_string().ends_with(text)),
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        let refused = [
            "",
            ":",
            "1:30",
            "01:3",
            "0130",
            "24:00",
            "23:60",
            "23:59:60",
            "01:30:",
            "01:30:5",
            "01-30",
            "0a:30",
            "01:30:00.5",
            "+1:30",
            "١٢:٣٠",
            "01:30Z",
            " 01:30",
        ];
        for text in refused {
            check(text, None);
        }
    }

    #[test]
    fn a_time_reads_and_writes_the_same() {
        check("00:00", Some((0, 0, None)));
        check("01:30", Some((1, 30, None)));
        check("23:59:59", Some((23, 59, Some(59))));
        check("01:30:00", Some((1, 30, Some(0))));
    }

    #[test]
    fn a_moment_keeps_its_day_before_and_after_1970() {
        for days in [-1, 0, 1, 18_997] {
            let day = CivilDay::from_days(days);
            let noon = Moment::at(day, ClockTime { hour: 12, minute: 0, second: None });
            assert_eq!(noon.day(), day);
            assert_eq!(noon.days(), days as f64 + 0.5);
            assert_eq!(noon.seconds(), days * 86_400 + 43_200);
        }
        assert_eq!(Moment::from_day(CivilDay::MAX).day(), CivilDay::MAX);
        assert_eq!(Moment::from_day(CivilDay::MIN).day(), CivilDay::MIN);
    }
}
