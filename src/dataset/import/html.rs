//! The text of a piece of HTML, with the addresses that it links to.
//!
//! Whatever it is given, it comes to an end: nothing nests, and what is no tag is text. It refuses to know how a browser
//! would mend what is broken.

use super::super::address::is_safe;

/// What became of a piece of HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    /// One line a paragraph.
    pub text: String,
    /// What could not be kept, in words.
    pub left_out: Vec<String>,
}

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 24] = [
    "address",
    "article",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "section",
    "ul",
];

/// Elements of which nothing is text.
const SILENT: [&str; 8] = ["script", "style", "template", "iframe", "object", "svg", "video", "audio"];

/// The text of a piece of HTML.
pub(super) fn plain(html: &str) -> Plain {
    let mut reader = Reader::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        reader.words(&rest[..at]);
        rest = &rest[at..];
        let n_bytes = match tag(rest) {
            Some((name, attributes, n_bytes)) => reader.tag(&name, attributes, rest, n_bytes),
            None => {
                reader.words("<");
                1
            }
        };
        rest = &rest[n_bytes..];
    }
    reader.words(rest);
    reader.plain.text = lines(&reader.plain.text);
    reader.plain
}

#[derive(Debug, Default)]
struct Reader {
    plain: Plain,
    /// The address of an open link, and where its words begin.
    link: Option<(String, usize)>,
}

impl Reader {
    /// Text between tags, in which any space is one.
    fn words(&mut self, text: &str) {
        for character in decoded(text).chars() {
            let is_space = matches!(character, ' ' | '\t' | '\r' | '\n');
            if !is_space {
                self.plain.text.push(character);
            } else if !self.plain.text.ends_with([' ', '\n']) {
                self.plain.text.push(' ');
            }
        }
    }

    /// What a tag does. How many bytes it and what it silences take.
    fn tag(&mut self, name: &str, attributes: &str, rest: &str, n_bytes: usize) -> usize {
        if BLOCKS.contains(&name.trim_start_matches('/')) {
            self.plain.text.push('\n');
        }
        match name {
            "a" => {
                self.end_link();
                let href = attribute(attributes, "href").unwrap_or_default();
                self.link = Some((absolute(href.trim()), self.plain.text.len()));
            }
            "/a" => self.end_link(),
            "td" | "th" => self.words(" "),
            "q" => self.plain.text.push('“'),
            "/q" => self.plain.text.push('”'),
            "img" => self.leave_out("the picture", attribute(attributes, "src")),
            _ if SILENT.contains(&name) => {
                self.leave_out(&format!("the element <{name}>"), attribute(attributes, "src"));
                return end_of_silence(rest, name, n_bytes);
            }
            _ => {}
        }
        n_bytes
    }

    fn leave_out(&mut self, what: &str, address: Option<String>) {
        self.plain.left_out.push(address.map_or_else(|| what.to_owned(), |address| format!("{what} {address}")));
    }

    fn end_link(&mut self) {
        let Some((href, start)) = self.link.take() else { return };
        let words = self.plain.text.get(start..).unwrap_or_default().trim().to_owned();
        let is_kept = is_safe(&href) && ["http:", "https:", "mailto:"].iter().any(|scheme| href.starts_with(scheme));
        if !is_kept {
            if !href.is_empty() {
                self.plain.left_out.push(format!("the link to {href}"));
            }
        } else if words != href && bare(&words) != bare(&href) {
            let space = if words.is_empty() || self.plain.text.ends_with([' ', '\n']) { "" } else { " " };
            self.plain.text.push_str(&format!("{space}({href})"));
        }
    }
}

/// An address without what differs between those that are typed and those that are copied.
fn bare(address: &str) -> &str {
    let address = address.trim_end_matches('/');
    ["https://", "http://", "mailto:"].iter().find_map(|scheme| address.strip_prefix(scheme)).unwrap_or(address)
}

/// An address without a scheme has that of most.
pub(super) fn absolute(address: &str) -> String {
    if address.starts_with("//") { ["https:", address].concat() } else { address.to_owned() }
}

/// The name of a tag in small letters, its attributes, and how many bytes it takes; `None` for what is none.
fn tag(text: &str) -> Option<(String, &str, usize)> {
    if text.starts_with("<!--") {
        let n_bytes = text.find("-->").map_or(text.len(), |end| end + 3);
        return Some((String::new(), "", n_bytes));
    }
    let inner = text.strip_prefix('<')?;
    let is_tag =
        inner.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic()) || inner.starts_with(['!', '?']);
    if !is_tag {
        return None;
    }
    let mut quote = None;
    let end = inner.bytes().position(|byte| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
        quote.is_none() && byte == b'>'
    });
    // A quotation mark that never closes is no reason to lose the text behind it.
    let end = end.or_else(|| inner.find('>'))?;
    let inner = &inner[..end];
    let n_name = 1 + inner.get(1..)?.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len() - 1);
    Some((inner[..n_name].to_ascii_lowercase(), &inner[n_name..], end + 2))
}

/// The value of an attribute.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let mut from = 0;
    loop {
        let at = from + lower.get(from..)?.find(name)?;
        from = at + name.len();
        let is_whole = lower[..at].ends_with(|c: char| c.is_ascii_whitespace() || c == '"' || c == '\'');
        let Some(value) = attributes[from..].trim_start().strip_prefix('=').filter(|_| is_whole) else { continue };
        let value = value.trim_start();
        let value = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
            _ => value.split(|c: char| c.is_ascii_whitespace()).next(),
        };
        return value.map(decoded).filter(|value| !value.is_empty());
    }
}

/// The first address in a piece of HTML that embeds something.
pub(super) fn embedded(html: &str) -> Option<String> {
    let (_, attributes, _) = tag(html.trim_start())?;
    attribute(attributes, "src").map(|address| absolute(&address))
}

/// Behind the end of an element of which nothing is text.
fn end_of_silence(rest: &str, name: &str, n_bytes: usize) -> usize {
    let behind = rest[n_bytes..].to_ascii_lowercase();
    let end = behind.find(&format!("</{name}"));
    end.map_or(n_bytes, |end| n_bytes + end + behind[end..].find('>').map_or(behind.len() - end, |close| close + 1))
}

/// Lines without the space around them, and without empty ones.
fn lines(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Text with its entities decoded. What is none stays as it is; control characters go.
pub(super) fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(MAX_ENTITY).position(|byte| byte == b';');
        match end.and_then(|end| Some((character(&rest[1..end])?, end + 1))) {
            Some((character, n_bytes)) => {
                out.push(character);
                rest = &rest[n_bytes..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
    out.retain(|c| !c.is_control() || matches!(c, '\t' | '\r' | '\n'));
    out
}

/// Longer ones are no entity.
const MAX_ENTITY: usize = 12;

fn character(entity: &str) -> Option<char> {
    let code = match entity.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        },
        None => return named(entity),
    };
    // These are what Windows-1252 has there, as every browser reads them.
    match code {
        0x80..=0x9f => WINDOWS_1252.chars().nth((code - 0x80) as usize),
        0 => None,
        _ => char::from_u32(code),
    }
}

const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The entities of HTML 4 for the letters and signs of Latin-1, in the order of their numbers from 160 on.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 \
    sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
    AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
    Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc \
    euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml \
    yacute thorn yuml";

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "ndash" => '–',
        "mdash" => '—',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sbquo" => '‚',
        "ldquo" => '“',
        "rdquo" => '”',
        "bdquo" => '„',
        "lsaquo" => '‹',
        "rsaquo" => '›',
        "hellip" => '…',
        "bull" => '•',
        "dagger" => '†',
        "permil" => '‰',
        "euro" => '€',
        "trade" => '™',
        "larr" => '←',
        "rarr" => '→',
        "minus" => '−',
        "ne" => '≠',
        "le" => '≤',
        "ge" => '≥',
        "asymp" => '≈',
        "ensp" => '\u{2002}',
        "emsp" => '\u{2003}',
        "thinsp" => '\u{2009}',
        "zwnj" => '\u{200c}',
        "zwj" => '\u{200d}',
        "OElig" => 'Œ',
        "oelig" => 'œ',
        "Scaron" => 'Š',
        "scaron" => 'š',
        _ => {
            return (160_u32..)
                .zip(LATIN_1.split_whitespace())
                .find(|(_, known)| *known == name)
                .and_then(|(code, _)| char::from_u32(code));
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{embedded, plain};

    #[track_caller]
    fn check(html: &str, text: &str, left_out: &[&str]) {
        let plain = plain(html);
        assert_eq!(
            (plain.text.as_str(), plain.left_out.as_slice()),
            (text, &left_out.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()[..])
        );
    }

    #[test]
    fn what_is_no_markup_is_text() {
        for text in ["", "1 < 2", "a <3 b", "R&D; Q&A", "5 < 6 > 4", "&nothing;", "a & b"] {
            check(text, text, &[]);
        }
        check("  a \n\n b ", "a b", &[]);
    }

    #[test]
    fn paragraphs_become_lines() {
        check("<p>One <b>two</b></p>\n<p>three<br/>four</p>", "One two\nthree\nfour", &[]);
        check("<UL><LI>a<LI class='x'>b</UL>c", "a\nb\nc", &[]);
        check("<!-- no --><h2>A</h2>b<hr>", "A\nb", &[]);
    }

    #[test]
    fn links_keep_their_address() {
        check(
            "see <a href=\"https://example.org/a?b=1&amp;c=2\">the <i>report</i></a>.",
            "see the report (https://example.org/a?b=1&c=2).",
            &[],
        );
        check("<a href='//example.org/'>x</a>", "x (https://example.org/)", &[]);
        check("<a class=a href=http://example.org>http://example.org/</a>", "http://example.org/", &[]);
        check("<a href=\"mailto:desk@example.org\">desk@example.org</a>", "desk@example.org", &[]);
        check(
            "<a href=\"https://example.org\"><img src=\"a.jpg\" data-src=\"b\"></a>",
            "(https://example.org)",
            &["the picture a.jpg"],
        );
        check("<a href=\"javascript:x()\">no</a> <a name=\"top\">top</a>", "no top", &["the link to javascript:x()"]);
        check("<a href=\"/local\">here</a>", "here", &["the link to /local"]);
        check("<a href=\"https://example.org\">never closed", "never closed", &[]);
    }

    #[test]
    fn scripts_and_styles_are_no_text() {
        check("a<script>if (1 < 2) { alert('</p>') }</SCRIPT >b", "ab", &["the element <script>"]);
        check("<style>p { color: red }</style>b", "b", &["the element <style>"]);
        check("<iframe src=\"https://example.org/e\"></iframe>", "", &["the element <iframe> https://example.org/e"]);
        check("a<script src=x>", "a", &["the element <script> x"]);
    }

    #[test]
    fn entities_are_decoded_once() {
        check(
            "Mus&eacute;e &amp;amp; &#8364;&#x20AC;&#150;&nbsp;&hellip;&laquo;&yuml;",
            "Musée &amp; €€–\u{a0}…«ÿ",
            &[],
        );
        check("&#0;&#xffffffff;&#x110000;", "&#0;&#xffffffff;&#x110000;", &[]);
        check("a&#7;b", "ab", &[]);
    }

    #[test]
    fn an_embedded_page_has_an_address() {
        assert_eq!(
            embedded("<iframe width=1 src='//example.org/v'></iframe>").as_deref(),
            Some("https://example.org/v")
        );
        assert_eq!(embedded("<blockquote>a</blockquote>"), None);
        assert_eq!(embedded("https://example.org"), None);
    }

    proptest! {
        #[test]
        fn any_text_comes_to_an_end(html in "(<[a-z/! ]{0,4}|>|\"|'|=|href|&#?[a-z0-9;]{0,4}|script|.|\n){0,30}") {
            let text = plain(&html).text;
            prop_assert!(text.lines().all(|line| line == line.trim() && !line.is_empty()));
        }
    }
}
