//! The axis of a small picture: rounded ends, ticks between them, and where a value stands.
//!
//! Ends and ticks are exact, since they are shown; positions are binary fractions, since they are drawn.
//! It refuses to know pixels.

use crate::fact::Decimal;
use crate::order;

/// At most this many steps fit under a picture as narrow as a phone without their numbers touching.
const MAX_STEPS: i64 = 5;

/// An axis that holds some values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisDomain {
    /// The left end; never above the values.
    pub low: Decimal,
    /// The right end; never below the values, and above `low`.
    pub high: Decimal,
    /// Rounded numbers from `low` to `high`, both among them.
    pub ticks: Vec<Decimal>,
}

/// Where an axis begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AxisStart {
    /// At zero, as every axis of bars must; below it if there are negative values.
    Zero,
    /// At a rounded number below the values. Both ends must be labelled.
    Values,
}

/// The axis for some values: steps of 1, 2 or 5 times a power of ten, as few as hold them all.
///
/// `None` without values, and where they are so far apart that no exact axis holds them.
pub fn axis_domain(values: &[Decimal], start: AxisStart) -> Option<AxisDomain> {
    let (mut low, mut high) = (*values.iter().min()?, *values.iter().max()?);
    if start == AxisStart::Zero {
        (low, high) = (low.min(Decimal::ZERO), high.max(Decimal::ZERO));
    }
    let scale = low.scale().max(high.scale());
    let (mut low, mut high) = (low.at_scale(scale)?, high.at_scale(scale)?);
    if low == high {
        // A single value stands in the middle of an axis about as wide as itself is large.
        let half = (low.abs() / 2).max(1);
        (low, high) = (low.checked_sub(half)?, high.checked_add(half)?);
    }
    let step = step(low, high)?;
    let (first, last) = (low.div_euclid(step), -(-high).div_euclid(step));
    let ticks: Vec<Decimal> =
        (first..=last).map(|n| Decimal::new(n.checked_mul(step)?, scale)).collect::<Option<_>>()?;
    Some(AxisDomain { low: *ticks.first()?, high: *ticks.last()?, ticks })
}

/// The smallest step of 1, 2 or 5 times a power of ten that needs no more than [`MAX_STEPS`].
fn step(low: i64, high: i64) -> Option<i64> {
    let mut power = 1_i64;
    loop {
        for digit in [1, 2, 5] {
            let step = power.checked_mul(digit)?;
            if -(-high).div_euclid(step) - low.div_euclid(step) <= MAX_STEPS {
                return Some(step);
            }
        }
        power = power.checked_mul(10)?;
    }
}

impl AxisDomain {
    /// Where a value stands, from 0 at the left end to 1 at the right one. What is outside stands at an end.
    pub fn position(&self, value: Decimal) -> f64 {
        let (low, high) = (self.low.to_f64(), self.high.to_f64());
        order::within((value.to_f64() - low) / (high - low), 0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{AxisStart, axis_domain};
    use crate::fact::Decimal;
    use proptest::prelude::{any, prop_assert, proptest};

    #[track_caller]
    fn check(values: &[&str], start: AxisStart, expected: &[&str]) {
        let values: Vec<Decimal> = values.iter().map(|text| text.parse().unwrap()).collect();
        let ticks = axis_domain(&values, start).map(|axis| axis.ticks).unwrap_or_default();
        assert_eq!(ticks.iter().map(Decimal::to_string).collect::<Vec<_>>(), expected, "{values:?}");
    }

    #[test]
    fn no_values_have_no_axis() {
        check(&[], AxisStart::Zero, &[]);
        check(&[], AxisStart::Values, &[]);
    }

    #[test]
    fn a_single_value_stands_on_an_axis_too() {
        check(&["0"], AxisStart::Zero, &["-1", "0", "1"]);
        check(&["71"], AxisStart::Zero, &["0", "20", "40", "60", "80"]);
        check(&["71", "71"], AxisStart::Values, &["20", "40", "60", "80", "100", "120"]);
    }

    #[test]
    fn ends_are_rounded_and_hold_all_values() {
        check(&["164", "225", "241", "188"], AxisStart::Values, &["160", "180", "200", "220", "240", "260"]);
        check(&["5300", "4623", "127"], AxisStart::Zero, &["0", "2000", "4000", "6000"]);
        check(
            &["8300000000", "16700000000"],
            AxisStart::Zero,
            &["0", "5000000000", "10000000000", "15000000000", "20000000000"],
        );
        check(&["0.1", "0.35"], AxisStart::Zero, &["0", "0.1", "0.2", "0.3", "0.4"]);
        check(&["-3", "4"], AxisStart::Zero, &["-4", "-2", "0", "2", "4"]);
        check(&["999999999999999", "0.000000000000001"], AxisStart::Zero, &[]);
    }

    proptest! {
        #[test]
        fn every_value_stands_on_its_axis(a in any::<i32>(), b in any::<i32>(), scale in 0_u8..=6) {
            let values = [a, b].map(|n| Decimal::new(n.into(), scale).unwrap());
            for start in [AxisStart::Zero, AxisStart::Values] {
                let axis = axis_domain(&values, start).unwrap();
                prop_assert!(axis.low < axis.high && axis.ticks.len() <= 7);
                for value in values {
                    prop_assert!(axis.low <= value && value <= axis.high);
                    prop_assert!((0.0..=1.0).contains(&axis.position(value)));
                }
            }
        }
    }
}
