//! How far the clocks of a zone were before UTC, for the hours that a file tells.
//!
//! Whoever has a database of time zones looks them up once and writes them down; whoever has none, as a page, reads
//! them back. An offset explains an hour and moves nothing. It refuses to know hours that the file does not tell.

use core::fmt;
use std::collections::BTreeMap;

use crate::date::{Hour, Offset, Zones};
use crate::fact::Fact;

use super::facts_file::Dataset;

/// For each zone of a file the offsets of its hours, each from the first hour that has it.
///
/// Written as `Asia/Almaty 1641346200=21600,Europe/Berlin 1641346200=3600 1656633600=7200`: in civil and in offset
/// seconds, nothing behind `=` where an hour has no offset of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ZoneOffsets {
    zones: Vec<(String, Vec<Step>)>,
}

/// From a moment on, in civil seconds, this offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    from: i64,
    offset: Option<i32>,
}

impl ZoneOffsets {
    /// The offsets of a file's hours.
    pub fn of(dataset: &Dataset, zones: &dyn Zones) -> Self {
        let mut found: BTreeMap<&str, BTreeMap<i64, Option<i32>>> = BTreeMap::new();
        for fact in &dataset.facts {
            let (Some(zone), Some(shown)) = (fact.time_zone.as_deref(), fact.wall_clock()) else { continue };
            let offset = match zones.hour(zone, shown) {
                Some(Hour::Once(seconds)) => Some(seconds),
                // Which of two is meant, only the file can tell; and an hour that was skipped has none.
                _ => None,
            };
            found.entry(zone).or_default().insert(shown.seconds(), offset);
        }
        let steps = |hours: BTreeMap<i64, Option<i32>>| {
            let mut steps: Vec<Step> = hours.into_iter().map(|(from, offset)| Step { from, offset }).collect();
            steps.dedup_by_key(|step| step.offset);
            steps
        };
        Self { zones: found.into_iter().map(|(zone, hours)| (zone.to_owned(), steps(hours))).collect() }
    }

    /// Reads what was written; what is not of its form is left out.
    pub fn parse(text: &str) -> Self {
        let step = |step: &str| {
            let (from, offset) = step.split_once('=')?;
            Some(Step { from: from.parse().ok()?, offset: offset.parse().ok() })
        };
        let zone = |zone: &str| {
            let mut parts = zone.split(' ');
            Some((parts.next()?.to_owned(), parts.filter_map(step).collect()))
        };
        Self { zones: text.split(',').filter_map(zone).collect() }
    }

    /// The offset of a fact's hour: the one that is written with it, else the one that its zone had.
    fn of_fact(&self, fact: &Fact) -> Option<i32> {
        let shown = fact.wall_clock()?.seconds();
        match fact.when?.offset() {
            Some(Offset::Utc) => Some(0),
            Some(Offset::Hours(hours)) => Some(i32::from(hours) * 3600),
            Some(Offset::Minutes(minutes)) => Some(i32::from(minutes) * 60),
            Some(Offset::Local) | None => {
                let zone = fact.time_zone.as_deref()?;
                let (_, steps) = self.zones.iter().find(|(name, _)| name == zone)?;
                steps.iter().take_while(|step| step.from <= shown).last()?.offset
            }
        }
    }
}

impl fmt::Display for ZoneOffsets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, (zone, steps)) in self.zones.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { "," })?;
            f.write_str(zone)?;
            for Step { from, offset } in steps {
                write!(f, " {from}=")?;
                if let Some(offset) = offset {
                    write!(f, "{offset}")?;
                }
            }
        }
        Ok(())
    }
}

impl Dataset {
    /// Puts to each zone of a fact the offset that its hour had there: `Asia/Almaty, UTC+6`.
    pub fn explain_hours(&mut self, offsets: &ZoneOffsets) {
        for fact in &mut self.facts {
            if let (Some(zone), Some(offset)) = (&fact.time_zone, offsets.of_fact(fact)) {
                fact.time_zone = Some([zone, ", ", &utc_text(offset)].concat());
            }
        }
    }
}

/// "UTC+6", "UTC−3:30", "UTC".
fn utc_text(seconds: i32) -> String {
    let sign = match seconds {
        0 => return String::from("UTC"),
        1.. => "+",
        _ => "−",
    };
    let seconds = seconds.abs();
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let rest = match (minutes, seconds) {
        (0, 0) => String::new(),
        (minutes, 0) => format!(":{minutes:02}"),
        (minutes, seconds) => format!(":{minutes:02}:{seconds:02}"),
    };
    ["UTC", sign, &hours.to_string(), &rest].concat()
}

#[cfg(test)]
mod tests {
    use super::{Dataset, Hour, ZoneOffsets, Zones, utc_text};
    use crate::date::Moment;

    /// Clocks that were put forward for ever at midnight of 1 April 2022, over the first hour of that day.
    struct Forward;

    impl Zones for Forward {
        fn names(&self) -> Vec<&str> {
            vec!["A/B"]
        }

        fn hour(&self, zone: &str, moment: Moment) -> Option<Hour> {
            const CHANGE: i64 = 1_648_771_200;
            (zone == "A/B").then_some(match moment.seconds() - CHANGE {
                ..0 => Hour::Once(3600),
                0..3600 => Hour::Skipped,
                _ => Hour::Once(7200),
            })
        }
    }

    fn dataset(hours: &[&str]) -> Dataset {
        let fact = |(at, when): (usize, &&str)| {
            format!(
                "{{\"id\": \"f{at}\", \"text\": \"T\", \"source\": \"s\", \"time_zone\": \"A/B\", \"when\": \"{when}\"}}"
            )
        };
        let facts: Vec<String> = hours.iter().enumerate().map(fact).collect();
        let file = format!(
            "{{\"factline\": 1, \"title\": \"T\", \"sources\": [{{\"id\": \"s\", \"title\": \"S\"}}], \"facts\": [{}]}}",
            facts.join(",")
        );
        Dataset::read(&file).dataset.unwrap()
    }

    /// The zones of the facts with these hours, explained by what was looked up, written down and read back.
    #[track_caller]
    fn check(hours: &[&str], written: &str, expected: &[&str]) {
        let mut dataset = dataset(hours);
        let offsets = ZoneOffsets::of(&dataset, &Forward);
        assert_eq!(offsets.to_string(), written);
        let read = ZoneOffsets::parse(written);
        assert!(offsets.zones.is_empty() || read == offsets);
        dataset.explain_hours(&read);
        let zones: Vec<_> = dataset.facts.iter().filter_map(|fact| fact.time_zone.as_deref()).collect();
        assert_eq!(zones, expected);
    }

    #[test]
    fn what_has_no_hour_has_no_offset() {
        check(&[], "", &[]);
        check(&["2022-01-05", "2022-01", "2022-01-05/.."], "", &["A/B", "A/B", "A/B"]);
    }

    #[test]
    fn an_hour_gets_the_offset_of_its_day() {
        let explained = ["A/B, UTC+2", "A/B, UTC+1", "A/B, UTC+1"];
        let hours = ["2022-06-01T12:00", "2022-01-05T01:30", "2022-03-31T23:59:59"];
        check(&hours, "A/B 1641346200=3600 1654084800=7200", &explained);
    }

    #[test]
    fn a_skipped_hour_has_none_and_a_written_offset_wins() {
        check(&["2022-04-01T00:30", "2022-04-01T01:00"], "A/B 1648773000= 1648774800=7200", &["A/B", "A/B, UTC+2"]);
        check(&["2022-01-05T01:30-03:30", "2022-01-05T01:30Z"], "A/B 1641346200=3600", &["A/B, UTC−3:30", "A/B, UTC"]);
    }

    #[test]
    fn offsets_are_told_as_they_are_told() {
        let told =
            [(0, "UTC"), (21_600, "UTC+6"), (19_800, "UTC+5:30"), (-12_600, "UTC−3:30"), (18_468, "UTC+5:07:48")];
        for (seconds, expected) in told {
            assert_eq!(utc_text(seconds), expected);
        }
    }

    #[test]
    fn what_is_not_of_the_form_is_left_out() {
        for text in ["", ",", "A/B", "A/B x=y =", "A/B 5", "  ", "A/B 1=999999999999999"] {
            let mut dataset = dataset(&["2022-01-05T01:30"]);
            dataset.explain_hours(&ZoneOffsets::parse(text));
            assert_eq!(dataset.facts[0].time_zone.as_deref(), Some("A/B"), "{text}");
        }
    }
}
