//! The tables of the format as a JSON Schema (2020-12), for editors that complete and mark while somebody writes.
//!
//! It holds what can be said of one value by itself, and the few rules between the keys of one object.
//! What takes the whole file is left to [`check`](super::check): references, ids that are taken, dates that run
//! backwards, formulas. Every file without errors is valid by it.

use serde_json::{Map, Value, json};

use super::schema::{FILE, Form, Holds, Key, Table};

/// The JSON Schema of the facts file, as text.
pub fn json_schema() -> String {
    let mut defs = Map::new();
    let file = object(&FILE, &mut defs);
    defs.extend(strings());
    defs.insert(String::from("text"), text());
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Factline facts file, version 1",
    });
    if let (Value::Object(schema), Value::Object(file)) = (&mut schema, file) {
        schema.extend(file.into_iter().filter(|(key, _)| key != "title"));
        schema.insert(String::from("$defs"), Value::Object(defs));
    }
    let mut written = serde_json::to_string_pretty(&schema).unwrap_or_default();
    written.push('\n');
    written
}

/// The strings that have a form. A pattern takes all that the reader takes, and finds the common slips.
fn strings() -> impl Iterator<Item = (String, Value)> {
    let year_month_day = "-?[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    let clock = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?";
    let offset = "(Z|[+-][0-9]{2}(:[0-9]{2})?)?";
    let date = "(-?[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4]|XX)(-(0[1-9]|[12][0-9]|3[01]|XX))?)?\
         |-?[0-9]{3}X|-?[0-9]{2}XX|Y-?[0-9]{5,11})[?~%]?";
    let end = format!(r"({date}|\.\.)?");
    let safe = r"[^\x00-\x20\x7f\\]*";
    let relative = format!(r"(?!//)[^\x00-\x20\x7f\\:/?#]*([/?#]{safe})?");
    let web = format!("([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]):{safe}");
    let all = [
        ("id", "1 to 100 of a-z, 0-9 and -, beginning with a letter or digit.", "^[a-z0-9][a-z0-9-]{0,99}$".into()),
        ("tag", "A language tag: en, ru or pt-BR.", "^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$".into()),
        ("day", "A day: 2022-01-05.", format!("^{year_month_day}$")),
        (
            "date",
            "A date as exact as its source, in EDTF: 2022-01-05, 2022-01, 2022, 202X, 2022-01-XX, 2022-01-05T01:30, \
             2022~, 2021/2022, 2022-01-05/..",
            format!("^(?=.*[0-9])({year_month_day}T{clock}{offset}|{date}|{end}/{end})$"),
        ),
        ("clock", "An hour: 01:30.", format!("^{clock}$")),
        ("address", "An http, https, mailto or relative address.", format!("^(?=.*[^ ]) *({web}|{relative}) *$")),
        ("relativeAddress", "An address beside the page: media/square.jpg.", format!("^(?=.*[^ ]) *{relative} *$")),
        ("form", "A text with {n} where the number goes.", r"\{n\}".into()),
    ];
    all.into_iter().map(|(name, says, pattern): (&str, &str, String)| {
        (name.to_owned(), json!({"type": "string", "description": says, "pattern": pattern}))
    })
}

fn text() -> Value {
    json!({
        "description": "A string, which is the same in every language, or a string for each language.",
        "anyOf": [
            {"type": "string", "minLength": 1},
            {"type": "object", "minProperties": 1, "additionalProperties": {"type": ["string", "null"]}},
        ],
    })
}

fn reference(name: &str) -> Value {
    let place = ["#/$defs/", name].concat();
    json!({"$ref": place})
}

/// An object; those within it are put among the definitions.
fn object(table: &Table, defs: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for key in table.keys {
        properties.insert(key.name.to_owned(), property(key, defs));
    }
    let required: Vec<&str> = table.keys.iter().filter(|key| key.is_required).map(|key| key.name).collect();
    let mut object = json!({
        "title": table.name,
        "description": table.says,
        "type": "object",
        "properties": properties,
        "required": required,
    });
    if let (Value::Object(object), Some(rules)) = (&mut object, rules(table.name)) {
        object.insert(String::from("allOf"), rules);
    }
    object
}

/// A key and what stands behind it; where it may be left out, null is the same.
fn property(key: &Key, defs: &mut Map<String, Value>) -> Value {
    let holds = holds(key.holds, defs);
    let mut property = match holds {
        _ if matches!(key.holds, Holds::State) => json!({}),
        holds if key.is_required => holds,
        holds => json!({"anyOf": [holds, {"type": "null"}]}),
    };
    if let Value::Object(property) = &mut property {
        property.insert(String::from("description"), json!(key.says));
    }
    property
}

fn holds(holds: Holds, defs: &mut Map<String, Value>) -> Value {
    match holds {
        Holds::Plain(form) => plain(form),
        Holds::Text => reference("text"),
        Holds::Texts => json!({"type": "array", "items": reference("text")}),
        Holds::State => json!({}),
        Holds::UnitNames => json!({
            "type": "object",
            "minProperties": 1,
            "additionalProperties": {"anyOf": [plural_forms(), {"type": "null"}]},
        }),
        Holds::One(inner) => defined(inner, defs),
        Holds::Many(inner) => json!({"type": "array", "items": defined(inner, defs)}),
    }
}

fn defined(table: &Table, defs: &mut Map<String, Value>) -> Value {
    let definition = object(table, defs);
    defs.insert(table.name.to_owned(), definition);
    reference(table.name)
}

fn plural_forms() -> Value {
    let forms: Map<String, Value> = ["zero", "one", "two", "few", "many", "other"]
        .into_iter()
        .map(|category| (category.to_owned(), reference("form")))
        .collect();
    json!({"type": "object", "properties": forms, "required": ["other"]})
}

fn plain(form: Form) -> Value {
    match form {
        Form::Version => json!({"const": 1}),
        Form::Id | Form::Ref => reference("id"),
        Form::Refs(least) => json!({"type": "array", "items": reference("id"), "minItems": least}),
        Form::RefOrRefs => json!({"anyOf": [reference("id"), plain(Form::Refs(2))]}),
        Form::Word | Form::Zone => json!({"type": "string"}),
        Form::OneOf(words) => json!({"enum": words}),
        Form::Tag => reference("tag"),
        Form::Tags => json!({"type": "array", "items": reference("tag"), "uniqueItems": true}),
        Form::Reviewed => {
            json!({"type": "object", "additionalProperties": {"anyOf": [reference("day"), {"type": "null"}]}})
        }
        Form::Day => reference("day"),
        Form::Date => reference("date"),
        Form::Clock => reference("clock"),
        Form::Address => reference("address"),
        Form::RelativeAddress => reference("relativeAddress"),
        Form::Number => json!({"type": "number"}),
        Form::Weight => json!({"enum": [1, 2, 3]}),
        Form::Flag => json!({"type": "boolean"}),
    }
}

/// The rules between the keys of an object.
fn rules(name: &str) -> Option<Value> {
    let is_number = |key: &str| json!({"properties": {key: {"type": "number"}}, "required": [key]});
    let stated = |key: &str| json!({"properties": {key: {"not": {"type": "null"}}}, "required": [key]});
    let needs = |key: &str, others: [&str; 2]| json!({"if": is_number(key), "then": {"allOf": others.map(stated)}});
    let takes = |formula: &str, keys: &[&str]| {
        let is_it = json!({"properties": {"formula": {"const": formula}}, "required": ["formula"]});
        let of = if formula == "sum" { plain(Form::Refs(2)) } else { reference("id") };
        json!({"if": is_it, "then": {"properties": {"of": of}, "required": keys}})
    };
    match name {
        "fact" => Some(json!([
            needs("value", ["value", "measure"]),
            needs("value_min", ["measure", "value_max"]),
            needs("value_max", ["measure", "value_min"]),
        ])),
        "derived" => Some(json!([
            takes("share", &["part", "whole"]),
            takes("rate", &["of", "per"]),
            takes("sum", &["of"]),
            takes("difference", &["from", "minus"]),
        ])),
        _ => None,
    }
}
