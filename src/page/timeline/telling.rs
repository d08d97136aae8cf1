//! What the timeline is drawn from: the facts in outline, and their words on demand.
//!
//! The words come from the facts where these are there. In a page that the build wrote they were written down with it
//! (`parcel`), so that what such a page loads neither holds the facts nor knows how to put them.

use crate::date::CivilDay;
use crate::fact::{Axis, Fact, Key};
use crate::i18n::{Form, Messages, day_text};
use crate::page::Html;
use crate::page::attribution::put_mark;
use crate::page::evidence::put_fact_link;

use super::Outline;

/// One of the things that are said about a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// What its mark says aloud and in the list by day, where no label of its own stands beside it.
    Spoken,
    /// Its day on an axis, in full.
    Day(Axis),
    /// What the list by day says beside it: its hour on an axis, if it has one; all of a date that is no plain day.
    Hour(Axis),
    /// The class of its mark, by the standing of whoever speaks.
    Mark,
    /// Whose words it is in the legend; empty where it is nobody's.
    Voice,
    /// What a line that leads to it says. HTML.
    Line,
    /// Its evidence. HTML.
    Evidence,
    /// The same as it is folded under its entry; empty as long as it is on its way. HTML.
    Folded,
}

/// Whatever knows the words.
pub trait Words: Send + Sync + std::fmt::Debug {
    /// One of them.
    fn word(&self, fact: Key<Fact>, word: Word) -> String;
}

/// The timeline that is written.
#[derive(Debug, Clone, Copy)]
pub struct Telling<'a> {
    /// The facts in outline.
    pub outline: &'a Outline,
    /// Their words.
    pub words: &'a dyn Words,
    /// The interface texts.
    pub messages: &'a Messages,
}

impl<'a> Telling<'a> {
    /// An interface text.
    pub fn say(&self, key: &'a str) -> &'a str {
        self.messages.get(key)
    }

    /// A word of a fact.
    pub fn word(&self, fact: Key<Fact>, word: Word) -> String {
        self.words.word(fact, word)
    }

    /// A day in full.
    pub fn day(&self, day: CivilDay) -> String {
        day_text(day, self.messages.locale(), Form::Long)
    }

    /// A block of facts as links, a line each.
    pub fn write_lines(&self, html: &mut Html, facts: &[Key<Fact>]) {
        html.raw(r#"<ul class="fact-lines">"#);
        for fact in facts {
            html.raw("<li>");
            put_mark(html, &self.word(*fact, Word::Mark));
            put_fact_link(html, self.outline.id_of(*fact), &self.word(*fact, Word::Line));
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    /// The evidence of a fact, with the buttons that close it and go on to another one. `place` tells the panels apart.
    pub fn write_evidence(&self, html: &mut Html, fact: Key<Fact>, place: &str) {
        html.raw(r#"<div class="panel"><div class="ev-tools needs-app">"#);
        for (action, key, sign) in
            [("previous", "previous-entry", "◂"), ("next", "next-entry", "▸"), ("close", "close", "✕")]
        {
            let data_key = [action, "-", place].concat();
            let name = self.say(key);
            let button = r#"<button type="button" data-do="{}" data-key="{}" aria-label="{}" title="{}">{}</button>"#;
            html.put(button, &[action, &data_key, name, name, sign]);
        }
        html.raw("</div>").written(&self.word(fact, Word::Evidence)).raw("</div>");
    }
}

/// What opens under a card: the evidence of the fact that was chosen on it.
pub fn card_evidence(telling: Telling<'_>, fact: Key<Fact>) -> Html {
    let mut html = Html::new();
    telling.write_evidence(&mut html, fact, "card");
    html
}
