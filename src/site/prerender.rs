//! Running the components without a browser.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::{App, Model};
use crate::ui::Frame;

/// The content of the app's element in its default view, and how many elements it has.
pub fn content(model: &Arc<Model>) -> (String, usize) {
    let html = Owner::new().with(|| {
        let app = App::new(Arc::clone(model));
        view! { <Frame app=app/> }.to_html()
    });
    // The marker that the components leave between texts is no comment to a validator unless it is spelled out.
    let html = html.replace("<!>", "<!---->");
    let n_elements = n_elements(&html);
    (html, n_elements)
}

/// How many elements a text of our own making opens: each `<` before a letter, since text is escaped.
fn n_elements(html: &str) -> usize {
    html.as_bytes().windows(2).filter(|pair| pair[0] == b'<' && pair[1].is_ascii_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::n_elements;

    #[test]
    fn elements_are_counted_once_each() {
        for (html, n) in [("", 0), ("a < b", 0), ("<p>a</p><!----><br>", 2)] {
            assert_eq!(n_elements(html), n, "{html}");
        }
    }
}
