//! Whether a text states a number.
//!
//! It reads generously: whatever way of reading a number finds the value is right, since a warning that is wrong is
//! worse than one that is missing. It knows digit groups, both decimal signs, words of scale and number words to twenty,
//! in English, Russian and Kazakh; about other languages it says nothing.

use crate::fact::Decimal;

use super::words::{number_word, scale_of};

/// Whether `text` states `number`; `None` for a language that is not known.
pub(super) fn states(text: &str, language: &str, number: Decimal) -> Option<bool> {
    let language = language.split('-').next().unwrap_or_default();
    if !["en", "ru", "kk"].contains(&language) {
        return None;
    }
    let pieces = pieces(text);
    Some((0..pieces.len()).any(|place| is_stated_at(&pieces[place..], language, number)))
}

/// A run of digits and the signs that may group them, or a word.
enum Piece {
    Digits(String),
    Word(String),
}

fn pieces(text: &str) -> Vec<Piece> {
    let text = text.to_lowercase();
    let mut pieces = Vec::new();
    let mut rest = text.as_str();
    while let Some(next) = rest.chars().next() {
        let n_bytes = if next.is_ascii_digit() {
            let n_bytes = digits_with_signs(rest);
            pieces.push(Piece::Digits(rest[..n_bytes].to_owned()));
            n_bytes
        } else if next.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            pieces.push(Piece::Word(rest[..end].to_owned()));
            end
        } else {
            next.len_utf8()
        };
        rest = &rest[n_bytes..];
    }
    pieces
}

/// The length of digits that single signs stand between.
fn digits_with_signs(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let is_sign = matches!(character, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
        let leads_on = is_sign && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !(character.is_ascii_digit() || leads_on) {
            break;
        }
        end = at + character.len_utf8();
    }
    end
}

fn is_stated_at(pieces: &[Piece], language: &str, number: Decimal) -> bool {
    let word = |place: usize| match pieces.get(place) {
        Some(Piece::Word(word)) => Some(word.as_str()),
        _ => None,
    };
    let readings = match &pieces[0] {
        Piece::Digits(digits) => readings(digits),
        Piece::Word(first) => {
            let (value, n_words) = match number_word(language, first, word(1)) {
                Some(found) => found,
                None => return false,
            };
            let value = Decimal::whole(value);
            return value == Some(number) || scaled(value, word(n_words), language) == Some(number);
        }
    };
    readings.into_iter().any(|value| value == number || scaled(Some(value), word(1), language) == Some(number))
}

/// `16.7` before "billion".
fn scaled(value: Option<Decimal>, word: Option<&str>, language: &str) -> Option<Decimal> {
    let (value, n_zeros) = (value?, scale_of(language, word?)?);
    let moved = value.coefficient().checked_mul(10_i64.checked_pow(n_zeros)?)?;
    Decimal::new(moved, value.scale())
}

/// Every number that a run such as `14 230`, `5,300` or `16,7` can be read as.
fn readings(digits: &str) -> Vec<Decimal> {
    let parts: Vec<&str> = digits.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let mut readings = Vec::new();
    for start in 0..parts.len() {
        let mut whole = parts[start].to_owned();
        for end in start..parts.len() {
            if end > start {
                if parts[end].len() != 3 || whole.len() > MAX_GROUPED {
                    break;
                }
                whole.push_str(parts[end]);
            }
            let fraction = parts.get(end + 1).map(|part| format!("{whole}.{part}"));
            readings.extend([Some(whole.clone()), fraction].into_iter().flatten().filter_map(|text| read(&text)));
        }
    }
    readings
}

/// Longer runs are no number that fits.
const MAX_GROUPED: usize = 15;

fn read(text: &str) -> Option<Decimal> {
    let trimmed = text.trim_start_matches('0');
    let text = if trimmed.is_empty() || trimmed.starts_with('.') { format!("0{trimmed}") } else { trimmed.to_owned() };
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::states;

    #[track_caller]
    fn check(text: &str, language: &str, number: &str, expected: Option<bool>) {
        assert_eq!(states(text, language, number.parse().unwrap()), expected, "{text} in {language}: {number}");
    }

    #[test]
    fn a_text_without_numbers_states_none() {
        check("", "en", "5", Some(false));
        check("Nobody counted.", "en", "0", Some(false));
        check("Personne", "fr", "5", None);
    }

    #[test]
    fn digits_are_read_however_they_are_grouped() {
        for text in
            ["5300 cases", "5,300 cases", "5 300 cases", "5\u{a0}300 cases", "on 5 January 5 300, or more", "(5300)."]
        {
            check(text, "en", "5300", Some(true));
        }
        check("98,1 млрд тенге", "ru", "98100000000", Some(true));
        check("16.7 billion tenge", "en", "16700000000", Some(true));
        check("16,7 миллиарда", "ru-KZ", "16700000000", Some(true));
        check("16,7 миллиард теңге", "kk", "16700000000", Some(true));
        check("3 мың адам", "kk", "3000", Some(true));
        check("0.05 per cent", "en", "0.05", Some(true));
        check("1 234 567", "ru", "1234567", Some(true));
    }

    #[test]
    fn number_words_are_read_to_twenty() {
        check("Six people died", "en", "6", Some(true));
        check("nineteen officers", "en", "19", Some(true));
        check("two million", "en", "2000000", Some(true));
        check("Восемь городов", "ru", "8", Some(true));
        check("двадцати человек", "ru", "20", Some(true));
        check("о шести погибших", "ru", "6", Some(true));
        check("сегіз қала", "kk", "8", Some(true));
        check("он тоғыз адам", "kk", "19", Some(true));
        check("жиырма адам", "kk", "20", Some(true));
    }

    #[test]
    fn another_number_is_not_the_value() {
        check("238 people", "en", "2380", Some(false));
        check("238 people", "en", "23", Some(false));
        check("1,205 of 1,221", "en", "1206", Some(false));
        check("16.7 billion", "en", "16700000", Some(false));
        check("шестьсот", "ru", "6", Some(false));
        check("99999999999999999999999999", "en", "9", Some(false));
    }
}
