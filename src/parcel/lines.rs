//! Lines of text, written and read: what any value can be made of.
//!
//! Reading never fails in the middle. What does not fit gives some value and is remembered, and in the end the whole is
//! refused; so the code that reads has no branches for what never happens.

use core::str::FromStr;

use crate::date::{CivilDay, ClockTime, Edtf};
use crate::fact::{Decimal, Key, Value};
use crate::i18n::Text;

/// What can stand on lines.
pub(super) trait Lines: Sized {
    /// Writes it.
    fn pack(&self, packer: &mut Packer<'_>);
    /// Reads what `pack` wrote.
    fn unpack(lines: &mut Unpacker<'_>) -> Self;

    /// Writes several: how many, and then each.
    fn pack_all(list: &[Self], packer: &mut Packer<'_>) {
        packer.numbers([list.len() as i64]);
        list.iter().for_each(|value| value.pack(packer));
    }

    /// Reads what `pack_all` wrote.
    fn unpack_all(lines: &mut Unpacker<'_>) -> Vec<Self> {
        let n = lines.number();
        lines.several(n as usize)
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
    pub fn list<T: Lines + Listed>(&mut self) -> Vec<T> {
        self.several(self.lengths[T::LIST])
    }

    /// So many values, or fewer if the lines end.
    fn several<T: Lines>(&mut self, n: usize) -> Vec<T> {
        let mut list = Vec::new();
        while list.len() < n && !self.is_broken {
            list.push(T::unpack(self));
        }
        list
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

    /// A value by the text that it is written as.
    fn parsed<T: FromStr>(&mut self, else_value: T) -> T {
        let parsed = self.line().parse();
        self.is_broken |= parsed.is_err();
        parsed.unwrap_or(else_value)
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
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.escaped(self);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        lines.unescaped()
    }
}

impl Lines for Text {
    fn pack(&self, packer: &mut Packer<'_>) {
        let resolved = self.resolve(packer.lang, packer.default_lang);
        if let Some(lang) = resolved.lang {
            packer.line(&["\\l", lang].concat());
        }
        packer.escaped(resolved.text);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        match lines.rest.strip_prefix("\\l") {
            None => Self::plain(lines.unescaped()),
            Some(rest) => {
                lines.rest = rest;
                let lang = lines.line().to_owned();
                Self::from_pairs(vec![(lang, lines.unescaped())])
            }
        }
    }
}

impl<T: Lines> Lines for Option<T> {
    fn pack(&self, packer: &mut Packer<'_>) {
        match self {
            Some(value) => value.pack(packer),
            None => packer.line(""),
        }
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        (!lines.is_absent()).then(|| T::unpack(lines))
    }
}

impl<T: Lines> Lines for Vec<T> {
    fn pack(&self, packer: &mut Packer<'_>) {
        T::pack_all(self, packer);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        T::unpack_all(lines)
    }
}

impl<A: Lines, B: Lines> Lines for (A, B) {
    fn pack(&self, packer: &mut Packer<'_>) {
        self.0.pack(packer);
        self.1.pack(packer);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        (A::unpack(lines), B::unpack(lines))
    }
}

impl<T: Listed> Lines for Key<T> {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([self.number().into()]);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        let number = lines.number();
        lines.key(number)
    }

    /// Several stand on one line, and none on an empty one.
    fn pack_all(list: &[Self], packer: &mut Packer<'_>) {
        packer.numbers(list.iter().map(|key| key.number().into()));
    }

    fn unpack_all(lines: &mut Unpacker<'_>) -> Vec<Self> {
        let numbers = lines.numbers();
        numbers.into_iter().map(|number| lines.key(number)).collect()
    }
}

impl Lines for bool {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([i64::from(*self)]);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        lines.number() != 0
    }
}

impl Lines for u8 {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([i64::from(*self)]);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        lines.number() as u8
    }
}

impl Lines for CivilDay {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers([self.days()]);
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        Self::from_days(lines.number())
    }
}

impl Lines for Edtf {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.line(&self.to_string());
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        lines.parsed(CivilDay::from_days(0).into())
    }
}

impl Lines for ClockTime {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.line(&self.to_string());
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        lines.parsed(Self { hour: 0, minute: 0, second: None })
    }
}

impl Lines for Decimal {
    fn pack(&self, packer: &mut Packer<'_>) {
        packer.numbers(decimal_numbers(*self));
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        let numbers = lines.numbers();
        lines.decimal(&numbers)
    }
}

/// One claimed number, or the two ends of a range.
impl Lines for Value {
    fn pack(&self, packer: &mut Packer<'_>) {
        match self {
            Self::Single(number) => number.pack(packer),
            Self::Between(low, high) => packer.numbers([decimal_numbers(*low), decimal_numbers(*high)].concat()),
        }
    }

    fn unpack(lines: &mut Unpacker<'_>) -> Self {
        let numbers = lines.numbers();
        match numbers.split_at_checked(2) {
            Some((low, high)) if !high.is_empty() => Self::Between(lines.decimal(low), lines.decimal(high)),
            _ => Self::Single(lines.decimal(&numbers)),
        }
    }
}

/// Coefficient and scale.
fn decimal_numbers(decimal: Decimal) -> [i64; 2] {
    [decimal.coefficient(), decimal.scale().into()]
}
