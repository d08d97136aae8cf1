//! The browser: one Web API a file, on gloo where it has it. Knows no facts and no signals.
//!
//! Every file says what failure means for us. `JsValue` appears nowhere else.

pub mod entry;
pub mod events;
pub mod fetch;
#[cfg(feature = "draw")]
pub mod file;
pub mod glide;
pub mod history;
pub mod page;
pub mod region;

use web_sys::{Document, Window};

pub use wasm_bindgen::JsCast;
pub use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

/// The page runs in a window, whatever the type says: nothing here runs in a worker.
fn window() -> Window {
    js_sys::global().unchecked_into()
}

fn document() -> Document {
    match window().document() {
        Some(document) => document,
        None => unreachable!("a window has a document"),
    }
}
