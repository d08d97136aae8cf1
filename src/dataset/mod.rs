//! The facts file: its wire shapes, validation into a dataset and issues, tables, import.
//!
//! One bad object is set aside and the others stand. There are two depths of reading: [`Dataset::read`] finds all that
//! cannot be shown truthfully, which is what a page needs; [`check`] adds what an editor wants to be told, and a page
//! that never calls it does not carry it. Neither asks a clock, a network or a language setting.

mod address;
mod changes;
mod compose;
mod desk;
mod facts_file;
mod import;
mod issue;
mod json;
mod json_schema;
mod lint;
mod located;
mod object;
mod offsets;
mod relation;
mod schema;
mod sheet;
mod slug;
mod suggest;
mod wire;

pub use changes::{Change, Changes, ListChanges, changes};
pub use desk::SetAside;
pub use facts_file::Dataset;
pub use import::{Foreign, Imported, import_timeline, import_timeline_table};
pub use issue::{Issue, Issues, Places, Severity, line_column};
pub use json_schema::json_schema;
pub use lint::{check, check_with};
pub use located::{Counts, Examined, Located, examine, is_table};
pub use offsets::ZoneOffsets;
pub use sheet::{Sheet, SheetIssues, SheetOptions, sheet_of, sheet_text_of};
pub use wire::{Reading, text_of};
