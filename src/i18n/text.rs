//! Multilingual text, as a facts file gives it.
//!
//! Refuses to know which languages a file has: it holds what is there, and says when a reader gets another language
//! than the one asked for.

use super::locale::base_language;

/// A text that is the same in every language, or one text a language in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Text(Inner);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Inner {
    Plain(String),
    ByLanguage(Vec<(String, String)>),
}

/// The text that a reader of some language gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resolved<'a> {
    /// The text; empty if there is none in any language.
    pub text: &'a str,
    /// Its language, only where that is not the one asked for: the page then marks it with `lang`.
    pub lang: Option<&'a str>,
}

impl Text {
    /// A text that is the same in every language.
    pub const fn plain(text: String) -> Self {
        Self(Inner::Plain(text))
    }

    /// A text in one language, which is not the one of all others.
    pub fn in_language(tag: String, text: String) -> Self {
        Self(Inner::ByLanguage(vec![(tag, text)]))
    }

    /// A text by language tag. A blank one counts as missing; of two with one tag the later stands.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        let mut by_language: Vec<(String, String)> = Vec::with_capacity(pairs.len());
        for (tag, text) in pairs.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
            match by_language.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(&tag)) {
                Some((_, earlier)) => *earlier = text,
                None => by_language.push((tag, text)),
            }
        }
        Self(Inner::ByLanguage(by_language))
    }

    /// The text in exactly this language, or the one for all languages. Tags compare in any case.
    pub fn get(&self, lang: &str) -> Option<&str> {
        match &self.0 {
            Inner::Plain(text) => Some(text),
            Inner::ByLanguage(_) => self.entry(lang).map(|(_, text)| text),
        }
    }

    /// The best text for a reader: in the language asked for, in its base language, in the default language
    /// of the file, in the first language that there is.
    pub fn resolve<'a>(&'a self, lang: &str, default_lang: &str) -> Resolved<'a> {
        let entries = match &self.0 {
            Inner::Plain(text) => return Resolved { text, lang: None },
            Inner::ByLanguage(entries) => entries,
        };
        if let Some((_, text)) = self.entry(lang).or_else(|| self.entry(base_language(lang))) {
            return Resolved { text, lang: None };
        }
        let first = || entries.first().map(|(tag, text)| (tag.as_str(), text.as_str()));
        match self.entry(default_lang).or_else(first) {
            Some((tag, text)) => Resolved { text, lang: Some(tag) },
            None => Resolved { text: "", lang: None },
        }
    }

    /// The tags that it has, in the order of the file; none for a text that is the same in every language.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.entries().iter().map(|(tag, _)| tag.as_str())
    }

    /// Every text that it has, whatever the language.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let plain = match &self.0 {
            Inner::Plain(text) => Some(text.as_str()),
            Inner::ByLanguage(_) => None,
        };
        plain.into_iter().chain(self.entries().iter().map(|(_, text)| text.as_str()))
    }

    /// Whether it is the same in every language.
    pub fn is_plain(&self) -> bool {
        matches!(self.0, Inner::Plain(_))
    }

    /// Whether there is nothing to read in any language.
    pub fn is_empty(&self) -> bool {
        self.texts().all(|text| text.trim().is_empty())
    }

    fn entries(&self) -> &[(String, String)] {
        match &self.0 {
            Inner::Plain(_) => &[],
            Inner::ByLanguage(entries) => entries,
        }
    }

    fn entry(&self, lang: &str) -> Option<(&str, &str)> {
        self.entries()
            .iter()
            .find(|(tag, _)| tag.eq_ignore_ascii_case(lang))
            .map(|(tag, text)| (tag.as_str(), text.as_str()))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::plain(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::{Resolved, Text};

    fn text(pairs: &[(&str, &str)]) -> Text {
        Text::from_pairs(pairs.iter().map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned())).collect())
    }

    #[track_caller]
    fn check(pairs: &[(&str, &str)], lang: &str, expected: (&str, Option<&str>)) {
        let (expected_text, expected_lang) = expected;
        assert_eq!(text(pairs).resolve(lang, "en"), Resolved { text: expected_text, lang: expected_lang });
    }

    #[test]
    fn no_text_resolves_to_nothing() {
        check(&[], "ru", ("", None));
        check(&[("ru", " ")], "ru", ("", None));
        assert!(text(&[]).is_empty());
        assert!(text(&[("ru", "")]).is_empty());
        assert!(Text::default().is_empty());
        assert_eq!(Text::default().languages().count(), 0);
    }

    #[test]
    fn a_plain_text_is_in_every_language() {
        let plain = Text::plain("Reuters".to_owned());
        assert_eq!(plain.resolve("ru", "en"), Resolved { text: "Reuters", lang: None });
        assert_eq!(plain.get("kk"), Some("Reuters"));
        assert!(plain.is_plain() && !plain.is_empty());
    }

    #[test]
    fn a_reader_gets_the_nearest_language_and_is_told_which() {
        let pairs = [("kk", "қаңтар"), ("ru", "январь"), ("en", "January")];
        check(&pairs, "ru", ("январь", None));
        check(&pairs, "RU", ("январь", None));
        check(&pairs, "ru-KZ", ("январь", None));
        check(&pairs, "de", ("January", Some("en")));
        check(&pairs[..2], "de", ("қаңтар", Some("kk")));
        check(&[("ru", ""), ("en", "January")], "ru", ("January", Some("en")));
        check(&[("ru-KZ", "январь")], "ru", ("январь", Some("ru-KZ")));
    }

    #[test]
    fn the_order_of_the_file_is_kept_and_the_later_of_two_stands() {
        let twice = text(&[("ru", "раз"), ("en", "one"), ("RU", "два")]);
        assert_eq!(twice.languages().collect::<Vec<_>>(), ["ru", "en"]);
        assert_eq!(twice.texts().collect::<Vec<_>>(), ["два", "one"]);
        assert_eq!(twice.get("ru-KZ"), None);
    }
}
