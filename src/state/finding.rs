//! What search, facets, order and form leave of all entries.

use std::sync::Arc;

use reactive_graph::signal::ArcRwSignal;

use crate::fact::{Fact, Key};
use crate::page::{Evidence, Grouping, STEP, Shown, group};
use crate::query::{Facets, Filter, Sort, facets, search};
use crate::view_state::{Axis, Form};

use super::model::in_order;
use super::{App, Kept, Model, Standing, kept};

/// What a search leaves, by place in the file; `None` where that is all.
pub(super) type Found = Option<Vec<bool>>;

/// What follows from the reader's search.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub filter: Kept<Filter>,
    pub arrangement: Kept<(Sort, Form)>,
    /// What the filter lets through.
    pub found: Kept<Found>,
    /// The same as the timeline shows it.
    pub settled: Kept<Arc<Found>>,
    /// What the filter lets through, in order.
    pub matches: Kept<Vec<Key<Fact>>>,
    /// The rows of the timeline, where they are not the axis's own.
    pub grouping: Kept<Option<Grouping>>,
    n_wanted: Kept<usize>,
    is_as_written: Kept<bool>,
}

impl Finding {
    pub fn new(model: &Arc<Model>, standing: &ArcRwSignal<Standing>, axis: Kept<Axis>) -> Self {
        let filter = kept(model, standing, |_, now| now.view.filter.clone());
        let arrangement = kept(model, standing, |_, now| (now.view.sort, now.view.form));
        let ranked = Arc::clone(model);
        let ranking = Kept::uncompared(move || ranking(&ranked, arrangement.get().0));
        let searched = Arc::clone(model);
        let found = Kept::new(move || found(&searched, &filter.get()));
        let matches = Kept::uncompared(move || matches(&ranking.get(), found.get().as_deref()));
        let settled = kept(model, standing, |_, now| Arc::clone(&now.settled));
        let rows = kept(model, standing, |_, now| now.view.rows);
        let grouped = Arc::clone(model);
        let grouping = Kept::new(move || group(grouped.archive.page(), (*rows.get())?, *axis.get()));
        let n_wanted = kept(model, standing, |_, now| now.n_wanted);
        let is_as_written = kept(model, standing, |_, now| now.is_as_written);
        Self { filter, arrangement, found, settled, matches, grouping, n_wanted, is_as_written }
    }
}

impl App {
    /// Shows more of all entries.
    pub fn show_more(&self) {
        self.change(|now| now.n_wanted += STEP);
    }

    /// Lets the timeline show what the list does. Both at once are more than a page should do between two letters.
    pub fn settle(&self) {
        let found = self.finding.found.now();
        self.change(|now| now.settled = found);
    }

    pub(super) fn shown(&self) -> Shown {
        let matches = self.finding.matches.get().to_vec();
        let shown = Shown::first(matches, *self.finding.n_wanted.get(), self.model.outline.facts.len());
        if self.model.archive.stands_alone { Shown { evidence: Evidence::Here, ..shown } } else { shown }
    }

    /// What each choice would leave; nothing yet for a page that is being written, where nobody chooses.
    pub(super) fn counts(&self) -> Option<Facets> {
        (!*self.finding.is_as_written.get()).then(|| self.model.archive.search(&self.finding.filter.get(), facets))
    }
}

/// All facts in an order: sorting them once for each order costs less than sorting what each key press leaves.
fn ranking(model: &Model, sort: Sort) -> Vec<Key<Fact>> {
    if sort == Sort::default() { model.in_order.clone() } else { in_order(&model.archive.dataset, sort) }
}

fn found(model: &Model, filter: &Filter) -> Found {
    if filter.is_empty() {
        return None;
    }
    let mut is_match = vec![false; model.outline.facts.len()];
    for key in model.archive.search(filter, search).facts {
        is_match[key.index()] = true;
    }
    Some(is_match)
}

fn matches(ranking: &[Key<Fact>], found: Option<&[bool]>) -> Vec<Key<Fact>> {
    let is_match = |key: &Key<Fact>| found.is_none_or(|found| found[key.index()]);
    ranking.iter().copied().filter(is_match).collect()
}
