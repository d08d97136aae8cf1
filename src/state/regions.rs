//! The regions of the page: which there are, and the text of each as the state has it.

use leptos::prelude::{Get as _, With as _};

use crate::page::{
    Html, cards, controls, drawing, edges, entries, facets, key_help, legend, masthead, method, notices, overview,
    pickers, search, sections, side, status,
};

use super::App;

/// A part of the page whose content is text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    /// Title and summary.
    Masthead,
    /// Language and theme.
    Pickers,
    /// What could not be shown.
    Notices,
    /// The stat cards.
    Cards,
    /// Chapters and buttons of the timeline.
    Controls,
    /// The drawing.
    Drawing,
    /// The whole period with the window in it.
    Overview,
    /// What lies outside the window.
    Edges,
    /// What the forms mean.
    Legend,
    /// Chapter and evidence beside the drawing.
    Side,
    /// The keys.
    Keys,
    /// The file's own sections.
    Sections,
    /// The search box.
    Search,
    /// "N of M entries".
    Status,
    /// The facets.
    Facets,
    /// All entries.
    Entries,
    /// Method.
    Method,
}

impl Region {
    /// The id of its element, which is its class too.
    pub fn id(self) -> &'static str {
        match self {
            Self::Masthead => "r-masthead",
            Self::Pickers => "r-pickers",
            Self::Notices => "r-notices",
            Self::Cards => "r-cards",
            Self::Controls => "r-controls",
            Self::Drawing => "r-drawing",
            Self::Overview => "r-overview",
            Self::Edges => "r-edges",
            Self::Legend => "r-legend",
            Self::Side => "r-side",
            Self::Keys => "r-keys",
            Self::Sections => "r-sections",
            Self::Search => "r-search",
            Self::Status => "r-status",
            Self::Facets => "r-facets",
            Self::Entries => "r-entries",
            Self::Method => "r-method",
        }
    }
}

impl App {
    /// The text of a region as the state has it now, followed.
    pub fn html(&self, region: Region) -> String {
        let page = self.model.page();
        let html: Html = match region {
            Region::Masthead => masthead(page),
            Region::Pickers => pickers(page, &self.view.get()),
            Region::Notices => self.notices.with(|told| notices(page, told)),
            Region::Cards => cards(page),
            Region::Controls => controls(page, self.axis.get(), self.chapter.get()),
            Region::Drawing => drawing(page, &self.drawn.get().0, &self.laid.get().0, self.selected.get()),
            Region::Overview => overview(page, &self.drawn.get().0, self.window.get()),
            Region::Edges => edges(page, &self.drawn.get().0, &self.laid.get().0),
            Region::Legend => legend(page, &self.drawn.get().0, &self.laid.get().0),
            Region::Side => side(page, self.chapter.get(), self.selected.get()),
            Region::Keys => key_help(page),
            Region::Sections => sections(page),
            Region::Search => search(page),
            Region::Status => {
                return self.matches.with(|found| status(page, found.len(), self.model.dataset.facts.len()));
            }
            Region::Facets => self.filter.with(|filter| facets(page, filter, &self.counts())),
            Region::Entries => entries(page, self.arrangement.get(), &self.shown()),
            Region::Method => method(page),
        };
        html.into_string()
    }
}
