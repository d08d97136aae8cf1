//! The small picture on a card. Every mark of it is a link to its evidence, and its words carry what it shows: a
//! picture that cannot be seen is still a list.

mod bars;
mod history;
mod labels;
mod rows;
mod squares;

use crate::fact::{Card, Fact, Group, Key, Picture};

use super::{Html, Page};

pub use history::scaled_history;

/// Writes the picture that a card asks for.
pub fn write_picture(html: &mut Html, page: Page<'_>, card: &Card) {
    match card.picture {
        Picture::None | Picture::List => rows::list(html, page, card),
        Picture::Strip => rows::strip(html, page, card),
        Picture::History => history::history(html, page, card),
        Picture::Bars => bars::bars(html, page, card),
        Picture::Squares => squares::squares(html, page, card),
    }
}

/// Reports of one utterance are one mark: those whose first report stands on the card too are left to the evidence.
fn once_each(page: Page<'_>, facts: &[Key<Fact>]) -> Vec<Key<Fact>> {
    let stands = |key: &Key<Fact>| {
        let fact = page.fact(*key);
        fact.repeats.is_none_or(|first| !facts.contains(&first))
    };
    facts.iter().copied().filter(stands).collect()
}

/// Whether all facts of a card count one thing, so that only the speaker tells them apart.
fn one_measure(page: Page<'_>, card: &Card) -> bool {
    let mut measures = card.groups.iter().flat_map(|group| &group.facts).map(|key| page.fact(*key).measure);
    let Some(first) = measures.next() else { return true };
    measures.all(|measure| measure == first)
}

/// What must be said about a group, under it.
fn write_note(html: &mut Html, page: Page<'_>, group: &Group) {
    if let Some(note) = &group.note {
        html.told(r#"<p class="pic-group""#, page.text(note), "</p>");
    }
}

/// A fraction of a width as CSS writes it.
fn percent(fraction: f64) -> String {
    super::timeline::decimals(fraction * 100.0)
}
