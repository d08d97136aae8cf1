//! `factline check`: what is wrong with facts files, where, and how to mend it.

use std::io::{BufWriter, stdout};

use crate::dataset::{Dataset, Reading, Severity, check_with};
use crate::zones::BundledZones;

use super::facts_text::{FactsText, Located, NoText};
use super::report::{Counts, Report, wants_colour};
use super::{CANNOT, CheckArgs, FACTS_HAVE_ERRORS};

/// Runs it.
pub fn run(args: &CheckArgs) -> u8 {
    let zones = BundledZones::new();
    let out = stdout().lock();
    let has_colour = wants_colour(&out);
    let mut report = Report::new(BufWriter::new(out), args.format, has_colour);
    let (mut counts, mut all_read) = (Counts::default(), true);
    for file in &args.files {
        let mut tell = |problem: &Located| {
            match problem.issue.severity {
                Severity::Error => counts.n_errors += 1,
                Severity::Warning => counts.n_warnings += 1,
            }
            // Whoever closes the pipe has read enough; the exit code is still theirs.
            drop(report.tell(file, problem));
        };
        match FactsText::read(file, &args.table) {
            Ok(text) => {
                let Reading { dataset, issues } = check_with(&text.json, &zones);
                text.located(&issues).iter().for_each(tell);
                counts.n_facts += dataset.as_ref().map_or(0, n_facts);
            }
            Err(NoText::NotText(problem)) => tell(&problem),
            Err(error) => {
                eprintln!("factline: {error}");
                all_read = false;
            }
        }
    }
    drop(report.end(counts));
    match (all_read, counts.n_errors) {
        (false, _) => CANNOT,
        (true, 0) => 0,
        (true, _) => FACTS_HAVE_ERRORS,
    }
}

/// How many facts a file has, also those that were set aside.
fn n_facts(dataset: &Dataset) -> usize {
    dataset.facts.len() + dataset.set_aside.iter().filter(|aside| aside.noun == "fact").count()
}
