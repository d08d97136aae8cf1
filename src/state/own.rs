//! The file that the reader brought last: what is told of it, and in which view it is shown.

use std::sync::Arc;

use reactive_graph::traits::WithUntracked as _;

use crate::page::{Html, OwnFile, Whose, own_file};
use crate::view_state::{ViewState, encode};

use super::App;

impl App {
    /// Tells of a file that was brought.
    pub fn tell_own(&self, file: OwnFile) {
        self.change(|now| now.own = Some(Arc::new(file)));
    }

    /// The view in which a file of this name is shown. The same file again, as it is now, is looked at where the reader
    /// was; of another one only the theme and the part of the page stay.
    pub fn view_for_own(&self, name: &str) -> ViewState {
        let is_shown_now = self.model.archive.whose == Whose::Reader
            && self.standing.with_untracked(|now| now.own.as_ref().is_some_and(|own| own.name == name));
        let view = self.view();
        if is_shown_now {
            return ViewState { facts: None, ..view };
        }
        usual(&view)
    }

    pub(super) fn own_file_after(&self, mut told: Html) -> Html {
        if let Some(file) = &*self.own.get() {
            // The way back is one to the site's own facts as they are usually shown.
            told.html(&own_file(&self.model.messages, file, &encode(&usual(&self.view_now()))));
        }
        told
    }
}

/// The usual view in the same colours, of the same part.
fn usual(view: &ViewState) -> ViewState {
    ViewState { theme: view.theme, part: view.part, ..ViewState::default() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use reactive_graph::owner::Owner;

    use crate::dataset::Dataset;
    use crate::i18n::Messages;
    use crate::page::OwnFile;
    use crate::state::{App, Model, Region};
    use crate::view_state::{Theme, ViewState};

    const OWN: &str = r#"{"factline":1,"title":"T","languages":["en","ru"],"sources":[{"id":"s","title":"S"}],
        "facts":[{"id":"a","text":"A","source":"s"}]}"#;

    fn site() -> Option<Model> {
        let dataset = Dataset::read(include_str!("../../public/facts.json")).dataset?;
        Some(Model::new(dataset, Messages::parse("en", include_str!("../../messages/en.json")).ok()?, "en", ""))
    }

    fn own(name: &str, is_shown: bool) -> OwnFile {
        OwnFile { name: name.to_owned(), is_shown, ..OwnFile::default() }
    }

    #[test]
    fn nothing_is_told_of_no_file() {
        Owner::new().with(|| {
            let app = App::new(Arc::new(site().expect("our own facts")));
            assert_eq!(app.html(Region::Notices), "");
        });
    }

    #[test]
    fn the_facts_of_a_brought_file_have_no_downloads_no_address_and_no_other_languages() {
        Owner::new().with(|| {
            let site = site().expect("our own facts");
            let app = App::new(Arc::new(site.with_own(Dataset::read(OWN).dataset.expect("a sound file"))));
            let (pickers, method) = (app.html(Region::Pickers), app.html(Region::Method));
            assert!(!pickers.contains("hreflang") && !pickers.contains("share"), "{pickers}");
            assert!(!method.contains("facts.json") && method.contains("type=\"file\""), "{method}");
            let site = App::new(Arc::new(site));
            assert!(site.html(Region::Pickers).contains("hreflang"));
            assert!(site.html(Region::Method).contains("facts.json"));
        });
    }

    #[test]
    fn only_the_same_file_again_is_looked_at_where_the_reader_was() {
        Owner::new().with(|| {
            let site = site().expect("our own facts");
            let own_facts = site.with_own(Dataset::read(OWN).dataset.expect("a sound file"));
            let view = ViewState { fact: Some("a".to_owned()), theme: Theme::Dark, ..ViewState::default() };
            let usual = ViewState { theme: Theme::Dark, ..ViewState::default() };
            let app = App::new(Arc::new(own_facts));
            app.show(view.clone(), Vec::new());
            app.tell_own(own("a.json", true));
            assert_eq!(app.view_for_own("a.json"), view);
            assert_eq!(app.view_for_own("b.json"), usual);
            assert!(app.html(Region::Notices).contains("href=\"?theme=dark\""));
            let app = App::new(Arc::new(site));
            app.tell_own(own("a.json", false));
            app.show(ViewState { fact: Some("deaths-164".to_owned()), ..usual.clone() }, Vec::new());
            assert_eq!(app.view_for_own("a.json"), usual, "it was not shown");
        });
    }
}
