//! Signals over the pure half: one signal holds the view, memos hold what follows from it.
//!
//! ```text
//! view ─┬─ filter ─► matches ─┬─► entries, facets, status
//!       │                     └─► drawn (what stands on the axis)
//!       ├─ chapter, axis, window ─────┴─► laid ─► drawing, overview, edges, legend
//!       └─ selected ─► evidence beside, under a card, in the list
//! ```
//!
//! Names the signals of Leptos by their own name, `reactive_graph`: who names Leptos carries its server functions.
//! Knows no browser; runs natively to prerender.

mod kept;
mod regions;
mod timeline;

use std::sync::Arc;

use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::{Update as _, With as _, WithUntracked as _};

use crate::dataset::Dataset;
use crate::fact::{Chapter, Fact, Key};
use crate::i18n::Messages;
use crate::page::{Drawn, Laid, Page, STEP, Shown, ground, lay};
use crate::query::{Facet, Facets, Filter, Index, Sort, facets, search, sorted};
use crate::view_state::{Action, Axis, Form, Notice, ViewState, Window, apply};

pub use kept::Kept;
pub use regions::Region;
pub use timeline::Move;

/// What the page shows, unchanging as long as it stands.
#[derive(Debug)]
pub struct Model {
    /// The facts.
    pub dataset: Dataset,
    /// The interface texts.
    pub messages: Messages,
    /// The language of the content.
    pub lang: String,
    /// The way from the page to the site's root.
    pub base: String,
    index: Index,
}

impl Model {
    /// Makes the facts searchable in the page's language.
    pub fn new(dataset: Dataset, messages: Messages, lang: &str, base: &str) -> Self {
        let index = Index::of(&dataset, lang);
        Self { dataset, messages, lang: lang.to_owned(), base: base.to_owned(), index }
    }

    /// The page that is written.
    pub fn page(&self) -> Page<'_> {
        Page { dataset: &self.dataset, messages: &self.messages, lang: &self.lang, base: &self.base }
    }

    /// Takes out of a view what names nothing in this file, and tells it.
    fn drop_unknown(&self, view: &mut ViewState, notices: &mut Vec<Notice>) {
        let dataset = &self.dataset;
        let mut check = |name: &str, id: &mut Option<String>, is_known: fn(&Dataset, &str) -> bool| {
            if let Some(unknown) = id.take_if(|id| !is_known(dataset, id)) {
                notices.push(Notice { name: name.to_owned(), value: unknown });
            }
        };
        check("fact", &mut view.fact, |dataset, id| dataset.fact_by_id(id).is_some());
        check("card", &mut view.card, |dataset, id| dataset.card_by_id(id).is_some());
        check("chapter", &mut view.chapter, |dataset, id| dataset.chapter_by_id(id).is_some());
        for facet in Facet::ALL {
            view.filter.chosen_mut(facet).retain(|id| {
                let is_known = facet.option_by_id(dataset, id).is_some();
                if !is_known {
                    notices.push(Notice { name: facet.name().to_owned(), value: id.clone() });
                }
                is_known
            });
        }
    }

    fn selected(&self, view: &ViewState) -> Option<Key<Fact>> {
        self.dataset.fact_by_id(view.fact.as_deref()?)
    }
}

/// All that a reader, or an address, can change.
#[derive(Debug, Clone)]
struct Standing {
    view: ViewState,
    notices: Vec<Notice>,
    /// How many of all entries the reader wants to see.
    n_wanted: usize,
}

/// The state of the app. A handle: cloning it is cheap and both clones are one.
#[derive(Debug, Clone)]
pub struct App {
    model: Arc<Model>,
    standing: ArcRwSignal<Standing>,
    notices: Kept<Vec<Notice>>,
    n_wanted: Kept<usize>,
    matches: Kept<Vec<Key<Fact>>>,
    drawn: Kept<Drawn>,
    axis: Kept<Axis>,
    filter: Kept<Filter>,
    arrangement: Kept<(Sort, Form)>,
    chapter: Kept<Option<Key<Chapter>>>,
    window: Kept<Window>,
    laid: Kept<Laid>,
    selected: Kept<Option<Key<Fact>>>,
}

impl App {
    /// The app in its default view. Needs an owner of signals around it.
    pub fn new(model: Arc<Model>) -> Self {
        let standing = Standing { view: ViewState::default(), notices: Vec::new(), n_wanted: STEP };
        let standing = ArcRwSignal::new(standing);
        let filter = kept(&model, &standing, |_, now| now.view.filter.clone());
        let arrangement = kept(&model, &standing, |_, now| (now.view.sort, now.view.form));
        let chapter = kept(&model, &standing, |model, now| timeline::shown_chapter(&model.dataset, &now.view));
        let axis = kept(&model, &standing, |model, now| timeline::axis_of(&model.dataset, &now.view));
        let found = Arc::clone(&model);
        let matches = Kept::new(move || matches(&found, &filter.get(), arrangement.get().0));
        let on_ground = Arc::clone(&model);
        let drawn = Kept::uncompared(move || ground(on_ground.page(), *axis.get(), &matches.get()));
        let seen = (Arc::clone(&model), standing.clone());
        let window =
            Kept::new(move || seen.1.with(|now| timeline::window_of(&seen.0.dataset, &now.view, &drawn.get())));
        let laid = Kept::uncompared(move || lay(&drawn.get(), *window.get()));
        Self {
            notices: kept(&model, &standing, |_, now| now.notices.clone()),
            n_wanted: kept(&model, &standing, |_, now| now.n_wanted),
            selected: kept(&model, &standing, |model, now| model.selected(&now.view)),
            model,
            standing,
            matches,
            drawn,
            axis,
            filter,
            arrangement,
            chapter,
            window,
            laid,
        }
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
        *self.selected.get()
    }

    /// Shows a view as an address has it.
    pub fn show(&self, view: ViewState, notices: Vec<Notice>) {
        let (mut view, mut notices) = (view, notices);
        self.model.drop_unknown(&mut view, &mut notices);
        self.standing.update(|now| *now = Standing { view, notices, ..*now });
    }

    /// Does what the reader did, and gives the view after it.
    pub fn act(&self, action: Action) -> ViewState {
        let revealing = matches!(action, Action::Select { .. });
        let is_by_hand = matches!(action, Action::Look(_));
        let mut next = self.standing.with_untracked(|now| apply(&now.view, action));
        if is_by_hand {
            next.window = next.window.map(|window| self.within(window));
        }
        timeline::drop_defaults(&self.model.dataset, &mut next);
        if revealing {
            timeline::reveal(self, &mut next);
        }
        self.standing.update(|now| {
            if next.filter != now.view.filter {
                now.n_wanted = STEP;
            }
            now.view = next.clone();
        });
        next
    }

    /// Shows more of all entries.
    pub fn show_more(&self) {
        self.standing.update(|now| now.n_wanted += STEP);
    }

    fn shown(&self) -> Shown {
        Shown::first(self.matches.get().to_vec(), *self.n_wanted.get(), self.model.dataset.facts.len())
    }

    fn counts(&self) -> Facets {
        facets(&self.model.index, &self.model.dataset, &self.filter.get())
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

fn matches(model: &Model, filter: &Filter, sort: Sort) -> Vec<Key<Fact>> {
    sorted(&model.dataset, &search(&model.index, &model.dataset, filter).facts, sort)
}

#[cfg(test)]
mod tests {
    use reactive_graph::owner::Owner;

    use super::*;
    use crate::view_state::encode;

    fn app() -> App {
        let dataset = Dataset::read(include_str!("../../public/facts.json")).dataset.unwrap();
        let messages = Messages::parse("en", include_str!("../../messages/en.json")).unwrap();
        App::new(Arc::new(Model::new(dataset, messages, "en", "")))
    }

    #[test]
    fn what_is_as_usual_leaves_no_address() {
        Owner::new().with(|| {
            let app = app();
            let first = app.model().dataset.chapters[0].id.clone();
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
