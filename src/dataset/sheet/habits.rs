//! What spreadsheets make of what was typed: spaces that group digits, decimal commas, dates in the order of a country,
//! signs against formulas.
//!
//! What can be read in one way only is read; for all else there is a sentence that says what to write. Nothing is
//! guessed: a day taken for a month would be a false date. It refuses to judge what is no habit of a spreadsheet, which
//! the reader of facts files does.

use std::borrow::Cow;

use crate::date::{CivilDay, Edtf};

use super::grammar::Cell;

/// Signs with which a spreadsheet begins a formula, and those that it skips before one.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// How a cell's text is guarded against being run as a formula: with an apostrophe before it.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches('\'').starts_with(FORMULA) { Cow::Owned(["'", text].concat()) } else { text.into() }
}

/// The text that was guarded.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => text,
    }
}

/// The words of a cell: to the letter in quotation marks, else without the spaces around them.
pub(super) fn words<'c>(cell: &'c Cell<'_>) -> &'c str {
    unguarded(if cell.is_quoted { &cell.text } else { trimmed(&cell.text) })
}

/// The name, date or number of a cell, without spaces around it or an apostrophe that marks it as text.
pub(super) fn name<'c>(cell: &'c Cell<'_>) -> &'c str {
    let text = trimmed(&cell.text);
    text.strip_prefix('\'').unwrap_or(text)
}

/// Without spaces of any width around it, also those that cannot be seen.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}'))
}

/// Whether a text is what a spreadsheet shows instead of what a cell holds.
pub(super) fn is_failure(text: &str) -> bool {
    const FAILURES: [&str; 9] =
        ["#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#N/A", "#NULL!", "#SPILL!", "#ERROR!"];
    FAILURES.contains(&text) || (text.len() > 2 && text.bytes().all(|byte| byte == b'#'))
}

/// A number as JSON writes it, if the cell can be read in one way only.
///
/// Spaces group threes of digits. A comma is a decimal sign where it groups no three; where other numbers of the file
/// have such a comma, a point before three digits may group them.
pub(super) fn number(text: &str, has_decimal_commas: bool) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix(['-', '−']) {
        Some(unsigned) => ("-", unsigned),
        None => ("", text),
    };
    let (whole, fraction) = match unsigned.split_once([',', '.']) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let is_grouped = whole.contains(is_group_space);
    let whole = ungrouped(whole)?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(&whole) || (whole.len() > 1 && whole.starts_with('0')) {
        return None;
    }
    let Some(fraction) = fraction else { return Some([sign, &whole].concat()) };
    let may_group = fraction.len() == 3 && whole.len() <= 3 && whole != "0" && !is_grouped;
    if !is_digits(fraction) || (may_group && (unsigned.contains(',') || has_decimal_commas)) {
        return None;
    }
    Some([sign, &whole, ".", fraction].concat())
}

/// Whether a number has a comma that can only be a decimal sign.
pub(super) fn has_decimal_comma(text: &str) -> bool {
    text.contains(',') && number(text, false).is_some()
}

fn is_group_space(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

fn ungrouped(digits: &str) -> Option<String> {
    let mut groups = digits.split(is_group_space);
    let first = groups.next().unwrap_or_default();
    let mut whole = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        whole.push_str(group);
    }
    Some(whole)
}

/// An hour with two digits, as in `01:30`: spreadsheets leave the nought out.
pub(super) fn hour(text: &str) -> Cow<'_, str> {
    match text.split_once(':') {
        Some((hour, _)) if hour.len() == 1 => Cow::Owned(["0", text].concat()),
        _ => Cow::Borrowed(text),
    }
}

/// What to do about a number that is none.
pub(super) fn mend_number(text: &str) -> Option<String> {
    let is_short = text.contains(['e', 'E']) && text.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    if is_short {
        let mend = "the spreadsheet shortened it: format the column as a number without exponent, and save it again";
        return Some(mend.to_owned());
    }
    let (whole, fraction) = text.split_once([',', '.'])?;
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits(whole.trim_start_matches('-')) && fraction.len() == 3 && is_digits(fraction))
        .then(|| format!("write {whole}{fraction} or {whole}.{fraction}, whichever is meant"))
}

/// What to do about a date that is none.
pub(super) fn mend_date(text: &str) -> Option<String> {
    const KEEP: &str = "format the column as text, so that the spreadsheet leaves it alone";
    // A date in the right form that is none by the calendar was typed so.
    if is_day(text) {
        return None;
    }
    if let Some((day, time)) = text.split_once(' ')
        && is_day(day)
        && time.contains(':')
    {
        return Some(format!("write {day}T{} with a T between day and hour", hour(time)));
    }
    let date = text.split(' ').next().unwrap_or_default();
    let numbers: Vec<&str> = date.split(['.', '/', '-']).collect();
    let parsed: Option<Vec<u32>> = numbers.iter().map(|part| part.parse().ok()).collect();
    let days = match parsed.as_deref() {
        Some([year, month, day]) if numbers[0].len() == 4 => days(&[(*year, *month, *day)]),
        Some([first, second, year]) if numbers[2].len() == 4 && date.contains('/') => {
            days(&[(*year, *second, *first), (*year, *first, *second)])
        }
        Some([day, month, year]) if numbers[2].len() == 4 => days(&[(*year, *month, *day)]),
        Some([serial]) if (20_000..80_000).contains(serial) => days(&[day_of_serial(*serial)]),
        _ => {
            let is_written_out = text.chars().any(char::is_alphabetic) && text.chars().any(|c| c.is_ascii_digit());
            return is_written_out.then(|| format!("write it as 2022-01-05, and {KEEP}"));
        }
    };
    let days = if days.is_empty() { "it as 2022-01-05".to_owned() } else { days.join(" or ") };
    Some(format!("write {days}, and {KEEP}"))
}

fn is_day(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}

/// The days among those that may be meant, as they are to be written.
fn days(candidates: &[(u32, u32, u32)]) -> Vec<String> {
    let mut days: Vec<String> = Vec::new();
    for &(year, month, day) in candidates {
        let text = format!("{year:04}-{month:02}-{day:02}");
        if text.parse::<Edtf>().is_ok() && !days.contains(&text) {
            days.push(text);
        }
    }
    days
}

/// The day that Excel counts as this number.
fn day_of_serial(serial: u32) -> (u32, u32, u32) {
    let (year, month, day) = CivilDay::from_days(i64::from(serial) - SERIAL_OF_1970).ymd();
    (year.unsigned_abs() as u32, month.into(), day.into())
}

/// 1 January 1970, as Excel counts days.
const SERIAL_OF_1970: i64 = 25_569;

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Cell, guarded, hour, mend_date, mend_number, name, number, words};

    fn cell(text: &str, is_quoted: bool) -> Cell<'_> {
        Cell { at: 0, text: text.into(), is_quoted }
    }

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(number(text, false).as_deref(), expected, "{text}");
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in ["", "-", ",", "many", "1e5", "1,67E+10", "007", "1 20", "12 3456", "1,", ".5", "5%", "16.июл"] {
            check(text, None);
        }
    }

    #[test]
    fn a_number_is_read_where_there_is_one_way_to_read_it() {
        check("1205", Some("1205"));
        check("−5", Some("-5"));
        check("14 230", Some("14230"));
        check("98 100 000 000", Some("98100000000"));
        check("16,7", Some("16.7"));
        check("0,125", Some("0.125"));
        check("1 205,125", Some("1205.125"));
        check("1.205", Some("1.205"));
        check("1,205", None);
        check("1,234,567", None);
        assert_eq!(number("1.205", true), None);
        assert_eq!(number("1.25", true).as_deref(), Some("1.25"));
    }

    #[test]
    fn what_to_write_instead_is_said() {
        let numbers = [
            ("1,205", "write 1205 or 1.205, whichever is meant"),
            ("-1.205", "write -1205 or -1.205, whichever is meant"),
            ("1,67E+10", "the spreadsheet shortened it"),
        ];
        for (text, expected) in numbers {
            assert!(mend_number(text).is_some_and(|mend| mend.starts_with(expected)), "{:?}", mend_number(text));
        }
        assert_eq!(mend_number("many"), None);
        let dates = [
            ("05.01.2022", "write 2022-01-05, and format the column as text"),
            ("1/5/2022", "write 2022-05-01 or 2022-01-05, and format"),
            ("1/13/2022", "write 2022-01-13, and format"),
            ("13.13.2022", "write it as 2022-01-05, and format"),
            ("2022/1/5", "write 2022-01-05, and format"),
            ("05.01.2022 13:30", "write 2022-01-05, and format"),
            ("2022-01-05 1:30", "write 2022-01-05T01:30 with a T"),
            ("44566", "write 2022-01-05, and format"),
            ("60000", "write 2064-04-08, and format"),
            ("янв.22", "write it as 2022-01-05, and format"),
        ];
        for (text, expected) in dates {
            assert!(mend_date(text).is_some_and(|mend| mend.starts_with(expected)), "{:?}", mend_date(text));
        }
        assert_eq!(mend_date("—"), None);
        assert_eq!(mend_date("2022-13-01"), None);
    }

    #[test]
    fn spaces_and_apostrophes_of_a_spreadsheet_are_nobodys() {
        assert_eq!(name(&cell(" \u{a0}'2022\u{200b} ", true)), "2022");
        assert_eq!(words(&cell("\u{a0} a b ", false)), "a b");
        assert_eq!(words(&cell(" a ", true)), " a ");
        assert_eq!(words(&cell("'tis", false)), "'tis");
        assert_eq!(words(&cell("'=1+1", false)), "=1+1");
        assert_eq!(hour("1:30"), "01:30");
        assert_eq!(hour("01:30"), "01:30");
    }

    proptest! {
        #[test]
        fn what_is_guarded_is_read_as_it_was(text in "['=+@a-]{0,4}.{0,4}") {
            let guarded = guarded(&text);
            let cell = cell(&guarded, true);
            prop_assert_eq!(words(&cell), text.as_str());
        }
    }
}
