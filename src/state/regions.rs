//! The regions of the page: which there are, and the text of each as the state has it.

use leptos::prelude::{Get as _, With as _};

use crate::page::{controls, drawing, edges, entries, facets, legend, notices, overview, pickers, side, status};

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
    /// All of them.
    pub const ALL: [Self; 17] = [
        Self::Masthead,
        Self::Pickers,
        Self::Notices,
        Self::Cards,
        Self::Controls,
        Self::Drawing,
        Self::Overview,
        Self::Edges,
        Self::Legend,
        Self::Side,
        Self::Keys,
        Self::Sections,
        Self::Search,
        Self::Status,
        Self::Facets,
        Self::Entries,
        Self::Method,
    ];

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

    /// Whether it never changes: its text follows from the facts alone.
    pub fn stands_still(self) -> bool {
        matches!(self, Self::Masthead | Self::Cards | Self::Keys | Self::Sections | Self::Search | Self::Method)
    }
}

impl App {
    /// The text of a region as the state has it now, followed.
    ///
    /// Without the feature `draw` there is none for a region that stands still: the build wrote it into the page.
    pub fn html(&self, region: Region) -> String {
        let page = self.model.page();
        let html = match region {
            Region::Pickers => pickers(page, &self.view.get()),
            Region::Notices => self.notices.with(|told| notices(page, told)),
            Region::Controls => controls(page, self.axis.get(), self.chapter.get()),
            Region::Drawing => drawing(page, &self.drawn.get().0, &self.laid.get().0, self.selected.get()),
            Region::Overview => overview(page, &self.drawn.get().0, self.window.get()),
            Region::Edges => edges(page, &self.drawn.get().0, &self.laid.get().0),
            Region::Legend => legend(page, &self.drawn.get().0, &self.laid.get().0),
            Region::Side => side(page, self.chapter.get(), self.selected.get()),
            Region::Status => {
                return self.matches.with(|found| status(page, found.len(), self.model.dataset.facts.len()));
            }
            Region::Facets => self.filter.with(|filter| facets(page, filter, &self.counts())),
            Region::Entries => entries(page, self.arrangement.get(), &self.shown()),
            #[cfg(feature = "draw")]
            Region::Masthead => crate::page::masthead(page),
            #[cfg(feature = "draw")]
            Region::Cards => crate::page::cards(page),
            #[cfg(feature = "draw")]
            Region::Keys => crate::page::key_help(page),
            #[cfg(feature = "draw")]
            Region::Sections => crate::page::sections(page),
            #[cfg(feature = "draw")]
            Region::Search => crate::page::search(page),
            #[cfg(feature = "draw")]
            Region::Method => crate::page::method(page),
            #[cfg(not(feature = "draw"))]
            _ => return String::new(),
        };
        html.into_string()
    }
}
