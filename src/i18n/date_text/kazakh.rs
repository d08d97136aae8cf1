//! Dates in Kazakh.
//!
//! The year comes first ("2022 жылғы 5 қаңтар"), and a case is an ending of the last word, which follows its vowels
//! and its last sound.

use super::{
    Form, Locale, NameForm, Notes, Phrase, Shared, month_name, named_decade, push_dash, push_day_month, push_number,
    push_uncertain_end, push_year_number, push_years, shared, spoken_year,
};
use crate::date::{Calendar, EdtfDate, Season};

pub(super) const NOTES: Notes = Notes {
    day: ", күні көрсетілмеген",
    month: ", айы көрсетілмеген",
    day_and_month: ", айы мен күні көрсетілмеген",
    start: ", басы көрсетілмеген",
    end: ", соңы көрсетілмеген",
    uncertain: ", болжам бойынша",
    uncertain_in_range: " (болжам бойынша)",
    at: ", сағат\u{a0}",
};

/// "Before our era", said before the year.
const BEFORE_ERA: &str = "б.\u{a0}з.\u{a0}б.\u{a0}";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    /// A label.
    Nominative,
    /// Within a sentence: "қаңтарда", of years "жылы".
    Locative,
    /// From a start on: "қаңтардан".
    Ablative,
    /// Up to an end: "қаңтарға".
    Dative,
}

/// Endings of a word in the order locative, ablative, dative.
type Endings = [&'static str; 3];

/// Back vowels after a vowel, a voiced consonant or "р".
const BACK: Endings = ["да", "дан", "ға"];
/// Back vowels after "м" or "н".
const BACK_NASAL: Endings = ["да", "нан", "ға"];
/// Back vowels after a voiceless consonant.
const BACK_VOICELESS: Endings = ["та", "тан", "қа"];
/// Front vowels after a vowel, a voiced consonant or "р".
const FRONT: Endings = ["де", "ден", "ге"];
/// Front vowels after "м" or "н".
const FRONT_NASAL: Endings = ["де", "нен", "ге"];
/// Front vowels after a voiceless consonant.
const FRONT_VOICELESS: Endings = ["те", "тен", "ке"];

pub(super) fn push_phrase(out: &mut String, phrase: Phrase, form: Form) {
    let (date, case, after) = match phrase {
        Phrase::On(date) if form == Form::Within => (date, Case::Locative, ""),
        Phrase::On(date) => (date, Case::Nominative, ""),
        Phrase::Since(date) | Phrase::From(date) => (date, Case::Ablative, " бастап"),
        Phrase::By(date) => (date, Case::Dative, " қарай"),
        Phrase::Until(date) => (date, Case::Dative, " дейін"),
        Phrase::Dash(start, end) => {
            push_two(out, start, end, form);
            // Two years are told apart from two numbers by their noun, which a short label does without.
            let are_years = is_pair_of_years(start, end);
            return out.push_str(if are_years && form != Form::Short { "\u{a0}жылдар" } else { "" });
        }
        Phrase::FromTo(start, end) => {
            push_two(out, start, end, form);
            out.push_str(if is_pair_of_years(start, end) { "\u{a0}жылдар" } else { "" });
            return out.push_str(if form == Form::Within { " аралығында" } else { " аралығы" });
        }
    };
    push_about(out, date, form);
    push_date(out, date, case, form, Shared::Nothing);
    out.push_str(after);
}

fn is_pair_of_years(start: EdtfDate, end: EdtfDate) -> bool {
    matches!(start.calendar(), Calendar::Year(_)) && shared(start, end) == Shared::Year
}

/// The year stands with the start, the month with the end: "2022 жылғы 2–11 қаңтар".
fn push_two(out: &mut String, start: EdtfDate, end: EdtfDate, form: Form) {
    push_about(out, start, form);
    match (shared(start, end), start.calendar(), end.calendar()) {
        (Shared::Year, Calendar::Year(first), Calendar::Year(last)) => {
            push_years(out, first, last, Locale::Kk);
            return;
        }
        (Shared::Month, Calendar::Day(day), _) => {
            let (year, _, day) = day.ymd();
            push_year_of(out, year, form == Form::Short);
            push_number(out, day);
        }
        _ => push_date(out, start, Case::Nominative, form, Shared::Nothing),
    }
    push_uncertain_end(out, start, Locale::Kk, form);
    push_dash(out, start, end);
    push_about(out, end, form);
    push_date(out, end, Case::Nominative, form, shared(start, end));
    push_uncertain_end(out, end, Locale::Kk, form);
}

fn push_about(out: &mut String, date: EdtfDate, form: Form) {
    if date.is_approximate() {
        out.push_str(if form == Form::Short { "шам.\u{a0}" } else { "шамамен " });
    }
}

/// A date without what it shares with the one before.
fn push_date(out: &mut String, date: EdtfDate, case: Case, form: Form, left_out: Shared) {
    let year = match date.calendar() {
        Calendar::Decade { first, last } | Calendar::Century { first, last } => {
            return push_decade_or_century(out, named_decade(date.calendar()), (first, last), case, form);
        }
        Calendar::Year(year) | Calendar::SomeMonth(year) | Calendar::SomeDayOfYear(year) => {
            push_bare_year(out, year);
            if form != Form::Short || case != Case::Nominative {
                out.push_str("\u{a0}жыл");
                // The locative of "year" has its own form in dates.
                out.push_str(if case == Case::Locative { "ы" } else { ending(BACK, case) });
            }
            return;
        }
        Calendar::Season(year, _) | Calendar::Month(year, _) | Calendar::SomeDayOfMonth(year, _) => year,
        Calendar::Day(day) | Calendar::Time(day, ..) => day.ymd().0,
    };
    if left_out == Shared::Nothing {
        push_year_of(out, year, form == Form::Short);
    }
    match date.calendar() {
        Calendar::Season(_, season) => {
            let (name, endings) = match season {
                Season::Spring => ("көктем", FRONT_NASAL),
                Season::Summer => ("жаз", BACK),
                Season::Autumn => ("күз", FRONT),
                Season::Winter => ("қыс", BACK_VOICELESS),
            };
            out.push_str(name);
            out.push_str(ending(endings, case));
        }
        Calendar::Month(_, month) | Calendar::SomeDayOfMonth(_, month) => push_month(out, month, case, form),
        Calendar::Day(day) | Calendar::Time(day, ..) => {
            let (_, month, day) = day.ymd();
            push_day_month(out, day, "");
            push_month(out, month, case, form);
        }
        _ => {}
    }
}

/// An abbreviation takes no ending, so only a label in the nominative is abbreviated.
fn push_month(out: &mut String, month: u8, case: Case, form: Form) {
    let is_short = form == Form::Short && case == Case::Nominative;
    out.push_str(month_name(month, Locale::Kk, if is_short { NameForm::Short } else { NameForm::Nominative }));
    let endings = match month {
        2 | 6 | 10 | 12 => BACK_NASAL,
        4 | 7 => FRONT,
        9 => FRONT_VOICELESS,
        _ => BACK,
    };
    out.push_str(ending(endings, case));
}

fn ending([locative, ablative, dative]: Endings, case: Case) -> &'static str {
    match case {
        Case::Nominative => "",
        Case::Locative => locative,
        Case::Ablative => ablative,
        Case::Dative => dative,
    }
}

/// The year before what lies in it: "2022 жылғы ".
pub(super) fn push_year_of(out: &mut String, year: i64, is_short: bool) {
    push_bare_year(out, year);
    out.push_str(if is_short { "\u{a0}ж. " } else { "\u{a0}жылғы " });
}

pub(super) fn push_bare_year(out: &mut String, year: i64) {
    let (spoken, is_before) = spoken_year(year);
    out.push_str(if is_before { BEFORE_ERA } else { "" });
    push_year_number(out, spoken, Locale::Kk);
}

fn push_decade_or_century(out: &mut String, decade: Option<i64>, (first, last): (i64, i64), case: Case, form: Form) {
    match decade {
        Some(decade) => {
            push_year_number(out, decade, Locale::Kk);
            out.push_str("-жылдар");
        }
        None => {
            out.push_str(if last > 0 { "" } else { BEFORE_ERA });
            push_years(out, first, last, Locale::Kk);
            out.push_str(if form == Form::Short { "" } else { "\u{a0}жылдар" });
        }
    }
    // "In the years" is a form of possession, not a case.
    out.push_str(if case == Case::Locative { "ы" } else { "" });
}

#[cfg(test)]
mod tests {
    use super::{Form, Locale};
    use crate::i18n::date_text;

    /// Spaces in the expected texts stand for U+00A0 as well.
    #[track_caller]
    fn check(date: &str, long: &str, short: &str, within: &str) {
        let date = date.parse().unwrap();
        let texts = [Form::Long, Form::Short, Form::Within].map(|form| date_text(&date, Locale::Kk, form));
        assert_eq!(texts.map(|text| text.replace('\u{a0}', " ")), [long, short, within]);
    }

    #[test]
    fn what_is_hardly_known_is_said_as_such() {
        check("20XX", "2000–2099 жылдар", "2000–2099", "2000–2099 жылдары");
        check("202X", "2020-жылдар", "2020-жылдар", "2020-жылдары");
        check("-004X", "б. з. б. 50–41 жылдар", "б. з. б. 50–41", "б. з. б. 50–41 жылдары");
        check("2022-XX", "2022 жыл, айы көрсетілмеген", "2022", "2022 жылы, айы көрсетілмеген");
        let within = "2022 жылғы қаңтарда, күні көрсетілмеген";
        check("2022-01-XX", "2022 жылғы қаңтар, күні көрсетілмеген", "2022 ж. қаң.", within);
    }

    #[test]
    fn a_date_is_said_with_its_precision() {
        check("2022", "2022 жыл", "2022", "2022 жылы");
        check("-0044-03-15", "б. з. б. 45 жылғы 15 наурыз", "б. з. б. 45 ж. 15 нау.", "б. з. б. 45 жылғы 15 наурызда");
        check("2022-21", "2022 жылғы көктем", "2022 ж. көктем", "2022 жылғы көктемде");
        check("2022-24", "2022 жылғы қыс", "2022 ж. қыс", "2022 жылғы қыста");
        check("2022-01", "2022 жылғы қаңтар", "2022 ж. қаң.", "2022 жылғы қаңтарда");
        check("2022-01-05", "2022 жылғы 5 қаңтар", "2022 ж. 5 қаң.", "2022 жылғы 5 қаңтарда");
        let with_time = ["2022 жылғы 5 қаңтар, 01:30", "2022 ж. 5 қаң., 01:30", "2022 жылғы 5 қаңтарда, сағат 01:30"];
        check("2022-01-05T01:30:00+06:00", with_time[0], with_time[1], with_time[2]);
    }

    #[test]
    fn every_month_takes_its_own_endings() {
        let months = [
            ("қаңтарда", "қаңтардан", "қаңтарға"),
            ("ақпанда", "ақпаннан", "ақпанға"),
            ("наурызда", "наурыздан", "наурызға"),
            ("сәуірде", "сәуірден", "сәуірге"),
            ("мамырда", "мамырдан", "мамырға"),
            ("маусымда", "маусымнан", "маусымға"),
            ("шілдеде", "шілдеден", "шілдеге"),
            ("тамызда", "тамыздан", "тамызға"),
            ("қыркүйекте", "қыркүйектен", "қыркүйекке"),
            ("қазанда", "қазаннан", "қазанға"),
            ("қарашада", "қарашадан", "қарашаға"),
            ("желтоқсанда", "желтоқсаннан", "желтоқсанға"),
        ];
        for (month, (locative, ablative, dative)) in (1..).zip(months) {
            let text = |date: String| date_text(&date.parse().unwrap(), Locale::Kk, Form::Within);
            assert_eq!(text(format!("2022-{month:02}")), format!("2022\u{a0}жылғы {locative}"));
            assert_eq!(text(format!("2022-{month:02}/..")), format!("2022\u{a0}жылғы {ablative} бастап"));
            assert_eq!(text(format!("../2022-{month:02}")), format!("2022\u{a0}жылғы {dative} қарай"));
        }
    }

    #[test]
    fn doubt_is_said() {
        check("2021~", "шамамен 2021 жыл", "шам. 2021", "шамамен 2021 жылы");
        let [long, within] = ["2022 жылғы 5 қаңтар, болжам бойынша", "2022 жылғы 5 қаңтарда, болжам бойынша"];
        check("2022-01-05?", long, "2022 ж. 5 қаң.?", within);
    }

    #[test]
    fn an_interval_says_once_what_its_ends_share() {
        let span = |date: &str, long: &str, short: &str| check(date, long, short, &[long, "нда"].concat());
        span("2022-01-02/2022-01-11", "2022 жылғы 2–11 қаңтар аралығы", "2022 ж. 2–11 қаң.");
        span("2022-01-30/2022-02-02", "2022 жылғы 30 қаңтар – 2 ақпан аралығы", "2022 ж. 30 қаң. – 2 ақп.");
        let over_new_year = "2021 жылғы 30 желтоқсан – 2022 жылғы 2 қаңтар аралығы";
        span("2021-12-30/2022-01-02", over_new_year, "2021 ж. 30 жел. – 2022 ж. 2 қаң.");
        span("2022-01/2022-02-14", "2022 жылғы қаңтар – 14 ақпан аралығы", "2022 ж. қаң. – 14 ақп.");
        span("2022-01/2022-03", "2022 жылғы қаңтар–наурыз аралығы", "2022 ж. қаң.–нау.");
        span("2021/2022", "2021–2022 жылдар аралығы", "2021–2022");
        let about_the_20th = "2022 жылғы 6 қаңтар – шамамен 20 қаңтар аралығы";
        span("2022-01-06/2022-01-20~", about_the_20th, "2022 ж. 6 қаң. – шам. 20 қаң.");
    }

    #[test]
    fn an_end_that_is_open_or_unknown_is_said() {
        let same = |date: &str, long: &str, short: &str| check(date, long, short, long);
        same("2022-01-05/..", "2022 жылғы 5 қаңтардан бастап", "2022 ж. 5 қаңтардан бастап");
        same("2022/..", "2022 жылдан бастап", "2022 жылдан бастап");
        same("2022-01-05/", "2022 жылғы 5 қаңтардан бастап, соңы көрсетілмеген", "2022 ж. 5 қаң. – ?");
        same("../2022-07-29", "2022 жылғы 29 шілдеге қарай", "2022 ж. 29 шілдеге қарай");
        same("../2022-24", "2022 жылғы қысқа қарай", "2022 ж. қысқа қарай");
        same("/2022", "2022 жылға дейін, басы көрсетілмеген", "? – 2022");
    }
}
