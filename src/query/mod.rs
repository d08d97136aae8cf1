//! Finding facts.
