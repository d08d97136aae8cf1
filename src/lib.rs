//! Factline: one file of sourced facts, as a page that a reader explores and a newsroom embeds.
//!
//! The map, in reading order. Nothing names a module below itself; `tests/tidy.rs` holds the same table as data
//! and fails on a wrong arrow.
//!
//! | module | what lives there |
//! |---|---|
//! | [`date`] | civil days, EDTF dates, spans with open and fuzzy ends |
//! | [`i18n`] | locales, multilingual text, plural categories, messages, numbers and dates as text |
//! | [`fact`] | fact, figure, measure, source, speaker |
//! | [`dataset`] | the facts file: its wire shapes, and validation into a dataset and issues |
//! | [`query`] | text folding, index, filter, facets, sort |
//! | [`figures`] | stat cards, derived figures, histories, disagreements |
//! | [`timeline`] | items, scale, ticks, lanes, clusters, layout; knows no fact |
//!
//! Invariants: a fact that could be shown falsely is set aside, never guessed at; a date is never made more exact
//! than its source; numbers are decimals, never binary floating point; nothing here asks for today or a time zone.

pub mod dataset;
pub mod date;
pub mod fact;
pub mod figures;
pub mod i18n;
pub mod query;
pub mod timeline;
