//! Messages: the interface in one language, as `messages/<lang>.json` holds it.
//!
//! A flat JSON object of key and text. `{name}` in a text is filled in; a counted text has one entry a plural
//! category (`entries.one`, `entries.few`, …). The page carries one language only, so a key that is missing shows as
//! itself here; `tests/tidy.rs` holds that every language has every key.
//! Knows no facts: texts of the facts file are [`super::Text`].

use std::fmt;

use serde::de::{Deserializer as _, MapAccess, Visitor};

use super::{Locale, number_text, plural_category};
use crate::order;

/// What could not be read as messages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("messages are a flat JSON object of texts: {0}")]
pub struct MessagesError(String);

/// The interface texts of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Messages {
    lang: String,
    locale: Locale,
    /// Sorted by key.
    texts: Vec<(String, String)>,
}

impl Messages {
    /// Reads the file's text. `lang` is the tag of the language that the texts are in.
    ///
    /// # Errors
    /// When the text is no JSON object whose values are all texts.
    pub fn parse(lang: &str, json: &str) -> Result<Self, MessagesError> {
        let mut reader = serde_json::Deserializer::from_str(json);
        let texts = reader.deserialize_map(Pairs).map_err(|error| MessagesError(error.to_string()))?;
        Ok(Self::of(lang, texts))
    }

    /// The texts of a language, each with its key.
    pub fn of(lang: &str, mut texts: Vec<(String, String)>) -> Self {
        order::sort_by(&mut texts, |a, b| a.0.cmp(&b.0));
        Self { lang: lang.to_owned(), locale: Locale::from_tag(lang), texts }
    }

    /// No texts: every key shows as itself.
    pub fn empty(lang: &str) -> Self {
        Self::of(lang, Vec::new())
    }

    /// The language that the texts are in.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// How numbers and dates are written beside these texts.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Every key with its text, in order.
    pub fn texts(&self) -> &[(String, String)] {
        &self.texts
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|(key, _)| key.as_str())
    }

    /// The text of a key; the key itself where there is none, so that a gap is seen and nothing breaks.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key with `{name}`s filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// The text of `key` in the plural category of `n`, with `{n}` as a grouped number.
    pub fn count(&self, key: &str, n: usize) -> String {
        self.count_with(key, n, &[])
    }

    /// As [`Messages::count`], with further `{name}`s.
    pub fn count_with(&self, key: &str, n: usize, values: &[(&str, &str)]) -> String {
        let digits = n.to_string();
        let mut exact = String::from(key);
        exact.push('.');
        let stem = exact.len();
        exact.push_str(plural_category(&digits, self.locale).tag());
        let text = self.find(&exact).or_else(|| {
            exact.truncate(stem);
            exact.push_str("other");
            self.find(&exact)
        });
        let mut all = vec![("n", number_text(&digits, self.locale))];
        all.extend(values.iter().map(|(name, value)| (*name, (*value).to_owned())));
        let all: Vec<(&str, &str)> = all.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(text.unwrap_or(key), &all)
    }

    fn find(&self, key: &str) -> Option<&str> {
        let at = self.texts.binary_search_by(|(k, _)| k.as_str().cmp(key)).ok()?;
        Some(&self.texts[at].1)
    }
}

/// A text with its `{name}`s filled in. What has no value stays as it is.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            break;
        };
        match values.iter().find(|(n, _)| *n == name) {
            Some((_, value)) => out.push_str(value),
            None => ["{", name, "}"].into_iter().for_each(|part| out.push_str(part)),
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

struct Pairs;

impl<'de> Visitor<'de> for Pairs {
    type Value = Vec<(String, String)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object whose values are texts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn russian() -> Messages {
        let json = r#"{"hello":"Привет","n.one":"{n} запись","n.few":"{n} записи","n.many":"{n} записей",
            "n.other":"{n} записи","by":"{who}, {when} {"}"#;
        Messages::parse("ru", json).unwrap()
    }

    #[test]
    fn no_messages_show_their_keys() {
        assert_eq!(Messages::parse("en", "{}").unwrap().get("hello"), "hello");
        assert_eq!(Messages::parse("en", "{}").unwrap().count("n", 2), "n");
    }

    #[test]
    fn what_is_no_object_of_texts_is_an_error() {
        assert!(Messages::parse("en", "").is_err());
        assert!(Messages::parse("en", r#"{"a":1}"#).is_err());
    }

    #[test]
    fn counts_take_the_form_of_the_language() {
        let texts = russian();
        assert_eq!(texts.count("n", 1), "1 запись");
        assert_eq!(texts.count("n", 3), "3 записи");
        assert_eq!(texts.count("n", 11), "11 записей");
        assert_eq!(texts.count("n", 1205), "1\u{a0}205 записей");
    }

    #[test]
    fn names_are_filled_in_and_the_rest_stays() {
        assert_eq!(russian().fill("by", &[("who", "А")]), "А, {when} {");
    }
}
