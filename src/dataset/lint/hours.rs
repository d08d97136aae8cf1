//! Hours and the zones that they were told in: zones that there are not, hours that a zone does not have.
//!
//! It corrects nothing: a zone explains an hour and never moves it.

use crate::date::{CivilDay, Hour, Moment, Offset, Zones};
use crate::fact::Fact;

use super::super::object::shortened;
use super::super::suggest::nearest;

/// What is odd about the hours of a fact: the key at which it stands, what it is, and how to mend it.
pub(super) fn oddity(fact: &Fact, zones: &dyn Zones) -> Option<(&'static str, String, String)> {
    let zone = fact.time_zone.as_deref()?;
    let moment = fact.wall_clock();
    // Any moment will do to find out whether there is such a zone.
    let Some(hour) = zones.hour(zone, moment.unwrap_or(Moment::from_day(CivilDay::MIN))) else {
        let mend = match nearest(zone, &mut zones.names().into_iter()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => String::from("write a name of the IANA database, such as Asia/Almaty"),
        };
        return Some(("time_zone", format!("there is no time zone `{}`", shortened(zone)), mend));
    };
    moment?;
    let (key, written) = match fact.when.and_then(|when| when.offset()) {
        Some(offset) => ("when", seconds_of(offset)),
        None => ("time", None),
    };
    let (what, mend) = match (hour, written) {
        (Hour::Skipped, _) => (
            format!("{zone} has no such hour on that day, since its clocks were put forward over it"),
            String::from("correct the hour or the zone"),
        ),
        (Hour::Once(real), Some(written)) if real != written => {
            (format!("{zone} was at {} then", text(real)), String::from("correct the offset or the zone"))
        }
        (Hour::Twice(first, second), Some(written)) if ![first, second].contains(&written) => (
            format!("{zone} was at {} or {} then", text(first), text(second)),
            String::from("correct the offset or the zone"),
        ),
        (Hour::Twice(first, second), None) if key == "when" => (
            format!("{zone} has that hour twice on that day, since its clocks were put back"),
            format!("write the offset that is meant: {} or {}", text(first), text(second)),
        ),
        _ => return None,
    };
    Some((key, what, mend))
}

/// An offset in seconds; nothing if none is written.
fn seconds_of(offset: Offset) -> Option<i32> {
    match offset {
        Offset::Local => None,
        Offset::Utc => Some(0),
        Offset::Hours(hours) => Some(i32::from(hours) * 3600),
        Offset::Minutes(minutes) => Some(i32::from(minutes) * 60),
    }
}

/// An offset as it is written in a date.
fn text(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}
