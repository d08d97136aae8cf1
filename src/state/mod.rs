//! Signals over the pure half: one signal holds the view, memos hold what follows from it.
//!
//! ```text
//! view ─┬─ filter ─► matches ─┬─► entries, facets, status
//!       │                     └─► drawn (what stands on the axis)
//!       ├─ chapter, axis, window ─────┴─► laid ─► drawing, overview, edges, legend
//!       └─ selected ─► evidence beside, under a card, in the list
//! ```
//!
//! Knows no browser; runs natively to prerender.

mod regions;
mod timeline;

use std::sync::Arc;

use leptos::prelude::{
    ArcRwSignal, Get as _, Memo, ReadUntracked as _, RwSignal, Set as _, Update as _, With as _, WithUntracked as _,
};

use crate::dataset::Dataset;
use crate::fact::{Chapter, Fact, Key};
use crate::i18n::Messages;
use crate::page::{Drawn, Laid, Page, STEP, Shown, ground, lay};
use crate::query::{Facet, Facets, Filter, Index, Sort, facets, search, sorted};
use crate::view_state::{Action, Axis, Form, Notice, ViewState, Window, apply};

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

/// A value that is the same only when it is the same one: comparing a drawing of a hundred thousand items to see
/// whether it changed would cost what drawing it costs.
#[derive(Debug)]
struct Shared<T>(Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// The state of the app. A handle: cloning it is cheap and both clones are one.
#[derive(Debug, Clone)]
pub struct App {
    model: Arc<Model>,
    view: ArcRwSignal<ViewState>,
    notices: RwSignal<Vec<Notice>>,
    n_wanted: RwSignal<usize>,
    matches: Memo<Vec<Key<Fact>>>,
    drawn: Memo<Shared<Drawn>>,
    axis: Memo<Axis>,
    filter: Memo<Filter>,
    arrangement: Memo<(Sort, Form)>,
    chapter: Memo<Option<Key<Chapter>>>,
    window: Memo<Window>,
    laid: Memo<Shared<Laid>>,
    selected: Memo<Option<Key<Fact>>>,
}

impl App {
    /// The app in its default view. Needs an owner of signals around it.
    pub fn new(model: Arc<Model>) -> Self {
        let view = ArcRwSignal::new(ViewState::default());
        let filter = memo(&model, &view, |_, view| view.filter.clone());
        let arrangement = memo(&model, &view, |_, view| (view.sort, view.form));
        let chapter = memo(&model, &view, |model, view| timeline::shown_chapter(&model.dataset, view));
        let found = {
            let model = Arc::clone(&model);
            Memo::new(move |_| filter.with(|filter| matches(&model, filter, arrangement.get().0)))
        };
        let axis = memo(&model, &view, |model, view| timeline::axis_of(&model.dataset, view));
        let drawn = {
            let model = Arc::clone(&model);
            Memo::new(move |_| Shared(Arc::new(found.with(|found| ground(model.page(), axis.get(), found)))))
        };
        let window = {
            let (model, view) = (Arc::clone(&model), view.clone());
            Memo::new(move |_| view.with(|view| timeline::window_of(&model.dataset, view, &drawn.get().0)))
        };
        let laid = Memo::new(move |_| Shared(Arc::new(lay(&drawn.get().0, window.get()))));
        let selected = memo(&model, &view, |model, view| model.selected(view));
        Self {
            model,
            view,
            notices: RwSignal::new(Vec::new()),
            n_wanted: RwSignal::new(STEP),
            matches: found,
            drawn,
            axis,
            filter,
            arrangement,
            chapter,
            window,
            laid,
            selected,
        }
    }

    /// What the page shows.
    pub fn model(&self) -> &Arc<Model> {
        &self.model
    }

    /// The view as it is now, without following it.
    pub fn view(&self) -> ViewState {
        self.view.with_untracked(Clone::clone)
    }

    /// The view, followed.
    pub fn view_now(&self) -> ViewState {
        self.view.get()
    }

    /// The selected fact, followed.
    pub fn selected_now(&self) -> Option<Key<Fact>> {
        self.selected.get()
    }

    /// Shows a view as an address has it.
    pub fn show(&self, view: ViewState, notices: Vec<Notice>) {
        let (mut view, mut notices) = (view, notices);
        self.model.drop_unknown(&mut view, &mut notices);
        self.notices.set(notices);
        self.view.set(view);
    }

    /// Does what the reader did, and gives the view after it.
    pub fn act(&self, action: Action) -> ViewState {
        let revealing = matches!(action, Action::Select { .. });
        let mut next = self.view.with_untracked(|view| apply(view, action));
        if revealing {
            timeline::reveal(self, &mut next);
        }
        if next.filter != self.view.read_untracked().filter {
            self.n_wanted.set(STEP);
        }
        self.view.set(next.clone());
        next
    }

    /// Shows more of all entries.
    pub fn show_more(&self) {
        self.n_wanted.update(|n| *n += STEP);
    }

    fn shown(&self) -> Shown {
        let matches = self.matches.get();
        Shown::first(matches, self.n_wanted.get(), self.model.dataset.facts.len())
    }

    fn counts(&self) -> Facets {
        self.filter.with(|filter| facets(&self.model.index, &self.model.dataset, filter))
    }
}

/// What follows from the view alone. Those that stay the same hold up all that follows from them.
fn memo<T: PartialEq + Send + Sync + 'static>(
    model: &Arc<Model>,
    view: &ArcRwSignal<ViewState>,
    of: fn(&Model, &ViewState) -> T,
) -> Memo<T> {
    let (model, view) = (Arc::clone(model), view.clone());
    Memo::new(move |_| view.with(|view| of(&model, view)))
}

fn matches(model: &Model, filter: &Filter, sort: Sort) -> Vec<Key<Fact>> {
    sorted(&model.dataset, &search(&model.index, &model.dataset, filter).facts, sort)
}
