//! Reading what the build wrote into the page. What is not there reads as nothing, and shows as nothing.

use web_sys::Element;

use super::page::element;
use wasm_bindgen::JsCast;

/// The markup of all elements that a selector finds in the element of an id, one after the other.
pub fn outer_html(id: &str, selector: &str) -> String {
    let mut html = String::new();
    let Some(found) = element(id).and_then(|element| element.query_selector_all(selector).ok()) else { return html };
    for at in 0..found.length() {
        if let Some(part) = found.item(at).and_then(|part| part.dyn_into::<Element>().ok()) {
            html.push_str(&part.outer_html());
        }
    }
    html
}
