//! The plain pages that hold all entries of a large file with their evidence: where each stands, and how an entry is
//! read from one.

/// So many entries stand in a plain page.
pub const PER_PLAIN_PAGE: usize = 500;

/// The folder of the plain page that holds an entry, by its place in the usual order, from 0.
pub fn plain_page_of(rank: usize) -> String {
    plain_page(rank / PER_PLAIN_PAGE + 1)
}

/// The folder of a plain page, by its number from 1.
pub fn plain_page(number: usize) -> String {
    ["facts/", &number.to_string(), "/"].concat()
}

/// The markup of an entry in the text of a plain page: the rest need not be parsed for it.
pub fn entry_in<'a>(plain_page: &'a str, id: &str) -> Option<&'a str> {
    let opening = ["article class=\"entry\" id=\"fact-", id, "\""].concat();
    let closing = "/article>";
    let mut at = 0;
    let mut from = None;
    for part in plain_page.split('<') {
        match from {
            None if part.starts_with(&opening) => from = Some(at - 1),
            Some(from) if part.starts_with(closing) => return plain_page.get(from..at + closing.len()),
            _ => {}
        }
        at += part.len() + 1;
    }
    None
}
