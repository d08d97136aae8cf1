//! Facts.
//!
//! Facts refer to each other, so they are read first and tied together when all of them are known.

use crate::fact::{DEFAULT_WEIGHT, Fact, Key, Kind, Media, Qualifier, Speaker, SpeakerKind, Value, Withdrawn};

use super::super::address::is_relative;
use super::super::desk::{Desk, Ids, Place, SetAside};
use super::super::facts_file::{Dataset, List};
use super::super::issue::{Issue, Severity};
use super::super::object::Object;
use super::keys;

/// What ties facts together while they are read: the names that they call each other by.
#[derive(Debug, Default)]
pub(super) struct Ties {
    /// For each fact, in the order of the list.
    names: Vec<Names>,
    ad_hoc: Vec<Speaker>,
    /// The places of those speakers, by the role as it is written in the file.
    roles: Ids,
}

#[derive(Debug, Default)]
struct Names {
    repeats: Option<Name>,
    withdrawn_fact: Option<Name>,
}

/// The id of another fact, and where it stands.
#[derive(Debug)]
struct Name {
    at: usize,
    id: String,
}

/// Reads a fact.
pub(super) fn read(object: &mut Object<'_, '_>, dataset: &mut Dataset, ties: &mut Ties) {
    let ids = &dataset.ids;
    let text = object.need_text("text");
    let source = object.need_reference("source", ids.of(List::Sources), "source");
    let by = match object.reference("by", ids.of(List::Speakers), "speaker") {
        Some(place) => Some(Key::new(place)),
        None => ad_hoc(object, ties, dataset.speakers.len()),
    };
    let value = value(object);
    let measure = object.reference("measure", ids.of(List::Measures), "measure").map(Key::new);
    if value.is_some() && object.node("measure").is_none() {
        let stated = object.node("value").or(object.node("value_min"));
        object.error(
            stated.map_or(object.at, |node| node.at),
            String::from("the value has no measure"),
            "add `measure`: what is counted, and in what",
        );
    }
    let repeats = name(object, "repeats");
    let (withdrawn, withdrawn_fact) = withdrawn(object, ids.of(List::Speakers));
    let fact = Fact {
        id: object.id.clone(),
        text: text.unwrap_or_default(),
        label: object.text("label"),
        weight: weight(object),
        kind: kind(object, value.is_some()),
        source: Key::new(source.unwrap_or_default()),
        locator: object.text("locator"),
        when: object.date("when"),
        time: time(object),
        time_zone: object.string("time_zone"),
        as_of: object.date("as_of"),
        by,
        role: object.text("role"),
        via: object.text("via"),
        places: keys(object.references("places", ids.of(List::Places), "place")),
        topics: keys(object.references("topics", ids.of(List::Topics), "topic")),
        track: object.reference("track", ids.of(List::Tracks), "track").map(Key::new),
        measure,
        value,
        qualifier: qualifier(object),
        series: object.string("series"),
        repeats: None,
        withdrawn,
        quote: object.text("quote"),
        media: media(object),
        note: object.text("note"),
    };
    // Without a text or a source the object has failed, and nothing of it is kept.
    if object.failure.is_none() {
        dataset.facts.push(fact);
        ties.names.push(Names { repeats, withdrawn_fact });
    }
}

/// A speaker made from a `by_role`. Facts with the same role text share one.
fn ad_hoc(object: &mut Object<'_, '_>, ties: &mut Ties, n_named: usize) -> Option<Key<Speaker>> {
    let raw = object.node("by_role")?.raw;
    let name = object.text("by_role")?;
    let place = ties.roles.place(raw).unwrap_or_else(|| {
        let place = n_named + ties.ad_hoc.len();
        ties.roles.stand(raw, place);
        let id = format!("~{}", object.id);
        ties.ad_hoc.push(Speaker { id, name, kind: SpeakerKind::Unnamed, role: None, voice: None });
        place as u32
    });
    Some(Key::new(place))
}

fn name(object: &mut Object<'_, '_>, key: &'static str) -> Option<Name> {
    let at = object.node(key)?.at;
    object.string(key).map(|id| Name { at, id })
}

fn kind(object: &mut Object<'_, '_>, has_value: bool) -> Kind {
    let default = if has_value { Kind::Figure } else { Kind::Statement };
    object.choice("kind", &Kind::ALL.map(Kind::name)).map_or(default, |kind| Kind::ALL[kind])
}

fn weight(object: &mut Object<'_, '_>) -> u8 {
    let Some(node) = object.node("weight") else { return DEFAULT_WEIGHT };
    match node.raw {
        "1" => 1,
        "2" => 2,
        "3" => 3,
        _ => {
            object.wrong("weight", node, "1, 2 or 3", "write 1 for a label that is kept longest");
            DEFAULT_WEIGHT
        }
    }
}

fn time(object: &mut Object<'_, '_>) -> Option<crate::date::ClockTime> {
    let node = object.node("time")?;
    let time = object.string("time")?.parse().ok();
    if time.is_none() {
        object.wrong("time", node, "a time", "write it as 01:30");
    }
    time
}

fn qualifier(object: &mut Object<'_, '_>) -> Option<Qualifier> {
    const QUALIFIERS: [(&str, Qualifier); 7] = [
        ("exact", Qualifier::Exact),
        ("about", Qualifier::About),
        ("at least", Qualifier::AtLeast),
        ("more than", Qualifier::MoreThan),
        ("at most", Qualifier::AtMost),
        ("less than", Qualifier::LessThan),
        ("expected", Qualifier::Expected),
    ];
    object.choice("qualifier", &QUALIFIERS.map(|(name, _)| name)).map(|place| QUALIFIERS[place].1)
}

fn value(object: &mut Object<'_, '_>) -> Option<Value> {
    let [single, min, max] = ["value", "value_min", "value_max"].map(|key| object.node(key));
    if let (Some(_), Some(node)) | (Some(node), None) = (single, min.or(max)) {
        if min.or(max).is_some() {
            object.error(node.at, String::from("a value and a range"), "keep `value`, or `value_min` and `value_max`");
            return None;
        }
        return object.decimal("value").map(Value::Single);
    }
    match (min, max) {
        (None, None) => None,
        (Some(node), Some(_)) => {
            let (low, high) = (object.decimal("value_min")?, object.decimal("value_max")?);
            if low > high {
                object.error(node.at, String::from("the range runs backwards"), "exchange `value_min` and `value_max`");
                return None;
            }
            Some(if low == high { Value::Single(low) } else { Value::Between(low, high) })
        }
        (Some(node), None) | (None, Some(node)) => {
            let what = String::from("half of a range");
            object.error(
                node.at,
                what,
                "give `value_min` and `value_max`, or `value` with a qualifier such as \"at least\"",
            );
            None
        }
    }
}

fn withdrawn(object: &mut Object<'_, '_>, speakers: &Ids) -> (Option<Withdrawn>, Option<Name>) {
    let Some(node) = object.node("withdrawn") else { return (None, None) };
    let mut inner = object.enter(node);
    let by = inner.reference("by", speakers, "speaker").map(Key::new);
    let fact = name(&mut inner, "fact");
    let as_of = inner.need_date("as_of");
    let failure = inner.failure.take();
    object.failure = object.failure.take().or(failure);
    (as_of.map(|as_of| Withdrawn { as_of, by, fact: None }), fact)
}

fn media(object: &mut Object<'_, '_>) -> Vec<Media> {
    let mut media = Vec::new();
    for node in object.list("media") {
        let mut inner = object.enter(node);
        let (src, alt, credit) = (inner.need_string("src"), inner.need_text("alt"), inner.need_text("credit"));
        if let (Some(src), Some(node)) = (&src, inner.node("src"))
            && !is_relative(src)
        {
            inner.wrong(
                "src",
                node,
                "a relative address",
                "put the picture beside the page: nothing is loaded from elsewhere",
            );
        }
        let failure = inner.failure.take();
        object.failure = object.failure.take().or(failure);
        if let (Some(src), Some(alt), Some(credit)) = (src, alt, credit) {
            media.push(Media { src, alt, credit });
        }
    }
    media
}

/// Ties the facts together. One that names a fact that is not in the file is set aside; one that names a fact that was
/// set aside stands, without the tie, so that one bad fact does not take others with it.
pub(super) fn tie(desk: &mut Desk, dataset: &mut Dataset, ties: &mut Ties) {
    let ids = dataset.ids.of_mut(List::Facts);
    let mut names = core::mem::take(&mut ties.names).into_iter();
    let mut standing = Vec::new();
    dataset.facts.retain(|fact| {
        let names = names.next().unwrap_or_default();
        let broken = broken_name(fact, &names, ids, desk);
        let stands = broken.is_none();
        match broken {
            Some(issue) => {
                desk.tell(issue.clone());
                desk.set_aside.push(SetAside { noun: "fact", id: fact.id.clone(), issue });
                ids.drop(&fact.id);
            }
            None => standing.push(names),
        }
        stands
    });
    for (place, fact) in dataset.facts.iter().enumerate() {
        ids.stand(&fact.id, place);
    }
    let place_of = |name: &Option<Name>| name.as_ref().and_then(|name| ids.place(&name.id));
    let repeats: Vec<Option<u32>> = standing.iter().map(|names| place_of(&names.repeats)).collect();
    for ((fact, names), repeated) in dataset.facts.iter_mut().zip(&standing).zip(&repeats) {
        fact.repeats = repeated.map(Key::new);
        if let Some(withdrawn) = &mut fact.withdrawn {
            withdrawn.fact = place_of(&names.withdrawn_fact).map(Key::new);
        }
        for name in names.repeats.iter().chain(&names.withdrawn_fact) {
            if ids.find(&name.id) == Place::SetAside {
                desk.tell(about(fact, Severity::Warning, name, "was set aside", "mend that fact"));
            }
        }
        let is_second_hand = repeated.is_some_and(|first| repeats[first as usize].is_some());
        if let (true, Some(name)) = (is_second_hand, &names.repeats) {
            let mend = "name the fact that it repeats; until then this one stands for itself";
            desk.tell(about(fact, Severity::Warning, name, "repeats another fact itself", mend));
            fact.repeats = None;
        }
    }
    for speaker in ties.ad_hoc.drain(..) {
        dataset.ids.of_mut(List::Speakers).stand(&speaker.id, dataset.speakers.len());
        dataset.speakers.push(speaker);
    }
}

fn broken_name(fact: &Fact, names: &Names, ids: &Ids, desk: &mut Desk) -> Option<Issue> {
    for name in names.repeats.iter().chain(&names.withdrawn_fact) {
        if ids.find(&name.id) == Place::Nowhere {
            let mend = match desk.nearest(&name.id, ids) {
                Some(near) => format!("did you mean `{near}`?"),
                None => String::from("add that fact, or name another"),
            };
            return Some(about(fact, Severity::Error, name, "is not in the file", &mend));
        }
    }
    let itself = names.repeats.as_ref().filter(|name| name.id == fact.id)?;
    let mend = "name the fact that reports the same, or leave `repeats` out";
    Some(about(fact, Severity::Error, itself, "is this fact itself", mend))
}

fn about(fact: &Fact, severity: Severity, name: &Name, what: &str, mend: &str) -> Issue {
    let id = super::super::object::shortened(&name.id);
    let context = format!("fact `{}`", fact.id);
    Issue { severity, at: name.at, context, what: format!("the fact `{id}` {what}"), mend: mend.to_owned() }
}
