//! One object of the file, asked key by key.
//!
//! Every answer that cannot be used has already been put on the desk as an issue with its place and how to mend it.
//! `null` is absent. An object that had an error has *failed* and will be set aside, but is read to its end, so that
//! all its problems are told at once.

use crate::date::{CivilDay, Edtf};
use crate::fact::Decimal;
use crate::i18n::Text;

use super::address;
use super::desk::{Desk, Distinct, Ids, Place};
use super::issue::{Issue, Severity};
use super::json::{Entry, Items, MAX_KEYS, Node, Shape};

/// The longest id.
pub(super) const MAX_ID: usize = 100;

#[derive(Debug)]
pub(super) struct Object<'a, 'd> {
    pub noun: &'static str,
    /// The id, or nothing if there is none.
    pub id: String,
    /// What issues call it.
    pub context: String,
    pub at: usize,
    /// The first error, for the list of what was set aside.
    pub failure: Option<Issue>,
    pub desk: &'d mut Desk,
    entries: Vec<Entry<'a>>,
}

impl<'a, 'd> Object<'a, 'd> {
    /// The object at `node`. `number` is its place in its list, from 1; it is its name where it has no id.
    pub fn open(desk: &'d mut Desk, noun: &'static str, number: usize, node: Node<'a>) -> Self {
        let entries = node.entries();
        let find = |key| entries.iter().find(|entry: &&Entry<'_>| entry.key == key);
        let id = find("id").and_then(|entry| entry.node.string()).unwrap_or_default().into_owned();
        let context = match (id.is_empty(), number) {
            (false, _) => format!("{noun} `{}`", first_characters(&id, MAX_ID)),
            (true, 0) => noun.to_owned(),
            (true, _) => format!("{noun} number {number}"),
        };
        let mut object = Self { noun, id, context, at: node.at, failure: None, desk, entries };
        if node.shape() != Shape::Object {
            object.error(node.at, String::from("this is no object"), "write it between { and }");
        }
        object.refuse_odd_keys();
        object
    }

    /// An object within this one, whose problems are this one's.
    pub fn enter(&mut self, node: Node<'a>) -> Object<'a, '_> {
        let context = self.context.clone();
        let mut inner = Object {
            noun: self.noun,
            id: String::new(),
            context,
            at: node.at,
            failure: None,
            desk: self.desk,
            entries: node.entries(),
        };
        if node.shape() != Shape::Object {
            inner.error(node.at, String::from("this is no object"), "write it between { and }");
        }
        inner.refuse_odd_keys();
        inner
    }

    fn refuse_odd_keys(&mut self) {
        if self.entries.len() > MAX_KEYS {
            self.error(self.at, format!("this has more than {MAX_KEYS} keys"), "leave out those that nothing reads");
        }
        for second in 1..self.entries.len() {
            let key = &self.entries[second].key;
            if self.entries[..second].iter().any(|first| first.key == *key) {
                let (at, what) =
                    (self.entries[second].key_at, format!("the key `{}` stands here twice", shortened(key)));
                self.error(at, what, "keep one of the two");
            }
        }
    }

    /// Puts an error on the desk. The object will be set aside.
    pub fn error(&mut self, at: usize, what: String, mend: &str) {
        self.put(Severity::Error, at, what, mend);
    }

    /// Puts a warning on the desk.
    pub fn warn(&mut self, at: usize, what: String, mend: &str) {
        self.put(Severity::Warning, at, what, mend);
    }

    fn put(&mut self, severity: Severity, at: usize, what: String, mend: &str) {
        let issue = Issue { severity, at, context: self.context.clone(), what, mend: mend.to_owned() };
        if severity == Severity::Error && self.failure.is_none() {
            self.failure = Some(issue.clone());
        }
        self.desk.tell(issue);
    }

    /// The value of a key, if it is there and not null.
    pub fn node(&self, key: &'static str) -> Option<Node<'a>> {
        debug_assert!(super::schema::is_key(self.noun, key), "`{key}` of {} is not in the schema", self.noun);
        self.entries.iter().find(|entry| entry.key == key).map(|entry| entry.node).filter(|n| n.shape() != Shape::Null)
    }

    /// The value of a required key.
    pub fn need(&mut self, key: &'static str) -> Option<Node<'a>> {
        let node = self.node(key);
        if node.is_none() {
            self.error(self.at, format!("the required key `{key}` is missing"), "add it");
        }
        node
    }

    /// The id, which every object but the file itself needs in this form.
    pub fn need_id(&mut self) {
        let Some(node) = self.need("id") else { return };
        let bytes = self.id.as_bytes();
        let is_allowed = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-';
        if bytes.is_empty() || bytes.len() > MAX_ID || bytes[0] == b'-' || !bytes.iter().all(is_allowed) {
            let what = format!("{} cannot be an id", shortened(node.raw));
            self.error(
                node.at,
                what,
                "use up to 100 of the characters a-z, 0-9 and -, beginning with a letter or digit",
            );
        }
    }

    /// A text in one or several languages.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        let node = self.node(key)?;
        self.text_of(key, node)
    }

    /// A text that must be there and say something.
    pub fn need_text(&mut self, key: &'static str) -> Option<Text> {
        let node = self.need(key)?;
        self.text_of(key, node)
    }

    /// The text at a node. An empty one is told as an error: it would stand as an empty line.
    pub fn text_of(&mut self, key: &str, node: Node<'_>) -> Option<Text> {
        match node.shape() {
            Shape::String => {
                let text = self.string_of(key, node)?;
                self.unless_blank(key, node, Text::plain(text))
            }
            Shape::Object => {
                let mut pairs: Vec<(String, String)> = Vec::new();
                for entry in node.entries() {
                    if entry.node.shape() == Shape::Null {
                        continue;
                    }
                    if pairs.iter().any(|(language, _)| *language == entry.key) {
                        let what = format!("`{key}` has the language `{}` twice", shortened(&entry.key));
                        self.error(entry.key_at, what, "keep one of the two");
                        continue;
                    }
                    let text = self.string_of(key, entry.node)?;
                    pairs.push((entry.key.into_owned(), text));
                }
                self.unless_blank(key, node, Text::from_pairs(pairs))
            }
            _ => {
                self.wrong(key, node, "a text", "write a string, or a string for each language as in {\"en\": \"…\"}");
                None
            }
        }
    }

    fn unless_blank(&mut self, key: &str, node: Node<'_>, text: Text) -> Option<Text> {
        if text.is_empty() {
            self.error(node.at, format!("`{key}` is empty"), "write the text, or leave the key out");
            return None;
        }
        Some(text)
    }

    /// A string.
    pub fn string(&mut self, key: &'static str) -> Option<String> {
        let node = self.node(key)?;
        self.string_of(key, node)
    }

    /// A string that must be there.
    pub fn need_string(&mut self, key: &'static str) -> Option<String> {
        let node = self.need(key)?;
        self.string_of(key, node)
    }

    pub fn string_of(&mut self, key: &str, node: Node<'_>) -> Option<String> {
        let text = node.string();
        if text.is_none() {
            self.wrong(key, node, "a string", "write it between quotation marks");
        }
        text.map(|text| text.into_owned())
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<Edtf> {
        let node = self.node(key)?;
        let text = self.string_of(key, node)?;
        match text.parse() {
            Ok(date) => Some(date),
            Err(error) => {
                // The message is "what; mend: text", and some are "what: text".
                let message = error.to_string();
                let n_bytes = message.len().saturating_sub(text.len());
                let message = message.get(..n_bytes).unwrap_or(&message).trim_end_matches([':', ' ']);
                let (what, mend) = message.split_once(';').unwrap_or((message, "correct it"));
                let mend = mend.trim_start_matches(' ');
                self.error(node.at, format!("`{key}`: {what}: {}", shortened(&text)), mend);
                None
            }
        }
    }

    /// A date that must be there.
    pub fn need_date(&mut self, key: &'static str) -> Option<Edtf> {
        self.need(key)?;
        self.date(key)
    }

    /// A single known day.
    pub fn day(&mut self, key: &'static str) -> Option<CivilDay> {
        let node = self.node(key)?;
        self.day_of(key, node)
    }

    pub fn day_of(&mut self, key: &str, node: Node<'_>) -> Option<CivilDay> {
        let text = self.string_of(key, node)?;
        let date: Option<Edtf> = text.parse().ok();
        let day = date.filter(|date| !date.is_interval() && date.earliest_day() == date.latest_day());
        if day.is_none() {
            self.wrong(key, node, "a day", "write it as 2022-01-05");
        }
        day.and_then(|date| date.earliest_day())
    }

    /// An exact number.
    pub fn decimal(&mut self, key: &'static str) -> Option<Decimal> {
        let node = self.node(key)?;
        let Some(text) = node.number_text() else {
            self.wrong(key, node, "a number", "write it in digits, without quotation marks, spaces or commas");
            return None;
        };
        let number = text.parse().ok();
        if number.is_none() {
            let what = format!("`{key}` has more than 15 digits: {}", shortened(text));
            self.error(node.at, what, "round it as the source does; more digits cannot be kept exact");
        }
        number
    }

    /// Yes or no; no if absent.
    pub fn boolean(&mut self, key: &'static str) -> bool {
        let Some(node) = self.node(key) else { return false };
        if node.boolean().is_none() {
            self.wrong(key, node, "true or false", "write true or false");
        }
        node.boolean().unwrap_or_default()
    }

    /// An address that a page may link to.
    pub fn address(&mut self, key: &'static str) -> Option<String> {
        let node = self.node(key)?;
        let text = self.string_of(key, node)?;
        if address::is_safe(&text) {
            return Some(text);
        }
        self.wrong(key, node, "a safe address", "use an http, https, mailto or relative address without spaces");
        None
    }

    /// One of several words, as its place among them.
    pub fn choice(&mut self, key: &'static str, words: &[&str]) -> Option<usize> {
        let node = self.node(key)?;
        let word = self.string_of(key, node)?;
        let place = words.iter().position(|&known| known == word);
        if place.is_none() {
            let mend = format!("write one of: {}", words.join(", "));
            self.error(node.at, format!("`{key}` cannot be {}", shortened(node.raw)), &mend);
        }
        place
    }

    /// The place of the object that a key names.
    pub fn reference(&mut self, key: &'static str, ids: &Ids, noun: &str) -> Option<u32> {
        let node = self.node(key)?;
        self.reference_of(key, node, ids, noun)
    }

    /// The same for a key that must be there.
    pub fn need_reference(&mut self, key: &'static str, ids: &Ids, noun: &str) -> Option<u32> {
        let node = self.need(key)?;
        self.reference_of(key, node, ids, noun)
    }

    /// The places of the objects that a list of ids names.
    pub fn references(&mut self, key: &'static str, ids: &Ids, noun: &str) -> Vec<u32> {
        let mut places = Distinct::default();
        for node in self.list(key) {
            if self.desk.is_full() {
                break;
            }
            if let Some(place) = self.reference_of(key, node, ids, noun) {
                places.add(place);
            }
        }
        places.list
    }

    pub fn reference_of(&mut self, key: &str, node: Node<'_>, ids: &Ids, noun: &str) -> Option<u32> {
        let id = self.string_of(key, node)?;
        match ids.find(&id) {
            Place::At(place) => Some(place),
            Place::SetAside => {
                let what = format!("`{key}` names the {noun} `{id}`, which was set aside");
                self.error(node.at, what, &format!("mend that {noun} first"));
                None
            }
            Place::Nowhere => {
                let what = format!("`{key}` names the {noun} `{}`, which is not in the file", shortened(&id));
                let mend = match self.desk.nearest(&id, ids) {
                    Some(name) => format!("did you mean `{name}`?"),
                    None => format!("add that {noun}, or name another"),
                };
                self.error(node.at, what, &mend);
                None
            }
        }
    }

    /// The members of a list; none if absent.
    pub fn list(&mut self, key: &'static str) -> Items<'a> {
        let node = self.node(key).unwrap_or(Node { raw: "[]", at: self.at });
        if node.shape() != Shape::List {
            self.wrong(key, node, "a list", "write it between [ and ]");
        }
        node.items()
    }

    /// Tells that a value is of the wrong kind.
    pub fn wrong(&mut self, key: &str, node: Node<'_>, wanted: &str, mend: &str) {
        self.error(node.at, format!("`{key}` is not {wanted}: {}", shortened(node.raw)), mend);
    }
}

/// The beginning of a text, so that a message stays a line.
pub(super) fn shortened(text: &str) -> String {
    first_characters(text, 40)
}

/// So many characters of a text, without those that would break a line or steer a terminal.
pub(super) fn first_characters(text: &str, n_characters: usize) -> String {
    let mut short: String = text.chars().take(n_characters).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}
