//! The dates of a timeline as dates of a facts file: as exact as they were given, and no more.
//!
//! A timeline counts years as people do: −44 is 44 BCE. EDTF counts them as astronomers do, so that year is −0043 there.

use crate::date::{Edtf, EdtfError, days_in_month};
use crate::fact::Decimal;

/// A date in parts, each as it was given; an empty one was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Moment {
    pub year: String,
    pub month: String,
    pub day: String,
    pub hour: String,
    pub minute: String,
    pub second: String,
    pub millisecond: String,
}

/// A date that was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Written {
    /// Year, month and day as far as they go.
    date: String,
    /// The hour, if the day has one.
    time: Option<String>,
}

impl Moment {
    /// Whether nothing was given.
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|part| part.is_empty())
    }

    fn parts(&self) -> [&str; 7] {
        [&self.year, &self.month, &self.day, &self.hour, &self.minute, &self.second, &self.millisecond]
            .map(|part| part.trim())
    }

    /// A date in one text, as the older forms have it: `2011,12,10,7,30`, `12/10/2011 7:30`, `2011-12-10`, `-44`.
    /// Where slashes stand between the numbers, the month comes first, as the template said.
    pub fn from_text(text: &str) -> Self {
        let text = text.trim();
        let (date, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
        let mut moment = if text.contains(',') {
            Self::from_parts(text.split(','))
        } else if date.contains('/') {
            let parts: Vec<&str> = date.split('/').collect();
            match parts.as_slice() {
                [month, day, year] if month.len() < 4 => Self::from_parts([*year, *month, *day].into_iter()),
                [month, year] if month.len() < 4 => Self::from_parts([*year, *month].into_iter()),
                parts => Self::from_parts(parts.iter().copied()),
            }
        } else {
            let (sign, unsigned) = date.strip_prefix('-').map_or(("", date), |unsigned| ("-", unsigned));
            let mut moment = Self::from_parts(unsigned.split('-'));
            moment.year.insert_str(0, sign);
            moment
        };
        if !text.contains(',') && time.contains(':') {
            moment.set_time(time);
        }
        moment
    }

    fn from_parts<'a>(mut parts: impl Iterator<Item = &'a str>) -> Self {
        let mut next = || parts.next().unwrap_or_default().trim().to_owned();
        Self {
            year: next(),
            month: next(),
            day: next(),
            hour: next(),
            minute: next(),
            second: next(),
            millisecond: next(),
        }
    }

    /// An hour in one text: `14:30`, `2:30:15 PM`.
    pub fn set_time(&mut self, text: &str) {
        let text = text.trim().trim_end_matches('Z').to_ascii_lowercase();
        let (clock, half) =
            match text.strip_suffix("m").and_then(|text| text.split_at_checked(text.len().saturating_sub(1))) {
                Some((clock, half @ ("a" | "p"))) => (clock.trim().to_owned(), half.to_owned()),
                _ => (text.clone(), String::new()),
            };
        let mut parts = clock.split([':', '.']).map(|part| part.trim().to_owned());
        let mut next = || parts.next().unwrap_or_default();
        (self.hour, self.minute, self.second, self.millisecond) = (next(), next(), next(), next());
        let hour = number(&self.hour).filter(|hour| (1..=12).contains(hour));
        if let (Some(hour), false) = (hour, half.is_empty()) {
            self.hour = (hour % 12 + if half == "p" { 12 } else { 0 }).to_string();
        }
    }

    /// The date as far as it can be read; what cannot is told.
    fn written(&self, told: &mut Vec<String>) -> Option<Written> {
        let [year, month, day, hour, minute, second, millisecond] = self.parts();
        let Some(year_number) = number(year) else {
            told.push(if year.is_empty() { "a date has no year".to_owned() } else { format!("`{year}` is no year") });
            return None;
        };
        // There is no year 0 between 1 BCE and 1 CE.
        let astronomical = if year_number < 0 { year_number + 1 } else { year_number };
        let mut written = Written { date: year_text(astronomical), time: None };
        if let Err(error @ EdtfError::YearTooFar(_)) = written.date.parse::<Edtf>() {
            told.push(error.to_string());
            return None;
        }
        let finer = |part: &str, what: &str, range: core::ops::RangeInclusive<i64>, told: &mut Vec<String>| {
            let found = number(part).filter(|number| range.contains(number));
            if found.is_none() && !part.is_empty() {
                told.push(format!("`{part}` is no {what}; the date is kept without it"));
            }
            found
        };
        let is_far = !(-9999..=9999).contains(&astronomical);
        if is_far && !month.is_empty() {
            told.push(format!("so far away only the year can be told: the month {month} is left out"));
            return Some(written);
        }
        let Some(month) = finer(month, "month", 1..=12, told) else {
            if !day.is_empty() {
                told.push(format!("the day {day} has no month and is left out"));
            }
            return Some(written);
        };
        written.date.push_str(&format!("-{month:02}"));
        let n_days = days_in_month(astronomical, u8::try_from(month).unwrap_or_default());
        let Some(day) = finer(day, "day of that month", 1..=n_days.into(), told) else {
            if !hour.is_empty() {
                told.push(format!("the hour {hour} has no day and is left out"));
            }
            return Some(written);
        };
        written.date.push_str(&format!("-{day:02}"));
        if let Some(hour) = finer(hour, "hour", 0..=23, told) {
            if minute.is_empty() {
                told.push(format!("the hour {hour} has no minutes and is written {hour:02}:00"));
            }
            let minute = finer(minute, "minute", 0..=59, told).unwrap_or_default();
            let second = finer(second, "second", 0..=59, told).map_or(String::new(), |second| format!(":{second:02}"));
            written.time = Some(format!("{hour:02}:{minute:02}{second}"));
        }
        if number(millisecond).is_some_and(|millisecond| millisecond != 0) {
            told.push(format!("the milliseconds {millisecond} are left out"));
        }
        Some(written)
    }
}

/// A year as EDTF has it.
fn year_text(year: i64) -> String {
    let sign = if year < 0 { "-" } else { "" };
    match year.unsigned_abs() {
        size @ 0..=9999 => format!("{sign}{size:04}"),
        size => format!("Y{sign}{size}"),
    }
}

/// A whole number as people and spreadsheets write it: `2011`, `" 05"`, `1,990`, `2011.0`, `-13.8e9`.
fn number(text: &str) -> Option<i64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => ("-", digits),
        None => ("", text.trim_start_matches('+')),
    };
    let stripped = digits.trim_start_matches('0');
    let digits =
        if stripped.starts_with(|c: char| c.is_ascii_digit()) { stripped.to_owned() } else { format!("0{stripped}") };
    let is_number = text.contains(|c: char| c.is_ascii_digit());
    let number: Decimal = [sign, &digits].concat().parse().ok().filter(|_| is_number)?;
    number.is_whole().then(|| number.coefficient())
}

/// The time of an event: its date, or from one to another. What cannot be kept is told.
pub(super) fn when(start: &Moment, end: &Moment, told: &mut Vec<String>) -> Option<String> {
    if start.is_empty() && end.is_empty() {
        return None;
    }
    let first = if start.is_empty() { None } else { start.written(told) };
    let last = if end.is_empty() { None } else { end.written(told) };
    let (Some(first), Some(last)) = (&first, &last) else {
        return first.or(last).map(Written::whole);
    };
    if first.date == last.date {
        if let Some(time) = last.time.as_ref().filter(|_| last.time != first.time) {
            told.push(format!("a day has one hour: the end at {time} is left out"));
        }
        return Some(Written { date: first.date.clone(), time: first.time.clone() }.whole());
    }
    let interval = format!("{}/{}", first.date, last.date);
    if interval.parse::<Edtf>().is_err() {
        told.push(format!("it ends before it begins: the end {} is left out", last.date));
        return Some(Written { date: first.date.clone(), time: first.time.clone() }.whole());
    }
    for time in first.time.iter().chain(&last.time) {
        told.push(format!("a period holds days: the hour {time} is left out"));
    }
    Some(interval)
}

impl Written {
    fn whole(self) -> String {
        match self.time {
            Some(time) => format!("{}T{time}", self.date),
            None => self.date,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{Moment, when};
    use crate::date::Edtf;

    fn read(start: &str, end: &str) -> (Option<String>, Vec<String>) {
        let mut told = Vec::new();
        let when = when(&Moment::from_text(start), &Moment::from_text(end), &mut told);
        (when, told)
    }

    #[track_caller]
    fn check(start: &str, end: &str, expected: &str) {
        assert_eq!(read(start, end), (Some(expected.to_owned()), vec![]), "{start} to {end}");
    }

    #[track_caller]
    fn check_told(start: &str, end: &str, expected: Option<&str>, told: &str) {
        let read = read(start, end);
        assert_eq!(read.0.as_deref(), expected, "{start} to {end}");
        assert!(read.1.len() == 1 && read.1[0].contains(told), "{:?}", read.1);
    }

    #[test]
    fn no_date_is_none() {
        assert_eq!(read("", ""), (None, vec![]));
        check_told(",1", "", None, "a date has no year");
        check_told("soon", "", None, "`soon` is no year");
    }

    #[test]
    fn a_date_is_as_exact_as_it_was_given() {
        check("2011", "", "2011");
        check("2011,12", "", "2011-12");
        check("2011,12,10", "", "2011-12-10");
        check("2011,12,10,7,30", "", "2011-12-10T07:30");
        check("2011,12,10,07,02,10", "", "2011-12-10T07:02:10");
        check("12/10/2011 7:30", "", "2011-12-10T07:30");
        check("12/2011", "", "2011-12");
        check("2011/12/10", "", "2011-12-10");
        check("2011-12-10T07:30", "", "2011-12-10T07:30");
        check_told("2011,12,10,7", "", Some("2011-12-10T07:00"), "the hour 7 has no minutes");
        check_told("2011,12,10,7,2,10,250", "", Some("2011-12-10T07:02:10"), "the milliseconds 250");
    }

    #[test]
    fn years_are_counted_as_people_count_them() {
        check("-44", "", "-0043");
        check("-44,3,15", "", "-0043-03-15");
        check("-1", "", "0000");
        check("1", "", "0001");
        check("-500", "-44", "-0499/-0043");
        check("-13.8e9", "", "Y-13799999999");
        check("12000", "", "Y12000");
        check_told("-4e12", "", None, "year too far away");
        check_told("-20000,5", "", Some("Y-19999"), "the month 5 is left out");
    }

    #[test]
    fn two_dates_are_a_period() {
        check("2011", "2012,5", "2011/2012-05");
        check("2011,5,1", "2011,5,1", "2011-05-01");
        check("", "2012", "2012");
        check_told("2012", "2011", Some("2012"), "it ends before it begins");
        check_told("2011,5,1,9,0", "2011,5,1,17,0", Some("2011-05-01T09:00"), "the end at 17:00 is left out");
        check_told("2011,5,1,9,0", "2011,5,2", Some("2011-05-01/2011-05-02"), "the hour 09:00 is left out");
    }

    #[test]
    fn what_the_calendar_does_not_have_is_left_out() {
        check_told("2011,13", "", Some("2011"), "`13` is no month");
        check_told("2011,2,30", "", Some("2011-02"), "`30` is no day of that month");
        check_told("2011,,5", "", Some("2011"), "the day 5 has no month");
        check_told("2011,2,3,25,0", "", Some("2011-02-03"), "`25` is no hour");
    }

    #[test]
    fn hours_are_read_on_either_clock() {
        let hour = |text: &str| {
            let mut moment = Moment::default();
            moment.set_time(text);
            (moment.hour, moment.minute, moment.second)
        };
        let parts = |hour: &str, minute: &str, second: &str| (hour.to_owned(), minute.to_owned(), second.to_owned());
        assert_eq!(hour("14:30"), parts("14", "30", ""));
        assert_eq!(hour("2:30:15 PM"), parts("14", "30", "15"));
        assert_eq!(hour("12:05am"), parts("0", "05", ""));
        assert_eq!(hour("noon"), parts("noon", "", ""));
        assert_eq!(hour("m"), parts("m", "", ""));
    }

    proptest! {
        #[test]
        fn whatever_is_given_a_date_is_one(start in "[-0-9,/:e. T]{0,24}", end in "[-0-9,]{0,12}") {
            if let Some(when) = read(&start, &end).0 {
                prop_assert!(when.parse::<Edtf>().is_ok(), "{when}");
            }
        }
    }
}
