//! Rust source as the rules see it: words and signs without comments, strings and tests.
//!
//! Knows just enough of the language for that. It reads no macro and no type.

use std::ops::Range;

/// A word, `::`, or one sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// As written; a string, a number or a character stands as `""`.
    pub text: String,
    /// From 1.
    pub line: usize,
}

/// The tokens of a source text. Comments are left out.
pub fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let (text, end) = token_at(&chars, at);
        if !text.is_empty() {
            tokens.push(Token { text, line });
        }
        line += chars[at..end].iter().filter(|&&c| c == '\n').count();
        at = end;
    }
    tokens
}

/// The token at a place and where it ends; empty for what is no token.
fn token_at(chars: &[char], at: usize) -> (String, usize) {
    let next = chars.get(at + 1).copied();
    match chars[at] {
        '/' if next == Some('/') => (String::new(), find(chars, at, |rest| rest.starts_with(&['\n']))),
        '/' if next == Some('*') => (String::new(), comment_end(chars, at)),
        '"' => (String::from("\"\""), quoted_end(chars, at + 1, '"')),
        '\'' => match (next, chars.get(at + 2)) {
            (Some('\\'), _) | (_, Some('\'')) => (String::from("\"\""), quoted_end(chars, at + 1, '\'')),
            _ => (String::new(), word_end(chars, at + 1)),
        },
        c if c.is_alphanumeric() || c == '_' => {
            let end = word_end(chars, at);
            let word: String = chars[at..end].iter().collect();
            match (word.as_str(), chars.get(end)) {
                ("r" | "br" | "cr", Some('#' | '"')) => match raw_end(chars, end) {
                    Some(end) => (String::from("\"\""), end),
                    None => (String::new(), end + 1),
                },
                ("b" | "c", Some('"' | '\'')) => (String::new(), end),
                _ if c.is_numeric() => (String::from("\"\""), end),
                _ => (word, end),
            }
        }
        ':' if next == Some(':') => (String::from("::"), at + 2),
        c if c.is_whitespace() => (String::new(), at + 1),
        c => (c.to_string(), at + 1),
    }
}

fn find(chars: &[char], from: usize, found: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|&at| found(&chars[at..])).unwrap_or(chars.len())
}

fn word_end(chars: &[char], from: usize) -> usize {
    find(chars, from, |rest| !(rest[0].is_alphanumeric() || rest[0] == '_'))
}

fn quoted_end(chars: &[char], from: usize, quote: char) -> usize {
    let mut at = from;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// Where `#"…"#` ends; none if it is a raw name (`r#type`).
fn raw_end(chars: &[char], from: usize) -> Option<usize> {
    let quote = find(chars, from, |rest| rest[0] != '#');
    if chars.get(quote) != Some(&'"') {
        return None;
    }
    let n_hashes = quote - from;
    let closing: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', n_hashes)).collect();
    Some((find(chars, quote + 1, |rest| rest.starts_with(&closing)) + closing.len()).min(chars.len()))
}

/// Comments nest.
fn comment_end(chars: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at < chars.len() {
        if chars[at..].starts_with(&['/', '*']) {
            depth += 1;
            at += 2;
        } else if chars[at..].starts_with(&['*', '/']) {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at.min(chars.len())
}

/// The tokens outside items marked `#[cfg(test)]` or `#[test]`, and how many lines those items take.
pub fn without_tests(tokens: &[Token]) -> (Vec<Token>, usize) {
    let (mut kept, mut n_test_lines, mut at) = (Vec::new(), 0, 0);
    while at < tokens.len() {
        match attribute(tokens, at) {
            Some(inside) if marks_a_test(&tokens[inside.clone()]) => {
                let end = item_end(tokens, inside.end + 1);
                n_test_lines += tokens[end - 1].line - tokens[at].line + 1;
                at = end;
            }
            _ => {
                kept.push(tokens[at].clone());
                at += 1;
            }
        }
    }
    (kept, n_test_lines)
}

/// What stands in the brackets of an outer attribute that starts here.
fn attribute(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let is = |at: usize, text: &str| tokens.get(at).is_some_and(|token| token.text == text);
    (is(at, "#") && is(at + 1, "[")).then(|| at + 2..block_end(tokens, at + 1) - 1)
}

fn marks_a_test(attribute: &[Token]) -> bool {
    let says = |word: &str| attribute.iter().any(|token| token.text == word);
    match attribute.first().map(|token| token.text.as_str()) {
        Some("test") => attribute.len() == 1,
        Some("cfg") => says("test") && !says("not") && !says("any"),
        _ => false,
    }
}

/// The end of the item that starts here: after its block, or its semicolon.
fn item_end(tokens: &[Token], from: usize) -> usize {
    let mut at = from;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "{" => return block_end(tokens, at),
            ";" => return at + 1,
            "(" | "[" => at = block_end(tokens, at),
            _ => at += 1,
        }
    }
    tokens.len()
}

/// The place after the bracket that closes the one here.
pub fn block_end(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// A path written in full, from the crate down: `["date", "Day"]` for `crate::date::Day`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// Its names; `*` for a glob.
    pub names: Vec<String>,
    /// From 1.
    pub line: usize,
}

/// All paths that start at `crate`, `self` or `super`, as seen from a module of the crate.
pub fn paths(tokens: &[Token], module: &[&str]) -> Vec<Path> {
    let mut here: Vec<String> = module.iter().map(ToString::to_string).collect();
    // For each open brace, whether it is the body of an inline module.
    let mut braces = Vec::new();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
        match text(at) {
            "{" => {
                let is_module = at >= 2 && text(at - 2) == "mod";
                if is_module {
                    here.push(text(at - 1).to_string());
                }
                braces.push(is_module);
            }
            "}" if braces.pop() == Some(true) => {
                here.pop();
            }
            "crate" | "self" | "super" if text(at + 1) == "::" && (at == 0 || text(at - 1) != "::") => {
                tree(tokens, at, here.clone(), &mut found);
            }
            _ => {}
        }
    }
    found
}

/// Reads the path, or the braces full of paths, that stands here.
fn tree(tokens: &[Token], from: usize, mut names: Vec<String>, found: &mut Vec<Path>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    let mut at = from;
    loop {
        match text(at) {
            "crate" => names.clear(),
            "self" => {}
            "super" => {
                names.pop();
            }
            "{" => {
                at += 1;
                while at < tokens.len() && text(at) != "}" {
                    at = tree(tokens, at, names.clone(), found);
                    while at < tokens.len() && !matches!(text(at), "," | "}") {
                        at += 1;
                    }
                    if text(at) == "," {
                        at += 1;
                    }
                }
                return at + 1;
            }
            name => names.push(name.to_string()),
        }
        if text(at + 1) != "::" || text(at + 2) == "<" {
            found.push(Path { names, line: tokens[at].line });
            return at + 1;
        }
        at += 2;
    }
}
