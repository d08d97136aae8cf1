//! What follows the state outside of the regions: the attributes of the page, what is marked as selected, and the
//! evidence under a card and in the list.

use reactive_graph::effect::Effect;

use crate::fact::{Fact, Key};
use crate::page::{Word, card_evidence, date_value};
use crate::state::App;
use crate::view_state::{Axis, Rows, ViewState, encode, theme_name};
use crate::web::{HtmlElement, JsCast as _, page, region};

/// Runs whenever something changes that it read.
///
/// Any thread may run it, though here there is one: an effect of one thread asks which thread it is on, and what the
/// standard library needs to answer that is 2 kB of the page.
pub fn effect(run: Box<dyn FnMut() + Send + Sync>) {
    Effect::new_sync(run);
}

/// Follows the state for as long as the app stands.
pub fn follow(app: &App) {
    let state = app.clone();
    // Created before the regions, run after them: an effect of the next turn sees what they drew.
    effect(Box::new(move || {
        let view = state.view_now();
        page::set_attribute("data-theme", if view.theme == Default::default() { "" } else { theme_name(view.theme) });
        let selected = state.selected_now();
        let (chapter, axis) = state.opened_now();
        let outline = &state.model().outline;
        press("data-chapter", chapter.and_then(|at| outline.chapters.get(at)).map_or("", |known| &known.id));
        press("data-axis", if axis == Axis::Said { "said" } else { "happened" });
        press("data-theme-to", theme_name(view.theme));
        page::set_value("[data-choose=sort]", view.sort.name());
        page::set_value("[data-choose=track]", view.rows.unwrap_or(Rows::usual(axis)).name());
        let [first, last] = state.window_now().days();
        page::set_value("[data-edge-day=from]", &date_value(first));
        page::set_value("[data-edge-day=to]", &date_value(last));
        keep_view(&view);
        let state = state.clone();
        page::next_frame(Box::new(move || {
            let outline = &state.model().outline;
            let selected_id = selected.map(|key| outline.id_of(key));
            unfold(&state, selected_id.unwrap_or_default());
            mark_selected(selected_id);
            #[cfg(feature = "draw")]
            super::row::show(&state, selected);
            fill_card(&state, selected, view.card.as_deref());
            page::rove_again();
        }));
    }));
}

/// Of the buttons with an attribute, presses the one whose value it is.
fn press(attribute: &str, value: &str) {
    for button in page::all(&["button[", attribute, "]"].concat()) {
        let is_pressed = button.get_attribute(attribute).as_deref() == Some(value);
        drop(button.set_attribute("aria-pressed", if is_pressed { "true" } else { "false" }));
    }
}

/// Lets the links to the other languages keep the view.
fn keep_view(view: &ViewState) {
    let query = encode(view);
    for link in page::all(".languages a") {
        let href = link.get_attribute("href").unwrap_or_default();
        let path = href.split('?').next().unwrap_or_default();
        let href = if query.is_empty() { path.to_owned() } else { [path, "?", &query].concat() };
        drop(link.set_attribute("href", &href));
    }
}

/// Marks every element that stands for the selected fact, and opens its evidence where it stands in a list.
fn mark_selected(fact: Option<&str>) {
    for element in page::all("[data-fact][aria-current]") {
        drop(element.remove_attribute("aria-current"));
    }
    let Some(fact) = fact else { return };
    for element in page::all(&["[data-fact=\"", fact, "\"]"].concat()) {
        drop(element.set_attribute("aria-current", "true"));
    }
    for details in page::all(&["#fact-", fact, " details, .claim[data-fact=\"", fact, "\"] details"].concat()) {
        drop(details.set_attribute("open", ""));
    }
}

/// Puts the evidence of the selected entry where it has only a link to it, once it is there, and that of entries which
/// were open before they were drawn anew.
fn unfold(app: &App, selected: &str) {
    let model = app.model();
    for link in page::all(&[".unfold[open], #fact-", selected, " .unfold"].concat()) {
        let id = link.get_attribute("data-fact").unwrap_or_default();
        let Some(fact) = model.outline.fact_by_id(&id) else { continue };
        region::add_after(&link, &model.telling().word(fact, Word::Folded));
        let Some(folded) = link.next_element_sibling() else { continue };
        drop(folded.set_attribute("open", ""));
        if region::has_focus(&link) {
            region::focus(&folded);
        }
        link.remove();
    }
}

/// Before the id in a slot whose evidence is on its way.
const WAITS: &str = "?";

/// Puts the evidence under the card on which its fact was chosen, and takes it from the others. What stands there
/// already stays: only a new choice brings the reader to it.
fn fill_card(app: &App, selected: Option<Key<Fact>>, card: Option<&str>) {
    for slot in page::all("[data-slot]") {
        let is_meant = card.is_some() && slot.get_attribute("data-slot").as_deref() == card;
        let wanted = selected.filter(|_| is_meant);
        let telling = app.model().telling();
        let id = wanted.map_or("", |key| telling.outline.id_of(key));
        // What is on its way is put there once it comes, and the reader was brought there by then.
        let waits = wanted.is_some_and(|key| telling.word(key, Word::Folded).is_empty());
        let now = [if waits { WAITS } else { "" }, id].concat();
        let before = slot.get_attribute("data-of").unwrap_or_default();
        if before == now {
            continue;
        }
        drop(slot.set_attribute("data-of", &now));
        region::show(&slot, &wanted.map(|key| card_evidence(telling, key).into_string()).unwrap_or_default());
        if before.strip_prefix(WAITS) == Some(id) {
            continue;
        }
        if let Some(slot) = slot.dyn_ref::<HtmlElement>().filter(|_| is_meant) {
            page::reveal(slot);
        }
    }
}
