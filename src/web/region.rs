//! A region: an element whose content is text of HTML, replaced when the state changes.
//!
//! What the reader holds in it survives: the focus and what is open go with `data-key`, by which the new content is
//! matched with the old.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::document;

/// Replaces the content of an element.
pub fn show(region: &Element, html: &str) {
    let (had_focus, focused) = (has_focus(region), focused_key());
    let open = open_keys(region);
    region.set_inner_html(html);
    for key in open {
        if let Some(details) = keyed(region, &key) {
            drop(details.set_attribute("open", ""));
        }
    }
    if had_focus {
        // What is gone leaves the focus near where it was.
        let same = focused.and_then(|key| keyed(region, &key));
        let first = || region.query_selector("a, button, summary").ok().flatten();
        same.or_else(first).iter().for_each(focus);
    }
}

/// By what the element in focus is known, if it is. A summary is known by what it folds.
pub fn focused_key() -> Option<String> {
    let focused = document().active_element()?;
    focused.get_attribute("data-key").or_else(|| parent_of_summary(&focused)?.get_attribute("data-key"))
}

fn parent_of_summary(element: &Element) -> Option<Element> {
    if element.tag_name() == "SUMMARY" { element.parent_element() } else { None }
}

/// Moves the focus to what is known by a key in an element.
pub fn focus_key(region: &Element, key: &str) {
    if let Some(element) = keyed(region, key) {
        focus(&element);
    }
}

/// Adds HTML behind an element.
pub fn add_after(element: &Element, html: &str) {
    // It can only fail on an element without a parent, which is not on the page.
    drop(element.insert_adjacent_html("afterend", html));
}

/// Moves the focus to an element, or to the summary of one that folds, without scrolling to it.
pub fn focus(element: &Element) {
    let summary = element.query_selector(":scope > summary").ok().flatten();
    let element = summary.as_ref().unwrap_or(element);
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        drop(element.focus_with_options(&options));
    }
}

/// Whether the focus is in an element.
pub fn has_focus(region: &Element) -> bool {
    document().active_element().is_some_and(|element| region.contains(Some(&element)))
}

fn keyed(region: &Element, key: &str) -> Option<Element> {
    let mut selector = String::from("[data-key=\"");
    selector.push_str(&key.replace('"', "\\\""));
    selector.push_str("\"]");
    region.query_selector(&selector).ok().flatten()
}

fn open_keys(region: &Element) -> Vec<String> {
    let Ok(open) = region.query_selector_all("details[open][data-key]") else { return Vec::new() };
    let open = (0..open.length()).filter_map(|at| open.item(at)?.dyn_into::<Element>().ok());
    open.filter_map(|details| details.get_attribute("data-key")).collect()
}
