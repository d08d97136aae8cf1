//! Fetching a text. What failure means is for whoever asked to say: without its facts the app cannot start, and without
//! a plain page the way to it is shown.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::window;

/// Why a file could not be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FetchError {
    /// The network, or a rule of the browser.
    Network,
    /// The server answered, but not with the file.
    Refused,
    /// The file is no text in UTF-8.
    NoText,
}

impl FetchError {
    /// What went wrong, to stand behind an address.
    pub fn what(self) -> &'static str {
        match self {
            Self::Network => "could not be loaded",
            Self::Refused => "is not on the server",
            Self::NoText => "is not in UTF-8",
        }
    }
}

/// The text at an address.
///
/// # Errors
/// When there is no answer, one that is not a success, or one that is no text.
pub async fn text(url: &str) -> Result<String, FetchError> {
    let answer = JsFuture::from(window().fetch_with_str(url)).await.map_err(network)?;
    let answer: Response = answer.unchecked_into();
    if !answer.ok() {
        return Err(FetchError::Refused);
    }
    let buffer = JsFuture::from(answer.array_buffer().map_err(network)?).await.map_err(network)?;
    // As bytes: a text of the browser's own would be turned into UTF-8 again, which took longer than reading it.
    String::from_utf8(Uint8Array::new(&buffer).to_vec()).map_err(|_| FetchError::NoText)
}

/// The browser says why in its console, in words that it does not give to scripts.
fn network(_: JsValue) -> FetchError {
    FetchError::Network
}
