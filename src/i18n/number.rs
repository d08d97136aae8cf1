//! Numbers as text.
//!
//! Works on decimal digits and never on binary floating point, so that what is shown is what was written.
//! Spaces are U+00A0: U+202F is missing from fonts that many readers have.

use super::Locale;

const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// From this many digits before the point a short number is put in millions or more.
const MILLION_DIGITS: usize = 7;

/// A decimal in full: "16,700.5", in Russian and Kazakh "16 700,5".
///
/// Groups from four digits on. What is no decimal comes back as it is.
pub fn number_text(decimal: &str, locale: Locale) -> String {
    let Some((is_negative, whole, fraction)) = split(decimal) else { return decimal.to_owned() };
    let mut out = String::with_capacity(decimal.len() + 8);
    if is_negative {
        out.push(MINUS);
    }
    push_grouped(&mut out, whole, locale);
    if !fraction.is_empty() {
        out.push(decimal_point(locale));
        out.push_str(fraction);
    }
    out
}

/// A decimal as a headline gives it: "16.7 billion" from a million up, in full below.
///
/// Rounds half away from zero to one decimal, and leaves out a decimal of zero.
pub fn short_number_text(decimal: &str, locale: Locale) -> String {
    let Some((is_negative, whole, _)) = split(decimal) else { return decimal.to_owned() };
    if whole.len() < MILLION_DIGITS {
        return number_text(decimal, locale);
    }
    let (mut n_thousands, mut tenths) = rounded(whole);
    // 999,950,000 rounds to 1,000.0 million, which is a billion.
    if tenths == "10000" && n_thousands < LAST_POWER {
        (n_thousands, tenths) = (n_thousands + 1, "10".to_owned());
    }
    let (units, tenth) = tenths.split_at_checked(tenths.len().saturating_sub(1)).unwrap_or_default();
    let mut out = String::with_capacity(24);
    if is_negative {
        out.push(MINUS);
    }
    push_grouped(&mut out, units, locale);
    if tenth != "0" {
        out.push(decimal_point(locale));
        out.push_str(tenth);
    }
    out.push(NO_BREAK_SPACE);
    out.push_str(power_name(n_thousands, locale));
    out
}

/// A percentage that has been rounded already: "98%", in Russian and Kazakh "98 %".
pub fn percent_text(decimal: &str, locale: Locale) -> String {
    let mut out = number_text(decimal, locale);
    if locale != Locale::En {
        out.push(NO_BREAK_SPACE);
    }
    out.push('%');
    out
}

/// Sign, digits before the point without leading zeros, digits after it.
fn split(decimal: &str) -> Option<(bool, &str, &str)> {
    let (is_negative, unsigned) = match decimal.strip_prefix('-') {
        Some(unsigned) => (true, unsigned),
        None => (false, decimal),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_decimal = !whole.is_empty() && whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit());
    let significant = whole.trim_start_matches('0');
    is_decimal.then_some((is_negative, if significant.is_empty() { "0" } else { significant }, fraction))
}

/// Trillions, the last power of a thousand that has a name here.
const LAST_POWER: usize = 4;

/// The power of a thousand that a number of at least seven digits is told in, and its digits to one tenth of it.
fn rounded(whole: &str) -> (usize, String) {
    let n_thousands = ((whole.len() - 1) / 3).min(LAST_POWER);
    let n_kept = whole.len() - 3 * n_thousands + 1;
    let mut digits = whole.as_bytes()[..n_kept].to_vec();
    let rounds_up = whole.as_bytes()[n_kept] >= b'5';
    if rounds_up {
        let n_nines = digits.iter().rev().take_while(|digit| **digit == b'9').count();
        let at = digits.len() - n_nines;
        digits[at..].fill(b'0');
        match at.checked_sub(1) {
            Some(before) => digits[before] += 1,
            None => digits.insert(0, b'1'),
        }
    }
    (n_thousands, digits.into_iter().map(char::from).collect())
}

fn power_name(n_thousands: usize, locale: Locale) -> &'static str {
    let names = match locale {
        Locale::En => ["million", "billion", "trillion"],
        Locale::Ru | Locale::Kk => ["млн", "млрд", "трлн"],
    };
    names[n_thousands.clamp(2, LAST_POWER) - 2]
}

pub(super) fn push_grouped(out: &mut String, digits: &str, locale: Locale) {
    let separator = if locale == Locale::En { ',' } else { NO_BREAK_SPACE };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
}

fn decimal_point(locale: Locale) -> char {
    if locale == Locale::En { '.' } else { ',' }
}

#[cfg(test)]
mod tests {
    use super::{Locale, number_text, percent_text, short_number_text};

    /// Spaces in the expected texts stand for U+00A0.
    #[track_caller]
    fn check(text: fn(&str, Locale) -> String, decimal: &str, en: &str, ru_and_kk: &str) {
        let spaced = |expected: &str| expected.replace(' ', "\u{a0}");
        assert_eq!(text(decimal, Locale::En), spaced(en));
        assert_eq!(text(decimal, Locale::Ru), spaced(ru_and_kk));
        assert_eq!(text(decimal, Locale::Kk), spaced(ru_and_kk));
    }

    #[test]
    fn what_is_no_decimal_comes_back_as_it_is() {
        for text in ["", "-", "1,5", "1e6", "many"] {
            for locale in Locale::ALL {
                assert_eq!(number_text(text, locale), text);
                assert_eq!(short_number_text(text, locale), text);
            }
        }
    }

    #[test]
    fn a_number_in_full_is_grouped_from_four_digits() {
        check(number_text, "0", "0", "0");
        check(number_text, "007", "7", "7");
        check(number_text, "-3", "−3", "−3");
        check(number_text, "999", "999", "999");
        check(number_text, "5300", "5,300", "5 300");
        check(number_text, "36831", "36,831", "36 831");
        check(number_text, "16.70", "16.70", "16,70");
        check(number_text, "-1234567.5", "−1,234,567.5", "−1 234 567,5");
        check(number_text, "16700000000", "16,700,000,000", "16 700 000 000");
    }

    #[test]
    fn a_short_number_starts_at_a_million() {
        check(short_number_text, "0.5", "0.5", "0,5");
        check(short_number_text, "999999", "999,999", "999 999");
        check(short_number_text, "1000000", "1 million", "1 млн");
        check(short_number_text, "16700000000", "16.7 billion", "16,7 млрд");
        check(short_number_text, "98100000000", "98.1 billion", "98,1 млрд");
        check(short_number_text, "-1250000.9", "−1.3 million", "−1,3 млн");
        check(short_number_text, "1500000000000", "1.5 trillion", "1,5 трлн");
        check(short_number_text, "1234500000000000", "1,234.5 trillion", "1 234,5 трлн");
    }

    #[test]
    fn rounding_carries_into_the_next_name() {
        check(short_number_text, "1049999", "1 million", "1 млн");
        check(short_number_text, "1050000", "1.1 million", "1,1 млн");
        check(short_number_text, "9950000", "10 million", "10 млн");
        check(short_number_text, "999949999", "999.9 million", "999,9 млн");
        check(short_number_text, "999950000", "1 billion", "1 млрд");
        check(short_number_text, "999999999999999", "1,000 trillion", "1 000 трлн");
    }

    #[test]
    fn a_percentage_keeps_its_sign_near() {
        check(percent_text, "98", "98%", "98 %");
        check(percent_text, "0.5", "0.5%", "0,5 %");
    }
}
