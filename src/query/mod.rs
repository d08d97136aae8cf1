//! Finding facts: text folding, index, filter, facets, sort.
//!
//! Everything is a plain value in and out. It refuses to know a page, an address or what is on screen.

mod columns;
mod fact_set;
mod filter;
mod fold;
mod index;
mod sort;
mod words;

pub use filter::{Facet, Facets, Filter, Matches, facets, search};
pub use index::Index;
pub use sort::{Sort, sorted};
