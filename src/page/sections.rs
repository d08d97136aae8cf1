//! The file's own sections, and the questions that its sources leave open.

use crate::fact::{Fact, Key};

use super::attribution::{write_mark, write_speaker};
use super::evidence::{fact_link, write_folded};
use super::{Html, Page};

/// Sections in the file's order, then the questions.
pub fn sections(page: Page<'_>) -> Html {
    let mut html = Html::new();
    for section in &page.dataset.sections {
        let mut id = String::from("section-");
        id.push_str(&section.id);
        let mut heading = id.clone();
        heading.push_str("-title");
        html.open("section", &[("id", &id), ("class", "section"), ("aria-labelledby", &heading)]);
        html.resolved("h2", &[("id", &heading)], page.text(&section.title));
        if let Some(text) = &section.text {
            html.resolved("p", &[("class", "lead")], page.text(text));
        }
        html.open("div", &[("class", "columns")]);
        for group in &section.groups {
            html.open("div", &[]);
            if let Some(name) = &group.name {
                html.resolved("h3", &[], page.text(name));
            }
            html.open("ol", &[("class", "told")]);
            for key in &group.facts {
                told(&mut html, page, *key);
            }
            html.close("ol").close("div");
        }
        html.close("div").close("section");
    }
    questions(&mut html, page);
    html
}

fn told(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let fact = page.fact(key);
    html.open("li", &[("data-fact", &fact.id)]);
    html.open("p", &[("class", "told-by")]);
    write_mark(html, page, key);
    write_speaker(html, page, fact);
    if let Some(as_of) = &fact.as_of {
        html.text(" · ").text(&page.date(as_of));
    }
    html.close("p");
    html.resolved("p", &[], page.text(&fact.text));
    write_folded(html, page, key);
    html.close("li");
}

fn questions(html: &mut Html, page: Page<'_>) {
    if page.dataset.questions.is_empty() {
        return;
    }
    html.open("section", &[("id", "questions"), ("class", "section"), ("aria-labelledby", "questions-title")]);
    html.element("h2", &[("id", "questions-title")], page.say("questions-title"));
    html.open("ul", &[("class", "questions")]);
    for question in &page.dataset.questions {
        html.resolved("li", &[], page.text(question));
    }
    html.close("ul").close("section");
}

/// A block of facts as links, a line each: what stands on a card or a shelf.
pub fn fact_lines(html: &mut Html, page: Page<'_>, keys: &[Key<Fact>]) {
    html.open("ul", &[("class", "fact-lines")]);
    for key in keys {
        html.open("li", &[]);
        write_mark(html, page, *key);
        fact_link(html, page, *key);
        html.close("li");
    }
    html.close("ul");
}
