//! Numbers and what stands beside them: cards, derived figures, histories, ranges, axes, standing.
//!
//! It computes what a picture or a sentence needs and refuses to draw or to write: no pixels, no language. Two claims
//! stand side by side; nothing here decides between them.

mod axis;
mod card;
mod derived;
mod history;
mod standing;

pub use axis::{AxisDomain, AxisStart, axis_domain};
pub use card::{CardFigure, facts_on, headline};
pub use derived::{DerivedUnit, DerivedValue, Operand, derived_value};
pub use history::{Claim, Range, Series, claims_of, histories, history, range, series_of};
pub use standing::{Coverage, Standing, coverage, standing_of};
