//! The facts file: its wire shapes, and validation into a dataset and issues.
//!
//! One bad object is set aside and the others stand. There are two depths of reading: [`Dataset::read`] finds all that
//! cannot be shown truthfully, which is what a page needs; [`check`] adds what an editor wants to be told, and a page
//! that never calls it does not carry it. Neither asks a clock, a network or a language setting.

mod address;
mod changes;
mod desk;
mod facts_file;
mod issue;
mod json;
mod json_schema;
mod lint;
mod object;
mod relation;
mod schema;
mod suggest;
mod wire;

pub use changes::{Change, Changes, ListChanges, changes};
pub use desk::SetAside;
pub use facts_file::Dataset;
pub use issue::{Issue, Issues, Places, Severity, line_column};
pub use json_schema::json_schema;
pub use lint::{check, check_with};
pub use wire::{Reading, text_of};
