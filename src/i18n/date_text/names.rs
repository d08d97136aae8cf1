//! The names of months and days of the week.

use super::Locale;

/// How a name is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameForm {
    /// Standing alone: "January", "январь".
    Nominative,
    /// After a day: "January", "января". Only Russian months differ.
    Genitive,
    /// In narrow places: "Jan", "янв.", "пн".
    Short,
}

const EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const EN_SHORT: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const RU: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];
const RU_GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];
const RU_SHORT: [&str; 12] =
    ["янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."];
const KK: [&str; 12] = [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
];
const KK_SHORT: [&str; 12] =
    ["қаң.", "ақп.", "нау.", "сәу.", "мам.", "мау.", "шіл.", "там.", "қыр.", "қаз.", "қар.", "жел."];

const EN_DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const EN_DAYS_SHORT: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const RU_DAYS: [&str; 7] = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"];
const RU_DAYS_SHORT: [&str; 7] = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];
const KK_DAYS: [&str; 7] = ["дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі"];
const KK_DAYS_SHORT: [&str; 7] = ["дс", "сс", "ср", "бс", "жм", "сб", "жс"];

/// The name of a month, 1–12; empty for any other number.
pub fn month_name(month: u8, locale: Locale, form: NameForm) -> &'static str {
    let names = match (locale, form) {
        (Locale::En, NameForm::Nominative | NameForm::Genitive) => EN,
        (Locale::En, NameForm::Short) => EN_SHORT,
        (Locale::Ru, NameForm::Nominative) => RU,
        (Locale::Ru, NameForm::Genitive) => RU_GENITIVE,
        (Locale::Ru, NameForm::Short) => RU_SHORT,
        (Locale::Kk, NameForm::Nominative | NameForm::Genitive) => KK,
        (Locale::Kk, NameForm::Short) => KK_SHORT,
    };
    names.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or("")
}

/// The name of a day of the week, 0 for Monday; empty for a number above 6.
pub fn weekday_name(weekday: u8, locale: Locale, form: NameForm) -> &'static str {
    let names = match (locale, form) {
        (Locale::En, NameForm::Short) => EN_DAYS_SHORT,
        (Locale::En, _) => EN_DAYS,
        (Locale::Ru, NameForm::Short) => RU_DAYS_SHORT,
        (Locale::Ru, _) => RU_DAYS,
        (Locale::Kk, NameForm::Short) => KK_DAYS_SHORT,
        (Locale::Kk, _) => KK_DAYS,
    };
    names.get(usize::from(weekday)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::{Locale, NameForm, month_name, weekday_name};

    #[track_caller]
    fn check(month: u8, locale: Locale, expected: [&str; 3]) {
        let forms = [NameForm::Nominative, NameForm::Genitive, NameForm::Short];
        assert_eq!(forms.map(|form| month_name(month, locale, form)), expected);
    }

    #[test]
    fn a_month_out_of_range_has_no_name() {
        for month in [0, 13, 255] {
            check(month, Locale::Ru, [""; 3]);
        }
        assert_eq!(weekday_name(7, Locale::En, NameForm::Short), "");
    }

    #[test]
    fn names_follow_their_place() {
        check(1, Locale::En, ["January", "January", "Jan"]);
        check(3, Locale::Ru, ["март", "марта", "март"]);
        check(12, Locale::Ru, ["декабрь", "декабря", "дек."]);
        check(9, Locale::Kk, ["қыркүйек", "қыркүйек", "қыр."]);
        assert_eq!(weekday_name(2, Locale::Kk, NameForm::Nominative), "сәрсенбі");
        assert_eq!(weekday_name(0, Locale::Ru, NameForm::Short), "пн");
    }
}
