//! Texts that are nearly sound: seeds with a few mutations.

use arbtest::arbitrary::{Result, Unstructured};

/// What the texts of a target are made of.
pub struct Language {
    /// Sound texts.
    pub seeds: Vec<Vec<u8>>,
    /// Pieces that mean something in it.
    pub words: Vec<&'static str>,
}

/// A text of at most so many bytes goes on to the next mutation, so that repeating stays bounded.
const MAX_BYTES: usize = 1 << 20;
const MAX_MUTATIONS: usize = 12;

/// A seed, mutated as the entropy says.
pub fn mutated(u: &mut Unstructured<'_>, language: &Language) -> Result<Vec<u8>> {
    let mut text = u.choose(&language.seeds)?.clone();
    for _ in 0..u.int_in_range(0..=MAX_MUTATIONS)? {
        mutate(u, language, &mut text)?;
        if text.len() > MAX_BYTES {
            break;
        }
    }
    Ok(text)
}

fn mutate(u: &mut Unstructured<'_>, language: &Language, text: &mut Vec<u8>) -> Result<()> {
    let at = u.int_in_range(0..=text.len())?;
    // Most cuts are short, some are not.
    let longest = if u.ratio(1, 4)? { text.len() - at } else { (text.len() - at).min(12) };
    let piece = at..at + u.int_in_range(0..=longest)?;
    match u.int_in_range(0..=6)? {
        0 => drop(text.drain(piece)),
        1 => text.truncate(at),
        2 => {
            let word = u.choose(&language.words)?.as_bytes().to_vec();
            text.splice(piece, word);
        }
        3 => {
            let again = text[piece].repeat(u.int_in_range(1..=40)?);
            text.splice(at..at, again);
        }
        4 => {
            let other = u.choose(&language.seeds)?;
            let from = u.int_in_range(0..=other.len())?;
            let to = u.int_in_range(from..=other.len())?;
            text.splice(piece, other[from..to].to_vec());
        }
        5 => {
            let bytes = u.arbitrary::<[u8; 3]>()?;
            text.splice(piece, bytes);
        }
        _ => {
            if let Some(byte) = text.get_mut(at) {
                *byte ^= 1 << u.int_in_range(0..=7)?;
            }
        }
    }
    Ok(())
}
