//! Number words to twenty and words of scale, in English, Russian and Kazakh, in the forms that texts have them.

/// The number that a word stands for, and how many words that took: Kazakh writes eleven as "ten one".
pub(super) fn number_word<'t>(
    language: &str,
    word: &str,
    next: impl FnOnce() -> Option<&'t str>,
) -> Option<(i64, usize)> {
    match language {
        "en" => position(&ENGLISH, |name| *name == word).map(|number| (number, 1)),
        "ru" => position(&RUSSIAN, |forms| forms.split(' ').any(|form| form == word)).map(|number| (number, 1)),
        "kk" => kazakh(word, next),
        _ => None,
    }
}

/// How many zeros a word such as "billion" stands for.
pub(super) fn scale_of(language: &str, word: &str) -> Option<u32> {
    let stems = match language {
        "en" => ENGLISH_SCALES.as_slice(),
        "ru" => &RUSSIAN_SCALES,
        "kk" => &KAZAKH_SCALES,
        _ => &[],
    };
    let short = SHORT_SCALES.iter().filter(|_| language == "en").find(|(whole, _)| *whole == word);
    stems.iter().find(|(stem, _)| word.starts_with(stem)).or(short).map(|&(_, n_zeros)| n_zeros)
}

/// Behind digits, as in "$16.7bn": too short to be the beginning of a word.
const SHORT_SCALES: [(&str, u32); 6] = [("k", 3), ("m", 6), ("mn", 6), ("mln", 6), ("bn", 9), ("tn", 12)];

const ENGLISH_SCALES: [(&str, u32); 5] =
    [("hundred", 2), ("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)];

const RUSSIAN_SCALES: [(&str, u32); 7] =
    [("тыс", 3), ("миллион", 6), ("млн", 6), ("миллиард", 9), ("млрд", 9), ("триллион", 12), ("трлн", 12)];

const KAZAKH_SCALES: [(&str, u32); 8] =
    [("жүз", 2), ("мың", 3), ("миллион", 6), ("млн", 6), ("миллиард", 9), ("млрд", 9), ("триллион", 12), ("трлн", 12)];

const ENGLISH: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

const RUSSIAN: [&str; 21] = [
    "ноль нуль нуля нулю нулём нулем",
    "один одна одно одного одной одному одним одном одну",
    "два две двух двум двумя двое двоих",
    "три трёх трех трём трем тремя трое троих",
    "четыре четырёх четырех четырём четырем четырьмя четверо четверых",
    "пять пяти пятью пятеро пятерых",
    "шесть шести шестью шестеро шестерых",
    "семь семи семью семеро семерых",
    "восемь восьми восемью восьмью восьмеро восьмерых",
    "девять девяти девятью",
    "десять десяти десятью",
    "одиннадцать одиннадцати одиннадцатью",
    "двенадцать двенадцати двенадцатью",
    "тринадцать тринадцати тринадцатью",
    "четырнадцать четырнадцати четырнадцатью",
    "пятнадцать пятнадцати пятнадцатью",
    "шестнадцать шестнадцати шестнадцатью",
    "семнадцать семнадцати семнадцатью",
    "восемнадцать восемнадцати восемнадцатью",
    "девятнадцать девятнадцати девятнадцатью",
    "двадцать двадцати двадцатью",
];

/// Kazakh adds its endings to the stem.
const KAZAKH_UNITS: [&str; 10] = ["нөл", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];

fn kazakh<'t>(word: &str, next: impl FnOnce() -> Option<&'t str>) -> Option<(i64, usize)> {
    let unit = |word: &str| position(&KAZAKH_UNITS, |stem| word.starts_with(stem));
    if word == "он" {
        return Some(next().and_then(unit).map_or((10, 1), |number| (10 + number, 2)));
    }
    let tens = [("жиырма", 20), ("онның", 10), ("онға", 10), ("оннан", 10), ("онын", 10)];
    let ten = tens.iter().find(|(stem, _)| word.starts_with(stem)).map(|&(_, number)| number);
    ten.or_else(|| unit(word)).map(|number| (number, 1))
}

/// The place in a list: each begins with zero.
fn position<T>(list: &[T], is_it: impl Fn(&T) -> bool) -> Option<i64> {
    (0..).zip(list).find(|(_, entry)| is_it(entry)).map(|(number, _)| number)
}
