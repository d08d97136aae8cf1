//! Problems of a facts file, as lines on standard error: `FILE:LINE:COLUMN: error: what; how to mend it`.

use std::path::Path;

use crate::dataset::{Issues, line_column};

/// Writes the problems.
pub fn report(file: &Path, text: &str, issues: &Issues) {
    for issue in issues.all() {
        let (line, column) = line_column(text, issue.at);
        eprintln!("{}:{line}:{column}: {}: {issue}", file.display(), issue.severity.name());
    }
}
