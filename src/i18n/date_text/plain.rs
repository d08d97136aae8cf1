//! Days and months alone, as an axis and the head of a list have them.
//!
//! They read as [`date_text`](super::date_text) would put them. They are written by themselves since a page that shows
//! a timeline and no other dates then does without all that can be said of a date.

use super::{Form, Locale, NameForm, english, kazakh, month_name, push_day_month, russian};
use crate::date::CivilDay;

/// A day: "5 January 2022", "5 янв. 2022 г.".
pub fn day_text(day: CivilDay, locale: Locale, form: Form) -> String {
    let (year, month, day) = day.ymd();
    put((year, month, Some(day)), locale, form == Form::Short)
}

/// A month: "January 2022", "янв. 2022 г.".
pub fn month_text(year: i64, month: u8, locale: Locale, form: Form) -> String {
    put((year, month, None), locale, form == Form::Short)
}

fn put((year, month, day): (i64, u8, Option<u8>), locale: Locale, is_short: bool) -> String {
    let mut out = String::new();
    if locale == Locale::Kk {
        kazakh::push_year_of(&mut out, year, is_short);
    }
    if let Some(day) = day {
        push_day_month(&mut out, day, "");
    }
    match locale {
        Locale::En | Locale::Kk => {
            let form = if is_short { NameForm::Short } else { NameForm::Nominative };
            out.push_str(month_name(month, locale, form));
        }
        Locale::Ru => {
            let short = month_name(month, locale, NameForm::Short);
            let form = if day.is_some() { NameForm::Genitive } else { NameForm::Nominative };
            // Short names that are no abbreviations ("май") are declined like the full ones.
            out.push_str(if is_short && short.ends_with('.') { short } else { month_name(month, locale, form) });
        }
    }
    if locale != Locale::Kk {
        out.push(' ');
    }
    match locale {
        Locale::En => english::push_year(&mut out, year),
        Locale::Ru => russian::push_year_of(&mut out, year, is_short),
        Locale::Kk => {}
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{day_text, month_text};
    use crate::date::{CivilDay, Edtf};
    use crate::i18n::{Form, Locale, date_text};
    use proptest::prelude::{prop_assert_eq, proptest};

    #[track_caller]
    fn check(day: CivilDay) {
        let (year, month, _) = day.ymd();
        for locale in Locale::ALL {
            for form in [Form::Long, Form::Short] {
                assert_eq!(day_text(day, locale, form), date_text(&Edtf::from(day), locale, form));
                let date: Edtf = day.to_string()[..day.to_string().len() - 3].parse().unwrap();
                assert_eq!(month_text(year, month, locale, form), date_text(&date, locale, form));
            }
        }
    }

    #[test]
    fn every_month_of_a_year_reads_as_a_date_does() {
        for month in 1..=12 {
            for year in [-44, 0, 1, 2022, 9999] {
                CivilDay::from_ymd(year, month, 7).into_iter().for_each(check);
            }
        }
    }

    proptest! {
        #[test]
        fn any_day_reads_as_a_date_does(days in -4_000_000_i64..4_000_000) {
            let day = CivilDay::from_days(days);
            prop_assert_eq!(day_text(day, Locale::Ru, Form::Long), date_text(&Edtf::from(day), Locale::Ru, Form::Long));
        }
    }
}
