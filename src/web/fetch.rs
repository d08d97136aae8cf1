//! Fetching a text. Failure is told to the reader: without its facts the app cannot start, and the document that
//! stands on the page stays as it is.

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
}

impl FetchError {
    /// What went wrong, to stand behind an address.
    pub fn what(self) -> &'static str {
        match self {
            Self::Network => "could not be loaded",
            Self::Refused => "is not on the server",
        }
    }
}

/// The text at an address.
///
/// # Errors
/// When there is no answer, or one that is not a success.
pub async fn text(url: &str) -> Result<String, FetchError> {
    let answer = JsFuture::from(window().fetch_with_str(url)).await.map_err(network)?;
    let answer: Response = answer.unchecked_into();
    if !answer.ok() {
        return Err(FetchError::Refused);
    }
    let text = JsFuture::from(answer.text().map_err(network)?).await.map_err(network)?;
    text.as_string().ok_or(FetchError::Network)
}

/// The browser says why in its console, in words that it does not give to scripts.
fn network(_: JsValue) -> FetchError {
    FetchError::Network
}
