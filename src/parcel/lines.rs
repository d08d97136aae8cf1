//! Lines of text, written and read: what any value can be made of.
//!
//! Reading never fails in the middle. What does not fit gives some value and is remembered, and in the end the whole is
//! refused; so the code that reads has no branches for what never happens.

use crate::date::{CivilDay, ClockTime, Edtf};
use crate::fact::{Decimal, Key, Value};
use crate::i18n::Text;

/// What can stand on lines. It is read in place: a value that is made elsewhere and moved takes more code than all else.
pub(super) trait Lines: Sized {
    /// What stands there before it is read.
    const BLANK: Self;

    /// Writes it.
    fn pack(&self, packer: &mut Packer<'_>);
    /// Reads what `pack` wrote.
    fn fill(&mut self, lines: &mut Unpacker<'_>);

    /// Writes several: how many, and then each.
    fn pack_all(list: &[Self], packer: &mut Packer<'_>) {
        packer.numbers([list.len() as i64]);
        list.iter().for_each(|value| value.pack(packer));
    }

    /// Reads what `pack_all` wrote.
    fn fill_all(list: &mut Vec<Self>, lines: &mut Unpacker<'_>) {
        let n = lines.number();
        lines.several(n as usize, list);
    }
}

/// What stands in a list of the file, so that a key can be checked against its length.
pub(super) trait Listed {
    /// The place of the list among the lists.
    const LIST: usize;
}

/// How many lists there are.
pub(super) const N_LISTS: usize = 16;

/// Writes lines.
pub(super) struct Packer<'a> {
    pub text: String,
    lang: &'a str,
    default_lang: &'a str,
}

impl<'a> Packer<'a> {
    pub fn new(lang: &'a str, default_lang: &'a str) -> Self {
        Self { text: String::new(), lang, default_lang }
    }

    /// The language that texts are written in.
    pub fn lang(&self) -> &'a str {
        self.lang
    }

    /// A line that needs no escapes.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Numbers on one line.
    pub fn numbers(&mut self, numbers: impl IntoIterator<Item = i64>) {
        let numbers: Vec<String> = numbers.into_iter().map(number_text).collect();
        self.line(&numbers.join(" "));
    }

    fn escaped(&mut self, text: &str) {
        match text {
            "" => self.line("\\e"),
            _ => self.line(&text.replace('\\', "\\\\").replace('\n', "\\n")),
        }
    }
}

/// Reads lines.
pub(super) struct Unpacker<'a> {
    rest: &'a str,
    lengths: [usize; N_LISTS],
    is_broken: bool,
}

impl<'a> Unpacker<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { rest: text, lengths: [0; N_LISTS], is_broken: false }
    }

    /// Whether everything was understood, and nothing is left.
    pub fn is_whole(&self) -> bool {
        !self.is_broken && self.rest.is_empty()
    }

    /// The next line.
    pub fn line(&mut self) -> &'a str {
        match self.rest.split_once('\n') {
            Some((line, rest)) => {
                self.rest = rest;
                line
            }
            None => {
                self.is_broken = true;
                self.rest = "";
                ""
            }
        }
    }

    /// Whether the next line is empty; moves behind it if so.
    fn is_absent(&mut self) -> bool {
        let absent = self.rest.strip_prefix('\n');
        self.rest = absent.unwrap_or(self.rest);
        absent.is_some()
    }

    /// The numbers on the next line.
    pub fn numbers(&mut self) -> Vec<i64> {
        let line = self.line();
        if line.is_empty() { Vec::new() } else { line.split(' ').map(|text| self.number_of(text)).collect() }
    }

    /// The one number on the next line.
    pub fn number(&mut self) -> i64 {
        let line = self.line();
        self.number_of(line)
    }

    fn number_of(&mut self, text: &str) -> i64 {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let fits = (1..=18).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        self.is_broken |= !fits;
        let number = digits.bytes().take(18).fold(0_i64, |number, digit| number * 10 + i64::from(digit & 15));
        if digits.len() < text.len() { -number } else { number }
    }

    /// Reads how long the lists are.
    pub fn read_lengths(&mut self) {
        let lengths = self.numbers();
        self.is_broken |= lengths.len() != N_LISTS;
        for (place, length) in self.lengths.iter_mut().zip(lengths) {
            *place = length as usize;
        }
    }

    /// The objects of a list.
    pub fn list<T: Lines + Listed>(&mut self, list: &mut Vec<T>) {
        self.several(self.lengths[T::LIST], list);
    }

    /// So many values, or fewer if the lines end.
    fn several<T: Lines>(&mut self, n: usize, list: &mut Vec<T>) {
        while list.len() < n && !self.is_broken {
            list.push(T::BLANK);
            if let Some(last) = list.last_mut() {
                last.fill(self);
            }
        }
    }

    /// The key of an object that is there.
    pub fn key<T: Listed>(&mut self, number: i64) -> Key<T> {
        Key::new(self.place(number, T::LIST))
    }

    /// What stands where a key should.
    pub fn no_key<T>(&mut self) -> Key<T> {
        self.is_broken = true;
        Key::new(0)
    }

    fn place(&mut self, number: i64, list: usize) -> u32 {
        self.is_broken |= number < 0 || number >= self.lengths[list] as i64;
        number as u32
    }

    /// A decimal by its coefficient and scale.
    fn decimal(&mut self, numbers: &[i64]) -> Decimal {
        let decimal = match numbers {
            [coefficient, scale] => u8::try_from(*scale).ok().and_then(|scale| Decimal::new(*coefficient, scale)),
            _ => None,
        };
        self.is_broken |= decimal.is_none();
        decimal.unwrap_or(Decimal::ZERO)
    }

    /// One of some values, by its place among them.
    pub fn choice<T: Copy>(&mut self, all: &[T]) -> T {
        let number = self.number() as usize;
        self.is_broken |= number >= all.len();
        all[number.min(all.len() - 1)]
    }

    /// A text without its escapes.
    fn unescaped(&mut self) -> String {
        let mut text = String::new();
        let mut parts = self.line().split('\\');
        text.push_str(parts.next().unwrap_or_default());
        while let Some(part) = parts.next() {
            match part.as_bytes().first() {
                Some(b'n') => text.push('\n'),
                Some(b'e') => {}
                None => {
                    text.push('\\');
                    text.push_str(parts.next().unwrap_or_default());
                    continue;
                }
                _ => self.is_broken = true,
            }
            text.push_str(part.get(1..).unwrap_or_default());
        }
        text
    }
}

/// A whole number as text, without the machinery of formatting.
pub(super) fn number_text(number: i64) -> String {
    number.to_string()
}

impl Lines for String {
    const BLANK: Self = Self::new();

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.escaped(self);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        *self = lines.unescaped();
    }
}

impl Lines for Text {
    const BLANK: Self = Self::plain(String::new());

    fn pack(&self, packer: &mut Packer<'_>) {
        let resolved = self.resolve(packer.lang, packer.default_lang);
        if let Some(lang) = resolved.lang {
            packer.line(&["\\l", lang].concat());
        }
        packer.escaped(resolved.text);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        *self = match lines.rest.strip_prefix("\\l") {
            None => Self::plain(lines.unescaped()),
            Some(rest) => {
                lines.rest = rest;
                let lang = lines.line().to_owned();
                Self::in_language(lang, lines.unescaped())
            }
        };
    }
}

impl<T: Lines> Lines for Option<T> {
    const BLANK: Self = None;

    fn pack(&self, packer: &mut Packer<'_>) {
        match self {
            Some(value) => value.pack(packer),
            None => packer.line(""),
        }
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        if !lines.is_absent() {
            self.insert(T::BLANK).fill(lines);
        }
    }
}

impl<T: Lines> Lines for Vec<T> {
    const BLANK: Self = Self::new();

    fn pack(&self, packer: &mut Packer<'_>) {
        T::pack_all(self, packer);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        T::fill_all(self, lines);
    }
}

impl<A: Lines, B: Lines> Lines for (A, B) {
    const BLANK: Self = (A::BLANK, B::BLANK);

    fn pack(&self, packer: &mut Packer<'_>) {
        self.0.pack(packer);
        self.1.pack(packer);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        self.0.fill(lines);
        self.1.fill(lines);
    }
}

impl<T: Listed> Lines for Key<T> {
    const BLANK: Self = Self::new(0);

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([self.number().into()]);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        let number = lines.number();
        *self = lines.key(number);
    }

    /// Several stand on one line, and none on an empty one.
    fn pack_all(list: &[Self], packer: &mut Packer<'_>) {
        packer.numbers(list.iter().map(|key| key.number().into()));
    }

    fn fill_all(list: &mut Vec<Self>, lines: &mut Unpacker<'_>) {
        for number in lines.numbers() {
            list.push(lines.key(number));
        }
    }
}

impl Lines for bool {
    const BLANK: Self = false;

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([i64::from(*self)]);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        *self = lines.number() != 0;
    }
}

impl Lines for u8 {
    const BLANK: Self = 0;

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([i64::from(*self)]);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        *self = lines.number() as u8;
    }
}

impl Lines for CivilDay {
    const BLANK: Self = Self::MIN;

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([self.days()]);
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        *self = Self::from_days(lines.number());
    }
}

impl Lines for Edtf {
    const BLANK: Self = Self::of_day(CivilDay::MIN);

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers(Edtf::numbers(self));
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        match Self::from_numbers(&lines.numbers()) {
            Some(date) => *self = date,
            None => lines.is_broken = true,
        }
    }
}

impl Lines for ClockTime {
    const BLANK: Self = Self { hour: 0, minute: 0, second: None };

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.line(&self.to_string());
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        match lines.line().parse() {
            Ok(time) => *self = time,
            Err(_) => lines.is_broken = true,
        }
    }
}

impl Lines for Decimal {
    const BLANK: Self = Self::ZERO;

    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers(decimal_numbers(*self));
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        let numbers = lines.numbers();
        *self = lines.decimal(&numbers);
    }
}

/// One claimed number, or the two ends of a range.
impl Lines for Value {
    const BLANK: Self = Self::Single(Decimal::ZERO);

    fn pack(&self, packer: &mut Packer<'_>) {
        match self {
            Self::Single(number) => number.pack(packer),
            Self::Between(low, high) => packer.numbers([decimal_numbers(*low), decimal_numbers(*high)].concat()),
        }
    }

    fn fill(&mut self, lines: &mut Unpacker<'_>) {
        let numbers = lines.numbers();
        *self = match numbers.split_at_checked(2) {
            Some((low, high)) if !high.is_empty() => Self::Between(lines.decimal(low), lines.decimal(high)),
            _ => Self::Single(lines.decimal(&numbers)),
        };
    }
}

/// Coefficient and scale.
fn decimal_numbers(decimal: Decimal) -> [i64; 2] {
    [decimal.coefficient(), decimal.scale().into()]
}
