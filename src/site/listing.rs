//! Plain pages of entries, for files too long for one page: everything can be read, linked and searched without
//! scripts.

use crate::fact::{Fact, Key};
use crate::page::{Html, PER_PLAIN_PAGE, Page, plain_entries};
use crate::query::{Sort, sorted};

/// How many plain pages hold so many facts.
pub fn n_listings(n_facts: usize) -> usize {
    n_facts.div_ceil(PER_PLAIN_PAGE)
}

/// The plain pages, in their order. The entries are put in order once for all of them.
pub fn listings(page: Page<'_>) -> Vec<Html> {
    let all: Vec<_> = page.dataset.fact_keys().collect();
    let all = sorted(page.dataset, &all, Sort::Happened);
    let n_pages = n_listings(all.len());
    all.chunks(PER_PLAIN_PAGE).zip(1..).map(|(keys, number)| listing(page, keys, number, n_pages)).collect()
}

fn listing(page: Page<'_>, keys: &[Key<Fact>], number: usize, n_pages: usize) -> Html {
    let mut html = Html::new();
    html.put(r#"<div class="plain"><p><a href="../../">{}</a></p>"#, &[page.plain(&page.dataset.title)]);
    let of = page.messages.fill("plain-page", &[("n", &number.to_string()), ("all", &n_pages.to_string())]);
    html.put("<h1>{}</h1>", &[&of]);
    html.html(&plain_entries(page, keys));
    html.put(r#"<nav class="plain-pages" aria-label="{}">"#, &[page.say("plain-pages")]);
    for n in 1..=n_pages {
        let n_text = n.to_string();
        let current = if n == number { ("aria-current", "page") } else { ("", "") };
        html.put(r#"<a href="{}""#, &[&["../", &n_text, "/"].concat()])
            .attribute(current)
            .put(">{}</a>", &[&n_text])
            .text(" ");
    }
    html.raw("</nav></div>");
    html
}
