//! The address and the history. A frame that forbids the history (a sandbox without its origin) still shows
//! everything; only the address does not follow, so failure is no error here.

use wasm_bindgen::JsValue;

use super::{document, window};

/// The query of the address, without its question mark.
pub fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    search.strip_prefix('?').unwrap_or(&search).to_owned()
}

/// The fragment of the address, without its hash.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or(&hash).to_owned()
}

/// Writes the query into the address: as a step that "back" undoes, or where it stands.
pub fn write(query: &str, as_step: bool) {
    let Ok(history) = window().history() else { return };
    let mut url = window().location().pathname().unwrap_or_default();
    if !query.is_empty() {
        url.push('?');
        url.push_str(query);
    }
    let written = if as_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    drop(written);
}

/// The origin of an address seen from this page; `None` where it is no address.
pub fn origin_of(url: &str) -> Option<String> {
    let base = document().base_uri().ok().flatten()?;
    web_sys::Url::new_with_base(url, &base).ok().map(|url| url.origin())
}

/// The page's own origin.
pub fn own_origin() -> String {
    window().location().origin().unwrap_or_default()
}

/// Asks the reader a yes-or-no question.
pub fn ask(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}
