//! What a reader can do to the view, as values: `apply` gives the next state and changes nothing else.

use super::{Axis, Form, Rows, Theme, ViewState, Window};
use crate::query::{Facet, Sort};

/// One thing that a reader does.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Chooses a fact, on a card or elsewhere.
    Select {
        /// The fact's id.
        fact: String,
        /// The card it was chosen on.
        card: Option<String>,
    },
    /// Closes the evidence.
    Deselect,
    /// Types in the search box.
    Search(String),
    /// Ticks or unticks one option of a facet.
    Toggle(Facet, String),
    /// Drops the search and every facet.
    ClearFilter,
    /// Moves the window by hand; already clamped.
    Look(Window),
    /// Goes to a chapter.
    Chapter(String),
    /// Puts entries on their other day.
    Turn(Axis),
    /// Makes other rows of the timeline.
    Rows(Rows),
    /// Closes or opens a row.
    Fold(u16),
    /// Orders all entries.
    Sort(Sort),
    /// Shows all entries as list or table.
    Form(Form),
    /// Chooses light or dark.
    Theme(Theme),
}

/// What an action leaves in the reader's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A new one: "back" undoes the action.
    Push,
    /// None: the address changes where it stands.
    Replace,
}

/// Search, filters and selection are steps a reader may want to take back; moving about is not, and typing would
/// leave a step a letter.
pub fn entry_of(before: &ViewState, action: &Action) -> Entry {
    match action {
        Action::Look(_) | Action::Theme(_) | Action::Fold(_) => Entry::Replace,
        // The first letter is a step, the next ones refine it.
        Action::Search(_) if !before.filter.words.is_empty() => Entry::Replace,
        _ => Entry::Push,
    }
}

/// The state after an action.
pub fn apply(state: &ViewState, action: Action) -> ViewState {
    let mut next = state.clone();
    match action {
        Action::Select { fact, card } => {
            next.fact = Some(fact);
            next.card = card;
        }
        Action::Deselect => {
            next.fact = None;
            next.card = None;
        }
        Action::Search(words) => next.filter.words = words,
        Action::Toggle(facet, id) => toggle(next.filter.chosen_mut(facet), id),
        Action::ClearFilter => next.filter = Default::default(),
        Action::Look(window) => next.window = Some(window),
        Action::Chapter(id) => {
            next.chapter = Some(id);
            next.window = None;
            next.axis = None;
        }
        // The rows may become others, so none of their numbers stays.
        Action::Turn(axis) => {
            next.axis = Some(axis);
            next.closed.clear();
        }
        Action::Rows(rows) => {
            next.rows = Some(rows);
            next.closed.clear();
        }
        Action::Fold(row) => match next.closed.binary_search(&row) {
            Ok(at) => drop(next.closed.remove(at)),
            Err(at) => next.closed.insert(at, row),
        },
        Action::Sort(sort) => next.sort = sort,
        Action::Form(form) => next.form = form,
        Action::Theme(theme) => next.theme = theme,
    }
    next
}

fn toggle(chosen: &mut Vec<String>, id: String) {
    match chosen.iter().position(|c| *c == id) {
        Some(at) => {
            chosen.remove(at);
        }
        None => chosen.push(id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deselecting_nothing_changes_nothing() {
        let state = ViewState::default();
        assert_eq!(apply(&state, Action::Deselect), state);
    }

    #[test]
    fn ticking_twice_is_not_ticking() {
        let once = apply(&ViewState::default(), Action::Toggle(Facet::Topic, "deaths".into()));
        assert_eq!(once.filter.chosen(Facet::Topic), ["deaths"]);
        assert_eq!(apply(&once, Action::Toggle(Facet::Topic, "deaths".into())), ViewState::default());
    }

    #[test]
    fn a_chapter_takes_the_window_and_the_axis_back() {
        let window = Window { start_day: 1.0, end_day: 2.0 };
        let looked = apply(&apply(&ViewState::default(), Action::Look(window)), Action::Turn(Axis::Said));
        let chapter = apply(&looked, Action::Chapter("jan-5".into()));
        assert_eq!((chapter.window, chapter.axis), (None, None));
    }

    #[test]
    fn a_row_closes_and_opens_and_other_rows_are_open() {
        let closed = apply(&apply(&ViewState::default(), Action::Fold(2)), Action::Fold(0));
        assert_eq!(closed.closed, [0, 2]);
        assert_eq!(apply(&closed, Action::Fold(2)).closed, [0]);
        assert_eq!(apply(&closed, Action::Rows(Rows::Place)).closed, [0; 0]);
        assert_eq!(apply(&closed, Action::Turn(Axis::Said)).closed, [0; 0]);
    }

    #[test]
    fn typing_leaves_one_step_and_panning_none() {
        let typed = apply(&ViewState::default(), Action::Search("a".into()));
        assert_eq!(entry_of(&ViewState::default(), &Action::Search("a".into())), Entry::Push);
        assert_eq!(entry_of(&typed, &Action::Search("ab".into())), Entry::Replace);
        let window = Window { start_day: 1.0, end_day: 2.0 };
        assert_eq!(entry_of(&typed, &Action::Look(window)), Entry::Replace);
    }
}
