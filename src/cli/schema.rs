//! `factline schema`: the JSON Schema of the facts file, for an editor's completion.

use std::io::{Write, stdout};

use crate::dataset::json_schema;

/// Runs it.
pub fn run() -> u8 {
    // Whoever closes the pipe has read enough.
    drop(stdout().write_all(json_schema().as_bytes()));
    0
}
