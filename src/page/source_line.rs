//! A source in one line: its title as the way to it, who published it and when.

use crate::fact::Source;

use super::{Html, Page};

/// The title of a source, as a link where it has an address.
///
/// The link leaves whatever frame the page stands in: publishers refuse to be shown inside of a frame.
pub fn write_title(html: &mut Html, page: Page<'_>, source: &Source) {
    let title = page.text(&source.title);
    match &source.url {
        Some(url) => {
            html.put(r#"<a href="{}" target="_top" rel="noopener" class="ev-source""#, &[url]).told("", title, "</a>")
        }
        None => html.told(r#"<span class="ev-source""#, title, "</span>"),
    };
}

/// Title, publisher and day, without a full stop at the end.
pub fn write_source(html: &mut Html, page: Page<'_>, source: &Source) {
    write_title(html, page, source);
    if let Some(publisher) = &source.publisher {
        html.text(". ").told("<span", page.text(publisher), "</span>");
    }
    if let Some(published) = &source.published {
        html.text(", ").text(&page.date(published));
    }
}
