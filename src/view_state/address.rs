//! The address of a view, both ways: `decode` reads a query, `encode` writes what differs from the default.
//!
//! Links live for ever, so reading is lenient: an unknown parameter is ignored, a malformed one becomes its default
//! and is reported. `view`, `theme` and `embed` are also read by the head script of the page, before first paint.

use crate::date::{CivilDay, ClockTime, Edtf, Moment};
use crate::query::{Facet, Sort};

use super::{Axis, Form, Part, Rows, Theme, ViewState, Window};

/// Something that the reader should know of the address, or of what it asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The message that tells it.
    pub key: &'static str,
    /// The parameter.
    pub name: String,
    /// What it said.
    pub value: String,
}

impl Notice {
    /// A parameter asks for what is not known here.
    pub fn unknown(name: &str, value: String) -> Self {
        Self { key: "notice-address", name: name.to_owned(), value }
    }

    /// A facts file that the address names cannot be shown.
    pub fn no_file(url: &str) -> Self {
        Self { key: "notice-file", name: String::new(), value: url.to_owned() }
    }

    /// The search did not come.
    pub fn no_search() -> Self {
        Self { key: "notice-search", name: String::new(), value: String::new() }
    }
}

const PARTS: [(Part, &str); 6] = [
    (Part::Page, "page"),
    (Part::Cards, "cards"),
    (Part::Timeline, "timeline"),
    (Part::Measure, "measure"),
    (Part::Entries, "entries"),
    (Part::Method, "method"),
];
const FORMS: [(Form, &str); 2] = [(Form::List, "list"), (Form::Table, "table")];
const THEMES: [(Theme, &str); 3] = [(Theme::Auto, "auto"), (Theme::Light, "light"), (Theme::Dark, "dark")];
const AXES: [(Axis, &str); 2] = [(Axis::Happened, "happened"), (Axis::Said, "said")];

/// The name of a theme, as the address and the page have it.
pub fn theme_name(theme: Theme) -> &'static str {
    name_in(&THEMES, theme)
}

/// The theme of that name.
pub fn theme_named(name: &str) -> Option<Theme> {
    value_in(&THEMES, name)
}

/// The order of that name.
pub fn sort_named(name: &str) -> Option<Sort> {
    Sort::ALL.into_iter().find(|sort| sort.name() == name)
}

/// The rows of that name.
pub fn rows_named(name: &str) -> Option<Rows> {
    Rows::ALL.into_iter().find(|rows| rows.name() == name)
}

/// Reads a query, without its question mark.
pub fn decode(query: &str) -> (ViewState, Vec<Notice>) {
    let mut state = ViewState::default();
    let mut notices = Vec::new();
    let (mut from, mut to) = (None, None);
    for (name, value) in pairs(query) {
        if value.is_empty() {
            continue;
        }
        let understood = match name.as_str() {
            "view" => set(&mut state.part, value_in(&PARTS, &value)),
            "sort" => set(&mut state.sort, sort_named(&value)),
            "form" => set(&mut state.form, value_in(&FORMS, &value)),
            "theme" => set(&mut state.theme, value_in(&THEMES, &value)),
            "axis" => set(&mut state.axis, value_in(&AXES, &value).map(Some)),
            "track" => set(&mut state.rows, rows_named(&value).map(Some)),
            "closed" => set(&mut state.closed, numbers(&value)),
            "embed" => set(&mut state.embed, (value == "1" || value == "0").then_some(value == "1")),
            "fact" => set(&mut state.fact, id(&value).map(Some)),
            "card" => set(&mut state.card, id(&value).map(Some)),
            "chapter" => set(&mut state.chapter, id(&value).map(Some)),
            "facts" => set(&mut state.facts, Some(Some(value.clone()))),
            "q" => set(&mut state.filter.words, Some(value.clone())),
            "from" => set(&mut from, edge(&value).map(|(start, _)| Some((start, value.clone())))),
            "to" => set(&mut to, edge(&value).map(|(_, end)| Some((end, value.clone())))),
            other => match Facet::ALL.into_iter().find(|facet| facet.name() == other) {
                Some(facet) => {
                    let ids: Vec<_> = value.split(',').filter_map(id).collect();
                    let understood = ids.len() == value.split(',').count();
                    *state.filter.chosen_mut(facet) = ids;
                    understood
                }
                None => true,
            },
        };
        if !understood {
            notices.push(Notice::unknown(&name, value));
        }
    }
    state.window = window(from, to, &mut notices);
    (state, notices)
}

/// Writes the query of a view, without its question mark; empty for the default view.
pub fn encode(state: &ViewState) -> String {
    let default = ViewState::default();
    let mut query = String::new();
    let mut add = |name: &str, value: &str| {
        if !query.is_empty() {
            query.push('&');
        }
        query.push_str(name);
        query.push('=');
        escape(value, &mut query);
    };
    if state.part != default.part {
        add("view", name_in(&PARTS, state.part));
    }
    if let Some(facts) = &state.facts {
        add("facts", facts);
    }
    if let Some(fact) = &state.fact {
        add("fact", fact);
    }
    if let Some(card) = &state.card {
        add("card", card);
    }
    if !state.filter.words.is_empty() {
        add("q", &state.filter.words);
    }
    for facet in Facet::ALL {
        let chosen = state.filter.chosen(facet);
        if !chosen.is_empty() {
            add(facet.name(), &chosen.join(","));
        }
    }
    if let Some(chapter) = &state.chapter {
        add("chapter", chapter);
    }
    if let Some(window) = state.window {
        add("from", &civil(window.start_day, window, Edge::From));
        add("to", &civil(window.end_day, window, Edge::To));
    }
    if let Some(axis) = state.axis {
        add("axis", name_in(&AXES, axis));
    }
    if let Some(rows) = state.rows {
        add("track", rows.name());
    }
    if !state.closed.is_empty() {
        let numbers: Vec<String> = state.closed.iter().map(u16::to_string).collect();
        add("closed", &numbers.join(","));
    }
    if state.sort != default.sort {
        add("sort", state.sort.name());
    }
    if state.form != default.form {
        add("form", name_in(&FORMS, state.form));
    }
    if state.theme != default.theme {
        add("theme", name_in(&THEMES, state.theme));
    }
    if state.embed {
        add("embed", "1");
    }
    query
}

fn set<T>(place: &mut T, value: Option<T>) -> bool {
    let understood = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    understood
}

fn name_in<T: Copy + PartialEq>(names: &[(T, &'static str)], value: T) -> &'static str {
    names.iter().find(|(known, _)| *known == value).map_or("", |(_, name)| name)
}

fn value_in<T: Copy>(names: &[(T, &'static str)], name: &str) -> Option<T> {
    names.iter().find(|(_, known)| *known == name).map(|(value, _)| *value)
}

/// Ascending numbers of rows.
fn numbers(text: &str) -> Option<Vec<u16>> {
    let numbers: Option<Vec<u16>> = text.split(',').map(|number| number.parse().ok()).collect();
    numbers.filter(|numbers| numbers.is_sorted_by(|a, b| a < b))
}

/// An id of the facts file: anything else cannot be one.
fn id(text: &str) -> Option<String> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    // The speakers that facts name by a role alone have the fact's id behind a tilde.
    let bare = text.strip_prefix('~').unwrap_or(text);
    (!bare.is_empty() && bare.len() <= 100 && bare.bytes().all(fits)).then(|| text.to_owned())
}

/// Both ends of a civil date of any precision, in days.
fn edge(text: &str) -> Option<(f64, f64)> {
    let span = Edtf::from_plain(text)?.span();
    Some((span.start?.days(), span.end?.days()))
}

/// The window between two ends, each with what was written.
fn window(from: Option<(f64, String)>, to: Option<(f64, String)>, notices: &mut Vec<Notice>) -> Option<Window> {
    let (name, value) = match (from, to) {
        (None, None) => return None,
        (Some((start_day, value)), Some((end_day, _))) => {
            if start_day < end_day {
                return Some(Window { start_day, end_day });
            }
            notices.push(Notice::unknown("from", value));
            return None;
        }
        (Some((_, value)), None) => ("from", value),
        (None, Some((_, value))) => ("to", value),
    };
    // Where the other end was not understood, that was told already.
    if notices.iter().all(|notice| notice.name != "from" && notice.name != "to") {
        notices.push(Notice { key: "notice-end", name: name.to_owned(), value });
    }
    None
}

#[derive(Clone, Copy, PartialEq)]
enum Edge {
    From,
    To,
}

/// A civil time as the address has it: a day where the window is weeks long or the edge is a midnight, else to the
/// minute. The day of `to` is the last one that is shown.
fn civil(day: f64, window: Window, edge: Edge) -> String {
    const DAYS_WITHOUT_HOURS: f64 = 60.0;
    const MINUTES: f64 = 1440.0;
    let whole = (day - day.round()).abs() * MINUTES < 0.5 || window.end_day - window.start_day > DAYS_WITHOUT_HOURS;
    if whole {
        let last = if edge == Edge::To { 1 } else { 0 };
        return CivilDay::from_days(day.round() as i64 - last).to_string();
    }
    let minutes = (day * MINUTES).round() as i64;
    // A minute that begins is the edge of `from`; the one that has just ended is that of `to`.
    let minutes = if edge == Edge::To { minutes - 1 } else { minutes };
    let moment = Moment::from_day(CivilDay::from_days(0)).plus_seconds(minutes * 60);
    let (hour, minute) = (minutes.rem_euclid(1440) / 60, minutes.rem_euclid(60));
    let mut text = moment.day().to_string();
    text.push('T');
    text.push_str(&ClockTime { hour: hour as u8, minute: minute as u8, second: None }.to_string());
    text
}

fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (unescape(name), unescape(value))
    })
}

/// Percent-encoding as RFC 3986 has it; what is safe in a query stays readable.
fn escape(text: &str, out: &mut String) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b',' | b':' | b'/' => {
                out.push(char::from(byte));
            }
            b' ' => out.push('+'),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = |offset: usize| bytes.get(at + offset).and_then(|byte| char::from(*byte).to_digit(16));
        match (bytes[at], hex(1), hex(2)) {
            (b'%', Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 3;
                continue;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(query: &str) {
        let (state, notices) = decode(query);
        assert_eq!(notices, [], "{query}");
        assert_eq!(encode(&state), query);
    }

    #[test]
    fn the_default_view_has_no_query() {
        assert_eq!(encode(&ViewState::default()), "");
        assert_eq!(decode("").0, ViewState::default());
    }

    #[test]
    fn every_parameter_comes_back_as_it_was() {
        for query in [
            "view=timeline",
            "fact=deaths-164&card=people-who-died",
            "q=%D0%9C%D0%B0%D0%B6%D0%B8%D0%BB%D0%B8%D1%81+71",
            "by=a,b&topic=deaths&place=almaty&source=s&kind=event&measure=m",
            "chapter=jan-5",
            "from=2022-01-05&to=2022-01-05",
            "from=2022-01-05T13:30&to=2022-01-05T18:44",
            "from=2021-01-01&to=2025-12-31",
            "axis=said",
            "track=place",
            "axis=said&track=topic&closed=0,3",
            "sort=said&form=table&theme=dark&embed=1",
        ] {
            round_trip(query);
        }
    }

    #[test]
    fn a_window_may_be_named_by_months_and_years() {
        let (state, _) = decode("from=2022&to=2022-03");
        assert_eq!(encode(&state), "from=2022-01-01&to=2022-03-31");
    }

    #[test]
    fn what_is_unknown_is_ignored_and_what_is_malformed_is_told() {
        let (state, notices) = decode("utm_source=x&theme=pink&from=2022-13-01&fact=No%20id&closed=2,1&track=no");
        assert_eq!(state, ViewState::default());
        let named: Vec<_> = notices.iter().map(|notice| notice.name.as_str()).collect();
        assert_eq!(named, ["theme", "from", "fact", "closed", "track"]);
    }

    #[test]
    fn one_end_of_a_window_alone_is_told() {
        let told = |query| {
            let notices = decode(query).1;
            notices.into_iter().map(|notice| (notice.key, notice.name, notice.value)).collect::<Vec<_>>()
        };
        let one = |key, name: &str, value: &str| vec![(key, name.to_owned(), value.to_owned())];
        assert_eq!(told("from=2022-01"), one("notice-end", "from", "2022-01"));
        assert_eq!(told("to=2022-01-05"), one("notice-end", "to", "2022-01-05"));
        assert_eq!(told("from=soon&to=2022-01-05"), one("notice-address", "from", "soon"));
        assert_eq!(told("from=2022-01-05&to=2022-01-01"), one("notice-address", "from", "2022-01-05"));
    }

    proptest::proptest! {
        #[test]
        fn no_query_breaks_it(query in "\\PC{0,60}") {
            decode(&query);
        }

        #[test]
        fn words_survive(words in "\\PC{1,40}") {
            let mut state = ViewState::default();
            state.filter.words = words;
            proptest::prop_assert_eq!(decode(&encode(&state)).0, state);
        }
    }
}
