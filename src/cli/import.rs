//! `factline import`: another timeline, or a table, becomes a facts file on standard output.

use std::io::{Write, stdout};
use std::path::Path;

use crate::dataset::{
    Dataset, Foreign, Imported, Located, import_timeline, import_timeline_table, sheet_text_of, text_of,
};

use super::build::{counted, refuse, tell};
use super::facts_text::{FactsText, bytes_of, not_text};
use super::{FACTS_HAVE_ERRORS, FromArg, ImportArgs};

/// Runs it.
pub fn run(args: &ImportArgs) -> u8 {
    let json = match facts_of(args) {
        Ok(json) => json,
        Err(code) => return code,
    };
    // Whoever closes the pipe has read enough.
    drop(stdout().lock().write_all(json.as_bytes()));
    0
}

/// The facts file; what is wrong or does not fit is told, and the exit code given.
fn facts_of(args: &ImportArgs) -> Result<String, u8> {
    let bytes = bytes_of(&args.file).map_err(|error| refuse(&args.file, error))?;
    let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| b"{[".contains(byte));
    let text = if is_json { text_of(&bytes).map(str::to_owned) } else { sheet_text_of(&bytes) };
    let text = text.map_err(|issue| refuse(&args.file, not_text(None, &bytes, issue)))?;
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let imported = match (args.from, Foreign::of(&text)) {
        (Some(FromArg::Csv), _) | (None, Foreign::Table) => return of_table(args, text),
        (_, Foreign::Timeline) => import_timeline(&text, &name),
        (_, Foreign::TimelineTable | Foreign::Table) => import_timeline_table(&text, &name),
    };
    let Imported { json, left_out } = imported.map_err(|issue| {
        let (line, column) = crate::dataset::line_column(&text, issue.at);
        tell(&args.file, &[Located { file: None, line, column, issue }]);
        FACTS_HAVE_ERRORS
    })?;
    tell_left_out(&args.file, &left_out);
    Ok(json)
}

fn of_table(args: &ImportArgs, text: String) -> Result<String, u8> {
    let text = FactsText::of_table(&args.file, text, &args.table).map_err(|error| refuse(&args.file, error))?;
    let issues = Dataset::read(&text.json).issues;
    tell(&args.file, &text.located(&issues));
    if issues.n_errors() + text.n_own_errors() > 0 {
        eprintln!("factline: nothing was written, since {} has errors", args.file.display());
        return Err(FACTS_HAVE_ERRORS);
    }
    Ok(text.json)
}

fn tell_left_out(file: &Path, left_out: &[String]) {
    for what in left_out {
        eprintln!("{}: {what}", file.display());
    }
    if !left_out.is_empty() {
        eprintln!("factline: {} did not fit", counted(left_out.len(), "thing"));
    }
}
