//! Whatever bytes come from outside, nothing panics, and what was read can be written and read again.
//!
//! Each target takes seeds that are sound, cuts, repeats and joins them with pieces of their own language, and reads what
//! comes of it. In `cargo test` each runs for a moment; `make fuzz` gives each `FUZZ_SECONDS`. What fails is made small
//! and told with a number: `FUZZ_SEED=0x… cargo test --test fuzz NAME` fails again.
//!
//! The mutations know nothing of the branches that a text takes, since the fuzzers that do need a nightly compiler.

mod mutate;
mod targets;

use std::env;
use std::time::Duration;

use mutate::{Language, mutated};

/// What is fed, and with what.
struct Target {
    language: Language,
    /// Panics where it finds a fault.
    read: fn(&[u8]),
}

/// In `cargo test`, each target: enough for hundreds of small texts.
const MOMENT: Duration = Duration::from_millis(300);

/// Feeds a target for as long as it has.
#[track_caller]
fn fuzz(target: &Target) {
    let seconds = env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let property = |u: &mut arbtest::arbitrary::Unstructured<'_>| {
        (target.read)(&mutated(u, &target.language)?);
        Ok(())
    };
    let run = arbtest::arbtest(property).budget(seconds.map_or(MOMENT, Duration::from_secs));
    let seed = env::var("FUZZ_SEED").ok().and_then(|seed| u64::from_str_radix(seed.trim_start_matches("0x"), 16).ok());
    match seed {
        Some(seed) => run.seed(seed).run(),
        None => run.run(),
    }
}

#[test]
fn facts_files() {
    fuzz(&Target { language: targets::facts_file(), read: targets::read_facts_file });
}

#[test]
fn tables() {
    fuzz(&Target { language: targets::tables(), read: targets::read_table });
}

#[test]
fn timelines() {
    fuzz(&Target { language: targets::timelines(), read: targets::read_timeline });
}

#[test]
fn changes_of_facts_files() {
    fuzz(&Target { language: targets::facts_file(), read: targets::compare_facts_files });
}

#[test]
fn dates() {
    fuzz(&Target { language: targets::dates(), read: targets::read_date });
}

#[test]
fn addresses() {
    fuzz(&Target { language: targets::addresses(), read: targets::read_address });
}
