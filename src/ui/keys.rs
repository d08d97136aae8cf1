//! Keys of the timeline, only while the focus is in its drawing: nothing is taken from the rest of the page.

use crate::state::{App, Move};
use crate::timeline::Direction;
use crate::view_state::Action;
use crate::web::{Event, JsCast as _, KeyboardEvent, events, page, region};

use super::clicks::act;

/// Listens for as long as the app stands.
pub fn listen(app: &App) {
    let state = app.clone();
    events::on_window("keydown", Box::new(move |event| key(&state, event)));
}

fn key(app: &App, event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.meta_key() || key.alt_key() || events::closest(event, "#r-drawing").is_none() {
        return;
    }
    let name = key.key();
    let look = |by| act(app, Action::Look(app.moved(by)));
    let go = |way| step(app, event, way);
    match name.as_str() {
        "ArrowLeft" if key.shift_key() => look(Move::Earlier),
        "ArrowRight" if key.shift_key() => look(Move::Later),
        "+" | "=" => look(Move::ZoomIn),
        "-" | "_" => look(Move::ZoomOut),
        "ArrowLeft" => go(Direction::Earlier),
        "ArrowRight" => go(Direction::Later),
        "ArrowUp" => go(Direction::TrackUp),
        "ArrowDown" => go(Direction::TrackDown),
        "Home" => go(Direction::First),
        "End" => go(Direction::Last),
        "Escape" if app.view().fact.is_some() => act(app, Action::Deselect),
        "?" => page::open("key-help"),
        _ => return,
    }
    event.prevent_default();
}

/// Moves the focus to another fact, and the window with it if the fact stands outside.
fn step(app: &App, event: &Event, way: Direction) {
    let from = events::value_of(event, "data-item").and_then(|item| item.parse().ok());
    let Some((next, window)) = app.neighbour(from, way) else { return };
    if let Some(window) = window {
        act(app, Action::Look(window));
    }
    let selector = ["#r-drawing [data-item=\"", &next.to_string(), "\"]"].concat();
    page::next_frame(Box::new(move || {
        if let Some(mark) = page::all(&selector).first() {
            page::rove(mark);
            region::focus(mark);
            page::reveal(mark);
        }
    }));
}
