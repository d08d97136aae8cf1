//! How a number changed: for each measure that several claims were made about, every claim by the day on which it was
//! said, with its source, and how an editor put the disagreement.
//!
//! It ranks nothing and decides nothing: two claims stand side by side, and a line joins only what is one series.

use crate::date::Edtf;
use crate::fact::{Disagreement, Key, Measure, Place};
use crate::figures::{Claim, histories};

use super::attribution::{value_text, value_with_unit, write_mark, write_speaker_name};
use super::entries::{STEP, WHOLE_UP_TO};
use super::evidence::{fact_links, write_folded_whole};
use super::picture::scaled_history;
use super::source_line::write_source;
use super::{Html, Page};

/// The part of the page, or nothing where every number was said once.
pub fn measures(page: Page<'_>) -> Html {
    let mut html = Html::new();
    let shown = shown(page);
    if shown.is_empty() {
        return html;
    }
    html.put(
        r#"<section id="measures" class="part-measures" aria-label="{}"><h2>{}</h2><p class="lead">{}</p>"#,
        &[page.say("measures-title"), page.say("measures-title"), page.say("measures-lead")],
    );
    for (at, (measure, claims)) in shown.iter().enumerate() {
        write_measure(&mut html, page, *measure, claims, if at == 0 { "open" } else { "" });
    }
    html.raw("</section>");
    html
}

/// Every measure with a history. A page of so many facts that it holds only the first of them has no room for
/// thousands of claims: there those stand that are no more than a step of the entries together.
fn shown(page: Page<'_>) -> Vec<(Key<Measure>, Vec<Claim>)> {
    let mut shown = histories(page.dataset);
    if page.dataset.facts.len() > WHOLE_UP_TO {
        let mut room = STEP;
        shown.retain(|(_, claims)| {
            let fits = claims.len() <= room;
            room -= if fits { claims.len() } else { 0 };
            fits
        });
    }
    shown
}

fn write_measure(html: &mut Html, page: Page<'_>, key: Key<Measure>, claims: &[Claim], open: &'static str) {
    let measure = &page.dataset[key];
    let id = ["measure-", &measure.id].concat();
    let title = [&id, "-title"].concat();
    html.put(
        r#"<article class="measure" id="{}" data-measure="{}" aria-labelledby="{}"><h3 id="{}""#,
        &[&id, &measure.id, &title, &title],
    );
    html.told("", page.text(&measure.name), "</h3>");
    html.put(r#"<details data-key="{}""#, &[&id]).attribute((open, "")).raw("><summary>");
    html.text(&page.messages.count("n-claims", claims.len()));
    period(html, page, claims);
    html.raw(r#"</summary><div class="measure-grid"><div>"#);
    if let Some(definition) = &measure.definition {
        html.told(r#"<p class="measure-what""#, page.text(definition), "</p>");
    }
    let facts: Vec<_> = claims.iter().map(|claim| claim.fact).collect();
    scaled_history(html, page, &facts);
    for disagreement in page.dataset.disagreements.iter().filter(|one| concerns(page, one, key)) {
        write_disagreement(html, page, key, disagreement);
    }
    html.raw(r#"</div><ol class="claims">"#);
    let places = |claim: &Claim| &page.fact(claim.fact).places;
    // Where the claims are about different places, each says which.
    let is_placed = claims.iter().any(|claim| places(claim) != places(&claims[0]));
    for claim in claims {
        write_claim(html, page, claim, if is_placed { places(claim) } else { &[] });
    }
    html.raw("</ol></div></details></article>");
}

/// From the first day to the last on which it was said, where the days are known.
fn period(html: &mut Html, page: Page<'_>, claims: &[Claim]) {
    let mut days = claims.iter().filter_map(|claim| claim.said);
    let Some(first) = days.next() else { return };
    html.text(", ").text(&page.short_date(&Edtf::from(first)));
    if let Some(last) = days.next_back().filter(|last| *last != first) {
        html.text(" – ").text(&page.short_date(&Edtf::from(last)));
    }
}

/// Whether it is said to be about the measure, or is about several of its claims.
fn concerns(page: Page<'_>, disagreement: &Disagreement, measure: Key<Measure>) -> bool {
    let n_claims = disagreement.facts.iter().filter(|fact| page.fact(**fact).measure == Some(measure)).count();
    disagreement.measures.contains(&measure) || n_claims > 1
}

fn write_disagreement(html: &mut Html, page: Page<'_>, measure: Key<Measure>, disagreement: &Disagreement) {
    html.put(r#"<div class="differs"><h4>{}</h4>"#, &[page.say("ev-disagreement")]);
    html.told("<p", page.text(&disagreement.text), "</p>");
    let others: Vec<_> = disagreement.facts.iter().filter(|fact| page.fact(**fact).measure != Some(measure)).collect();
    if !others.is_empty() {
        html.put(r#"<p class="quiet">{}</p>"#, &[page.say("measures-others")]);
        fact_links(html, page, others.into_iter().copied());
    }
    html.raw("</div>");
}

/// Day, number, whose words, and where they were found; then the evidence, folded.
fn write_claim(html: &mut Html, page: Page<'_>, claim: &Claim, places: &[Key<Place>]) {
    let fact = page.fact(claim.fact);
    html.put(r#"<li class="claim" data-fact="{}"><p class="claim-day">"#, &[&fact.id]);
    match &fact.as_of {
        Some(as_of) => html.put(r#"<time datetime="{}">{}</time>"#, &[&as_of.to_string(), &page.date(as_of)]),
        None => html.text(page.say("ev-day-unknown")),
    };
    let number = if fact.withdrawn.is_some() {
        r#"</p><p class="claim-value"><a href="{}" data-fact="{}" aria-label="{}"><s>{}</s></a></p><div><p class="claim-by">"#
    } else {
        r#"</p><p class="claim-value"><a href="{}" data-fact="{}" aria-label="{}"><b>{}</b></a></p><div><p class="claim-by">"#
    };
    let [whole, value] = [value_with_unit(page, fact), value_text(page, fact)].map(Option::unwrap_or_default);
    html.put(number, &[&page.link_of(fact), &fact.id, &whole, &value]);
    write_mark(html, page, claim.fact);
    write_speaker_name(html, page, claim.fact);
    for (at, place) in places.iter().enumerate() {
        html.text(if at == 0 { " · " } else { ", " }).told("<span", page.text(&page.dataset[*place].name), "</span>");
    }
    if fact.withdrawn.is_some() {
        html.text(" · ").put("<b>{}</b>", &[page.say("withdrawn")]);
    }
    html.raw(r#"</p><p class="claim-source">"#);
    write_source(html, page, &page.dataset[fact.source]);
    html.raw("</p>");
    if !claim.reports.is_empty() {
        html.put(r#"<p class="claim-source">{}</p>"#, &[page.say("ev-reports")]);
        fact_links(html, page, claim.reports.iter().copied());
    }
    write_folded_whole(html, page, claim.fact);
    html.raw("</div></li>");
}
