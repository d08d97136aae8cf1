//! The regions of the page: which there are, and the text of each as the state has it.

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
            Region::Pickers => pickers(page, &self.view_now()),
            Region::Notices => notices(page, &self.notices.get()),
            Region::Controls => controls(page, *self.axis.get(), *self.chapter.get()),
            Region::Drawing => drawing(page, &self.drawn.get(), &self.laid.get(), *self.selected.get()),
            Region::Overview => overview(page, &self.drawn.get(), *self.window.get()),
            Region::Edges => edges(page, &self.drawn.get(), &self.laid.get()),
            Region::Legend => legend(page, &self.drawn.get(), &self.laid.get()),
            Region::Side => side(page, *self.chapter.get(), *self.selected.get()),
            Region::Status => return status(page, self.matches.get().len(), self.model.dataset.facts.len()),
            Region::Facets => facets(page, &self.filter.get(), &self.counts()),
            Region::Entries => entries(page, *self.arrangement.get(), &self.shown()),
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
