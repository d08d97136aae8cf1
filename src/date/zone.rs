//! What somebody who has a database of time zones can be asked.
//!
//! Here is the question alone: the pure half has no such database, and a zone explains an hour and never moves it.

use super::Moment;

/// A database of time zones.
pub trait Zones {
    /// The names of all zones, as IANA writes them.
    fn names(&self) -> Vec<&str>;

    /// How often the clocks of a zone showed a moment; `None` if there is no such zone.
    fn hour(&self, zone: &str, moment: Moment) -> Option<Hour>;
}

/// How often the clocks of a zone showed a moment, and how far they were before UTC then, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hour {
    /// Never: they were put forward over it.
    Skipped,
    /// Once, as nearly always.
    Once(i32),
    /// Twice: they were put back over it. The earlier time first.
    Twice(i32, i32),
    /// Nobody can tell: in years of more than four digits there is no record.
    Unrecorded,
}
