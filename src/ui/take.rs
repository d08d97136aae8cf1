//! The app of most readers: it takes over the page that the build wrote, and knows the facts in outline.
//!
//! It moves the timeline and opens evidence. To find, order or list entries it sends for the module that knows the facts
//! themselves (`draw`), which then takes the page over from it: in the view that the address holds by then.

use std::cell::Cell;

use crate::parcel;
use crate::query::Filter;
use crate::state::{App, Model};
use crate::view_state::{Notice, Part, ViewState};
use crate::web::{events, page};

use super::clicks::NEAR_FACTS;
use super::region;
use super::start::{Asked, FILE, MISSING, MORE, StartError, TAKEN, asked, go_to_fragment, load, moving_regions, stand};
use super::written::{BROUGHT, WrittenWords};

/// Starts the app in the page that it stands in.
///
/// # Errors
/// When a file is missing; the page then says so, and stays a document.
pub async fn start() -> Result<(), StartError> {
    let root = page::root().ok_or(StartError::Page("element with the id \"app\""))?;
    let facts = page::attribute("data-facts").unwrap_or_default();
    let asked_first = asked();
    // A page without plain pages that holds only the first of many facts has nothing of this kind to load.
    if facts.is_empty() || !page::is_as_built(&root) || needs_facts(&asked_first.0) {
        return send_for_facts();
    }
    // What is not understood was left by another version of the site.
    let Some(parcel) = parcel::unpack(load(&facts).await?) else { return send_for_facts() };
    let words = Box::new(WrittenWords { words: parcel.words, in_order: parcel.in_order.clone() });
    let asked = asked();
    if needs_facts(&asked.0) {
        return send_for_facts();
    }
    let is_usual = asked == Asked::default();
    let stood = stand(Model::written(parcel.outline, parcel.in_order, parcel.messages, words), asked, |app| {
        moving_regions().for_each(|region| region::follow(app, region, is_usual));
        let state = app.clone();
        events::on_window(MISSING, Box::new(move |_| missing(&state)));
        let state = app.clone();
        events::on_window(BROUGHT, Box::new(move |_| state.brought()));
        events::on_window(FILE, Box::new(|_| drop(send_for_facts())));
    });
    // The app stands as long as the page.
    core::mem::forget(stood);
    // Last, so that what hears of it as well still acts.
    events::retire_when(TAKEN);
    // Who was there before the app is waiting for it by now.
    if !page::all(&[":is(", NEAR_FACTS, "):focus-within, #r-facets [open]"].concat()).is_empty() {
        drop(send_for_facts());
    }
    go_to_fragment();
    Ok(())
}

/// Sends for more entries: the module that knows them shows them as soon as it stands.
pub(super) fn send_for_more() {
    page::set_attribute(MORE, "true");
    drop(send_for_facts());
}

thread_local! {
    /// How often it was sent for.
    static TRIES: Cell<usize> = const { Cell::new(0) };
}

/// Whether a view shows what only the facts themselves can tell.
pub(super) fn needs_facts(view: &ViewState) -> bool {
    let usual = ViewState::default();
    let mut filter = view.filter.clone();
    if view.part == Part::Measure {
        // The measures that the page tells the history of stand in it, and style shows those that are asked for.
        filter.measure.retain(|id| page::element(&["measure-", id].concat()).is_none());
    }
    view.facts.is_some()
        || view.rows.is_some()
        || filter != Filter::default()
        || (view.sort, view.form) != (usual.sort, usual.form)
}

/// Sends for the module that knows them, once.
pub(super) fn send_for_facts() -> Result<(), StartError> {
    let is_first = TRIES.with(Cell::get) == 0;
    if is_first || page::attribute("data-sent").is_none() {
        let script = page::attribute("data-draw").ok_or(StartError::Page("attribute \"data-draw\""))?;
        // A script that came once does not run again under the same address, whatever it lacked.
        let again = TRIES.with(|tries| "?".repeat(tries.replace(tries.get() + 1)));
        page::set_attribute("data-sent", "true");
        page::run(&[&script, again.as_str()].concat(), MISSING);
    }
    Ok(())
}

/// Says that there is no search for now. The next try sends for it again.
fn missing(app: &App) {
    page::set_attribute("data-sent", "");
    app.tell(Notice::no_search());
}
