//! An id from a name, for objects that come without one.
//!
//! The same name gives the same id whatever stands around it, since ids stand in addresses. Cyrillic is written in Latin
//! letters and accents are left out; a name in another script becomes a number made of it.

use std::collections::HashMap;

/// As long as an address stays readable.
const MAX_CHARACTERS: usize = 60;

/// The id of a name.
pub(super) fn slug(name: &str) -> String {
    let mut id = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' => id.push(character),
            '\'' | '’' | 'ʼ' | 'ъ' | 'ь' | '\u{300}'..='\u{36f}' => {}
            _ => match latin(character) {
                "" if id.is_empty() || id.ends_with('-') => {}
                "" => id.push('-'),
                letters => id.push_str(letters),
            },
        }
    }
    if id.len() > MAX_CHARACTERS {
        id.truncate(id[..=MAX_CHARACTERS].rfind('-').unwrap_or(MAX_CHARACTERS));
    }
    id.truncate(id.trim_end_matches('-').len());
    if id.is_empty() { format!("x-{:08x}", hash(name)) } else { id }
}

/// The numbers behind ids that were wished for more than once.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers {
    next: HashMap<String, u32>,
}

impl Numbers {
    /// The id that is wished, or that with the next number, so that a thousand namesakes do not ask for each other.
    pub fn free(&mut self, wished: &str, is_taken: impl Fn(&str) -> bool) -> String {
        if !is_taken(wished) {
            return wished.to_owned();
        }
        // Where an id is as long as it may be, its end makes room for the number.
        let stem = &wished[..wished.len().min(MAX_STEM)];
        let next = self.next.entry(stem.to_owned()).or_insert(2);
        loop {
            let id = format!("{stem}-{next}");
            *next += 1;
            if !is_taken(&id) {
                return id;
            }
        }
    }
}

/// An id of that length has room for a number.
const MAX_STEM: usize = 88;

/// Whether a text is an id as it stands.
pub(super) fn is_id(text: &str) -> bool {
    let is_allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.len() <= 100 && !text.starts_with('-') && text.bytes().all(is_allowed)
}

/// FNV-1a.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn latin(letter: char) -> &'static str {
    match letter {
        'а' | 'ә' | 'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ғ' | 'ğ' => "g",
        'д' | 'ð' | 'ď' => "d",
        'е' | 'э' | 'ё' | 'є' | 'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ж' => "zh",
        'з' | 'ź' | 'ż' | 'ž' => "z",
        'и' | 'і' | 'й' | 'ї' | 'ì'..='ï' | 'ī' | 'ı' => "i",
        'к' => "k",
        'қ' => "q",
        'л' | 'ł' => "l",
        'м' => "m",
        'н' | 'ң' | 'ñ' | 'ń' | 'ň' => "n",
        'о' | 'ө' | 'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'п' => "p",
        'р' | 'ř' => "r",
        'с' | 'ś' | 'š' | 'ş' => "s",
        'т' | 'ť' | 'ţ' => "t",
        'у' | 'ұ' | 'ү' | 'ў' | 'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ы' | 'ý' | 'ÿ' => "y",
        'ю' => "yu",
        'я' => "ya",
        'ç' | 'ć' | 'č' => "c",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Numbers, is_id, slug};
    use proptest::prelude::{prop_assert, proptest};

    #[test]
    fn a_name_without_letters_becomes_a_number_of_it() {
        assert_eq!(slug(""), "x-811c9dc5");
        assert_eq!(slug("…"), slug("…"));
        assert_ne!(slug("الجزيرة"), slug("新华社"));
    }

    #[test]
    fn names_become_readable_ids() {
        let cases = [
            ("Minutes of the town council, 3 March 2025", "minutes-of-the-town-council-3-march-2025"),
            ("  Генпрокуратура РК ", "genprokuratura-rk"),
            ("Қазақстан Республикасы", "qazaqstan-respublikasy"),
            ("L’Équipe – été", "lequipe-ete"),
            ("a/b_c", "a-b-c"),
        ];
        for (name, id) in cases {
            assert_eq!(slug(name), id);
        }
    }

    #[test]
    fn a_long_name_ends_with_a_whole_word() {
        let id = slug(&"word ".repeat(40));
        assert!(id.len() <= 60 && id.ends_with("-word"), "{id}");
        assert_eq!(slug(&"w".repeat(200)).len(), 60);
    }

    #[test]
    fn namesakes_are_numbered() {
        let (mut numbers, mut taken) = (Numbers::default(), HashSet::from(["a-3".to_owned()]));
        let ids: Vec<String> = (0..4)
            .map(|_| {
                let id = numbers.free("a", |id| taken.contains(id));
                taken.insert(id.clone());
                id
            })
            .collect();
        assert_eq!(ids, ["a", "a-2", "a-4", "a-5"]);
        let long = "w".repeat(100);
        assert!(is_id(&numbers.free(&long, |id| id == long)));
    }

    proptest! {
        #[test]
        fn every_name_gives_an_id(name in ".{0,80}") {
            prop_assert!(is_id(&slug(&name)), "{}", slug(&name));
        }
    }
}
