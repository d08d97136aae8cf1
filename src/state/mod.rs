//! Signals over the pure half: one signal holds the view, memos hold what follows from it.
//!
//! ```text
//! view ─┬─ filter ─► matches ─┬─► entries, facets, status     (feature `draw`: `finding`)
//!       │                     └─ settled ─► drawn (what stands on the axis)
//!       ├─ chapter, axis, window ─────┴─► laid ─► drawing, overview, edges, legend
//!       └─ selected ─► evidence beside, under a card, in the list
//! ```
//!
//! Without the feature `draw` the page holds no facts but their outline, and everything in it is a match.
//! Names the signals of Leptos by their own name, `reactive_graph`: who names Leptos carries its server functions.
//! Knows no browser; runs natively to prerender.

#[cfg(feature = "draw")]
mod finding;
mod kept;
mod model;
#[cfg(feature = "draw")]
mod own;
mod regions;
mod timeline;

use std::sync::Arc;

use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::{Update as _, With as _, WithUntracked as _};

use crate::fact::{Fact, Key};
use crate::page::{Drawn, Fit, Laid, Manner, drawn, ground, lay};
use crate::view_state::{Action, Axis, Notice, ViewState, Window, apply};

#[cfg(not(feature = "draw"))]
use crate::page::Grouping;
#[cfg(feature = "draw")]
use finding::Finding;
pub use kept::Kept;
#[cfg(feature = "draw")]
pub use model::Archive;
pub use model::Model;
pub use regions::Region;
pub use timeline::Move;

/// All that a reader, or an address, can change.
#[derive(Debug, Clone)]
struct Standing {
    view: ViewState,
    notices: Vec<Notice>,
    /// Whether it is on its way to paper, which shows everything.
    is_printing: bool,
    /// What of the timeline the screen shows.
    fit: Fit,
    /// Whether the timeline is drawn beyond its edges, for a hand to move it.
    reaches: bool,
    /// How often evidence came that the page did not hold.
    n_brought: u32,
    /// Whether all is as it was when the build wrote the page.
    is_as_written: bool,
    /// How many of all entries the reader wants to see.
    #[cfg(feature = "draw")]
    n_wanted: usize,
    /// What the timeline shows of the search: what the list shows, or a moment ago did.
    #[cfg(feature = "draw")]
    settled: Arc<finding::Found>,
    /// The file that the reader brought last.
    #[cfg(feature = "draw")]
    own: Option<Arc<crate::page::OwnFile>>,
}

impl Standing {
    fn new(view: ViewState, notices: Vec<Notice>) -> Self {
        Self {
            view,
            notices,
            is_printing: false,
            fit: Fit::Any,
            reaches: false,
            n_brought: 0,
            is_as_written: true,
            #[cfg(feature = "draw")]
            n_wanted: crate::page::STEP,
            #[cfg(feature = "draw")]
            settled: Arc::default(),
            #[cfg(feature = "draw")]
            own: None,
        }
    }
}

impl Standing {
    /// How the timeline is to be laid out.
    fn manner(&self) -> Manner {
        if self.is_printing {
            return Manner::default();
        }
        // In the list by day nothing is dragged.
        let reaches = self.reaches && matches!(self.fit, Fit::Medium | Fit::Large);
        Manner { closed: self.view.closed.clone(), fit: self.fit, reaches }
    }
}

/// The state of the app. A handle: cloning it is cheap and both clones are one.
#[derive(Debug, Clone)]
pub struct App {
    model: Arc<Model>,
    standing: ArcRwSignal<Standing>,
    notices: Kept<Vec<Notice>>,
    #[cfg(feature = "draw")]
    finding: Finding,
    #[cfg(feature = "draw")]
    own: Kept<Option<Arc<crate::page::OwnFile>>>,
    drawn: Kept<Drawn>,
    axis: Kept<Axis>,
    chapter: Kept<Option<usize>>,
    window: Kept<Window>,
    laid: Kept<Laid>,
    /// The selected fact, and how often evidence had come by then: what comes is shown for what is selected.
    selected: Kept<(Option<Key<Fact>>, u32)>,
}

impl App {
    /// The app in its default view. Needs an owner of signals around it.
    pub fn new(model: Arc<Model>) -> Self {
        let standing = ArcRwSignal::new(Standing::new(ViewState::default(), Vec::new()));
        let chapter = kept(&model, &standing, |model, now| timeline::shown_chapter(&model.outline, &now.view));
        let axis = kept(&model, &standing, |model, now| timeline::axis_of(&model.outline, &now.view));
        #[cfg(feature = "draw")]
        let finding = Finding::new(&model, &standing, axis);
        #[cfg(feature = "draw")]
        let (grouping, found) = (move || finding.grouping.get(), move || finding.settled.get());
        // Who knows no facts has no other rows, and searches nothing.
        #[cfg(not(feature = "draw"))]
        let (grouping, found) = (|| Arc::new(None::<Grouping>), || Arc::new(None::<Vec<bool>>));
        let on_ground = Arc::clone(&model);
        let grounds = Kept::uncompared(move || {
            ground(&on_ground.outline, *axis.get(), grouping().as_ref().as_ref(), &on_ground.in_order)
        });
        let on_ground = Arc::clone(&model);
        let drawn = Kept::uncompared(move || {
            let found = found();
            drawn(&on_ground.outline, &grounds.get(), (*found).as_deref())
        });
        let seen = (Arc::clone(&model), standing.clone());
        let window = Kept::new(move || seen.1.with(|now| timeline::window_of(&seen.0.outline, now, &drawn.get())));
        let manner = kept(&model, &standing, |_, now| now.manner());
        let laid = Kept::uncompared(move || lay(&drawn.get(), *window.get(), &manner.get()));
        Self {
            notices: kept(&model, &standing, |_, now| now.notices.clone()),
            selected: kept(&model, &standing, |model, now| (model.selected(&now.view), now.n_brought)),
            #[cfg(feature = "draw")]
            own: kept(&model, &standing, |_, now| now.own.clone()),
            model,
            standing,
            #[cfg(feature = "draw")]
            finding,
            drawn,
            axis,
            chapter,
            window,
            laid,
        }
    }

    /// Changes what stands. Nothing else does.
    fn change(&self, change: impl FnOnce(&mut Standing)) {
        self.standing.update(|now| {
            change(now);
            now.is_as_written = false;
        });
    }

    /// Whether nothing has changed since the build wrote the page, followed.
    #[cfg(not(feature = "draw"))]
    pub fn is_as_written(&self) -> bool {
        self.standing.with(|now| now.is_as_written)
    }

    /// The same, as it is now.
    #[cfg(not(feature = "draw"))]
    pub fn is_as_written_now(&self) -> bool {
        self.standing.with_untracked(|now| now.is_as_written)
    }

    /// What the page shows.
    pub fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// The view as it is now, without following it.
    pub fn view(&self) -> ViewState {
        self.standing.with_untracked(|now| now.view.clone())
    }

    /// The view, followed.
    pub fn view_now(&self) -> ViewState {
        self.standing.with(|now| now.view.clone())
    }

    /// The selected fact, followed.
    pub fn selected_now(&self) -> Option<Key<Fact>> {
        self.selected.get().0
    }

    /// The chapter that is shown and the axis, followed.
    pub fn opened_now(&self) -> (Option<usize>, Axis) {
        (*self.chapter.get(), *self.axis.get())
    }

    /// The window, followed.
    pub fn window_now(&self) -> Window {
        *self.window.get()
    }

    /// Shows the whole period with every row open, or what was shown before.
    pub fn print(&self, is_printing: bool) {
        self.change(|now| now.is_printing = is_printing);
    }

    /// Lays out no more than the form that the screen shows.
    pub fn fit(&self, fit: Fit) {
        if self.standing.with_untracked(|now| now.fit != fit) {
            self.change(|now| now.fit = fit);
        }
    }

    /// The same for a screen that has changed, once anything was laid out for what it was.
    pub fn refit(&self, fit: Fit) {
        if self.standing.with_untracked(|now| now.fit != Fit::Any) {
            self.fit(fit);
        }
    }

    /// Whether what lies beyond the edges of the window is drawn.
    pub fn reaches(&self) -> bool {
        self.standing.with_untracked(|now| now.reaches)
    }

    /// Draws what lies beyond the edges of the window as well, for a hand to move it; or no longer.
    pub fn reach(&self, reaches: bool) {
        if self.standing.with_untracked(|now| now.reaches != reaches) {
            self.change(|now| now.reaches = reaches);
        }
    }

    /// Shows a view as an address has it.
    pub fn show(&self, view: ViewState, notices: Vec<Notice>) {
        let (mut view, mut notices) = (view, notices);
        self.model.drop_unknown(&mut view, &mut notices);
        #[cfg(not(feature = "draw"))]
        if self.standing.with_untracked(|now| now.view == view && now.notices == notices) {
            return;
        }
        self.change(|now| {
            now.view = view;
            now.notices = notices;
        });
        #[cfg(feature = "draw")]
        self.settle();
    }

    /// Shows evidence that was on its way.
    #[cfg(not(feature = "draw"))]
    pub fn brought(&self) {
        self.change(|now| now.n_brought += 1);
    }

    /// Tells the reader something that no view brings about; once, however often it happens.
    pub fn tell(&self, notice: Notice) {
        self.change(|now| {
            if !now.notices.contains(&notice) {
                now.notices.push(notice);
            }
        });
    }

    /// Does what the reader did, and gives the view after it.
    pub fn act(&self, action: Action) -> ViewState {
        let revealing = matches!(action, Action::Select { .. });
        let is_by_hand = matches!(action, Action::Look(_));
        let before = self.view();
        let mut next = apply(&before, action);
        if is_by_hand {
            next.window = next.window.map(|window| self.within(window));
        }
        timeline::drop_defaults(&self.model.outline, &mut next);
        let axis = |view: &ViewState| timeline::axis_of(&self.model.outline, view);
        // On another axis the rows are others.
        if next.closed == before.closed && axis(&next) != axis(&before) {
            next.closed.clear();
        }
        if revealing {
            timeline::reveal(self, &mut next);
        }
        self.change(|now| {
            #[cfg(feature = "draw")]
            if next.filter != now.view.filter {
                now.n_wanted = crate::page::STEP;
            }
            now.view = next.clone();
        });
        next
    }
}

/// What follows from what stands alone. Those that stay the same hold up all that follows from them.
fn kept<T: PartialEq + Send + Sync + 'static>(
    model: &Arc<Model>,
    standing: &ArcRwSignal<Standing>,
    of: fn(&Model, &Standing) -> T,
) -> Kept<T> {
    let (model, standing) = (Arc::clone(model), standing.clone());
    Kept::new(move || standing.with(|now| of(&model, now)))
}

#[cfg(test)]
#[cfg(feature = "draw")]
mod tests {
    use reactive_graph::owner::Owner;

    use super::*;
    use crate::dataset::Dataset;
    use crate::i18n::Messages;
    use crate::view_state::{Rows, encode};

    fn app() -> App {
        let dataset = Dataset::read(include_str!("../../public/facts.json")).dataset.unwrap();
        let messages = Messages::parse("en", include_str!("../../messages/en.json")).unwrap();
        App::new(Arc::new(Model::new(dataset, messages, "en", "")))
    }

    #[test]
    fn what_is_as_usual_leaves_no_address() {
        Owner::new().with(|| {
            let app = app();
            let first = app.model().outline.chapters[0].id.clone();
            app.act(Action::Chapter("jan-5".to_owned()));
            app.act(Action::Turn(Axis::Said));
            assert_eq!(encode(&app.view()), "chapter=jan-5&axis=said");
            app.act(Action::Turn(Axis::Happened));
            app.act(Action::Chapter(first));
            assert_eq!(encode(&app.view()), "");
        });
    }

    #[test]
    fn a_hand_does_not_lead_out_of_the_period() {
        Owner::new().with(|| {
            let app = app();
            let far = Window { start_day: 1e6, end_day: 1e6 + 10.0 };
            let window = app.act(Action::Look(far)).window.unwrap();
            assert!(window.end_day <= app.domain().end_day + 1e-6, "{window:?}");
        });
    }

    #[test]
    fn a_fact_that_is_chosen_comes_into_the_window() {
        Owner::new().with(|| {
            let app = app();
            let view = app.act(Action::Select { fact: "emergency-end".to_owned(), card: None });
            let day = 19_011.0;
            assert!(view.window.is_some_and(|window| window.meets(day, day + 0.1)), "{view:?}");
        });
    }

    #[test]
    fn every_fact_on_the_axis_follows_another_and_each_stands_in_its_rows_once() {
        for rows in [Rows::Track, Rows::Place] {
            Owner::new().with(|| {
                let app = app();
                app.act(Action::Rows(rows));
                let drawn = app.drawn.now();
                let mut all: Vec<_> = drawn.in_time.iter().map(|item| drawn.facts[*item as usize]).collect();
                all.dedup();
                app.act(Action::Select { fact: app.model().outline.id_of(all[0]).to_owned(), card: None });
                while let Some(fact) = app.next_in_time(true) {
                    app.act(Action::Select { fact, card: None });
                }
                let mut n_seen = 1;
                while let Some(fact) = app.next_in_time(false) {
                    app.act(Action::Select { fact, card: None });
                    n_seen += 1;
                }
                assert_eq!(n_seen, all.len(), "{rows:?}");
                assert_eq!(app.next_in_time(false), None, "the last one has no next");
                let whole = drawn.domain;
                let outside = drawn.n_outside(Window { start_day: whole.end_day, end_day: whole.end_day + 1.0 });
                assert_eq!(outside, (all.len() as u32, 0), "{rows:?}");
            });
        }
    }

    #[test]
    fn the_timeline_follows_a_search_once_it_settles() {
        Owner::new().with(|| {
            let app = app();
            let n_all = app.drawn.now().in_time.len();
            app.act(Action::Search("almaty".to_owned()));
            let n_found = app.finding.matches.now().len();
            assert!(n_found > 0 && n_found < app.model().in_order.len());
            assert_eq!(app.drawn.now().in_time.len(), n_all, "the list comes first");
            app.settle();
            let n_drawn = app.drawn.now().in_time.len();
            assert!(n_drawn > 0 && n_drawn <= n_found);
            app.show(ViewState::default(), Vec::new());
            assert_eq!(app.drawn.now().in_time.len(), n_all, "an address is shown as a whole");
        });
    }

    #[test]
    fn choices_are_offered_once_there_is_somebody_to_choose() {
        Owner::new().with(|| {
            let app = app();
            let written = app.html(Region::Facets);
            assert!(written.contains(app.model().messages.get("facet-topic")));
            assert!(!written.contains("data-facet"), "a page that is being written has none");
            app.show(ViewState::default(), Vec::new());
            assert!(app.html(Region::Facets).contains("data-facet=\"topic\""));
        });
    }

    #[test]
    fn paper_shows_everything_and_leaves_the_view_as_it_was() {
        Owner::new().with(|| {
            let app = app();
            app.act(Action::Fold(1));
            let before = (app.window(), app.laid.now().manner.closed.clone());
            app.print(true);
            let whole = app.domain();
            assert_eq!(app.window(), Window { start_day: whole.start_day, end_day: whole.end_day });
            assert_eq!(app.laid.now().manner.closed, [0_u16; 0]);
            app.print(false);
            assert_eq!((app.window(), app.laid.now().manner.closed.clone()), before);
        });
    }

    #[test]
    fn an_id_that_names_nothing_is_told_and_left_out() {
        Owner::new().with(|| {
            let app = app();
            let asked = ViewState { fact: Some("never-heard-of".to_owned()), ..ViewState::default() };
            app.show(asked, Vec::new());
            assert_eq!(app.view(), ViewState::default());
            assert!(app.html(Region::Notices).contains("never-heard-of"));
        });
    }
}
