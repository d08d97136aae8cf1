//! One event of a timeline as it was given, whatever the form of its file.

use super::html::{Plain, plain};
use super::moment::Moment;

/// A slide: an event, the title, or an era.
#[derive(Clone, Debug, Default)]
pub(super) struct Slide {
    /// What it is called when something is told of it: `event 3`, `row 5`.
    pub name: String,
    pub start: Moment,
    pub end: Moment,
    pub display_date: String,
    /// HTML.
    pub headline: String,
    /// HTML.
    pub text: String,
    pub media: Media,
    pub group: String,
    pub unique_id: String,
    /// The colour or the address of a picture.
    pub background: String,
    /// Keys that nobody knows.
    pub unknown: Vec<String>,
}

/// The picture, video or page of a slide.
#[derive(Clone, Debug, Default)]
pub(super) struct Media {
    /// An address, or the HTML of something embedded.
    pub url: String,
    /// HTML.
    pub caption: String,
    /// HTML.
    pub credit: String,
    pub thumbnail: String,
    pub alt: String,
    pub link: String,
}

impl Slide {
    /// Its headline and its text without markup; what of them is left out is told.
    pub fn words(&self, told: &mut Vec<String>) -> (String, String) {
        let mut words = |html: &str| {
            let Plain { text, left_out } = plain(html);
            told.extend(left_out.into_iter().map(|what| format!("{what} is left out of the text")));
            text
        };
        (words(&self.headline).replace('\n', " "), words(&self.text))
    }
}
