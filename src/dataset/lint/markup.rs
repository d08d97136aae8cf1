//! Markup that slipped into a text.
//!
//! Texts are shown as they stand, so a tag would be read out by readers and screen readers alike.

/// The first piece of markup in a text: an HTML tag, an entity, a Markdown link or emphasis.
pub(super) fn found(text: &str) -> Option<&str> {
    // Nearly every text ends here, after one walk.
    if !text.bytes().any(|byte| matches!(byte, b'<' | b'&' | b']' | b'*' | b'_')) {
        return None;
    }
    tag(text)
        .or_else(|| entity(text))
        .or_else(|| ["](", "**", "__"].iter().find_map(|sign| text.find(sign).map(|at| &text[at..])))
}

fn tag(text: &str) -> Option<&str> {
    text.match_indices('<').map(|(at, _)| &text[at..]).find(|rest| {
        let name = rest[1..].trim_start_matches('/');
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') && rest.contains('>')
    })
}

fn entity(text: &str) -> Option<&str> {
    text.match_indices('&').map(|(at, _)| &text[at..]).find(|rest| {
        let name = rest[1..].trim_start_matches('#');
        let n_letters = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_named = if name.len() < rest.len() - 1 { n_letters > 0 } else { n_letters > 1 };
        is_named && n_letters <= 8 && name[n_letters..].starts_with(';')
    })
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn plain_text_has_no_markup() {
        for text in ["", "1 < 2 and 3 > 2", "Q&A; more", "R&D", "a * b", "[1]", "<3", "5 <", "snake_case"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn markup_is_found() {
        for text in ["<b>no</b>", "a<br/>b", "</p>", "Q&amp;A", "&#160;", "[link](https://example.org)", "**no**"] {
            assert!(found(text).is_some(), "{text}");
        }
    }
}
