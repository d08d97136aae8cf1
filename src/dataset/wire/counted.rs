//! Units, measures and derived figures: what is counted, and in what.

use crate::fact::{Derived, Fact, Formula, Key, Measure, Unit, UnitName};

use super::super::desk::Ids;
use super::super::json::{Node, Shape};
use super::super::object::Object;
use super::keys;

pub(super) fn unit(object: &mut Object<'_, '_>) -> Option<Unit> {
    let node = object.need("name");
    let symbol = object.string("symbol");
    let mut names = Vec::new();
    for language in node?.entries() {
        let mut forms = Vec::new();
        for form in language.node.entries() {
            if let Some(text) = object.string_of("name", form.node) {
                if !text.as_bytes().windows(3).any(|part| part == b"{n}") {
                    let what = format!("the form `{}` of `{}` has no {{n}}", form.key, language.key);
                    object.error(form.node.at, what, "put {n} where the number goes");
                }
                forms.push((form.key.into_owned(), text));
            }
        }
        if language.node.shape() == Shape::Null {
            continue;
        }
        if !forms.iter().any(|(category, _)| category == "other") {
            let what = format!("`name` has no form `other` in `{}`", language.key);
            object.error(
                language.node.at,
                what,
                "write the forms as in {\"one\": \"{n} case\", \"other\": \"{n} cases\"}",
            );
        }
        names.push(UnitName { language: language.key.into_owned(), forms });
    }
    if names.is_empty() {
        object.wrong("name", node?, "a map of languages", "write it as in {\"en\": {\"other\": \"{n} cases\"}}");
    }
    Some(Unit { id: object.id.clone(), name: names, symbol })
}

pub(super) fn measure(object: &mut Object<'_, '_>, units: &Ids) -> Option<Measure> {
    let (name, definition) = (object.need_text("name"), object.text("definition"));
    let unit = object.need_reference("unit", units, "unit").map(Key::new);
    Some(Measure { id: object.id.clone(), name: name?, definition, unit: unit? })
}

/// What the formulas of derived figures are checked against.
#[derive(Clone, Copy)]
pub(super) struct Counted<'c> {
    pub facts: &'c [Fact],
    pub measures: &'c [Measure],
    pub fact_ids: &'c Ids,
}

pub(super) fn derived(object: &mut Object<'_, '_>, counted: Counted<'_>) -> Option<Derived> {
    let (name, note) = (object.need_text("name"), object.text("note"));
    object.need("formula");
    let formula = match object.choice("formula", &["share", "rate", "sum", "difference"])? {
        0 => {
            let (part, whole) = pair(object, counted, "part", "whole")?;
            refuse_above(object, counted, part, whole);
            Formula::Share { part, whole }
        }
        1 => {
            let (of, per) = pair(object, counted, "of", "per")?;
            Formula::Rate { of, per }
        }
        2 => Formula::Sum { of: summands(object, counted)? },
        _ => {
            let (from, minus) = pair(object, counted, "from", "minus")?;
            Formula::Difference { from, minus }
        }
    };
    refuse_units(object, counted, &formula);
    refuse_zero(object, counted, &formula);
    Some(Derived { id: object.id.clone(), name: name?, formula, note })
}

fn pair(
    object: &mut Object<'_, '_>,
    counted: Counted<'_>,
    one: &'static str,
    other: &'static str,
) -> Option<(Key<Fact>, Key<Fact>)> {
    let [one, other] = [one, other].map(|key| object.need(key).and_then(|node| operand(object, counted, key, node)));
    Some((one?, other?))
}

fn summands(object: &mut Object<'_, '_>, counted: Counted<'_>) -> Option<Vec<Key<Fact>>> {
    let node = object.need("of")?;
    let mut places = Vec::new();
    for item in object.list("of") {
        let place = operand(object, counted, "of", item)?.number();
        if places.contains(&place) {
            object.error(item.at, String::from("a fact is added twice"), "name it once");
        }
        places.push(place);
    }
    if places.len() < 2 {
        object.error(node.at, String::from("a sum needs two facts or more"), "name what is added");
        return None;
    }
    Some(keys(places))
}

fn operand(object: &mut Object<'_, '_>, counted: Counted<'_>, key: &str, node: Node<'_>) -> Option<Key<Fact>> {
    let place = object.reference_of(key, node, counted.fact_ids, "fact")?;
    let fact = &counted.facts[place as usize];
    if fact.value.and_then(|value| value.single()).is_none() {
        let what = format!("`{key}` names the fact `{}`, which has no single value", fact.id);
        object.error(node.at, what, "name a fact with a `value`");
        return None;
    }
    Some(Key::new(place))
}

impl Counted<'_> {
    fn number(&self, key: Key<Fact>) -> Option<crate::fact::Decimal> {
        self.facts[key.index()].value.and_then(|value| value.single())
    }

    fn unit(&self, key: Key<Fact>) -> Option<Key<Unit>> {
        self.facts[key.index()].measure.map(|measure| self.measures[measure.index()].unit)
    }
}

fn refuse_above(object: &mut Object<'_, '_>, counted: Counted<'_>, part: Key<Fact>, whole: Key<Fact>) {
    if counted.number(part) > counted.number(whole) {
        object.error(object.at, String::from("the part is above its whole"), "exchange them, or use a difference");
    }
}

fn refuse_zero(object: &mut Object<'_, '_>, counted: Counted<'_>, formula: &Formula) {
    if let Formula::Share { whole: bottom, .. } | Formula::Rate { per: bottom, .. } = formula
        && counted.number(*bottom).is_none_or(|number| number.coefficient() == 0)
    {
        object.error(object.at, String::from("this divides by zero"), "name another fact");
    }
}

fn refuse_units(object: &mut Object<'_, '_>, counted: Counted<'_>, formula: &Formula) {
    let unit = |key: &Key<Fact>| counted.unit(*key);
    let (is_allowed, mend) = match formula {
        Formula::Rate { of, per } => (unit(of) != unit(per), "use a share: both count in one unit"),
        Formula::Share { part, whole } => (unit(part) == unit(whole), "use a rate, or name facts of one unit"),
        Formula::Sum { of } => (of.windows(2).all(|pair| unit(&pair[0]) == unit(&pair[1])), "name facts of one unit"),
        Formula::Difference { from, minus } => (unit(from) == unit(minus), "name facts of one unit"),
    };
    if !is_allowed {
        let what = match formula {
            Formula::Rate { .. } => "a rate of one unit by the same",
            _ => "this computes with two units",
        };
        object.error(object.at, what.to_owned(), mend);
    }
}
