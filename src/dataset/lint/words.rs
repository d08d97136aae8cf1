//! Number words to twenty and words of scale, in English, Russian and Kazakh, in the forms that texts have them.

/// The number that a word stands for, and how many words that took: Kazakh writes eleven as "ten one".
pub(super) fn number_word(language: &str, word: &str, next: Option<&str>) -> Option<(i64, usize)> {
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
        "en" => [("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("bn", 9), ("mln", 6)].as_slice(),
        "ru" => &RUSSIAN_SCALES,
        "kk" => &KAZAKH_SCALES,
        _ => &[],
    };
    stems.iter().find(|(stem, _)| word.starts_with(stem)).map(|&(_, n_zeros)| n_zeros)
}

const RUSSIAN_SCALES: [(&str, u32); 7] =
    [("тыс", 3), ("миллион", 6), ("млн", 6), ("миллиард", 9), ("млрд", 9), ("триллион", 12), ("трлн", 12)];

const KAZAKH_SCALES: [(&str, u32); 7] =
    [("мың", 3), ("миллион", 6), ("млн", 6), ("миллиард", 9), ("млрд", 9), ("триллион", 12), ("трлн", 12)];

const ENGLISH: [&str; 20] = [
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

const RUSSIAN: [&str; 20] = [
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
const KAZAKH_UNITS: [&str; 9] = ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"];

fn kazakh(word: &str, next: Option<&str>) -> Option<(i64, usize)> {
    let unit = |word: &str| position(&KAZAKH_UNITS, |stem| word.starts_with(stem));
    if word == "он" {
        return Some(next.and_then(unit).map_or((10, 1), |number| (10 + number, 2)));
    }
    let tens = [("жиырма", 20), ("онның", 10), ("онға", 10), ("оннан", 10), ("онын", 10)];
    let ten = tens.iter().find(|(stem, _)| word.starts_with(stem)).map(|&(_, number)| number);
    ten.or_else(|| unit(word)).map(|number| (number, 1))
}

/// The place in a list, from one.
fn position<T>(list: &[T], is_it: impl Fn(&T) -> bool) -> Option<i64> {
    (1..).zip(list).find(|(_, entry)| is_it(entry)).map(|(number, _)| number)
}
