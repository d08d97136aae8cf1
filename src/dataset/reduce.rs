//! A facts file with the texts of one language.
//!
//! A page needs one language to be read, so that is what it loads; the whole file stays to be downloaded.
//! Numbers keep their digits, keys their order, and unknown keys stay. It refuses to repair anything.

use super::json::{Entry, Node, Shape};
use super::schema::{FILE, Holds, Table};

/// The same file for readers of `language`: texts become plain strings where they have that language, and keep the one
/// that such a reader gets instead where they do not; the space between values is left out.
///
/// What it returns reads as the same dataset in that language. `None` for a text that is not JSON.
pub fn reduce(text: &str, language: &str) -> Option<String> {
    let root = Node::parse(text).ok()?;
    let languages = root.entries().into_iter().find(|entry| entry.key == "languages").map(|entry| entry.node.items());
    let default = languages.and_then(|tags| tags.first()?.string()).unwrap_or("en".into());
    let mut reducer = Reducer { language, default: &default, out: String::with_capacity(text.len() / 2) };
    reducer.object(&FILE, root);
    Some(reducer.out)
}

struct Reducer<'l> {
    language: &'l str,
    default: &'l str,
    out: String,
}

impl Reducer<'_> {
    /// Recurses along the tables, which are a few levels deep whatever the file is.
    fn object(&mut self, table: &Table, node: Node<'_>) {
        if node.shape() != Shape::Object {
            return self.copy(node.raw);
        }
        self.out.push('{');
        for (place, entry) in node.entries().into_iter().enumerate() {
            self.comma(place);
            self.out.push_str(key_of(&entry, node));
            self.out.push(':');
            let holds = table.keys.iter().find(|(key, _)| entry.key == *key).map_or(Holds::Plain, |&(_, holds)| holds);
            self.value(holds, entry.node);
        }
        self.out.push('}');
    }

    fn value(&mut self, holds: Holds, node: Node<'_>) {
        match holds {
            Holds::Plain => self.copy(node.raw),
            Holds::Text => self.text(node),
            Holds::Texts => self.list(node, Holds::Text),
            Holds::UnitNames => self.unit_names(node),
            Holds::One(table) => self.object(table, node),
            Holds::Many(table) => self.list(node, Holds::One(table)),
        }
    }

    fn list(&mut self, node: Node<'_>, holds: Holds) {
        if node.shape() != Shape::List {
            return self.copy(node.raw);
        }
        self.out.push('[');
        for (place, item) in node.items().into_iter().enumerate() {
            self.comma(place);
            self.value(holds, item);
        }
        self.out.push(']');
    }

    fn text(&mut self, node: Node<'_>) {
        let is_said = |entry: &Entry<'_>| entry.node.string().is_some_and(|text| !text.trim().is_empty());
        let entries: Vec<Entry<'_>> = node.entries().into_iter().filter(is_said).collect();
        let base = self.language.split('-').next().unwrap_or_default();
        let find = |tag: &str| entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(tag));
        match find(self.language).or_else(|| find(base)) {
            Some(entry) => self.copy(entry.node.raw),
            None => match find(self.default).or_else(|| entries.first()) {
                Some(entry) => self.only(entry, node),
                None => self.copy(node.raw),
            },
        }
    }

    /// Plural forms stay a map, since that is what they are.
    fn unit_names(&mut self, node: Node<'_>) {
        let entries = node.entries();
        match entries.iter().find(|entry| entry.key == self.language).or_else(|| entries.first()) {
            Some(entry) => self.only(entry, node),
            None => self.copy(node.raw),
        }
    }

    /// A map with one of its entries.
    fn only(&mut self, entry: &Entry<'_>, map: Node<'_>) {
        self.out.push('{');
        self.out.push_str(key_of(entry, map));
        self.out.push(':');
        self.copy(entry.node.raw);
        self.out.push('}');
    }

    fn comma(&mut self, place: usize) {
        if place > 0 {
            self.out.push(',');
        }
    }

    /// Copies a value without the space between its parts.
    fn copy(&mut self, raw: &str) {
        let (mut is_string, mut is_escaped) = (false, false);
        for character in raw.chars() {
            if !is_string && matches!(character, ' ' | '\t' | '\r' | '\n') {
                continue;
            }
            is_string ^= character == '"' && !is_escaped;
            is_escaped = is_string && character == '\\' && !is_escaped;
            self.out.push(character);
        }
    }
}

/// A key as it is written, quotation marks and escapes included.
fn key_of<'a>(entry: &Entry<'_>, object: Node<'a>) -> &'a str {
    let rest = object.raw.get(entry.key_at - object.at..entry.node.at - object.at).unwrap_or("\"\"");
    rest.trim_end_matches([' ', '\t', '\r', '\n', ':'])
}

#[cfg(test)]
mod tests {
    use super::reduce;

    #[track_caller]
    fn check(text: &str, language: &str, expected: &str) {
        assert_eq!(reduce(text, language).as_deref(), Some(expected));
    }

    #[test]
    fn what_is_no_file_reduces_to_nothing_or_itself() {
        assert_eq!(reduce("", "en"), None);
        check(" [ 1 , 2 ] ", "en", "[1,2]");
        check("{ }", "en", "{}");
    }

    #[test]
    fn texts_become_strings_in_the_language_of_the_reader() {
        check("{\"title\": {\"en\": \"A : b\", \"ru\": \"Б\"}}", "ru", "{\"title\":\"Б\"}");
        check("{\"title\": {\"en\": \"A : b\", \"ru\": \"Б\"}}", "en-GB", "{\"title\":\"A : b\"}");
        check("{\"questions\": [{\"en\": \"A?\"}, \"B?\"]}", "en", "{\"questions\":[\"A?\",\"B?\"]}");
    }

    #[test]
    fn a_missing_language_keeps_the_one_that_is_shown_instead() {
        let text = "{\"languages\": [\"ru\", \"kk\"], \"title\": {\"en\": \"A\", \"ru\": \"Б\", \"kk\": \" \"}}";
        check(text, "kk", "{\"languages\":[\"ru\",\"kk\"],\"title\":{\"ru\":\"Б\"}}");
    }

    #[test]
    fn everything_else_stays_as_it_is_written() {
        let text = r#"{"x": {"en": "kept", "y": [1.50, 1e3, null, "\" \\"]}, "a\"b" : "\u0041", "summary": 5}"#;
        check(text, "ru", r#"{"x":{"en":"kept","y":[1.50,1e3,null,"\" \\"]},"a\"b":"\u0041","summary":5}"#);
    }
}
