//! The frame of the page: which regions there are, in which order, and what they are called.

use leptos::prelude::*;

use crate::state::{App, Region};

use super::RegionView;

/// The page from masthead to method. The same for the prerendered page and for the app, whatever the view: style
/// hides what an embed does not show.
#[component]
pub fn Frame(
    /// The state that the regions follow.
    app: App,
) -> impl IntoView {
    let say = {
        let model = app.model().clone();
        move |key: &str| model.messages.get(key).to_owned()
    };
    let region = move |region: Region| view! { <RegionView app=app.clone() region=region/> };
    view! {
        <a class="skip" href="#main">{say("skip")}</a>
        <p class="told-static" id="told-file">{say("static-file")}</p>
        <p class="told-static" id="told-failed">{say("static-failed")}</p>
        <header class="masthead">{region(Region::Pickers)}{region(Region::Masthead)}</header>
        <main id="main">
            {region(Region::Notices)}
            <section id="cards" class="part-cards" aria-label=say("cards-title")>{region(Region::Cards)}</section>
            <section id="timeline" class="part-timeline" aria-label=say("timeline-title")>
                {region(Region::Controls)}
                <div class="tl-grid">
                    <div class="tl-main">
                        {region(Region::Drawing)}
                        {region(Region::Overview)}
                        {region(Region::Edges)}
                    </div>
                    {region(Region::Side)}
                    <div class="tl-foot">{region(Region::Legend)}{region(Region::Keys)}</div>
                </div>
            </section>
            {region(Region::Measures)}
            {region(Region::Sections)}
            <section id="entries" class="part-entries" aria-label=say("entries-title")>
                <h2>{say("entries-title")}</h2>
                <div class="entries-grid">
                    <div class="entries-tools needs-app">
                        {region(Region::Search)}
                        {region(Region::Facets)}
                    </div>
                    <div class="entries-main">
                        {region(Region::Status)}
                        {region(Region::Entries)}
                    </div>
                </div>
            </section>
            <section id="method" class="part-method" aria-label=say("method-title")>{region(Region::Method)}</section>
        </main>
    }
}
