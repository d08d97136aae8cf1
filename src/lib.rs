//! Factline: one file of sourced facts, as a page that a reader explores and a newsroom embeds.
//!
//! The map, in reading order. Nothing names a module below itself; `tests/tidy.rs` holds the same table as data
//! and fails on a wrong arrow.
//!
//! | module | what lives there |
//! |---|---|
//! | [`order`] | the one sort of everything |
//! | [`date`] | civil days, EDTF dates, spans with open and fuzzy ends |
//! | [`i18n`] | locales, multilingual text, plural categories, messages, numbers and dates as text |
//! | [`fact`] | fact, figure, measure, source, speaker |
//! | [`dataset`] | the facts file: its wire shapes, validation into a dataset and issues, tables, import |
//! | [`query`] | text folding, index, filter, facets, sort |
//! | [`figures`] | stat cards, derived figures, histories, disagreements |
//! | [`timeline`] | items, scale, ticks, lanes, clusters, layout; knows no fact |
//! | [`view_state`] | the whole view as one plain value, its actions, its address both ways |
//! | [`page`] | the page as text: each region a function from plain values to HTML |
//! | [`parcel`] | what a page loads: the facts in outline with their words, as lines of text, both ways |
//! | `web` | the browser: one Web API a file |
//! | `state` | signals and memos over the pure half |
//! | `ui` | components, and the hands that act on them |
//! | `zones` | native: the IANA database of time zones |
//! | `site` | native: the static site, prerendered with the same components |
//! | `cli` | native: the `factline` command |
//!
//! Invariants: a fact that could be shown falsely is set aside, never guessed at; a date is never made more exact
//! than its source; numbers are decimals, never binary floating point; nothing here asks for today or a time zone.

#[cfg(feature = "cli")]
pub mod cli;
pub mod dataset;
pub mod date;
pub mod fact;
pub mod figures;
pub mod i18n;
pub mod order;
pub mod page;
pub mod parcel;
pub mod query;
#[cfg(feature = "cli")]
pub mod site;
#[cfg(feature = "ui")]
pub mod state;
pub mod timeline;
#[cfg(feature = "ui")]
pub mod ui;
pub mod view_state;
#[cfg(feature = "page")]
pub mod web;
#[cfg(feature = "cli")]
pub mod zones;
