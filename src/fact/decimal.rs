//! Exact decimal numbers.
//!
//! A value is shown as its source wrote it and divided by hand-checkable rules, so it is never a binary fraction.
//! This module refuses to know locales, units and anything that a number could be a number of.

use core::cmp::Ordering;
use core::fmt;
use core::str::FromStr;

use thiserror::Error;

/// The contract's limit, and the longest run of digits for which a remainder times ten still fits an `i64`.
pub const MAX_DIGITS: u32 = 15;

const LIMIT: i64 = 10_i64.pow(MAX_DIGITS);

/// A decimal number of up to fifteen digits: `coefficient / 10^scale`.
///
/// It is kept in its shortest form (`1.50` is `1.5`, `-0` is `0`), so equal numbers are equal values.
/// Arithmetic is exact or answers `None`; only [`Decimal::divided_by`] and [`Decimal::rounded`] round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    coefficient: i64,
    scale: u8,
}

/// Why a text is no [`Decimal`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DecimalError {
    /// Not written as a number.
    #[error("not a number: {0}")]
    NotANumber(String),
    /// More than fifteen digits before or after the point.
    #[error("more than 15 digits: {0}")]
    TooLong(String),
}

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self { coefficient: 0, scale: 0 };
    /// One hundred, by which a share becomes a percentage.
    pub const HUNDRED: Self = Self { coefficient: 100, scale: 0 };

    /// `coefficient / 10^scale`, if that has at most fifteen digits in its shortest form.
    pub fn new(coefficient: i64, scale: u8) -> Option<Self> {
        let (mut coefficient, mut scale) = (coefficient, scale);
        while scale > 0 && coefficient % 10 == 0 {
            coefficient /= 10;
            scale -= 1;
        }
        let fits = coefficient > -LIMIT && coefficient < LIMIT && u32::from(scale) <= MAX_DIGITS;
        fits.then_some(Self { coefficient, scale })
    }

    /// The whole number `n`, if it has at most fifteen digits.
    pub fn whole(n: i64) -> Option<Self> {
        Self::new(n, 0)
    }

    /// The digits as a whole number; [`Decimal::scale`] tells how many of them stand after the point.
    pub const fn coefficient(self) -> i64 {
        self.coefficient
    }

    /// How many digits stand after the point, without trailing zeros.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// Whether nothing stands after the point.
    pub const fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// The digits as a whole number of the `scale`-th places, if that fits.
    pub fn at_scale(self, scale: u8) -> Option<i64> {
        let up = scale.checked_sub(self.scale)?;
        self.coefficient.checked_mul(10_i64.checked_pow(up.into())?)
    }

    /// The sum, exact.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        Self::new(self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?, scale)
    }

    /// The difference, exact.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { coefficient: -other.coefficient, ..other })
    }

    /// The quotient to `places` digits after the point. Half is rounded away from zero, as editors round:
    /// 2.5 is 3 and −2.5 is −3. `None` for a division by zero or a result of more than fifteen digits.
    pub fn divided_by(self, other: Self, places: u8) -> Option<Self> {
        if other.coefficient == 0 {
            return None;
        }
        let (top, bottom) = (self.coefficient.abs(), other.coefficient.abs());
        let negative = (self.coefficient < 0) != (other.coefficient < 0);
        // The school's long division: digits of top / bottom, as many as the scales ask for.
        let n_digits = i32::from(places) + i32::from(other.scale) - i32::from(self.scale);
        let (mut quotient, mut rest) = (top / bottom, top % bottom);
        for _ in 0..n_digits {
            quotient = quotient.checked_mul(10)?.checked_add(rest * 10 / bottom)?;
            rest = rest * 10 % bottom;
        }
        let rounds_up = if n_digits < 0 {
            let cut = 10_i64.checked_pow(n_digits.unsigned_abs())?;
            let dropped = quotient % cut;
            quotient /= cut;
            dropped >= cut / 2
        } else {
            rest >= bottom - rest
        };
        quotient += i64::from(rounds_up);
        Self::new(if negative { -quotient } else { quotient }, places)
    }

    /// The number with at most `places` digits after the point, half away from zero.
    pub fn rounded(self, places: u8) -> Self {
        self.divided_by(Self { coefficient: 1, scale: 0 }, places).unwrap_or(self)
    }

    /// The nearest binary fraction: for a position on a drawing, never for a number that is shown.
    pub fn to_f64(self) -> f64 {
        self.coefficient as f64 / 10_f64.powi(self.scale.into())
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        // Whole part and fraction at fifteen places: both fit where the number at a common scale may not.
        let parts = |d: &Self| {
            let one = 10_i64.pow(d.scale.into());
            (d.coefficient / one, d.coefficient % one * 10_i64.pow(MAX_DIGITS - u32::from(d.scale)))
        };
        parts(self).cmp(&parts(other))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Reads a number as JSON writes it: `-12`, `0.5`, `1.67e10`.
impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        read(text)
            .ok_or_else(|| DecimalError::NotANumber(text.into()))?
            .ok_or_else(|| DecimalError::TooLong(text.into()))
    }
}

/// The outer `None` is no number, the inner one a number that does not fit.
fn read(text: &str) -> Option<Option<Decimal>> {
    let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (digits, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, read_exponent(exponent)?),
        None => (unsigned, 0),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((_, "")) => return None,
        Some(parts) => parts,
        None => (digits, ""),
    };
    let has_leading_zero = whole.len() > 1 && whole.starts_with('0');
    if whole.is_empty() || has_leading_zero || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0');
    let mut coefficient = 0_i64;
    for digit in whole.bytes().chain(fraction.bytes()) {
        let next = coefficient.checked_mul(10).and_then(|c| c.checked_add(i64::from(digit - b'0')));
        let Some(next) = next else { return Some(None) };
        coefficient = next;
    }
    if coefficient == 0 {
        return Some(Some(Decimal::ZERO));
    }
    // `1.50e1` and `1500e-2` are 15: the exponent moves the point, and zeros at the end make room for it.
    let mut scale = fraction.len() as i64 - exponent;
    while scale > 0 && coefficient % 10 == 0 {
        coefficient /= 10;
        scale -= 1;
    }
    while scale < 0 && coefficient < LIMIT {
        coefficient *= 10;
        scale += 1;
    }
    let scale = u8::try_from(scale).ok();
    Some(scale.and_then(|scale| Decimal::new(if negative { -coefficient } else { coefficient }, scale)))
}

fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // Anything longer is out of range whatever it says.
    let size = if digits.trim_start_matches('0').len() > 4 { 9_999 } else { digits.parse().ok()? };
    Some(if text.starts_with('-') { -size } else { size })
}

/// Writes the shortest form, without exponent: `16700000000`, `-0.5`. It reads back as the same number.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = self.coefficient.unsigned_abs().to_string();
        let scale = usize::from(self.scale);
        if scale > 0 {
            while digits.len() <= scale {
                digits.insert(0, '0');
            }
            digits.insert(digits.len() - scale, '.');
        }
        if self.coefficient < 0 {
            digits.insert(0, '-');
        }
        f.write_str(&digits)
    }
}

#[cfg(test)]
mod tests {
    use super::{Decimal, DecimalError};
    use proptest::prelude::{any, prop_assert_eq, proptest};

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", ".", ".5", "5.", "1e", "1e+", "+1", "01", "1 000", "1,5", "0x1", "NaN", "--1", "٣"] {
            assert_eq!(text.parse::<Decimal>(), Err(DecimalError::NotANumber(text.into())));
        }
    }

    #[test]
    fn more_than_fifteen_digits_are_refused_however_they_are_written() {
        for text in
            ["1000000000000000", "1e15", "0.1234567890123456", "1e-16", "99999999999999999999999", "1e999999999"]
        {
            assert_eq!(text.parse::<Decimal>(), Err(DecimalError::TooLong(text.into())));
        }
    }

    #[test]
    fn a_number_is_written_in_its_shortest_form() {
        let cases = [
            ("0", "0"),
            ("-0.00", "0"),
            ("0e999999", "0"),
            ("1.50", "1.5"),
            ("1.67e10", "16700000000"),
            ("1500e-2", "15"),
            ("1E-3", "0.001"),
            ("-0.05", "-0.05"),
            ("999999999999999", "999999999999999"),
            ("98100000000.0000000000", "98100000000"),
        ];
        for (text, expected) in cases {
            assert_eq!(decimal(text).to_string(), expected, "{text}");
        }
    }

    #[test]
    fn numbers_compare_by_size_and_not_by_digits() {
        let sorted =
            ["-999999999999999", "-1.5", "-0.000000000000001", "0", "0.9", "0.95", "1", "1.05", "999999999999999"];
        for pair in sorted.windows(2) {
            assert!(decimal(pair[0]) < decimal(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn half_is_rounded_away_from_zero() {
        let cases = [
            ("1205", "1221", 3, "0.987"),
            ("5", "2", 0, "3"),
            ("-5", "2", 0, "-3"),
            ("1", "8", 2, "0.13"),
            ("16700000000", "350", 0, "47714286"),
            ("0.1", "3", 4, "0.0333"),
            ("1", "0.3", 1, "3.3"),
            ("1.25", "1", 1, "1.3"),
            ("1.249", "1", 1, "1.2"),
        ];
        for (top, bottom, places, expected) in cases {
            assert_eq!(decimal(top).divided_by(decimal(bottom), places), Some(decimal(expected)), "{top} / {bottom}");
        }
    }

    #[test]
    fn nothing_is_divided_by_zero_and_nothing_overflows() {
        assert_eq!(decimal("1").divided_by(Decimal::ZERO, 2), None);
        assert_eq!(decimal("999999999999999").plus(decimal("1")), None);
        assert_eq!(decimal("999999999999999").plus(decimal("0.1")), None);
        assert_eq!(decimal("999999999999999").divided_by(decimal("0.000000000000001"), 0), None);
    }

    proptest! {
        #[test]
        fn every_number_reads_back_as_itself(coefficient in -999_999_999_999_999_i64..=999_999_999_999_999, scale in 0_u8..=15) {
            let number = Decimal::new(coefficient, scale).unwrap();
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "-?[0-9.eE+-]{0,24}") {
            if let Ok(number) = text.parse::<Decimal>() {
                prop_assert_eq!(number.to_string().parse(), Ok(number));
            }
        }

        #[test]
        fn what_is_added_can_be_taken_away(a in any::<i32>(), b in any::<i32>(), scale in 0_u8..=4) {
            let (a, b) = (Decimal::new(a.into(), scale).unwrap(), Decimal::new(b.into(), 2).unwrap());
            prop_assert_eq!(a.plus(b).and_then(|sum| sum.minus(b)), Some(a));
        }
    }
}
