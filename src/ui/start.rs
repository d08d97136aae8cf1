//! Starting the app: fetch, take the page over or draw it, and go to where the address says.

use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::Dataset;
use crate::i18n::Messages;
use crate::state::{App, Model};
use crate::view_state::{Notice, decode};
use crate::web::{fetch, history, page};

use super::{Frame, clicks, follow, hands, keys};

/// Why the app did not start. The document on the page stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A file did not come.
    #[error("{0} {1}")]
    Fetch(String, fetch::FetchError),
    /// The facts file cannot be shown at all.
    #[error("facts: {0}")]
    Facts(String),
    /// The interface texts cannot be read.
    #[error("messages: {0}")]
    Messages(#[from] crate::i18n::MessagesError),
    /// The page has no place for the app.
    #[error("the page has no element with the id \"app\"")]
    NoRoot,
}

/// Starts the app in the page that it stands in.
///
/// # Errors
/// When a file is missing or unreadable; the page then says so, and stays a document.
pub async fn start() -> Result<(), StartError> {
    let lang = page::attribute("lang").unwrap_or_default();
    let base = page::attribute("data-base").unwrap_or_default();
    let interface = page::attribute("data-messages").unwrap_or_else(|| "en".to_owned());
    let (view, mut notices) = decode(&history::query());
    let own_facts = page::attribute("data-facts").unwrap_or_else(|| "facts.json".to_owned());
    let other_facts = view.facts.clone().filter(|url| may_load(url, &mut notices));
    let facts_url = other_facts.clone().unwrap_or_else(|| [&base, own_facts.as_str()].concat());
    let messages_url = [&base, "messages/", &interface, ".json"].concat();
    let (messages, facts) = (fetch::text(&messages_url), fetch::text(&facts_url));
    let messages = messages.await.map_err(|error| StartError::Fetch(messages_url, error))?;
    let facts = facts.await.map_err(|error| StartError::Fetch(facts_url, error))?;
    let reading = Dataset::read(&facts);
    let Some(dataset) = reading.dataset else {
        return Err(StartError::Facts(
            reading.issues.all().first().map(|issue| issue.what.clone()).unwrap_or_default(),
        ));
    };
    let model = Model::new(dataset, Messages::parse(&interface, &messages)?, &lang, &base);
    let app = stand(Arc::new(model), other_facts.is_some())?;
    if other_facts.is_some() {
        page::set_title(app.model().page().plain(&app.model().dataset.title));
    }
    let mut view = view;
    if let Some(words) = Some(page::early().words).filter(|words| !words.is_empty()) {
        view.filter.words = words;
    }
    page::set_search(&view.filter.words);
    app.show(view, notices);
    go_to_fragment();
    Ok(())
}

/// A permalink ends in its entry's fragment. The browser went there before the evidence was open; go once more.
fn go_to_fragment() {
    let fragment = history::fragment();
    if fragment.starts_with("fact-") {
        set_timeout(
            move || page::element(&fragment).iter().for_each(|entry| page::go_to(entry)),
            core::time::Duration::ZERO,
        );
    }
}

/// Another file of the same origin is loaded as asked; one of another origin only after the reader agrees, since its
/// facts would stand under this page's address.
fn may_load(url: &str, notices: &mut Vec<Notice>) -> bool {
    let Some(origin) = history::origin_of(url) else {
        notices.push(Notice { name: "facts".to_owned(), value: url.to_owned() });
        return false;
    };
    // The messages are not there yet; the question is the one sentence that stands in the page for this.
    let question = page::attribute("data-ask-facts").unwrap_or_default();
    origin == history::own_origin() || history::ask(&question.replace("{url}", url))
}

/// Takes the prerendered page over where it is as the build left it, else draws it anew. What the reader typed or
/// focused stays either way.
fn stand(model: Arc<Model>, is_other_file: bool) -> Result<App, StartError> {
    let root = page::root().ok_or(StartError::NoRoot)?;
    let as_built = page::is_as_built(&root) && !is_other_file;
    let early = page::early();
    let (sender, receiver) = std::sync::mpsc::channel();
    let frame = move || {
        let app = App::new(model);
        clicks::listen(&app);
        hands::listen(&app);
        keys::listen(&app);
        follow::follow(&app);
        // The receiver outlives this call; nothing is lost if it does not.
        drop(sender.send(app.clone()));
        view! { <Frame app=app/> }
    };
    if as_built {
        leptos::mount::hydrate_from(root, frame).forget();
    } else {
        page::clear(&root);
        leptos::mount::mount_to(root, frame).forget();
        page::restore(&early);
    }
    receiver.try_recv().map_err(|_| StartError::NoRoot)
}
