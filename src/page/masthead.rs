//! The masthead: title, summary, who speaks here, and the pickers of language and theme.

use crate::figures::coverage;
use crate::i18n::Messages;
use crate::view_state::{Notice, Theme, ViewState, encode};

use super::attribution::count_text;
use super::{Html, Page, Whose};

/// Title, summary and the voices with their counts.
pub fn masthead(page: Page<'_>) -> Html {
    let mut html = Html::new();
    html.raw(r#"<div class="masthead-text">"#);
    html.told("<h1", page.text(&page.dataset.title), "</h1>");
    if let Some(summary) = &page.dataset.summary {
        html.told(r#"<p class="summary""#, page.text(summary), "</p>");
    }
    // The default language is the one the texts were written in; the others are translations.
    if page.lang != page.dataset.default_language() && page.reviewed_on().is_none() {
        html.put(r#"<p class="unreviewed">{}</p>"#, &[page.say("unreviewed")]);
    }
    jump(&mut html, page);
    html.raw("</div>");
    voices(&mut html, page);
    html
}

fn jump(html: &mut Html, page: Page<'_>) {
    html.put(r#"<nav class="jump" aria-label="{}">"#, &[page.say("jump-label")]);
    let mut link = |target: &str, text: crate::i18n::Resolved<'_>| {
        html.put(r#"<a href="{}""#, &[target]).told("", text, "</a>");
    };
    let own = |key| crate::i18n::Resolved { text: page.say(key), lang: None };
    if !page.dataset.cards.is_empty() {
        link("#cards", own("cards-title"));
    }
    link("#timeline", own("timeline-title"));
    for section in &page.dataset.sections {
        let mut target = String::from("#section-");
        target.push_str(&section.id);
        link(&target, page.text(&section.title));
    }
    if !page.dataset.questions.is_empty() {
        link("#questions", own("questions-title"));
    }
    link("#entries", own("entries-title"));
    link("#method", own("method-title"));
    html.raw("</nav>");
}

/// Whose words these are: every page that counts voices says whose are missing.
fn voices(html: &mut Html, page: Page<'_>) {
    if page.dataset.voices.is_empty() {
        return;
    }
    let coverage = coverage(page.dataset, &page.dataset.fact_keys().collect::<Vec<_>>());
    html.put(
        r#"<aside class="voices" aria-labelledby="voices-title"><h2 id="voices-title">{}</h2><ul>"#,
        &[page.say("voices-title")],
    );
    for (at, voice) in page.dataset.voices.iter().enumerate() {
        let n = coverage.n_by_voice.get(at).copied().unwrap_or(0);
        let mut class = String::from("mk mk-");
        class.push_str(&at.min(5).to_string());
        html.put(r#"<li><span class="{}" aria-hidden="true"></span>"#, &[&class]);
        html.told(r#"<span class="voice-name""#, page.text(&voice.name), "</span>");
        html.put(r#"<span class="n">{}</span></li>"#, &[&count_text(page, n)]);
    }
    html.raw("</ul>");
    if let Some(unheard) = &page.dataset.unheard {
        html.told(r#"<p class="unheard""#, page.text(unheard), "</p>");
    }
    html.put(r#"<p class="quiet">{}</p></aside>"#, &[page.say("voices-note")]);
}

/// Language as links that keep the view, theme as buttons, and the address to copy. A file that the reader brought has
/// neither an address nor pages in other languages.
pub fn pickers(page: Page<'_>, whose: Whose, state: &ViewState) -> Html {
    let mut html = Html::new();
    let query = encode(state);
    if page.dataset.languages.len() > 1 && whose == Whose::Site {
        html.put(r#"<nav class="languages" aria-label="{}">"#, &[page.say("language-label")]);
        for (at, lang) in page.dataset.languages.iter().enumerate() {
            let mut href = String::from(if page.base.is_empty() { "./" } else { page.base });
            if at > 0 {
                href.push_str(lang);
                href.push('/');
            }
            if !query.is_empty() {
                href.push('?');
                href.push_str(&query);
            }
            let current = if lang == page.lang { ("aria-current", "page") } else { ("", "") };
            let name = language_name(lang);
            html.put(r#"<a href="{}" lang="{}" hreflang="{}" data-key="{}""#, &[&href, lang, lang, lang])
                .attribute(current)
                .put(">{}</a>", &[name]);
        }
        html.raw("</nav>");
    }
    html.put(r#"<div class="switch needs-app" role="group" aria-label="{}">"#, &[page.say("theme-label")]);
    for (theme, name, key) in [
        (Theme::Auto, "auto", "theme-auto"),
        (Theme::Light, "light", "theme-light"),
        (Theme::Dark, "dark", "theme-dark"),
    ] {
        let pressed = if state.theme == theme { "true" } else { "false" };
        html.put(
            r#"<button type="button" data-theme-to="{}" data-key="{}" aria-pressed="{}">{}</button>"#,
            &[name, name, pressed, page.say(key)],
        );
    }
    html.raw("</div>");
    if whose == Whose::Site {
        html.put(
            r#"<button type="button" class="needs-app" data-do="share" data-key="share">{}</button>"#,
            &[page.say("share")],
        );
    }
    html
}

/// The name of a language in itself, where we know it; else its tag.
pub fn language_name(tag: &str) -> &str {
    const NAMES: [(&str, &str); 14] = [
        ("en", "English"),
        ("ru", "Русский"),
        ("kk", "Қазақша"),
        ("ar", "العربية"),
        ("de", "Deutsch"),
        ("es", "Español"),
        ("fa", "فارسی"),
        ("fr", "Français"),
        ("he", "עברית"),
        ("it", "Italiano"),
        ("ky", "Кыргызча"),
        ("tr", "Türkçe"),
        ("uk", "Українська"),
        ("uz", "Oʻzbekcha"),
    ];
    NAMES.iter().find(|(known, _)| *known == tag).map_or(tag, |(_, name)| *name)
}

/// What of the address was not understood, or could not be shown.
pub fn notices(messages: &Messages, notices: &[Notice]) -> Html {
    let mut html = Html::new();
    for notice in notices {
        let text = messages.fill(notice.key, &[("name", &notice.name), ("value", &notice.value)]);
        html.put(r#"<p class="notice">{}</p>"#, &[&text]);
    }
    html
}
