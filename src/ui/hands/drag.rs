//! A drag: of the drawing by one pointer or by two, or of the window in the overview strip.

use std::rc::Rc;

use crate::page::BEYOND;
use crate::state::App;
use crate::timeline::{Domain, Scale};
use crate::view_state::{Action, Window};
use crate::web::glide::Glide;
use crate::web::{Element, Event, JsCast as _, MouseEvent, PointerEvent, events, page};

use super::super::clicks::act;
use super::{Hand, Shared, drawing_under, reach};

/// A pointer that moved less than this has pressed, not dragged.
const SLOP_PX: f64 = 4.0;
/// Fingers closer than this are one.
const LEAST_APART_PX: f64 = 10.0;
/// The pointer of a press that nothing follows.
const NONE: i32 = 0;
/// By this part of what lies beyond the edge the drawing moves before it is drawn anew.
const NEAR_THE_END: f64 = 0.9;

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
pub(super) struct Drag {
    held: Held,
    /// The pointer that began it.
    finger: Finger,
    /// A second finger, beside it.
    second: Option<Finger>,
    /// The window when it began, or the one around the place where the strip was pressed beside it. A drag is computed from
    /// its beginning, so errors do not add up.
    window: Window,
    /// What it is on, and where that was: px of the window.
    ground: Element,
    left_px: f64,
    top_px: f64,
    width_px: f64,
    /// The whole period.
    domain: Domain,
    /// Whether the strip was pressed beside the window.
    is_beside: bool,
    moved: bool,
    /// What moves the drawing that is there.
    glide: Option<Glide>,
}

impl Drag {
    /// How far to the right the pointer has come.
    fn dx_px(&self) -> f64 {
        self.finger.at.x_px - self.finger.from.x_px
    }
}

/// Where a pointer is, px of the window.
#[derive(Debug, Clone, Copy)]
struct Point {
    x_px: f64,
    y_px: f64,
}

impl Point {
    fn apart_px(self, other: Self) -> f64 {
        let (dx_px, dy_px) = (self.x_px - other.x_px, self.y_px - other.y_px);
        (dx_px * dx_px + dy_px * dy_px).sqrt().max(LEAST_APART_PX)
    }
}

/// A pointer that holds the timeline: where it took hold, and where it is by now.
#[derive(Debug, Clone, Copy)]
struct Finger {
    pointer: i32,
    from: Point,
    at: Point,
}

fn place_of(mouse: &MouseEvent) -> Point {
    Point { x_px: mouse.client_x().into(), y_px: mouse.client_y().into() }
}

/// Ends a drag where it has come to, and tells whether there was one.
pub(super) fn release(app: &App, hand: &Shared) -> bool {
    end(app, hand.drag.take())
}

fn end(app: &App, drag: Option<Drag>) -> bool {
    let Some(drag) = drag else { return false };
    page::set_attribute("data-dragging", "");
    if drag.moved && drag.held == Held::Drawing && drag.second.is_none() {
        act(app, Action::Look(under_hand(&drag)));
    }
    drag.moved
}

/// A press on the strip beside its window brings the window there. It is heard as a click, which a finger that scrolls the
/// page never makes; and nothing is moved away under one that does.
pub(super) fn press_strip(app: &App, event: &Event) {
    let is_on_strip = events::closest(event, "#r-overview").is_some();
    if let Some(mouse) = event.dyn_ref::<MouseEvent>().filter(|_| is_on_strip)
        && let Some(press) = begin(app, event, mouse, NONE).filter(|press| press.is_beside)
    {
        look(app, &press, press.window);
    }
}

/// Shows a window. The strip stays under the hand, however high the drawing above it becomes, as far as the page can scroll.
fn look(app: &App, drag: &Drag, window: Window) {
    act(app, Action::Look(window));
    if drag.held != Held::Drawing {
        page::keep_at(drag.ground.clone(), drag.top_px);
    }
}

/// The first pointer begins a drag, a second one on the same drawing makes it a pinch.
pub(super) fn press(app: &App, drag: &mut Option<Drag>, event: &Event) {
    let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0) else { return };
    if pointer.is_primary() {
        // One that was never let go of has ended all the same.
        end(app, drag.take());
        *drag = begin(app, event, pointer, pointer.pointer_id());
    } else if let Some(drag) = drag.as_mut().filter(|drag| drag.held == Held::Drawing && drag.second.is_none())
        && drawing_under(event).is_some()
    {
        let at = place_of(pointer);
        drag.second = Some(Finger { pointer: pointer.pointer_id(), from: at, at });
        // From here on both count.
        drag.window = under_hand(drag);
        drag.finger.from = drag.finger.at;
        page::set_attribute("data-dragging", "window");
        act(app, Action::Look(drag.window));
        page::capture(drag.finger.pointer);
        page::capture(pointer.pointer_id());
    }
}

fn begin(app: &App, event: &Event, mouse: &MouseEvent, pointer: i32) -> Option<Drag> {
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
    let top_px = page::top_of(&ground);
    let at = place_of(mouse);
    let domain = app.domain();
    let mut window = app.window();
    let is_beside = held == Held::Overview && events::closest(event, ".ov-window").is_none();
    if is_beside {
        let whole = Scale::new(domain.start_day, domain.end_day, width_px);
        let day = whole.day_from_x(at.x_px - left_px);
        let half = (window.end_day - window.start_day) / 2.0;
        window = Window { start_day: day - half, end_day: day + half };
    }
    if held != Held::Drawing {
        event.prevent_default();
    }
    // What a drag needs is prepared before it moves, where it is known that one may come.
    let glide = (held == Held::Drawing && app.reaches()).then(|| Glide::begin(BEYOND * width_px));
    Some(Drag {
        held,
        finger: Finger { pointer, from: at, at },
        second: None,
        window,
        left_px,
        width_px,
        top_px,
        ground,
        domain,
        is_beside,
        moved: false,
        glide,
    })
}

pub(super) fn follow(app: &App, hand: &Hand, event: &Event) {
    let mut held = hand.drag.borrow_mut();
    let (Some(drag), Some(pointer)) = (held.as_mut(), event.dyn_ref::<PointerEvent>()) else { return };
    let finger = match &mut drag.second {
        Some(second) if second.pointer == pointer.pointer_id() => second,
        _ if drag.finger.pointer == pointer.pointer_id() => &mut drag.finger,
        _ => return,
    };
    finger.at = place_of(pointer);
    let dx_px = drag.dx_px();
    if !drag.moved {
        // A finger that goes rather up or down is about to scroll the page.
        let dy_px = drag.finger.at.y_px - drag.finger.from.y_px;
        if drag.second.is_none() && dx_px.abs() < SLOP_PX.max(dy_px.abs()) {
            return;
        }
        drag.moved = true;
        begin_to_move(app, hand, drag);
    }
    let window = match drag.held {
        Held::Drawing if drag.second.is_some() => pinched(drag),
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
            window
        }
    };
    look(app, drag, window);
}

fn begin_to_move(app: &App, hand: &Hand, drag: &Drag) {
    if drag.held != Held::Drawing || drag.second.is_some() {
        page::set_attribute("data-dragging", "window");
        return;
    }
    page::capture(drag.finger.pointer);
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
        drag.finger.from = drag.finger.at;
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
        let moves = |drag: &&mut Drag| drag.held == Held::Drawing && drag.moved && drag.second.is_none();
        if let Some(drag) = hand.drag.borrow_mut().as_mut().filter(moves) {
            drag.glide = None;
            glide(&app, &hand, drag);
        }
    }));
}

/// The window that a drag of the drawing has come to.
fn under_hand(drag: &Drag) -> Window {
    drag.window.scale(drag.width_px).pan_within(-drag.dx_px(), &drag.domain).into()
}

/// The window that two fingers have come to: the day in their middle stays there, and the further apart they are, however
/// one stands to the other, the less it shows.
fn pinched(drag: &Drag) -> Window {
    let (one, Some(other)) = (&drag.finger, &drag.second) else { return drag.window };
    let factor = one.at.apart_px(other.at) / one.from.apart_px(other.from);
    let middle_px = |a: Point, b: Point| (a.x_px + b.x_px) / 2.0 - drag.left_px;
    let (from_px, to_px) = (middle_px(one.from, other.from), middle_px(one.at, other.at));
    let zoomed = drag.window.scale(drag.width_px).zoom_within(from_px, factor, &drag.domain);
    zoomed.pan_within(from_px - to_px, &drag.domain).into()
}
