//! Native: a complete static site for a facts file, prerendered with the components of the page.
//!
//! ```text
//! facts file ─► Dataset ─┬─► a page a language ─┐
//! the app ───────────────┴──────────────────────┼─► Site (names and bytes) ─► folder, swapped in whole
//! messages ─────────────────────────────────────┘
//! ```
//!
//! A site is a list of files until it is written, so that it can be checked, hashed and served without a disk. The
//! same input gives the same bytes.

mod app_files;
mod document;
mod folder;
mod listing;
mod messages;
mod prerender;

use std::collections::BTreeMap;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::dataset::{Dataset, Issues, ZoneOffsets, check_with, sheet_of};
use crate::fact::{Fact, Key};
use crate::page::WHOLE_UP_TO;
use crate::parcel::pack;
use crate::query::{Sort, sorted};
use crate::state::Model;
use crate::zones::BundledZones;

pub use app_files::AppFiles;
pub use folder::{FolderError, write};
pub use messages::{MessageFiles, MessageFilesError};

/// Whether the entries that do not fit the page get pages of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pages {
    /// As the number of facts asks for it.
    #[default]
    Auto,
    /// Every page that can be made.
    All,
    /// The main pages alone.
    None,
}

/// What a site is made from.
#[derive(Debug)]
pub struct Input<'a> {
    /// The facts file.
    pub facts: &'a str,
    /// The address the site will stand at, for links that must be absolute.
    pub url: Option<&'a str>,
    /// Which further pages to make.
    pub pages: Pages,
    /// The interface texts.
    pub messages: &'a MessageFiles,
    /// The app.
    pub app: &'a AppFiles,
}

/// Why there is no site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The facts file has errors; they are listed with it.
    #[error("the facts file has errors")]
    Facts(Issues),
    /// The command holds no app.
    #[error("this command was built without the page in it; run `make build`, which builds the page first")]
    NoApp,
    /// The app's own page lacks something that the build fills in.
    #[error("the app's index.html lacks {0}")]
    Template(&'static str),
}

/// A complete site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Name and bytes of every file.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What the reader of the facts file should know.
    pub warnings: Issues,
    /// How many facts it shows.
    pub n_facts: usize,
}

/// Makes the site.
///
/// # Errors
/// When the facts file has errors, or the command holds no app.
pub fn build(input: &Input<'_>) -> Result<Site, SiteError> {
    if input.app.is_empty() {
        return Err(SiteError::NoApp);
    }
    let zones = BundledZones::new();
    let reading = check_with(input.facts, &zones);
    let mut dataset = match reading.dataset {
        Some(dataset) if reading.issues.n_errors() == 0 => dataset,
        _ => return Err(SiteError::Facts(reading.issues)),
    };
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, bytes) in input.app.served() {
        files.insert(name.to_owned(), bytes.to_vec());
    }
    files.insert("facts.json".to_owned(), input.facts.as_bytes().to_vec());
    files.insert("facts.csv".to_owned(), sheet_of(&dataset).into_bytes());
    // The files to download have the zones as they were written.
    let offsets = ZoneOffsets::of(&dataset, &zones);
    dataset.explain_hours(&offsets);
    let offsets = offsets.to_string();
    let template = document::Template::of(input.app)?;
    for (at, lang) in dataset.languages.iter().enumerate() {
        let texts = input.messages.best_for(lang);
        files.insert(["messages/", texts.lang, ".json"].concat(), texts.json.as_bytes().to_vec());
        let mut place =
            document::Place { lang, is_default: at == 0, data_name: None, offsets: &offsets, url: input.url };
        let has_all = dataset.facts.len() <= WHOLE_UP_TO || input.pages != Pages::None;
        let model = if has_all { Model::new } else { Model::alone };
        let model = Arc::new(model(dataset.clone(), texts.messages.clone(), lang, place.base()));
        if has_all {
            let data = pack(model.telling(), &in_reading_order(&dataset));
            let name = ["facts-", &short_hash(data.as_bytes()), ".", lang, ".txt"].concat();
            files.insert(name.clone(), data.into_bytes());
            place.data_name = Some(name);
        }
        for (name, html) in document::pages(&template, &model, &place, input.pages) {
            files.insert(name, html.into_bytes());
        }
    }
    files.insert("manifest.json".to_owned(), manifest(&files).into_bytes());
    Ok(Site { files, warnings: reading.issues, n_facts: dataset.facts.len() })
}

/// Every fact in the order of the entries.
fn in_reading_order(dataset: &Dataset) -> Vec<Key<Fact>> {
    let keys: Vec<_> = dataset.fact_keys().collect();
    sorted(dataset, &keys, Sort::default())
}

/// Every file with its SHA-256: what a build made, and so what the next one may replace.
fn manifest(files: &BTreeMap<String, Vec<u8>>) -> String {
    let list: BTreeMap<&str, String> = files.iter().map(|(name, bytes)| (name.as_str(), hash(bytes))).collect();
    let mut text = serde_json::to_string_pretty(&BTreeMap::from([("files", list)])).unwrap_or_default();
    text.push('\n');
    text
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn short_hash(bytes: &[u8]) -> String {
    hash(bytes).chars().take(12).collect()
}
