//! Dates in English, day before month.

use super::{
    Form, Locale, NameForm, Notes, Phrase, Shared, month_name, named_decade, push_dash, push_day_month, push_number,
    push_uncertain_end, push_year_number, push_years, shared, spoken_year,
};
use crate::date::{Calendar, EdtfDate, Season};

pub(super) const NOTES: Notes = Notes {
    day: ", day not stated",
    month: ", month not stated",
    day_and_month: ", day and month not stated",
    start: ", start not stated",
    end: ", end not stated",
    uncertain: ", uncertain",
    uncertain_in_range: " (uncertain)",
    at: " at ",
};

pub(super) fn push_phrase(out: &mut String, phrase: Phrase, form: Form) {
    let (lead, date) = match phrase {
        Phrase::On(date) => {
            let lead = match date.calendar() {
                _ if form != Form::Within || date.is_approximate() => "",
                Calendar::Day(_) | Calendar::Time(..) => "on ",
                _ => "in ",
            };
            (lead, date)
        }
        Phrase::Since(date) => ("since ", date),
        Phrase::From(date) => ("from ", date),
        Phrase::By(date) => ("by ", date),
        Phrase::Until(date) => ("until ", date),
        Phrase::Dash(start, end) => return push_two(out, "", start, end, form),
        Phrase::FromTo(start, end) => return push_two(out, "from ", start, end, form),
    };
    out.push_str(lead);
    push_date(out, date, form, Shared::Nothing);
}

fn push_two(out: &mut String, lead: &str, start: EdtfDate, end: EdtfDate, form: Form) {
    out.push_str(lead);
    push_date(out, start, form, shared(start, end));
    push_uncertain_end(out, start, Locale::En, form);
    if lead.is_empty() {
        push_dash(out, start, end);
    } else {
        out.push_str(" to ");
    }
    push_date(out, end, form, Shared::Nothing);
    push_uncertain_end(out, end, Locale::En, form);
}

/// A date without what it shares with the one that follows.
fn push_date(out: &mut String, date: EdtfDate, form: Form, left_out: Shared) {
    let is_short = form == Form::Short;
    if date.is_approximate() {
        out.push_str(if is_short { "c.\u{a0}" } else { "about " });
    }
    let name_form = if is_short { NameForm::Short } else { NameForm::Nominative };
    let year = match date.calendar() {
        calendar @ (Calendar::Decade { first, last } | Calendar::Century { first, last }) => {
            return push_decade_or_century(out, named_decade(calendar), (first, last), is_short);
        }
        Calendar::Year(year) | Calendar::SomeMonth(year) | Calendar::SomeDayOfYear(year) => {
            return push_year(out, year);
        }
        Calendar::Season(year, season) => {
            out.push_str(match season {
                Season::Spring => "spring",
                Season::Summer => "summer",
                Season::Autumn => "autumn",
                Season::Winter => "winter",
            });
            year
        }
        Calendar::Month(year, month) | Calendar::SomeDayOfMonth(year, month) => {
            out.push_str(month_name(month, Locale::En, name_form));
            year
        }
        Calendar::Day(day) | Calendar::Time(day, ..) => {
            let (year, month, day) = day.ymd();
            if left_out == Shared::Month {
                return push_number(out, day);
            }
            push_day_month(out, day, month_name(month, Locale::En, name_form));
            year
        }
    };
    if left_out == Shared::Nothing {
        out.push(' ');
        push_year(out, year);
    }
}

fn push_decade_or_century(out: &mut String, decade: Option<i64>, (first, last): (i64, i64), is_short: bool) {
    match decade {
        Some(decade) => {
            out.push_str(if is_short { "" } else { "the " });
            push_year_number(out, decade, Locale::En);
            out.push('s');
        }
        None => {
            if push_years(out, first, last, Locale::En) {
                out.push_str("\u{a0}BCE");
            }
        }
    }
}

pub(super) fn push_year(out: &mut String, year: i64) {
    let (spoken, is_before) = spoken_year(year);
    push_year_number(out, spoken, Locale::En);
    if is_before {
        out.push_str("\u{a0}BCE");
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Locale};
    use crate::i18n::date_text;

    /// Spaces in the expected texts stand for U+00A0 as well.
    #[track_caller]
    fn check(date: &str, long: &str, short: &str, within: &str) {
        let date = date.parse().unwrap();
        let texts = [Form::Long, Form::Short, Form::Within].map(|form| date_text(&date, Locale::En, form));
        assert_eq!(texts.map(|text| text.replace('\u{a0}', " ")), [long, short, within]);
    }

    #[test]
    fn what_is_hardly_known_is_said_as_such() {
        check("20XX", "2000–2099", "2000–2099", "in 2000–2099");
        check("202X", "the 2020s", "2020s", "in the 2020s");
        check("200X~", "about 2000–2009", "c. 2000–2009", "about 2000–2009");
        check("-004X", "50–41 BCE", "50–41 BCE", "in 50–41 BCE");
        check("00XX", "1–99", "1–99", "in 1–99");
        check("2022-XX", "2022, month not stated", "2022", "in 2022, month not stated");
        check("2022-XX-XX", "2022, day and month not stated", "2022", "in 2022, day and month not stated");
        check("2022-01-XX", "January 2022, day not stated", "Jan 2022", "in January 2022, day not stated");
    }

    #[test]
    fn a_date_is_said_with_its_precision() {
        check("2022", "2022", "2022", "in 2022");
        check("-0044", "45 BCE", "45 BCE", "in 45 BCE");
        check("-0044-03-15", "15 March 45 BCE", "15 Mar 45 BCE", "on 15 March 45 BCE");
        check("Y170000002", "170,000,002", "170,000,002", "in 170,000,002");
        check("2022-21", "spring 2022", "spring 2022", "in spring 2022");
        check("2022-01", "January 2022", "Jan 2022", "in January 2022");
        check("2022-01-05", "5 January 2022", "5 Jan 2022", "on 5 January 2022");
        let with_time = ["5 January 2022, 01:30", "5 Jan 2022, 01:30", "on 5 January 2022 at 01:30"];
        check("2022-01-05T01:30:00+06:00", with_time[0], with_time[1], with_time[2]);
    }

    #[test]
    fn doubt_is_said() {
        check("2021~", "about 2021", "c. 2021", "about 2021");
        check("2022-01-05?", "5 January 2022, uncertain", "5 Jan 2022?", "on 5 January 2022, uncertain");
        check("2021%", "about 2021, uncertain", "c. 2021?", "about 2021, uncertain");
    }

    #[test]
    fn an_interval_says_once_what_its_ends_share() {
        let same = |date: &str, long: &str, short: &str| check(date, long, short, long);
        same("2022-01-02/2022-01-11", "from 2 to 11 January 2022", "2–11 Jan 2022");
        same("2022-01-30/2022-02-02", "from 30 January to 2 February 2022", "30 Jan – 2 Feb 2022");
        same("2021-12-30/2022-01-02", "from 30 December 2021 to 2 January 2022", "30 Dec 2021 – 2 Jan 2022");
        same("2022-01/2023-01-05", "from January 2022 to 5 January 2023", "Jan 2022 – 5 Jan 2023");
        same("2022-01/2022-02-14", "from January to 14 February 2022", "Jan – 14 Feb 2022");
        same("2022-01/2022-03", "from January to March 2022", "Jan–Mar 2022");
        same("2022-01-05/2022-01", "from 5 January 2022 to January 2022", "5 Jan 2022 – Jan 2022");
        same("2022-21/2022-23", "from spring to autumn 2022", "spring–autumn 2022");
        same("2021/2022", "from 2021 to 2022", "2021–2022");
        same("-0049/-0044", "from 50 BCE to 45 BCE", "50 BCE – 45 BCE");
        same("2021/2022-01", "from 2021 to January 2022", "2021 – Jan 2022");
        check("2022-01-05/2022-01-05", "5 January 2022", "5 Jan 2022", "on 5 January 2022");
    }

    #[test]
    fn doubt_in_an_interval_stays_with_its_end() {
        let same = |date: &str, long: &str, short: &str| check(date, long, short, long);
        same("2022-01-06/2022-01-20~", "from 6 January to about 20 January 2022", "6 Jan – c. 20 Jan 2022");
        same("2021?/2022", "from 2021 (uncertain) to 2022", "2021? – 2022");
        same("2022-01-05?/..", "since 5 January 2022 (uncertain)", "since 5 Jan 2022?");
        same("../2022-07-29~", "by about 29 July 2022", "by c. 29 Jul 2022");
    }

    #[test]
    fn an_end_that_is_open_or_unknown_is_said() {
        let same = |date: &str, long: &str, short: &str| check(date, long, short, long);
        same("2022-01-05/..", "since 5 January 2022", "since 5 Jan 2022");
        same("2022-01-05/", "from 5 January 2022, end not stated", "5 Jan 2022 – ?");
        same("../2022-07-29", "by 29 July 2022", "by 29 Jul 2022");
        same("/2022", "until 2022, start not stated", "? – 2022");
    }
}
