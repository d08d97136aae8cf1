//! Native: the IANA database of time zones, as it was when the command was compiled.
//!
//! It is the bundled one and never that of the machine, so that one file makes the same site everywhere.

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, Offset, TimeZoneDatabase};

use crate::date::{Hour, Moment, Zones};

/// The database.
#[derive(Debug)]
pub struct BundledZones {
    database: TimeZoneDatabase,
    names: Vec<String>,
}

impl BundledZones {
    /// Opens it.
    pub fn new() -> Self {
        let database = TimeZoneDatabase::bundled();
        let mut names: Vec<String> = database.available().map(|name| name.to_string()).collect();
        names.sort();
        Self { database, names }
    }
}

impl Default for BundledZones {
    fn default() -> Self {
        Self::new()
    }
}

impl Zones for BundledZones {
    fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    fn hour(&self, zone: &str, moment: Moment) -> Option<Hour> {
        // The database takes names in any case; a browser and other tools do not.
        self.names.binary_search_by(|name| name.as_str().cmp(zone)).ok()?;
        let zone = self.database.get(zone).ok()?;
        let Some(shown) = civil(moment) else { return Some(Hour::Unrecorded) };
        let seconds = Offset::seconds;
        Some(match zone.to_ambiguous_timestamp(shown).offset() {
            AmbiguousOffset::Unambiguous { offset } => Hour::Once(seconds(offset)),
            AmbiguousOffset::Gap { .. } => Hour::Skipped,
            AmbiguousOffset::Fold { before, after } => Hour::Twice(seconds(before), seconds(after)),
        })
    }
}

fn civil(moment: Moment) -> Option<DateTime> {
    let (year, month, day) = moment.day().ymd();
    let second = moment.seconds().rem_euclid(86_400);
    let part = |n: i64| i8::try_from(n).ok();
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let (hour, minute, second) = (part(second / 3600)?, part(second / 60 % 60)?, part(second % 60)?);
    DateTime::new(i16::try_from(year).ok()?, month, day, hour, minute, second, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::{BundledZones, Hour, Moment, Zones};
    use crate::date::{CivilDay, ClockTime};

    #[track_caller]
    fn check(zone: &str, (year, month, day): (i64, u8, u8), time: &str, expected: Option<Hour>) {
        let time: ClockTime = time.parse().unwrap();
        let moment = Moment::at(CivilDay::from_ymd(year, month, day).unwrap(), time);
        assert_eq!(BundledZones::new().hour(zone, moment), expected, "{zone} {year}-{month}-{day} {time}");
    }

    #[test]
    fn what_is_no_zone_has_no_hours() {
        for zone in ["", "Almaty", "asia/almaty", "Asia/Almatty", "+06:00", "../../etc/passwd"] {
            check(zone, (2022, 1, 5), "01:30", None);
        }
    }

    #[test]
    fn an_hour_has_the_offset_of_its_day() {
        check("Asia/Almaty", (2022, 1, 5), "01:30", Some(Hour::Once(6 * 3600)));
        check("Asia/Almaty", (2024, 3, 1), "00:00", Some(Hour::Once(5 * 3600)));
        check("Asia/Kolkata", (2022, 1, 5), "23:59:59", Some(Hour::Once(5 * 3600 + 1800)));
        check("UTC", (0, 1, 1), "00:00", Some(Hour::Once(0)));
        check("America/St_Johns", (1969, 12, 31), "12:00", Some(Hour::Once(-(3 * 3600 + 1800))));
    }

    #[test]
    fn clocks_that_are_put_forward_skip_an_hour_and_those_put_back_show_one_twice() {
        check("Europe/Berlin", (2022, 3, 27), "02:30", Some(Hour::Skipped));
        check("Europe/Berlin", (2022, 3, 27), "03:00", Some(Hour::Once(7200)));
        check("Europe/Berlin", (2022, 10, 30), "02:30", Some(Hour::Twice(7200, 3600)));
        // They were put back at midnight, so the last hour of the last of February came twice.
        check("Asia/Almaty", (2024, 2, 29), "23:30", Some(Hour::Twice(6 * 3600, 5 * 3600)));
    }

    #[test]
    fn no_record_reaches_beyond_the_year_9999() {
        check("Asia/Almaty", (10_000, 1, 1), "00:00", Some(Hour::Unrecorded));
        check("Asia/Almaty", (-10_000, 1, 1), "00:00", Some(Hour::Unrecorded));
    }
}
