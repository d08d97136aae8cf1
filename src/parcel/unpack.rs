//! Reading a parcel.
//!
//! Reading never fails in the middle. What does not fit gives some value and is remembered, and in the end the whole is
//! refused; so the code that reads has no branches for what never happens. Words are read when they are shown: one that
//! is not there is empty.

use crate::fact::{Axis, Fact, Key};
use crate::i18n::Messages;
use crate::page::{Opening, Outline, Outlined, Word};
use crate::timeline::{EraBand, Extent};
use crate::view_state::Window;

use super::{NAME, SECONDS_PER_DAY, SHAPES, WORDS};

/// No fact is shorter: its id, seven numbers and eight places, each with what parts it from the next.
const LEAST_BYTES: usize = 32;

/// What a page loads.
#[derive(Debug)]
pub struct Parcel {
    /// The facts in outline.
    pub outline: Outline,
    /// Every fact in the order of the entries.
    pub in_order: Vec<Key<Fact>>,
    /// The interface texts.
    pub messages: Messages,
    /// The words of the facts.
    pub words: Written,
}

/// The words of facts, as they were written down.
#[derive(Debug)]
pub struct Written {
    text: String,
    /// Where the lines of each fact begin.
    facts_at: Vec<usize>,
    /// Where the words begin.
    words_at: usize,
}

impl Written {
    /// A word of a fact; empty for its evidence, which stands in its entry.
    pub fn word(&self, fact: Key<Fact>, word: Word) -> &str {
        let (Some(at), Some(nth)) = (self.facts_at.get(fact.index()), WORDS.iter().position(|one| *one == word)) else {
            return "";
        };
        let mut lines = Lines { text: &self.text, at: *at, is_broken: false };
        lines.line();
        lines.line();
        let place = (0..=nth).fold(0, |_, _| lines.number() as usize);
        line_at(&self.text, self.words_at.saturating_add(place))
    }

    /// The id of a fact.
    pub fn id(&self, fact: Key<Fact>) -> &str {
        self.facts_at.get(fact.index()).map_or("", |at| line_at(&self.text, *at))
    }
}

/// The line that begins at a place in a text; empty where there is none.
fn line_at(text: &str, at: usize) -> &str {
    Lines { text, at, is_broken: false }.line()
}

/// Reads a parcel; `None` for what is none, is not whole or is of another version.
pub fn unpack(text: String) -> Option<Parcel> {
    let mut lines = Lines { text: &text, at: 0, is_broken: false };
    if lines.line() != NAME {
        return None;
    }
    let lang = lines.line();
    let mut outline = Outline { lang: lines.line().to_owned(), ..Outline::default() };
    let [n_facts, n_cards, n_chapters, n_eras, n_happened, n_said, n_texts, n_bytes] =
        [(); 8].map(|()| lines.number() as usize);
    let words_at = text.len().saturating_sub(n_bytes);
    let mut in_order = Vec::new();
    lines.each(n_facts, |lines| in_order.push(lines.key(n_facts)));
    lines.each(n_cards, |lines| outline.cards.push(lines.line().to_owned()));
    lines.each(n_chapters, |lines| outline.chapters.push(lines.chapter()));
    lines.each(n_eras, |lines| {
        let shape = lines.number();
        outline.eras.push(EraBand { extent: lines.extent(shape), name: lines.line().to_owned() });
    });
    for (n, tracks) in [n_happened, n_said].into_iter().zip(&mut outline.tracks) {
        lines.each(n, |lines| tracks.push(lines.line().to_owned()));
    }
    let mut texts = Vec::new();
    lines.each(n_texts, |lines| texts.push((lines.line().to_owned(), lines.line().to_owned())));
    // So that a wrong number asks for no more memory than the text could need.
    let n_likely = n_facts.min(text.len() / LEAST_BYTES);
    outline.facts.reserve_exact(n_likely);
    let mut facts_at = Vec::with_capacity(n_likely);
    lines.each(n_facts, |lines| {
        facts_at.push(lines.at);
        outline.facts.push(lines.fact(n_facts, words_at));
        lines.line();
    });
    if lines.is_broken || lines.at != words_at || !text.ends_with('\n') {
        return None;
    }
    let messages = Messages::of(lang, texts);
    Some(Parcel { outline, in_order, messages, words: Written { text, facts_at, words_at } })
}

struct Lines<'a> {
    text: &'a str,
    at: usize,
    is_broken: bool,
}

impl<'a> Lines<'a> {
    /// The next line.
    fn line(&mut self) -> &'a str {
        let rest = self.text.get(self.at..).unwrap_or_default();
        match rest.find('\n') {
            Some(n) => {
                self.at += n + 1;
                rest.get(..n).unwrap_or_default()
            }
            None => {
                self.is_broken = true;
                ""
            }
        }
    }

    /// Reads several things, and stops where something does not fit: a wrong length could be any.
    fn each(&mut self, n: usize, mut read: impl FnMut(&mut Self)) {
        for _ in 0..n {
            if self.is_broken {
                return;
            }
            read(self);
        }
    }

    /// The next number, with the space or the end of the line after it.
    fn number(&mut self) -> i64 {
        let bytes = self.text.as_bytes();
        let is_negative = bytes.get(self.at) == Some(&b'-');
        self.at += usize::from(is_negative);
        let from = self.at;
        let mut number = 0_i64;
        while let Some(digit) = bytes.get(self.at).filter(|byte| byte.is_ascii_digit()) {
            number = number.wrapping_mul(10).wrapping_add(i64::from(digit & 15));
            self.at += 1;
        }
        // Longer ones would not fit, and nobody writes them.
        let fits = (1..=18).contains(&(self.at - from));
        self.is_broken |= !fits || !matches!(bytes.get(self.at), Some(b' ' | b'\n'));
        self.at += 1;
        if is_negative { -number } else { number }
    }

    fn key(&mut self, n_facts: usize) -> Key<Fact> {
        let number = self.number() as u32;
        self.is_broken |= number as usize >= n_facts;
        Key::new(number)
    }

    fn chapter(&mut self) -> Opening {
        let id = self.line().to_owned();
        let axis = if self.number() == 0 { Axis::Happened } else { Axis::Said };
        let window = (self.number() > 0).then(|| Window { start_day: self.day(), end_day: self.day() });
        Opening { id, axis, window, html: self.line().to_owned() }
    }

    fn fact(&mut self, n_facts: usize, words_at: usize) -> Outlined {
        let id = self.line().to_owned();
        let label = line_at(self.text, words_at.saturating_add(self.number() as usize)).into();
        let weight = self.number() as u8;
        let repeats = u32::try_from(self.number()).ok();
        self.is_broken |= repeats.is_some_and(|first| first as usize >= n_facts);
        let mut fact = Outlined { id, label, weight, repeats, ..Outlined::default() };
        for (place, track) in fact.extents.iter_mut().zip(&mut fact.tracks) {
            *track = u16::try_from(self.number()).ok();
            let shape = self.number();
            *place = (shape >= 0).then(|| self.extent(shape));
        }
        fact
    }

    /// The extent of a shape, whose days come next.
    fn extent(&mut self, shape: i64) -> Extent {
        let shape = SHAPES.get(shape as usize).copied();
        self.is_broken |= shape.is_none();
        let extent = Extent::new(shape.unwrap_or(SHAPES[0]), self.day(), self.day());
        let bits = self.number();
        let has = |bit: i64| bits & bit != 0;
        Extent { open_start: has(1), open_end: has(2), approximate: has(4), uncertain: has(8), ..extent }
    }

    fn day(&mut self) -> f64 {
        self.number() as f64 / SECONDS_PER_DAY
    }
}
