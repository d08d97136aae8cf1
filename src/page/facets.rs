//! The facets: what can be narrowed, with how many entries each choice would leave.

use crate::fact::Kind;
use crate::i18n::Resolved;
use crate::order;
use crate::query::{Facet, Facets, Filter};

use super::attribution::count_text;
use super::evidence::kind_key;
use super::{Html, Page};

/// The facets readers ask for first; the others stand under "More".
const FIRST: [(Facet, &str); 3] =
    [(Facet::By, "facet-by"), (Facet::Topic, "facet-topic"), (Facet::Place, "facet-place")];
const MORE: [(Facet, &str); 3] =
    [(Facet::Kind, "facet-kind"), (Facet::Measure, "facet-measure"), (Facet::Source, "facet-source")];

/// So many options of a facet are offered; who looks for a rarer one searches.
const MOST_OPTIONS: usize = 100;
/// The same where the page does not hold all of its entries: such a page stays small, and the most frequent are asked
/// for most.
const FEW_OPTIONS: usize = 20;

/// The facets with their counts, and what is chosen. Without counts, before there is anybody to choose: their names and
/// that they wait, since what they offer can be a fifth of a page.
pub fn facets(page: Page<'_>, filter: &Filter, counts: Option<&Facets>) -> Html {
    let mut html = Html::new();
    html.raw(r#"<div class="facets needs-app">"#);
    for (facet, key) in FIRST {
        group(&mut html, page, filter, counts, facet, key);
    }
    html.put(r#"<details class="facet-more" data-key="facet-more"><summary>{}</summary>"#, &[page.say("facet-more")]);
    for (facet, key) in MORE {
        group(&mut html, page, filter, counts, facet, key);
    }
    html.raw("</details>");
    if !filter.is_empty() {
        html.put(r#"<button type="button" data-do="clear" data-key="clear">{}</button>"#, &[page.say("clear")]);
    }
    html.raw("</div>");
    html
}

fn group(html: &mut Html, page: Page<'_>, filter: &Filter, counts: Option<&Facets>, facet: Facet, key: &str) {
    let chosen = filter.chosen(facet);
    html.put(r#"<details class="facet" data-key="{}"><summary>"#, &[key]).text(page.say(key));
    if !chosen.is_empty() {
        html.text(" ").put(r#"<span class="n">{}</span>"#, &[&count_text(page, chosen.len())]);
    }
    let Some(counts) = counts else {
        html.put(r#"</summary><p class="quiet">{}</p></details>"#, &[page.say("facet-waits")]);
        return;
    };
    html.put(r#"</summary><fieldset><legend class="hidden">{}</legend>"#, &[page.say(key)]);
    let most = if page.is_partial() { FEW_OPTIONS } else { MOST_OPTIONS };
    for (rank, (option, n)) in by_count(counts.counts(facet)).into_iter().enumerate() {
        let (id, name) = named(page, facet, option);
        let ticked = chosen.iter().any(|chosen| chosen == id);
        if rank >= most && !ticked {
            continue;
        }
        let mut data_key = String::from(key);
        data_key.push(':');
        data_key.push_str(id);
        let checked = if ticked { ("checked", "") } else { ("", "") };
        // One that would leave nothing stays where it is, so that it can be ticked off without losing one's place.
        html.put(
            r#"<label class="{}"><input type="checkbox" data-facet="{}" value="{}" data-key="{}""#,
            &[if n == 0 { "idle" } else { "" }, facet.name(), id, &data_key],
        )
        .attribute(checked)
        .raw(">");
        html.told("<span", name, "</span>");
        html.text(" ").put(r#"<span class="n">{}</span></label>"#, &[&count_text(page, n as usize)]);
    }
    html.raw("</fieldset></details>");
}

/// The options of a facet, the most frequent first; equal ones in the order of the file.
fn by_count(counts: &[u32]) -> Vec<(usize, u32)> {
    let mut options: Vec<(usize, u32)> = counts.iter().copied().enumerate().collect();
    order::sort_by(&mut options, |a, b| b.1.cmp(&a.1));
    options
}

fn named<'a>(page: Page<'a>, facet: Facet, option: usize) -> (&'a str, Resolved<'a>) {
    let dataset = page.dataset;
    match facet {
        Facet::By => (&dataset.speakers[option].id, page.text(&dataset.speakers[option].name)),
        Facet::Topic => (&dataset.topics[option].id, page.text(&dataset.topics[option].name)),
        Facet::Place => (&dataset.places[option].id, page.text(&dataset.places[option].name)),
        Facet::Source => (&dataset.sources[option].id, page.text(&dataset.sources[option].title)),
        Facet::Measure => (&dataset.measures[option].id, page.text(&dataset.measures[option].name)),
        Facet::Kind => {
            let kind = Kind::ALL[option];
            (kind.name(), Resolved { text: page.say(kind_key(kind)), lang: None })
        }
    }
}
