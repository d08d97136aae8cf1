//! What stands around the facts: the base without its facts, and the lists that the rows add to.

use super::super::json::{Entry, Shape};
use super::SheetOptions;
use super::located::{Mark, Origin};
use super::rows::Facts;
use super::things::List;

impl Facts<'_> {
    /// Writes all that stands before the facts: of the base what the rows have no part in.
    pub fn open(&mut self, base: &[Entry<'_>], options: SheetOptions<'_>) {
        self.mark(Origin::Table);
        self.out.open('{');
        if options.base.is_none() {
            self.out.key("factline");
            self.out.raw("1");
        } else {
            // An object that is not there is missing from the base.
            self.sheet.marks.push(Mark::base(0, 0));
        }
        let has_title = base.iter().any(|entry| entry.key == "title");
        if let Some(title) = options.title.or_else(|| (!has_title).then_some(options.name)) {
            self.mark(Origin::Table);
            self.out.pair("title", title);
        }
        for entry in base {
            let is_written_later =
                List::ALL.iter().any(|list| entry.key == list.key() && entry.node.shape() == Shape::List);
            if !is_written_later && entry.key != "facts" && !(entry.key == "title" && options.title.is_some()) {
                self.copy(entry, entry.node.raw);
            }
        }
        self.mark(Origin::Table);
        if options.base.is_none() && self.sheet.columns.iter().any(|column| column.language.is_some()) {
            self.out.key("languages");
            self.out.open('[');
            for language in &self.languages {
                self.out.item();
                self.out.string(language);
            }
            self.out.close(']');
        }
        self.out.key("facts");
        self.out.open('[');
    }

    fn copy(&mut self, entry: &Entry<'_>, raw: &str) {
        self.out.item();
        self.sheet.marks.push(Mark::base(self.out.at(), entry.key_at));
        self.out.string(&entry.key);
        self.out.raw(": ");
        self.sheet.marks.push(Mark::base(self.out.at(), entry.node.at));
        self.out.raw(raw);
    }

    /// Writes the lists that the rows make, behind those of the base.
    pub fn close(mut self, base: &[Entry<'_>]) {
        self.out.close(']');
        for list in List::ALL {
            let own = base.iter().find(|entry| entry.key == list.key() && entry.node.shape() == Shape::List);
            let n_made = self.things.n_made(list);
            match own {
                None if n_made == 0 => continue,
                None => {
                    self.mark(Origin::Table);
                    self.out.key(list.key());
                    self.out.open('[');
                }
                Some(entry) => {
                    let n_own = entry.node.items().count();
                    let raw = entry.node.raw.strip_suffix(']').unwrap_or_default();
                    self.copy(entry, raw.trim_end());
                    self.out.resume(n_own);
                }
            }
            let languages = self.languages_or_english();
            let marks = &mut self.sheet.marks;
            self.things.write(list, &languages, &mut self.out, &mut |out, spot| {
                marks.push(Mark::new(out.at(), Origin::Cell(spot)));
            });
            self.out.close(']');
        }
        self.out.close('}');
        self.sheet.json = self.out.finish();
    }

    fn languages_or_english(&self) -> Vec<String> {
        if self.languages.is_empty() { vec!["en".to_owned()] } else { self.languages.clone() }
    }
}
