//! The file's own sections, and the questions that its sources leave open.

use crate::fact::{Fact, Key};

use super::attribution::{write_mark, write_speaker};
use super::evidence::write_folded;
use super::timeline::fact_line;
use super::{Html, Page};

/// Sections in the file's order, then the questions.
pub fn sections(page: Page<'_>) -> Html {
    let mut html = Html::new();
    for section in &page.dataset.sections {
        let mut id = String::from("section-");
        id.push_str(&section.id);
        let mut heading = id.clone();
        heading.push_str("-title");
        html.put(r#"<section id="{}" class="section" aria-labelledby="{}"><h2 id="{}""#, &[&id, &heading, &heading])
            .told("", page.text(&section.title), "</h2>");
        if let Some(text) = &section.text {
            html.told(r#"<p class="lead""#, page.text(text), "</p>");
        }
        html.raw(r#"<div class="columns">"#);
        for group in &section.groups {
            html.raw("<div>");
            if let Some(name) = &group.name {
                html.told("<h3", page.text(name), "</h3>");
            }
            html.raw(r#"<ol class="told">"#);
            for key in &group.facts {
                told(&mut html, page, *key);
            }
            html.raw("</ol></div>");
        }
        html.raw("</div></section>");
    }
    questions(&mut html, page);
    html
}

fn told(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let fact = page.fact(key);
    html.put(r#"<li data-fact="{}"><p class="told-by">"#, &[&fact.id]);
    write_mark(html, page, key);
    write_speaker(html, page, fact);
    if let Some(as_of) = &fact.as_of {
        html.text(" · ").text(&page.date(as_of));
    }
    html.raw("</p>");
    html.told("<p", page.text(&fact.text), "</p>");
    write_folded(html, page, key);
    html.raw("</li>");
}

fn questions(html: &mut Html, page: Page<'_>) {
    if page.dataset.questions.is_empty() {
        return;
    }
    html.put(r#"<section id="questions" class="section" aria-labelledby="questions-title"><h2 id="questions-title">{}</h2><ul class="questions">"#, &[page.say("questions-title")]);
    for question in &page.dataset.questions {
        html.told("<li", page.text(question), "</li>");
    }
    html.raw("</ul></section>");
}

/// A block of facts as links, a line each: what stands on a card or a shelf.
pub fn fact_lines(html: &mut Html, page: Page<'_>, keys: &[Key<Fact>]) {
    html.raw(r#"<ul class="fact-lines">"#);
    for key in keys {
        html.raw("<li>").html(&fact_line(page, *key)).raw("</li>");
    }
    html.raw("</ul>");
}
