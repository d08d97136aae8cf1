//! Reading a parcel.
//!
//! Reading never fails in the middle. What does not fit gives some value and is remembered, and in the end the whole is
//! refused; so the code that reads has no branches for what never happens.

use crate::fact::{Axis, Fact, Key};
use crate::i18n::Messages;
use crate::page::{Opening, Outline, Outlined, Word};
use crate::timeline::{EraBand, Extent};
use crate::view_state::Window;

use super::{N_BEFORE_WORDS, NAME, SECONDS_PER_DAY, SHAPES, WORDS};

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
}

impl Written {
    /// A word of a fact; empty for its evidence, which stands in the page.
    pub fn word(&self, fact: Key<Fact>, word: Word) -> &str {
        let line = WORDS.iter().position(|one| *one == word);
        line.map_or("", |line| self.line(fact, N_BEFORE_WORDS + line))
    }

    /// The id of a fact.
    pub fn id(&self, fact: Key<Fact>) -> &str {
        self.line(fact, 0)
    }

    fn line(&self, fact: Key<Fact>, nth: usize) -> &str {
        let lines = self.facts_at.get(fact.index()).and_then(|from| self.text.get(*from..));
        lines.and_then(|lines| lines.split('\n').nth(nth)).unwrap_or_default()
    }
}

/// Reads a parcel; `None` for what is none, is not whole or is of another version.
pub fn unpack(text: String) -> Option<Parcel> {
    let mut lines = Lines { text: &text, at: 0, is_broken: false };
    if lines.line() != NAME {
        return None;
    }
    let lang = lines.line();
    let mut outline = Outline { lang: lines.line().to_owned(), ..Outline::default() };
    let lengths = lines.numbers();
    lines.is_broken |= lengths.len() != 7;
    let n = |list: usize| lengths.get(list).map_or(0, |n| *n as usize);
    let n_facts = n(0);
    let in_order: Vec<Key<Fact>> = lines.numbers().into_iter().map(|number| Key::new(number as u32)).collect();
    lines.is_broken |= in_order.len() != n_facts || in_order.iter().any(|key| key.index() >= n_facts);
    lines.each(n(1), |lines| outline.cards.push(lines.line().to_owned()));
    lines.each(n(2), |lines| outline.chapters.push(lines.chapter()));
    lines.each(n(3), |lines| {
        let extent = lines.numbers();
        let extent = lines.extent(&extent);
        outline.eras.push(EraBand { extent, name: lines.line().to_owned() });
    });
    for axis in 0..2 {
        lines.each(n(4 + axis), |lines| outline.tracks[axis].push(lines.line().to_owned()));
    }
    let mut facts_at = Vec::new();
    lines.each(n_facts, |lines| {
        facts_at.push(lines.at);
        outline.facts.push(lines.fact(n_facts));
        lines.each(WORDS.len(), |lines| {
            lines.line();
        });
    });
    let mut texts = Vec::new();
    lines.each(n(6), |lines| texts.push((lines.line().to_owned(), lines.line().to_owned())));
    if lines.is_broken || lines.at != text.len() {
        return None;
    }
    let messages = Messages::of(lang, texts);
    Some(Parcel { outline, in_order, messages, words: Written { text, facts_at } })
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

    /// The numbers on the next line.
    fn numbers(&mut self) -> Vec<i64> {
        let line = self.line();
        if line.is_empty() { Vec::new() } else { line.split(' ').map(|text| self.number(text)).collect() }
    }

    fn number(&mut self, text: &str) -> i64 {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let fits = (1..=18).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        self.is_broken |= !fits;
        let number = digits.bytes().take(18).fold(0_i64, |number, digit| number * 10 + i64::from(digit & 15));
        if digits.len() < text.len() { -number } else { number }
    }

    fn chapter(&mut self) -> Opening {
        let id = self.line().to_owned();
        let (axis, window) = match self.numbers()[..] {
            [axis] => (axis, None),
            [axis, start, end] => (axis, Some(Window { start_day: day(start), end_day: day(end) })),
            _ => {
                self.is_broken = true;
                (0, None)
            }
        };
        let axis = if axis == 0 { Axis::Happened } else { Axis::Said };
        Opening { id, axis, window, html: self.line().to_owned() }
    }

    fn fact(&mut self, n_facts: usize) -> Outlined {
        let mut fact = Outlined { id: self.line().to_owned(), ..Outlined::default() };
        let numbers = self.numbers();
        let mut rest = &numbers[..];
        if let [weight, repeats, places @ ..] = rest {
            fact.weight = *weight as u8;
            fact.repeats = u32::try_from(*repeats).ok();
            self.is_broken |= *repeats >= n_facts as i64;
            rest = places;
        }
        for (place, track) in fact.extents.iter_mut().zip(&mut fact.tracks) {
            match rest {
                [number, -1, others @ ..] => {
                    *track = u16::try_from(*number).ok();
                    rest = others;
                }
                [number, extent @ ..] => {
                    *track = u16::try_from(*number).ok();
                    *place = Some(self.extent(extent));
                    rest = extent.get(4..).unwrap_or_default();
                }
                [] => self.is_broken = true,
            }
        }
        self.is_broken |= !rest.is_empty();
        fact.label = self.line().into();
        fact
    }

    /// The extent that some numbers begin with.
    fn extent(&mut self, numbers: &[i64]) -> Extent {
        let [shape, start, end, bits, ..] = numbers[..] else {
            self.is_broken = true;
            return Extent::new(SHAPES[0], 0.0, 0.0);
        };
        let has = |bit: i64| bits & bit != 0;
        let shape = SHAPES.get(shape as usize).copied();
        self.is_broken |= shape.is_none();
        Extent {
            open_start: has(1),
            open_end: has(2),
            approximate: has(4),
            uncertain: has(8),
            ..Extent::new(shape.unwrap_or(SHAPES[0]), day(start), day(end))
        }
    }
}

fn day(seconds: i64) -> f64 {
    seconds as f64 / SECONDS_PER_DAY
}
