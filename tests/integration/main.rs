//! The pure half from outside: our own data, broken data, and any data at all.

mod broken;
mod bundled;
mod docs;
mod one_language;
mod page_text;
mod queries;
mod timeline_items;
mod timeline_layout;
mod timeline_pictures;

/// The facts that the page is published with.
pub const BUNDLED: &str = include_str!("../../public/facts.json");
