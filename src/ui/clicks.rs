//! Clicks, typing and choices, heard once for the whole page and turned into actions.

use crate::date::Edtf;
use crate::order;
use crate::page::Fit;
use crate::query::Facet;
use crate::state::{App, Move};
use crate::view_state::{
    Action, Axis, Entry, Form, ViewState, Window, decode, encode, entry_of, rows_named, sort_named, theme_named,
};
use crate::web::{Element, Event, HtmlInputElement, JsCast as _, events, history, page, region};

/// A date field may name a day so long before the whole period, and no longer: a year before the first day is a day
/// that somebody may look for.
const MOST_DAYS_BEFORE: f64 = 366.0;

/// Listens for as long as the app stands.
pub fn listen(app: &App) {
    let state = app.clone();
    events::on_window("click", Box::new(move |event| click(&state, event)));
    let state = app.clone();
    events::on_window("input", Box::new(move |event| typed(&state, event)));
    let state = app.clone();
    events::on_window("change", Box::new(move |event| chosen(&state, event)));
    events::on_window(
        "submit",
        Box::new(|event| {
            if events::closest(event, "form[role=search]").is_some() {
                event.prevent_default();
            }
        }),
    );
    #[cfg(not(feature = "draw"))]
    for name in ["focusin", "click"] {
        events::on_window(name, Box::new(send_on_approach));
    }
    let state = app.clone();
    // What was drawn for one form has nothing for the others.
    events::on_window("resize", Box::new(move |_| state.refit(fit_of_screen())));
    for (name, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        let state = app.clone();
        events::on_window(name, Box::new(move |_| state.print(is_printing)));
    }
    let state = app.clone();
    events::on_window("popstate", Box::new(move |_| back(&state)));
}

/// Where only the app that knows the facts can answer.
#[cfg(not(feature = "draw"))]
pub(super) const NEAR_FACTS: &str = "#r-search, #r-facets, .arrangement, [data-do=more], .opener";

/// Who comes near the search, or the way to open a file, is about to use it. Not every browser gives the focus to what is
/// clicked, and who clicks again where the focus is already tries once more.
#[cfg(not(feature = "draw"))]
fn send_on_approach(event: &Event) {
    if events::closest(event, NEAR_FACTS).is_some() {
        drop(super::take::send_for_facts());
    }
}

/// The form of the timeline that the screen shows.
pub fn fit_of_screen() -> Fit {
    Fit::of_width(page::timeline_width_px())
}

/// Does an action and writes the address after it. No more is drawn for it than what is seen: what a hand needs comes
/// when a mouse rests.
pub fn act(app: &App, action: Action) {
    app.fit(fit_of_screen());
    app.reach(false);
    let before = app.view();
    let entry = entry_of(&before, &action);
    let view = app.act(action);
    // What changed nothing leaves no step that "back" would have to undo.
    if view != before {
        history::write(&encode(&view), entry == Entry::Push);
    }
    #[cfg(feature = "draw")]
    if view.filter != before.filter {
        settle_soon(app.clone());
    }
    send_where_needed(&view);
}

/// Once the list is painted the timeline follows it. It stands above the search, which stays where somebody types into it.
#[cfg(feature = "draw")]
fn settle_soon(app: App) {
    let settle = move || {
        let search = page::element("r-search").map(Element::from);
        let top_px = search.as_ref().map_or(0.0, page::top_of);
        app.settle();
        let Some(search) = search else { return };
        page::keep_at(search.clone(), top_px);
        // Asked in a task of its own, so that the layout which that takes does not fall to the one that paints.
        page::soon(Box::new(move || _ = page::top_of(&search)));
    };
    page::next_frame(Box::new(|| page::soon(Box::new(settle))));
}

/// Without the facts themselves only the address follows such a view, until the module that knows them takes over.
fn send_where_needed(_view: &ViewState) {
    #[cfg(not(feature = "draw"))]
    if super::take::needs_facts(_view) {
        // A page that names no such module has no search.
        drop(super::take::send_for_facts());
    }
}

fn back(app: &App) {
    let (view, notices) = decode(&history::query());
    page::set_search(&view.filter.words);
    app.show(view, notices);
    send_where_needed(&app.view());
}

fn click(app: &App, event: &Event) {
    if event.default_prevented() || events::is_for_browser(event) {
        return;
    }
    if let Some(what) = events::value_of(event, "data-do") {
        event.prevent_default();
        command(app, event, &what);
    } else if let Some(row) = events::value_of(event, "data-row").and_then(|row| row.parse().ok()) {
        act(app, Action::Fold(row));
    } else if let Some(chapter) = events::value_of(event, "data-chapter") {
        act(app, Action::Chapter(chapter));
    } else if let Some(theme) = events::value_of(event, "data-theme-to").and_then(|name| theme_named(&name)) {
        act(app, Action::Theme(theme));
    } else if let Some(cluster) = events::closest(event, "[data-from]") {
        open_cluster(app, &cluster);
    } else if let Some(link) = events::closest(event, "a[data-fact]:not(.unfold[aria-current])") {
        // A link to evidence that did not come is left to the browser when it is pressed again.
        event.prevent_default();
        select(app, &link);
    } else if let Some(fact) = events::value_of(event, "data-permalink") {
        event.prevent_default();
        act(app, Action::Select { fact, card: app.view().card });
    } else if let Some(entry) = events::closest(event, "summary[data-fold]") {
        fold(app, &entry);
    }
}

/// The evidence folded under an entry: the browser opens and closes it, the selection goes with it.
fn fold(app: &App, summary: &Element) {
    let around = |selector| summary.closest(selector).ok().flatten();
    let Some(fact) = around("[data-fact]").and_then(|entry: Element| entry.get_attribute("data-fact")) else { return };
    let is_closing = around("details").is_some_and(|details: Element| details.has_attribute("open"));
    if !is_closing {
        act(app, Action::Select { fact, card: None });
    } else if app.view().fact == Some(fact) {
        act(app, Action::Deselect);
    }
}

fn select(app: &App, link: &Element) {
    let Some(fact) = link.get_attribute("data-fact") else { return };
    let around = |selector| link.closest(selector).ok().flatten();
    let card = around("[data-card]").or_else(|| around("[data-slot]"));
    let card = card.and_then(|card| card.get_attribute("data-card").or_else(|| card.get_attribute("data-slot")));
    let view = app.view();
    // A second press on what is open closes it, where it was opened.
    let is_open = view.fact.as_deref() == Some(fact.as_str()) && view.card == card;
    if is_open && around(".tl-marks, [data-card], table").is_some() {
        act(app, Action::Deselect);
    } else {
        act(app, Action::Select { fact, card });
    }
}

/// A cluster opens by going where its entries are apart.
fn open_cluster(app: &App, cluster: &Element) {
    let minutes = |name| cluster.get_attribute(name).and_then(|value: String| value.parse::<i32>().ok());
    let (Some(from), Some(to)) = (minutes("data-from"), minutes("data-to")) else { return };
    let (from, to) = (f64::from(from) / 1440.0, f64::from(to) / 1440.0);
    let window = app.window();
    // At least halve the window, so that a press is never without effect.
    let n_days = order::within((to - from) * 1.4, 1.0 / 24.0, (window.end_day - window.start_day) / 2.0);
    let start_day = (from + to - n_days) / 2.0;
    act(app, Action::Look(Window { start_day, end_day: start_day + n_days }));
}

fn command(app: &App, event: &Event, what: &str) {
    let by = match what {
        "earlier" => Move::Earlier,
        "later" => Move::Later,
        "zoom-in" => Move::ZoomIn,
        "zoom-out" => Move::ZoomOut,
        "whole" => Move::Whole,
        "to-earlier" => Move::ToEarlier,
        "to-later" => Move::ToLater,
        "previous" | "next" => return step(app, what == "previous"),
        #[cfg(feature = "draw")]
        "more" => return app.show_more(),
        #[cfg(not(feature = "draw"))]
        "more" => return super::take::send_for_more(),
        "share" => return page::copy_address(app.model().messages.get("shared")),
        _ => {
            let action = match what {
                "close" => return close(app),
                "clear" => {
                    page::set_search("");
                    Action::ClearFilter
                }
                "happened" => Action::Turn(Axis::Happened),
                "said" => Action::Turn(Axis::Said),
                "list" => Action::Form(Form::List),
                "table" => Action::Form(Form::Table),
                _ => return,
            };
            return act(app, action);
        }
    };
    // Some of these buttons stand under the drawing, whose height changes.
    let Some(around) = events::closest(event, "[id^=r-]") else { return };
    let top_px = page::top_of(&around);
    act(app, Action::Look(app.moved(by)));
    page::keep_at(around, top_px);
}

/// Closes evidence and gives the focus back to what it was opened from.
fn close(app: &App) {
    let before = app.view();
    act(app, Action::Deselect);
    let Some(fact) = before.fact else { return };
    let link = ["a[data-fact=\"", &fact, "\"]"].concat();
    let from = match (&before.card, before.form) {
        (Some(card), _) => ["[data-card=\"", card, "\"] ", &link].concat(),
        (None, Form::Table) => ["tr ", &link].concat(),
        (None, Form::List) => ["#r-drawing ", &link].concat(),
    };
    page::next_frame(Box::new(move || {
        if let Some(element) = page::all(&from).first() {
            region::focus(element);
        }
    }));
}

fn typed(app: &App, event: &Event) {
    let Some(input) = events::closest(event, "#search").and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    let app = app.clone();
    let search = move || act(&app, Action::Search(input.value()));
    #[cfg(not(feature = "draw"))]
    search();
    // What changes the page within the event is laid out there and then, since the browser looks for its caret; from a task
    // of its own it waits for the frame.
    #[cfg(feature = "draw")]
    page::soon(Box::new(search));
}

fn chosen(app: &App, event: &Event) {
    if let Some(input) = events::closest(event, "input[data-facet]") {
        let name = input.get_attribute("data-facet").unwrap_or_default();
        let facet = Facet::ALL.into_iter().find(|facet| facet.name() == name);
        if let (Some(facet), Some(id)) = (facet, input.get_attribute("value")) {
            act(app, Action::Toggle(facet, id));
        }
    } else if let Some((what, value)) = events::chosen(event) {
        let action = match what.as_str() {
            "sort" => sort_named(&value).map(Action::Sort),
            _ => rows_named(&value).map(Action::Rows),
        };
        if let Some(action) = action {
            act(app, action);
        }
    } else if events::closest(event, "[data-edge-day]").is_some() {
        look_at_dates(app);
    }
}

/// Shows the days from one date field to the other. A year that is being typed is one of long ago at first, and a
/// beginning may be chosen before its end: such days are waited out.
fn look_at_dates(app: &App) {
    let spans: Vec<_> =
        page::values("[data-edge-day]").iter().filter_map(|day| Some(Edtf::from_plain(day)?.span())).collect();
    let [from, to] = &spans[..] else { return };
    let (Some(start), Some(end)) = (from.start, to.end) else { return };
    let window = Window { start_day: start.days(), end_day: end.days() };
    let earliest_day = app.domain().start_day - MOST_DAYS_BEFORE;
    if window.start_day < window.end_day && window.start_day >= earliest_day {
        act(app, Action::Look(window));
    }
}

/// Goes on from the selected fact to the next one in time, in the panel in which that was asked for, and brings that
/// panel into sight.
fn step(app: &App, is_back: bool) {
    if let Some(fact) = app.next_in_time(is_back) {
        act(app, Action::Select { fact, card: app.view().card });
        page::next_frame(Box::new(|| page::all(".ev-tools :focus").iter().for_each(page::reveal)));
    }
}
