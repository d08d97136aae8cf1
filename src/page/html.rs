//! The writer: the only place where HTML is put together, so that nothing unescaped gets in.

use crate::i18n::Resolved;

/// HTML under construction. Markup comes in as literals of this program; whatever fills a hole in one, or is written
/// as text, is escaped. Only what is already an [`Html`] is taken as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Html {
    buf: String,
}

// None of these is inlined: they are called hundreds of times, and a copy each would be a fifth of the page's code.
impl Html {
    /// An empty document.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds markup.
    #[inline(never)]
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.buf.push_str(markup);
        self
    }

    /// Adds markup with holes, `{}` each, filled with escaped text in their order. It is for attributes in quotation
    /// marks and for content.
    #[inline(never)]
    pub fn put(&mut self, markup: &'static str, fill: &[&str]) -> &mut Self {
        debug_assert_eq!(markup.matches("{}").count(), fill.len(), "{markup}");
        debug_assert_eq!(markup.matches('{').count(), fill.len(), "a brace that is no hole: {markup}");
        // By the brace alone: searching for a text of two letters takes 2 kB more of the page.
        let mut parts = markup.split('{');
        self.buf.push_str(parts.next().unwrap_or_default());
        for (part, text) in parts.zip(fill) {
            self.escape(text);
            self.buf.push_str(part.strip_prefix('}').unwrap_or(part));
        }
        self
    }

    /// Adds text.
    #[inline(never)]
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.escape(text);
        self
    }

    /// Adds an attribute to a tag that is not closed yet; none where the name is empty, so that it can be optional.
    #[inline(never)]
    pub fn attribute(&mut self, (name, value): (&str, &str)) -> &mut Self {
        if !name.is_empty() {
            self.buf.push(' ');
            self.buf.push_str(name);
            self.buf.push_str("=\"");
            self.escape(value);
            self.buf.push('"');
        }
        self
    }

    /// The language of an element whose tag is not closed yet, where it is another one than around it.
    pub fn lang(&mut self, lang: Option<&str>) -> &mut Self {
        self.attribute(lang.map_or(("", ""), |lang| ("lang", lang)))
    }

    /// A text of the facts file in an element, marked with its language where that is not the page's. `open` is the
    /// element's tag without its `>`.
    #[inline(never)]
    pub fn told(&mut self, open: &'static str, text: Resolved<'_>, close: &'static str) -> &mut Self {
        self.buf.push_str(open);
        self.lang(text.lang);
        self.buf.push('>');
        self.escape(text.text);
        self.buf.push_str(close);
        self
    }

    /// Adds finished HTML.
    #[inline(never)]
    pub fn html(&mut self, other: &Html) -> &mut Self {
        self.buf.push_str(&other.buf);
        self
    }

    /// Adds what another [`Html`] was once written as: by a build, or by this page.
    #[inline(never)]
    pub fn written(&mut self, html: &str) -> &mut Self {
        self.buf.push_str(html);
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

    #[inline(never)]
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
            self.buf.push_str(text.get(from..at).unwrap_or_default());
            self.buf.push_str(entity);
            from = at + 1;
        }
        self.buf.push_str(text.get(from..).unwrap_or_default());
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
    fn what_fills_a_hole_is_escaped_and_its_braces_are_no_holes() {
        let mut html = Html::new();
        html.put(r#"<p title="{}">{}</p>"#, &["\"a\" & {}", "<b>x</b> & ә"]);
        assert_eq!(html.as_str(), r#"<p title="&quot;a&quot; &amp; {}">&lt;b&gt;x&lt;/b&gt; &amp; ә</p>"#);
    }

    #[test]
    fn an_attribute_without_a_name_is_none() {
        let mut html = Html::new();
        html.raw("<p").attribute(("", "x")).attribute(("lang", "a\"b")).raw(">");
        assert_eq!(html.as_str(), "<p lang=\"a&quot;b\">");
    }

    #[test]
    fn a_text_in_another_language_says_which() {
        let mut html = Html::new();
        html.told("<p", Resolved { text: "a", lang: None }, "</p>");
        html.told("<p", Resolved { text: "<b", lang: Some("en") }, "</p>");
        assert_eq!(html.as_str(), r#"<p>a</p><p lang="en">&lt;b</p>"#);
    }
}
