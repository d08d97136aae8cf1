//! A region: an element whose content follows the state as text.

#[cfg(feature = "draw")]
pub use view::RegionView;

#[cfg(all(feature = "page", not(feature = "draw")))]
use std::sync::Arc;
#[cfg(feature = "page")]
use std::sync::atomic::{AtomicU64, Ordering};

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
    let shown = AtomicU64::new(if is_known { fingerprint(&first) } else { UNKNOWN });
    super::follow::effect(Box::new(move || show(region, &text.get(), &shown)));
    first
}

/// Replaces the content of a region's element, which the build wrote, when its text changes. Where the address asks for
/// what was written, not even the text is made before the page answers, since that takes as long as all else that the app
/// does by then: it is made in a pause, or with the first change if that comes sooner and then draws the region in any case.
#[cfg(all(feature = "page", not(feature = "draw")))]
pub fn follow(app: &App, region: Region, is_usual: bool) {
    let text = text(app, region);
    let shown = Arc::new(AtomicU64::new(UNKNOWN));
    let noted = Arc::clone(&shown);
    let state = app.clone();
    let note = move || {
        if state.is_as_written_now() {
            noted.store(fingerprint(&text.now()), Ordering::Relaxed);
        }
    };
    if is_usual {
        web::page::after(NOTED_AFTER_MILLIS, Box::new(note));
    } else {
        note();
    }
    let app = app.clone();
    super::follow::effect(Box::new(move || {
        if shown.load(Ordering::Relaxed) != UNKNOWN || !app.is_as_written() {
            show(region, &text.get(), &shown);
        }
    }));
}

/// No fingerprint, but for one text in more than there are.
#[cfg(feature = "page")]
const UNKNOWN: u64 = 0;

/// By then a page that was just opened is painted, and its reader is looking.
#[cfg(all(feature = "page", not(feature = "draw")))]
const NOTED_AFTER_MILLIS: u32 = 500;

#[cfg(feature = "page")]
fn text(app: &App, region: Region) -> Kept<String> {
    let app = app.clone();
    Kept::new(move || app.html(region))
}

#[cfg(feature = "page")]
fn show(region: Region, text: &str, shown: &AtomicU64) {
    let next = fingerprint(text);
    if shown.load(Ordering::Relaxed) != next
        && let Some(element) = web::page::element(region.id())
    {
        web::region::show(&element, text);
        shown.store(next, Ordering::Relaxed);
    }
}
