//! Slides into the lists of a facts file.

use std::collections::{HashMap, HashSet};

use super::super::address::{is_relative, is_safe};
use super::super::compose::Composer;
use super::super::slug::{Numbers, is_id, slug};
use super::Imported;
use super::html::{absolute, decoded, embedded, plain};
use super::moment::when;
use super::slide::{Media, Slide};
use crate::fact::LABEL_CHARACTERS;

/// A timeline that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Timeline {
    pub title: Option<Slide>,
    pub eras: Vec<Slide>,
    pub events: Vec<Slide>,
    /// Keys or columns that nobody knows.
    pub unknown: Vec<String>,
}

/// The row of the events that are in no group, where others are.
const REST: &str = "Other";

impl Timeline {
    /// The facts file, and what does not fit into it.
    pub fn into_facts(self, file: &str) -> Imported {
        let mut writer = Writer::default();
        for key in &self.unknown {
            writer.left_out.push(format!("`{key}` has no place in a facts file"));
        }
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let source = slug(stem);
        writer.out.open('{');
        writer.out.key("factline");
        writer.out.raw("1");
        writer.title(self.title.as_ref(), stem);
        writer.out.key("sources");
        writer.out.open('[');
        writer.out.item();
        writer.out.open('{');
        writer.out.pair("id", &source);
        writer.out.pair("title", if file.trim().is_empty() { "timeline" } else { file });
        writer.out.close('}');
        writer.out.close(']');
        let tracks = writer.tracks(&self.events);
        writer.out.key("facts");
        writer.out.open('[');
        for slide in &self.events {
            writer.event(slide, &source, &tracks);
        }
        writer.out.close(']');
        writer.eras(&self.eras);
        writer.out.close('}');
        Imported { json: writer.out.finish(), left_out: writer.left_out }
    }
}

#[derive(Debug, Default)]
struct Writer {
    out: Composer,
    left_out: Vec<String>,
    ids: HashSet<String>,
    numbers: Numbers,
}

/// The track of each group.
type Tracks = HashMap<String, String>;

impl Writer {
    fn title(&mut self, title: Option<&Slide>, stem: &str) {
        let mut told = Vec::new();
        let (headline, text) = title.map(|slide| slide.words(&mut told)).unwrap_or_default();
        let name = if stem.trim().is_empty() { "Timeline" } else { stem };
        self.out.pair("title", if headline.is_empty() { name } else { &headline });
        if !text.is_empty() {
            self.out.pair("summary", &text);
        }
        let Some(slide) = title else { return };
        if !slide.start.is_empty() || !slide.end.is_empty() || !slide.display_date.is_empty() {
            told.push("a facts file has no date for its title".to_owned());
        }
        if !slide.media.url.is_empty() {
            told.push(format!("a facts file has no picture for its title: {}", slide.media.url));
        }
        leave_out_looks(slide, &mut told);
        self.tell(slide, &headline, told);
    }

    /// Groups are rows of the timeline. Where there are some, the events without one need a row too, or they would not
    /// be drawn.
    fn tracks(&mut self, events: &[Slide]) -> Tracks {
        let mut tracks = Tracks::new();
        let (mut in_order, mut ids, mut numbers): (Vec<_>, HashSet<String>, Numbers) = Default::default();
        let mut add = |group: &str| {
            let group = plain(group).text.replace('\n', " ");
            if !group.is_empty() && !tracks.contains_key(&group) {
                let id = numbers.free(&slug(&group), |id| ids.contains(id));
                ids.insert(id.clone());
                tracks.insert(group.clone(), id.clone());
                in_order.push((group, id));
            }
        };
        events.iter().for_each(|slide| add(&slide.group));
        if events.iter().any(|slide| !slide.group.is_empty()) && events.iter().any(|slide| slide.group.is_empty()) {
            add(REST);
            self.left_out.push(format!("events without a group stand in the row \"{REST}\""));
        }
        if tracks.is_empty() {
            return tracks;
        }
        self.out.key("tracks");
        self.out.open('[');
        for (name, id) in &in_order {
            self.out.item();
            self.out.open('{');
            self.out.pair("id", id);
            self.out.pair("name", name);
            self.out.close('}');
        }
        self.out.close(']');
        tracks
    }

    fn event(&mut self, slide: &Slide, source: &str, tracks: &Tracks) {
        let mut told = Vec::new();
        let (headline, text) = slide.words(&mut told);
        let caption = plain(&slide.media.caption).text;
        let words = match (headline.as_str(), text.as_str()) {
            ("", "") if caption.is_empty() => {
                self.tell(slide, "", vec!["there is no text, so it is left out".to_owned()]);
                return;
            }
            ("", "") => caption.clone(),
            ("", words) | (words, "") => words.to_owned(),
            (headline, text) if text.starts_with(headline) => text.to_owned(),
            (headline, text) => {
                let stop =
                    if headline.ends_with(['.', '!', '?', '…', ':', ';', ',', '"', '”', '»']) { "" } else { "." };
                format!("{headline}{stop} {text}")
            }
        };
        let id = self.id(slide, &words, &headline, &mut told);
        self.out.item();
        self.out.open('{');
        self.out.pair("id", &id);
        self.out.pair("kind", "event");
        if let Some(when) = when(&slide.start, &slide.end, &mut told) {
            self.out.pair("when", &when);
        }
        self.out.pair("text", &words);
        if !headline.is_empty() && headline != words && headline.chars().count() <= LABEL_CHARACTERS {
            self.out.pair("label", &headline);
        }
        self.out.pair("source", source);
        let group = plain(&slide.group).text.replace('\n', " ");
        let group = if group.is_empty() { REST } else { &group };
        if let Some(track) = tracks.get(group) {
            self.out.pair("track", track);
        }
        let mut notes = Vec::new();
        let display_date = plain(&slide.display_date).text;
        if !display_date.is_empty() {
            notes.push(format!("Date as given: {display_date}"));
        }
        self.media(&slide.media, if words == caption { "" } else { &caption }, &mut notes, &mut told);
        if !notes.is_empty() {
            self.out.pair("note", &notes.join("\n"));
        }
        leave_out_looks(slide, &mut told);
        self.out.close('}');
        self.tell(slide, &headline, told);
    }

    /// A picture that stands beside the page and has all that one needs is kept; anything else by its address.
    fn media(&mut self, media: &Media, caption: &str, notes: &mut Vec<String>, told: &mut Vec<String>) {
        let given = media.url.trim();
        let url = absolute(&embedded(given).unwrap_or_else(|| decoded(given)));
        let credit = plain(&media.credit).text;
        if !media.thumbnail.is_empty() {
            told.push(format!("the thumbnail {} has no place in a facts file", media.thumbnail));
        }
        if url.starts_with('<') {
            // What is embedded as words, such as a quotation, is kept as words.
            notes.extend(Some(plain(given).text).filter(|text| !text.is_empty()));
        }
        let is_address = !url.is_empty() && !url.starts_with('<');
        if is_address && !is_safe(&url) {
            told.push(format!("the address {} is not safe and is left out", shortened(&url)));
        }
        let address = Some(url.as_str()).filter(|url| is_address && is_safe(url));
        let alt = [plain(&media.alt).text, plain(&media.caption).text].into_iter().find(|alt| !alt.is_empty());
        match (address, alt) {
            (Some(src), Some(alt)) if is_picture(src) && !credit.is_empty() => {
                self.out.key("media");
                self.out.open('[');
                self.out.item();
                self.out.open('{');
                self.out.pair("src", src);
                self.out.pair("alt", &alt);
                self.out.pair("credit", &credit);
                self.out.close('}');
                self.out.close(']');
                notes.extend(Some(caption.to_owned()).filter(|caption| !caption.is_empty() && *caption != alt));
            }
            (address, alt) => {
                if let Some(src) = address {
                    told.push(match (is_picture(src), alt) {
                        (true, None) => format!(
                            "the picture {src} has no words for those who do not see it; its address is in the note"
                        ),
                        (true, Some(_)) => format!("the picture {src} has no credit; its address is in the note"),
                        _ if !is_relative(src) => format!("{src} is on another server; its address is in the note"),
                        _ => format!("{src} is no picture; its address is in the note"),
                    });
                }
                let address = address.map(|address| format!("({address})"));
                let parts: Vec<&str> = [caption, address.as_deref().unwrap_or_default(), &credit]
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect();
                notes
                    .extend(Some(parts.join(" ")).filter(|note| !note.is_empty()).map(|note| format!("Media: {note}")));
            }
        }
        let link = absolute(media.link.trim());
        if is_safe(&link) {
            notes.push(format!("Link: {link}"));
        } else if !link.is_empty() {
            told.push(format!("the address {} is not safe and is left out", shortened(&link)));
        }
    }

    fn eras(&mut self, eras: &[Slide]) {
        if eras.is_empty() {
            return;
        }
        self.out.key("eras");
        self.out.open('[');
        let (mut ids, mut numbers): (HashSet<String>, Numbers) = Default::default();
        for slide in eras {
            let mut told = Vec::new();
            let (headline, text) = slide.words(&mut told);
            let name = if headline.is_empty() { text.replace('\n', " ") } else { headline.clone() };
            let when = when(&slide.start, &slide.end, &mut told);
            if let (Some(when), false) = (&when, name.is_empty()) {
                let id = numbers.free(&slug(&name), |id| ids.contains(id));
                self.out.item();
                self.out.open('{');
                self.out.pair("id", &id);
                self.out.pair("name", &name);
                self.out.pair("when", when);
                self.out.close('}');
                ids.insert(id);
                if !text.is_empty() && text != name {
                    told.push("an era has no text beside its name".to_owned());
                }
            } else {
                told.push(format!(
                    "an era needs a {}, so it is left out",
                    if when.is_some() { "name" } else { "date" }
                ));
            }
            if !slide.media.url.is_empty() {
                told.push(format!("an era has no media: {}", shortened(&slide.media.url)));
            }
            leave_out_looks(slide, &mut told);
            self.tell(slide, &headline, told);
        }
        self.out.close(']');
    }

    /// An id that no event before it has: its own, else one of its words.
    fn id(&mut self, slide: &Slide, words: &str, headline: &str, told: &mut Vec<String>) -> String {
        let own = slide.unique_id.as_str();
        let wished = match own {
            "" if headline.is_empty() => slug(words),
            "" => slug(headline),
            own if is_id(own) => own.to_owned(),
            own => slug(own),
        };
        let id = self.numbers.free(&wished, |id| self.ids.contains(id));
        if !own.is_empty() && id != own {
            told.push(format!("its id `{}` became `{id}`", shortened(own)));
        }
        self.ids.insert(id.clone());
        id
    }

    fn tell(&mut self, slide: &Slide, headline: &str, told: Vec<String>) {
        let name =
            if headline.is_empty() { slide.name.clone() } else { format!("{} `{}`", slide.name, shortened(headline)) };
        self.left_out.extend(told.into_iter().map(|what| format!("{name}: {what}")));
    }
}

/// What is only of the looks, and what nobody knows.
fn leave_out_looks(slide: &Slide, told: &mut Vec<String>) {
    if !slide.background.is_empty() {
        told.push(format!("the background {} has no place in a facts file", shortened(&slide.background)));
    }
    told.extend(slide.unknown.iter().map(|key| format!("`{}` has no place in a facts file", shortened(key))));
}

fn is_picture(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    is_relative(address)
        && [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"].iter().any(|end| path.ends_with(end))
}

fn shortened(text: &str) -> String {
    super::super::object::shortened(text)
}
