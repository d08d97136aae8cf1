//! The pure half from outside: our own data, broken data, and any data at all.

mod broken;
mod bundled;
mod docs;
mod import;
mod page_text;
mod parcels;
mod queries;
mod schema;
mod sheet;
mod sheet_properties;
mod timeline_items;
mod timeline_layout;
mod timeline_pictures;
mod timeline_reach;

/// The facts that the page is published with.
pub const BUNDLED: &str = include_str!("../../public/facts.json");

/// The languages of the interface, with their texts.
pub const LANGUAGES: [(&str, &str); 3] = [
    ("en", include_str!("../../messages/en.json")),
    ("ru", include_str!("../../messages/ru.json")),
    ("kk", include_str!("../../messages/kk.json")),
];
