//! Method: what the page rests on, whose voices are missing, what was set aside, and how to answer.

use crate::figures::coverage;

use super::attribution::count_text;
use super::evidence::{seen_key, write_correction};
use super::{Html, Page};

/// The method part.
pub fn method(page: Page<'_>) -> Html {
    let mut html = Html::new();
    html.element("h2", &[("id", "method-title")], page.say("method-title"));
    html.open("div", &[("class", "columns")]);
    about(&mut html, page);
    reading(&mut html, page);
    html.close("div");
    sources(&mut html, page);
    set_aside(&mut html, page);
    corrections(&mut html, page);
    html
}

fn about(html: &mut Html, page: Page<'_>) {
    let coverage = coverage(page.dataset, &page.dataset.fact_keys().collect::<Vec<_>>());
    html.open("div", &[]);
    html.element("h3", &[], page.say("method-seen"));
    let n_facts = page.dataset.facts.len();
    let sources = page.messages.count("n-sources", page.dataset.sources.len());
    html.element("p", &[], &page.messages.count_with("method-count", n_facts, &[("sources", &sources)]));
    html.element("p", &[], &page.messages.count("method-partial", coverage.n_seen_in_part));
    html.element("p", &[], &page.messages.count("method-no-locator", coverage.n_without_locator));
    html.element("p", &[], page.say("voices-note"));
    html.close("div");
}

fn reading(html: &mut Html, page: Page<'_>) {
    html.open("div", &[]);
    html.element("h3", &[], page.say("method-answer"));
    html.open("dl", &[("class", "ev-list")]);
    html.element("dt", &[], page.say("method-contact")).open("dd", &[]);
    match &page.dataset.contact {
        Some(contact) => {
            let mut href = String::new();
            if contact.contains('@') && !contact.contains(':') {
                href.push_str("mailto:");
            }
            href.push_str(contact);
            html.element("a", &[("href", &href)], contact)
        }
        None => html.text(page.say("method-no-contact")),
    };
    html.close("dd");
    if let Some(updated) = page.dataset.updated {
        html.element("dt", &[], page.say("method-updated"));
        html.element("dd", &[], &page.day(updated));
    }
    if let Some(licence) = &page.dataset.licence {
        html.element("dt", &[], page.say("method-licence")).element("dd", &[], licence);
    }
    html.element("dt", &[], page.say("method-reviewed"));
    let reviewed = match page.reviewed_on() {
        Some(day) => page.day(day),
        None => page.say("unreviewed").to_owned(),
    };
    html.element("dd", &[], &reviewed);
    html.element("dt", &[], page.say("method-downloads")).open("dd", &[]);
    for (at, file) in ["facts.json", "facts.csv"].into_iter().enumerate() {
        if at > 0 {
            html.text(", ");
        }
        let mut href = String::from(page.base);
        href.push_str(file);
        html.element("a", &[("href", &href), ("download", "")], file);
    }
    html.close("dd").close("dl").close("div");
}

fn sources(html: &mut Html, page: Page<'_>) {
    let mut counts = vec![0_usize; page.dataset.sources.len()];
    for fact in &page.dataset.facts {
        counts[fact.source.index()] += 1;
    }
    html.open("details", &[("class", "fold"), ("data-key", "sources")]);
    html.element("summary", &[], &page.messages.count("n-sources", page.dataset.sources.len()));
    html.open("ul", &[("class", "sources")]);
    for (source, n) in page.dataset.sources.iter().zip(counts) {
        html.open("li", &[]);
        let title = page.text(&source.title);
        match &source.url {
            Some(url) => html.resolved("a", &[("href", url), ("rel", "noopener")], title),
            None => html.resolved("span", &[], title),
        };
        if let Some(publisher) = &source.publisher {
            html.text(". ").resolved("span", &[], page.text(publisher));
        }
        if let Some(published) = &source.published {
            html.text(", ").text(&page.date(published));
        }
        html.text(". ").element("span", &[("class", "quiet")], page.say(seen_key(source.seen)));
        html.text(" ").element("span", &[("class", "n")], &count_text(page, n));
        if let Some(note) = &source.note {
            html.resolved("p", &[("class", "quiet")], page.text(note));
        }
        html.close("li");
    }
    html.close("ul").close("details");
}

fn set_aside(html: &mut Html, page: Page<'_>) {
    html.element("p", &[("class", "set-aside")], &page.messages.count("set-aside", page.dataset.set_aside.len()));
    if page.dataset.set_aside.is_empty() {
        return;
    }
    html.open("ul", &[("class", "sources"), ("lang", "en")]);
    for aside in &page.dataset.set_aside {
        html.open("li", &[]);
        html.element("code", &[], &aside.id).text(": ").text(&aside.issue.what);
        html.close("li");
    }
    html.close("ul");
}

fn corrections(html: &mut Html, page: Page<'_>) {
    if page.dataset.corrections.is_empty() {
        html.element("p", &[("class", "quiet")], page.say("no-corrections"));
        return;
    }
    html.element("h3", &[], page.say("corrections-title")).open("ul", &[("class", "sources")]);
    for correction in &page.dataset.corrections {
        html.open("li", &[]);
        html.element("code", &[], &correction.fact_id).text(" · ");
        write_correction(html, page, correction);
        html.close("li");
    }
    html.close("ul");
}
