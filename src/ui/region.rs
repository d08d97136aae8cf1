//! A region: an element whose content follows the state as text.

use leptos::prelude::*;

use crate::state::{App, Region};

/// Shows a region of the page. Its first content is what the prerendered page has in it, so taking it over touches
/// nothing; from then on it is replaced when its text changes.
#[component]
pub fn RegionView(
    /// The state it follows.
    app: App,
    /// Which region it is.
    region: Region,
) -> impl IntoView {
    let text = Memo::new(move |_| app.html(region));
    let first = text.get_untracked();
    #[cfg(feature = "page")]
    {
        let mut shown = fingerprint(&first);
        Effect::new(move || {
            text.with(|text| {
                let next = fingerprint(text);
                if next != shown
                    && let Some(element) = crate::web::page::element(region.id())
                {
                    crate::web::region::show(&element, text);
                    shown = next;
                }
            });
        });
    }
    // The line that tells how many entries are found is read out as it changes, and only that one.
    let role = (region == Region::Status).then_some("status");
    view! { <div id=region.id() class=region.id() role=role inner_html=first></div> }
}

/// A hash of a text (FNV-1a, 64 bits): enough to tell two states of one region apart without keeping both.
#[cfg(feature = "page")]
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
