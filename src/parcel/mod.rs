//! What a page that the build wrote loads: the facts in outline with their words in one language, and the interface
//! texts, as lines of text, both ways.
//!
//! The page itself, or the plain pages beside it, hold every entry with its evidence. What is here is the rest: where the facts stand on the timeline
//! and what is said of them there, put into words when the site was built. So reading it needs no facts file, no dates
//! in words and no checks but one: whether it is whole and of this version.
//!
//! ```text
//! factline 4             what this is
//! en                     the language of the interface texts, and on the next line of the facts if it is another one
//! 149 8 6 3 5 4 158 31415  how many facts, cards, chapters, eras, tracks on either axis, interface texts, bytes of words
//! 17 3 21 …              the facts in the order of the entries
//! …                      cards, chapters, eras, tracks, interface texts, facts, some lines each
//! about 9,900            the words: every text that is said of a fact, once
//! ```
//!
//! A fact is three lines: its id; numbers; and where in the words each [`Word`] of it begins. So a page that loads a
//! hundred thousand facts reads two lines of each, and of the words only those that it shows.
//!
//! Lines, and not bytes, because hosts compress text and leave what they do not know as it is. A text is one line: a
//! line break in it becomes a space, which is the same in HTML. Times are whole seconds since 1970-01-01.
//! Knows no page and no network.

mod pack;
mod unpack;

use crate::fact::Axis;
use crate::page::Word;
use crate::timeline::Shape;

pub use pack::pack;
pub use unpack::{Parcel, Written, unpack};

/// What every parcel begins with; the number is to be raised when lines change their meaning.
const NAME: &str = "factline 4";

const SECONDS_PER_DAY: f64 = 86_400.0;

/// The words of a fact, in the order of its numbers. Its evidence stands in its entry.
const WORDS: [Word; 8] = [
    Word::Spoken,
    Word::Day(Axis::Happened),
    Word::Hour(Axis::Happened),
    Word::Day(Axis::Said),
    Word::Hour(Axis::Said),
    Word::Mark,
    Word::Voice,
    Word::Line,
];

/// The shapes of an extent, by number.
const SHAPES: [Shape; 9] = [
    Shape::Moment,
    Shape::Day,
    Shape::Month,
    Shape::Season,
    Shape::Year,
    Shape::Decade,
    Shape::Century,
    Shape::Range,
    Shape::Tally,
];
