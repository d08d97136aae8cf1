//! What search, facets, order and form leave of all entries.

use std::sync::Arc;

use reactive_graph::signal::ArcRwSignal;
use reactive_graph::traits::Update as _;

use crate::fact::{Fact, Key};
use crate::page::{Grouping, STEP, Shown, group};
use crate::query::{Facets, Filter, Sort, facets, search, sorted};
use crate::view_state::{Axis, Form};

use super::{App, Kept, Model, Standing, kept};

/// What follows from the reader's search.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub filter: Kept<Filter>,
    pub arrangement: Kept<(Sort, Form)>,
    pub matches: Kept<Vec<Key<Fact>>>,
    /// The rows of the timeline, where they are not the axis's own.
    pub grouping: Kept<Option<Grouping>>,
    n_wanted: Kept<usize>,
}

impl Finding {
    pub fn new(model: &Arc<Model>, standing: &ArcRwSignal<Standing>, axis: Kept<Axis>) -> Self {
        let filter = kept(model, standing, |_, now| now.view.filter.clone());
        let arrangement = kept(model, standing, |_, now| (now.view.sort, now.view.form));
        let found = Arc::clone(model);
        let matches = Kept::new(move || matches(&found, &filter.get(), arrangement.get().0));
        let rows = kept(model, standing, |_, now| now.view.rows);
        let grouped = Arc::clone(model);
        let grouping = Kept::new(move || group(grouped.archive.page(), (*rows.get())?, *axis.get()));
        Self { filter, arrangement, matches, grouping, n_wanted: kept(model, standing, |_, now| now.n_wanted) }
    }
}

impl App {
    /// Shows more of all entries.
    pub fn show_more(&self) {
        self.standing.update(|now| now.n_wanted += STEP);
    }

    pub(super) fn shown(&self) -> Shown {
        let matches = self.finding.matches.get().to_vec();
        Shown::first(matches, *self.finding.n_wanted.get(), self.model.outline.facts.len())
    }

    pub(super) fn counts(&self) -> Facets {
        facets(&self.model.archive.index, &self.model.archive.dataset, &self.finding.filter.get())
    }
}

fn matches(model: &Model, filter: &Filter, sort: Sort) -> Vec<Key<Fact>> {
    let archive = &model.archive;
    sorted(&archive.dataset, &search(&archive.index, &archive.dataset, filter).facts, sort)
}
