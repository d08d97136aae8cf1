//! The app that knows the facts themselves: it finds, orders and lists entries, and draws everything from `facts.json`
//! where the page is not as the build left it: a proxy or a translator altered it, the address names another facts file,
//! or nothing was prerendered.
//!
//! It also shows the file that a reader brings, in place of what stood before.
//!
//! Most readers begin without it, so it is a module of its own that the page loads on use (`docs/design.md`): the app
//! compiled with the feature `draw`.

use core::any::Any;
use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use crate::dataset::{Dataset, ZoneOffsets};
use crate::i18n::Messages;
use crate::page::OwnFile;
use crate::state::{App, Archive, Model, Region};
use crate::view_state::{Notice, decode};
use crate::web::{HtmlElement, events, fetch, history, page};

use super::clicks::fit_of_screen;
use super::start::{Asked, MORE, StartError, TAKEN, asked, go_to_fragment, load, moving_regions, stand};
use super::{Frame, own, region};

/// So many facts are made searchable in a few milliseconds.
const FACTS_AT_ONCE: usize = 500;

/// Starts the app in the page that it stands in: takes over from the app before it, or from the build, or draws the
/// page anew. What the reader typed or focused stays.
///
/// # Errors
/// When a file is missing or unreadable; the page then says so, and stays a document.
pub async fn start() -> Result<(), StartError> {
    let root = page::root().ok_or(StartError::Page("element with the id \"app\""))?;
    let is_taken = page::is_ready();
    let (view, mut notices) = asked();
    let is_as_written = is_taken || (view.facts.is_none() && page::is_as_built(&root));
    let model = match view.facts.clone().filter(|url| may_load(url, &mut notices)) {
        Some(url) => match model(Some(&url)).await {
            Ok(other) => {
                let page = other.archive.page();
                page::set_title(page.plain(&page.dataset.title));
                other
            }
            Err(_) => {
                notices.push(Notice::no_file(&url));
                model(None).await?
            }
        },
        None => model(None).await?,
    };
    let archive = Arc::clone(&model.archive);
    if is_taken {
        page::announce(TAKEN);
        // The app before this one wrote all that the reader did into the address.
        let (app, owner) = stand(model, decode(&history::query()), |app| {
            app.fit(fit_of_screen());
            take_over(app, false);
        });
        keep(Standing { app, owner, drawn: None });
    } else if is_as_written {
        let (app, owner) = stand(model, asked(), |app| take_over(app, true));
        keep(Standing { app, owner, drawn: None });
    } else {
        // Once more: the reader went on while the facts were on their way.
        let (view, told) = asked();
        let told: Vec<Notice> = told.into_iter().filter(|notice| !notices.contains(notice)).collect();
        notices.extend(told);
        draw_anew(root, model, (view, notices));
    }
    if page::attribute(MORE).is_some()
        && let Some(app) = standing()
    {
        app.show_more();
    }
    own::listen();
    if !is_taken {
        go_to_fragment();
    }
    index_in_pauses(archive);
    Ok(())
}

/// Follows the regions of the page: as the build wrote it, or as another app left it.
fn take_over(app: &App, is_as_built: bool) {
    for moving in moving_regions() {
        // The entries are those of the build in any case: nobody but this app lists others.
        region::follow(app, moving, is_as_built || moving == Region::Entries);
    }
}

/// Makes the words searchable bit by bit, so that the page can breathe; a search that comes first does the rest.
fn index_in_pauses(archive: Arc<Archive>) {
    page::soon(Box::new(move || {
        if archive.index_some(FACTS_AT_ONCE) {
            index_in_pauses(archive);
        }
    }));
}

/// What stands on the page, as long as it does.
struct Standing {
    app: App,
    #[expect(dead_code, reason = "its signals go with it")]
    owner: Owner,
    /// Where the page was drawn anew: what holds its elements.
    #[expect(dead_code, reason = "its elements go with it")]
    drawn: Option<Box<dyn Any>>,
}

thread_local! {
    static STANDING: RefCell<Option<Standing>> = const { RefCell::new(None) };
}

/// The app that stands on the page.
pub(super) fn standing() -> Option<App> {
    STANDING.with_borrow(|standing| standing.as_ref().map(|standing| standing.app.clone()))
}

/// Shows the facts of a file that the reader brought, and says what is wrong with it.
pub(super) fn show_own(app: &App, dataset: Dataset, own: OwnFile) {
    let Some(root) = page::root() else { return };
    let view = app.view_for_own(&own.name);
    let model = app.model().with_own(dataset);
    let archive = Arc::clone(&model.archive);
    page::set_title(archive.page().plain(&archive.dataset.title));
    events::stop_listening();
    draw_anew(root, model, (view, Vec::new()));
    own::listen();
    index_in_pauses(archive);
    if let Some(app) = standing() {
        app.tell_own(own);
    }
}

fn draw_anew(root: HtmlElement, model: Model, asked: Asked) {
    let early = page::early();
    // What is kept back cannot have the focus that is given back below.
    page::end_first_frame();
    let mut drawn: Option<Box<dyn Any>> = None;
    let (app, owner) = stand(model, asked, |app| {
        let framed = app.clone();
        page::clear(&root);
        drawn = Some(Box::new(leptos::mount::mount_to(root, move || view! { <Frame app=framed/> })));
        page::restore(&early);
    });
    keep(Standing { app, owner, drawn });
}

fn keep(standing: Standing) {
    let before = STANDING.replace(Some(standing));
    // What was to happen in the next frame still asks the state that it was meant for.
    page::next_frame(Box::new(|| page::soon(Box::new(|| drop(before)))));
}

async fn model(other_facts: Option<&str>) -> Result<Model, StartError> {
    let interface = page::attribute("data-messages").unwrap_or_else(|| "en".to_owned());
    let texts = load(&["messages/", &interface, ".json"].concat()).await?;
    let facts = match other_facts {
        Some(url) => fetch::text(url).await.map_err(|error| StartError::Fetch(url.to_owned(), error))?,
        None => load("facts.json").await?,
    };
    let reading = Dataset::read(&facts);
    let Some(mut dataset) = reading.dataset else {
        let first = reading.issues.all().first().map(|issue| issue.what.clone());
        return Err(StartError::Unreadable(first.unwrap_or_default()));
    };
    if other_facts.is_none() {
        // The build looked them up; the page has no database of time zones.
        let offsets = page::attribute("data-offsets").unwrap_or_default();
        dataset.explain_hours(&ZoneOffsets::parse(&offsets));
    }
    let messages = Messages::parse(&interface, &texts).map_err(|error| StartError::Unreadable(error.to_string()))?;
    let [lang, base] = ["lang", "data-base"].map(|name| page::attribute(name).unwrap_or_default());
    // The plain pages of the site hold the site's own facts; and not every site has them.
    let has_plain_pages = other_facts.is_none() && page::attribute("data-facts").is_some_and(|facts| !facts.is_empty());
    let model = if has_plain_pages { Model::new } else { Model::alone };
    Ok(model(dataset, messages, &lang, &base))
}

/// Another file of the same origin is loaded as asked; one of another origin only after the reader agrees, since its
/// facts would stand under this page's address.
fn may_load(url: &str, notices: &mut Vec<Notice>) -> bool {
    let Some(origin) = history::origin_of(url) else {
        notices.push(Notice::unknown("facts", url.to_owned()));
        return false;
    };
    // The messages are not there yet; the question is the one sentence that stands in the page for this.
    let question = page::attribute("data-ask-facts").unwrap_or_default();
    origin == history::own_origin() || history::ask(&question.replace("{url}", url))
}
