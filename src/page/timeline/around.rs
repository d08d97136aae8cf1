//! Around the drawing: chapters and buttons, what lies outside the window, the shelf, and the evidence beside it.

use crate::date::CivilDay;
use crate::fact::{Axis, Fact, Key};
use crate::page::{Html, Page, WHOLE_UP_TO};
use crate::view_state::{Rows, Window};

use super::{Drawn, Laid, Telling};

/// So many lines of the shelf are spelled out; the others stand in all entries.
const MOST_ON_SHELF: usize = 200;
/// The same where the page does not hold all of its entries, and stays small for it.
const FEW_ON_SHELF: usize = 20;

/// Title, chapters, axis, buttons, rows and dates. `chapter` is the one whose window is shown, if any is.
pub fn controls(page: Page<'_>, axis: Axis, chapter: Option<usize>, window: Window) -> Html {
    let mut html = Html::new();
    html.put(r#"<h2 id="timeline-title">{}</h2><div class="tl-bar needs-app">"#, &[page.say("timeline-title")]);
    if !page.dataset.chapters.is_empty() {
        html.put(r#"<div class="tl-chapters" role="group" aria-label="{}">"#, &[page.say("chapters-label")]);
        for (at, known) in page.dataset.chapters.iter().enumerate() {
            let pressed = if chapter == Some(at) { "true" } else { "false" };
            let open = r#"<button type="button" data-chapter="{}" data-key="ch-{}" aria-pressed="{}""#;
            html.put(open, &[&known.id, &known.id, pressed]).told("", page.text(&known.name), "</button>");
        }
        html.raw("</div>");
    }
    html.put(r#"<div class="tl-tools"><div role="group" class="switch" aria-label="{}">"#, &[page.say("axis-label")]);
    for (of, action, key) in [(Axis::Happened, "happened", "axis-happened"), (Axis::Said, "said", "axis-said")] {
        let pressed = if axis == of { "true" } else { "false" };
        html.put(
            r#"<button type="button" data-do="{}" data-axis="{}" aria-pressed="{}">{}</button>"#,
            &[action, action, pressed, page.say(key)],
        );
    }
    html.put(r#"</div><div role="group" class="tl-zoom" aria-label="{}">"#, &[page.say("zoom-label")]);
    for (action, key, sign) in [
        ("earlier", "earlier", "◂"),
        ("later", "later", "▸"),
        ("zoom-in", "zoom-in", "+"),
        ("zoom-out", "zoom-out", "−"),
        ("whole", "whole", ""),
    ] {
        let name = page.say(key);
        let button = r#"<button type="button" data-do="{}" data-key="{}" aria-label="{}" title="{}">{}</button>"#;
        html.put(button, &[action, action, name, name, if sign.is_empty() { name } else { sign }]);
    }
    html.raw("</div>");
    rows_and_dates(&mut html, page, axis, window);
    html.raw("</div></div>");
    html
}

/// What the rows are, and the first and last day of the window: the way to any window without dragging.
fn rows_and_dates(html: &mut Html, page: Page<'_>, axis: Axis, window: Window) {
    html.put(r#"<details class="tl-more"><summary>{}</summary><div class="tl-fields">"#, &[page.say("tl-more")]);
    html.put(r#"<label>{} <select data-choose="track">"#, &[page.say("rows-label")]);
    let has_any = |rows: Rows| match rows {
        // Each is what one of the axes has.
        Rows::Track | Rows::Voice => true,
        Rows::Speaker => !page.dataset.speakers.is_empty(),
        Rows::Place => !page.dataset.places.is_empty(),
        Rows::Topic => !page.dataset.topics.is_empty(),
    };
    for rows in Rows::ALL.into_iter().filter(|rows| has_any(*rows)) {
        let key = match rows {
            Rows::Track => "rows-track",
            Rows::Voice => "rows-voice",
            Rows::Speaker => "rows-speaker",
            Rows::Place => "rows-place",
            Rows::Topic => "rows-topic",
        };
        let selected = if rows == Rows::usual(axis) { ("selected", "") } else { ("", "") };
        html.put(r#"<option value="{}""#, &[rows.name()]).attribute(selected).put(">{}</option>", &[page.say(key)]);
    }
    html.raw("</select></label>");
    let [first, last] = window.days();
    for (edge, key, day) in [("from", "dates-from", first), ("to", "dates-to", last)] {
        let field = r#" <label>{} <input type="date" data-edge-day="{}" value="{}"></label>"#;
        html.put(field, &[page.say(key), edge, &date_value(day)]);
    }
    html.raw("</div></details>");
}

/// A day as a date field has it; empty in years that such a field does not know.
pub fn date_value(day: CivilDay) -> String {
    if (1..=9999).contains(&day.year()) { day.to_string() } else { String::new() }
}

/// What lies outside the window, and the shelf of what has no day in it.
pub fn edges(telling: Telling<'_>, drawn: &Drawn, laid: &Laid) -> Html {
    let shown = laid.main();
    let mut html = Html::new();
    html.raw(r#"<div class="tl-edges needs-app">"#);
    let (n_before, n_after) = drawn.n_outside(laid.window);
    for (n, action, key) in [(n_before, "to-earlier", "n-earlier"), (n_after, "to-later", "n-later")] {
        let text = telling.messages.count(key, n as usize);
        let off = if n == 0 { ("disabled", "") } else { ("", "") };
        html.put(r#"<button type="button" data-do="{}" data-key="{}""#, &[action, action])
            .attribute(off)
            .put(">{}</button>", &[&text]);
    }
    html.raw("</div>");
    let on_shelf = drawn.index.items_on(&shown.shelf).into_iter().filter(|item| drawn.is_first(*item));
    let mut shelf: Vec<Key<Fact>> = on_shelf.map(|item| drawn.facts[item as usize]).collect();
    shelf.extend(&drawn.aside);
    if !shelf.is_empty() {
        let key = match drawn.axis {
            Axis::Happened => "shelf-happened",
            Axis::Said => "shelf-said",
        };
        html.put(
            r#"<details class="fold tl-shelf" data-key="shelf"><summary>{}</summary>"#,
            &[&telling.messages.count(key, shelf.len())],
        );
        let most = if telling.outline.facts.len() > WHOLE_UP_TO { FEW_ON_SHELF } else { MOST_ON_SHELF };
        telling.write_lines(&mut html, &shelf[..shelf.len().min(most)]);
        if shelf.len() > most {
            html.put(r##"<p><a href="#entries">{}</a></p>"##, &[telling.say("shelf-more")]);
        }
        html.raw("</details>");
    }
    html
}

/// Beside the drawing: the chapter's sentence, and the evidence of what is selected.
pub fn side(telling: Telling<'_>, chapter: Option<usize>, selected: Option<Key<Fact>>) -> Html {
    let mut html = Html::new();
    if let Some(key) = selected {
        telling.write_evidence(&mut html, key, "side");
        return html;
    }
    if let Some(chapter) = chapter.and_then(|at| telling.outline.chapters.get(at)) {
        html.raw(r#"<div class="tl-chapter">"#).written(&chapter.html).raw("</div>");
    }
    html.put(r#"<p class="quiet needs-app">{}</p>"#, &[telling.say("tl-hint")]);
    html
}

/// The keys of the timeline, for those who ask.
pub fn key_help(page: Page<'_>) -> Html {
    let mut html = Html::new();
    html.put(
        r#"<details class="fold needs-app" id="key-help" data-key="key-help"><summary>{}</summary><dl class="keys">"#,
        &[page.say("keys-title")],
    );
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
        html.put("<dt><kbd>{}</kbd></dt><dd>{}</dd>", &[key, page.say(message)]);
    }
    html.put(r#"</dl><p class="quiet">{}</p></details>"#, &[page.say("keys-hands")]);
    html
}
