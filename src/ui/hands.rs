//! Hands on the timeline: drag, two fingers, wheel and double click on the drawing, and the window of the overview strip.
//!
//! Everything here has a way without dragging: the buttons, the keys and the chapters.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::page::{BEYOND, Fit};
use crate::state::App;
use crate::timeline::{Domain, Scale};
use crate::view_state::{Action, Window};
use crate::web::glide::Glide;
use crate::web::{Element, Event, JsCast as _, PointerEvent, WheelEvent, events, page, region};

use super::clicks::act;

/// A pointer that moved less than this has pressed, not dragged.
const SLOP_PX: f64 = 4.0;
/// How much a pixel of the wheel zooms: a notch of some 100 px is a factor of 1.22.
const ZOOM_PER_WHEEL_PX: f64 = 0.002;
/// A wheel that counts in lines scrolls about so many px a line.
const WHEEL_LINE_PX: f64 = 16.0;
/// A double click zooms in by this.
const DOUBLE_CLICK_ZOOM: f64 = 2.0;
/// A pointer that rests on the drawing for so long may be about to drag it. Notches of a wheel follow each other faster.
const REST_MILLIS: u32 = 150;

/// What a drag holds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Held {
    /// The drawing: it moves under the hand.
    Drawing,
    /// The window of the overview: it moves with the hand.
    Overview,
    /// Its left edge.
    Start,
    /// Its right edge.
    End,
}

#[derive(Debug)]
struct Drag {
    held: Held,
    /// The pointer that began it, and where: px of the window.
    pointer: i32,
    from_x_px: f64,
    /// Where that pointer is by now.
    x_px: f64,
    /// A second finger.
    pinch: Option<Pinch>,
    /// The window and the ground when it began: a drag is computed from its beginning, so errors do not add up.
    window: Window,
    left_px: f64,
    width_px: f64,
    /// The whole period.
    domain: Domain,
    moved: bool,
    /// What moves the drawing that is there.
    glide: Option<Glide>,
}

/// A finger beside the one that drags: the days under both stay under both.
#[derive(Debug, Clone, Copy)]
struct Pinch {
    pointer: i32,
    from_x_px: f64,
    x_px: f64,
}

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

/// Fingers closer than this are one.
const LEAST_PINCH_PX: f64 = 10.0;
/// By this part of what lies beyond the edge the drawing moves before it is drawn anew.
const NEAR_THE_END: f64 = 0.9;

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
    app.fit(Fit::of_width(page::timeline_width_px()));
    app.reach(true);
}

/// Ends a drag where it has come to, and tells whether there was one.
fn release(app: &App, hand: &Shared) -> bool {
    end(app, hand.drag.take())
}

fn end(app: &App, drag: Option<Drag>) -> bool {
    let Some(drag) = drag else { return false };
    page::set_attribute("data-dragging", "");
    if drag.moved && drag.held == Held::Drawing && drag.pinch.is_none() {
        act(app, Action::Look(under_hand(&drag)));
    }
    drag.moved
}

/// The part of the drawing that lies along the scale, if an event is on the drawing.
fn drawing_under(event: &Event) -> Option<Element> {
    let plot = events::closest(event, ".tl-plot").filter(|_| page::is_wide_timeline())?;
    plot.query_selector(".tl-scale").ok().flatten()
}

/// The first pointer begins a drag, a second one on the same drawing makes it a pinch.
fn press(app: &App, drag: &mut Option<Drag>, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0) else { return };
    if pointer.is_primary() {
        // One that was never let go of has ended all the same.
        end(app, drag.take());
        *drag = begin(app, event, pointer);
    } else if let Some(drag) = drag.as_mut().filter(|drag| drag.held == Held::Drawing && drag.pinch.is_none())
        && drawing_under(event).is_some()
    {
        let x_px = f64::from(pointer.client_x());
        drag.pinch = Some(Pinch { pointer: pointer.pointer_id(), from_x_px: x_px, x_px });
        // From here on both count.
        drag.window = under_hand(drag);
        drag.from_x_px = drag.x_px;
        page::set_attribute("data-dragging", "window");
        act(app, Action::Look(drag.window));
        page::capture(drag.pointer);
        page::capture(pointer.pointer_id());
    }
}

fn begin(app: &App, event: &Event, pointer: &PointerEvent) -> Option<Drag> {
    let (held, ground) = if let Some(strip) = events::closest(event, "#r-overview") {
        let edge = events::value_of(event, "data-edge");
        let held = match edge.as_deref() {
            Some("start") => Held::Start,
            Some(_) => Held::End,
            None => Held::Overview,
        };
        (held, strip)
    } else {
        (Held::Drawing, drawing_under(event)?)
    };
    let (left_px, width_px) = page::extent_of(&ground);
    let x_px = f64::from(pointer.client_x());
    let mut window = app.window();
    if held == Held::Overview && events::closest(event, ".ov-window").is_none() {
        // A press beside the window brings the window there.
        let domain = app.domain();
        let day = Scale::new(domain.start_day, domain.end_day, width_px).day_from_x(x_px - left_px);
        let half = (window.end_day - window.start_day) / 2.0;
        window = Window { start_day: day - half, end_day: day + half };
        act(app, Action::Look(window));
    }
    if held != Held::Drawing {
        event.prevent_default();
    }
    // What a drag needs is prepared before it moves, where it is known that one may come.
    let glide = (held == Held::Drawing && app.reaches()).then(|| Glide::begin(BEYOND * width_px));
    Some(Drag {
        held,
        pointer: pointer.pointer_id(),
        from_x_px: x_px,
        x_px,
        pinch: None,
        window,
        left_px,
        width_px,
        domain: app.domain(),
        moved: false,
        glide,
    })
}

fn follow(app: &App, hand: &Hand, event: &Event) {
    let mut held = hand.drag.borrow_mut();
    let (Some(drag), Some(pointer)) = (held.as_mut(), event.dyn_ref::<PointerEvent>()) else { return };
    let x_px = f64::from(pointer.client_x());
    match &mut drag.pinch {
        Some(pinch) if pinch.pointer == pointer.pointer_id() => pinch.x_px = x_px,
        _ if drag.pointer == pointer.pointer_id() => drag.x_px = x_px,
        _ => return,
    }
    let dx_px = drag.x_px - drag.from_x_px;
    if !drag.moved {
        if drag.pinch.is_none() && dx_px.abs() < SLOP_PX {
            return;
        }
        drag.moved = true;
        begin_to_move(app, hand, drag);
    }
    let window = match drag.held {
        Held::Drawing if drag.pinch.is_some() => pinched(drag),
        Held::Drawing => return glide(app, hand, drag),
        Held::Overview | Held::Start | Held::End => {
            let n_days = dx_px / drag.width_px * drag.domain.n_days();
            let mut window = drag.window;
            if drag.held != Held::End {
                window.start_day += n_days;
            }
            if drag.held != Held::Start {
                window.end_day += n_days;
            }
            // An edge cannot pass the other one.
            let least = 1.0 / 24.0;
            match drag.held {
                Held::Start => window.start_day = window.start_day.min(window.end_day - least),
                Held::End => window.end_day = window.end_day.max(window.start_day + least),
                _ => {}
            }
            window.scale(drag.width_px).pan_within(0.0, &drag.domain).into()
        }
    };
    act(app, Action::Look(window));
}

fn begin_to_move(app: &App, hand: &Hand, drag: &Drag) {
    if drag.held != Held::Drawing || drag.pinch.is_some() {
        page::set_attribute("data-dragging", "window");
        return;
    }
    page::capture(drag.pointer);
    if !app.reaches() {
        reach(app);
        glide_when_drawn(app, hand);
    }
}

/// Moves the drawing under the hand. It reaches beyond its edges by then, so nothing is drawn until the hand comes near
/// the end of it, or lets go.
fn glide(app: &App, hand: &Hand, drag: &mut Drag) {
    let window = under_hand(drag);
    let n_days = window.end_day - window.start_day;
    let shift = (window.start_day - drag.window.start_day) / n_days;
    if shift.abs() > BEYOND * NEAR_THE_END {
        drag.window = window;
        drag.from_x_px = drag.x_px;
        act(app, Action::Look(window));
        app.reach(true);
        return glide_when_drawn(app, hand);
    }
    let beyond_px = BEYOND * drag.width_px;
    let glide = match drag.glide.take().filter(Glide::holds) {
        Some(glide) => glide,
        None => Glide::begin(beyond_px),
    };
    glide.to(shift * drag.width_px, shift * n_days / drag.domain.n_days());
    drag.glide = Some(glide);
}

/// The same before the next frame: what is drawn by then begins where it was drawn from.
fn glide_when_drawn(app: &App, hand: &Hand) {
    let (app, hand) = (app.clone(), Rc::clone(hand));
    page::next_frame(Box::new(move || {
        let moves = |drag: &&mut Drag| drag.held == Held::Drawing && drag.moved && drag.pinch.is_none();
        if let Some(drag) = hand.drag.borrow_mut().as_mut().filter(moves) {
            drag.glide = None;
            glide(&app, &hand, drag);
        }
    }));
}

/// The window that a drag of the drawing has come to.
fn under_hand(drag: &Drag) -> Window {
    drag.window.scale(drag.width_px).pan_within(drag.from_x_px - drag.x_px, &drag.domain).into()
}

/// The window in which the days that were under two fingers are under them again.
fn pinched(drag: &Drag) -> Window {
    let Some(pinch) = drag.pinch else { return drag.window };
    let (from_px, to_px) = (drag.from_x_px - pinch.from_x_px, drag.x_px - pinch.x_px);
    let factor = to_px.abs().max(LEAST_PINCH_PX) / from_px.abs().max(LEAST_PINCH_PX);
    let middle_px = |a: f64, b: f64| (a + b) / 2.0 - drag.left_px;
    let (from_middle, to_middle) = (middle_px(drag.from_x_px, pinch.from_x_px), middle_px(drag.x_px, pinch.x_px));
    let zoomed = drag.window.scale(drag.width_px).zoom_within(from_middle, factor, &drag.domain);
    zoomed.pan_within(from_middle - to_middle, &drag.domain).into()
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
