//! Writes EDTF: the exact text that was parsed.

use std::fmt;

use super::clock::push_two_digits;
use super::edtf::Shape;
use super::{Bound, Calendar, CivilDay, Edtf, EdtfDate, Offset, Qualifier, Season};

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::with_capacity(24);
        match self.0 {
            Shape::Date(date) => push_date(&mut out, date),
            Shape::Interval(start, end) => {
                push_bound(&mut out, start);
                out.push('/');
                push_bound(&mut out, end);
            }
        }
        f.write_str(&out)
    }
}

impl fmt::Display for CivilDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = String::with_capacity(10);
        push_day(&mut out, *self);
        f.write_str(&out)
    }
}

fn push_bound(out: &mut String, bound: Bound) {
    match bound {
        Bound::Date(date) => push_date(out, date),
        Bound::Open => out.push_str(".."),
        Bound::Unknown => {}
    }
}

fn push_date(out: &mut String, date: EdtfDate) {
    match date.calendar {
        Calendar::Decade { first, last } => push_masked_year(out, first, last, 1),
        Calendar::Century { first, last } => push_masked_year(out, first, last, 2),
        Calendar::Year(year) => push_year(out, year),
        Calendar::SomeMonth(year) => push_with(out, year, "-XX"),
        Calendar::SomeDayOfYear(year) => push_with(out, year, "-XX-XX"),
        Calendar::Season(year, season) => push_with(
            out,
            year,
            match season {
                Season::Spring => "-21",
                Season::Summer => "-22",
                Season::Autumn => "-23",
                Season::Winter => "-24",
            },
        ),
        Calendar::Month(year, month) => push_month(out, year, month),
        Calendar::SomeDayOfMonth(year, month) => {
            push_month(out, year, month);
            out.push_str("-XX");
        }
        Calendar::Day(day) => push_day(out, day),
        Calendar::Time(day, time, offset) => {
            push_day(out, day);
            out.push('T');
            out.push_str(&time.to_string());
            push_offset(out, offset);
        }
    }
    match date.qualifier {
        Qualifier::Certain => {}
        Qualifier::Uncertain => out.push('?'),
        Qualifier::Approximate => out.push('~'),
        Qualifier::Both => out.push('%'),
    }
}

fn push_with(out: &mut String, year: i64, rest: &str) {
    push_year(out, year);
    out.push_str(rest);
}

fn push_day(out: &mut String, day: CivilDay) {
    let (year, month, day) = day.ymd();
    push_month(out, year, month);
    out.push('-');
    push_two_digits(out, day);
}

fn push_month(out: &mut String, year: i64, month: u8) {
    push_year(out, year);
    out.push('-');
    push_two_digits(out, month);
}

fn push_year(out: &mut String, year: i64) {
    let is_long = year.abs() > 9_999;
    if is_long {
        out.push('Y');
    }
    if year < 0 {
        out.push('-');
    }
    let digits = year.abs().to_string();
    for _ in digits.len()..4 {
        out.push('0');
    }
    out.push_str(&digits);
}

// A negative year counts its digits from zero downwards, so its mask hides the later year's digits.
fn push_masked_year(out: &mut String, first: i64, last: i64, n_unspecified: usize) {
    let shown = if last < 0 { last } else { first };
    let start = out.len();
    push_year(out, shown);
    if last < 0 && out.as_bytes().get(start) != Some(&b'-') {
        out.insert(start, '-');
    }
    out.truncate(out.len() - n_unspecified);
    for _ in 0..n_unspecified {
        out.push('X');
    }
}

fn push_offset(out: &mut String, offset: Offset) {
    let (is_negative, n_minutes, has_minutes) = match offset {
        Offset::Local => return,
        Offset::Utc => return out.push('Z'),
        Offset::Hours(hours) => (hours < 0, i16::from(hours).abs() * 60, false),
        Offset::Minutes(minutes) => (minutes < 0, minutes.abs(), true),
    };
    out.push(if is_negative { '-' } else { '+' });
    push_two_digits(out, (n_minutes / 60) as u8);
    if has_minutes {
        out.push(':');
        push_two_digits(out, (n_minutes % 60) as u8);
    }
}

#[cfg(test)]
mod tests {
    use crate::date::{CivilDay, Edtf};

    #[track_caller]
    fn check(text: &str) {
        assert_eq!(text.parse::<Edtf>().unwrap().to_string(), text);
    }

    #[test]
    fn each_shape_is_written_as_it_was_read() {
        for text in [
            "0000",
            "-0001",
            "0000-01-01",
            "-9999-12-31",
            "Y10000",
            "Y-10000",
            "-000X",
            "-00XX",
            "-015X",
            "000X",
            "2022-01-05T01:30:00+06:00",
            "2022-01-05T01:30-00:30",
            "2022-01-05T01:30+00",
            "2022-01-05T01:30:59Z",
            "2022-XX",
            "2022-XX-XX",
            "2022-24%",
            "../2022-07-29~",
            "2022-01-05/",
            "/-0044",
            "2022-21?/..",
        ] {
            check(text);
        }
    }

    #[test]
    fn a_day_is_written_as_a_date() {
        assert_eq!(CivilDay::from_days(0).to_string(), "1970-01-01");
        assert_eq!(CivilDay::from_days(-719_529).to_string(), "-0001-12-31");
        assert_eq!(Edtf::from(CivilDay::from_days(0)).to_string(), "1970-01-01");
    }
}
