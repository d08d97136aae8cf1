//! Fetching a text. Failure is told to the reader: without its facts the app cannot start, and the document that
//! stands on the page stays as it is.

use gloo::net::http::Request;

/// Why a file could not be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The network, or a rule of the browser.
    #[error("could not be loaded: {0}")]
    Network(String),
    /// The server answered, but not with the file.
    #[error("the server answered {0}")]
    Status(u16),
}

/// The text at an address.
///
/// # Errors
/// When there is no answer, or one that is not a success.
pub async fn text(url: &str) -> Result<String, FetchError> {
    let answer = Request::get(url).send().await.map_err(network)?;
    if !answer.ok() {
        return Err(FetchError::Status(answer.status()));
    }
    answer.text().await.map_err(network)
}

fn network(error: gloo::net::Error) -> FetchError {
    FetchError::Network(match error {
        gloo::net::Error::JsError(error) => error.message,
        _ => String::new(),
    })
}
