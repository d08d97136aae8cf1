//! `factline check`: what is wrong with facts files, where, and how to mend it.

use std::io::{BufWriter, stdout};

use crate::dataset::{Counts, Located, Reading, check_with};
use crate::zones::BundledZones;

use super::facts_text::{FactsText, NoText};
use super::report::{Report, wants_colour};
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
            counts.add(problem);
            // Whoever closes the pipe has read enough; the exit code is still theirs.
            drop(report.tell(file, problem));
        };
        match FactsText::read(file, &args.table) {
            Ok(text) => {
                let Reading { dataset, issues } = check_with(&text.json, &zones);
                text.located(&issues).iter().for_each(tell);
                dataset.iter().for_each(|dataset| counts.add_facts(dataset));
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
