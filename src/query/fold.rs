//! Letters as a search sees them: lower case, without accents.
//!
//! It knows Latin, Greek and Cyrillic by a few ranges and leaves every other script as it is; the tables of all Unicode
//! would weigh more than the rest of the search. Folded text is compared and never shown.
//!
//! Kazakh letters fold to the Russian ones beside them (`қ` to `к`, `ү` to `у`): many type without a Kazakh keyboard,
//! and a search that finds a little more is better than one that finds nothing.

/// The letters of U+00C0 to U+00FF and U+0100 to U+017F without their marks; `.` for what is no letter.
const LATIN_1: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty";
const LATIN_A: &[u8; 128] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Puts the folded form of a character behind `folded`: nothing, a letter or two.
pub(super) fn fold(character: char, folded: &mut String) {
    let code = character as u32;
    let pair = match character {
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'ß' => "ss",
        'Þ' | 'þ' => "th",
        _ => "",
    };
    if !pair.is_empty() {
        folded.push_str(pair);
        return;
    }
    let letter = match code {
        // Marks of a decomposed letter, soft hyphen, apostrophes within a word.
        0x300..=0x36f | 0xad | 0x27 | 0x2bc | 0x2019 => return,
        0x41..=0x5a => shifted(code, 0x20),
        0xc0..=0xff => char::from(LATIN_1[(code - 0xc0) as usize]),
        0x100..=0x17f => char::from(LATIN_A[(code - 0x100) as usize]),
        0x386..=0x3ce => greek(code),
        0x400..=0x52f => cyrillic(code),
        _ => character,
    };
    folded.push(letter);
}

fn shifted(code: u32, by: u32) -> char {
    char::from_u32(code + by).unwrap_or_default()
}

fn greek(code: u32) -> char {
    match code {
        0x386 | 0x3ac => 'α',
        0x388 | 0x3ad => 'ε',
        0x389 | 0x3ae => 'η',
        0x38a | 0x3aa | 0x390 | 0x3af | 0x3ca => 'ι',
        0x38c | 0x3cc => 'ο',
        0x38e | 0x3ab | 0x3b0 | 0x3cb | 0x3cd => 'υ',
        0x38f | 0x3ce => 'ω',
        0x3c2 => 'σ',
        0x391..=0x3a9 => shifted(code, 0x20),
        _ => shifted(code, 0),
    }
}

fn cyrillic(code: u32) -> char {
    let small = match code {
        0x400..=0x40f => code + 0x50,
        0x410..=0x42f => code + 0x20,
        // Capitals and small letters alternate; in this stretch the capitals are the odd ones.
        0x4c1..=0x4ce if code % 2 == 1 => code + 1,
        0x4c0 => 0x4cf,
        0x460..=0x481 | 0x48a..=0x4bf | 0x4d0..=0x52f if code.is_multiple_of(2) => code + 1,
        _ => code,
    };
    match char::from_u32(small).unwrap_or_default() {
        'ё' | 'ѐ' | 'є' => 'е',
        'й' | 'ѝ' | 'і' | 'ї' => 'и',
        'ў' | 'ұ' | 'ү' => 'у',
        'ә' => 'а',
        'ғ' | 'ґ' => 'г',
        'қ' => 'к',
        'ң' => 'н',
        'ө' => 'о',
        'һ' => 'х',
        letter => letter,
    }
}

/// Whether a character can be part of a word. Everything beyond ASCII is, but for the blocks of signs.
pub(super) fn is_of_word(character: char) -> bool {
    match character as u32 {
        0..0x80 => character.is_ascii_alphanumeric(),
        0xaa | 0xb5 | 0xba => true,
        0x80..=0xbf | 0xd7 | 0xf7 => false,
        // Punctuation, currencies, arrows, mathematics, boxes, Chinese punctuation, private signs.
        0x2000..=0x20cf | 0x2190..=0x2bff | 0x2e00..=0x2e7f | 0x3000..=0x303f | 0xe000..=0xf8ff | 0xfeff => false,
        0x37e | 0x387 | 0x589 | 0x5be | 0x60c | 0x61b | 0x61f | 0x6d4 | 0xff01..=0xff0f => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut folded = String::new();
        text.chars().for_each(|c| fold(c, &mut folded));
        assert_eq!(folded, expected);
    }

    #[test]
    fn letters_lose_their_case_and_their_marks() {
        check("", "");
        check("ABCxyz 09", "abcxyz 09");
        check("ÀÉÎÕÜÇÑŸ ßÆœÞ", "aeioucny ssaeoeth");
        check("ŁódŹ Žižek Ğölşı İ", "lodz zizek golsi i");
        check("Ёлка, Йод, ЩУКА, Ўзбек, Київ", "елка, иод, щука, узбек, киив");
        check("ӘЕ ғ Қ ң ӨҰҮ Һі", "ае г к н оуу хи");
        check("Ἀ Ωμέγα ΣΊΣΥΦΟΣ", "Ἀ ωμεγα σισυφοσ");
        check("東京 مرحبا", "東京 مرحبا");
    }

    #[test]
    fn a_composed_letter_and_its_parts_are_one() {
        for (composed, parts) in [("é", "e\u{301}"), ("й", "и\u{306}"), ("ё", "е\u{308}"), ("ñ", "n\u{303}")] {
            let mut folded = String::new();
            parts.chars().for_each(|c| fold(c, &mut folded));
            check(composed, &folded);
        }
    }

    #[test]
    fn every_capital_of_three_alphabets_folds_like_its_small_letter() {
        let alphabets =
            ('A'..='Z').chain('\u{c0}'..='\u{17f}').chain('\u{400}'..='\u{52f}').chain('\u{391}'..='\u{3a9}');
        for capital in alphabets {
            let lower: String = capital.to_lowercase().collect();
            let (mut one, mut other) = (String::new(), String::new());
            fold(capital, &mut one);
            lower.chars().for_each(|c| fold(c, &mut other));
            assert_eq!(one, other, "{capital}");
        }
    }
}
