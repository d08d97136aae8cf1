//! What follows the state outside of the regions: the attributes of the page, what is marked as selected, and the
//! evidence under a card.

use reactive_graph::effect::Effect;

use crate::fact::{Fact, Key};
use crate::page::card_evidence;
use crate::state::App;
use crate::view_state::theme_name;
use crate::web::{HtmlElement, JsCast as _, page, region};

/// Runs whenever something changes that it read.
pub fn effect(run: Box<dyn FnMut()>) {
    Effect::new(run);
}

/// Follows the state for as long as the app stands.
pub fn follow(app: &App) {
    let state = app.clone();
    // Created before the regions, run after them: an effect of the next turn sees what they drew.
    effect(Box::new(move || {
        let view = state.view_now();
        page::set_attribute("data-theme", if view.theme == Default::default() { "" } else { theme_name(view.theme) });
        let selected = state.selected_now();
        let state = state.clone();
        page::next_frame(Box::new(move || {
            let fact = selected.map(|key| state.model().dataset[key].id.clone());
            mark_selected(fact.as_deref());
            show_row(&state, selected);
            fill_card(&state, selected, view.card.as_deref());
            page::rove_again();
        }));
    }));
}

/// Marks every element that stands for the selected fact, and opens its evidence in the list.
fn mark_selected(fact: Option<&str>) {
    for element in page::all("[data-fact][aria-current]") {
        drop(element.remove_attribute("aria-current"));
    }
    let Some(fact) = fact else { return };
    for element in page::all(&["[data-fact=\"", fact, "\"]"].concat()) {
        drop(element.set_attribute("aria-current", "true"));
    }
    if let Some(entry) = page::element(&["fact-", fact].concat())
        && let Ok(Some(details)) = entry.query_selector("details")
    {
        drop(details.set_attribute("open", ""));
    }
}

/// Puts the evidence under the row of a table that was chosen.
fn show_row(app: &App, selected: Option<Key<Fact>>) {
    let id = selected.map(|key| app.model().dataset[key].id.as_str());
    for old in page::all("tr.row-evidence") {
        if id.is_some() && old.get_attribute("data-of").as_deref() == id {
            return;
        }
        old.remove();
    }
    let (Some(key), Some(id)) = (selected, id) else { return };
    if let Some(row) = page::all(&["tr[data-fact=\"", id, "\"]"].concat()).first() {
        let evidence = card_evidence(app.model().page(), key).into_string();
        let open = ["<tr class=\"row-evidence\" data-of=\"", id, "\"><td colspan=\"6\">"].concat();
        region::add_after(row, &[&open, evidence.as_str(), "</td></tr>"].concat());
    }
}

/// Puts the evidence under the card on which its fact was chosen, and takes it from the others. What stands there
/// already stays: only a new choice brings the reader to it.
fn fill_card(app: &App, selected: Option<Key<Fact>>, card: Option<&str>) {
    for slot in page::all("[data-slot]") {
        let is_meant = card.is_some() && slot.get_attribute("data-slot").as_deref() == card;
        let wanted = selected.filter(|_| is_meant);
        let id = wanted.map(|key| app.model().dataset[key].id.as_str()).unwrap_or_default();
        if slot.get_attribute("data-of").unwrap_or_default() == id {
            continue;
        }
        drop(slot.set_attribute("data-of", id));
        let html = wanted.map(|key| card_evidence(app.model().page(), key).into_string()).unwrap_or_default();
        region::show(&slot, &html);
        if let Some(slot) = slot.dyn_ref::<HtmlElement>().filter(|_| is_meant) {
            page::reveal(slot);
        }
    }
}
