//! Events, heard once for the whole page: the content of a region comes and goes, its listeners would go with it.

use std::cell::Cell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, HtmlSelectElement, MouseEvent};

use super::window;

thread_local! {
    static RETIRED: Cell<bool> = const { Cell::new(false) };
    #[cfg(feature = "draw")]
    static LISTENERS: std::cell::RefCell<Vec<EventListener>> = const { std::cell::RefCell::new(Vec::new()) };
}

/// From an event on, nothing is heard any more: another app has taken the page over.
pub fn retire_when(name: &'static str) {
    on_window(name, Box::new(|_| RETIRED.with(|retired| retired.set(true))));
}

/// Listens to an event for as long as the page stands, or until the app retires.
pub fn on(target: &EventTarget, name: &'static str, mut heard: Box<dyn FnMut(&Event)>) {
    let heard = move |event: &Event| {
        if !RETIRED.with(Cell::get) {
            heard(event);
        }
    };
    // Wheel and touch events must be stoppable where they zoom.
    let options = EventListenerOptions { passive: false, ..Default::default() };
    let listener = EventListener::new_with_options(target, name, options, heard);
    #[cfg(feature = "draw")]
    LISTENERS.with_borrow_mut(|all| all.push(listener));
    #[cfg(not(feature = "draw"))]
    listener.forget();
}

/// Nothing that was listened to so far is heard any more: what stood on the page makes room for another file's facts.
#[cfg(feature = "draw")]
pub fn stop_listening() {
    drop(LISTENERS.take());
}

/// Listens to an event of the window.
pub fn on_window(name: &'static str, heard: Box<dyn FnMut(&Event)>) {
    on(&window(), name, heard);
}

/// The element that an event is about, or the next one around it that fits a selector.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// The value of an attribute on the element that an event is about, or on the next one around it that has it.
pub fn value_of(event: &Event, attribute: &str) -> Option<String> {
    let mut selector = String::from("[");
    selector.push_str(attribute);
    selector.push(']');
    closest(event, &selector)?.get_attribute(attribute)
}

/// Whether a click is meant for the browser: another button, or with a key that opens a link elsewhere.
pub fn is_for_browser(event: &Event) -> bool {
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return false };
    mouse.button() != 0 || mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key()
}

/// What the select that an event is about chooses, as it says itself, and its value.
pub fn chosen(event: &Event) -> Option<(String, String)> {
    let select = closest(event, "select[data-choose]")?.dyn_into::<HtmlSelectElement>().ok()?;
    Some((select.get_attribute("data-choose")?, select.value()))
}

/// Lets the click that follows a drag go nowhere.
pub fn swallow_next_click() {
    let swallow = Closure::once_into_js(|event: Event| {
        event.prevent_default();
        event.stop_propagation();
    });
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    options.set_capture(true);
    let swallow = swallow.unchecked_ref();
    // A drag that ends outside of what it began on has no click: the listener must not wait for the next one.
    drop(window().add_event_listener_with_callback_and_add_event_listener_options("click", swallow, &options));
    let swallow = swallow.clone();
    super::page::soon(Box::new(move || {
        drop(window().remove_event_listener_with_callback_and_bool("click", &swallow, true));
    }));
}
