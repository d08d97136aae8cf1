//! The regions of the page: which there are, and the text of each as the state has it.

use crate::page::{Html, drawing, edges, legend, notices, overview, side};

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
    /// How each number changed.
    Measures,
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
    pub const ALL: [Self; 18] = [
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
        Self::Measures,
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
            Self::Measures => "r-measures",
            Self::Sections => "r-sections",
            Self::Search => "r-search",
            Self::Status => "r-status",
            Self::Facets => "r-facets",
            Self::Entries => "r-entries",
            Self::Method => "r-method",
        }
    }

    /// Whether its text never changes: it follows from the facts alone. What is pressed in it is told by its attributes.
    pub fn stands_still(self) -> bool {
        let moves =
            matches!(self, Self::Notices | Self::Drawing | Self::Overview | Self::Edges | Self::Legend | Self::Side);
        // Who cannot search leaves the entries as the build wrote them.
        let is_found = cfg!(feature = "draw") && matches!(self, Self::Status | Self::Facets | Self::Entries);
        !moves && !is_found
    }
}

impl App {
    /// The text of a region as the state has it now, followed.
    ///
    /// Without the feature `draw` there is none for a region that stands still: the build wrote it into the page.
    pub fn html(&self, region: Region) -> String {
        let telling = self.model.telling();
        let html = match region {
            Region::Notices => self.told(),
            Region::Drawing => drawing(telling, &self.drawn.get(), &self.laid.get(), self.selected_now()),
            Region::Overview => overview(telling, &self.drawn.get(), *self.window.get()),
            Region::Edges => edges(telling, &self.drawn.get(), &self.laid.get()),
            Region::Legend => legend(telling, &self.drawn.get(), &self.laid.get()),
            Region::Side => side(telling, *self.chapter.get(), self.selected_now()),
            #[cfg(feature = "draw")]
            _ => return self.page_html(region),
            #[cfg(not(feature = "draw"))]
            _ => return String::new(),
        };
        html.into_string()
    }

    /// What the reader should know before all else.
    fn told(&self) -> Html {
        let told = notices(&self.model.messages, &self.notices.get());
        #[cfg(feature = "draw")]
        let told = self.own_file_after(told);
        told
    }

    /// The text of what only the facts themselves can tell.
    #[cfg(feature = "draw")]
    fn page_html(&self, region: Region) -> String {
        use crate::page;
        let (page, whose) = (self.model.archive.page(), self.model.archive.whose);
        let html = match region {
            Region::Pickers => page::pickers(page, whose, &self.view_now()),
            Region::Masthead => page::masthead(page),
            Region::Cards => page::cards(page),
            Region::Controls => page::controls(page, *self.axis.get(), *self.chapter.get(), *self.window.get()),
            Region::Keys => page::key_help(page),
            Region::Measures => page::measures(page),
            Region::Sections => page::sections(page),
            Region::Search => page::search(page),
            Region::Status => return page::status(page, self.finding.matches.get().len(), page.dataset.facts.len()),
            Region::Facets => page::facets(page, &self.finding.filter.get(), self.counts().as_ref()),
            Region::Entries => page::entries(page, *self.finding.arrangement.get(), &self.shown()),
            _ => page::method(page, whose),
        };
        html.into_string()
    }
}
