//! The page as a whole: what the build wrote on `<html>`, and what the app tells there.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::{document, window};

/// An attribute of `<html>`.
pub fn attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

/// Sets an attribute of `<html>`; an empty value takes it away.
pub fn set_attribute(name: &str, value: &str) {
    let Some(html) = document().document_element() else { return };
    // Both can only fail on a name that is none; ours are literals.
    drop(if value.is_empty() { html.remove_attribute(name) } else { html.set_attribute(name, value) });
}

/// The element the app lives in.
pub fn root() -> Option<HtmlElement> {
    element("app")
}

/// An element by its id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Every element that a selector finds.
pub fn all(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Does something before the next frame is painted.
pub fn next_frame(then: Box<dyn FnOnce()>) {
    let then = Closure::once_into_js(then);
    // A page without frames shows nothing that could be late.
    drop(window().request_animation_frame(then.unchecked_ref()));
}

/// Does something after what is under way.
pub fn soon(then: Box<dyn FnOnce()>) {
    after(0, then);
}

/// Does something after a pause.
pub fn after(millis: u32, then: Box<dyn FnOnce()>) {
    gloo::timers::callback::Timeout::new(millis, then).forget();
}

/// Lets all of the page be seen with the next frame, also where its first one has not come yet.
pub fn end_first_frame() {
    set_attribute("data-first-frame", "");
}

/// Marks the moment in which everything on screen answers.
pub fn mark_ready() {
    if is_ready() {
        return;
    }
    set_attribute("data-app", "ready");
    if let Some(performance) = window().performance() {
        // The mark is for measuring; a browser without it loses nothing else.
        drop(performance.mark("factline:ready"));
    }
}

/// Whether an app stands on the page.
pub fn is_ready() -> bool {
    attribute("data-app").is_some_and(|state| state == "ready")
}

/// Says that the app cannot run; the document stays readable, and an app that stands goes on.
pub fn mark_failed(why: &str, if_ready: &'static str) {
    set_attribute("data-failed", why);
    if is_ready() {
        announce(if_ready);
    } else {
        set_attribute("data-app", "failed");
    }
}

/// What the reader did before the app was there: the words in the search box, and the element in focus.
#[derive(Debug)]
pub struct Early {
    /// What stands in the search box.
    pub words: String,
    focused: Option<String>,
}

/// Reads what the reader did so far.
pub fn early() -> Early {
    let words = search_box().map(|input| input.value()).unwrap_or_default();
    let focused = document().active_element().map(|element| element.id()).filter(|id| !id.is_empty());
    Early { words, focused }
}

/// Gives the words and the focus back, if drawing the page anew lost them.
pub fn restore(early: &Early) {
    if let Some(input) = search_box().filter(|input| input.value().is_empty() && !early.words.is_empty()) {
        input.set_value(&early.words);
    }
    let Some(id) = &early.focused else { return };
    if document().active_element().is_none_or(|element| element.id() != *id)
        && let Some(element) = element(id)
    {
        drop(element.focus());
    }
}

/// Puts words into the search box, unless they stand there.
pub fn set_search(words: &str) {
    if let Some(input) = search_box().filter(|input| input.value() != words) {
        input.set_value(words);
    }
}

fn search_box() -> Option<HtmlInputElement> {
    element("search")?.dyn_into().ok()
}

/// The values of all fields that a selector finds.
pub fn values(selector: &str) -> Vec<String> {
    all(selector).into_iter().filter_map(|field| Some(field.dyn_into::<HtmlInputElement>().ok()?.value())).collect()
}

/// Puts a value into a field, unless the reader is in it.
pub fn set_value(selector: &str, value: &str) {
    let Ok(Some(field)) = document().query_selector(selector) else { return };
    if document().active_element().as_ref() == Some(&field) {
        return;
    }
    if let Some(select) = field.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(value);
    }
}

/// Scrolls an element into view, if it is not.
pub fn reveal(element: &Element) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Where the top of an element is, in px of the window.
pub fn top_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// Scrolls the page before the next frame so that an element has its top there again: what became higher or lower above it
/// would carry it away from the pointer that is on it. A page that cannot scroll so far leaves it where it comes to.
pub fn keep_at(element: Element, top_px: f64) {
    next_frame(Box::new(move || {
        // Style lets the page glide otherwise.
        set_attribute("data-keeping", "true");
        window().scroll_by_with_x_and_y(0.0, top_of(&element) - top_px);
        set_attribute("data-keeping", "");
    }));
}

/// Scrolls an element to the top of the window.
pub fn go_to(element: &Element) {
    element.scroll_into_view();
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether the page is as the build left it: as many elements, as counted then. A proxy that minifies or translates
/// changes the count, and the app then draws the page anew.
pub fn is_as_built(root: &HtmlElement) -> bool {
    let Some(built) = root.get_attribute("data-elements") else { return false };
    root.query_selector_all("*").is_ok_and(|all| all.length().to_string() == built)
}

/// Runs a script of the site, named from the page, and says on the page if it does not come.
pub fn run(url: &str, if_missing: &'static str) {
    let Ok(script) = document().create_element("script") else { return };
    let missing = Closure::once_into_js(move || announce(if_missing));
    // All of these can only fail on a name that is none; ours are literals.
    drop(script.set_attribute("type", "module"));
    drop(script.set_attribute("src", url));
    drop(script.add_event_listener_with_callback("error", missing.unchecked_ref()));
    if let Some(head) = document().document_element() {
        drop(head.append_child(&script));
    }
}

/// Tells the page that something happened in it.
pub fn announce(name: &str) {
    if let Ok(event) = web_sys::Event::new(name) {
        drop(window().dispatch_event(&event));
    }
}

/// Empties an element.
pub fn clear(root: &HtmlElement) {
    root.set_inner_html("");
}

/// Copies the address of the view and then says so on the button that asked for it. A browser that forbids it leaves
/// the address where it is: in its bar.
pub fn copy_address(done: &str) {
    let Ok(url) = window().location().href() else { return };
    let done = done.to_owned();
    let said = Closure::once_into_js(move || {
        if let Ok(Some(button)) = document().query_selector("[data-do=share]") {
            button.set_text_content(Some(&done));
        }
    });
    let nothing = Closure::once_into_js(|| {});
    let copied = window().navigator().clipboard().write_text(&url);
    // With both ways named the promise cannot end unheard.
    drop(
        js_sys::Reflect::get(&copied, &"then".into())
            .map(|then| then.unchecked_ref::<js_sys::Function>().call2(&copied, &said, &nothing)),
    );
}

/// Left edge and width of an element, in px of the window.
pub fn extent_of(element: &Element) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left(), rect.width())
}

/// Lets a pointer stay with the drawing until it is released, so that what it passes over does not light up.
pub fn capture(pointer: i32) {
    if let Some(drawing) = element("r-drawing") {
        // A pointer that is gone has nothing to be kept.
        drop(drawing.set_pointer_capture(pointer));
    }
}

/// The width of the timeline.
pub fn timeline_width_px() -> f64 {
    all(".tl-main").first().map_or(0.0, |main| main.get_bounding_client_rect().width())
}

/// Opens a folded part and goes there.
pub fn open(id: &str) {
    if let Some(element) = element(id) {
        drop(element.set_attribute("open", ""));
        reveal(&element);
    }
}

/// Makes one mark the drawing's only stop for the tab key.
pub fn rove(mark: &Element) {
    for other in all("#r-drawing .tm-a") {
        drop(other.set_attribute("tabindex", "-1"));
    }
    drop(mark.set_attribute("tabindex", "0"));
}

/// The same after the drawing was drawn anew: the mark in focus, else the selected one, else the first that is shown, is
/// the stop.
pub fn rove_again() {
    let marks = all("#r-drawing .tm:not(.out) .tm-a");
    let active = document().active_element();
    let is_shown = |mark: &&Element| mark.get_bounding_client_rect().width() > 0.0;
    let selected = marks.iter().filter(|mark| mark.has_attribute("aria-current"));
    let focused = marks.iter().find(|mark| active.as_ref() == Some(*mark));
    if let Some(mark) = focused.or_else(|| selected.chain(&marks).find(is_shown)) {
        rove(mark);
    }
}
