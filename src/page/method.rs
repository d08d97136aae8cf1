//! Method: what the page rests on, whose voices are missing, what was set aside, and how to answer.

use crate::fact::Source;
use crate::figures::coverage;
use crate::order;

use super::attribution::count_text;
use super::evidence::{seen_key, write_correction};
use super::own_file::opener;
use super::source_line::write_source;
use super::{Html, Page, Whose};

/// Where the page does not hold all of its entries, it lists the sources of most of them: a hundred thousand entries
/// have hundreds, and all of them stand in the facts file.
const MOST_SOURCES: usize = 40;

/// The method part.
pub fn method(page: Page<'_>, whose: Whose) -> Html {
    let mut html = Html::new();
    html.put(r#"<h2 id="method-title">{}</h2><div class="columns">"#, &[page.say("method-title")]);
    about(&mut html, page);
    reading(&mut html, page, whose);
    html.raw("</div>");
    sources(&mut html, page);
    set_aside(&mut html, page);
    corrections(&mut html, page);
    html
}

fn about(html: &mut Html, page: Page<'_>) {
    let coverage = coverage(page.dataset, &page.dataset.fact_keys().collect::<Vec<_>>());
    html.put("<div><h3>{}</h3>", &[page.say("method-seen")]);
    let n_facts = page.dataset.facts.len();
    let sources = page.messages.count("n-sources", page.dataset.sources.len());
    html.put("<p>{}</p>", &[&page.messages.count_with("method-count", n_facts, &[("sources", &sources)])]);
    html.put(
        "<p>{}</p><p>{}</p><p>{}</p>",
        &[
            &page.messages.count("method-partial", coverage.n_seen_in_part),
            &page.messages.count("method-no-locator", coverage.n_without_locator),
            page.say("voices-note"),
        ],
    );
    if let Some(unheard) = &page.dataset.unheard {
        html.told("<p", page.text(unheard), "</p>");
    }
    html.raw("</div>");
}

fn reading(html: &mut Html, page: Page<'_>, whose: Whose) {
    html.put(
        r#"<div><h3>{}</h3><dl class="ev-list"><dt>{}</dt><dd>"#,
        &[page.say("method-answer"), page.say("method-contact")],
    );
    match &page.dataset.contact {
        Some(contact) => {
            let mut href = String::new();
            if contact.contains('@') && !contact.contains(':') {
                href.push_str("mailto:");
            }
            href.push_str(contact);
            html.put(r#"<a href="{}">{}</a>"#, &[&href, contact])
        }
        None => html.text(page.say("method-no-contact")),
    };
    html.raw("</dd>");
    if let Some(updated) = page.dataset.updated {
        html.put("<dt>{}</dt><dd>{}</dd>", &[page.say("method-updated"), &page.day(updated)]);
    }
    if let Some(licence) = &page.dataset.licence {
        html.put("<dt>{}</dt><dd>{}</dd>", &[page.say("method-licence"), licence]);
    }
    html.put("<dt>{}</dt>", &[page.say("method-reviewed")]);
    let reviewed = match page.reviewed_on() {
        Some(day) => page.day(day),
        None => page.say("unreviewed").to_owned(),
    };
    html.put("<dd>{}</dd>", &[&reviewed]);
    if whose == Whose::Site {
        downloads(html, page);
    }
    opener(html, page.messages);
    html.raw("</dl></div>");
}

fn downloads(html: &mut Html, page: Page<'_>) {
    html.put("<dt>{}</dt><dd>", &[page.say("method-downloads")]);
    for (at, file) in ["facts.json", "facts.csv"].into_iter().enumerate() {
        if at > 0 {
            html.text(", ");
        }
        let mut href = String::from(page.base);
        href.push_str(file);
        html.put(r#"<a href="{}" download="">{}</a>"#, &[&href, file]);
    }
    html.raw("</dd>");
}

fn sources(html: &mut Html, page: Page<'_>) {
    let mut counts = vec![0_usize; page.dataset.sources.len()];
    for fact in &page.dataset.facts {
        counts[fact.source.index()] += 1;
    }
    html.put(
        r#"<details class="fold" data-key="sources"><summary>{}</summary><ul class="sources">"#,
        &[&page.messages.count("n-sources", page.dataset.sources.len())],
    );
    let mut listed: Vec<(&Source, usize)> = page.dataset.sources.iter().zip(counts).collect();
    let n_sources = listed.len();
    if page.is_partial() && n_sources > MOST_SOURCES {
        order::sort_by(&mut listed, |a, b| b.1.cmp(&a.1));
        listed.truncate(MOST_SOURCES);
    }
    let n_left_out = n_sources - listed.len();
    for (source, n) in listed {
        html.raw("<li>");
        write_source(html, page, source);
        html.text(". ").put(r#"<span class="quiet">{}</span>"#, &[page.say(seen_key(source.seen))]);
        html.text(" ").put(r#"<span class="n">{}</span>"#, &[&count_text(page, n)]);
        if let Some(note) = &source.note {
            html.told(r#"<p class="quiet""#, page.text(note), "</p>");
        }
        html.raw("</li>");
    }
    if n_left_out > 0 {
        let left_out = page.messages.count("more-sources", n_left_out);
        html.put(r#"<li><a href="{}facts.json">{}</a></li>"#, &[page.base, &left_out]);
    }
    html.raw("</ul></details>");
}

fn set_aside(html: &mut Html, page: Page<'_>) {
    html.put(r#"<p class="set-aside">{}</p>"#, &[&page.messages.count("set-aside", page.dataset.set_aside.len())]);
    if page.dataset.set_aside.is_empty() {
        return;
    }
    html.raw(r#"<ul class="sources" lang="en">"#);
    for aside in &page.dataset.set_aside {
        html.put("<li><code>{}</code>", &[&aside.id]).text(": ").text(&aside.issue.what);
        html.raw("</li>");
    }
    html.raw("</ul>");
}

fn corrections(html: &mut Html, page: Page<'_>) {
    if page.dataset.corrections.is_empty() {
        html.put(r#"<p class="quiet">{}</p>"#, &[page.say("no-corrections")]);
        return;
    }
    html.put(r#"<h3>{}</h3><ul class="sources">"#, &[page.say("corrections-title")]);
    for correction in &page.dataset.corrections {
        html.put("<li><code>{}</code>", &[&correction.fact_id]).text(" · ");
        write_correction(html, page, correction);
        html.raw("</li>");
    }
    html.raw("</ul>");
}
