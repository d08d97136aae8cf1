//! The timeline's part of the state: which chapter, axis and window follow from a view, and what hands do to them.

use crate::page::{Drawn, Laid, Manner, Opening, Outline, lay};
use crate::timeline::{Direction, Domain, Layout, Scale, Zone, next_item};
use crate::view_state::{Axis, Rows, ViewState, Window};

use super::{App, Standing};

/// A press of "Earlier" or "Later" moves by this part of the window, so that something seen stays in view.
const STEP_SHARE: f64 = 0.5;
/// A press of "Zoom in" or "Zoom out".
const ZOOM_STEP: f64 = 1.6;
/// Movements that no pointer made are computed over a drawing of this width; any would do.
const NOMINAL_WIDTH_PX: f64 = 880.0;

/// A movement of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Move {
    /// Half a window back.
    Earlier,
    /// Half a window on.
    Later,
    /// Closer, around the middle.
    ZoomIn,
    /// Further, around the middle.
    ZoomOut,
    /// All of it.
    Whole,
    /// To what lies before the window.
    ToEarlier,
    /// To what lies after it.
    ToLater,
}

/// The chapter whose window a view shows: the one it names, else the file's first.
fn chapter_of(outline: &Outline, view: &ViewState) -> Option<usize> {
    let named = view.chapter.as_deref().and_then(|id| outline.chapter_by_id(id));
    named.or((!outline.chapters.is_empty()).then_some(0))
}

fn opening_of<'a>(outline: &'a Outline, view: &ViewState) -> Option<&'a Opening> {
    outline.chapters.get(chapter_of(outline, view)?)
}

/// The chapter that a view stands at: none once a hand or a link moved the window away from it.
pub fn shown_chapter(outline: &Outline, view: &ViewState) -> Option<usize> {
    if view.window.is_some() { None } else { chapter_of(outline, view) }
}

/// Takes out of a view what it would be without: an address holds only what differs.
pub fn drop_defaults(outline: &Outline, view: &mut ViewState) {
    if view.chapter.as_ref() == outline.chapters.first().map(|first| &first.id) {
        view.chapter = None;
    }
    let usual = opening_of(outline, view).map_or(Axis::Happened, |chapter| chapter.axis);
    if view.axis == Some(usual) {
        view.axis = None;
    }
    if view.rows == Some(Rows::usual(axis_of(outline, view))) {
        view.rows = None;
    }
}

/// The axis of a view: what it says, else its chapter's.
pub fn axis_of(outline: &Outline, view: &ViewState) -> Axis {
    view.axis.or(opening_of(outline, view).map(|chapter| chapter.axis)).unwrap_or(Axis::Happened)
}

/// The window of a view: what it says, else its chapter's, else everything. On paper, everything.
pub(super) fn window_of(outline: &Outline, Standing { view, is_printing, .. }: &Standing, drawn: &Drawn) -> Window {
    let whole = Window { start_day: drawn.domain.start_day, end_day: drawn.domain.end_day };
    if *is_printing {
        return whole;
    }
    view.window.or_else(|| opening_of(outline, view)?.window).unwrap_or(whole)
}

/// Keeps a newly selected fact in view: the window moves to it at the same zoom, if it stands elsewhere.
pub fn reveal(app: &App, next: &mut ViewState) {
    let drawn = app.drawn.now();
    let Some(item) = app.model.selected(next).and_then(|key| drawn.item_of(key)) else { return };
    let (start, end) = drawn.index.items()[item as usize].extent.body();
    let window = *app.window.now();
    let n_days = window.end_day - window.start_day;
    if window.meets(start, end.max(start + f64::EPSILON)) || end - start > n_days {
        return;
    }
    let start_day = start - n_days / 2.0;
    next.window = Some(Window { start_day, end_day: start_day + n_days });
}

/// So many halvings lead from all of history to a minute.
const MOST_ZOOMS: u32 = 32;

fn draws(laid: &Laid, item: u32) -> bool {
    let draws = |layout: &Layout| layout.marks.iter().any(|mark| mark.item == item && mark.zone == Zone::Window);
    laid.layouts().into_iter().all(draws)
}

impl App {
    /// The window as it is now.
    pub fn window(&self) -> Window {
        *self.window.now()
    }

    /// A window that a hand asked for, as far as there is something to see.
    pub(super) fn within(&self, window: Window) -> Window {
        window.scale(NOMINAL_WIDTH_PX).pan_within(0.0, &self.domain()).into()
    }

    /// The whole period that hands can reach.
    pub fn domain(&self) -> Domain {
        self.drawn.now().domain
    }

    /// The window after a movement without a pointer.
    pub fn moved(&self, by: Move) -> Window {
        let domain = self.domain();
        let scale = self.window().scale(NOMINAL_WIDTH_PX);
        let middle = NOMINAL_WIDTH_PX / 2.0;
        let moved = match by {
            Move::Earlier => scale.pan_within(-STEP_SHARE * NOMINAL_WIDTH_PX, &domain),
            Move::Later => scale.pan_within(STEP_SHARE * NOMINAL_WIDTH_PX, &domain),
            Move::ZoomIn => scale.zoom_within(middle, ZOOM_STEP, &domain),
            Move::ZoomOut => scale.zoom_within(middle, 1.0 / ZOOM_STEP, &domain),
            Move::Whole => Scale::new(domain.start_day, domain.end_day, NOMINAL_WIDTH_PX),
            Move::ToEarlier => return self.beside(Direction::Earlier),
            Move::ToLater => return self.beside(Direction::Later),
        };
        moved.into()
    }

    /// The window that shows the next item outside, at the same zoom.
    fn beside(&self, way: Direction) -> Window {
        let window = self.window();
        let n_days = window.end_day - window.start_day;
        let drawn = self.drawn.now();
        let bodies = drawn.bodies().map(|(_, body)| body);
        let nearest = match way {
            Direction::Earlier => {
                bodies.filter(|body| body.1 <= window.start_day).map(|body| body.0).max_by(f64::total_cmp)
            }
            _ => bodies.filter(|body| body.0 >= window.end_day).map(|body| body.0).min_by(f64::total_cmp),
        };
        let Some(day) = nearest else { return window };
        let share = if way == Direction::Earlier { 0.8 } else { 0.1 };
        let start_day = day - n_days * share;
        Window { start_day, end_day: start_day + n_days }
    }

    /// The fact that is drawn next in time, or before, from the selected one; the first in the window if none is.
    pub fn next_in_time(&self, is_back: bool) -> Option<String> {
        let drawn = self.drawn.now();
        let id = |item: u32| self.model.outline.id_of(drawn.facts[item as usize]).to_owned();
        let Some(from) = self.model.selected(&self.view()).and_then(|key| drawn.item_of(key)) else {
            return self.first_in_window(&drawn).map(id);
        };
        let mut at = drawn.rank[from as usize];
        loop {
            at = if is_back { at.checked_sub(1)? } else { at + 1 };
            let item = *drawn.in_time.get((at as usize).checked_sub(1)?)?;
            if drawn.is_first(item) {
                return Some(id(item));
            }
        }
    }

    /// The item that the keys go to from another one, and the window to look at for it, if it is not drawn in this
    /// one. What no window draws (it stands on the shelf, or in a cluster of one moment) is passed over.
    pub fn neighbour(&self, from: Option<u32>, way: Direction) -> Option<(u32, Option<Window>)> {
        let drawn = self.drawn.now();
        let from = from.filter(|item| drawn.rank.get(*item as usize).is_some_and(|rank| *rank > 0));
        let (mut item, mut way) = match from {
            Some(item) => (next_item(&drawn.index, item, way)?, way),
            None => (self.first_in_window(&drawn)?, way),
        };
        loop {
            if let Some(window) = self.window_that_draws(&drawn, item) {
                return Some((item, window.filter(|window| *window != self.window())));
            }
            // From there one goes on within the track.
            way = match way {
                Direction::Earlier | Direction::Last => Direction::Earlier,
                _ => Direction::Later,
            };
            let next = next_item(&drawn.index, item, way)?;
            if next == item {
                return None;
            }
            item = next;
        }
    }

    /// A window in which an item is drawn by itself: this one, this one moved to it, or closer ones. The inner value
    /// is `None` where it is this one.
    fn window_that_draws(&self, drawn: &Drawn, item: u32) -> Option<Option<Window>> {
        if draws(&self.laid.now(), item) {
            return Some(None);
        }
        let (start, end) = drawn.index.items()[item as usize].extent.body();
        let window = self.window();
        let mut n_days = window.end_day - window.start_day;
        let mut start_day = if window.meets(start, end) { window.start_day } else { start - n_days / 2.0 };
        for _ in 0..MOST_ZOOMS {
            let laid = lay(
                drawn,
                Window { start_day, end_day: start_day + n_days },
                &Manner { reaches: false, ..self.laid.now().manner.clone() },
            );
            if draws(&laid, item) {
                return Some(Some(laid.window));
            }
            if drawn.index.items_on(&laid.main().shelf).contains(&item) {
                return None;
            }
            n_days /= 2.0;
            start_day = start - n_days / 2.0;
        }
        None
    }

    fn first_in_window(&self, drawn: &Drawn) -> Option<u32> {
        let window = self.window();
        drawn.bodies().find(|(_, (start, end))| window.meets(*start, *end)).map(|(item, _)| item)
    }
}
