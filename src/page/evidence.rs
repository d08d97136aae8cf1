//! The evidence of a fact: the claim, who made it and in which role, on which day, in which source and where in it.

use crate::fact::{Correction, Fact, Key, Kind, Seen};

use super::attribution::{value_with_unit, write_mark, write_speaker, write_speaker_name};
use super::source_line::write_source;
use super::{Html, Page, link_to};

/// Everything known about one fact, as the evidence beside the timeline and on a card shows it.
///
/// Its parts stand in the fact's entry as well, kind, text and particulars in this order and markup: a page that was
/// taken over puts its evidence together from there.
pub fn evidence(page: Page<'_>, key: Key<Fact>) -> Html {
    let mut html = Html::new();
    // Evidence is only written for what is selected.
    html.put(r#"<div class="ev" data-fact="{}" aria-current="true">"#, &[&page.fact(key).id]);
    write_kind(&mut html, page, key);
    write_claim(&mut html, page, key);
    html.html(&particulars(page, key)).raw("</div>");
    html
}

/// Event, figure or statement.
pub fn write_kind(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    html.put(r#"<span class="kind">{}</span>"#, &[page.say(kind_key(page.fact(key).kind))]);
}

/// What is claimed.
pub fn write_claim(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    html.told(r#"<p class="entry-text""#, page.text(&page.fact(key).text), "</p>");
}

/// The message that names the kind of a fact to readers.
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => "kind-event",
        Kind::Figure => "kind-figure",
        Kind::Statement => "kind-statement",
    }
}

/// The particulars folded under the claim that they belong to: open natively, with or without scripts.
pub fn write_folded(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    folded(html, page, key, &Html::new());
}

/// The same with the claim itself, where only its number stands above it.
pub fn write_folded_whole(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let mut claim = Html::new();
    write_claim(&mut claim, page, key);
    folded(html, page, key, &claim);
}

/// By what the folded evidence of a fact is known when its region is drawn anew.
pub fn data_key_of(fact: &Fact) -> String {
    ["ev-", &fact.id].concat()
}

fn folded(html: &mut Html, page: Page<'_>, key: Key<Fact>, claim: &Html) {
    html.put(
        r#"<details class="folded" data-key="{}"><summary data-fold="">{}</summary>"#,
        &[&data_key_of(page.fact(key)), page.say("evidence")],
    );
    html.html(claim).html(&particulars(page, key)).raw("</details>");
}

/// The particulars alone: the claim itself stands above them already.
fn particulars(page: Page<'_>, key: Key<Fact>) -> Html {
    let fact = page.fact(key);
    let mut html = Html::new();
    html.raw(r#"<div class="ev-more">"#);
    if let Some(quote) = &fact.quote {
        html.told("<blockquote", page.text(quote), "</blockquote>");
    }
    html.raw(r#"<dl class="ev-list">"#);
    speaker(&mut html, page, key);
    days(&mut html, page, fact);
    number(&mut html, page, fact);
    source(&mut html, page, fact);
    withdrawal(&mut html, page, fact);
    reports(&mut html, page, key);
    if let Some(note) = &fact.note {
        term(&mut html, page.say("ev-note"));
        html.told("<dd", page.text(note), "</dd>");
    }
    disagreements(&mut html, page, key);
    corrections(&mut html, page, fact);
    html.put(
        r#"</dl><p class="ev-link"><a href="{}" data-permalink="{}">{}</a></p></div>"#,
        &[&page.link_of(fact), &fact.id, page.say("ev-permalink")],
    );
    html
}

fn term(html: &mut Html, name: &str) {
    html.put("<dt>{}</dt>", &[name]);
}

fn speaker(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let fact = page.fact(key);
    term(html, page.say("ev-who"));
    html.raw("<dd>");
    write_mark(html, page, key);
    write_speaker(html, page, fact);
    html.raw("</dd>");
    if let Some(via) = &fact.via {
        term(html, page.say("ev-via"));
        html.told("<dd", page.text(via), "</dd>");
    }
}

fn days(html: &mut Html, page: Page<'_>, fact: &Fact) {
    term(html, page.say("ev-happened"));
    html.raw("<dd>");
    match &fact.when {
        Some(when) => {
            html.put(r#"<time datetime="{}">{}</time>"#, &[&when.to_string(), &page.happened(fact)]);
            if let Some(zone) = &fact.time_zone {
                html.text(" ").text(&page.messages.fill("ev-zone", &[("zone", zone)]));
            }
        }
        None => {
            html.text(page.say("ev-day-unknown"));
        }
    }
    html.raw("</dd>");
    term(html, page.say("ev-said"));
    html.raw("<dd>");
    match &fact.as_of {
        Some(as_of) => html.put(r#"<time datetime="{}">{}</time>"#, &[&as_of.to_string(), &page.date(as_of)]),
        None => html.text(page.say("ev-day-unknown")),
    };
    html.raw("</dd>");
    if !fact.places.is_empty() {
        term(html, page.say("ev-where"));
        html.raw("<dd>");
        for (at, place) in fact.places.iter().enumerate() {
            if at > 0 {
                html.text(", ");
            }
            html.told("<span", page.text(&page.dataset[*place].name), "</span>");
        }
        html.raw("</dd>");
    }
}

fn number(html: &mut Html, page: Page<'_>, fact: &Fact) {
    let (Some(measure), Some(value)) = (fact.measure, value_with_unit(page, fact)) else { return };
    let measure = &page.dataset[measure];
    term(html, page.say("ev-counted"));
    html.put("<dd><b>{}</b>", &[&value]).text(" · ");
    html.told("<span", page.text(&measure.name), "</span>");
    if let Some(definition) = &measure.definition {
        html.text(". ");
        html.told(r#"<span class="quiet""#, page.text(definition), "</span>");
    }
    html.raw("</dd>");
}

fn source(html: &mut Html, page: Page<'_>, fact: &Fact) {
    let source = &page.dataset[fact.source];
    term(html, page.say("ev-source"));
    html.raw("<dd>");
    write_source(html, page, source);
    html.text(". ");
    match &fact.locator {
        Some(locator) => html.told(r#"<span class="ev-locator""#, page.text(locator), "</span>"),
        None => html.put(r#"<span class="quiet">{}</span>"#, &[page.say("ev-no-locator")]),
    };
    html.text(". ");
    html.put(r#"<span class="quiet">{}</span>"#, &[page.say(seen_key(source.seen))]);
    if source.url.is_none() {
        html.text(" ").put(r#"<span class="quiet">{}</span>"#, &[page.say("ev-no-link")]);
    }
    if let Some(archived) = &source.archived {
        html.text(" ").put(r#"<a href="{}" target="_top" rel="noopener">{}</a>"#, &[archived, page.say("ev-archived")]);
    }
    html.raw("</dd>");
}

/// The message that says how a source was seen.
pub fn seen_key(seen: Option<Seen>) -> &'static str {
    match seen {
        Some(Seen::Full) => "seen-full",
        Some(Seen::Excerpt) => "seen-excerpt",
        Some(Seen::Relay) => "seen-relay",
        None => "seen-unknown",
    }
}

fn withdrawal(html: &mut Html, page: Page<'_>, fact: &Fact) {
    let Some(withdrawn) = &fact.withdrawn else { return };
    term(html, page.say("ev-withdrawn"));
    html.raw("<dd>");
    html.text(&page.date(&withdrawn.as_of));
    if let Some(by) = withdrawn.by {
        html.text(", ");
        html.told("<span", page.text(&page.dataset[by].name), "</span>");
    }
    if let Some(key) = withdrawn.fact {
        html.text(". ");
        fact_link(html, page, key);
    }
    html.raw("</dd>");
}

/// The other reports of the same utterance: those that repeat this fact, or the one it repeats and its others.
fn reports(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let first = page.fact(key).repeats.unwrap_or(key);
    let others: Vec<_> =
        std::iter::once(first).chain(page.dataset.reports_of(first)).filter(|other| *other != key).collect();
    if others.is_empty() {
        return;
    }
    term(html, page.say("ev-reports"));
    html.raw("<dd>");
    fact_links(html, page, others.into_iter());
    html.raw("</dd>");
}

fn disagreements(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    for disagreement in page.dataset.disagreements_of(key) {
        let disagreement = &page.dataset[disagreement];
        term(html, page.say("ev-disagreement"));
        html.raw("<dd>");
        html.told("<p", page.text(&disagreement.text), "</p>");
        fact_links(html, page, disagreement.facts.iter().copied().filter(|other| *other != key));
        html.raw("</dd>");
    }
}

fn corrections(html: &mut Html, page: Page<'_>, fact: &Fact) {
    for correction in page.dataset.corrections.iter().filter(|correction| correction.fact_id == fact.id) {
        term(html, page.say("ev-corrected"));
        html.raw("<dd>");
        write_correction(html, page, correction);
        html.raw("</dd>");
    }
}

/// What was changed after publication, and why: "5 March 2023: value, 8 → 9. The source was corrected."
pub fn write_correction(html: &mut Html, page: Page<'_>, correction: &Correction) {
    html.text(&page.day(correction.date)).text(": ").text(&correction.field).text(", ");
    html.told("<s", page.text(&correction.was), "</s>").text(" → ");
    html.told("<span", page.text(&correction.now), "</span>").text(". ");
    html.told("<span", page.text(&correction.why), "</span>");
}

/// Links to other facts, a line each.
pub fn fact_links(html: &mut Html, page: Page<'_>, facts: impl Iterator<Item = Key<Fact>>) {
    html.raw("<ul>");
    for fact in facts {
        html.raw("<li>");
        fact_link(html, page, fact);
        html.raw("</li>");
    }
    html.raw("</ul>");
}

/// A link to another fact.
pub fn fact_link(html: &mut Html, page: Page<'_>, key: Key<Fact>) {
    let fact = page.fact(key);
    put_fact_link(html, &fact.id, fact_words(page, key).as_str());
}

/// The same by its id and its words, which are HTML.
pub fn put_fact_link(html: &mut Html, id: &str, words: &str) {
    html.put(r#"<a href="{}" data-fact="{}" class="fact-link">"#, &[&link_to(id), id]).written(words).raw("</a>");
}

/// What a link to a fact says: the editor's words where it has some, else what is counted and the number; then whose
/// claim it is. A withdrawn one says so wherever it goes.
pub fn fact_words(page: Page<'_>, key: Key<Fact>) -> Html {
    let fact = page.fact(key);
    let mut html = Html::new();
    match (fact.measure.filter(|_| fact.label.is_none()), value_with_unit(page, fact)) {
        (Some(measure), Some(value)) => {
            html.told("<span", page.text(&page.dataset[measure].name), "</span>").text(": ");
            html.put(if fact.withdrawn.is_some() { "<s>{}</s>" } else { "<b>{}</b>" }, &[&value]);
        }
        _ => {
            html.told("<span", page.label(fact), "</span>");
        }
    }
    html.text(" · ");
    write_speaker_name(&mut html, page, key);
    if let Some(as_of) = &fact.as_of {
        html.text(", ").text(&page.short_date(as_of));
    }
    if fact.withdrawn.is_some() {
        html.text(" · ").text(page.say("withdrawn"));
    }
    html
}
