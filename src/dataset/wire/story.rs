//! Cards, eras, chapters, sections, disagreements and corrections: what an editor makes of the facts.

use crate::fact::{Axis, Card, Chapter, Correction, Disagreement, Era, Headline, Key, Picture, Section};
use crate::i18n::Text;

use super::super::desk::{Ids, Place};
use super::super::facts_file::{AllIds, List};
use super::super::json::Shape;
use super::super::object::{Object, shortened};
use super::{keys, read_facts, read_groups};

pub(super) fn card(object: &mut Object<'_, '_>, ids: &AllIds) -> Option<Card> {
    const PICTURES: [(&str, Picture); 6] = [
        ("none", Picture::None),
        ("strip", Picture::Strip),
        ("history", Picture::History),
        ("bars", Picture::Bars),
        ("squares", Picture::Squares),
        ("list", Picture::List),
    ];
    let picture = object.choice("picture", &PICTURES.map(|(name, _)| name));
    let (title, note, wide) = (object.text("title"), object.text("note"), object.boolean("wide"));
    let headline = headline(object, ids);
    let beside = object.reference("beside", ids.of(List::Facts), "fact").map(Key::new);
    let groups = read_groups(object, ids.of(List::Facts));
    let picture = picture.map_or(Picture::None, |place| PICTURES[place].1);
    Some(Card { id: object.id.clone(), title, headline: headline?, beside, groups, picture, note, wide })
}

/// A fact with a value, or a derived figure. A fact goes first where both have the id.
fn headline(object: &mut Object<'_, '_>, ids: &AllIds) -> Option<Headline> {
    let node = object.need("headline")?;
    let id = object.string("headline")?;
    if let Some(place) = ids.of(List::Derived).place(&id)
        && ids.of(List::Facts).find(&id) == Place::Nowhere
    {
        return Some(Headline::Derived(Key::new(place)));
    }
    if ids.of(List::Derived).find(&id) == Place::SetAside {
        let what = format!("`headline` names the derived figure `{id}`, which was set aside");
        object.error(node.at, what, "mend that derived figure first");
        return None;
    }
    object.reference("headline", ids.of(List::Facts), "fact").map(|place| Headline::Fact(Key::new(place)))
}

pub(super) fn era(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Option<Era> {
    let (name, when) = (object.need_text("name"), object.need_date("when"));
    let facts = keys(read_facts(object, fact_ids));
    Some(Era { id: object.id.clone(), name: name?, when: when?, facts })
}

pub(super) fn chapter(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Option<Chapter> {
    let (name, when, text) = (object.need_text("name"), object.need_date("when"), object.text("text"));
    let axis = match object.choice("axis", &["happened", "said"]) {
        Some(1) => Axis::Said,
        _ => Axis::Happened,
    };
    let facts = keys(read_facts(object, fact_ids));
    Some(Chapter { id: object.id.clone(), name: name?, when: when?, axis, text, facts })
}

pub(super) fn section(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Option<Section> {
    let (title, text) = (object.need_text("title"), object.text("text"));
    object.need("groups");
    let groups = read_groups(object, fact_ids);
    Some(Section { id: object.id.clone(), title: title?, text, groups })
}

pub(super) fn disagreement(object: &mut Object<'_, '_>, ids: &AllIds) -> Option<Disagreement> {
    let text = object.need_text("text");
    let n_named = object.need("facts").map_or(0, |node| node.items().count());
    let facts = read_facts(object, ids.of(List::Facts));
    if facts.len() < 2 && object.failure.is_none() {
        let (what, mend) = if n_named < 2 {
            ("a disagreement has two facts or more", "name the facts that differ")
        } else {
            ("fewer than two of its facts stand", "mend those that were set aside")
        };
        object.error(object.at, what.to_owned(), mend);
    }
    let measures = keys(object.references("measures", ids.of(List::Measures), "measure"));
    Some(Disagreement { id: object.id.clone(), facts: keys(facts), text: text?, measures })
}

pub(super) fn correction(object: &mut Object<'_, '_>, fact_ids: &Ids) -> Option<Correction> {
    let date = object.need("date").and_then(|node| object.day_of("date", node));
    let (fact_id, field, why) = (object.need_string("fact"), object.need_string("field"), object.need_text("why"));
    let (was, now) = (state(object, "was"), state(object, "now"));
    let fact = fact_id.as_deref().and_then(|id| fact_ids.place(id)).map(Key::new);
    if let (Some(id), Some(node)) = (&fact_id, object.node("fact"))
        && fact_ids.find(id) == Place::Nowhere
    {
        let what = format!("`fact` names the fact `{}`, which is not in the file", shortened(id));
        object.error(node.at, what, "name the fact that was changed");
    }
    Some(Correction { date: date?, fact, fact_id: fact_id?, field: field?, was: was?, now: now?, why: why? })
}

/// What stood, or stands, behind a key of a fact: a text, or anything else as it is written.
fn state(object: &mut Object<'_, '_>, key: &'static str) -> Option<Text> {
    let node = object.need(key)?;
    match node.shape() {
        Shape::String => node.string().map(|text| Text::plain(text.into_owned())),
        Shape::Object => object.text(key),
        _ => Some(Text::plain(node.raw.to_owned())),
    }
}
