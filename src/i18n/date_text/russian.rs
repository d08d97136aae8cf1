//! Dates in Russian.
//!
//! A day has one form in writing ("5 января 2022 года"); months, seasons and years are declined.

use super::{
    Form, Locale, NameForm, Notes, Phrase, Shared, month_name, named_decade, push_dash, push_day_month, push_number,
    push_uncertain_end, push_year_number, push_years, shared, spoken_year,
};
use crate::date::{Calendar, EdtfDate, Season};

pub(super) const NOTES: Notes = Notes {
    day: ", день не указан",
    month: ", месяц не указан",
    day_and_month: ", день и месяц не указаны",
    start: ", начало не указано",
    end: ", окончание не указано",
    uncertain: ", предположительно",
    uncertain_in_range: " (предположительно)",
    at: " в\u{a0}",
};

const BEFORE_ERA: &str = "\u{a0}до\u{a0}н.\u{a0}э.";

/// The cases that prepositions of time ask for, in the order of the tables below.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// A label.
    Nominative,
    /// After "с" and "около".
    Genitive,
    /// After "к".
    Dative,
    /// After "по".
    Accusative,
    /// After "в"; for seasons the adverb ("весной").
    Locative,
}

const YEAR: [&str; 5] = ["год", "года", "году", "год", "году"];
const YEARS: [&str; 5] = ["годы", "годов", "годам", "годы", "годах"];
const DECADE: [&str; 5] = ["-е", "-х", "-м", "-е", "-х"];
const SPRING: [&str; 5] = ["весна", "весны", "весне", "весну", "весной"];
const SUMMER: [&str; 5] = ["лето", "лета", "лету", "лето", "летом"];
const AUTUMN: [&str; 5] = ["осень", "осени", "осени", "осень", "осенью"];
const WINTER: [&str; 5] = ["зима", "зимы", "зиме", "зиму", "зимой"];

pub(super) fn push_phrase(out: &mut String, phrase: Phrase, form: Form) {
    let (preposition, case, date) = match phrase {
        Phrase::On(date) => return push_on(out, date, form),
        Phrase::Since(date) | Phrase::From(date) => ("с", Case::Genitive, date),
        Phrase::By(date) => ("к", Case::Dative, date),
        Phrase::Until(date) => ("по", Case::Accusative, date),
        Phrase::FromTo(start, end) => {
            push_with(out, "с", Case::Genitive, start, form, shared(start, end));
            push_uncertain_end(out, start, Locale::Ru, form);
            out.push(' ');
            push_with(out, "по", Case::Accusative, end, form, Shared::Nothing);
            return push_uncertain_end(out, end, Locale::Ru, form);
        }
        Phrase::Dash(start, end) => {
            push_about(out, start, form);
            push_date(out, start, case_of(start), form, shared(start, end));
            push_uncertain_end(out, start, Locale::Ru, form);
            push_dash(out, start, end);
            push_about(out, end, form);
            push_date(out, end, case_of(end), form, Shared::Nothing);
            return push_uncertain_end(out, end, Locale::Ru, form);
        }
    };
    push_with(out, preposition, case, date, form, Shared::Nothing);
}

fn push_on(out: &mut String, date: EdtfDate, form: Form) {
    push_about(out, date, form);
    let needs_preposition = !matches!(date.calendar(), Calendar::Day(_) | Calendar::Time(..) | Calendar::Season(..));
    let case = match form {
        _ if date.is_approximate() => Case::Genitive,
        Form::Within => Case::Locative,
        Form::Long | Form::Short => Case::Nominative,
    };
    if case == Case::Locative && needs_preposition {
        out.push_str("в\u{a0}");
    }
    push_date(out, date, case, form, Shared::Nothing);
}

/// "около" with a date of its own, in the genitive.
fn push_about(out: &mut String, date: EdtfDate, form: Form) {
    if date.is_approximate() {
        out.push_str(if form == Form::Short { "ок.\u{a0}" } else { "около " });
    }
}

fn case_of(date: EdtfDate) -> Case {
    if date.is_approximate() { Case::Genitive } else { Case::Nominative }
}

/// A date after a preposition; "примерно" stands before it and leaves the case alone.
fn push_with(out: &mut String, preposition: &str, case: Case, date: EdtfDate, form: Form, left_out: Shared) {
    if date.is_approximate() {
        out.push_str("примерно ");
    }
    out.push_str(preposition);
    // "со второго", "ко второму", "со сто первого года", but "к сто первому году".
    let takes_a_vowel = match date.calendar() {
        Calendar::Day(day) => preposition != "по" && day.ymd().2 == 2,
        Calendar::Year(year) => preposition == "с" && (100..200).contains(&spoken_year(year).0),
        _ => false,
    };
    if takes_a_vowel {
        out.push('о');
    }
    out.push('\u{a0}');
    push_date(out, date, case, form, left_out);
}

/// A date without what it shares with the one that follows.
fn push_date(out: &mut String, date: EdtfDate, case: Case, form: Form, left_out: Shared) {
    let is_short = form == Form::Short;
    let year = match date.calendar() {
        calendar @ (Calendar::Decade { first, last } | Calendar::Century { first, last }) => {
            return push_decade_or_century(out, named_decade(calendar), (first, last), case, is_short);
        }
        Calendar::Year(year) | Calendar::SomeMonth(year) | Calendar::SomeDayOfYear(year) => {
            let is_bare = left_out == Shared::Year || (is_short && case == Case::Nominative);
            return if is_bare { push_bare_year(out, year) } else { push_year(out, year, case, is_short) };
        }
        Calendar::Season(year, season) => {
            let names = match season {
                Season::Spring => SPRING,
                Season::Summer => SUMMER,
                Season::Autumn => AUTUMN,
                Season::Winter => WINTER,
            };
            out.push_str(names[case as usize]);
            year
        }
        Calendar::Month(year, month) | Calendar::SomeDayOfMonth(year, month) => {
            push_month(out, month, case, is_short);
            year
        }
        Calendar::Day(day) | Calendar::Time(day, ..) => {
            let (year, month, day) = day.ymd();
            if left_out == Shared::Month {
                return push_number(out, day);
            }
            push_day_month(out, day, "");
            push_month(out, month, Case::Genitive, is_short);
            year
        }
    };
    if left_out == Shared::Nothing {
        out.push(' ');
        push_year(out, year, Case::Genitive, is_short);
    }
}

/// Short names that are no abbreviations ("май", "июнь") are declined like the full ones.
fn push_month(out: &mut String, month: u8, case: Case, is_short: bool) {
    let short = month_name(month, Locale::Ru, NameForm::Short);
    if is_short && short.ends_with('.') {
        return out.push_str(short);
    }
    let genitive = month_name(month, Locale::Ru, NameForm::Genitive);
    let stem = genitive.strip_suffix(['я', 'а']).unwrap_or(genitive);
    match case {
        Case::Nominative | Case::Accusative => out.push_str(month_name(month, Locale::Ru, NameForm::Nominative)),
        Case::Genitive => out.push_str(genitive),
        Case::Dative => {
            out.push_str(stem);
            out.push(if genitive.ends_with('я') { 'ю' } else { 'у' });
        }
        Case::Locative => {
            out.push_str(stem);
            out.push('е');
        }
    }
}

fn push_year(out: &mut String, year: i64, case: Case, is_short: bool) {
    let (spoken, is_before) = spoken_year(year);
    push_year_number(out, spoken, Locale::Ru);
    out.push('\u{a0}');
    out.push_str(if is_short { "г." } else { YEAR[case as usize] });
    out.push_str(if is_before { BEFORE_ERA } else { "" });
}

/// The year after a day or month: "2022 года".
pub(super) fn push_year_of(out: &mut String, year: i64, is_short: bool) {
    push_year(out, year, Case::Genitive, is_short);
}

pub(super) fn push_bare_year(out: &mut String, year: i64) {
    let (spoken, is_before) = spoken_year(year);
    push_year_number(out, spoken, Locale::Ru);
    out.push_str(if is_before { BEFORE_ERA } else { "" });
}

fn push_decade_or_century(
    out: &mut String,
    decade: Option<i64>,
    (first, last): (i64, i64),
    case: Case,
    is_short: bool,
) {
    let is_before = match decade {
        Some(decade) => {
            push_year_number(out, decade, Locale::Ru);
            out.push_str(DECADE[case as usize]);
            false
        }
        None => push_years(out, first, last, Locale::Ru),
    };
    if !is_short || case != Case::Nominative {
        out.push('\u{a0}');
        out.push_str(if is_short { "гг." } else { YEARS[case as usize] });
    }
    out.push_str(if is_before { BEFORE_ERA } else { "" });
}

#[cfg(test)]
mod tests {
    use super::{Form, Locale};
    use crate::i18n::date_text;

    /// Spaces in the expected texts stand for U+00A0 as well.
    #[track_caller]
    fn check(date: &str, long: &str, short: &str, within: &str) {
        let date = date.parse().unwrap();
        let texts = [Form::Long, Form::Short, Form::Within].map(|form| date_text(&date, Locale::Ru, form));
        assert_eq!(texts.map(|text| text.replace('\u{a0}', " ")), [long, short, within]);
    }

    #[test]
    fn what_is_hardly_known_is_said_as_such() {
        check("20XX", "2000–2099 годы", "2000–2099", "в 2000–2099 годах");
        check("202X", "2020-е годы", "2020-е", "в 2020-х годах");
        check("202X~", "около 2020-х годов", "ок. 2020-х гг.", "около 2020-х годов");
        check("-004X", "50–41 годы до н. э.", "50–41 до н. э.", "в 50–41 годах до н. э.");
        check("2022-XX", "2022 год, месяц не указан", "2022", "в 2022 году, месяц не указан");
        check("2022-XX-XX", "2022 год, день и месяц не указаны", "2022", "в 2022 году, день и месяц не указаны");
        check("2022-01-XX", "январь 2022 года, день не указан", "янв. 2022 г.", "в январе 2022 года, день не указан");
    }

    #[test]
    fn a_date_is_said_with_its_precision() {
        check("2022", "2022 год", "2022", "в 2022 году");
        check("-0044", "45 год до н. э.", "45 до н. э.", "в 45 году до н. э.");
        check("-0044-03-15", "15 марта 45 года до н. э.", "15 марта 45 г. до н. э.", "15 марта 45 года до н. э.");
        check("2022-21", "весна 2022 года", "весна 2022 г.", "весной 2022 года");
        check("2022-01", "январь 2022 года", "янв. 2022 г.", "в январе 2022 года");
        check("2022-05", "май 2022 года", "май 2022 г.", "в мае 2022 года");
        check("2022-08", "август 2022 года", "авг. 2022 г.", "в августе 2022 года");
        check("2022-01-05", "5 января 2022 года", "5 янв. 2022 г.", "5 января 2022 года");
        check("2022-06-05", "5 июня 2022 года", "5 июня 2022 г.", "5 июня 2022 года");
        let with_time = ["5 января 2022 года, 01:30", "5 янв. 2022 г., 01:30", "5 января 2022 года в 01:30"];
        check("2022-01-05T01:30:00+06:00", with_time[0], with_time[1], with_time[2]);
    }

    #[test]
    fn doubt_is_said() {
        check("2021~", "около 2021 года", "ок. 2021 г.", "около 2021 года");
        check("2022-03~", "около марта 2022 года", "ок. марта 2022 г.", "около марта 2022 года");
        let uncertain = "5 января 2022 года, предположительно";
        check("2022-01-05?", uncertain, "5 янв. 2022 г.?", uncertain);
        check("2021%", "около 2021 года, предположительно", "ок. 2021 г.?", "около 2021 года, предположительно");
    }

    #[test]
    fn an_interval_says_once_what_its_ends_share() {
        let same = |date: &str, long: &str, short: &str| check(date, long, short, long);
        same("2022-01-02/2022-01-11", "со 2 по 11 января 2022 года", "2–11 янв. 2022 г.");
        same("2022-01-01/2022-01-02", "с 1 по 2 января 2022 года", "1–2 янв. 2022 г.");
        same("2022-01-30/2022-02-02", "с 30 января по 2 февраля 2022 года", "30 янв. – 2 февр. 2022 г.");
        let over_new_year = "с 30 декабря 2021 года по 2 января 2022 года";
        same("2021-12-30/2022-01-02", over_new_year, "30 дек. 2021 г. – 2 янв. 2022 г.");
        same("2022-01/2023-01-05", "с января 2022 года по 5 января 2023 года", "янв. 2022 г. – 5 янв. 2023 г.");
        same("2022-01/2022-02-14", "с января по 14 февраля 2022 года", "янв. – 14 февр. 2022 г.");
        same("2022-01/2022-03", "с января по март 2022 года", "янв.–март 2022 г.");
        same("2022-21/2022-24", "с весны по зиму 2022 года", "весна–зима 2022 г.");
        same("2021/2022", "с 2021 по 2022 год", "2021–2022");
        same("0150/0160", "со 150 по 160 год", "150–160");
        same("-0049/-0044", "с 50 года до н. э. по 45 год до н. э.", "50 до н. э. – 45 до н. э.");
    }

    #[test]
    fn doubt_in_an_interval_stays_with_its_end() {
        let same = |date: &str, long: &str, short: &str| check(date, long, short, long);
        let about_the_20th = "с 6 января примерно по 20 января 2022 года";
        same("2022-01-06/2022-01-20~", about_the_20th, "6 янв. – ок. 20 янв. 2022 г.");
        same("2021?/2022", "с 2021 года (предположительно) по 2022 год", "2021? – 2022");
        same("../2022-07-29~", "примерно к 29 июля 2022 года", "примерно к 29 июля 2022 г.");
    }

    #[test]
    fn an_end_that_is_open_or_unknown_is_said() {
        let same = |date: &str, long: &str, short: &str| check(date, long, short, long);
        same("2022-01-05/..", "с 5 января 2022 года", "с 5 янв. 2022 г.");
        same("2022-01-02/..", "со 2 января 2022 года", "со 2 янв. 2022 г.");
        same("2022-01-05/", "с 5 января 2022 года, окончание не указано", "5 янв. 2022 г. – ?");
        same("../2022-07-29", "к 29 июля 2022 года", "к 29 июля 2022 г.");
        same("../2022-07-02", "ко 2 июля 2022 года", "ко 2 июля 2022 г.");
        same("../2022-01", "к январю 2022 года", "к янв. 2022 г.");
        same("../2022-03", "к марту 2022 года", "к марту 2022 г.");
        same("../2022", "к 2022 году", "к 2022 г.");
        same("/2022", "по 2022 год, начало не указано", "? – 2022");
    }
}
