//! Hands on the timeline: drag, two fingers, wheel and double click on the drawing, and the window of the overview strip.
//!
//! Everything here has a way without dragging: the buttons, the keys and the chapters.

mod drag;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::state::App;
use crate::timeline::Scale;
use crate::view_state::Action;
use crate::web::{Element, Event, JsCast as _, PointerEvent, WheelEvent, events, page, region};

use super::clicks::{act, fit_of_screen};
use drag::{Drag, follow, press, press_strip, release};

/// How much a pixel of the wheel zooms: a notch of some 100 px is a factor of 1.22.
const ZOOM_PER_WHEEL_PX: f64 = 0.002;
/// A wheel that counts in lines scrolls about so many px a line.
const WHEEL_LINE_PX: f64 = 16.0;
/// A double click zooms in by this.
const DOUBLE_CLICK_ZOOM: f64 = 2.0;
/// A pointer that rests on the drawing for so long may be about to drag it. Notches of a wheel follow each other faster.
const REST_MILLIS: u32 = 150;

/// What all who hear of the hand share.
#[derive(Debug, Default)]
struct Shared {
    /// The drag that is under way.
    drag: RefCell<Option<Drag>>,
    /// How often the pointer came to rest, or might have.
    n_rests: Cell<u32>,
}

impl Shared {
    /// Ends a rest, and counts the next one.
    fn stir(&self) -> u32 {
        let rest = self.n_rests.get().wrapping_add(1);
        self.n_rests.set(rest);
        rest
    }
}

type Hand = Rc<Shared>;

/// Listens for as long as the app stands.
pub fn listen(app: &App) {
    let hand = Hand::default();
    let hear = |name: &'static str, heard: fn(&App, &Hand, &Event)| {
        let (app, hand) = (app.clone(), Rc::clone(&hand));
        events::on_window(name, Box::new(move |event| heard(&app, &hand, event)));
    };
    hear("pointerdown", |app, hand, event| press(app, &mut hand.drag.borrow_mut(), event));
    hear("pointermove", follow);
    hear("pointerup", |app, hand, _| {
        // A click follows the release; one that ends a drag must not select what lies under it.
        if release(app, hand) {
            events::swallow_next_click();
        }
    });
    hear("click", |app, _, event| press_strip(app, event));
    // An app that takes over in the middle of a drag begins where the hand has come to.
    for name in ["pointercancel", super::start::TAKEN] {
        hear(name, |app, hand, _| {
            // Nor does an app that has retired draw for a pointer that comes to rest.
            hand.stir();
            release(app, hand);
        });
    }
    hear("wheel", |app, hand, event| {
        if wheel(app, event) {
            reach_at_rest(app, hand);
        }
    });
    hear("dblclick", |app, _, event| double_click(app, event));
    hear("pointerover", |app, hand, event| {
        let is_mouse = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "mouse");
        if is_mouse && !app.reaches() && drawing_under(event).is_some() {
            reach_at_rest(app, hand);
        }
    });
}

/// Draws what lies beyond the edges once the pointer rests on the drawing, so that a drag finds it there.
fn reach_at_rest(app: &App, hand: &Hand) {
    let rest = hand.stir();
    let (app, hand) = (app.clone(), Rc::clone(hand));
    page::after(
        REST_MILLIS,
        Box::new(move || {
            // What is under a pressed pointer stays there, or its click would go nowhere; and so does what is being read.
            // While somebody types, each letter moves the page under a pointer that rests; who drags after all then waits for
            // one drawing.
            let is_free =
                hand.drag.borrow().is_none() && page::all("#r-drawing details[open], #search:focus").is_empty();
            if hand.n_rests.get() == rest && is_free {
                reach(&app);
            }
        }),
    );
}

fn reach(app: &App) {
    app.fit(fit_of_screen());
    app.reach(true);
}

/// The part of the drawing that lies along the scale, if an event is on the drawing; in the list by day nothing is dragged.
fn drawing_under(event: &Event) -> Option<Element> {
    let plot = events::closest(event, ".tl-plot").filter(|_| !fit_of_screen().has_list())?;
    plot.query_selector(".tl-scale").ok().flatten()
}

/// The wheel zooms with Ctrl or Command, or while the timeline has the focus; else the page scrolls as always.
/// Sideways it pans. Whether it did either.
fn wheel(app: &App, event: &Event) -> bool {
    let (Some(wheel), Some(ground)) = (event.dyn_ref::<WheelEvent>(), drawing_under(event)) else { return false };
    let unit = if wheel.delta_mode() == 0 { 1.0 } else { WHEEL_LINE_PX };
    let (dx_px, dy_px) = (wheel.delta_x() * unit, wheel.delta_y() * unit);
    let (left_px, width_px) = page::extent_of(&ground);
    let scale = app.window().scale(width_px);
    let domain = app.domain();
    let next: Scale = if dx_px.abs() > dy_px.abs() {
        scale.pan_within(dx_px, &domain)
    } else if wheel.ctrl_key() || wheel.meta_key() || region::has_focus(&ground) {
        let factor = (-dy_px * ZOOM_PER_WHEEL_PX).exp();
        scale.zoom_within(f64::from(wheel.client_x()) - left_px, factor, &domain)
    } else {
        return false;
    };
    // At the end of the zoom the page scrolls again: the wheel is never trapped.
    let is_modified = wheel.ctrl_key() || wheel.meta_key();
    let acts = next != scale || is_modified;
    if acts {
        event.prevent_default();
        act(app, Action::Look(next.into()));
    }
    acts
}

fn double_click(app: &App, event: &Event) {
    let (Some(pointer), Some(ground)) = (event.dyn_ref::<crate::web::MouseEvent>(), drawing_under(event)) else {
        return;
    };
    if events::closest(event, "a, button, summary").is_some() {
        return;
    }
    let (left_px, width_px) = page::extent_of(&ground);
    let scale = app.window().scale(width_px);
    let next = scale.zoom_within(f64::from(pointer.client_x()) - left_px, DOUBLE_CLICK_ZOOM, &app.domain());
    act(app, Action::Look(next.into()));
}
