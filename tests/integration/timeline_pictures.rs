//! Pictures of small timelines, kept beside the tests so that a reviewer can open them and see what a change does.
//!
//! They are plain drawings of a layout, without the page's design. After a change that is meant, write them anew with
//! `UPDATE_PICTURES=1 cargo test --test integration timeline_pictures`, and look at them.

use crate::timeline_items::{items_on, spread};
use factline::i18n::Locale;
use factline::timeline::{
    CLUSTER_PX, EraBand, Extent, Index, Item, Layout, MARK_PX, Options, Scale, Shape, TICK_SIZE_PX, layout, place_eras,
    ticks, wrap,
};
use std::fmt::Write;
use std::path::Path;

/// The height above the tracks for the two rows of ticks and a row for each era.
const AXIS_PX: f64 = 40.0;
const ERA_ROW_PX: f64 = 18.0;

struct Picture {
    items: Vec<Item>,
    eras: Vec<EraBand>,
    scale: Scale,
    locale: Locale,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

fn text(svg: &mut String, x_px: f64, y_px: f64, size_px: f64, words: &str) {
    let _ = writeln!(svg, r#"<text x="{x_px:.1}" y="{y_px:.1}" font-size="{size_px}">{}</text>"#, escaped(words));
}

fn rect(svg: &mut String, fill: &str, (x_px, y_px): (f64, f64), (width_px, height_px): (f64, f64)) {
    let _ = writeln!(
        svg,
        r#"<rect x="{x_px:.1}" y="{y_px:.1}" width="{width_px:.1}" height="{height_px:.1}" fill="{fill}"/>"#
    );
}

impl Picture {
    fn svg(&self) -> String {
        let Self { items, scale, .. } = self;
        let layout = layout(&Index::new(items.clone()), scale, &Options::default());
        let top_px = AXIS_PX + ERA_ROW_PX * self.eras.len() as f64;
        let (width_px, height_px) = (scale.width_px, top_px + layout.height_px);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width_px} {height_px}\" \
             font-family=\"DejaVu Sans\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
        );
        self.draw_axis(&mut svg, height_px);
        for era in place_eras(&self.eras, scale) {
            let y_px = AXIS_PX + ERA_ROW_PX * f64::from(era.row);
            rect(&mut svg, "#eee", (era.x_px, y_px), (era.width_px, ERA_ROW_PX - 2.0));
            if let Some(x_px) = era.name_x_px {
                text(&mut svg, x_px + 6.0, y_px + 12.0, 12.0, &self.eras[era.index as usize].name);
            }
        }
        let _ = writeln!(svg, r#"<g transform="translate(0 {top_px})">"#);
        draw_layout(&mut svg, &layout, items);
        svg.push_str("</g>\n</svg>\n");
        svg
    }

    fn draw_axis(&self, svg: &mut String, height_px: f64) {
        let ticks = ticks(&self.scale, self.locale);
        for (row, y_px) in [(&ticks.major, 0.0), (&ticks.minor, AXIS_PX / 2.0)] {
            for tick in row {
                let x_px = self.scale.x_from_day(tick.day).max(0.0);
                rect(svg, "#ccc", (x_px, y_px), (0.5, height_px - y_px));
                text(svg, x_px + 3.0, y_px + 14.0, TICK_SIZE_PX, &tick.label);
            }
        }
    }
}

fn draw_layout(svg: &mut String, layout: &Layout, items: &[Item]) {
    for track in &layout.tracks {
        let words = format!("track {}: {} of {} here", track.track, track.n_in_window, track.n_items);
        text(svg, 4.0, track.top_px + 16.0, 11.0, &words);
    }
    for mark in &layout.marks {
        let width_px = mark.width_px.max(MARK_PX);
        let x_px = mark.x_px + (mark.width_px - width_px) / 2.0;
        let y_px = mark.top_px + mark.height_px / 2.0;
        if let Some(tail_x_px) = mark.tail_x_px {
            rect(svg, "#88a", (tail_x_px, y_px - 0.5), (x_px - tail_x_px, 1.0));
        }
        rect(svg, "#bcd", (x_px, mark.top_px + 2.0), (width_px - 1.0, mark.height_px - 4.0));
        let Some(label) = mark.label else { continue };
        let words = items[mark.item as usize].label.as_ref();
        let (first, second) = words.split_at(wrap(words, 190.0, 13.0).break_at);
        let y_px = y_px + if label.n_lines > 1 { -3.0 } else { 4.5 };
        text(svg, label.x_px(), y_px, 13.0, first);
        text(svg, label.x_px(), y_px + 15.0, 13.0, second);
    }
    for cluster in &layout.clusters {
        rect(svg, "#345", (cluster.x_px, cluster.top_px + 2.0), (CLUSTER_PX, 24.0));
        let number = cluster.n_items.to_string();
        let _ = write!(svg, r##"<g fill="#fff">"##);
        text(svg, cluster.x_px + 4.0, cluster.top_px + 18.0, 11.0, &number);
        svg.push_str("</g>\n");
    }
    let most = layout.bins.iter().map(|bin| bin.n_items).max().unwrap_or(1);
    for bin in &layout.bins {
        let height_px = bin.height_px * f64::from(bin.n_items) / f64::from(most);
        rect(svg, "#345", (bin.x_px, bin.top_px + bin.height_px - height_px), (bin.width_px - 1.0, height_px));
    }
}

#[track_caller]
fn check(name: &str, picture: &Picture) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/integration/timeline_snapshots").join(name);
    let drawn = picture.svg();
    if std::env::var_os("UPDATE_PICTURES").is_some() {
        std::fs::write(&path, &drawn).expect("the folder of pictures takes one more");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(drawn == kept, "{name} is drawn differently; see the head of this file");
}

/// 1 January 2022.
const NEW_YEAR: f64 = 18_993.0;

/// Twelve days of many precisions, on three tracks.
fn twelve_days() -> Vec<Item> {
    use Shape::{Day, Moment, Month, Range, Tally};
    let rows = [
        (0, Day, 0.0, 1.0, 1, "LPG at 120 tenge a litre in Mangystau"),
        (0, Day, 0.0, 1.0, 2, "Zhanaozen: first gathering over LPG prices"),
        (0, Day, 1.0, 2.0, 1, "Rallies across Mangystau, about 700 people"),
        (0, Day, 2.0, 3.0, 2, "Peaceful rallies in seven other areas"),
        (0, Day, 2.0, 3.0, 3, "Zhanaozen: more than 1,000 on the square"),
        (0, Day, 3.0, 4.0, 1, "Gatherings in eleven regions"),
        (0, Day, 3.0, 4.0, 1, "Almaty: march to city hall, clashes"),
        (0, Range, 3.0, 6.0, 1, "Almaty: HRW finds 10 apparent killings"),
        (0, Day, 4.0, 5.0, 1, "Almaty city hall broken into, gunfire heard"),
        (0, Moment, 4.953, 4.954, 2, "Airport seized, reported at 22:52"),
        (1, Moment, 4.062, 4.063, 1, "Emergency: Almaty and Mangystau"),
        (1, Day, 4.0, 5.0, 1, "Government resigns"),
        (1, Day, 4.0, 5.0, 3, "Emergency: Almaty region"),
        (1, Day, 4.0, 5.0, 2, "Emergency: twelve regions and Shymkent"),
        (1, Day, 5.0, 6.0, 1, "CSTO decides to send troops"),
        (1, Day, 6.0, 7.0, 1, "President: fire without warning"),
        (2, Tally, 0.0, 7.0, 2, "Detained: 3,811"),
        (2, Tally, 0.0, 9.0, 2, "Detained: 7,939"),
        (2, Day, 8.0, 9.0, 1, "164 dead announced, disowned the same day"),
        (2, Tally, 0.0, 11.0, 2, "Detained: 9,900"),
        (2, Month, 0.0, 31.0, 3, "January as a whole"),
    ];
    let item = |(track, shape, start, end, weight, label): (u16, Shape, f64, f64, u8, &str)| Item {
        extent: Extent::new(shape, NEW_YEAR + start, NEW_YEAR + end),
        label: label.into(),
        weight,
        track,
    };
    rows.into_iter().map(item).collect()
}

fn eras() -> Vec<EraBand> {
    let era = |start: f64, end: f64, name: &str| EraBand {
        extent: Extent::new(Shape::Range, NEW_YEAR + start, NEW_YEAR + end),
        name: name.to_string(),
    };
    vec![
        era(4.0, 10.0, "Internet shut down nationwide"),
        era(4.0, 18.0, "State of emergency"),
        era(5.0, 20.0, "CSTO troops"),
    ]
}

#[test]
fn twelve_days_at_700_px() {
    let scale = Scale::new(NEW_YEAR, NEW_YEAR + 12.0, 700.0);
    check("twelve-days-700.svg", &Picture { items: twelve_days(), eras: eras(), scale, locale: Locale::En });
}

#[test]
fn twelve_days_at_1100_px() {
    let scale = Scale::new(NEW_YEAR, NEW_YEAR + 12.0, 1_100.0);
    check("twelve-days-1100.svg", &Picture { items: twelve_days(), eras: eras(), scale, locale: Locale::Ru });
}

#[test]
fn one_day_by_hours() {
    let scale = Scale::new(NEW_YEAR + 4.0, NEW_YEAR + 5.0, 900.0);
    check("one-day-900.svg", &Picture { items: twelve_days(), eras: eras(), scale, locale: Locale::Kk });
}

#[test]
fn a_crowd_around_one_noon() {
    let mut items = twelve_days();
    items.extend(items_on(60, NEW_YEAR + 8.2, 0.02).into_iter().map(|item| Item { track: 2, ..item }));
    let scale = Scale::new(NEW_YEAR, NEW_YEAR + 12.0, 900.0);
    check("crowd-900.svg", &Picture { items, eras: vec![], scale, locale: Locale::En });
}

#[test]
fn twenty_thousand_over_ten_years() {
    let scale = Scale::new(NEW_YEAR - 300.0, NEW_YEAR + 3_950.0, 900.0);
    let items = spread(20_000, NEW_YEAR, NEW_YEAR + 3_652.0);
    check("ten-years-900.svg", &Picture { items, eras: vec![], scale, locale: Locale::En });
}
