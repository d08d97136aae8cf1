//! The browser: one Web API a file, on gloo where it has it. Knows no facts and no signals.
//!
//! Every file says what failure means for us. `JsValue` appears nowhere else.

pub mod events;
pub mod fetch;
pub mod history;
pub mod page;
pub mod region;

use leptos::web_sys::{Document, Window};

pub use leptos::web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent,
};
pub use wasm_bindgen::JsCast;

fn window() -> Window {
    leptos::tachys::dom::window()
}

fn document() -> Document {
    leptos::tachys::dom::document()
}
