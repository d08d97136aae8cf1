//! Dates in words, as an editor of each language would write them.
//!
//! Here a date becomes a [`Phrase`]; how a phrase is said is the business of one file a language. Never says more than
//! the date does: a month is no first of the month, and a time comes without its offset, as the wall clock showed it.
//!
//! Years are astronomical in EDTF and historical in words: -0044 is 45 BCE, and 0000 is 1 BCE.
//! Spaces within a day and month, and before a unit such as "года" or "BCE", are U+00A0.

mod english;
mod kazakh;
mod names;
mod plain;
mod russian;

pub use names::{NameForm, month_name, weekday_name};
pub use plain::{day_text, month_text};

use super::{Locale, number::push_grouped};
use crate::date::{Bound, Calendar, CivilDay, ClockTime, Edtf, EdtfDate, Precision};

/// Years below this are written without grouping, as everywhere.
const FIRST_GROUPED_YEAR: i64 = 10_000;

/// How a date is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// A label in full: "5 January 2022", "январь 2022 года".
    Long,
    /// A label for narrow places: "5 Jan 2022", "янв. 2022 г.". Leaves out that a day is not stated.
    Short,
    /// A part of a sentence: "on 5 January 2022", "в январе 2022 года".
    Within,
}

/// What is said of one or two dates.
#[derive(Debug, Clone, Copy)]
enum Phrase {
    /// The date.
    On(EdtfDate),
    /// Two dates with a dash between them.
    Dash(EdtfDate, EdtfDate),
    /// Two dates in words.
    FromTo(EdtfDate, EdtfDate),
    /// A start; what follows is open.
    Since(EdtfDate),
    /// A start; a note follows that there is no end.
    From(EdtfDate),
    /// An end; what comes before is open.
    By(EdtfDate),
    /// An end; a note follows that there is no start.
    Until(EdtfDate),
}

/// What two dates of a phrase have in common, and need to say once only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shared {
    /// Nothing: "30 December 2021 – 2 January 2022".
    Nothing,
    /// The year, or the word for it: "30 January – 2 February 2022", "с 2021 по 2022 год".
    Year,
    /// Year and month: "1–12 January 2022".
    Month,
}

/// The remarks of a language, each with the comma or space that leads to it.
struct Notes {
    day: &'static str,
    month: &'static str,
    day_and_month: &'static str,
    start: &'static str,
    end: &'static str,
    uncertain: &'static str,
    uncertain_in_range: &'static str,
    at: &'static str,
}

/// A date in words.
pub fn date_text(date: &Edtf, locale: Locale, form: Form) -> String {
    date_with_time_text(date, None, locale, form)
}

/// A date in words, with the hour of a fact whose day may not be known: "January 2022, day not stated, 01:30".
///
/// A time that the date has itself comes first and makes `time` idle.
pub fn date_with_time_text(date: &Edtf, time: Option<ClockTime>, locale: Locale, form: Form) -> String {
    let mut out = String::with_capacity(48);
    let notes = notes(locale);
    let single = date.single().or_else(|| same_ends(date));
    match single {
        Some(single) => {
            push_phrase(&mut out, Phrase::On(single), locale, form);
            push_uncertain(&mut out, single, if form == Form::Short { "?" } else { notes.uncertain });
        }
        None => push_interval(&mut out, date, locale, form),
    }
    let time = date.time().or(time);
    let day_is_known = matches!(single.map(EdtfDate::calendar), Some(Calendar::Day(_) | Calendar::Time(..)));
    let missing = match single.map(EdtfDate::calendar) {
        Some(Calendar::SomeDayOfYear(_)) => notes.day_and_month,
        Some(Calendar::SomeMonth(_)) if time.is_none() => notes.month,
        Some(Calendar::SomeMonth(_)) => notes.day_and_month,
        Some(Calendar::SomeDayOfMonth(..)) => notes.day,
        _ if time.is_some() && !day_is_known => notes.day,
        _ => "",
    };
    if form != Form::Short {
        out.push_str(missing);
    }
    if let Some(time) = time {
        out.push_str(if form == Form::Within && day_is_known { notes.at } else { ", " });
        out.push_str(&time_text(time));
    }
    out
}

/// A time of day: "01:30". Seconds stand only where they are not zero: EDTF asks for them even where nobody counted.
pub fn time_text(time: ClockTime) -> String {
    ClockTime { second: time.second.filter(|second| *second > 0), ..time }.to_string()
}

/// A year alone, as on an axis: "2022", "45 BCE", "170,000,002".
pub fn year_text(year: i64, locale: Locale) -> String {
    let mut out = String::new();
    match locale {
        Locale::En => english::push_year(&mut out, year),
        Locale::Ru => russian::push_bare_year(&mut out, year),
        Locale::Kk => kazakh::push_bare_year(&mut out, year),
    }
    out
}

/// A day without its year: "5 January", "5 января".
pub fn day_month_text(day: CivilDay, locale: Locale) -> String {
    let (_, month, day) = day.ymd();
    let mut out = String::new();
    push_day_month(&mut out, day, month_name(month, locale, NameForm::Genitive));
    out
}

/// From one day to another, as a label: "1–12 January 2022"; one day if they are the same.
pub fn span_of_days_text(from: CivilDay, to: CivilDay, locale: Locale) -> String {
    let mut out = String::new();
    let phrase = if from == to { Phrase::On(from.into()) } else { Phrase::Dash(from.into(), to.into()) };
    push_phrase(&mut out, phrase, locale, Form::Long);
    out
}

fn same_ends(date: &Edtf) -> Option<EdtfDate> {
    date.start().date().filter(|_| date.start() == date.end())
}

fn push_interval(out: &mut String, date: &Edtf, locale: Locale, form: Form) {
    let is_short = form == Form::Short;
    let notes = notes(locale);
    let (phrase, note) = match (date.start(), date.end()) {
        (Bound::Date(start), Bound::Date(end)) if is_short => {
            return push_phrase(out, Phrase::Dash(start, end), locale, form);
        }
        (Bound::Date(start), Bound::Date(end)) => return push_phrase(out, Phrase::FromTo(start, end), locale, form),
        (Bound::Date(start), Bound::Unknown) if is_short => (Phrase::On(start), "\u{a0}–\u{a0}?"),
        (Bound::Date(start), Bound::Unknown) => (Phrase::From(start), notes.end),
        (Bound::Date(start), Bound::Open) => (Phrase::Since(start), ""),
        (Bound::Unknown, Bound::Date(end)) if is_short => {
            out.push_str("?\u{a0}–\u{a0}");
            (Phrase::On(end), "")
        }
        (Bound::Unknown, Bound::Date(end)) => (Phrase::Until(end), notes.start),
        (Bound::Open, Bound::Date(end)) => (Phrase::By(end), ""),
        (Bound::Open | Bound::Unknown, Bound::Open | Bound::Unknown) => return,
    };
    push_phrase(out, phrase, locale, form);
    for date in [date.start(), date.end()].into_iter().filter_map(Bound::date) {
        push_uncertain_end(out, date, locale, form);
    }
    out.push_str(note);
}

fn push_phrase(out: &mut String, phrase: Phrase, locale: Locale, form: Form) {
    match locale {
        Locale::En => english::push_phrase(out, phrase, form),
        Locale::Ru => russian::push_phrase(out, phrase, form),
        Locale::Kk => kazakh::push_phrase(out, phrase, form),
    }
}

fn notes(locale: Locale) -> Notes {
    match locale {
        Locale::En => english::NOTES,
        Locale::Ru => russian::NOTES,
        Locale::Kk => kazakh::NOTES,
    }
}

/// The mark of doubt after one end of an interval, which must not reach the other.
fn push_uncertain_end(out: &mut String, date: EdtfDate, locale: Locale, form: Form) {
    push_uncertain(out, date, if form == Form::Short { "?" } else { notes(locale).uncertain_in_range });
}

fn push_uncertain(out: &mut String, date: EdtfDate, mark: &str) {
    if date.is_uncertain() {
        out.push_str(mark);
    }
}

/// Dates in doubt share no month, so that each mark stands at a date that can be read alone.
fn shared(start: EdtfDate, end: EdtfDate) -> Shared {
    let is_plain = |date: EdtfDate| !date.is_uncertain() && !date.is_approximate();
    let are_plain = is_plain(start) && is_plain(end);
    match (year_and_month(start), year_and_month(end)) {
        (Some((year, month)), Some((other_year, other_month))) if year == other_year => {
            match (month == other_month && month > 0, start.precision() == end.precision()) {
                (true, true) if are_plain => Shared::Month,
                (true, false) => Shared::Nothing,
                _ => Shared::Year,
            }
        }
        (None, None) if are_plain && start.first_day().year() > 0 => Shared::Year,
        _ => Shared::Nothing,
    }
}

/// Year and month, with 0 for the month of a season; `None` for a year alone.
fn year_and_month(date: EdtfDate) -> Option<(i64, u8)> {
    match date.calendar() {
        Calendar::Season(year, _) => Some((year, 0)),
        Calendar::Month(year, month) | Calendar::SomeDayOfMonth(year, month) => Some((year, month)),
        Calendar::Day(day) | Calendar::Time(day, ..) => Some((day.ymd().0, day.ymd().1)),
        _ => None,
    }
}

/// A dash without spaces if neither side holds a space, as in "1–12 January" and "2021–2022".
fn push_dash(out: &mut String, start: EdtfDate, end: EdtfDate) {
    let is_one_word = |date: EdtfDate| !date.is_approximate() && date.precision() < Precision::Day;
    let is_tight = match shared(start, end) {
        Shared::Month => true,
        Shared::Year => is_one_word(start) && is_one_word(end),
        Shared::Nothing => false,
    };
    out.push_str(if is_tight { "–" } else { "\u{a0}– " });
}

fn push_day_month(out: &mut String, day: u8, month: &str) {
    push_number(out, day);
    out.push('\u{a0}');
    out.push_str(month);
}

fn push_number(out: &mut String, number: u8) {
    if number >= 10 {
        out.push(char::from(b'0' + number / 10));
    }
    out.push(char::from(b'0' + number % 10));
}

/// The number of a year as it is said: there is no year 0, so the years up to it count down from 1 BCE.
fn spoken_year(year: i64) -> (i64, bool) {
    if year > 0 { (year, false) } else { (1 - year, true) }
}

fn push_year_number(out: &mut String, spoken: i64, locale: Locale) {
    let digits = spoken.to_string();
    if spoken < FIRST_GROUPED_YEAR {
        out.push_str(&digits);
    } else {
        push_grouped(out, &digits, locale);
    }
}

/// The decade that has a name, such as 2020 for "the 2020s". The first of a century has none ("the 2000s" may be the
/// century), nor have those before the year 0.
fn named_decade(calendar: Calendar) -> Option<i64> {
    match calendar {
        Calendar::Decade { first, .. } if first > 0 && first % 100 != 0 => Some(first),
        _ => None,
    }
}

/// The years of a decade or century as said: "2000–2099". Returns whether they are before our era.
///
/// `00XX` is "1–99": its year 0 is the last one of the era before.
fn push_years(out: &mut String, first: i64, last: i64, locale: Locale) -> bool {
    let (first, _) = spoken_year(if last > 0 { first.max(1) } else { first });
    let (last, is_before) = spoken_year(last);
    push_year_number(out, first, locale);
    out.push('–');
    push_year_number(out, last, locale);
    is_before
}

#[cfg(test)]
mod tests {
    use super::{Form, date_text, date_with_time_text, day_month_text, span_of_days_text, time_text, year_text};
    use crate::date::{CivilDay, Edtf};
    use crate::i18n::Locale;
    use proptest::prelude::proptest;

    fn day(text: &str) -> CivilDay {
        text.parse::<Edtf>().unwrap().earliest_day().unwrap()
    }

    /// Spaces in the expected texts stand for U+00A0 as well.
    #[track_caller]
    fn check(text: fn(Locale) -> String, expected: [&str; 3]) {
        assert_eq!(Locale::ALL.map(|locale| text(locale).replace('\u{a0}', " ")), expected);
    }

    #[test]
    fn a_year_is_historical_in_words() {
        check(|locale| year_text(0, locale), ["1 BCE", "1 до н. э.", "б. з. б. 1"]);
        check(|locale| year_text(-44, locale), ["45 BCE", "45 до н. э.", "б. з. б. 45"]);
        check(|locale| year_text(2022, locale), ["2022"; 3]);
        check(|locale| year_text(170_000_002, locale), ["170,000,002", "170 000 002", "170 000 002"]);
    }

    #[test]
    fn a_time_hides_seconds_of_zero_only() {
        for (time, expected) in [("01:30", "01:30"), ("01:30:00", "01:30"), ("01:30:05", "01:30:05")] {
            assert_eq!(time_text(time.parse().unwrap()), expected);
        }
    }

    #[test]
    fn an_hour_without_its_day_says_so() {
        let text = |date: &str, locale| {
            let date = date.parse().unwrap();
            date_with_time_text(&date, Some("01:30".parse().unwrap()), locale, Form::Long)
        };
        assert_eq!(text("2022-01-05", Locale::En), "5\u{a0}January 2022, 01:30");
        assert_eq!(text("2022-01-05T22:52", Locale::En), "5\u{a0}January 2022, 22:52");
        assert_eq!(text("2022", Locale::En), "2022, day not stated, 01:30");
        assert_eq!(text("2022-XX", Locale::En), "2022, day and month not stated, 01:30");
        assert_eq!(text("2022-01-02/..", Locale::En), "since 2\u{a0}January 2022, day not stated, 01:30");
        assert_eq!(text("2022-01", Locale::Ru), "январь 2022\u{a0}года, день не указан, 01:30");
        assert_eq!(text("2022-01-XX", Locale::Kk), "2022\u{a0}жылғы қаңтар, күні көрсетілмеген, 01:30");
    }

    #[test]
    fn days_and_spans_of_days_have_labels() {
        check(|locale| day_month_text(day("2022-01-05"), locale), ["5 January", "5 января", "5 қаңтар"]);
        check(
            |locale| span_of_days_text(day("2022-01-05"), day("2022-01-05"), locale),
            ["5 January 2022", "5 января 2022 года", "2022 жылғы 5 қаңтар"],
        );
        check(
            |locale| span_of_days_text(day("2022-01-01"), day("2022-01-12"), locale),
            ["1–12 January 2022", "1–12 января 2022 года", "2022 жылғы 1–12 қаңтар"],
        );
        check(
            |locale| span_of_days_text(day("2022-01-30"), day("2022-02-02"), locale),
            ["30 January – 2 February 2022", "30 января – 2 февраля 2022 года", "2022 жылғы 30 қаңтар – 2 ақпан"],
        );
        check(
            |locale| span_of_days_text(day("2021-12-30"), day("2022-01-02"), locale),
            [
                "30 December 2021 – 2 January 2022",
                "30 декабря 2021 года – 2 января 2022 года",
                "2021 жылғы 30 желтоқсан – 2022 жылғы 2 қаңтар",
            ],
        );
    }

    #[test]
    fn every_example_of_the_specification_can_be_said() {
        let lines = include_str!("../../../tests/integration/edtf/valid.txt").lines();
        for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let date: Edtf = line.parse().unwrap();
            for locale in Locale::ALL {
                for form in [Form::Long, Form::Short, Form::Within] {
                    let text = date_text(&date, locale, form);
                    assert!(!text.is_empty() && text.trim() == text && !text.contains("  "), "{line}: {text}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn every_day_can_be_said(days in proptest::num::i64::ANY, month in 0_u8..255) {
            let date = Edtf::from(CivilDay::from_days(days));
            for locale in Locale::ALL {
                assert!(!date_text(&date, locale, Form::Within).is_empty());
                super::month_name(month, locale, super::NameForm::Short);
            }
        }
    }
}
