//! Locales, multilingual text, numbers and dates as text.
//!
//! A content language can be any; numbers and dates are put in words in English, Russian and Kazakh,
//! and in English for the others. Nothing here asks the browser, so every reader gets the same words.

mod date_text;
mod locale;
mod messages;
mod number;
mod plural;
mod text;

pub use date_text::{
    Form, NameForm, date_text, date_with_time_text, day_month_text, day_text, month_name, month_text,
    span_of_days_text, time_text, weekday_name, year_text,
};
pub use locale::{Dir, Locale, base_language, direction_of};
pub use messages::{Messages, MessagesError, fill};
pub use number::{number_text, percent_text, short_number_text};
pub use plural::{PluralCategory, plural_category};
pub use text::{Resolved, Text};
