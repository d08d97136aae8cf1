//! Units, measures and derived figures: what is counted, and in what.

use crate::fact::{Decimal, Derived, Fact, Formula, Key, Measure, Unit, UnitName};

use super::super::desk::{Distinct, Ids};
use super::super::facts_file::{Dataset, List};
use super::super::json::{Node, Shape};
use super::super::object::{Object, shortened};
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
                    let what =
                        format!("the form `{}` of `{}` has no {{n}}", shortened(&form.key), shortened(&language.key));
                    object.error(form.node.at, what, "put {n} where the number goes");
                }
                forms.push((form.key.into_owned(), text));
            }
        }
        if language.node.shape() == Shape::Null {
            continue;
        }
        if !forms.iter().any(|(category, _)| category == "other") {
            let what = format!("`name` has no form `other` in `{}`", shortened(&language.key));
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

pub(super) fn derived(object: &mut Object<'_, '_>, dataset: &Dataset) -> Option<Derived> {
    let (name, note) = (object.need_text("name"), object.text("note"));
    object.need("formula");
    let formula = match object.choice("formula", &["share", "rate", "sum", "difference"])? {
        0 => {
            let (part, whole) = pair(object, dataset, "part", "whole")?;
            refuse_above(object, dataset, part, whole);
            Formula::Share { part, whole }
        }
        1 => {
            let (of, per) = pair(object, dataset, "of", "per")?;
            Formula::Rate { of, per }
        }
        2 => Formula::Sum { of: summands(object, dataset)? },
        _ => {
            let (from, minus) = pair(object, dataset, "from", "minus")?;
            Formula::Difference { from, minus }
        }
    };
    refuse_units(object, dataset, &formula);
    refuse_zero(object, dataset, &formula);
    Some(Derived { id: object.id.clone(), name: name?, formula, note })
}

fn pair(
    object: &mut Object<'_, '_>,
    dataset: &Dataset,
    one: &'static str,
    other: &'static str,
) -> Option<(Key<Fact>, Key<Fact>)> {
    let [one, other] = [one, other].map(|key| object.need(key).and_then(|node| operand(object, dataset, key, node)));
    Some((one?, other?))
}

fn summands(object: &mut Object<'_, '_>, dataset: &Dataset) -> Option<Vec<Key<Fact>>> {
    let node = object.need("of")?;
    let mut places = Distinct::default();
    for item in object.list("of") {
        if !places.add(operand(object, dataset, "of", item)?.number()) {
            object.error(item.at, String::from("a fact is added twice"), "name it once");
        }
    }
    if places.list.len() < 2 {
        object.error(node.at, String::from("a sum needs two facts or more"), "name what is added");
        return None;
    }
    Some(keys(places.list))
}

fn operand(object: &mut Object<'_, '_>, dataset: &Dataset, key: &str, node: Node<'_>) -> Option<Key<Fact>> {
    let place = object.reference_of(key, node, dataset.ids.of(List::Facts), "fact")?;
    let fact = &dataset.facts[place as usize];
    if fact.value.and_then(|value| value.single()).is_none() {
        let what = format!("`{key}` names the fact `{}`, which has no single value", fact.id);
        object.error(node.at, what, "name a fact with a `value`");
        return None;
    }
    Some(Key::new(place))
}

fn number(dataset: &Dataset, key: Key<Fact>) -> Option<Decimal> {
    dataset[key].value.and_then(|value| value.single())
}

fn refuse_above(object: &mut Object<'_, '_>, dataset: &Dataset, part: Key<Fact>, whole: Key<Fact>) {
    if number(dataset, part) > number(dataset, whole) {
        object.error(object.at, String::from("the part is above its whole"), "exchange them, or use a difference");
    }
}

fn refuse_zero(object: &mut Object<'_, '_>, dataset: &Dataset, formula: &Formula) {
    if let Formula::Share { whole: bottom, .. } | Formula::Rate { per: bottom, .. } = formula
        && number(dataset, *bottom).is_none_or(|number| number.coefficient() == 0)
    {
        object.error(object.at, String::from("this divides by zero"), "name another fact");
    }
}

fn refuse_units(object: &mut Object<'_, '_>, dataset: &Dataset, formula: &Formula) {
    let unit = |key: &Key<Fact>| dataset.unit_of(*key);
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
