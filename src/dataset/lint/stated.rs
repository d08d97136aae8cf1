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
    // A loss is often stated without its sign.
    let number = Decimal::new(number.coefficient().abs(), number.scale()).unwrap_or(number);
    let text = text.to_lowercase();
    let mut pieces = Pieces { rest: &text };
    loop {
        let from_here = pieces.clone();
        match pieces.next() {
            None => return Some(false),
            Some(first) if is_stated_at(&first, from_here, language, number) => return Some(true),
            Some(_) => {}
        }
    }
}

/// A run of digits and the signs that may group them, or a word.
enum Piece<'t> {
    Digits(&'t str),
    Word(&'t str),
}

/// The pieces of a text, one after the other: a text may be as long as a file.
#[derive(Clone)]
struct Pieces<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Piece<'t>;

    fn next(&mut self) -> Option<Piece<'t>> {
        let start = self.rest.find(|c: char| c.is_ascii_digit() || is_letter(c))?;
        let text = &self.rest[start..];
        let is_number = text.starts_with(|c: char| c.is_ascii_digit());
        let n_bytes = match is_number {
            true => digits_with_signs(text),
            false => text.find(|c: char| !is_letter(c)).unwrap_or(text.len()),
        };
        let (piece, rest) = text.split_at(n_bytes);
        self.rest = rest;
        Some(if is_number { Piece::Digits(piece) } else { Piece::Word(piece) })
    }
}

/// The letters of Latin and Cyrillic writing are told quickly, all others by the tables of Unicode.
fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        '\0'..='\x7f' | '\u{2000}'..='\u{206f}' | '\u{a0}' | '«' | '»' => false,
        _ => c.is_alphabetic(),
    }
}

/// No number that can be kept is longer than this with its signs; whatever leads on is another one.
const MAX_DIGITS_BYTES: usize = 200;

/// The length of digits that single signs stand between.
fn digits_with_signs(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let is_sign = matches!(character, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
        let leads_on =
            is_sign && at < MAX_DIGITS_BYTES && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !(character.is_ascii_digit() || leads_on) {
            break;
        }
        end = at + character.len_utf8();
    }
    end
}

/// Whether a number is stated by a piece and those that follow; `from_here` begins with the piece itself.
fn is_stated_at(first: &Piece<'_>, from_here: Pieces<'_>, language: &str, number: Decimal) -> bool {
    let word = |place: usize| match from_here.clone().nth(place) {
        Some(Piece::Word(word)) => Some(word),
        _ => None,
    };
    let readings = match first {
        Piece::Digits(digits) => readings(digits),
        Piece::Word(first) => {
            let (value, n_words) = match number_word(language, first, || word(1)) {
                Some((value, n_words)) => (Decimal::whole(value), n_words),
                // "A thousand" counts one of them.
                None => return scaled(Decimal::whole(1), Some(first), language) == Some(number),
            };
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
        check("$16.7bn, or 5k each", "en", "16700000000", Some(true));
        check("$16.7bn, or 5k each", "en", "5000", Some(true));
        check("2.5m people", "en", "2500000", Some(true));
        check("5 men", "en", "5000000", Some(false));
        check("a fall of 3.2 per cent", "en", "-3.2", Some(true));
        check("1’234’567 francs", "en", "1234567", Some(true));
        check("12\u{202f}345,60 тенге", "ru", "12345.6", Some(true));
        check("1,5 трлн теңге", "kk", "1500000000000", Some(true));
        check("2 300-ден астам адам", "kk", "2300", Some(true));
        check("2022 жылғы 5 қаңтарда 12 адам", "kk", "12", Some(true));
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
        check("a thousand people", "en", "1000", Some(true));
        check("около тысячи человек", "ru", "1000", Some(true));
        check("мыңнан астам адам", "kk", "1000", Some(true));
        check("two hundred", "en", "200", Some(true));
        check("жүз адам", "kk", "100", Some(true));
    }

    #[test]
    fn each_number_word_is_the_number_that_it_is() {
        let english = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
             sixteen seventeen eighteen nineteen twenty";
        let russian = "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать \
             четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать";
        let genitive = "нуля одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати \
             тринадцати четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати двадцати";
        let kazakh = "нөл,бір,екі,үш,төрт,бес,алты,жеті,сегіз,тоғыз,он,он бір,он екі,он үш,он төрт,он бес,он алты,\
             он жеті,он сегіз,он тоғыз,жиырма";
        for (language, words, gap) in
            [("en", english, " "), ("ru", russian, " "), ("ru", genitive, " "), ("kk", kazakh, ",")]
        {
            let words: Vec<&str> = words.split(gap).collect();
            assert_eq!(words.len(), 21);
            for (number, word) in words.into_iter().enumerate() {
                check(&format!("({word}) x"), language, &number.to_string(), Some(true));
                check(&format!("({word}) x"), language, "99", Some(false));
            }
        }
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
