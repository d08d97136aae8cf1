//! Drawing everything from `facts.json`, where the page is not as the build left it: a proxy or a translator altered it,
//! the address names another facts file, or nothing was prerendered.
//!
//! Few readers need it, so it is a module of its own that the page loads on use (`docs/design.md`): the app compiled
//! with the feature `draw`. Without that feature this only sends for it.

use crate::web::HtmlElement;

use super::start::{Asked, StartError};

/// Sends for the module that draws. It starts anew and finds the page as it was found here.
#[cfg(not(feature = "draw"))]
pub(super) async fn start(_: HtmlElement, _: Asked) -> Result<(), StartError> {
    use crate::web::page;
    let script = page::attribute("data-draw").ok_or(StartError::Page("attribute \"data-draw\""))?;
    page::run(&script);
    Ok(())
}

/// Draws the page anew. What the reader typed or focused stays.
#[cfg(feature = "draw")]
pub(super) async fn start(root: HtmlElement, (view, mut notices): Asked) -> Result<(), StartError> {
    use super::Frame;
    use super::start::{base, language, load, stand};
    use crate::dataset::Dataset;
    use crate::i18n::Messages;
    use crate::state::Model;
    use crate::web::{fetch, page};
    use leptos::prelude::*;

    let interface = page::attribute("data-messages").unwrap_or_else(|| "en".to_owned());
    let other_facts = view.facts.clone().filter(|url| may_load(url, &mut notices));
    let texts = load(&["messages/", &interface, ".json"].concat()).await?;
    let facts = match &other_facts {
        Some(url) => fetch::text(url).await.map_err(|error| StartError::Fetch(url.clone(), error))?,
        None => load("facts.json").await?,
    };
    let reading = Dataset::read(&facts);
    let Some(dataset) = reading.dataset else {
        let first = reading.issues.all().first().map(|issue| issue.what.clone());
        return Err(StartError::Unreadable(first.unwrap_or_default()));
    };
    let messages = Messages::parse(&interface, &texts).map_err(|error| StartError::Unreadable(error.to_string()))?;
    let model = Model::new(dataset, messages, &language(), &base());
    if other_facts.is_some() {
        page::set_title(model.page().plain(&model.dataset.title));
    }
    let early = page::early();
    stand(model, (view, notices), |app| {
        let app = app.clone();
        page::clear(&root);
        leptos::mount::mount_to(root, move || view! { <Frame app=app/> }).forget();
        page::restore(&early);
    });
    Ok(())
}

/// Another file of the same origin is loaded as asked; one of another origin only after the reader agrees, since its
/// facts would stand under this page's address.
#[cfg(feature = "draw")]
fn may_load(url: &str, notices: &mut Vec<crate::view_state::Notice>) -> bool {
    use crate::web::{history, page};
    let Some(origin) = history::origin_of(url) else {
        notices.push(crate::view_state::Notice { name: "facts".to_owned(), value: url.to_owned() });
        return false;
    };
    // The messages are not there yet; the question is the one sentence that stands in the page for this.
    let question = page::attribute("data-ask-facts").unwrap_or_default();
    origin == history::own_origin() || history::ask(&question.replace("{url}", url))
}
