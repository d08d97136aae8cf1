//! Numbers computed here, with the operands that they are computed from.
//!
//! The rounding rules are few, so that a reader can check them by hand; half is always rounded away from zero.
//!
//! | formula | rounded to |
//! |---|---|
//! | share | a whole per cent where the whole is below 1,000, else one decimal |
//! | rate | a whole number from 100 on, one decimal from 10 on, else two |
//! | sum, difference | not at all |
//!
//! A share that is not all and not nothing is never rounded to 100 or to 0: it gets as many decimals as that takes,
//! up to six. Units were checked when the file was read.

use crate::dataset::Dataset;
use crate::fact::{Decimal, Derived, Fact, Formula, Key, Unit};

/// A share below this whole would promise more than a count of so few can tell.
const WHOLE_FOR_DECIMALS: i64 = 1_000;

/// The most decimals that a share gets to differ from 0 or 100.
const MAX_SHARE_PLACES: u8 = 6;

/// A number that was computed, ready to be written out with its formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DerivedValue {
    /// The number; a share is a percentage.
    pub number: Decimal,
    /// What it is in.
    pub unit: DerivedUnit,
    /// The operands in the order of the formula: part and whole, of and per, from and minus, all summands.
    pub operands: Vec<Operand>,
    /// Whether the number was rounded.
    pub is_rounded: bool,
}

/// What a derived number is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DerivedUnit {
    /// Per cent.
    Percent,
    /// The unit of the operands.
    Of(Key<Unit>),
    /// One unit for each of another.
    Per(Key<Unit>, Key<Unit>),
}

/// A fact's number within a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operand {
    /// The fact.
    pub fact: Key<Fact>,
    /// Its number.
    pub number: Decimal,
}

/// Computes a derived figure. `None` if the result has more than fifteen digits.
pub fn derived_value(dataset: &Dataset, key: Key<Derived>) -> Option<DerivedValue> {
    let operand = |fact: Key<Fact>| Some(Operand { fact, number: dataset[fact].value?.single()? });
    let unit = |fact: Key<Fact>| dataset.unit_of(fact);
    match &dataset[key].formula {
        Formula::Share { part, whole } => {
            let operands = [operand(*part)?, operand(*whole)?];
            let number = percentage(operands[0].number, operands[1].number)?;
            Some(quotient(operands, number, Decimal::HUNDRED, DerivedUnit::Percent))
        }
        Formula::Rate { of, per } => {
            let operands = [operand(*of)?, operand(*per)?];
            let number = rate(operands[0].number, operands[1].number)?;
            Some(quotient(operands, number, Decimal::whole(1)?, DerivedUnit::Per(unit(*of)?, unit(*per)?)))
        }
        Formula::Sum { of } => {
            let operands: Vec<Operand> = of.iter().map(|&fact| operand(fact)).collect::<Option<_>>()?;
            let number = operands.iter().try_fold(Decimal::ZERO, |sum, summand| sum.plus(summand.number))?;
            Some(DerivedValue { number, unit: DerivedUnit::Of(unit(*of.first()?)?), operands, is_rounded: false })
        }
        Formula::Difference { from, minus } => {
            let operands = vec![operand(*from)?, operand(*minus)?];
            let number = operands[0].number.minus(operands[1].number)?;
            Some(DerivedValue { number, unit: DerivedUnit::Of(unit(*from)?), operands, is_rounded: false })
        }
    }
}

/// Whether a quotient was rounded is seen by undoing it: times the divisor it must give the dividend again.
fn quotient(operands: [Operand; 2], number: Decimal, factor: Decimal, unit: DerivedUnit) -> DerivedValue {
    let undone = times(number, operands[1].number);
    let is_rounded = undone.is_none() || undone != times(operands[0].number, factor);
    DerivedValue { number, unit, operands: operands.into(), is_rounded }
}

fn times(a: Decimal, b: Decimal) -> Option<(i64, u8)> {
    let (mut product, mut scale) = (a.coefficient().checked_mul(b.coefficient())?, a.scale() + b.scale());
    while scale > 0 && product % 10 == 0 {
        (product, scale) = (product / 10, scale - 1);
    }
    Some((product, scale))
}

/// `part` of `whole` in per cent, by the rules above.
fn percentage(part: Decimal, whole: Decimal) -> Option<Decimal> {
    // The point of a quotient moves two places when both are rounded two places later.
    let percent = |places: u8| {
        let share = part.divided_by(whole, places + 2)?;
        Decimal::new(share.at_scale(places + 2)?, places)
    };
    let places = if whole < Decimal::whole(WHOLE_FOR_DECIMALS)? { 0 } else { 1 };
    let is_partial = part != whole && part != Decimal::ZERO;
    let says_all_or_nothing = |number: &Decimal| *number == Decimal::HUNDRED || *number == Decimal::ZERO;
    let exact_enough =
        |places: &u8| percent(*places).is_some_and(|number| !(is_partial && says_all_or_nothing(&number)));
    percent((places..MAX_SHARE_PLACES).find(exact_enough).unwrap_or(MAX_SHARE_PLACES))
}

fn rate(of: Decimal, per: Decimal) -> Option<Decimal> {
    let rough = of.divided_by(per, 2)?;
    let size = Decimal::new(rough.coefficient().abs(), rough.scale())?;
    let places = match size {
        size if size >= Decimal::HUNDRED => 0,
        size if size >= Decimal::whole(10)? => 1,
        _ => 2,
    };
    of.divided_by(per, places)
}

#[cfg(test)]
mod tests {
    use super::{percentage, rate};
    use crate::fact::Decimal;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_share_has_decimals_only_where_the_count_is_large() {
        let cases = [
            ("0", "5", "0"),
            ("5", "5", "100"),
            ("37", "41", "90"),
            ("1205", "1221", "98.7"),
            ("1", "999", "0.1"),
            ("998", "999", "99.9"),
            ("4999", "5000", "99.98"),
            ("1", "999999999", "0"),
            ("0.5", "4", "13"),
        ];
        for (part, whole, expected) in cases {
            assert_eq!(percentage(decimal(part), decimal(whole)), Some(decimal(expected)), "{part} of {whole}");
        }
    }

    #[test]
    fn a_rate_has_about_three_digits() {
        let cases =
            [("16700000000", "350", "47714286"), ("1", "3", "0.33"), ("100", "3", "33.3"), ("-1000", "3", "-333")];
        for (of, per, expected) in cases {
            assert_eq!(rate(decimal(of), decimal(per)), Some(decimal(expected)), "{of} for each of {per}");
        }
    }
}
