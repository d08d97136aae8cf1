//! Voices, speakers, sources, places, topics and tracks: what a fact is said by, found in and about.

use crate::fact::{Key, MAX_VOICES, Place, Seen, Source, SourceKind, Speaker, SpeakerKind, Topic, Track, Voice};
use crate::i18n::Text;

use super::super::desk::Ids;
use super::super::object::Object;

fn id_and_name(object: &mut Object<'_, '_>) -> Option<(String, Text)> {
    Some((object.id.clone(), object.need_text("name")?))
}

/// One voice too many is an error: it would have another's mark.
pub(super) fn voice(object: &mut Object<'_, '_>, n_voices: usize) -> Option<Voice> {
    if n_voices >= MAX_VOICES {
        object.error(object.at, format!("there are more than {MAX_VOICES} voices"), "join voices of like standing");
    }
    id_and_name(object).map(|(id, name)| Voice { id, name })
}

pub(super) fn speaker(object: &mut Object<'_, '_>, voices: &Ids) -> Option<Speaker> {
    const KINDS: [SpeakerKind; 3] = [SpeakerKind::Person, SpeakerKind::Organisation, SpeakerKind::Unnamed];
    let kind = object.choice("kind", &["person", "organisation", "unnamed"]);
    let role = object.text("role");
    let voice = object.reference("voice", voices, "voice").map(Key::new);
    let (id, name) = id_and_name(object)?;
    Some(Speaker { id, name, kind: kind.map_or(SpeakerKind::Person, |kind| KINDS[kind]), role, voice })
}

pub(super) fn source(object: &mut Object<'_, '_>) -> Option<Source> {
    const KINDS: [SourceKind; 6] = [
        SourceKind::Official,
        SourceKind::Agency,
        SourceKind::News,
        SourceKind::Ngo,
        SourceKind::Igo,
        SourceKind::Encyclopedia,
    ];
    const SEEN: [Seen; 3] = [Seen::Full, Seen::Excerpt, Seen::Relay];
    let title = object.need_text("title");
    let source = Source {
        id: object.id.clone(),
        title: Text::default(),
        publisher: object.text("publisher"),
        url: object.address("url"),
        archived: object.address("archived"),
        published: object.date("published"),
        language: object.string("language"),
        kind: object
            .choice("kind", &["official", "agency", "news", "ngo", "igo", "encyclopedia"])
            .map(|kind| KINDS[kind]),
        seen: object.choice("seen", &["full", "excerpt", "relay"]).map(|seen| SEEN[seen]),
        note: object.text("note"),
    };
    Some(Source { title: title?, ..source })
}

pub(super) fn place(object: &mut Object<'_, '_>) -> Option<Place> {
    let (kind, lat, lon) = (object.string("kind"), object.decimal("lat"), object.decimal("lon"));
    id_and_name(object).map(|(id, name)| Place { id, name, kind, lat, lon })
}

pub(super) fn topic(object: &mut Object<'_, '_>) -> Option<Topic> {
    id_and_name(object).map(|(id, name)| Topic { id, name })
}

pub(super) fn track(object: &mut Object<'_, '_>) -> Option<Track> {
    id_and_name(object).map(|(id, name)| Track { id, name })
}
