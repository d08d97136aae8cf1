//! Around the drawing: chapters and buttons, what lies outside the window, the shelf, and the evidence beside it.

use crate::fact::{Axis, Chapter, Fact, Key};
use crate::page::cards::close_button;
use crate::page::evidence::evidence;
use crate::page::sections::fact_lines;
use crate::page::{Html, Page};

use super::{Drawn, Laid};

/// So many lines of the shelf are spelled out; the others stand in all entries.
const MOST_ON_SHELF: usize = 200;

/// Title, chapters, axis and buttons. `chapter` is the one whose window is shown, if any is.
pub fn controls(page: Page<'_>, axis: Axis, chapter: Option<Key<Chapter>>) -> Html {
    let mut html = Html::new();
    html.element("h2", &[("id", "timeline-title")], page.say("timeline-title"));
    html.open("div", &[("class", "tl-bar needs-app")]);
    if !page.dataset.chapters.is_empty() {
        html.open("div", &[("class", "tl-chapters"), ("role", "group"), ("aria-label", page.say("chapters-label"))]);
        for (at, known) in page.dataset.chapters.iter().enumerate() {
            let pressed = if chapter.is_some_and(|key| key.index() == at) { "true" } else { "false" };
            let mut key = String::from("ch-");
            key.push_str(&known.id);
            let name = page.text(&known.name);
            let attributes = [
                ("type", "button"),
                ("data-chapter", known.id.as_str()),
                ("data-key", &key),
                ("aria-pressed", pressed),
            ];
            html.resolved("button", &attributes, name);
        }
        html.close("div");
    }
    html.open("div", &[("class", "tl-tools")]);
    html.open("div", &[("role", "group"), ("class", "switch"), ("aria-label", page.say("axis-label"))]);
    for (of, action, key) in [(Axis::Happened, "happened", "axis-happened"), (Axis::Said, "said", "axis-said")] {
        let pressed = if axis == of { "true" } else { "false" };
        html.element(
            "button",
            &[("type", "button"), ("data-do", action), ("data-key", action), ("aria-pressed", pressed)],
            page.say(key),
        );
    }
    html.close("div");
    html.open("div", &[("role", "group"), ("class", "tl-zoom"), ("aria-label", page.say("zoom-label"))]);
    for (action, key, sign) in [
        ("earlier", "earlier", "◂"),
        ("later", "later", "▸"),
        ("zoom-in", "zoom-in", "+"),
        ("zoom-out", "zoom-out", "−"),
        ("whole", "whole", ""),
    ] {
        let name = page.say(key);
        let attributes =
            [("type", "button"), ("data-do", action), ("data-key", action), ("aria-label", name), ("title", name)];
        html.element("button", &attributes, if sign.is_empty() { name } else { sign });
    }
    html.close("div").close("div").close("div");
    html
}

/// What lies outside the window, and the shelf of what has no day in it.
pub fn edges(page: Page<'_>, drawn: &Drawn, laid: &Laid) -> Html {
    let shown = &laid.large;
    let mut html = Html::new();
    html.open("div", &[("class", "tl-edges needs-app")]);
    for (n, action, key) in [(shown.n_before, "to-earlier", "n-earlier"), (shown.n_after, "to-later", "n-later")] {
        let text = page.messages.count(key, n as usize);
        let off = if n == 0 { ("disabled", "") } else { ("", "") };
        html.element("button", &[("type", "button"), ("data-do", action), ("data-key", action), off], &text);
    }
    html.close("div");
    let mut shelf: Vec<Key<Fact>> =
        drawn.index.items_on(&shown.shelf).into_iter().map(|item| drawn.facts[item as usize]).collect();
    shelf.extend(&drawn.aside);
    if !shelf.is_empty() {
        let key = match drawn.axis {
            Axis::Happened => "shelf-happened",
            Axis::Said => "shelf-said",
        };
        html.open("details", &[("class", "fold tl-shelf"), ("data-key", "shelf")]);
        html.element("summary", &[], &page.messages.count(key, shelf.len()));
        fact_lines(&mut html, page, &shelf[..shelf.len().min(MOST_ON_SHELF)]);
        if shelf.len() > MOST_ON_SHELF {
            html.open("p", &[]).element("a", &[("href", "#entries")], page.say("shelf-more")).close("p");
        }
        html.close("details");
    }
    html
}

/// Beside the drawing: the chapter's sentence, and the evidence of what is selected.
pub fn side(page: Page<'_>, chapter: Option<Key<Chapter>>, selected: Option<Key<Fact>>) -> Html {
    let mut html = Html::new();
    if let Some(key) = selected {
        html.open("div", &[("class", "panel")]);
        close_button(&mut html, page, "close-side");
        html.html(&evidence(page, key)).close("div");
        return html;
    }
    if let Some(key) = chapter {
        let chapter = &page.dataset[key];
        html.open("div", &[("class", "tl-chapter")]);
        html.resolved("h3", &[], page.text(&chapter.name));
        if let Some(text) = &chapter.text {
            html.resolved("p", &[], page.text(text));
        }
        html.close("div");
    }
    html.element("p", &[("class", "quiet needs-app")], page.say("tl-hint"));
    html
}

/// The keys of the timeline, for those who ask.
pub fn key_help(page: Page<'_>) -> Html {
    let mut html = Html::new();
    html.open("details", &[("class", "fold needs-app"), ("id", "key-help"), ("data-key", "key-help")]);
    html.element("summary", &[], page.say("keys-title")).open("dl", &[("class", "keys")]);
    for (key, message) in [
        ("← →", "keys-step"),
        ("↑ ↓", "keys-track"),
        ("+ −", "keys-zoom"),
        ("Shift ← →", "keys-pan"),
        ("Home, End", "keys-ends"),
        ("Enter", "keys-open"),
        ("Esc", "keys-close"),
        ("?", "keys-help"),
    ] {
        html.open("dt", &[]).element("kbd", &[], key).close("dt").element("dd", &[], page.say(message));
    }
    html.close("dl").element("p", &[("class", "quiet")], page.say("keys-hands")).close("details");
    html
}
