//! Reading what the build wrote of an entry, into the page or into a plain page. What is not there reads as nothing.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::document;

/// The entries of the page, or of a part of another one.
#[derive(Debug, Clone)]
pub struct Entries(Element);

impl Entries {
    /// Those of this page.
    pub fn here() -> Option<Self> {
        document().document_element().map(Self)
    }

    /// Those of some text. Nothing of it runs or is shown.
    pub fn of(html: &str) -> Option<Self> {
        let apart = document().create_element("div").ok()?;
        apart.set_inner_html(html);
        Some(Self(apart))
    }

    /// The markup of all parts of an entry that a selector finds, one after the other; `None` where the entry is not
    /// here, or not with its evidence.
    pub fn parts(&self, id: &str, selector: &str) -> Option<String> {
        let evidence = self.0.query_selector(&["#fact-", id, " .ev-more"].concat()).ok()??;
        let entry = evidence.closest(".entry").ok()??;
        let found = entry.query_selector_all(selector).ok()?;
        let parts = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
        Some(parts.map(|part| part.outer_html()).collect())
    }
}
