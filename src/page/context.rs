//! What every region needs: the facts, the interface texts, and where the page stands.

use crate::dataset::Dataset;
use crate::date::{CivilDay, Edtf};
use crate::fact::{Fact, Key};
use crate::i18n::{Form, Locale, Messages, Resolved, Text, base_language, date_text, date_with_time_text};

use super::WHOLE_UP_TO;

/// The page that is written.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The facts.
    pub dataset: &'a Dataset,
    /// The interface texts, in the interface's language.
    pub messages: &'a Messages,
    /// The language of the content: the page's.
    pub lang: &'a str,
    /// The way from the page to the site's root: empty or `../`.
    pub base: &'a str,
}

impl<'a> Page<'a> {
    /// How numbers and dates are written.
    pub fn locale(&self) -> Locale {
        self.messages.locale()
    }

    /// An interface text.
    pub fn say(&self, key: &'a str) -> &'a str {
        self.messages.get(key)
    }

    /// A text of the file in the page's language, or in the next best one. It names its language where that is not the
    /// one of what stands around it: the interface's, which is English where it is not there in the page's.
    pub fn text(&self, text: &'a Text) -> Resolved<'a> {
        let resolved = text.resolve(self.lang, self.dataset.default_language());
        Resolved { lang: resolved.lang.or(self.content_lang()), ..resolved }
    }

    /// The language of the content, where that of the interface is another one.
    pub fn content_lang(&self) -> Option<&'a str> {
        let is_other = !self.messages.lang().eq_ignore_ascii_case(base_language(self.lang));
        is_other.then_some(self.lang)
    }

    /// The same without its language, for attributes and places where only letters go.
    pub fn plain(&self, text: &'a Text) -> &'a str {
        self.text(text).text
    }

    /// A date in full.
    pub fn date(&self, date: &Edtf) -> String {
        date_text(date, self.locale(), Form::Long)
    }

    /// A date where there is little room.
    pub fn short_date(&self, date: &Edtf) -> String {
        date_text(date, self.locale(), Form::Short)
    }

    /// When a fact happened, in full; empty when it does not say.
    pub fn happened(&self, fact: &Fact) -> String {
        fact.when
            .as_ref()
            .map(|when| date_with_time_text(when, fact.time, self.locale(), Form::Long))
            .unwrap_or_default()
    }

    /// A day in full.
    pub fn day(&self, day: CivilDay) -> String {
        self.date(&Edtf::from(day))
    }

    /// Whether the page holds only the first of its entries, and with them no more than it must.
    pub fn is_partial(&self) -> bool {
        self.dataset.facts.len() > WHOLE_UP_TO
    }

    /// A fact by its key.
    pub fn fact(&self, key: Key<Fact>) -> &'a Fact {
        &self.dataset[key]
    }

    /// The day on which a native editor read the page's language, if one did.
    pub fn reviewed_on(&self) -> Option<CivilDay> {
        self.dataset.reviewed.iter().find(|(lang, _)| lang == self.lang).and_then(|(_, day)| *day)
    }

    /// The address that opens a fact, with or without scripts.
    pub fn link_of(&self, fact: &Fact) -> String {
        link_to(&fact.id)
    }

    /// The name of a fact in few words: its label; its whole text where it has none, since a sentence is never cut.
    pub fn label(&self, fact: &'a Fact) -> Resolved<'a> {
        self.text(fact.label.as_ref().unwrap_or(&fact.text))
    }
}

/// The address that opens the fact of an id.
pub fn link_to(fact: &str) -> String {
    ["?fact=", fact, "#fact-", fact].concat()
}
