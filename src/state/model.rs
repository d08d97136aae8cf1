//! What the page shows, unchanging as long as it stands.

use crate::fact::{Fact, Key};
use crate::i18n::Messages;
use crate::page::{Outline, Telling, Words};
use crate::view_state::{Notice, ViewState};

/// What the page shows.
#[derive(Debug)]
pub struct Model {
    /// The facts in outline.
    pub outline: Outline,
    /// The interface texts.
    pub messages: Messages,
    /// The facts, and what is needed to find and put them.
    #[cfg(feature = "draw")]
    pub archive: std::sync::Arc<Archive>,
    /// All facts, in the usual order of the entries.
    pub in_order: Vec<Key<Fact>>,
    words: Box<dyn Words>,
}

impl Model {
    /// What the build wrote down.
    #[cfg(not(feature = "draw"))]
    pub fn written(outline: Outline, in_order: Vec<Key<Fact>>, messages: Messages, words: Box<dyn Words>) -> Self {
        Self { outline, messages, in_order, words }
    }

    /// What the timeline is drawn from.
    pub fn telling(&self) -> Telling<'_> {
        Telling { outline: &self.outline, words: &*self.words, messages: &self.messages }
    }

    /// The selected fact of a view.
    pub fn selected(&self, view: &ViewState) -> Option<Key<Fact>> {
        self.outline.fact_by_id(view.fact.as_deref()?)
    }

    /// Takes out of a view what names nothing in this file, and tells it.
    pub(super) fn drop_unknown(&self, view: &mut ViewState, notices: &mut Vec<Notice>) {
        let outline = &self.outline;
        let mut check = |name: &str, id: &mut Option<String>, is_known: fn(&Outline, &String) -> bool| {
            if let Some(unknown) = id.take_if(|id| !is_known(outline, id)) {
                notices.push(Notice::unknown(name, unknown));
            }
        };
        check("fact", &mut view.fact, |outline, id| outline.fact_by_id(id).is_some());
        check("card", &mut view.card, |outline, id| outline.cards.contains(id));
        check("chapter", &mut view.chapter, |outline, id| outline.chapter_by_id(id).is_some());
        #[cfg(feature = "draw")]
        self.archive.drop_unknown(view, notices);
    }
}

#[cfg(feature = "draw")]
pub use archive::Archive;
#[cfg(feature = "draw")]
pub(super) use archive::in_order;

#[cfg(feature = "draw")]
mod archive {
    use std::sync::{Arc, Mutex, PoisonError};

    use super::{Model, Notice, ViewState};
    use crate::dataset::Dataset;
    use crate::fact::{Fact, Key};
    use crate::i18n::Messages;
    use crate::page::{Page, Whose, Word, Words, outline};
    use crate::query::{Facet, Filter, Index, Sort, sorted};

    /// The facts themselves, and what is needed to find and put them.
    #[derive(Debug)]
    pub struct Archive {
        /// The facts.
        pub dataset: Dataset,
        /// Their words, to be searched; filled when they are first needed, or before that bit by bit.
        index: Mutex<Index>,
        /// Whose they are.
        pub whose: Whose,
        /// Whether the page has no plain pages beside it, and so holds the evidence of all its entries.
        pub stands_alone: bool,
        messages: Messages,
        lang: String,
        base: String,
    }

    impl Model {
        /// Makes the facts of the site searchable in the page's language. `base` is the way from the page to the
        /// site's root.
        pub fn new(dataset: Dataset, messages: Messages, lang: &str, base: &str) -> Self {
            Self::of(Archive::new(dataset, messages, lang, base))
        }

        /// The same for a page that has no plain pages beside it.
        pub fn alone(dataset: Dataset, messages: Messages, lang: &str, base: &str) -> Self {
            Self::of(Archive { stands_alone: true, ..Archive::new(dataset, messages, lang, base) })
        }

        /// The facts of a file that the reader brought, on the same page.
        #[must_use]
        pub fn with_own(&self, dataset: Dataset) -> Self {
            let Archive { messages, lang, base, .. } = &*self.archive;
            let archive = Archive::new(dataset, messages.clone(), lang, base);
            Self::of(Archive { whose: Whose::Reader, stands_alone: true, ..archive })
        }

        fn of(archive: Archive) -> Self {
            let archive = Arc::new(archive);
            let words = Box::new(Arc::clone(&archive));
            let in_order = in_order(&archive.dataset, Sort::default());
            Self { outline: outline(archive.page()), messages: archive.messages.clone(), in_order, words, archive }
        }
    }

    /// All facts in an order.
    pub(in crate::state) fn in_order(dataset: &Dataset, sort: Sort) -> Vec<Key<Fact>> {
        sorted(dataset, &dataset.fact_keys().collect::<Vec<_>>(), sort)
    }

    impl Archive {
        fn new(dataset: Dataset, messages: Messages, lang: &str, base: &str) -> Self {
            let index = Mutex::new(Index::new(&dataset, lang));
            let (lang, base) = (lang.to_owned(), base.to_owned());
            Self { dataset, index, whose: Whose::Site, stands_alone: false, messages, lang, base }
        }

        /// The page that is written.
        pub fn page(&self) -> Page<'_> {
            Page { dataset: &self.dataset, messages: &self.messages, lang: &self.lang, base: &self.base }
        }

        /// Adds the words of some more facts to what can be searched, and tells whether there are more.
        pub fn index_some(&self, n_facts: usize) -> bool {
            // A panic elsewhere leaves an index that lacks some words.
            self.index.lock().unwrap_or_else(PoisonError::into_inner).add_chunk(&self.dataset, n_facts)
        }

        /// Searches with all words in the index, if the filter has any.
        pub(in crate::state) fn search<T>(&self, filter: &Filter, how: fn(&Index, &Dataset, &Filter) -> T) -> T {
            if !filter.words.trim().is_empty() {
                self.index_some(usize::MAX);
            }
            how(&self.index.lock().unwrap_or_else(PoisonError::into_inner), &self.dataset, filter)
        }

        /// Takes out of a filter what names nothing in this file, and tells it.
        pub(super) fn drop_unknown(&self, view: &mut ViewState, notices: &mut Vec<Notice>) {
            for facet in Facet::ALL {
                view.filter.chosen_mut(facet).retain(|id| {
                    let is_known = facet.option_by_id(&self.dataset, id).is_some();
                    if !is_known {
                        notices.push(Notice::unknown(facet.name(), id.clone()));
                    }
                    is_known
                });
            }
        }
    }

    impl Words for Arc<Archive> {
        fn word(&self, fact: Key<Fact>, word: Word) -> String {
            self.page().word(fact, word)
        }
    }
}
