//! Which plural a number takes: the cardinal rules of CLDR for English, Russian and Kazakh.
//!
//! Works on the digits as written, since "1" and "1.0" may differ.

use super::Locale;

/// A plural category of CLDR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PluralCategory {
    /// Not used by the languages here, but by files in others.
    Zero,
    /// English 1; Russian 1, 21, 31.
    One,
    /// Not used by the languages here, but by files in others.
    Two,
    /// Russian 2–4, 22–24.
    Few,
    /// Russian 0, 5–20, 25–30.
    Many,
    /// All else, and every decimal fraction in Russian. Every language has it.
    Other,
}

impl PluralCategory {
    /// The name that CLDR and the facts file give it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

/// The category of a decimal such as "21", "-3" or "1.50"; [`PluralCategory::Other`] for what is no decimal.
pub fn plural_category(decimal: &str, locale: Locale) -> PluralCategory {
    let unsigned = decimal.strip_prefix('-').unwrap_or(decimal);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) {
        return PluralCategory::Other;
    }
    let is_one = whole.trim_start_matches('0') == "1";
    let is_whole = fraction.is_empty();
    let one_or_other = |is_one| if is_one { PluralCategory::One } else { PluralCategory::Other };
    match locale {
        Locale::En => one_or_other(is_one && is_whole),
        Locale::Kk => one_or_other(is_one && fraction.bytes().all(|digit| digit == b'0')),
        Locale::Ru if is_whole => russian(whole.as_bytes()),
        Locale::Ru => PluralCategory::Other,
    }
}

fn russian(digits: &[u8]) -> PluralCategory {
    let is_teen = digits.len() > 1 && digits[digits.len() - 2] == b'1';
    match digits.last() {
        Some(b'1') if !is_teen => PluralCategory::One,
        Some(b'2'..=b'4') if !is_teen => PluralCategory::Few,
        _ => PluralCategory::Many,
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, PluralCategory, plural_category};

    #[track_caller]
    fn check(decimal: &str, en: &str, ru: &str, kk: &str) {
        let tags = Locale::ALL.map(|locale| plural_category(decimal, locale).tag());
        assert_eq!(tags, [en, ru, kk], "{decimal}");
    }

    #[test]
    fn what_is_no_decimal_is_other() {
        for text in ["", "-", ".", ".5", "one", "1,5", "--1", "1.5.1"] {
            check(text, "other", "other", "other");
        }
    }

    #[test]
    fn whole_numbers_follow_the_last_two_digits_in_russian() {
        check("0", "other", "many", "other");
        check("1", "one", "one", "one");
        check("-1", "one", "one", "one");
        check("01", "one", "one", "one");
        for few in ["2", "3", "4", "22", "104", "1002"] {
            check(few, "other", "few", "other");
        }
        for many in ["5", "11", "12", "13", "14", "111", "112", "1000", "16700000000"] {
            check(many, "other", "many", "other");
        }
        for one in ["21", "101", "1001"] {
            check(one, "other", "one", "other");
        }
    }

    #[test]
    fn decimals_are_other_save_a_kazakh_one() {
        check("1.5", "other", "other", "other");
        check("1.0", "other", "other", "one");
        check("21.0", "other", "other", "other");
        check("2.00", "other", "other", "other");
    }

    #[test]
    fn every_category_has_its_name() {
        let all = [PluralCategory::Zero, PluralCategory::One, PluralCategory::Two, PluralCategory::Few];
        assert_eq!(all.map(PluralCategory::tag), ["zero", "one", "two", "few"]);
        assert_eq!([PluralCategory::Many, PluralCategory::Other].map(PluralCategory::tag), ["many", "other"]);
    }
}
