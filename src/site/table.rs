//! The facts as CSV: one row a fact, the file's keys as columns, so that a spreadsheet can hold them.

use crate::dataset::Dataset;
use crate::fact::{Fact, Key, Value};
use crate::i18n::Text;

/// Writes the facts. It begins with a byte order mark, without which Excel reads UTF-8 as something else.
pub fn csv(dataset: &Dataset) -> String {
    let columns = columns(dataset);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut write = |row: Vec<String>| {
        // Writing to memory cannot fail, and every row has as many cells as there are columns.
        drop(writer.write_record(row));
    };
    write(columns.iter().map(|column| column.name.clone()).collect());
    for key in dataset.fact_keys() {
        write(columns.iter().map(|column| (column.cell)(dataset, key)).collect());
    }
    let bytes = writer.into_inner().unwrap_or_default();
    ["\u{feff}", &String::from_utf8_lossy(&bytes)].concat()
}

type Cell = Box<dyn Fn(&Dataset, Key<Fact>) -> String>;

struct Column {
    name: String,
    cell: Cell,
}

fn columns(dataset: &Dataset) -> Vec<Column> {
    let mut columns = Vec::new();
    let mut plain = |name: &str, cell: fn(&Dataset, &Fact) -> String| {
        let cell: Cell = Box::new(move |dataset, key| cell(dataset, &dataset[key]));
        columns.push(Column { name: name.to_owned(), cell });
    };
    plain("id", |_, fact| fact.id.clone());
    plain("kind", |_, fact| fact.kind.name().to_owned());
    plain("when", |_, fact| written(fact.when.as_ref()));
    plain("time", |_, fact| written(fact.time.as_ref()));
    plain("time_zone", |_, fact| fact.time_zone.clone().unwrap_or_default());
    plain("as_of", |_, fact| written(fact.as_of.as_ref()));
    plain("by", |dataset, fact| fact.by.map(|by| dataset[by].id.clone()).unwrap_or_default());
    plain("by_name", |dataset, fact| fact.by.map(|by| in_default(dataset, &dataset[by].name)).unwrap_or_default());
    plain("source", |dataset, fact| dataset[fact.source].id.clone());
    plain("source_title", |dataset, fact| in_default(dataset, &dataset[fact.source].title));
    plain("source_url", |dataset, fact| dataset[fact.source].url.clone().unwrap_or_default());
    plain("measure", |dataset, fact| fact.measure.map(|measure| dataset[measure].id.clone()).unwrap_or_default());
    plain("measure_name", |dataset, fact| {
        fact.measure.map(|measure| in_default(dataset, &dataset[measure].name)).unwrap_or_default()
    });
    plain("unit", |dataset, fact| {
        fact.measure.map(|measure| dataset[dataset[measure].unit].id.clone()).unwrap_or_default()
    });
    plain("value", |_, fact| written(fact.value.and_then(Value::single).as_ref()));
    plain("value_min", |_, fact| between(fact).map(|(low, _)| low).unwrap_or_default());
    plain("value_max", |_, fact| between(fact).map(|(_, high)| high).unwrap_or_default());
    plain("qualifier", |_, fact| fact.qualifier.map(|qualifier| qualifier.name().to_owned()).unwrap_or_default());
    plain("series", |_, fact| fact.series.clone().unwrap_or_default());
    plain("repeats", |dataset, fact| fact.repeats.map(|first| dataset[first].id.clone()).unwrap_or_default());
    plain("places", |dataset, fact| listed(fact.places.iter().map(|place| dataset[*place].id.as_str())));
    plain("topics", |dataset, fact| listed(fact.topics.iter().map(|topic| dataset[*topic].id.as_str())));
    plain("track", |dataset, fact| fact.track.map(|track| dataset[track].id.clone()).unwrap_or_default());
    plain("weight", |_, fact| fact.weight.to_string());
    type Texts = fn(&Fact) -> Option<&Text>;
    let texts: [(&str, Texts); 7] = [
        ("text", |fact| Some(&fact.text)),
        ("label", |fact| fact.label.as_ref()),
        ("locator", |fact| fact.locator.as_ref()),
        ("role", |fact| fact.role.as_ref()),
        ("via", |fact| fact.via.as_ref()),
        ("quote", |fact| fact.quote.as_ref()),
        ("note", |fact| fact.note.as_ref()),
    ];
    for (name, text) in texts {
        for lang in &dataset.languages {
            let name = [name, ":", lang].concat();
            let lang = lang.clone();
            let cell: Cell = Box::new(move |dataset, key| {
                text(&dataset[key]).and_then(|text| text.get(&lang)).unwrap_or_default().to_owned()
            });
            columns.push(Column { name, cell });
        }
    }
    columns
}

fn written<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn between(fact: &Fact) -> Option<(String, String)> {
    match fact.value? {
        Value::Between(low, high) => Some((low.to_string(), high.to_string())),
        Value::Single(_) => None,
    }
}

fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(";")
}

fn in_default(dataset: &Dataset, text: &Text) -> String {
    let lang = dataset.default_language();
    text.resolve(lang, lang).text.to_owned()
}
