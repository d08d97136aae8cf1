//! Dates as an address has them: `2022`, `2022-01`, `2022-01-05`, `2022-01-05T13:30`, and a sign before years below 0.
//!
//! All of them are EDTF and mean the same there. It is a reader of its own because that of EDTF, with all that it has to
//! say about what is wrong, is three times as long, and only a facts file needs it. It refuses to say why.

use super::edtf::Shape;
use super::{Calendar, CivilDay, ClockTime, Edtf, EdtfDate, Offset, Qualifier};

impl Edtf {
    /// The date that is written, if it is one.
    pub fn from_plain(text: &str) -> Option<Self> {
        let (unsigned, sign) = text.strip_prefix('-').map_or((text, 1), |unsigned| (unsigned, -1));
        let (date, time) = unsigned.split_once('T').map_or((unsigned, None), |(date, time)| (date, Some(time)));
        let mut parts = date.split('-');
        let year = sign * number(parts.next()?, 4)?;
        let month = parts.next().map(|month| number(month, 2));
        let day = parts.next().map(|day| number(day, 2));
        let calendar = match (month, day, time) {
            (None, None, None) => Calendar::Year(year),
            (Some(month), None, None) => {
                let month = u8::try_from(month?).ok().filter(|month| (1..=12).contains(month))?;
                Calendar::Month(year, month)
            }
            (Some(month), Some(day), time) => {
                let day = CivilDay::from_ymd(year, u8::try_from(month?).ok()?, u8::try_from(day?).ok()?)?;
                match time {
                    None => Calendar::Day(day),
                    Some(time) => Calendar::Time(day, time.parse::<ClockTime>().ok()?, Offset::Local),
                }
            }
            _ => return None,
        };
        // The standard has a year 0 and no year -0.
        let is_one = parts.next().is_none() && (sign > 0 || year < 0);
        is_one.then_some(Self(Shape::Date(EdtfDate { calendar, qualifier: Qualifier::Certain })))
    }
}

fn number(digits: &str, n_digits: usize) -> Option<i64> {
    let is_one = digits.len() == n_digits && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_one.then(|| digits.bytes().fold(0, |number, digit| number * 10 + i64::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::Edtf;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn nothing_is_no_date() {
        for text in ["", "-", "T", "2022-", "2022-01-05T", "2022-01-05-06", "2022T10:00", "-0000", "22", "2022-02-30"] {
            assert_eq!(Edtf::from_plain(text), None, "{text}");
        }
    }

    #[test]
    fn dates_of_each_precision_are_the_same_in_edtf() {
        for text in ["2022", "-0044", "2022-01", "2022-01-05", "2022-01-05T13:30", "2022-01-05T13:30:07"] {
            assert_eq!(Edtf::from_plain(text), text.parse().ok(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_a_date_here_is_the_same_in_edtf(text in "-?[0-9]{4}(-[0-3][0-9]){0,3}(T[0-2][0-9]:[0-6][0-9])?") {
            if let Some(date) = Edtf::from_plain(&text) {
                prop_assert_eq!(Ok(date), text.parse());
            }
        }
    }
}
