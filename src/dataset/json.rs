//! JSON whose every value knows where in the file it stands.
//!
//! The whole text is checked once. After that a value is kept as its own slice of the file and read a level at a time,
//! when somebody asks. So nothing recurses on the depth of a file that we do not trust, numbers keep the digits they
//! were written with, objects keep their order and their duplicate keys, and a problem can name its line.
//! It refuses to know what any key means.
//!
//! Grammar: RFC 8259. It is a parser of our own because the usual one, with its messages and its floating point, takes
//! about 12 kB more of the page; a test holds that both take the same texts.

use std::borrow::Cow;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SyntaxError {
    pub at: usize,
    pub what: &'static str,
    /// Whether the text ends too early, as that of a broken download does.
    pub truncated: bool,
}

impl<'a> Node<'a> {
    /// The one value that `text` holds, after a byte order mark or not.
    /// The whole text is checked here, so that no level fails later.
    pub fn parse(text: &'a str) -> Result<Self, SyntaxError> {
        let mut start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        check(text.as_bytes(), start)?;
        start = after_space(text.as_bytes(), start);
        Ok(Self { raw: text.get(start..).unwrap_or_default().trim_end_matches(SPACE), at: start })
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
    /// Of more than [`MAX_KEYS`] one more is given, so that it can be told.
    pub fn entries(self) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        if self.shape() == Shape::Object {
            let mut at = 1;
            while entries.len() <= MAX_KEYS
                && let Some(key) = self.inside(&mut at)
            {
                let Some(node) = self.inside(&mut at) else { break };
                // A key that cannot be decoded is one that nobody asks for.
                entries.push(Entry { key: key.string().unwrap_or_default(), key_at: key.at, node });
            }
        }
        entries
    }

    /// The values of a list; nothing of anything else.
    pub fn items(self) -> Items<'a> {
        Items { list: self, at: if self.shape() == Shape::List { 1 } else { self.raw.len() } }
    }

    /// The text of a string. `None` for anything else, and for a string with half a surrogate pair in it.
    pub fn string(self) -> Option<Cow<'a, str>> {
        let inner = self.raw.strip_prefix('"')?.strip_suffix('"')?;
        if inner.as_bytes().contains(&b'\\') { unescaped(inner).map(Cow::Owned) } else { Some(Cow::Borrowed(inner)) }
    }

    /// A number as it is written.
    pub fn number_text(self) -> Option<&'a str> {
        (self.shape() == Shape::Number).then_some(self.raw)
    }

    /// True or false.
    pub fn boolean(self) -> Option<bool> {
        (self.shape() == Shape::Boolean).then_some(self.raw == "true")
    }

    /// The key or value that comes next inside a list or object, and moves behind it. `None` at the end.
    fn inside(self, at: &mut usize) -> Option<Self> {
        let bytes = self.raw.as_bytes();
        let mut start = after_space(bytes, *at);
        while matches!(bytes.get(start), Some(b',' | b':')) {
            start = after_space(bytes, start + 1);
        }
        if matches!(bytes.get(start), None | Some(b']' | b'}')) {
            return None;
        }
        *at = after_value(bytes, start);
        Some(Self { raw: self.raw.get(start..*at)?, at: self.at + start })
    }
}

/// The values of a list, one after the other, so that a list of millions takes no memory.
#[derive(Clone, Debug)]
pub(super) struct Items<'a> {
    list: Node<'a>,
    at: usize,
}

impl<'a> Iterator for Items<'a> {
    type Item = Node<'a>;

    fn next(&mut self) -> Option<Node<'a>> {
        self.list.inside(&mut self.at)
    }
}

/// An object with more keys than this is none of a facts file, and comparing its keys with each other would take long.
pub(super) const MAX_KEYS: usize = 200;

const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

fn after_space(bytes: &[u8], mut at: usize) -> usize {
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

/// The byte behind a string that begins at `at`, in a text that was checked.
fn after_string(bytes: &[u8], mut at: usize) -> usize {
    at += 1;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'"' => return at + 1,
            b'\\' => 2,
            _ => 1,
        };
    }
    at
}

/// The byte behind a value that begins at `at`, in a text that was checked.
fn after_value(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => at = after_string(bytes, at),
            b'{' | b'[' => (depth, at) = (depth + 1, at + 1),
            b'}' | b']' => (depth, at) = (depth.saturating_sub(1), at + 1),
            b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' => at += 1,
            _ => at = after_word(bytes, at),
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The byte behind a number or a word.
fn after_word(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += 1;
        if !matches!(bytes.get(at), Some(b'0'..=b'9' | b'a'..=b'z' | b'E' | b'+' | b'-' | b'.')) {
            return at;
        }
    }
}

fn unescaped(inner: &str) -> Option<String> {
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let sign = *after.as_bytes().first()?;
        rest = after.get(1..)?;
        text.push(match sign {
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut code = hex(rest)?;
                rest = rest.get(4..)?;
                if (0xd800..0xdc00).contains(&code) {
                    let low = rest.strip_prefix("\\u")?;
                    code = 0x1_0000 + ((code - 0xd800) << 10) + hex(low)?.checked_sub(0xdc00)?;
                    rest = low.get(4..)?;
                }
                char::from_u32(code)?
            }
            sign => char::from(sign),
        });
    }
    text.push_str(rest);
    Some(text)
}

fn hex(text: &str) -> Option<u32> {
    let digits = text.as_bytes().get(..4)?;
    digits.iter().try_fold(0, |code, &digit| Some(code << 4 | char::from(digit).to_digit(16)?))
}

/// Whether the bytes from `start` on are one JSON value. Iterative: what is open stands in a list.
fn check(bytes: &[u8], start: usize) -> Result<(), SyntaxError> {
    let mut checker = Checker { bytes, at: start };
    let mut open = Vec::new();
    loop {
        // A value, or an opening bracket and what must follow it.
        checker.space();
        match checker.next() {
            Some(bracket @ (b'{' | b'[')) => {
                checker.at += 1;
                checker.space();
                open.push(bracket);
                if checker.next() != Some(closing(bracket)) {
                    if bracket == b'{' {
                        checker.key()?;
                    }
                    continue;
                }
            }
            Some(b'"') => checker.string()?,
            Some(b'-' | b'0'..=b'9') => checker.number()?,
            _ => checker.word()?,
        }
        // What must follow a value: any number of closing brackets, then a comma or the end.
        loop {
            checker.space();
            let Some(&bracket) = open.last() else {
                return if checker.next().is_none() { Ok(()) } else { checker.fail("more text after the end") };
            };
            match checker.next() {
                Some(b',') => {
                    checker.at += 1;
                    if bracket == b'{' {
                        checker.space();
                        checker.key()?;
                    }
                    break;
                }
                Some(byte) if byte == closing(bracket) => {
                    checker.at += 1;
                    open.pop();
                }
                _ if bracket == b'{' => return checker.fail("expected `,` or `}`"),
                _ => return checker.fail("expected `,` or `]`"),
            }
        }
    }
}

fn closing(bracket: u8) -> u8 {
    if bracket == b'{' { b'}' } else { b']' }
}

struct Checker<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Checker<'_> {
    fn next(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        self.at = after_space(self.bytes, self.at);
    }

    fn fail<T>(&self, what: &'static str) -> Result<T, SyntaxError> {
        Err(SyntaxError { at: self.at, what, truncated: self.at >= self.bytes.len() })
    }

    fn key(&mut self) -> Result<(), SyntaxError> {
        if self.next() != Some(b'"') {
            return self.fail("expected a key in quotation marks");
        }
        self.string()?;
        self.space();
        if self.next() != Some(b':') {
            return self.fail("expected `:`");
        }
        self.at += 1;
        Ok(())
    }

    fn string(&mut self) -> Result<(), SyntaxError> {
        self.at += 1;
        loop {
            match self.next() {
                Some(b'"') => break,
                Some(b'\\') => {
                    self.at += 1;
                    match self.next() {
                        Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {}
                        Some(b'u') => {
                            for _ in 0..4 {
                                self.at += 1;
                                if !self.next().is_some_and(|digit| digit.is_ascii_hexdigit()) {
                                    return self.fail("expected four hexadecimal digits");
                                }
                            }
                        }
                        _ => return self.fail("no such escape"),
                    }
                }
                None => return self.fail("a string without its end"),
                Some(..=0x1f) => return self.fail("a line break or control character in a string"),
                Some(_) => {}
            }
            self.at += 1;
        }
        self.at += 1;
        Ok(())
    }

    fn number(&mut self) -> Result<(), SyntaxError> {
        if self.next() == Some(b'-') {
            self.at += 1;
        }
        let has_leading_zero = self.next() == Some(b'0');
        let start = self.at;
        self.digits()?;
        if has_leading_zero && self.at > start + 1 {
            self.at = start;
            return self.fail("a number with a leading zero");
        }
        if self.next() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.next(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.next(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), SyntaxError> {
        let start = self.at;
        while matches!(self.next(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { self.fail("expected a digit") } else { Ok(()) }
    }

    fn word(&mut self) -> Result<(), SyntaxError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        for word in [&b"true"[..], b"false", b"null"] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(());
            }
            if !rest.is_empty() && word.starts_with(rest) {
                self.at = self.bytes.len();
            }
        }
        self.fail("expected a value")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};
    use serde_json::value::RawValue;

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
        }
    }

    #[test]
    fn every_value_knows_where_it_stands() {
        let text = " {\"a\" : [1, \"б\\n\", {\"c\":null}], \"a\":true}\r\n";
        let entries = Node::parse(text).unwrap().entries();
        let keys: Vec<_> = entries.iter().map(|e| (e.key.as_ref(), &text[e.key_at..e.key_at + 3])).collect();
        assert_eq!(keys, [("a", "\"a\""), ("a", "\"a\"")], "order and duplicates are kept");
        let items: Vec<Node<'_>> = entries[0].node.items().collect();
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

    proptest! {
        #[test]
        fn it_takes_what_any_other_parser_takes(text in r#"([\[\]{}:, "\\]|-?[0-9.]{1,3}|[eE][+-]?|"a":|true|null|\\n|\\u00e9){0,12}"#) {
            prop_assert_eq!(Node::parse(&text).is_ok(), serde_json::from_str::<&RawValue>(&text).is_ok());
        }

        #[test]
        fn every_string_is_read_as_it_was_meant(text in ".{0,20}") {
            let written = serde_json::to_string(&text).unwrap_or_default();
            let escaped: String = text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            for json in [written, format!("\"{escaped}\"")] {
                let read = Node::parse(&json).ok().and_then(Node::string).map(|text| text.into_owned());
                prop_assert_eq!(read.as_deref(), Some(text.as_str()));
            }
        }
    }

    #[test]
    fn a_hundred_thousand_nested_lists_are_skipped() {
        let text = format!("{{\"deep\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
        let deep = Node::parse(&text).unwrap().entries()[0].node;
        assert_eq!(deep.items().count(), 1);
        let unclosed = "[".repeat(100_000);
        assert!(Node::parse(&unclosed).unwrap_err().truncated);
    }
}
