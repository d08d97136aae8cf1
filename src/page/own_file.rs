//! The file that a reader brought: the way to bring one, whether it is shown, and what `factline check` says of it.
//!
//! It refuses to know how the file came here. Problems are told in the words of the command, which are English.

use crate::dataset::{Counts, Located, Severity};
use crate::i18n::Messages;

use super::Html;

/// Whose facts a page shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Whose {
    /// Those of the site, or of an address.
    #[default]
    Site,
    /// Those of a file that the reader brought: no address leads to them, in no language.
    Reader,
}

/// A file that was brought, and what was found in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnFile {
    /// Its name.
    pub name: String,
    /// Whether the page shows it.
    pub is_shown: bool,
    /// What is wrong with it.
    pub problems: Vec<Located>,
    /// How much of what.
    pub counts: Counts,
}

/// So many problems are listed: more than anybody mends before reading the file again, and few enough for a phone.
const MOST: usize = 500;

/// What the page says of the file. `back` is the query of the address that leads to the site's own facts.
pub fn own_file(messages: &Messages, file: &OwnFile, back: &str) -> Html {
    let mut html = Html::new();
    let name = ("name", file.name.as_str());
    html.put(
        r#"<section class="own-file" id="own-file" tabindex="-1" aria-labelledby="own-title"><h2 id="own-title">{}</h2>"#,
        &[&messages.fill("own-title", &[name])],
    );
    if file.is_shown {
        html.put(
            r#"<p>{} <a href="{}">{}</a></p>"#,
            &[messages.get("own-shown"), &["?", back].concat(), messages.get("own-back")],
        );
    } else {
        html.put("<p>{}</p>", &[messages.get("own-not-shown")]);
    }
    let counts = file.counts.to_string();
    if file.problems.is_empty() {
        html.put(r#"<p lang="en">{}</p>"#, &[&counts]);
    } else {
        html.raw(r#"<details class="fold" data-key="own-problems""#);
        html.attribute(if file.counts.n_errors > 0 { ("open", "") } else { ("", "") });
        html.put(r#"><summary lang="en">{}</summary><ul class="problems" lang="en" tabindex="0" aria-labelledby="own-title">"#, &[&counts]);
        problems(&mut html, file);
        html.raw("</ul></details>");
    }
    html.raw("</section>");
    html
}

/// The lines of `factline check`, what cannot be shown before what only could be better.
fn problems(html: &mut Html, file: &OwnFile) {
    let of = |severity| file.problems.iter().filter(move |problem| problem.issue.severity == severity);
    for problem in of(Severity::Error).chain(of(Severity::Warning)).take(MOST) {
        let [place, severity, told] = problem.parts(&file.name);
        html.put(r#"<li class="{}"><code>{}</code> "#, &[problem.issue.severity.name(), &place]);
        html.put("<b>{}</b> {}</li>", &[&severity, &told]);
    }
    if let Some(n_more) = file.problems.len().checked_sub(MOST).filter(|&n| n > 0) {
        html.put("<li>and {} more, which `factline check` lists</li>", &[&n_more.to_string()]);
    }
}

/// The way to bring a file: choosing one, or dropping it on the page. Where scripts are off there is none.
pub(super) fn opener(html: &mut Html, messages: &Messages) {
    html.put(
        r#"<dt class="needs-app">{}</dt><dd class="needs-app"><label class="opener"><input type="file" class="hidden" id="own-input" accept=".json,.csv,.tsv">{}</label>"#,
        &[messages.get("own-check"), messages.get("own-open")],
    );
    html.put(
        r#"<p class="quiet">{}</p><p class="drop-here">{}</p></dd>"#,
        &[messages.get("own-note"), messages.get("own-drop")],
    );
}

#[cfg(test)]
mod tests {
    use super::{MOST, OwnFile, own_file};
    use crate::dataset::{Examined, examine};
    use crate::i18n::Messages;

    fn told(name: &str, text: &str) -> (String, Examined) {
        let examined = examine(name, text.as_bytes());
        let file = OwnFile {
            name: name.to_owned(),
            is_shown: examined.dataset.is_some(),
            problems: examined.problems.clone(),
            counts: examined.counts,
        };
        let messages = Messages::parse("en", include_str!("../../messages/en.json"));
        (own_file(&messages.unwrap_or_else(|_| Messages::empty("en")), &file, "theme=dark").into_string(), examined)
    }

    fn sound_with(facts: &str) -> String {
        ["{\"factline\":1,\"title\":\"T\",\"sources\":[{\"id\":\"s\",\"title\":\"S\"}],\"facts\":[", facts, "]}"]
            .concat()
    }

    #[test]
    fn what_is_no_file_of_facts_is_told_and_offers_no_way_back() {
        let (html, _) = told("<a>.json", "");
        assert!(html.contains("<code>&lt;a&gt;.json:1:1:</code> <b>error:</b>"), "{html}");
        assert!(html.contains("<details class=\"fold\" data-key=\"own-problems\" open=\"\">"), "{html}");
        assert!(!html.contains("href"), "{html}");
    }

    #[test]
    fn a_file_without_problems_is_counted_and_can_be_left() {
        let (html, examined) = told("a.json", &sound_with(r#"{"id":"a","text":"A","source":"s","by_role":"B"}"#));
        assert_eq!(examined.problems, []);
        assert!(html.contains("<p lang=\"en\">1 facts, 0 errors, 0 warnings</p>"), "{html}");
        assert!(html.contains("href=\"?theme=dark\"") && !html.contains("<details"), "{html}");
    }

    #[test]
    fn errors_come_before_warnings_and_each_is_a_line_of_the_command() {
        let facts = r#"{"id":"a","text":"A","source":"s"},{"id":"b","text":"B","source":"x","by_role":"B"}"#;
        let (html, examined) = told("a.json", &sound_with(facts));
        assert_eq!((examined.counts.n_errors, examined.counts.n_warnings), (1, 1), "{html}");
        assert!(html.find("class=\"error\"") < html.find("class=\"warning\""), "{html}");
        let plain = ["<code>", "</code>", "<b>", "</b>"].iter().fold(html, |text, tag| text.replace(tag, ""));
        for problem in &examined.problems {
            let line = problem.parts("a.json").join(" ").replace('"', "&quot;");
            assert!(plain.contains(&[">", &line, "</li>"].concat()), "{line} in {plain}");
        }
    }

    #[test]
    fn warnings_alone_are_folded() {
        let (html, _) = told("a.json", &sound_with(r#"{"id":"a","text":"A","source":"s"}"#));
        assert!(html.contains("data-key=\"own-problems\"><summary"), "{html}");
    }

    #[test]
    fn of_very_many_problems_the_first_are_listed_and_the_others_counted() {
        let row = |n: usize| format!(r#"{{"id":"a{n}","text":"A","source":"x","by_role":"B"}}"#);
        let facts: Vec<String> = (0..MOST + 7).map(row).collect();
        let (html, examined) = told("a.json", &sound_with(&facts.join(",")));
        assert!(examined.counts.n_errors >= MOST + 7);
        assert_eq!(html.matches("class=\"error\"").count(), MOST);
        assert!(
            html.contains(&format!("and {} more", examined.problems.len() - MOST)),
            "{}",
            &html[html.len() - 200..]
        );
    }
}
