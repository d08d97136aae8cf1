//! All entries: the search box, the status line, and the entries as list and as table.

use crate::fact::{Fact, Key};
use crate::query::Sort;
use crate::view_state::Form;

use super::attribution::{count_text, value_with_unit, write_mark, write_speaker_name};
use super::evidence::{data_key_of, write_claim, write_folded, write_kind};
use super::plain_page::plain_page_of;
use super::source_line::write_title;
use super::{Html, Page, link_to};

/// Up to so many facts stand complete in the page.
pub const WHOLE_UP_TO: usize = 1000;
/// Above that, so many at first, and so many more at a press.
pub const STEP: usize = 50;

/// A browser skips so many entries at once while they are far from what is seen. It looks at each such part in every
/// frame, so a part an entry would make frames dear: a thousand of them a millisecond. The first parts are small, since
/// the one that the screen ends in is laid out as a whole before the page can be used.
const SKIPPED_AT_ONCE: [usize; 3] = [25, 25, 50];
/// So many after those: as many as can be drawn without a halt when a reader gets there.
const MOST_SKIPPED_AT_ONCE: usize = 100;

/// Where the evidence of the entries stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evidence {
    /// Folded under each.
    Here,
    /// In the plain pages, to which each entry has a link; the app brings it from there, or writes it.
    InPlainPages,
}

/// Which entries are shown: the matches in order, and how many of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What search and facets leave, sorted.
    pub matches: Vec<Key<Fact>>,
    /// How many of them stand on the page.
    pub n_shown: usize,
    /// Where their evidence stands.
    pub evidence: Evidence,
}

impl Shown {
    /// The first of the matches, as many as the page holds.
    pub fn first(matches: Vec<Key<Fact>>, n_wanted: usize, n_facts: usize) -> Self {
        let is_whole = n_facts <= WHOLE_UP_TO;
        let n_shown = if is_whole { matches.len() } else { matches.len().min(n_wanted) };
        Self { matches, n_shown, evidence: if is_whole { Evidence::Here } else { Evidence::InPlainPages } }
    }
}

/// The search box, the order and the form: what does not change as the reader types.
pub fn search(page: Page<'_>) -> Html {
    let mut html = Html::new();
    html.put(r#"<form role="search" class="search" method="get"><label for="search">{}</label><input type="search" id="search" name="q" autocomplete="off" placeholder="{}"></form>"#, &[page.say("search-label"), page.say("search-hint")]);
    html
}

/// "N of M entries", and how to see all again.
pub fn status(page: Page<'_>, n_matches: usize, n_facts: usize) -> String {
    let all = count_text(page, n_facts);
    page.messages.count_with("status", n_matches, &[("all", &all)])
}

/// The entries in an order and a form, under the row of controls for both.
pub fn entries(page: Page<'_>, (sort, form): (Sort, Form), shown: &Shown) -> Html {
    let mut html = Html::new();
    arrangement(&mut html, page, sort, form);
    if shown.matches.is_empty() {
        html.raw(r#"<p class="none">"#).text(page.say("entries-none")).text(" ");
        html.put(r#"<button type="button" data-do="clear">{}</button></p>"#, &[page.say("clear")]);
        return html;
    }
    let keys = &shown.matches[..shown.n_shown];
    match form {
        Form::List => list(&mut html, page, keys, way_to_evidence(page, sort, shown)),
        Form::Table => table(&mut html, page, keys),
    }
    if shown.n_shown < shown.matches.len() {
        let n_rest = shown.matches.len() - shown.n_shown;
        let label = page.messages.count("more-entries", n_rest.min(STEP));
        html.put(r#"<button type="button" data-do="more" data-key="more" class="wide-button">{}</button>"#, &[&label]);
    }
    html
}

fn arrangement(html: &mut Html, page: Page<'_>, chosen: Sort, shown: Form) {
    html.raw(r#"<div class="arrangement needs-app"><label>"#).text(page.say("sort-label")).text(" ");
    html.raw(r#"<select data-choose="sort" data-key="sort">"#);
    for sort in Sort::ALL {
        let key = match sort {
            Sort::Happened => "sort-happened",
            Sort::Said => "sort-said",
            Sort::Measure => "sort-measure",
            Sort::Source => "sort-source",
        };
        let selected = if chosen == sort { ("selected", "") } else { ("", "") };
        html.put(r#"<option value="{}""#, &[sort.name()]).attribute(selected).put(">{}</option>", &[page.say(key)]);
    }
    html.put(r#"</select></label><div role="group" class="switch" aria-label="{}">"#, &[page.say("form-label")]);
    for (form, action, key) in [(Form::List, "list", "form-list"), (Form::Table, "table", "form-table")] {
        let pressed = if shown == form { "true" } else { "false" };
        html.put(
            r#"<button type="button" data-do="{}" data-key="{}" aria-pressed="{}">{}</button>"#,
            &[action, action, pressed, page.say(key)],
        );
    }
    html.raw("</div></div>");
}

/// Entries without anything that needs the app: for plain pages.
pub fn plain_entries(page: Page<'_>, keys: &[Key<Fact>]) -> Html {
    let mut html = Html::new();
    list(&mut html, page, keys, None);
    html
}

/// Where the evidence of an entry stands, by the entry's place among those that are shown.
type Way = fn(usize, &Fact) -> String;

/// None where each entry holds its own.
fn way_to_evidence(page: Page<'_>, sort: Sort, shown: &Shown) -> Option<Way> {
    // The plain pages hold all entries in the usual order.
    let is_usual = shown.matches.len() == page.dataset.facts.len() && sort == Sort::default();
    let way: Way = if is_usual {
        |at, fact| [&plain_page_of(at), "#fact-", &fact.id].concat()
    } else {
        |_, fact| link_to(&fact.id)
    };
    (shown.evidence == Evidence::InPlainPages).then_some(way)
}

fn list(html: &mut Html, page: Page<'_>, keys: &[Key<Fact>], way: Option<Way>) {
    let (mut rest, mut places) = (keys, 0..);
    let mut sizes = SKIPPED_AT_ONCE.into_iter();
    while !rest.is_empty() {
        let n = sizes.next().unwrap_or(MOST_SKIPPED_AT_ONCE).min(rest.len());
        let (keys, after) = rest.split_at(n);
        rest = after;
        // From their number the style knows how high they are, about.
        html.put(r#"<div class="entry-some" style="--n:{}">"#, &[&keys.len().to_string()]);
        for (key, at) in keys.iter().zip(&mut places) {
            entry(html, page, *key, way.map(|way| way(at, page.fact(*key))));
        }
        html.raw("</div>");
    }
}

fn entry(html: &mut Html, page: Page<'_>, key: Key<Fact>, way: Option<String>) {
    let fact = page.fact(key);
    let mut anchor = String::from("fact-");
    anchor.push_str(&fact.id);
    html.put(r#"<article class="entry" id="{}" data-fact="{}"><p class="entry-when">"#, &[&anchor, &fact.id]);
    match &fact.when {
        Some(when) => html.put(r#"<time datetime="{}">{}</time>"#, &[&when.to_string(), &page.happened(fact)]),
        None => html.text(page.say("ev-day-unknown")),
    };
    write_kind(html, page, key);
    html.raw(r#"</p><div class="entry-body">"#);
    write_claim(html, page, key);
    html.raw(r#"<p class="entry-by">"#);
    write_mark(html, page, key);
    write_speaker_name(html, page, key);
    if let Some(as_of) = &fact.as_of {
        html.text(", ").text(&page.short_date(as_of));
    }
    if fact.withdrawn.is_some() {
        html.text(" · ").put("<b>{}</b>", &[page.say("withdrawn")]);
    }
    html.raw("</p>");
    match way {
        None => write_folded(html, page, key),
        Some(way) => {
            let link = r#"<a href="{}" class="unfold" data-fact="{}" data-key="{}">{}</a>"#;
            html.put(link, &[&way, &fact.id, &data_key_of(fact), page.say("evidence")]);
        }
    }
    html.raw("</div></article>");
}

fn table(html: &mut Html, page: Page<'_>, keys: &[Key<Fact>]) {
    let name = page.say("entries-title");
    html.put(
        r#"<div class="table-frame" tabindex="0" role="group" aria-label="{}"><table aria-label="{}"><thead><tr>"#,
        &[name, name],
    );
    for column in ["ev-happened", "ev-said", "table-entry", "table-value", "ev-who", "ev-source"] {
        html.put(r#"<th scope="col">{}</th>"#, &[page.say(column)]);
    }
    html.raw("</tr></thead><tbody>");
    for key in keys {
        row(html, page, *key);
    }
    html.raw("</tbody></table></div>");
}

fn row(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let fact = page.fact(key);
    html.put(
        r#"<tr data-fact="{}"><td>{}</td><td>{}</td><td class="cell-text">"#,
        &[
            &fact.id,
            &fact.when.as_ref().map(|when| page.short_date(when)).unwrap_or_default(),
            &fact.as_of.as_ref().map(|as_of| page.short_date(as_of)).unwrap_or_default(),
        ],
    );
    let mut data_key = String::from("row-");
    data_key.push_str(&fact.id);
    html.put(r#"<a href="{}" data-fact="{}" data-key="{}">"#, &[&page.link_of(fact), &fact.id, &data_key]);
    let text = page.text(&fact.text);
    html.told("<span", text, "</span>").raw("</a></td>");
    html.put(r#"<td class="cell-value">{}</td><td>"#, &[&value_with_unit(page, fact).unwrap_or_default()]);
    write_mark(html, page, key);
    write_speaker_name(html, page, key);
    html.raw("</td>");
    html.raw("<td>");
    write_title(html, page, &page.dataset[fact.source]);
    html.raw("</td></tr>");
}
