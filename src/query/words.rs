//! A text as the words that a search compares.
//!
//! A number is one word however its digits are grouped: `5 300`, `5,300` and `5300` are the same, and so are `16.7` and
//! `16,7`. A point never groups digits, since in two of three languages it would be a decimal point.

use super::fold::{fold, is_of_word};

/// What becomes of digits with spaces between them, which may be one number or two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Groups {
    /// One number: so a query is read.
    Joined,
    /// One number, and each of its parts as well: so a text is read.
    JoinedAndApart,
}

/// The folded words of a text, in order.
pub(super) fn words(text: &str, groups: Groups) -> Vec<String> {
    let mut reader = Reader { rest: text, groups, words: Vec::new() };
    while let Some(next) = reader.rest.chars().next() {
        if next.is_ascii_digit() {
            reader.number();
        } else if is_of_word(next) {
            reader.word();
        } else {
            reader.rest = reader.rest.strip_prefix(next).unwrap_or_default();
        }
    }
    reader.words
}

struct Reader<'a> {
    rest: &'a str,
    groups: Groups,
    words: Vec<String>,
}

impl<'a> Reader<'a> {
    fn word(&mut self) {
        let mut word = String::new();
        for character in self.rest.chars() {
            let is_inside = matches!(character, '\'' | '’' | '\u{ad}');
            if !is_inside && !is_of_word(character) {
                break;
            }
            self.rest = self.rest.strip_prefix(character).unwrap_or_default();
            fold(character, &mut word);
        }
        if !word.is_empty() {
            self.words.push(word);
        }
    }

    fn number(&mut self) {
        let mut number = self.digits().to_owned();
        let mut parts = Vec::new();
        if number.len() <= 3 {
            while let Some((is_space, group)) = self.group() {
                if is_space {
                    if parts.is_empty() {
                        parts.push(number.clone());
                    }
                    parts.push(group.to_owned());
                }
                number.push_str(group);
            }
        }
        if let Some(after) = self.rest.strip_prefix(['.', ','])
            && after.starts_with(|c: char| c.is_ascii_digit())
        {
            self.rest = after;
            number.push('.');
            number.push_str(self.digits());
        }
        self.words.push(number);
        if self.groups == Groups::JoinedAndApart {
            self.words.append(&mut parts);
        }
    }

    fn digits(&mut self) -> &'a str {
        let n_digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at_checked(n_digits).unwrap_or_default();
        self.rest = rest;
        digits
    }

    /// A separator and exactly three digits, and whether the separator is a space.
    fn group(&mut self) -> Option<(bool, &'a str)> {
        let separator = self.rest.chars().next()?;
        let is_space = matches!(separator, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
        let after = self.rest.strip_prefix(separator)?;
        let n_digits = after.bytes().take_while(u8::is_ascii_digit).count();
        if n_digits != 3 || !(is_space || matches!(separator, ',' | '\'' | '’')) {
            return None;
        }
        let (group, rest) = after.split_at_checked(n_digits)?;
        self.rest = rest;
        Some((is_space, group))
    }
}

#[cfg(test)]
mod tests {
    use super::{Groups, words};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text, Groups::Joined), expected, "{text:?}");
    }

    #[test]
    fn nothing_has_no_words() {
        check("", &[]);
        check(" \u{a0}…—«»₸ \u{301}'", &["'"][..0]);
    }

    #[test]
    fn words_end_at_signs_and_spaces() {
        check("Zhanaozen: first gathering", &["zhanaozen", "first", "gathering"]);
        check("Officials' list, people’s", &["officials", "list", "peoples"]);
        check("deaths-238-list", &["deaths", "238", "list"]);
        check("16.7bn COVID19", &["16.7", "bn", "covid19"]);
    }

    #[test]
    fn a_number_is_one_word_however_its_digits_are_grouped() {
        for text in ["5300", "5 300", "5,300", "5\u{a0}300", "5\u{202f}300", "5'300"] {
            check(text, &["5300"]);
        }
        check("1 234 567,8", &["1234567.8"]);
        check("16,7 16.7", &["16.7", "16.7"]);
        check("01:30", &["01", "30"]);
    }

    #[test]
    fn numbers_that_only_stand_beside_each_other_stay_apart() {
        check("2022 238", &["2022", "238"]);
        check("12 3456", &["12", "3456"]);
        check("5,30", &["5.30"]);
        check("164, 225", &["164", "225"]);
        assert_eq!(words("14 230 dead", Groups::JoinedAndApart), ["14230", "14", "230", "dead"]);
    }
}
