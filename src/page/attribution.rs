//! Who says a thing, and the number they say: in words first, with the mark of their standing beside them.

use crate::fact::{Derived, Fact, Key, Qualifier, Unit, Value};
use crate::figures::{DerivedUnit, derived_value, standing_of};
use crate::i18n::{fill, number_text, percent_text, plural_category, short_number_text};

use super::{Html, Page};

/// The mark of the standing of whoever speaks: a shape by voice, ringed when another body quotes them.
pub fn mark(page: Page<'_>, key: Key<Fact>) -> &'static str {
    const PLAIN: [&str; 7] = ["mk mk-x", "mk mk-0", "mk mk-1", "mk mk-2", "mk mk-3", "mk mk-4", "mk mk-5"];
    const QUOTED: [&str; 7] = [
        "mk mk-q mk-x",
        "mk mk-q mk-0",
        "mk mk-q mk-1",
        "mk mk-q mk-2",
        "mk mk-q mk-3",
        "mk mk-q mk-4",
        "mk mk-q mk-5",
    ];
    if page.fact(key).withdrawn.is_some() {
        return "mk mk-w";
    }
    let standing = standing_of(page.dataset, key);
    let shape = standing.voice.map_or(0, |voice| voice.index() + 1).min(6);
    if standing.is_quoted_by_another_body { QUOTED[shape] } else { PLAIN[shape] }
}

/// The mark as an element of its own, silent: the words stand beside it.
pub fn write_mark(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    put_mark(html, mark(page, key));
}

/// The same by its class.
pub fn put_mark(html: &mut Html, mark: &str) {
    html.put(r#"<span class="{}" aria-hidden="true"></span>"#, &[mark]);
}

/// The name of whoever speaks, and who quotes them, where that is another body: officials in the words of others are
/// not officials speaking.
pub fn speaker_name(page: Page<'_>, key: Key<Fact>) -> String {
    let fact = page.fact(key);
    let name = fact.by.map_or(page.say("no-speaker"), |by| page.plain(&page.dataset[by].name));
    match fact.via.as_ref().filter(|_| standing_of(page.dataset, key).is_quoted_by_another_body) {
        Some(via) => page.messages.fill("quoted-by", &[("who", name), ("via", page.plain(via))]),
        None => name.to_owned(),
    }
}

/// The same in the page, in its language.
pub fn write_speaker_name<'h>(html: &'h mut Html, page: Page<'_>, key: Key<Fact>) -> &'h mut Html {
    let name = speaker_name(page, key);
    match page.content_lang() {
        None => html.text(&name),
        Some(lang) => html.put(r#"<span lang="{}">{}</span>"#, &[lang, &name]),
    }
}

/// Speaker and role in one line: "Berik Assylov, Prosecutor General".
pub fn write_speaker(html: &mut Html, page: Page<'_>, fact: &Fact) {
    let Some(key) = fact.by else {
        html.text(page.say("no-speaker"));
        return;
    };
    let speaker = &page.dataset[key];
    html.told(r#"<span class="who""#, page.text(&speaker.name), "</span>");
    if let Some(role) = fact.role.as_ref().or(speaker.role.as_ref()) {
        html.text(", ");
        html.told(r#"<span class="role""#, page.text(role), "</span>");
    }
}

/// The value without its unit: "about 9,900", "16.7 billion", "238".
pub fn value_text(page: Page<'_>, fact: &Fact) -> Option<String> {
    let value = fact.value?;
    let number = |decimal: crate::fact::Decimal| short_number_text(&decimal.to_string(), page.locale());
    let digits = match value {
        Value::Single(single) => number(single),
        Value::Between(low, high) => {
            let mut both = number(low);
            both.push('–');
            both.push_str(&number(high));
            both
        }
    };
    let key = match fact.qualifier {
        None | Some(Qualifier::Exact) => return Some(digits),
        Some(Qualifier::About) => "qualifier-about",
        Some(Qualifier::AtLeast) => "qualifier-at-least",
        Some(Qualifier::MoreThan) => "qualifier-more-than",
        Some(Qualifier::AtMost) => "qualifier-at-most",
        Some(Qualifier::LessThan) => "qualifier-less-than",
        Some(Qualifier::Expected) => "qualifier-expected",
    };
    Some(page.messages.fill(key, &[("n", &digits)]))
}

/// The unit of a fact's value as a word in the right form: "people".
pub fn unit_word(page: Page<'_>, fact: &Fact) -> String {
    let (Some(value), Some(measure)) = (fact.value, fact.measure) else { return String::new() };
    let unit = &page.dataset[page.dataset[measure].unit];
    unit_form(page, unit, &value.high().to_string(), "").trim().to_owned()
}

/// A number with its unit, as the file's language forms it.
pub fn unit_form(page: Page<'_>, unit: &Unit, decimal: &str, shown: &str) -> String {
    let Some(name) = unit.forms(page.lang) else { return shown.to_owned() };
    let locale = crate::i18n::Locale::from_tag(&name.language);
    fill(name.form(plural_category(decimal, locale).tag()), &[("n", shown)])
}

/// The value with its unit: "238 people", "16.7 billion tenge".
pub fn value_with_unit(page: Page<'_>, fact: &Fact) -> Option<String> {
    let value = value_text(page, fact)?;
    let mut text = value;
    let unit = unit_word(page, fact);
    if !unit.is_empty() {
        text.push('\u{a0}');
        text.push_str(&unit);
    }
    Some(text)
}

/// A plain count of the page's own: "149".
pub fn count_text(page: Page<'_>, n: usize) -> String {
    number_text(&n.to_string(), page.locale())
}

/// A derived figure with what it is in: "≈ 98.7%", "16 people". A rounded number says so with its sign.
pub fn derived_text(page: Page<'_>, key: Key<Derived>) -> String {
    let Some(value) = derived_value(page.dataset, key) else { return String::new() };
    let digits = value.number.to_string();
    let mut text = String::new();
    if value.is_rounded {
        text.push_str("≈\u{a0}");
    }
    let number = short_number_text(&digits, page.locale());
    match value.unit {
        DerivedUnit::Percent => text.push_str(&percent_text(&digits, page.locale())),
        DerivedUnit::Of(unit) => text.push_str(&unit_form(page, &page.dataset[unit], &digits, &number)),
        DerivedUnit::Per(of, per) => {
            text.push_str(&unit_form(page, &page.dataset[of], &digits, &number));
            text.push_str(" / ");
            text.push_str(unit_form(page, &page.dataset[per], "1", "").trim());
        }
    }
    text
}
