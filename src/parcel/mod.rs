//! What a page loads to be read: the facts and the interface texts in one language, as lines of text, both ways.
//!
//! The site writes it for each language from a file that was checked, so reading it needs no checks but one: whether it
//! is whole and of this version. What a page would have to say about a wrong file is therefore not in the page.
//!
//! ```text
//! factline 1f0c2a9b      what this is, and the hash of what the lines mean
//! 149 31 3 …             how long each list is
//! What officials said    the fields of the file, then of each object of each list, a line each
//! ```
//!
//! Lines, and not bytes, because hosts compress text and leave what they do not know as it is.
//! An empty line is what is absent; a backslash begins what a line cannot hold: `\n`, `\\`, `\e` for an empty text, and
//! `\l` and a tag before a text that is not in the page's language. Knows no page and no network.

mod lines;
mod shapes;

use crate::dataset::Dataset;
use crate::i18n::Messages;

use lines::{Lines, Packer, Unpacker};
use shapes::FIELDS;

/// To be raised when lines change their meaning without changing their names.
const VERSION: u32 = 1;

/// What every parcel begins with.
const NAME: &str = "factline ";

/// A hash of what the lines mean (FNV-1a): a parcel of another version is no parcel.
const FORMAT: u32 = {
    let mut hash = 0x811c_9dc5_u32 ^ VERSION;
    let mut at = 0;
    while at < FIELDS.len() {
        hash = (hash ^ FIELDS.as_bytes()[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
};

/// The facts as a reader of `lang` sees them, and the interface texts.
///
/// Leaves out what was set aside: a site is only made of files in which nothing was.
pub fn pack(dataset: &Dataset, messages: &Messages, lang: &str) -> String {
    let mut packer = Packer::new(lang, dataset.default_language());
    packer.line(&[NAME, &lines::number_text(FORMAT.into())].concat());
    packer.numbers(shapes::lengths(dataset).map(|length| length as i64));
    shapes::pack(dataset, &mut packer);
    messages.lang().to_owned().pack(&mut packer);
    messages.texts().to_vec().pack(&mut packer);
    packer.text
}

/// The facts and the interface texts of a parcel; `None` for what is none, is not whole or is of another version.
pub fn unpack(text: &str) -> Option<(Dataset, Messages)> {
    let mut lines = Unpacker::new(text);
    if lines.line().strip_prefix(NAME) != Some(&lines::number_text(FORMAT.into())) {
        return None;
    }
    let dataset = shapes::unpack(&mut lines);
    let (mut lang, mut texts) = (String::new(), Vec::new());
    lang.fill(&mut lines);
    texts.fill(&mut lines);
    lines.is_whole().then(|| (dataset.indexed(), Messages::of(&lang, texts)))
}
