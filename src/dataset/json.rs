//! JSON whose every value knows where in the file it stands.
//!
//! A value is kept as its own slice of the file and read a level at a time, when somebody asks. So nothing recurses on
//! the depth of a file that we do not trust, numbers keep the digits they were written with, objects keep their order
//! and their duplicate keys, and a problem can name its line. It refuses to know what any key means.

use core::fmt;
use core::marker::PhantomData;
use std::borrow::Cow;

use serde_json::value::RawValue;

use serde::de::{Deserialize, MapAccess, SeqAccess, Visitor};

/// One value of the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    /// The value as it is written, without the space around it.
    pub raw: &'a str,
    /// The byte at which it begins.
    pub at: usize,
}

/// A key of an object and its value.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub key: Cow<'a, str>,
    pub key_at: usize,
    pub node: Node<'a>,
}

/// What a value is, told from its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Null,
    Boolean,
    Number,
    String,
    List,
    Object,
}

/// Where and how a text stops being JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SyntaxError {
    pub at: usize,
    pub what: String,
    /// Whether the text ends too early, as that of a broken download does.
    pub truncated: bool,
}

impl<'a> Node<'a> {
    /// The one value that `text` holds, after a byte order mark or not.
    /// The whole text is checked here, so that no level fails later.
    pub fn parse(text: &'a str) -> Result<Self, SyntaxError> {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        match serde_json::from_str::<&RawValue>(body) {
            Ok(value) => Ok(Self { raw: value.get(), at: distance(text, value.get()) }),
            Err(error) => Err(SyntaxError {
                at: distance(text, body) + offset(body, error.line(), error.column()),
                what: without_position(error.to_string()),
                truncated: error.is_eof(),
            }),
        }
    }

    /// What it is.
    pub fn shape(self) -> Shape {
        match self.raw.as_bytes().first() {
            Some(b'{') => Shape::Object,
            Some(b'[') => Shape::List,
            Some(b'"') => Shape::String,
            Some(b't' | b'f') => Shape::Boolean,
            Some(b'n') => Shape::Null,
            _ => Shape::Number,
        }
    }

    /// The keys and values of an object, in order, duplicates and all; nothing of anything else.
    pub fn entries(self) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        if self.shape() == Shape::Object {
            let mut reader = serde_json::Deserializer::from_str(self.raw);
            if let Ok(Pairs(pairs)) = Pairs::deserialize(&mut reader) {
                entries.reserve(pairs.len());
                for (key, value) in pairs {
                    let key = self.inside(key.get());
                    let name = key.string().unwrap_or(Cow::Borrowed(""));
                    entries.push(Entry { key: name, key_at: key.at, node: self.inside(value.get()) });
                }
            }
        }
        entries
    }

    /// The values of a list; nothing of anything else.
    pub fn items(self) -> Vec<Node<'a>> {
        let mut items = Vec::new();
        if self.shape() == Shape::List {
            let mut reader = serde_json::Deserializer::from_str(self.raw);
            if let Ok(List(values)) = List::deserialize(&mut reader) {
                items.extend(values.into_iter().map(|value| self.inside(value.get())));
            }
        }
        items
    }

    /// The text of a string. `None` for anything else, and for a string with half a surrogate pair in it.
    pub fn string(self) -> Option<Cow<'a, str>> {
        if self.shape() != Shape::String {
            return None;
        }
        let inner = self.raw.get(1..self.raw.len().checked_sub(1)?)?;
        if inner.contains('\\') {
            serde_json::from_str(self.raw).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(inner))
        }
    }

    /// A number as it is written.
    pub fn number_text(self) -> Option<&'a str> {
        (self.shape() == Shape::Number).then_some(self.raw)
    }

    /// True or false.
    pub fn boolean(self) -> Option<bool> {
        (self.shape() == Shape::Boolean).then_some(self.raw == "true")
    }

    fn inside(self, raw: &'a str) -> Self {
        Self { raw, at: self.at + distance(self.raw, raw) }
    }
}

/// How far into `text` its slice `part` begins.
fn distance(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// The byte of a line and a column in bytes, both from 1, as the parser counts them.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let line_start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let mut at = (line_start + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn without_position(mut message: String) -> String {
    if let Some(end) = message.rfind(" at line ") {
        message.truncate(end);
    }
    message
}

// One shape for objects and one for lists, so that the reader is compiled once for each.
struct Pairs<'a>(Vec<(&'a RawValue, &'a RawValue)>);
struct List<'a>(Vec<&'a RawValue>);

struct PairsVisitor<'a>(PhantomData<&'a str>);
struct ListVisitor<'a>(PhantomData<&'a str>);

impl<'de> Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

impl<'de> Visitor<'de> for PairsVisitor<'de> {
    type Value = Pairs<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<'de>, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

impl<'de> Deserialize<'de> for List<'de> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

impl<'de> Visitor<'de> for ListVisitor<'de> {
    type Value = List<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<List<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(List(values))
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, Shape};

    #[test]
    fn nothing_is_no_value() {
        for text in ["", " ", "\n", "{", "[1", "{\"a\":", "\"", "tru"] {
            assert!(Node::parse(text).unwrap_err().truncated, "{text:?}");
        }
        for text in ["}", "[1,]", "{} {}", "{a: 1}", "'a'", "01", "[1 2]", "{}\u{feff}"] {
            assert!(!Node::parse(text).unwrap_err().truncated, "{text:?}");
        }
    }

    #[test]
    fn a_syntax_error_stands_where_the_text_goes_wrong() {
        let cases = [("[1,\n  2,\n  x]", 11), ("[\"ё\", x]", 7), ("{\"a\" 1}", 5)];
        for (text, at) in cases {
            let error = Node::parse(text).unwrap_err();
            assert_eq!(error.at, at, "{text}: {}", error.what);
            assert!(!error.what.contains("line"), "{}", error.what);
        }
    }

    #[test]
    fn every_value_knows_where_it_stands() {
        let text = " {\"a\" : [1, \"б\\n\", {\"c\":null}], \"a\":true}\r\n";
        let entries = Node::parse(text).unwrap().entries();
        let keys: Vec<_> = entries.iter().map(|e| (e.key.as_ref(), &text[e.key_at..e.key_at + 3])).collect();
        assert_eq!(keys, [("a", "\"a\""), ("a", "\"a\"")], "order and duplicates are kept");
        let items = entries[0].node.items();
        assert_eq!(items.iter().map(|n| n.shape()).collect::<Vec<_>>(), [Shape::Number, Shape::String, Shape::Object]);
        assert_eq!(items[1].string().unwrap(), "б\n");
        let inner = items[2].entries()[0].node;
        assert_eq!(&text[inner.at..inner.at + 4], "null");
        assert_eq!(entries[1].node.boolean(), Some(true));
    }

    #[test]
    fn numbers_keep_their_digits() {
        for number in ["0.10", "1.67e10", "123456789012345678901234567890"] {
            assert_eq!(Node::parse(number).unwrap().number_text(), Some(number));
        }
    }

    #[test]
    fn half_a_surrogate_pair_is_no_text() {
        assert_eq!(Node::parse(r#""\ud800""#).unwrap().string(), None);
        assert_eq!(Node::parse(r#""\ud83d\ude00""#).unwrap().string().unwrap(), "😀");
    }

    #[test]
    fn a_hundred_thousand_nested_lists_are_skipped() {
        let text = format!("{{\"deep\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let deep = Node::parse(&text).unwrap().entries()[0].node;
        assert_eq!(deep.items().len(), 1);
        let unclosed = "[".repeat(100_000);
        assert!(Node::parse(&unclosed).unwrap_err().truncated);
    }
}
