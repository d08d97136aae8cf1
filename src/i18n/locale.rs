//! The languages that numbers and dates are put in words in, and the direction of any language.
//!
//! Knows no region: Kazakhstan's Russian groups and declines as any other.

/// How numbers and dates are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Locale {
    /// English, day before month; also for every language that is not below.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Kazakh, in Cyrillic letters.
    Kk,
}

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Dir {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left.
    Rtl,
}

/// Languages written from right to left unless a script says otherwise.
const RTL_LANGUAGES: [&str; 10] = ["ar", "fa", "he", "iw", "ur", "yi", "ps", "ug", "dv", "ckb"];

impl Locale {
    /// All of them, the fallback first.
    pub const ALL: [Self; 3] = [Self::En, Self::Ru, Self::Kk];

    /// The locale of a language tag by its first part, in any case; English if it has none of its own.
    pub fn from_tag(tag: &str) -> Self {
        let language = base_language(tag);
        Self::ALL.into_iter().find(|locale| language.eq_ignore_ascii_case(locale.tag())).unwrap_or_default()
    }

    /// Its language tag, for a `lang` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Kk => "kk",
        }
    }
}

impl Dir {
    /// The value of a `dir` attribute.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The direction of a language tag: by its script if it names one, else by its language.
pub fn direction_of(tag: &str) -> Dir {
    let script = tag.split('-').skip(1).find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let is_rtl = match script {
        Some(script) => script.eq_ignore_ascii_case("Arab") || script.eq_ignore_ascii_case("Hebr"),
        None => RTL_LANGUAGES.iter().any(|language| language.eq_ignore_ascii_case(base_language(tag))),
    };
    if is_rtl { Dir::Rtl } else { Dir::Ltr }
}

/// The first part of a language tag.
pub fn base_language(tag: &str) -> &str {
    tag.split_once('-').map_or(tag, |(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::{Dir, Locale, direction_of};

    #[track_caller]
    fn check(tag: &str, locale: Locale, dir: Dir) {
        assert_eq!(Locale::from_tag(tag), locale, "{tag}");
        assert_eq!(direction_of(tag), dir, "{tag}");
    }

    #[test]
    fn an_unknown_language_is_written_as_english() {
        for tag in ["", "-", "de", "rus", "r", "kkk-KZ"] {
            check(tag, Locale::En, Dir::Ltr);
        }
    }

    #[test]
    fn a_region_changes_nothing() {
        check("en-GB", Locale::En, Dir::Ltr);
        check("ru-KZ", Locale::Ru, Dir::Ltr);
        check("RU", Locale::Ru, Dir::Ltr);
        check("kk-Cyrl-KZ", Locale::Kk, Dir::Ltr);
    }

    #[test]
    fn the_script_decides_the_direction() {
        for tag in ["ar", "fa-IR", "he", "iw", "ur", "yi", "ps", "ug-CN", "dv", "ckb", "AR-eg", "uz-Arab", "lad-hebr"] {
            check(tag, Locale::En, Dir::Rtl);
        }
        check("kk-Arab", Locale::Kk, Dir::Rtl);
        check("ug-Cyrl", Locale::En, Dir::Ltr);
        check("ar-Latn-EG", Locale::En, Dir::Ltr);
    }
}
