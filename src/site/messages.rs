//! The interface texts that a build has at hand: those of the command, or of a folder that is named.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::i18n::{Messages, MessagesError};

/// What the command brings along.
const OWN: [(&str, &str); 3] = [
    ("en", include_str!("../../messages/en.json")),
    ("ru", include_str!("../../messages/ru.json")),
    ("kk", include_str!("../../messages/kk.json")),
];

/// A file of texts that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MessageFilesError {
    /// It could not be read.
    #[error("cannot read {}: {}", .0.display(), .1)]
    Read(PathBuf, io::Error),
    /// It does not hold texts.
    #[error("{}: {}", .0.display(), .1)]
    Parse(PathBuf, MessagesError),
}

/// The texts of one language.
#[derive(Debug)]
pub struct LanguageTexts<'a> {
    /// Its tag.
    pub lang: &'a str,
    /// The file.
    pub json: &'a str,
    /// What it says.
    pub messages: Messages,
}

/// All languages at hand.
#[derive(Debug, Clone, Default)]
pub struct MessageFiles {
    files: Vec<(String, String)>,
}

impl MessageFiles {
    /// Those of the command.
    pub fn own() -> Self {
        Self { files: OWN.iter().map(|(lang, json)| ((*lang).to_owned(), (*json).to_owned())).collect() }
    }

    /// Those of a folder, `<lang>.json` each, before those of the command.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read, or holds something else.
    pub fn with_folder(folder: &Path) -> Result<Self, MessageFilesError> {
        let failed = |error| MessageFilesError::Read(folder.to_owned(), error);
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            let Some(lang) = path.file_stem().and_then(|stem| stem.to_str()) else { continue };
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            let json = fs::read_to_string(&path).map_err(|error| MessageFilesError::Read(path.clone(), error))?;
            Messages::parse(lang, &json).map_err(|error| MessageFilesError::Parse(path.clone(), error))?;
            files.push((lang.to_owned(), json));
        }
        files.sort();
        files.extend(Self::own().files);
        Ok(Self { files })
    }

    /// The texts for a language of content: its own, those of its base language, else English.
    pub fn best_for(&self, lang: &str) -> LanguageTexts<'_> {
        let base = lang.split('-').next().unwrap_or(lang);
        let wanted = [lang, base, "en"];
        let found = wanted.iter().find_map(|tag| self.files.iter().find(|(known, _)| known == tag));
        // The command's own texts are parsed by a test, those of a folder were parsed when they were read.
        let (lang, json) = found.map_or(("en", "{}"), |(lang, json)| (lang.as_str(), json.as_str()));
        let messages = Messages::parse(lang, json).or_else(|_| Messages::parse(lang, "{}"));
        LanguageTexts { lang, json, messages: messages.unwrap_or_else(|_| Messages::empty(lang)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_texts_can_be_read() {
        for (lang, json) in OWN {
            assert!(Messages::parse(lang, json).is_ok(), "{lang}");
        }
    }

    #[test]
    fn a_language_without_texts_gets_its_base_language_or_english() {
        let own = MessageFiles::own();
        for (wanted, got) in [("ru-KZ", "ru"), ("ar", "en"), ("kk", "kk")] {
            assert_eq!(own.best_for(wanted).lang, got);
        }
    }
}
