//! Problems of a facts file, written for a person, a program or a code host.
//!
//! It refuses to know where they come from and what follows from them.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use clap::ValueEnum;
use serde_json::json;

use crate::dataset::{Counts, Located, Severity};

/// `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// FILE:LINE:COLUMN: error|warning: what, and how to mend it
    Text,
    /// One JSON object with all problems and the counts
    Json,
    /// Workflow commands, which a code host shows beside the line
    Github,
}

/// Writes problems in one format.
#[derive(Debug)]
pub struct Report<W> {
    out: W,
    format: Format,
    has_colour: bool,
    n_told: usize,
}

impl<W: Write> Report<W> {
    /// A report to a place. Only text has colours.
    pub const fn new(out: W, format: Format, has_colour: bool) -> Self {
        Self { out, format, has_colour, n_told: 0 }
    }

    /// Writes a problem of a file.
    ///
    /// # Errors
    /// When it cannot be written, as when nobody reads on.
    pub fn tell(&mut self, file: &Path, problem: &Located) -> io::Result<()> {
        let file = problem.file.as_deref().unwrap_or(file);
        match self.format {
            Format::Text => self.text(file, problem)?,
            Format::Json => self.json(file, problem)?,
            Format::Github => self.github(file, problem)?,
        }
        self.n_told += 1;
        Ok(())
    }

    /// Writes the counts, and ends the report.
    ///
    /// # Errors
    /// As for a problem.
    pub fn end(mut self, counts: Counts) -> io::Result<()> {
        match self.format {
            Format::Text | Format::Github => writeln!(self.out, "{counts}")?,
            Format::Json => {
                let opening = if self.n_told == 0 { "{\"problems\":[" } else { "\n" };
                let Counts { n_facts, n_errors, n_warnings } = counts;
                let counts = format!("\"facts\":{n_facts},\"errors\":{n_errors},\"warnings\":{n_warnings}");
                writeln!(self.out, "{opening}],{counts}}}")?;
            }
        }
        self.out.flush()
    }

    fn text(&mut self, file: &Path, problem: &Located) -> io::Result<()> {
        let (bold, colour, plain) = match (self.has_colour, problem.issue.severity) {
            (false, _) => ("", "", ""),
            (true, Severity::Error) => ("\x1b[1m", "\x1b[1;31m", "\x1b[0m"),
            (true, Severity::Warning) => ("\x1b[1m", "\x1b[1;33m", "\x1b[0m"),
        };
        let [place, severity, told] = problem.parts(&file.display().to_string());
        writeln!(self.out, "{bold}{place}{plain} {colour}{severity}{plain} {told}")
    }

    fn json(&mut self, file: &Path, Located { line, column, issue, .. }: &Located) -> io::Result<()> {
        let problem = json!({
            "file": file.to_string_lossy(),
            "line": line,
            "column": column,
            "severity": issue.severity.name(),
            "about": issue.context,
            "what": issue.what,
            "mend": issue.mend,
        });
        let opening = if self.n_told == 0 { "{\"problems\":[" } else { "," };
        write!(self.out, "{opening}\n{problem}")
    }

    fn github(&mut self, file: &Path, Located { line, column, issue, .. }: &Located) -> io::Result<()> {
        let severity = issue.severity.name();
        let file = escaped(&file.to_string_lossy(), &[':', ',']);
        let message = escaped(&issue.to_string(), &[]);
        writeln!(self.out, "::{severity} file={file},line={line},col={column}::{message}")
    }
}

/// A text as it stands in a workflow command: what would end the line, the message or a property is a number.
fn escaped(text: &str, further: &[char]) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if ['%', '\r', '\n'].contains(&character) || further.contains(&character) {
            out.push_str(&format!("%{:02X}", u32::from(character)));
        } else {
            out.push(character);
        }
    }
    out
}

/// Whether a stream shows colours and its reader wants them (`NO_COLOR`, set to anything, asks for none).
pub fn wants_colour(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && env::var_os("NO_COLOR").is_none_or(|set| set.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Issue;

    fn problem(severity: Severity) -> Located {
        let context = String::from("fact `a`");
        let issue = Issue { severity, at: 0, context, what: "100%, or \"x\"".into(), mend: "mend it".into() };
        Located { file: None, line: 3, column: 14, issue }
    }

    fn written(format: Format, has_colour: bool, problems: &[Located]) -> String {
        let mut bytes = Vec::new();
        let mut report = Report::new(&mut bytes, format, has_colour);
        problems.iter().for_each(|problem| report.tell(Path::new("a,b:c.json"), problem).unwrap());
        report.end(Counts { n_facts: 1, n_errors: 1, n_warnings: 0 }).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn no_problems_are_counted_in_every_format() {
        assert_eq!(written(Format::Text, true, &[]), "1 facts, 1 errors, 0 warnings\n");
        assert_eq!(written(Format::Github, true, &[]), "1 facts, 1 errors, 0 warnings\n");
        let json: serde_json::Value = serde_json::from_str(&written(Format::Json, true, &[])).unwrap();
        assert_eq!(json, json!({"problems": [], "facts": 1, "errors": 1, "warnings": 0}));
    }

    #[test]
    fn text_is_a_line_a_problem() {
        let text = written(Format::Text, false, &[problem(Severity::Error), problem(Severity::Warning)]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "a,b:c.json:3:14: error: fact `a`: 100%, or \"x\"; mend it");
        assert_eq!(lines[1], "a,b:c.json:3:14: warning: fact `a`: 100%, or \"x\"; mend it");
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn colours_change_nothing_but_colours() {
        let with = written(Format::Text, true, &[problem(Severity::Error), problem(Severity::Warning)]);
        assert!(with.contains("\x1b[1;31merror:") && with.contains("\x1b[1;33mwarning:"), "{with}");
        let mut without = with;
        for code in ["\x1b[1m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[0m"] {
            without = without.replace(code, "");
        }
        assert_eq!(without, written(Format::Text, false, &[problem(Severity::Error), problem(Severity::Warning)]));
    }

    #[test]
    fn json_is_one_object() {
        let text = written(Format::Json, false, &[problem(Severity::Error), problem(Severity::Warning)]);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["problems"][1]["severity"], "warning");
        let first = json!({"file": "a,b:c.json", "line": 3, "column": 14, "severity": "error", "about": "fact `a`",
            "what": "100%, or \"x\"", "mend": "mend it"});
        assert_eq!(json["problems"][0], first);
    }

    #[test]
    fn workflow_commands_are_escaped() {
        let text = written(Format::Github, false, &[problem(Severity::Error)]);
        let expected = "::error file=a%2Cb%3Ac.json,line=3,col=14::fact `a`: 100%25, or \"x\"; mend it\n";
        assert!(text.starts_with(expected), "{text}");
        assert_eq!(escaped("a\r\nb", &[]), "a%0D%0Ab");
    }
}
