//! The words of a page that the build wrote: most came with the parcel, and the evidence stands in the entries.

use crate::fact::{Fact, Key};
use crate::page::{Word, Words};
use crate::parcel::Written;
use crate::web::entry;

/// What the build wrote of each fact.
#[derive(Debug)]
pub(super) struct WrittenWords(pub Written);

impl Words for WrittenWords {
    fn word(&self, fact: Key<Fact>, word: Word) -> String {
        match word {
            Word::Evidence => evidence(self.0.id(fact)),
            _ => self.0.word(fact, word).to_owned(),
        }
    }
}

/// The evidence of a fact, put together from its entry as `page::evidence` writes it.
fn evidence(id: &str) -> String {
    let parts = entry::outer_html(&["fact-", id].concat(), ".kind, .entry-text, .ev-more");
    ["<div class=\"ev\" data-fact=\"", id, "\" aria-current=\"true\">", &parts, "</div>"].concat()
}
