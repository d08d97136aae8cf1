//! What can be wrong with a date, and how to mend it.

/// Why a text is no EDTF date of level 0 or 1. The message says how to mend it, the text itself stands last.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EdtfError {
    /// Nothing at all.
    #[error("no date; leave the key out if there is none")]
    Empty,
    /// Not of the shape of a date.
    #[error("not a date; write year, month and day as 2022-01-05, 2022-01 or 2022: {0}")]
    NotADate(String),
    /// A month out of range.
    #[error("no such month; use 01 to 12, or 21 to 24 for spring, summer, autumn, winter: {0}")]
    NoSuchMonth(String),
    /// A day that its month does not have.
    #[error("no such day in that month; correct it, or write XX for a day that is not stated: {0}")]
    NoSuchDay(String),
    /// A year written in a way that the standard does not have.
    #[error("no such year; use four digits, and Y with no leading zero for years beyond 9999: {0}")]
    NoSuchYear(String),
    /// A year so far away that its seconds cannot be counted.
    #[error("year too far away; at most 11 digits: {0}")]
    YearTooFar(String),
    /// A time out of range or not of the shape of a time.
    #[error("no such time; use hh:mm or hh:mm:ss from 00:00 to 23:59:59: {0}")]
    NoSuchTime(String),
    /// An offset out of range or not of the shape of an offset.
    #[error("no such offset; use Z, +06 or +06:00: {0}")]
    NoSuchOffset(String),
    /// A time with a year or a month alone.
    #[error("a time needs a day; add the day, or give the time by itself: {0}")]
    TimeWithoutDay(String),
    /// A time in an interval.
    #[error("an interval holds days, not times; leave the times out: {0}")]
    TimeInInterval(String),
    /// A qualifier after a time.
    #[error("?, ~ and % go with a date, not with a time; leave out the sign or the time: {0}")]
    QualifiedTime(String),
    /// An interval that ends before it starts.
    #[error("runs backwards; put the earlier date first: {0}")]
    RunsBackwards(String),
    /// An interval without any date.
    #[error("an interval needs a date on one side: {0}")]
    NoEnds(String),
    /// Valid EDTF, of the level that is not supported.
    #[error("EDTF level 2 is not supported; write a simpler date of which all is true: {0}")]
    Level2(String),
}
