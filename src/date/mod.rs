//! Civil days, EDTF dates, and the spans they cover.
//!
//! Everything here is the calendar as written: the proleptic Gregorian calendar of ISO 8601, with a year 0.
//! The module knows no today, no time zone and no language; an offset is kept and shown, and never moves a time.

mod civil;
mod clock;
mod edtf;
mod error;
mod numbers;
mod parse;
mod plain;
mod span;
mod write;
mod zone;

pub use civil::{CivilDay, MAX_YEAR, days_in_month};
pub use clock::{ClockTime, ClockTimeError, Moment};
pub use edtf::{Bound, Calendar, Edtf, EdtfDate, Offset, Precision, Qualifier, Season};
pub use error::EdtfError;
pub use span::{SortKey, Span};
pub use zone::{Hour, Zones};
