//! `factline build`: a facts file becomes a site.

use std::fs;
use std::path::Path;

use crate::dataset::text_of;
use crate::site::{self, AppFiles, Input, MessageFiles, Pages, Site, SiteError};

use super::report::report;
use super::{BuildArgs, CANNOT, FACTS_HAVE_ERRORS, Options, PagesArg};

/// Runs it.
pub fn run(args: &BuildArgs) -> u8 {
    let site = match make(&args.file, &args.options) {
        Ok(site) => site,
        Err(code) => return code,
    };
    if let Err(error) = site::write(&site, &args.out) {
        eprintln!("factline: {error}");
        return CANNOT;
    }
    eprintln!("{}: {}, {}", args.out.display(), counted(site.n_facts, "fact"), counted(site.files.len(), "file"));
    0
}

/// "1 fact", "2 facts".
pub fn counted(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// Makes the site of a file; what is wrong is told, and the exit code given.
pub fn make(file: &Path, options: &Options) -> Result<Site, u8> {
    let bytes = fs::read(file).map_err(|error| {
        eprintln!("factline: cannot read {}: {error}", file.display());
        CANNOT
    })?;
    let text = text_of(&bytes).map_err(|issue| {
        eprintln!("{}:1:1: error: {issue}", file.display());
        FACTS_HAVE_ERRORS
    })?;
    let messages = match &options.messages {
        Some(folder) => MessageFiles::with_folder(folder).map_err(|error| {
            eprintln!("factline: {error}");
            CANNOT
        })?,
        None => MessageFiles::own(),
    };
    let input = Input {
        facts: text,
        url: options.url.as_deref(),
        pages: match options.pages {
            PagesArg::Auto => Pages::Auto,
            PagesArg::All => Pages::All,
            PagesArg::None => Pages::None,
        },
        messages: &messages,
        app: &AppFiles::embedded(),
    };
    match site::build(&input) {
        Ok(site) => {
            report(file, text, &site.warnings);
            Ok(site)
        }
        Err(SiteError::Facts(issues)) => {
            report(file, text, &issues);
            let errors = counted(issues.n_errors(), "error");
            eprintln!("factline: no site was written, since {} has {errors}", file.display());
            Err(FACTS_HAVE_ERRORS)
        }
        Err(error) => {
            eprintln!("factline: {error}");
            Err(CANNOT)
        }
    }
}
