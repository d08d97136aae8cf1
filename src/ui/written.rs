//! The words of a page that the build wrote: most came with the parcel. The evidence stands in the entries; where the
//! page does not hold them all, it is fetched from their plain pages on use.

use std::cell::RefCell;

use crate::fact::{Fact, Key};
use crate::page::{Word, Words, entry_in, plain_page_of};
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
            let (page, line) = (self.plain_page_of(fact), self.words.word(fact, Word::Line));
            ["<p><a href=\"", &page, "#fact-", id, "\">", line, "</a></p>"].concat()
        });
        ["<div class=\"ev\" data-fact=\"", id, "\" aria-current=\"true\">", &parts, "</div>"].concat()
    }

    /// Parts of an entry that has its evidence: in the page, or else in the plain page that was brought last. That is
    /// sent for where it is another one.
    fn parts(&self, fact: Key<Fact>, selector: &str) -> Option<String> {
        let id = self.words.id(fact);
        let brought = || LAST.with_borrow(|last| Entries::of(entry_in(last, id)?)?.parts(id, selector));
        let parts = Entries::here().and_then(|here| here.parts(id, selector)).or_else(brought);
        if parts.is_none() {
            send_for(self.plain_page_of(fact));
        }
        parts
    }

    fn plain_page_of(&self, fact: Key<Fact>) -> String {
        let rank = self.in_order.iter().position(|key| *key == fact).unwrap_or_default();
        plain_page_of(rank)
    }
}

thread_local! {
    /// The text of the plain page that came last.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
    /// The address of the one that is on its way, or has come.
    static SENT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn send_for(url: String) {
    let is_sent = move |url: &String| SENT.with_borrow(|sent| sent == url);
    if is_sent(&url) {
        return;
    }
    SENT.set(url.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let html = fetch::text(&url).await;
        // By then the reader may have gone on to what stands in another one.
        match html {
            _ if !is_sent(&url) => {}
            Ok(html) => {
                LAST.set(html);
                page::announce(BROUGHT);
            }
            // Whoever asks again sends for it again; until then the way to it is shown.
            Err(_) => SENT.set(String::new()),
        }
    });
}
