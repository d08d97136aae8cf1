//! The words of a page that the build wrote: most came with the parcel. The evidence stands in the entries; where the
//! page does not hold them all, it is fetched from their plain pages on use.

use std::cell::RefCell;

use crate::fact::{Fact, Key};
use crate::page::{PER_PLAIN_PAGE, Word, Words};
use crate::parcel::Written;
use crate::web::entry::Entries;
use crate::web::{fetch, page};

/// Evidence was brought, and what waits for it is to be drawn anew.
pub(super) const BROUGHT: &str = "factline:brought";

/// What the build wrote of each fact.
#[derive(Debug)]
pub(super) struct WrittenWords {
    pub words: Written,
    /// Every fact in the order of the entries.
    pub in_order: Vec<Key<Fact>>,
}

impl Words for WrittenWords {
    fn word(&self, fact: Key<Fact>, word: Word) -> String {
        match word {
            Word::Evidence => self.evidence(fact),
            Word::Folded => self.parts(fact, ".folded").unwrap_or_default(),
            _ => self.words.word(fact, word).to_owned(),
        }
    }
}

impl WrittenWords {
    /// The evidence of a fact, put together from its entry as `page::evidence` writes it; the way to it as long as
    /// that is on its way.
    fn evidence(&self, fact: Key<Fact>) -> String {
        let id = self.words.id(fact);
        let parts = self.parts(fact, ".kind, .entry-text, .ev-more").unwrap_or_else(|| {
            let n = self.plain_page_of(fact);
            ["<p><a href=\"facts/", &n, "/#fact-", id, "\">", self.words.word(fact, Word::Line), "</a></p>"].concat()
        });
        ["<div class=\"ev\" data-fact=\"", id, "\" aria-current=\"true\">", &parts, "</div>"].concat()
    }

    /// Parts of an entry that has its evidence: in the page, or else in the plain page that was brought last. That is
    /// sent for where it is another one.
    fn parts(&self, fact: Key<Fact>, selector: &str) -> Option<String> {
        let id = self.words.id(fact);
        let brought = || LAST.with_borrow(|last| last.as_ref()?.parts(id, selector));
        let parts = Entries::here().and_then(|here| here.parts(id, selector)).or_else(brought);
        if parts.is_none() {
            send_for(self.plain_page_of(fact));
        }
        parts
    }

    fn plain_page_of(&self, fact: Key<Fact>) -> String {
        let rank = self.in_order.iter().position(|key| *key == fact).unwrap_or_default();
        (rank / PER_PLAIN_PAGE + 1).to_string()
    }
}

thread_local! {
    /// The plain page that came last.
    static LAST: RefCell<Option<Entries>> = const { RefCell::new(None) };
    /// The one that is on its way, or has come.
    static SENT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn send_for(n: String) {
    if SENT.with_borrow(|sent| *sent == n) {
        return;
    }
    SENT.set(n.clone());
    wasm_bindgen_futures::spawn_local(async move {
        // Whoever asks again where it did not come sends for it again; until then the way to it is shown.
        match fetch::text(&["facts/", &n, "/"].concat()).await {
            Ok(html) => {
                LAST.set(Entries::of(&html));
                page::announce(BROUGHT);
            }
            Err(_) => SENT.set(String::new()),
        }
    });
}
