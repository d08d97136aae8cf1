//! The bytes of a spreadsheet's file as text.
//!
//! UTF-8 with or without its mark, and UTF-16 with it, which is what Excel calls Unicode text. Older code pages are not
//! guessed at: a guess that is wrong changes names.

use super::super::issue::{Issue, Severity};
use super::grammar::with_line_feeds;

/// The text of a table's bytes, with the line ends that the reader knows.
///
/// # Errors
///
/// One issue, at the first byte that cannot be read; what stands before it is UTF-8.
pub fn sheet_text_of(bytes: &[u8]) -> Result<String, Issue> {
    let units = |from: fn([u8; 2]) -> u16| {
        let units = bytes.get(2..).unwrap_or_default().as_chunks().0.iter().map(|pair| from(*pair));
        char::decode_utf16(units).collect::<Result<String, _>>()
    };
    let text = match bytes {
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return Err(error(0, "this is a workbook, not a text", "save it from the spreadsheet as \"CSV UTF-8\""));
        }
        [0xff, 0xfe, ..] => units(u16::from_le_bytes).map_err(|_| broken_utf_16())?,
        [0xfe, 0xff, ..] => units(u16::from_be_bytes).map_err(|_| broken_utf_16())?,
        _ => {
            let text = core::str::from_utf8(bytes).map_err(|broken| {
                let what = "this byte is not UTF-8: the file may be in Windows-1251 or Windows-1252";
                error(broken.valid_up_to(), what, "save it from the spreadsheet as \"CSV UTF-8\"")
            })?;
            if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
                let what = "there are zero bytes: the file is no text, or UTF-16 without its mark";
                return Err(error(at, what, "save it from the spreadsheet as \"CSV UTF-8\""));
            }
            text.to_owned()
        }
    };
    Ok(with_line_feeds(text))
}

fn broken_utf_16() -> Issue {
    error(0, "the file begins as UTF-16 and is none", "save it from the spreadsheet as \"CSV UTF-8\"")
}

fn error(at: usize, what: &str, mend: &str) -> Issue {
    Issue { severity: Severity::Error, at, context: String::new(), what: what.to_owned(), mend: mend.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::sheet_text_of;

    #[track_caller]
    fn refuse(bytes: &[u8], at: usize, what: &str) {
        let issue = sheet_text_of(bytes).unwrap_err();
        assert!(issue.at == at && issue.what.contains(what), "{issue:?}");
    }

    #[test]
    fn no_bytes_are_no_text() {
        assert_eq!(sheet_text_of(b""), Ok(String::new()));
        assert_eq!(sheet_text_of(&[0xff, 0xfe]), Ok(String::new()));
    }

    #[test]
    fn both_forms_of_unicode_are_read() {
        let text = "id\tтекст\r\nа\t😀";
        let little: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        for bytes in [text.as_bytes(), &little, &big] {
            assert_eq!(sheet_text_of(bytes), Ok(text.to_owned()));
        }
    }

    #[test]
    fn other_bytes_are_refused_with_what_to_do() {
        refuse(b"id,text\n1,\xef\xf0\xe8\xe2\xe5\xf2", 10, "Windows-1251");
        refuse(b"PK\x03\x04\x14\x00", 0, "workbook");
        refuse(&[0xff, 0xfe, 0x00, 0xd8], 0, "UTF-16");
        refuse(b"i\0d\0", 1, "zero bytes");
    }
}
