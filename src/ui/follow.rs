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
            fill_card(&state, view.card.as_deref());
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
    for old in page::all("tr.row-evidence") {
        old.remove();
    }
    let Some(key) = selected else { return };
    let id = &app.model().dataset[key].id;
    if let Some(row) = page::all(&["tr[data-fact=\"", id, "\"]"].concat()).first() {
        let evidence = card_evidence(app.model().page(), key).into_string();
        region::add_after(row, &["<tr class=\"row-evidence\"><td colspan=\"6\">", &evidence, "</td></tr>"].concat());
    }
}

/// Puts the evidence under the card on which its fact was chosen, and takes it from the others.
fn fill_card(app: &App, card: Option<&str>) {
    for slot in page::all("[data-slot]") {
        let is_meant = card.is_some() && slot.get_attribute("data-slot").as_deref() == card;
        let html = match app.view().fact.and_then(|id| app.model().dataset.fact_by_id(&id)).filter(|_| is_meant) {
            Some(key) => card_evidence(app.model().page(), key).into_string(),
            None => String::new(),
        };
        if html.is_empty() != slot.has_child_nodes() && html.is_empty() {
            continue;
        }
        region::show(&slot, &html);
        if let Some(slot) = slot.dyn_ref::<HtmlElement>().filter(|_| is_meant) {
            page::reveal(slot);
        }
    }
}
