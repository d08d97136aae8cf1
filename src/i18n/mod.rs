//! Locales, multilingual text, numbers and dates as text.
