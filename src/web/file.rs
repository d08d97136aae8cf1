//! A file that the reader brings: chosen in the page, or dropped on it. The head script of the page keeps it until
//! somebody asks for it. It is read here, and nothing sends it.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::document;

/// A file that was brought.
#[derive(Debug)]
pub struct OwnFile(web_sys::File);

/// The file that was brought and that nobody has asked for yet.
pub fn brought() -> Option<OwnFile> {
    let page = document().document_element()?;
    let key = JsValue::from_str("ownFile");
    let file = Reflect::get(&page, &key).ok()?.dyn_into::<web_sys::File>().ok()?;
    // It can only fail on an object that is sealed, which no element is.
    drop(Reflect::delete_property(&page, &key));
    Some(OwnFile(file))
}

impl OwnFile {
    /// Its name, without its folder.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// How large it is.
    pub fn n_bytes(&self) -> f64 {
        self.0.size()
    }

    /// What stands in it; `None` where the browser does not give it: it was moved or changed meanwhile, or is a folder.
    pub async fn bytes(&self) -> Option<Vec<u8>> {
        let buffer = JsFuture::from(self.0.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }
}
