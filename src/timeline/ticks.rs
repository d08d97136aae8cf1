//! Where the axis is marked, and in which words.
//!
//! Two rows: a header of months, days or years, and under it the steps within them.
//!
//! ```text
//! ┌ January 2022                       ┌ February 2022
//! │28      │29      │30      │31       │1       │2
//! ```
//!
//! Ticks stand on the civil calendar, so a month is as long as it is and no time zone moves a day. The step is the
//! finest of which all labels fit; it depends on the zoom and the language, not on where the window is. It knows
//! nothing of what the axis is for.

use super::{Scale, text_width_px};
use crate::date::{CivilDay, ClockTime, days_in_month};
use crate::i18n::{Form, Locale, NameForm, day_text, month_name, month_text, time_text, weekday_name, year_text};

/// The size of tick labels.
pub const TICK_SIZE_PX: f64 = 12.0;

/// Before and after a label, together.
const GAP_PX: f64 = 12.0;

/// More ticks than this fit on no screen; a stop for scales that make no sense.
const MOST_TICKS: usize = 2_000;

/// Steps in minutes: each divides a day, so that every day is divided alike.
const MINUTES: [i64; 11] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720];

/// Steps in days, counted from the first of each month. The last step of a month may be longer.
const DAYS: [i64; 5] = [1, 2, 5, 10, 15];

/// Steps in months: each divides a year.
const MONTHS: [i64; 3] = [1, 3, 6];

/// Steps in years, and then these times ten, a hundred and so on.
const YEARS: [i64; 3] = [1, 2, 5];

/// Days in an average year of the calendar.
const DAYS_PER_YEAR: f64 = 365.2425;

/// A mark on the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where it stands. The first of the header may stand before the window, whose left part it names.
    pub day: f64,
    /// Its words, from the tick to the right; empty where they would leave the window or meet the next.
    pub label: String,
}

/// The marks of a window, each row in ascending order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ticks {
    /// The header: what the steps below are steps of.
    pub major: Vec<Tick>,
    /// The steps.
    pub minor: Vec<Tick>,
}

/// A distance between ticks.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Step {
    Minutes(i64),
    Days(i64),
    Months(i64),
    Years(i64),
}

/// How much is said at a tick.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Words {
    /// Under a header that says the rest: "14:00", "5", "Jan".
    Bare,
    /// The same with more room: "Wed 5", "January".
    Wide,
    /// By itself, in a narrow place: "5 Jan 2022".
    Short,
    /// By itself: "5 January 2022".
    Full,
}

/// Ticks for a window. All labels fit at this width and at any greater one.
pub fn ticks(scale: &Scale, locale: Locale) -> Ticks {
    let year = CivilDay::from_days(scale.start_day.floor() as i64).year();
    let fits = |step: Step, words: Words| {
        step.least_days() * scale.px_per_day() >= widest_px(step, words, year, scale, locale) + GAP_PX
    };
    let minor = steps().find(|step| fits(*step, Words::Bare) && fits(step.header(), Words::Short));
    let Some(minor) = minor else { return Ticks::default() };
    let major = minor.header();
    let words = if fits(major, Words::Full) { Words::Full } else { Words::Short };
    let major = labelled(major, words, scale, locale);
    let words = if fits(minor, Words::Wide) { Words::Wide } else { Words::Bare };
    let mut minor = labelled(minor, words, scale, locale);
    minor.retain(|tick| tick.day >= scale.start_day);
    Ticks { major, minor }
}

/// All steps, from fine to coarse.
fn steps() -> impl Iterator<Item = Step> {
    let powers = (0..11).map(|power| 10_i64.pow(power));
    let years = powers.flat_map(|power| YEARS.map(|count| Step::Years(count * power)));
    let fine = MINUTES.into_iter().map(Step::Minutes).chain(DAYS.into_iter().map(Step::Days));
    fine.chain(MONTHS.into_iter().map(Step::Months)).chain(years)
}

impl Step {
    /// The shortest distance between two of its ticks.
    fn least_days(self) -> f64 {
        match self {
            Self::Minutes(count) => count as f64 / 1440.0,
            Self::Days(count) => count as f64,
            // One month may be February.
            Self::Months(1) => 28.0,
            Self::Months(count) => 30.0 * count as f64,
            Self::Years(count) => 365.0 * count as f64,
        }
    }

    /// What stands above it.
    fn header(self) -> Self {
        match self {
            Self::Minutes(_) => Self::Days(1),
            Self::Days(_) => Self::Months(1),
            Self::Months(_) => Self::Years(1),
            Self::Years(count) => {
                let mut power = 10;
                while power <= count {
                    power *= 10;
                }
                Self::Years(power)
            }
        }
    }

    /// Its ticks from the last one before the window to the end of the window.
    fn days(self, scale: &Scale) -> Vec<f64> {
        match self {
            Self::Minutes(count) => by_minutes(count, scale),
            Self::Days(count) => by_days(count, scale),
            Self::Months(count) => by_months(count, scale),
            Self::Years(count) => by_years(count, scale),
        }
    }
}

fn by_minutes(count: i64, scale: &Scale) -> Vec<f64> {
    let first = (scale.start_day * 1440.0 / count as f64).floor() as i64;
    let days = (first..).map(|nth| (nth * count) as f64 / 1440.0);
    days.take(MOST_TICKS).take_while(|day| *day < scale.end_day).collect()
}

/// Every so many days from the first of each month. The last step takes what is left of the month.
fn by_days(count: i64, scale: &Scale) -> Vec<f64> {
    let mut days = Vec::new();
    let (year, month, _) = CivilDay::from_days(scale.start_day.floor() as i64).ymd();
    let mut first = CivilDay::from_ymd(year, month, 1);
    while let Some(month_start) = first.filter(|day| (day.days() as f64) < scale.end_day && days.len() < MOST_TICKS) {
        let (year, month, _) = month_start.ymd();
        let n_days = i64::from(days_in_month(year, month));
        days.extend((0..n_days / count).map(|nth| (month_start.days() + nth * count) as f64));
        first = Some(month_start.plus_days(n_days)).filter(|next| *next > month_start);
    }
    let n_before = days.partition_point(|day| *day <= scale.start_day);
    days.drain(..n_before.saturating_sub(1));
    days.retain(|day| *day < scale.end_day);
    days
}

/// Every so many years. Before our era round years are counted as people count them: 500 BCE is the year -499.
fn by_years(count: i64, scale: &Scale) -> Vec<f64> {
    let mut days = by_months(12 * count, scale);
    for day in &mut days {
        let year = CivilDay::from_days(*day as i64).year();
        if count >= 5 && year <= 0 {
            *day = CivilDay::from_ymd(year + 1, 1, 1).map_or(*day, |day| day.days() as f64);
        }
    }
    days.retain(|day| *day < scale.end_day);
    days
}

/// Every so many months from the first of a year that they divide.
fn by_months(count: i64, scale: &Scale) -> Vec<f64> {
    let (year, month, _) = CivilDay::from_days(scale.start_day.floor() as i64).ymd();
    let first = (year * 12 + i64::from(month) - 1).div_euclid(count);
    // A step may begin before the calendar does.
    let day = |month: i64| CivilDay::from_ymd(month.div_euclid(12), month.rem_euclid(12) as u8 + 1, 1);
    let days = (first..).take(MOST_TICKS).map(|nth| day(nth * count).map(|day| day.days() as f64));
    days.take_while(|day| day.is_none_or(|day| day < scale.end_day)).flatten().collect()
}

/// The ticks of a step with those labels that have room.
fn labelled(step: Step, words: Words, scale: &Scale, locale: Locale) -> Vec<Tick> {
    let days = step.days(scale);
    let x = |day: f64| scale.x_from_day(day).max(0.0);
    let ticks = days.iter().enumerate().map(|(at, day)| {
        let label = label(step, words, *day, locale);
        let end_px = days.get(at + 1).map_or(scale.width_px, |next| x(*next).min(scale.width_px));
        let fits = x(*day) + text_width_px(&label, TICK_SIZE_PX) + GAP_PX / 2.0 <= end_px;
        Tick { day: *day, label: if fits { label } else { String::new() } }
    });
    ticks.collect()
}

/// The words at a tick.
fn label(step: Step, words: Words, day: f64, locale: Locale) -> String {
    // A tick is a whole number of minutes; half a minute more keeps it from falling into the one before.
    let minutes = (day * 1440.0 + 0.5).floor() as i64;
    let civil_day = CivilDay::from_days(minutes.div_euclid(1440));
    let (year, month, day_of_month) = civil_day.ymd();
    let minute = minutes.rem_euclid(1440);
    match (step, words) {
        (Step::Minutes(_), _) => {
            time_text(ClockTime { hour: (minute / 60) as u8, minute: (minute % 60) as u8, second: None })
        }
        (Step::Days(_), Words::Bare) => day_of_month.to_string(),
        (Step::Days(_), Words::Wide) => {
            [weekday_name(civil_day.weekday(), locale, NameForm::Short), &day_of_month.to_string()].join(" ")
        }
        (Step::Days(_), Words::Short) => day_text(civil_day, locale, Form::Short),
        (Step::Days(_), Words::Full) => day_text(civil_day, locale, Form::Long),
        (Step::Months(_), Words::Bare) => month_name(month, locale, NameForm::Short).to_string(),
        (Step::Months(_), Words::Wide) => month_name(month, locale, NameForm::Nominative).to_string(),
        (Step::Months(_), Words::Short) => month_text(year, month, locale, Form::Short),
        (Step::Months(_), Words::Full) => month_text(year, month, locale, Form::Long),
        (Step::Years(_), _) => year_text(year, locale),
    }
}

/// The width of the widest label of a step, wherever the window is, so that a pan keeps the step.
///
/// Of years there is no widest; those at both ends of the window stand for it.
fn widest_px(step: Step, words: Words, year: i64, scale: &Scale, locale: Locale) -> f64 {
    let px = |day: f64| text_width_px(&label(step, words, day, locale), TICK_SIZE_PX);
    match step {
        Step::Minutes(_) => px(0.0),
        Step::Days(_) | Step::Months(_) => {
            let days = (1..=12).filter_map(|month| CivilDay::from_ymd(year, month, 28));
            days.map(|day| px(day.days() as f64)).fold(0.0, f64::max)
        }
        Step::Years(count) => {
            let year_days = count as f64 * DAYS_PER_YEAR;
            px(scale.start_day - year_days).max(px(scale.end_day))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{TICK_SIZE_PX, Tick, ticks};
    use crate::date::CivilDay;
    use crate::i18n::Locale;
    use crate::timeline::{Scale, text_width_px};

    fn day(year: i64, month: u8, day: u8) -> f64 {
        CivilDay::from_ymd(year, month, day).unwrap().days() as f64
    }

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.label.as_str()).filter(|label| !label.is_empty()).collect()
    }

    #[track_caller]
    fn check(scale: &Scale, locale: Locale, major: &[&str], minor: &[&str]) {
        let ticks = ticks(scale, locale);
        assert_eq!(labels(&ticks.major), major);
        assert_eq!(labels(&ticks.minor), minor);
    }

    #[test]
    fn a_width_that_holds_no_label_has_no_ticks() {
        assert_eq!(labels(&ticks(&Scale::new(0.0, 1.0, 1.0), Locale::En).minor), Vec::<&str>::new());
    }

    #[test]
    fn the_opening_window_has_its_days_in_each_language() {
        let scale = Scale::new(day(2022, 1, 28), day(2022, 2, 3), 420.0);
        let en = ["Fri 28", "Sat 29", "Sun 30", "Mon 31", "Tue 1", "Wed 2"];
        check(&scale, Locale::En, &["January 2022", "February 2022"], &en);
        let narrow = Scale::new(day(2022, 1, 28), day(2022, 2, 3), 220.0);
        check(&narrow, Locale::Ru, &["январь 2022\u{a0}года"], &["28", "29", "30", "31", "1", "2"]);
    }

    #[test]
    fn hours_stand_under_their_day() {
        let scale = Scale::new(day(2022, 1, 5), day(2022, 1, 6), 400.0);
        let hours = ["00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00"];
        check(&scale, Locale::En, &["5\u{a0}January 2022"], &hours);
    }

    #[test]
    fn months_stand_under_their_year_and_years_under_rounder_ones() {
        let years = Scale::new(day(2018, 6, 1), day(2023, 6, 1), 400.0);
        assert_eq!(labels(&ticks(&years, Locale::En).major), ["2018", "2019", "2020", "2021", "2022"]);
        let ages = Scale::new(day(-9999, 1, 1), day(9999, 1, 1), 900.0);
        assert_eq!(
            labels(&ticks(&ages, Locale::Kk).minor),
            ["б.\u{a0}з.\u{a0}б.\u{a0}10\u{a0}000", "б.\u{a0}з.\u{a0}б.\u{a0}5000", "1", "5000"]
        );
    }

    #[test]
    fn ticks_increase_and_labels_do_not_meet_at_any_zoom_in_any_language() {
        for locale in Locale::ALL {
            for middle in [day(2022, 1, 5), day(-9999, 1, 1), day(9999, 12, 31), day(0, 1, 1), day(2024, 2, 29)] {
                let mut n_days = 1.0 / 144.0;
                while n_days < 8e6 {
                    check_apart(&Scale::new(middle - n_days * 0.4, middle + n_days * 0.6, 700.0), locale);
                    n_days *= 1.13;
                }
            }
        }
    }

    #[track_caller]
    fn check_apart(scale: &Scale, locale: Locale) {
        let ticks = ticks(scale, locale);
        assert!(!labels(&ticks.minor).is_empty(), "no ticks in {scale:?}");
        assert!(ticks.minor.len() <= 60, "{} ticks in {scale:?}", ticks.minor.len());
        for row in [&ticks.major, &ticks.minor] {
            for pair in row.windows(2) {
                assert!(pair[0].day < pair[1].day, "{pair:?}");
            }
            let labelled: Vec<&Tick> = row.iter().filter(|tick| !tick.label.is_empty()).collect();
            for (at, tick) in labelled.iter().enumerate() {
                let end_px = scale.x_from_day(tick.day).max(0.0) + text_width_px(&tick.label, TICK_SIZE_PX);
                let next_px = labelled.get(at + 1).map_or(scale.width_px, |next| scale.x_from_day(next.day));
                assert!(end_px < next_px, "{tick:?} meets the next in {scale:?}");
            }
        }
    }
}
