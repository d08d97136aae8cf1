//! Reads EDTF, levels 0 and 1, of the specification of the Library of Congress (4 February 2019).
//!
//! Departures: a time may leave out its seconds; unspecified digits and a minus sign may meet (`-004X`);
//! years are bounded by `MAX_YEAR`. What is level 2 is told apart from what is nothing, so that the message helps.

use std::str::FromStr;

use super::edtf::Shape;
use super::{Bound, Calendar, CivilDay, ClockTime, Edtf, EdtfDate, EdtfError, MAX_YEAR, Offset, Qualifier, Season};

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.is_empty() {
            return Err(EdtfError::Empty);
        }
        let shape = match text.split_once('/') {
            None => parse_date(text).map(Shape::Date),
            Some((start, end)) => parse_interval(start, end),
        };
        shape.map(Self).map_err(|problem| problem(text.to_owned()))
    }
}

/// The error still without its text: every message quotes the whole of it.
type Problem = fn(String) -> EdtfError;

fn parse_interval(start: &str, end: &str) -> Result<Shape, Problem> {
    if end.contains('/') {
        return Err(EdtfError::NotADate);
    }
    let (start, end) = (parse_bound(start)?, parse_bound(end)?);
    if start.date().is_none() && end.date().is_none() {
        return Err(EdtfError::NoEnds);
    }
    if start.runs_backwards_to(end) {
        return Err(EdtfError::RunsBackwards);
    }
    Ok(Shape::Interval(start, end))
}

fn parse_bound(text: &str) -> Result<Bound, Problem> {
    match text {
        "" => return Ok(Bound::Unknown),
        ".." => return Ok(Bound::Open),
        _ => {}
    }
    if text.contains('T') {
        return Err(EdtfError::TimeInInterval);
    }
    let date = parse_date(text)?;
    match date.calendar {
        Calendar::Decade { .. }
        | Calendar::Century { .. }
        | Calendar::SomeMonth(_)
        | Calendar::SomeDayOfYear(_)
        | Calendar::SomeDayOfMonth(..) => Err(EdtfError::Level2),
        _ => Ok(Bound::Date(date)),
    }
}

fn parse_date(text: &str) -> Result<EdtfDate, Problem> {
    let (body, qualifier) = match text.as_bytes().last() {
        Some(b'?') => (&text[..text.len() - 1], Qualifier::Uncertain),
        Some(b'~') => (&text[..text.len() - 1], Qualifier::Approximate),
        Some(b'%') => (&text[..text.len() - 1], Qualifier::Both),
        _ => (text, Qualifier::Certain),
    };
    let calendar = match body.split_once('T') {
        None => parse_calendar(body)?,
        Some(_) if qualifier != Qualifier::Certain => return Err(EdtfError::QualifiedTime),
        Some((day, time)) => match parse_calendar(day)? {
            Calendar::Day(day) => parse_time(day, time)?,
            _ => return Err(EdtfError::TimeWithoutDay),
        },
    };
    Ok(EdtfDate { calendar, qualifier })
}

fn parse_calendar(text: &str) -> Result<Calendar, Problem> {
    if has_level_2_sign(text) {
        return Err(EdtfError::Level2);
    }
    if let Some(digits) = text.strip_prefix('Y') {
        return parse_long_year(digits).map(Calendar::Year);
    }
    let (is_negative, unsigned) = match text.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, text),
    };
    let mut parts = unsigned.split('-');
    let (year, month, day) = (parts.next().unwrap_or(""), parts.next(), parts.next());
    let is_masked = [Some(year), month, day].iter().flatten().any(|part| part.contains('X'));
    if year.len() != 4 || [month, day].iter().flatten().any(|part| part.len() != 2) || parts.next().is_some() {
        return Err(EdtfError::NotADate);
    }
    if !unsigned.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'X')) {
        return Err(EdtfError::NotADate);
    }
    if is_masked {
        return parse_masked(is_negative, year, month, day);
    }
    let year = signed_year(is_negative, number(year))?;
    let Some(month) = month else { return Ok(Calendar::Year(year)) };
    let month = match (number(month) as u8, day) {
        (month @ 1..=12, _) => month,
        (season @ 21..=24, None) => return Ok(Calendar::Season(year, season_of(season))),
        (25..=41, None) => return Err(EdtfError::Level2),
        _ => return Err(EdtfError::NoSuchMonth),
    };
    let Some(day) = day else { return Ok(Calendar::Month(year, month)) };
    CivilDay::from_ymd(year, month, number(day) as u8).map(Calendar::Day).ok_or(EdtfError::NoSuchDay)
}

/// Sets, exponents, significant digits, and qualifiers anywhere but at the end.
fn has_level_2_sign(text: &str) -> bool {
    let starts_like_year = text.starts_with(|first: char| first == 'Y' || first == '-' || first.is_ascii_digit());
    text.starts_with(['[', '{', '?', '~', '%'])
        || (starts_like_year && text.contains(['S', 'E', '?', '~', '%']) && !text.contains(' '))
}

fn parse_long_year(text: &str) -> Result<i64, Problem> {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(EdtfError::NotADate);
    }
    if digits.len() < 5 || digits.starts_with('0') {
        return Err(EdtfError::NoSuchYear);
    }
    match digits.parse::<i64>() {
        Ok(year) if year <= MAX_YEAR => signed_year(is_negative, year),
        _ => Err(EdtfError::YearTooFar),
    }
}

// The standard has a year 0 and no year -0.
fn signed_year(is_negative: bool, year: i64) -> Result<i64, Problem> {
    match (is_negative, year) {
        (true, 0) => Err(EdtfError::NoSuchYear),
        (true, year) => Ok(-year),
        (false, year) => Ok(year),
    }
}

/// A date with X in it; the caller has seen to lengths and characters.
fn parse_masked(is_negative: bool, year: &str, month: Option<&str>, day: Option<&str>) -> Result<Calendar, Problem> {
    if year.contains('X') {
        let n_unspecified = match (year.find('X'), &year[3..], month) {
            (Some(3), "X", None) => 1,
            (Some(2), "X", None) if year.ends_with("XX") => 2,
            _ => return Err(EdtfError::Level2),
        };
        let step = if n_unspecified == 1 { 10 } else { 100 };
        let base = number(&year[..4 - n_unspecified]) * step;
        let (first, last) = match is_negative {
            false => (base, base + step - 1),
            // There is no year -0, so the mask of -000X begins at -1.
            true => (-(base + step - 1), -base.max(1)),
        };
        let calendar = if step == 10 { Calendar::Decade { first, last } } else { Calendar::Century { first, last } };
        return Ok(calendar);
    }
    let year = signed_year(is_negative, number(year))?;
    match (month, day) {
        (Some("XX"), None) => Ok(Calendar::SomeMonth(year)),
        (Some("XX"), Some("XX")) => Ok(Calendar::SomeDayOfYear(year)),
        (Some(month), Some("XX")) if !month.contains('X') => match number(month) as u8 {
            month @ 1..=12 => Ok(Calendar::SomeDayOfMonth(year, month)),
            _ => Err(EdtfError::NoSuchMonth),
        },
        _ => Err(EdtfError::Level2),
    }
}

fn parse_time(day: CivilDay, text: &str) -> Result<Calendar, Problem> {
    let at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let time = text[..at].parse::<ClockTime>().map_err(|_| EdtfError::NoSuchTime as Problem)?;
    Ok(Calendar::Time(day, time, parse_offset(&text[at..])?))
}

fn parse_offset(text: &str) -> Result<Offset, Problem> {
    match text {
        "" => return Ok(Offset::Local),
        "Z" => return Ok(Offset::Utc),
        // Zero is ahead of UTC by nothing; the standard gives it no minus.
        "-00" | "-00:00" => return Err(EdtfError::NoSuchOffset),
        _ => {}
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    // An offset has the shape of hours and minutes, so the clock reads it.
    let (digits, has_minutes) = match text.len() {
        3 => ([&text[1..], ":00"].concat(), false),
        _ => (text.get(1..).unwrap_or("").to_owned(), true),
    };
    match digits.parse() {
        Ok(ClockTime { hour, second: None, .. }) if !has_minutes => Ok(Offset::Hours(sign as i8 * hour as i8)),
        Ok(ClockTime { hour, minute, second: None }) => {
            Ok(Offset::Minutes(sign * (i16::from(hour) * 60 + i16::from(minute))))
        }
        _ => Err(EdtfError::NoSuchOffset),
    }
}

fn season_of(code: u8) -> Season {
    match code {
        21 => Season::Spring,
        22 => Season::Summer,
        23 => Season::Autumn,
        _ => Season::Winter,
    }
}

/// The value of at most four ASCII digits.
fn number(digits: &str) -> i64 {
    digits.bytes().fold(0, |value, digit| value * 10 + i64::from(digit.wrapping_sub(b'0')))
}

#[cfg(test)]
mod tests {
    use super::{Edtf, EdtfError};
    use proptest::prelude::{Strategy, prop_oneof, proptest};

    #[track_caller]
    fn check(text: &str, problem: fn(String) -> EdtfError) {
        let error = text.parse::<Edtf>().unwrap_err();
        assert_eq!(error, problem(text.to_owned()));
        assert!(error.to_string().ends_with(text));
    }

    #[test]
    fn nothing_is_no_date() {
        assert_eq!("".parse::<Edtf>(), Err(EdtfError::Empty));
        for text in [" ", "-", "--", "T", "?", "X", "Y", "Y-", "///", "é", "٢٠٢٢", "2022 ", "22", "20220105"] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn each_problem_has_its_own_message() {
        check("5 January 2022", EdtfError::NotADate);
        check("05.01.2022", EdtfError::NotADate);
        check("2022-1-5", EdtfError::NotADate);
        check("2022/01/05", EdtfError::NotADate);
        check("2022-13", EdtfError::NoSuchMonth);
        check("2022-00-XX", EdtfError::NoSuchMonth);
        check("2022-21-05", EdtfError::NoSuchMonth);
        check("2022-02-30", EdtfError::NoSuchDay);
        check("2022-04-31", EdtfError::NoSuchDay);
        check("2023-02-29", EdtfError::NoSuchDay);
        check("2022-01-00", EdtfError::NoSuchDay);
        check("-0000", EdtfError::NoSuchYear);
        check("Y2022", EdtfError::NoSuchYear);
        check("Y012345", EdtfError::NoSuchYear);
        check("Y100000000000", EdtfError::YearTooFar);
        check("Y99999999999999999999999", EdtfError::YearTooFar);
        check("2022-01-05T24:00", EdtfError::NoSuchTime);
        check("2022-01-05T", EdtfError::NoSuchTime);
        check("2022-01-05T1:30", EdtfError::NoSuchTime);
        check("2022-01-05T01:30+0600", EdtfError::NoSuchOffset);
        check("2022-01-05T01:30-00:00", EdtfError::NoSuchOffset);
        check("2022-01-05T01:30+6", EdtfError::NoSuchOffset);
        check("2022-01-05T01:30Zé", EdtfError::NoSuchOffset);
        check("2022-01T01:30", EdtfError::TimeWithoutDay);
        check("2022-01-XXT01:30", EdtfError::TimeWithoutDay);
        check("2022-01-05T01:30?", EdtfError::QualifiedTime);
        check("2022-01-05T01:30/2022-01-06", EdtfError::TimeInInterval);
        check("2023/2022", EdtfError::RunsBackwards);
        check("2022-01-05/2022-01-04", EdtfError::RunsBackwards);
        check("2022-01-05~/2021~", EdtfError::RunsBackwards);
        check("/", EdtfError::NoEnds);
        check("../..", EdtfError::NoEnds);
    }

    fn lines(file: &str) -> impl Iterator<Item = &str> {
        file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    }

    #[test]
    fn the_examples_of_the_specification_are_read_and_written_back() {
        for line in lines(include_str!("../../tests/integration/edtf/valid.txt")) {
            assert_eq!(line.parse::<Edtf>().map(|date| date.to_string()), Ok(line.to_owned()));
        }
    }

    #[test]
    fn what_the_specification_does_not_have_is_refused() {
        for line in lines(include_str!("../../tests/integration/edtf/invalid.txt")) {
            let error = line.parse::<Edtf>().expect_err(line);
            assert!(error.to_string().ends_with(line));
        }
    }

    #[test]
    fn level_2_is_named() {
        for text in ["[1667,1668]", "{..1984}", "Y-17E7", "1950S2", "2001-34", "2004?-06", "?2004", "1XXX", "2022-1X"] {
            check(text, EdtfError::Level2);
        }
        for text in ["2004-06-XX/2004-07-03", "202X/2030", "2022/2023-XX", "156X-12-25", "2022-XX-05"] {
            check(text, EdtfError::Level2);
        }
    }

    #[test]
    fn an_interval_may_end_within_the_period_that_it_starts_with() {
        for text in ["2004/2004", "2004-02-01/2004", "2004/2004-02-01", "2022-24/2022-21", "2004-06-11/2004-06"] {
            assert_eq!(text.parse::<Edtf>().unwrap().to_string(), text);
        }
    }

    fn date() -> impl Strategy<Value = String> {
        prop_oneof![
            "-?[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4]))?[?~%]?",
            "-?[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[?~%]?",
            "Y-?([1-9][0-9]{4,10}|99999999999)[?~%]?",
        ]
    }

    fn whole() -> impl Strategy<Value = String> {
        prop_oneof![
            date(),
            "-?[0-9]{2}([0-9]X|XX)[?~%]?",
            "-?[0-9]{4}-(XX|XX-XX|0[1-9]-XX)[?~%]?",
            "[0-9]{4}-0[1-9]-[0-2][1-8]T[01][0-9]:[0-5][0-9](:[0-5][0-9])?(Z|[+-][01][0-9](:[0-5][0-9])?)?",
            (date(), date()).prop_map(|(start, end)| [start, end].join("/")),
            date().prop_map(|end| ["../", &end].concat()),
            date().prop_map(|start| [&start, "/"].concat()),
        ]
    }

    proptest! {
        #[test]
        fn what_parses_is_written_back(text in whole()) {
            if let Ok(date) = text.parse::<Edtf>() {
                assert_eq!(date.to_string(), text);
                let span = date.span();
                assert!(span.start.zip(span.end).is_none_or(|(start, end)| start < end));
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,24}", near in "[-0-9XYTZ/.?~%:+SE]{0,24}") {
            for text in [text, near] {
                if let Ok(date) = text.parse::<Edtf>() {
                    assert_eq!(date.to_string(), text);
                }
            }
        }
    }
}
