//! Stat cards: one number, what it counts, who said it and when, a small picture, and the way into the evidence.

use crate::fact::{Card, Derived, Fact, Formula, Headline, Key};
use crate::figures::facts_on;

use super::attribution::{derived_text, unit_word, value_text, write_mark, write_speaker_name};
use super::evidence::fact_link;
use super::picture::write_picture;
use super::sections::fact_lines;
use super::{Html, Page};

/// Every card of the file, in its order.
pub fn cards(page: Page<'_>) -> Html {
    let mut html = Html::new();
    html.put(r#"<h2 id="cards-title">{}</h2><div class="cards">"#, &[page.say("cards-title")]);
    for card in &page.dataset.cards {
        write_card(&mut html, page, card);
        html.put(r#"<div class="card-slot" data-slot="{}"></div>"#, &[&card.id]);
    }
    html.raw("</div>");
    html
}

fn write_card(html: &mut Html, page: Page<'_>, card: &Card) {
    let mut id = String::from("card-");
    id.push_str(&card.id);
    let mut title_id = id.clone();
    title_id.push_str("-title");
    let class = if card.wide { "card wide" } else { "card" };
    html.put(r#"<article class="{}" id="{}" data-card="{}" aria-labelledby="{}">"#, &[class, &id, &card.id, &title_id]);
    let title = match (&card.title, card.headline) {
        (Some(title), _) => page.text(title),
        (None, Headline::Fact(key)) => headline_name(page, page.fact(key)),
        (None, Headline::Derived(key)) => page.text(&page.dataset[key].name),
    };
    html.put(r#"<h3 id="{}""#, &[&title_id]).told("", title, "</h3>");
    if card.beside.is_some() {
        html.raw(r#"<div class="card-two"><div>"#);
    }
    match card.headline {
        Headline::Fact(key) => fact_headline(html, page, key),
        Headline::Derived(key) => {
            let derived = &page.dataset[key];
            html.put(r#"<p class="card-value">{}</p>"#, &[&derived_text(page, key)]);
            formula(html, page, &derived.formula);
        }
    }
    if let Some(beside) = card.beside {
        html.raw("</div><div>");
        fact_headline(html, page, beside);
        html.raw("</div></div>");
    }
    write_picture(html, page, card);
    in_sight(html, page, card);
    if let Some(note) = &card.note {
        html.told(r#"<p class="card-note""#, page.text(note), "</p>");
    }
    more(html, page, card);
    html.raw("</article>");
}

fn headline_name<'a>(page: Page<'a>, fact: &'a Fact) -> crate::i18n::Resolved<'a> {
    match fact.measure {
        Some(measure) => page.text(&page.dataset[measure].name),
        None => page.label(fact),
    }
}

fn fact_headline(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let fact = page.fact(key);
    let link = page.link_of(fact);
    html.put(r#"<p class="card-value"><a href="{}" data-fact="{}">"#, &[&link, &fact.id]);
    match value_text(page, fact) {
        Some(value) => {
            html.put(
                r#"<span class="{}">{}</span>"#,
                &[if value.chars().count() > 8 { "value long" } else { "value" }, &value],
            )
            .text(" ");
            html.put(r#"<span class="unit">{}</span>"#, &[&unit_word(page, fact)]);
        }
        None => {
            html.told(r#"<span class="unit""#, page.label(fact), "</span>");
        }
    }
    html.raw(r#"</a></p><p class="card-by">"#);
    if let Some(measure) = fact.measure {
        html.told(r#"<span class="card-what""#, page.text(&page.dataset[measure].name), "</span>");
    }
    html.raw(r#"<span class="card-who">"#);
    write_mark(html, page, key);
    write_speaker_name(html, page, key);
    if let Some(as_of) = &fact.as_of {
        html.text(", ").text(&page.date(as_of));
    }
    if fact.withdrawn.is_some() {
        html.text(" · ").text(page.say("withdrawn"));
    }
    html.raw("</span></p>");
}

/// Everything that stands on the card, by group, and what was computed from it here.
fn more(html: &mut Html, page: Page<'_>, card: &Card) {
    let n_facts = facts_on(page.dataset, card).len();
    let mut key = String::from("card-all-");
    key.push_str(&card.id);
    html.put(
        r#"<details class="card-all" data-key="{}"><summary>{}</summary>"#,
        &[&key, &page.messages.count("card-all", n_facts)],
    );
    let mut on_card: Vec<Key<Fact>> = Vec::new();
    for group in &card.groups {
        if let Some(name) = &group.name {
            html.told("<h4", page.text(name), "</h4>");
        }
        let apart = group.whole.filter(|whole| !group.facts.contains(whole));
        let facts: Vec<_> = apart.into_iter().chain(group.facts.iter().copied()).collect();
        fact_lines(html, page, &facts);
        on_card.extend(facts);
    }
    for (key, derived) in computed_from(page, &on_card).into_iter().filter(|(_, one)| !is_in_sight(card, one)) {
        write_derived(html, page, key, derived);
    }
    html.raw("</details>");
}

/// What is added up or taken away under a picture of parts: our own arithmetic, beside what it is made of.
fn in_sight(html: &mut Html, page: Page<'_>, card: &Card) {
    let on_card = facts_on(page.dataset, card);
    for (key, derived) in computed_from(page, &on_card).into_iter().filter(|(_, one)| is_in_sight(card, one)) {
        write_derived(html, page, key, derived);
    }
}

fn is_in_sight(card: &Card, derived: &Derived) -> bool {
    let is_of_parts = card.groups.iter().any(|group| group.whole.is_some());
    is_of_parts && matches!(derived.formula, Formula::Sum { .. } | Formula::Difference { .. })
}

fn write_derived(html: &mut Html, page: Page<'_>, key: Key<Derived>, derived: &Derived) {
    html.put(r#"<div class="derived"><h4>{}</h4><p>"#, &[page.say("derived-title")]);
    html.told("<span", page.text(&derived.name), "</span>").text(": ");
    html.put("<b>{}</b></p>", &[&derived_text(page, key)]);
    formula(html, page, &derived.formula);
    if let Some(note) = &derived.note {
        html.told(r#"<p class="quiet""#, page.text(note), "</p>");
    }
    html.raw("</div>");
}

/// The derived figures all of whose operands stand on a card. A rate is left to its facts: one number divided by
/// another of another unit says too much on a card.
fn computed_from<'a>(page: Page<'a>, facts: &[Key<Fact>]) -> Vec<(Key<Derived>, &'a Derived)> {
    let all = page.dataset.derived.iter().enumerate().map(|(at, derived)| (Key::new(at as u32), derived));
    let shown = all.filter(|(_, derived)| !matches!(derived.formula, Formula::Rate { .. }));
    shown.filter(|(_, derived)| derived.formula.operands().iter().all(|operand| facts.contains(operand))).collect()
}

/// The formula, with each operand as the way to its evidence.
fn formula(html: &mut Html, page: Page<'_>, formula: &Formula) {
    let (facts, sign): (Vec<Key<Fact>>, &str) = match formula {
        Formula::Share { part, whole } => (vec![*part, *whole], " ÷ "),
        Formula::Rate { of, per } => (vec![*of, *per], " ÷ "),
        Formula::Sum { of } => (of.clone(), " + "),
        Formula::Difference { from, minus } => (vec![*from, *minus], " − "),
    };
    html.raw(r#"<p class="formula">"#);
    for (at, key) in facts.into_iter().enumerate() {
        if at > 0 {
            html.text(sign);
        }
        // Of many terms each is its number; what it counts is said when it is opened, and above.
        match value_text(page, page.fact(key)).filter(|_| matches!(formula, Formula::Sum { .. })) {
            Some(value) => {
                let fact = page.fact(key);
                html.put(
                    r#"<a href="{}" data-fact="{}" class="fact-link">{}</a>"#,
                    &[&page.link_of(fact), &fact.id, &value],
                );
            }
            None => {
                fact_link(html, page, key);
            }
        }
    }
    html.raw("</p>");
}
