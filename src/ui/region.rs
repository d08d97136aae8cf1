//! A region: an element whose content follows the state as text.

#[cfg(feature = "draw")]
pub use view::RegionView;

#[cfg(feature = "page")]
use {
    crate::page::fingerprint,
    crate::state::{App, Kept, Region},
    crate::web,
};

#[cfg(feature = "draw")]
mod view {
    use leptos::prelude::*;

    use crate::state::{App, Region};

    /// Shows a region of the page, in a new page or in the text of one.
    #[component]
    pub fn RegionView(
        /// The state it follows.
        app: App,
        /// Which region it is.
        region: Region,
    ) -> impl IntoView {
        #[cfg(feature = "page")]
        let first = if region.stands_still() { app.html(region) } else { super::follow(&app, region, true) };
        #[cfg(not(feature = "page"))]
        let first = app.html(region);
        // The line that tells how many entries are found is read out as it changes, and only that one.
        let role = (region == Region::Status).then_some("status");
        view! { <div id=region.id() class=region.id() role=role inner_html=first></div> }
    }
}

/// Replaces the content of a region's element when its text changes, and gives the text as it is now. That is what
/// stands there already, or is about to: nothing is touched before something changes. Unless it is not known what stands
/// there, since another app drew it: then it is drawn anew in any case.
#[cfg(all(feature = "page", feature = "draw"))]
pub fn follow(app: &App, region: Region, is_known: bool) -> String {
    let text = text(app, region);
    let first = String::clone(&text.now());
    let mut shown = is_known.then(|| fingerprint(&first));
    super::follow::effect(Box::new(move || show(region, &text.get(), &mut shown)));
    first
}

/// The same where the build wrote what stands there. Not even the text is made before something changes: that takes as
/// long as all else that the app does before the page answers.
#[cfg(all(feature = "page", not(feature = "draw")))]
pub fn follow(app: &App, region: Region) {
    let text = text(app, region);
    let mut shown = None;
    let app = app.clone();
    super::follow::effect(Box::new(move || {
        if shown.is_some() || !app.is_as_written() {
            show(region, &text.get(), &mut shown);
        }
    }));
}

#[cfg(feature = "page")]
fn text(app: &App, region: Region) -> Kept<String> {
    let app = app.clone();
    Kept::new(move || app.html(region))
}

#[cfg(feature = "page")]
fn show(region: Region, text: &str, shown: &mut Option<u64>) {
    let next = Some(fingerprint(text));
    if next != *shown
        && let Some(element) = web::page::element(region.id())
    {
        web::region::show(&element, text);
        *shown = next;
    }
}
