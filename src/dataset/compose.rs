//! JSON being written, a value a line, in a form that an editor can go on with.
//!
//! It refuses to know what is written: whoever writes opens and closes.

/// A JSON text under construction.
#[derive(Debug, Default)]
pub(super) struct Composer {
    text: String,
    /// How many values each open bracket holds so far.
    n_values: Vec<usize>,
}

impl Composer {
    /// The byte at which the next thing will stand, or the comma and the space before it.
    pub fn at(&self) -> usize {
        self.text.len()
    }

    /// Opens an object or a list, as a value.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.n_values.push(0);
    }

    /// Closes what was opened last.
    pub fn close(&mut self, bracket: char) {
        if self.n_values.pop().is_some_and(|n_values| n_values > 0) {
            self.line();
        }
        self.text.push(bracket);
    }

    /// Begins a member of the open list.
    pub fn item(&mut self) {
        if let Some(n_values) = self.n_values.last_mut() {
            *n_values += 1;
            if *n_values > 1 {
                self.text.push(',');
            }
        }
        self.line();
    }

    /// Begins a member of the open object.
    pub fn key(&mut self, key: &str) {
        self.item();
        self.string(key);
        self.text.push_str(": ");
    }

    /// A string, as a value.
    pub fn string(&mut self, text: &str) {
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                ..' ' => self.text.push_str(&format!("\\u{:04x}", u32::from(character))),
                _ => self.text.push(character),
            }
        }
        self.text.push('"');
    }

    /// A key with a string.
    pub fn pair(&mut self, key: &str, text: &str) {
        self.key(key);
        self.string(text);
    }

    /// What is JSON already, as a value.
    pub fn raw(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// Goes on with a list that was copied without its end.
    pub fn resume(&mut self, n_values: usize) {
        self.n_values.push(n_values);
    }

    /// The whole text.
    pub fn finish(mut self) -> String {
        self.text.push('\n');
        self.text
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.n_values.len() {
            self.text.push_str("  ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Composer;
    use proptest::prelude::{prop_assert_eq, proptest};

    #[test]
    fn nothing_is_written_as_nothing() {
        let mut out = Composer::default();
        out.open('{');
        out.key("a");
        out.open('[');
        out.close(']');
        out.close('}');
        assert_eq!(out.finish(), "{\n  \"a\": []\n}\n");
    }

    #[test]
    fn each_value_stands_on_its_line() {
        let mut out = Composer::default();
        out.open('{');
        out.pair("a", "b");
        out.key("c");
        out.open('[');
        out.item();
        out.raw("1");
        out.item();
        out.raw("2");
        out.close(']');
        out.close('}');
        assert_eq!(out.finish(), "{\n  \"a\": \"b\",\n  \"c\": [\n    1,\n    2\n  ]\n}\n");
    }

    proptest! {
        #[test]
        fn every_string_is_read_as_it_was_meant(text in "(.|[\\x00-\\x1f]){0,20}") {
            let mut out = Composer::default();
            out.string(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&out.finish()).ok(), Some(text));
        }
    }
}
