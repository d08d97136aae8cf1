//! The writer: the only place where HTML is put together, so that nothing unescaped gets in.

use crate::i18n::Resolved;

/// HTML under construction. Everything that goes in as text or attribute value is escaped; only what is already an
/// [`Html`] is taken as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html {
    buf: String,
}

impl Html {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens an element. Attributes with an empty name are skipped, so that an optional one can stand in the list.
    pub fn open(&mut self, tag: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.buf.push('<');
        self.buf.push_str(tag);
        for (name, value) in attributes {
            if name.is_empty() {
                continue;
            }
            self.buf.push(' ');
            self.buf.push_str(name);
            self.buf.push_str("=\"");
            self.escape(value);
            self.buf.push('"');
        }
        self.buf.push('>');
        self
    }

    /// Closes an element.
    pub fn close(&mut self, tag: &str) -> &mut Self {
        self.buf.push_str("</");
        self.buf.push_str(tag);
        self.buf.push('>');
        self
    }

    /// Adds text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.escape(text);
        self
    }

    /// An element with text in it.
    pub fn element(&mut self, tag: &str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open(tag, attributes).text(text).close(tag)
    }

    /// An element with a text of the facts file, marked with its language where that is not the page's.
    pub fn resolved(&mut self, tag: &str, attributes: &[(&str, &str)], text: Resolved<'_>) -> &mut Self {
        let mut all = attributes.to_vec();
        if let Some(lang) = text.lang {
            all.push(("lang", lang));
        }
        self.element(tag, &all, text.text)
    }

    /// Adds finished HTML.
    pub fn html(&mut self, other: &Html) -> &mut Self {
        self.buf.push_str(&other.buf);
        self
    }

    /// The finished text.
    pub fn into_string(self) -> String {
        self.buf
    }

    /// The text so far.
    pub fn as_str(&self) -> &str {
        &self.buf
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.buf.is_empty()
    }

    fn escape(&mut self, text: &str) {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            let entity = match byte {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => continue,
            };
            self.buf.push_str(&text[from..at]);
            self.buf.push_str(entity);
            from = at + 1;
        }
        self.buf.push_str(&text[from..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_written_is_nothing() {
        assert!(Html::new().is_empty());
    }

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut html = Html::new();
        html.element("p", &[("title", "\"a\" & b"), ("", "skipped")], "<b>x</b> & ә");
        let expected = "<p title=\"&quot;a&quot; &amp; b\">&lt;b&gt;x&lt;/b&gt; &amp; ә</p>";
        assert_eq!(html.as_str(), expected);
    }
}
