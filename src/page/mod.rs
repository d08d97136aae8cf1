//! The page as text: every region a function from plain values to HTML.
//!
//! Why text and not compiled views: these parts hold no signals, so the prerendered page and the app share one
//! function, the app takes them over without walking them, and a region that is only text costs the reader fewer
//! bytes than a compiled view does (`docs/design.md` has what was measured).
//! Knows no signals and no browser.

mod attribution;
mod cards;
mod context;
mod entries;
mod evidence;
mod facets;
mod fingerprint;
mod html;
mod masthead;
mod measures;
mod method;
mod own_file;
mod picture;
mod plain_page;
mod sections;
mod source_line;
mod timeline;

pub use cards::cards;
pub use context::{Page, link_to};
pub use entries::{Evidence, STEP, Shown, WHOLE_UP_TO, entries, plain_entries, search, status};
pub use evidence::evidence;
pub use facets::facets;
pub use fingerprint::fingerprint;
pub use html::Html;
pub use masthead::{masthead, notices, pickers};
pub use measures::measures;
pub use method::method;
pub use own_file::{OwnFile, Whose, own_file};
pub use plain_page::{PER_PLAIN_PAGE, entry_in, plain_page, plain_page_of};
pub use sections::sections;
pub use timeline::{
    BEYOND, Drawn, Fit, Ground, Grouping, Laid, Manner, Opening, Outline, Outlined, Telling, Word, Words,
    card_evidence, controls, date_value, decimals, drawing, drawn, edges, ground, group, key_help, lay, legend,
    outline, overview, side,
};
