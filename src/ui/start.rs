//! Starting the app: take over the page that the build wrote and go to where the address says, or have everything drawn
//! where the page is not as the build left it.

use std::sync::Arc;

use reactive_graph::owner::Owner;

use crate::state::{App, Model, Region};
use crate::view_state::{Notice, ViewState, decode, encode};
use crate::web::{fetch, history, page};

use super::{clicks, follow, hands, keys};

/// Why the app did not start. The document on the page stays as it is.
#[derive(Debug)]
pub enum StartError {
    /// A file did not come.
    Fetch(String, fetch::FetchError),
    /// The facts file, or the interface texts, cannot be shown at all.
    Unreadable(String),
    /// The page lacks what the app needs of it.
    Page(&'static str),
}

impl StartError {
    /// What went wrong. Put together without the formatter, which the page then does not carry.
    pub fn told(&self) -> String {
        let parts = match self {
            Self::Fetch(url, error) => [url, " ", error.what()],
            Self::Unreadable(what) => ["cannot be read: ", what, ""],
            Self::Page(what) => ["the page has no ", what, ""],
        };
        parts.concat()
    }
}

/// The app that knows the facts stands, and the one before it is to retire.
pub const TAKEN: &str = "factline:taken";
/// The app that knows the facts did not come.
pub const MISSING: &str = "factline:missing";
/// The reader brought a file, or is about to; the head script of the page says so.
pub(super) const FILE: &str = "factline:file";

/// On `<html>` where the reader asked for more entries before the app that knows them was there.
pub(super) const MORE: &str = "data-more";

/// What an address asks for, and what of it was not understood.
pub(super) type Asked = (ViewState, Vec<Notice>);

/// What the address and the reader ask for by now.
pub(super) fn asked() -> Asked {
    let (mut view, notices) = decode(&history::query());
    let early = page::early();
    if !early.words.is_empty() {
        view.filter.words = early.words;
    }
    (view, notices)
}

/// A file of the site.
pub(super) async fn load(name: &str) -> Result<String, StartError> {
    let url = [&page::attribute("data-base").unwrap_or_default(), name].concat();
    fetch::text(&url).await.map_err(|error| StartError::Fetch(url, error))
}

/// Stands the app up, lets `show` bring it and the page together, and goes to where the address says. What the reader
/// typed so far stays. The app stands as long as what it returns.
pub(super) fn stand(model: Model, (view, notices): Asked, show: impl FnOnce(&App)) -> (App, Owner) {
    // That an executor runs already is no error.
    drop(any_spawner::Executor::init_wasm_bindgen());
    let owner = Owner::new();
    let app = owner.with(|| {
        let app = App::new(Arc::new(model));
        clicks::listen(&app);
        hands::listen(&app);
        keys::listen(&app);
        follow::follow(&app);
        show(&app);
        page::set_search(&view.filter.words);
        let before = encode(&decode(&history::query()).0);
        app.show(view, notices);
        let now = encode(&app.view());
        // What the reader did before the app was there belongs into the address.
        if now != before {
            history::write(&now, false);
        }
        app
    });
    // By then the regions have followed what was asked for.
    page::soon(Box::new(page::mark_ready));
    (app, owner)
}

/// The regions of the page that follow the state.
pub(super) fn moving_regions() -> impl Iterator<Item = Region> {
    Region::ALL.into_iter().filter(|region| !region.stands_still())
}

/// A permalink ends in its entry's fragment. The browser went there before the evidence was open; go once more.
pub(super) fn go_to_fragment() {
    let fragment = history::fragment();
    if fragment.starts_with("fact-") {
        page::soon(Box::new(move || page::element(&fragment).iter().for_each(|entry| page::go_to(entry))));
    }
}
