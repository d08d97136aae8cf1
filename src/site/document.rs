//! The pages: the app's own index.html with its content in it, a page a language.

use std::sync::Arc;

use crate::i18n::direction_of;
use crate::page::{Html, Page, WHOLE_UP_TO, plain_page};
use crate::state::Model;

use super::listing::{listings, n_listings};
use super::prerender::content;
use super::{AppFiles, Pages, SiteError};

/// The app's page, with its style written into it.
#[derive(Debug)]
pub struct Template {
    html: String,
    assets: Vec<&'static str>,
    /// The script that draws everything, loaded on use.
    draw: &'static str,
    style: &'static str,
}

/// Where a page stands.
#[derive(Debug, Clone)]
pub struct Place<'a> {
    /// Its language.
    pub lang: &'a str,
    /// Whether it is the site's first page.
    pub is_default: bool,
    /// What the app loads to show it, where the page and its plain pages hold all entries.
    pub data_name: Option<String>,
    /// The offsets of its hours, for the module that draws from a file that has only zones.
    pub offsets: &'a str,
    /// The address of the site.
    pub url: Option<&'a str>,
}

impl Place<'_> {
    /// The way from the page to the site's root.
    pub fn base(&self) -> &'static str {
        if self.is_default { "" } else { "../" }
    }

    fn folder(&self) -> String {
        if self.is_default { String::new() } else { [self.lang, "/"].concat() }
    }
}

const ROOT: &str = "<div id=\"app\"></div>";
const STYLE: &str = "<link rel=\"stylesheet\" href=\"./first.css\">";
const TITLE: &str = "<title>Factline</title>";
const HTML: &str = "<html lang=\"en\" data-app=\"static\" data-messages=\"en\">";

impl Template {
    /// Takes the app's page apart.
    ///
    /// # Errors
    /// When a place that the build fills in is missing: the page was changed without the build.
    pub fn of(app: &AppFiles) -> Result<Self, SiteError> {
        let html = app.text("index.html").ok_or(SiteError::NoApp)?.to_owned();
        let style = app.text("first.css").ok_or(SiteError::Template("its style, first.css"))?;
        for (part, name) in [
            (ROOT, "an empty element \"app\""),
            (STYLE, "a link to ./first.css"),
            (TITLE, "its title"),
            (HTML, "its first line"),
        ] {
            if !html.contains(part) {
                return Err(SiteError::Template(name));
            }
        }
        let assets: Vec<_> = app.served().map(|(name, _)| name).collect();
        let is_draw = |name: &&str| name.starts_with("draw-") && name.ends_with(".js");
        let draw = assets.iter().copied().find(is_draw).ok_or(SiteError::Template("a script that draws it"))?;
        Ok(Self { html, assets, draw, style })
    }

    /// The page with a content, for one place.
    fn fill(&self, parts: &Parts<'_>) -> String {
        let style = ["<style>", self.style.trim(), "</style>"].concat();
        let mut html = self.html.clone();
        // First, since what is filled in has addresses of its own.
        for asset in &self.assets {
            // A script is found only from an address that begins with a dot.
            let base = if parts.base.is_empty() { "./" } else { parts.base };
            html = html.replace(&["./", asset].concat(), &[base, asset].concat());
        }
        if parts.needs_facts {
            html = self.with_draw(&html, parts.base);
        }
        html.replace(HTML, parts.html).replace(STYLE, &style).replace(TITLE, parts.head).replace(ROOT, parts.root)
    }

    /// The page with the module that knows the facts in the place of the one that would only send for it.
    fn with_draw(&self, html: &str, base: &str) -> String {
        let base = if base.is_empty() { "./" } else { base };
        let wasm = self.assets.iter().find(|name| name.starts_with("draw-") && name.ends_with(".wasm"));
        let (Some((before, rest)), Some(wasm)) = (html.split_once("<script type=\"module\">"), wasm) else {
            return html.to_owned();
        };
        let Some((_, after)) = rest.split_once("</head>") else { return html.to_owned() };
        let mut scripts = Html::new();
        scripts.put(r#"<script type="module" src="{}"></script>"#, &[&[base, self.draw].concat()]);
        let preload = r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin="anonymous" href="{}">"#;
        scripts.put(preload, &[&[base, wasm].concat()]);
        [before, scripts.as_str(), "</head>", after].concat()
    }

    /// The same without anything that runs: plain pages of entries.
    fn fill_plain(&self, parts: &Parts<'_>) -> String {
        let style = ["<style>", self.style.trim(), "</style>"].concat();
        [
            "<!DOCTYPE html>\n",
            parts.html,
            "\n<head>\n<meta charset=\"utf-8\">\n",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
            parts.head,
            "\n",
            &style,
            "\n</head>\n<body>\n",
            parts.root,
            "\n</body>\n</html>\n",
        ]
        .concat()
    }
}

struct Parts<'a> {
    /// Whether neither the page nor plain pages hold all entries, so that it begins with the module that knows them.
    needs_facts: bool,
    html: &'a str,
    head: &'a str,
    base: &'a str,
    root: &'a str,
}

/// The pages of one language, name and text.
pub fn pages(template: &Template, model: &Arc<Model>, place: &Place<'_>, wanted: Pages) -> Vec<(String, String)> {
    let page = model.archive.page();
    let (dataset, base) = (page.dataset, page.base);
    let (content, n_elements) = content(model);
    // What stands in it is in the interface's language unless it says another one.
    let lang = page.content_lang().map_or(String::new(), |_| [" lang=\"", page.messages.lang(), "\""].concat());
    let counted = ["<div id=\"app\"", &lang, " data-elements=\"", &n_elements.to_string(), "\">"].concat();
    let mut root = [&counted, &content, "</div>"].concat();
    let is_in_parts = dataset.facts.len() > WHOLE_UP_TO && wanted != Pages::None;
    if is_in_parts {
        root.push_str(&links(page, n_listings(dataset.facts.len())));
    }
    let html = first_line(page, place, template.draw);
    let head = head(page, place);
    let mut pages = vec![(
        [&place.folder(), "index.html"].concat(),
        template.fill(&Parts { needs_facts: place.data_name.is_none(), html: &html, head: &head, base, root: &root }),
    )];
    if is_in_parts {
        for (n, listing) in (1_usize..).zip(listings(page)) {
            let name = [&place.folder(), &plain_page(n), "index.html"].concat();
            let root = listing.into_string();
            pages.push((
                name,
                template.fill_plain(&Parts { needs_facts: false, html: &html, head: &title(page), base, root: &root }),
            ));
        }
    }
    pages
}

/// The way to the plain pages that hold what the page does not.
fn links(page: Page<'_>, n_pages: usize) -> String {
    let mut html = Html::new();
    html.put(r#"<nav class="plain-pages" aria-label="{}">"#, &[page.say("plain-pages")]);
    html.text(page.say("plain-pages")).text(": ");
    for n in 1..=n_pages {
        html.put(r#"<a href="{}">{}</a>"#, &[&plain_page(n), &n.to_string()]).text(" ");
    }
    html.raw("</nav>");
    html.into_string()
}

/// `<html>` with what the app has to know before it has read anything.
fn first_line(page: Page<'_>, place: &Place<'_>, draw: &str) -> String {
    let mut html = Html::new();
    let values = [
        place.lang,
        direction_of(place.lang).tag(),
        page.base,
        place.data_name.as_deref().unwrap_or_default(),
        &[page.base, draw].concat(),
        page.messages.lang(),
        place.offsets,
        page.say("ask-facts"),
    ];
    html.put(
        r#"<html lang="{}" dir="{}" data-app="static" data-base="{}" data-facts="{}" data-draw="{}" data-messages="{}" data-offsets="{}" data-ask-facts="{}">"#,
        &values,
    );
    html.into_string()
}

fn title(page: Page<'_>) -> String {
    let mut html = Html::new();
    html.put("<title>{}</title>", &[page.plain(&page.dataset.title)]);
    html.into_string()
}

fn head(page: Page<'_>, place: &Place<'_>) -> String {
    let mut html = Html::new();
    let title = page.plain(&page.dataset.title);
    html.put("<title>{}</title>", &[title]);
    let summary = page.dataset.summary.as_ref().map(|summary| page.plain(summary)).unwrap_or_default();
    let mut meta = |key: &str, name: &str, content: &str| {
        if !content.is_empty() {
            html.put(r#"<meta content="{}""#, &[content]).attribute((key, name)).raw(">");
        }
    };
    meta("name", "description", summary);
    meta("property", "og:title", title);
    meta("property", "og:description", summary);
    meta("property", "og:type", "article");
    if let Some(url) = place.url {
        let here = [url.trim_end_matches('/'), "/", &place.folder()].concat();
        html.put(r#"<link rel="canonical" href="{}">"#, &[&here]);
    }
    for (at, lang) in page.dataset.languages.iter().enumerate().filter(|_| page.dataset.languages.len() > 1) {
        let folder = if at == 0 { String::new() } else { [lang.as_str(), "/"].concat() };
        let start = place.url.map_or(if place.is_default { "./".to_owned() } else { "../".to_owned() }, |url| {
            [url.trim_end_matches('/'), "/"].concat()
        });
        html.put(r#"<link rel="alternate" hreflang="{}" href="{}">"#, &[lang, &[start, folder].concat()]);
    }
    let mut preload = |name: &str| {
        let href = [page.base, name].concat();
        html.put(r#"<link rel="preload" as="fetch" crossorigin="anonymous" href="{}">"#, &[&href]);
    };
    match &place.data_name {
        Some(parcel) => preload(parcel),
        None => {
            preload("facts.json");
            preload(&["messages/", page.messages.lang(), ".json"].concat());
        }
    }
    html.into_string()
}
