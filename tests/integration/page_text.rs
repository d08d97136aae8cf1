//! The page as text, on the bundled facts: everything is said, nothing twice, and the markup closes what it opens.

#![expect(clippy::unwrap_used, reason = "a test that finds nothing to look at has failed")]

use factline::dataset::Dataset;
use factline::fact::{Axis, Fact, Formula, Key};
use factline::figures::histories;
use factline::i18n::Messages;
use factline::page::{self, Drawn, Fit, Html, Manner, Outline, Page, Shown, Telling, Whose};
use factline::query::{Index, Sort, facets, sorted};
use factline::view_state::{Form, ViewState, Window};

use crate::{BUNDLED, LANGUAGES};

fn dataset() -> Dataset {
    Dataset::read(BUNDLED).dataset.unwrap()
}

/// Does something with the page in each language.
fn in_each_language(mut check: impl FnMut(Page<'_>)) {
    let dataset = dataset();
    for (lang, json) in LANGUAGES {
        let messages = Messages::parse(lang, json).unwrap();
        check(Page { dataset: &dataset, messages: &messages, lang, base: "" });
    }
}

fn all(page: Page<'_>) -> Vec<Key<Fact>> {
    let keys: Vec<_> = page.dataset.fact_keys().collect();
    sorted(page.dataset, &keys, Sort::Happened)
}

/// What stands on the axis of what happened.
fn drawn(page: Page<'_>, outline: &Outline) -> Drawn {
    page::drawn(outline, &page::ground(outline, Axis::Happened, None, &all(page)), None)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Every element that is opened is closed in turn; elements without content are known.
#[track_caller]
fn assert_balanced(html: &str) {
    const VOID: [&str; 4] = ["input", "br", "meta", "link"];
    let mut open: Vec<&str> = Vec::new();
    for tag in html.split('<').skip(1) {
        let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "in …<{}", &tag[..tag.len().min(60)]);
        } else if !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert_eq!(open, [""; 0]);
}

fn first_window(page: Page<'_>) -> Window {
    let span = page.dataset.chapters[0].when.span();
    Window { start_day: span.start.unwrap().days(), end_day: span.end.unwrap().days() }
}

#[test]
fn every_region_closes_what_it_opens_in_every_language() {
    in_each_language(|page| {
        let shown = Shown::first(all(page), 50, page.dataset.facts.len());
        let outline = page::outline(page);
        let telling = Telling { outline: &outline, words: &page, messages: page.messages };
        let drawn = page::drawn(&outline, &page::ground(&outline, Axis::Happened, None, &shown.matches), None);
        let laid = page::lay(&drawn, first_window(page), &Manner::default());
        let index = Index::of(page.dataset, page.lang);
        let view = ViewState::default();
        let selected = shown.matches.first().copied();
        for html in [
            page::masthead(page),
            page::pickers(page, Whose::Site, &view),
            page::cards(page),
            page::controls(page, Axis::Said, None, first_window(page)),
            page::drawing(telling, &drawn, &laid, selected),
            page::overview(telling, &drawn, laid.window),
            page::edges(telling, &drawn, &laid),
            page::legend(telling, &drawn, &laid),
            page::side(telling, None, selected),
            page::key_help(page),
            page::measures(page),
            page::sections(page),
            page::search(page),
            page::facets(page, &view.filter, None),
            page::facets(page, &view.filter, Some(&facets(&index, page.dataset, &view.filter))),
            page::entries(page, (Sort::Happened, Form::List), &shown),
            page::entries(page, (Sort::Happened, Form::Table), &shown),
            page::method(page, Whose::Site),
        ] {
            assert_balanced(html.as_str());
        }
    });
}

#[test]
fn no_entry_is_found_is_said_with_the_way_back() {
    in_each_language(|page| {
        let shown = Shown::first(Vec::new(), 50, page.dataset.facts.len());
        let html = page::entries(page, (Sort::Happened, Form::List), &shown);
        assert!(html.as_str().contains(page.say("entries-none")) && html.as_str().contains("data-do=\"clear\""));
    });
}

#[test]
fn every_entry_stands_in_the_list_once_with_its_text_speaker_source_and_link() {
    in_each_language(|page| {
        let shown = Shown::first(all(page), 50, page.dataset.facts.len());
        let list = page::entries(page, (Sort::Happened, Form::List), &shown).into_string();
        for fact in &page.dataset.facts {
            let anchor = format!("id=\"fact-{}\"", fact.id);
            assert_eq!(list.matches(&anchor).count(), 1, "{}", fact.id);
            let entry = list.split(&anchor).nth(1).unwrap().split("</article>").next().unwrap();
            let source = &page.dataset[fact.source];
            let speaker = &page.dataset[fact.by.unwrap()];
            for said in [page.plain(&fact.text), page.plain(&source.title), page.plain(&speaker.name)] {
                assert!(entry.contains(&escaped(said)), "{} lacks {said:?}", fact.id);
            }
            assert!(entry.contains(&format!("?fact={0}#fact-{0}", fact.id)), "{}", fact.id);
            assert!(source.url.as_ref().is_none_or(|url| entry.contains(&escaped(url))), "{}", fact.id);
        }
    });
}

#[test]
fn every_number_on_a_card_is_a_way_to_its_evidence() {
    in_each_language(|page| {
        let cards = page::cards(page).into_string();
        for card in &page.dataset.cards {
            let start = format!("data-card=\"{}\"", card.id);
            let card_text = cards.split(&start).nth(1).unwrap().split("</article>").next().unwrap();
            assert!(card_text.contains(&escaped(page.plain(card.note.as_ref().unwrap()))), "{}", card.id);
            for key in card.groups.iter().flat_map(|group| &group.facts) {
                let link = format!("data-fact=\"{}\"", page.fact(*key).id);
                assert!(card_text.contains(&link), "{} lacks {link}", card.id);
            }
        }
    });
}

#[test]
fn no_card_divides_one_thing_by_another() {
    in_each_language(|page| {
        let cards = page::cards(page).into_string();
        let rates = page.dataset.derived.iter().filter(|derived| matches!(derived.formula, Formula::Rate { .. }));
        let names: Vec<_> = rates.map(|derived| escaped(page.plain(&derived.name))).collect();
        assert!(!names.is_empty() && names.iter().all(|name| !cards.contains(name)), "{names:?}");
    });
}

#[test]
fn officials_quoted_by_another_body_are_said_to_be_quoted() {
    in_each_language(|page| {
        let cards = page::cards(page).into_string();
        for id in ["deaths-241-ngo-citing-gpo", "detained-9900"] {
            let fact = page.fact(page.dataset.fact_by_id(id).unwrap());
            let by = page.plain(&page.dataset[fact.by.unwrap()].name);
            let via = page.plain(fact.via.as_ref().unwrap());
            let words = page.messages.fill("quoted-by", &[("who", by), ("via", via)]);
            assert!(cards.contains(&escaped(&words)), "{id} lacks {words:?}");
        }
    });
}

#[test]
fn each_claim_is_drawn_once_or_stands_on_the_shelf_or_outside() {
    in_each_language(|page| {
        for axis in [Axis::Happened, Axis::Said] {
            let matches = all(page);
            let outline = page::outline(page);
            let telling = Telling { outline: &outline, words: &page, messages: page.messages };
            let drawn = page::drawn(&outline, &page::ground(&outline, axis, None, &matches), None);
            let laid = page::lay(&drawn, first_window(page), &Manner::default());
            let repeats = page.dataset.facts.iter().filter(|fact| fact.repeats.is_some()).count();
            assert_eq!(drawn.in_time.len() + drawn.aside.len() + repeats, matches.len());
            for layout in [&laid.medium, &laid.large] {
                let clustered: u32 = layout.clusters.iter().map(|cluster| cluster.n_items).sum();
                let binned: u32 = layout.bins.iter().map(|bin| bin.n_items).sum();
                let inside = layout.marks.len() as u32 + clustered + binned + layout.shelf.n_items;
                assert_eq!(inside + layout.n_before + layout.n_after, drawn.in_time.len() as u32);
            }
            let html = page::drawing(telling, &drawn, &laid, None).into_string();
            for mark in &laid.large.marks {
                let link = format!("data-fact=\"{}\"", page.fact(drawn.facts[mark.item as usize]).id);
                assert_eq!(html.matches(&link).count(), 1, "{link}");
            }
        }
    });
}

#[test]
fn the_story_opens_on_its_first_days_and_not_on_a_claim_about_a_year() {
    in_each_language(|page| {
        let first = page.fact(all(page)[0]);
        assert_eq!(first.when.unwrap().earliest_day(), page.dataset.chapters[0].when.earliest_day(), "{}", first.id);
    });
}

#[test]
fn a_withdrawn_number_never_stands_without_saying_so() {
    in_each_language(|page| {
        let withdrawn: Vec<_> = page.dataset.fact_keys().filter(|key| page.fact(*key).withdrawn.is_some()).collect();
        assert!(!withdrawn.is_empty());
        for key in withdrawn {
            let html = page::evidence(page, key).into_string();
            assert!(html.contains(page.say("ev-withdrawn")) && html.contains("mk-w"), "{}", page.fact(key).id);
        }
    });
}

#[test]
fn what_the_parts_leave_of_their_whole_is_empty_squares_and_parts_are_hatched_in_it() {
    in_each_language(|page| {
        let cards = page::cards(page).into_string();
        let card = |id: &str| {
            cards.split(&format!("data-card=\"{id}\"")).nth(1).unwrap().split("</article>").next().unwrap().to_owned()
        };
        let squares = card("how-the-dead-were-sorted");
        let rest = |n: &str, all: &str| {
            let words = page.messages.fill("squares-rest", &[("all", all)]);
            squares.contains(&format!("<b>{n}</b> <span>{words}"))
        };
        let all = page.dataset.fact_by_id("deaths-238-list").map(|key| page.fact(key)).unwrap();
        let unit = &page.dataset[page.dataset[all.measure.unwrap()].unit];
        let form = unit.forms(page.lang).unwrap().form(factline::i18n::plural_category("238", page.locale()).tag());
        let all = form.replace("{n}", "238").replace("238 ", "238\u{a0}");
        // 238 − 149 − 20 − 19 − 6, and 238 − 142 − 67 − 4 − 19.
        assert!(rest("44", &all) && rest("6", &all), "{all} {squares}");
        assert!(squares.contains(">142</span>") && squares.contains(">67</span>"), "both large");
        let bars = card("cases-and-people");
        // The police's share, the open cases, the convicted, and the sentences reduced.
        assert_eq!(bars.matches("class=\"bar part\"").count(), 4);
    });
}

#[test]
fn whose_voices_are_missing_is_said_beside_the_voices_and_in_the_method() {
    in_each_language(|page| {
        let unheard = escaped(page.plain(page.dataset.unheard.as_ref().unwrap()));
        for html in [page::masthead(page), page::method(page, Whose::Site)] {
            assert_eq!(html.as_str().matches(&unheard).count(), 1);
        }
    });
}

#[test]
fn how_a_number_changed_tells_every_claim_of_a_measure_and_every_report_of_it() {
    in_each_language(|page| {
        let html = page::measures(page).into_string();
        let told = histories(page.dataset);
        assert_eq!(html.matches("<article").count(), told.len());
        for (measure, claims) in told {
            let start = format!("data-measure=\"{}\"", page.dataset[measure].id);
            let part = html.split(&start).nth(1).unwrap().split("</article>").next().unwrap();
            assert_eq!(part.matches("<li class=\"claim\"").count(), claims.len(), "{start}");
            for fact in page.dataset.facts_of(measure) {
                assert!(part.contains(&format!("data-fact=\"{}\"", page.fact(fact).id)), "{start}");
            }
        }
    });
}

#[test]
fn a_page_of_many_facts_tells_no_history_of_thousands_of_claims() {
    let (lang, json) = LANGUAGES[0];
    let messages = Messages::parse(lang, json).unwrap();
    let claims = |measure: &str, n: usize| -> String {
        let claim =
            |at| format!(r#",{{"id":"{measure}-{at}","text":"{at}","source":"s","measure":"{measure}","value":{at}}}"#);
        (0..n).map(claim).collect()
    };
    let shown = |n_many: usize| {
        let facts = claims("many", n_many) + &claims("few", 3);
        let file = format!(
            r#"{{"factline":1,"title":"T","sources":[{{"id":"s","title":"S"}}],
            "units":[{{"id":"u","name":{{"en":{{"one":"{{n}} one","other":"{{n}} ones"}}}}}}],
            "measures":[{{"id":"many","name":"M","unit":"u"}},{{"id":"few","name":"F","unit":"u"}}],
            "facts":[{}]}}"#,
            &facts[1..],
        );
        let dataset = Dataset::read(&file).dataset.unwrap();
        let page = Page { dataset: &dataset, messages: &messages, lang, base: "" };
        let html = page::measures(page).into_string();
        ["many", "few"].map(|id| html.contains(&format!("data-measure=\"{id}\"")))
    };
    assert_eq!(shown(0), [false, true]);
    assert_eq!(shown(900), [true, true]);
    assert_eq!(shown(1000), [false, true]);
}

#[test]
fn a_text_in_another_language_says_which() {
    let file = r#"{"factline":1,"title":{"en":"T","ru":"Т"},"languages":["en","ru"],"sources":[{"id":"s","title":"S"}],
        "facts":[{"id":"f","source":"s","text":{"en":"Only English"}}]}"#;
    let dataset = Dataset::read(file).dataset.unwrap();
    let (lang, json) = LANGUAGES[1];
    let messages = Messages::parse(lang, json).unwrap();
    let page = Page { dataset: &dataset, messages: &messages, lang, base: "../" };
    let html = page::evidence(page, dataset.fact_keys().next().unwrap()).into_string();
    assert!(html.contains("<p class=\"entry-text\" lang=\"en\">Only English</p>"), "{html}");
}

#[test]
fn the_count_of_entries_is_formed_in_each_language() {
    let mut said = Vec::new();
    in_each_language(|page| said.push(page::status(page, 1, 149)));
    assert!(said.iter().all(|text| text.contains('1') && text.contains("149")), "{said:?}");
}

#[test]
fn a_correction_stands_with_its_fact_and_in_the_method() {
    let mut file: serde_json::Value = serde_json::from_str(BUNDLED).unwrap();
    let of = dataset().facts[3].id.clone();
    let corrections = [
        serde_json::json!({"date": "2023-03-05", "fact": &of, "field": "value", "was": 8, "now": 9, "why": "A & B"}),
        serde_json::json!({"date": "2023-03-06", "fact": &of, "field": "note", "was": "", "now": {"en": "New", "ru": "Новое"},
            "why": {"en": "It was missing.", "ru": "Её не было."}}),
    ];
    file["corrections"] = corrections.to_vec().into();
    let dataset = Dataset::read(&file.to_string()).dataset.unwrap();
    assert_eq!(dataset.corrections.len(), 2);
    let [en, ru] = [LANGUAGES[0], LANGUAGES[1]].map(|(lang, json)| (lang, Messages::parse(lang, json).unwrap()));
    let page = |(lang, messages)| Page { dataset: &dataset, messages, lang, base: "" };
    let told = "5 March 2023: value, <s>8</s> → <span>9</span>. <span>A &amp; B</span>";
    let (en, ru) = (page((en.0, &en.1)), page((ru.0, &ru.1)));
    let key = dataset.fact_by_id(&of).unwrap();
    let other = dataset.fact_by_id(&dataset.facts[4].id).unwrap();
    for html in [page::evidence(en, key), page::method(en, Whose::Site)].map(Html::into_string) {
        // Dates are kept in one piece.
        assert!(html.replace('\u{a0}', " ").contains(told), "{html}");
        assert_balanced(&html);
    }
    assert!(!page::evidence(en, other).into_string().contains("<s>8</s>"));
    assert!(page::method(ru, Whose::Site).into_string().contains("<span>Новое</span>. <span>Её не было.</span>"));
    assert!(page::method(ru, Whose::Site).into_string().contains(&format!("<code>{of}</code>")));
}

#[test]
fn content_says_its_language_where_the_interface_speaks_another_one() {
    let file = r#"{"factline":1,"title":{"ar":"عنوان"},"languages":["ar"],"sources":[{"id":"s","title":{"ar":"مصدر"}}],
        "tracks":[{"id":"t","name":{"ar":"مسار"}}],"speakers":[{"id":"w","name":{"ar":"كاتب"}}],
        "facts":[{"id":"f","source":"s","by":"w","track":"t","when":"2022-01-05","label":{"ar":"قصير"},
            "text":{"ar":"نص"}}]}"#;
    let dataset = Dataset::read(file).dataset.unwrap();
    let messages = Messages::parse("en", LANGUAGES[0].1).unwrap();
    let page = Page { dataset: &dataset, messages: &messages, lang: "ar", base: "" };
    let outline = page::outline(page);
    let telling = Telling { outline: &outline, words: &page, messages: &messages };
    let drawn = drawn(page, &outline);
    let laid = page::lay(&drawn, Window { start_day: 18_990.0, end_day: 19_000.0 }, &Manner::default());
    let drawing = page::drawing(telling, &drawn, &laid, None).into_string();
    let shown = Shown::first(all(page), 50, 1);
    let list = page::entries(page, (Sort::Happened, Form::List), &shown).into_string();
    for (html, words) in [(&drawing, "قصير"), (&drawing, "مسار"), (&list, "نص"), (&list, "كاتب"), (&list, "مصدر")]
    {
        for (at, _) in html.match_indices(words) {
            let tag = html[..at].rfind('<').map(|from| &html[from..at]).unwrap();
            assert!(tag.contains(r#"lang="ar""#), "{tag}{words}");
        }
    }
    assert!(!list.contains(r#"lang="en""#), "what is around it says that already");
}

/// So many facts of one week on each of several tracks.
fn crowded(n_tracks: usize, n_each: usize) -> String {
    let tracks: Vec<String> = (0..n_tracks).map(|track| format!(r#"{{"id": "t-{track}", "name": "T"}}"#)).collect();
    let facts = (0..n_tracks * n_each).map(|at| {
        let (track, day) = (at % n_tracks, 1 + at / n_tracks % 7);
        format!(
            r#"{{"id": "f-{at}", "text": "X", "label": "Words of fact {at}", "source": "s", "track": "t-{track}",
                "when": "2022-01-0{day}"}}"#
        )
    });
    format!(
        r#"{{"factline": 1, "title": "T", "sources": [{{"id": "s", "title": "S"}}], "tracks": [{}], "facts": [{}]}}"#,
        tracks.join(", "),
        facts.collect::<Vec<_>>().join(", ")
    )
}

#[test]
fn the_more_tracks_there_are_the_fewer_lanes_each_has() {
    for (n_tracks, n_each, most) in
        [(1, 30, 12), (3, 30, 12), (4, 30, 9), (6, 30, 6), (12, 10, 3), (16, 10, 3), (24, 10, 3)]
    {
        let dataset = Dataset::read(&crowded(n_tracks, n_each)).dataset.unwrap();
        let messages = Messages::parse("en", LANGUAGES[0].1).unwrap();
        let page = Page { dataset: &dataset, messages: &messages, lang: "en", base: "" };
        let outline = page::outline(page);
        let drawn = drawn(page, &outline);
        let week = Window { start_day: 18_993.0, end_day: 19_000.0 };
        let laid = page::lay(&drawn, week, &Manner::default());
        for layout in laid.layouts() {
            let mut lanes = vec![std::collections::BTreeSet::new(); n_tracks];
            for mark in &layout.marks {
                lanes[usize::from(drawn.index.items()[mark.item as usize].track)].insert(mark.top_px as i64);
            }
            let n_most = lanes.iter().map(std::collections::BTreeSet::len).max();
            assert_eq!(n_most, Some(most), "{n_tracks} tracks");
        }
    }
}

#[test]
fn on_a_known_screen_the_same_marks_are_written_with_one_place() {
    let dataset = Dataset::read(BUNDLED).dataset.unwrap();
    let messages = Messages::parse("en", LANGUAGES[0].1).unwrap();
    let page = Page { dataset: &dataset, messages: &messages, lang: "en", base: "" };
    let outline = page::outline(page);
    let telling = Telling { outline: &outline, words: &page, messages: &messages };
    let drawn = drawn(page, &outline);
    let window = outline.chapters[0].window.unwrap();
    let draw = |fit| {
        let laid = page::lay(&drawn, window, &Manner { fit, ..Manner::default() });
        let html = page::drawing(telling, &drawn, &laid, None).into_string();
        assert_balanced(&html);
        let n_marks = laid.main().marks.len();
        assert!(n_marks > 10);
        (html, n_marks)
    };
    let (any, n_any) = draw(Fit::Any);
    assert!(any.matches("--lx:").count() == n_any && any.contains("--mx:") && any.contains("class=\"when\""));
    for fit in [Fit::Medium, Fit::Large] {
        let (html, n_marks) = draw(fit);
        assert_eq!(html.matches("class=\"tm-a\"").count(), n_marks, "{fit:?}");
        for mark in html.split("<li class=\"tm ").skip(1) {
            assert!(mark.split('>').next().unwrap().contains("style=\"left:"), "{fit:?}: {mark:.80}");
        }
        for other in ["--mx:", "--lx:", "class=\"when\"", "class=\"tl-day\""] {
            assert!(!html.contains(other), "{fit:?} has {other}");
        }
    }
    let (list, _) = draw(Fit::List);
    assert!(list.contains("class=\"when\"") && list.contains("class=\"tl-day\""));
    assert!(!list.contains("--mx:") && !list.contains("style=\"left:") && !list.contains("class=\"ext\""));
}

#[test]
fn an_entry_is_found_in_the_text_of_a_plain_page() {
    let dataset = Dataset::read(BUNDLED).dataset.unwrap();
    let messages = Messages::parse("en", LANGUAGES[0].1).unwrap();
    let page = Page { dataset: &dataset, messages: &messages, lang: "en", base: "" };
    let plain = page::plain_entries(page, &all(page)).into_string();
    for fact in &dataset.facts {
        let entry = page::entry_in(&plain, &fact.id).unwrap();
        assert!(entry.starts_with("<article ") && entry.ends_with("</article>"), "{}", fact.id);
        assert_balanced(entry);
        assert_eq!(entry.matches("class=\"ev-more\"").count(), 1, "{}", fact.id);
        assert!(entry.contains(&format!("data-permalink=\"{}\"", fact.id)), "{}", fact.id);
    }
    for (text, id) in [(plain.as_str(), "no-such-fact"), ("", "f"), ("<article class=\"entry\" id=\"fact-f\"", "f")] {
        assert_eq!(page::entry_in(text, id), None, "{id}");
    }
}
