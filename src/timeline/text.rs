//! How wide a text is, without a screen to measure it on.
//!
//! The same answer has to come out where the page is prerendered and where it is shown, and a label must never be
//! wider than its box. So a width here is never less than the real one in the fonts that readers have: the table
//! holds, for each character, the greatest advance of DejaVu Sans (the widest), Noto Sans and Liberation Sans,
//! rounded up; Segoe UI and Roboto are narrower. It knows upright text of normal weight only, and no kerning.

/// Where a label still stands on one line: two short lines are easier to place than one long one.
const ONE_LINE_PX: f64 = 110.0;

/// The width of a character that no table holds, in hundredths of the text size: that of an emoji, the widest.
const OTHER: u8 = 141;

/// Advances in hundredths of the text size, U+0020 to U+007E.
#[rustfmt::skip]
const ASCII: [u8; 95] = [
    32, 41, 46, 84, 64, 96, 78, 28, 40, 40, 56, 84, 32, 37, 32, 38, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 34, 50, 67, 56, 91, 76, 79,
    67, 79, 73, 67, 62, 74, 69, 99, 69, 67, 69, 40, 38, 40, 84, 56, 50, 62, 64, 55, 64, 62, 36, 64,
    64, 28, 28, 58, 28, 98, 64, 62, 64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 56, 64, 84,
];

/// U+0400 to U+045F.
#[rustfmt::skip]
const CYRILLIC: [u8; 96] = [
    67, 67, 87, 61, 72, 67, 34, 34, 50, 110, 105, 86, 71, 77, 64, 76, 69, 69, 69, 61, 79, 67, 108, 65,
    77, 77, 71, 76, 91, 76, 79, 76, 67, 73, 62, 64, 87, 69, 78, 70, 107, 110, 84, 89, 69, 72, 108, 73,
    62, 62, 59, 53, 70, 62, 91, 54, 65, 65, 61, 64, 76, 66, 62, 66, 64, 55, 59, 60, 86, 60, 69, 62,
    92, 95, 71, 79, 60, 55, 85, 61, 62, 62, 63, 53, 55, 53, 28, 28, 28, 91, 90, 66, 61, 65, 60, 66,
];

/// A text set in a box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lines {
    /// The width of the box.
    pub width_px: f64,
    /// One or two.
    pub n_lines: u8,
    /// The byte at which the second line starts; the length of the text if there is none.
    pub break_at: usize,
}

/// The width of a text on one line, never less than it really is.
pub fn text_width_px(text: &str, size_px: f64) -> f64 {
    let n_hundredths: u32 = text.chars().map(|char| u32::from(advance(char))).sum();
    f64::from(n_hundredths) * size_px / 100.0
}

/// Sets a label in one line, or two of which the longer is as short as it can be.
///
/// One line stays one up to 110 px. The box may be wider than `max_px` where a word or the two lines do not fit:
/// a label is never cut, so the caller decides whether to show it.
///
/// A browser that breaks greedily in a box of this width needs no more lines, since each line fits.
pub fn wrap(label: &str, max_px: f64, size_px: f64) -> Lines {
    let whole_px = text_width_px(label, size_px);
    let mut lines = Lines { width_px: whole_px, n_lines: 1, break_at: label.len() };
    if whole_px <= ONE_LINE_PX.min(max_px) {
        return lines;
    }
    let space_px = text_width_px(" ", size_px);
    let mut before_px = 0.0;
    for (at, char) in label.char_indices() {
        if char == ' ' {
            let width_px = f64::max(before_px, whole_px - before_px - space_px);
            if width_px < lines.width_px {
                lines = Lines { width_px, n_lines: 2, break_at: at + 1 };
            }
        }
        before_px += f64::from(advance(char)) * size_px / 100.0;
    }
    lines
}

/// The advance of a character in hundredths of the text size.
fn advance(char: char) -> u8 {
    let code = char as usize;
    match char {
        ' '..='~' => ASCII[code - 0x20],
        '\u{400}'..='\u{45f}' => CYRILLIC[code - 0x400],
        // The other letters of Kazakh.
        'Ғ' | 'ғ' | 'Ұ' | 'ұ' | 'Ү' | 'ү' | 'Һ' | 'һ' => 70,
        'Ә' | 'ә' | 'Қ' | 'қ' | 'Ң' | 'ң' | 'Ө' | 'ө' => 79,
        '\u{a0}' => ASCII[0],
        // Narrow spaces and marks.
        '\u{2009}' | '\u{202f}' | '·' | '‘' | '’' | '‚' | '°' => 50,
        '—' | '…' | '№' => 108,
        '«' | '»' | '“' | '”' | '„' | '–' | '•' | '₸' | '€' => 64,
        // Latin with accents: none but the ligatures is wider than its plain letter by much.
        'Æ' | 'æ' | 'Œ' | 'œ' => 108,
        '\u{c0}'..='\u{17f}' => 93,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::{text_width_px, wrap};

    #[track_caller]
    fn check(label: &str, lines: &[&str]) {
        let set = wrap(label, 190.0, 13.0);
        let (first, second) = label.split_at(set.break_at);
        let got = if set.n_lines == 1 { vec![first] } else { vec![first.trim_end(), second] };
        assert_eq!(got, lines);
        for line in lines {
            assert!(text_width_px(line, 13.0) <= set.width_px + 1e-9, "{line}");
        }
    }

    #[test]
    fn nothing_has_no_width_and_one_word_has_one_line() {
        check("", &[""]);
        check("Үкімет", &["Үкімет"]);
        check("Electroencephalographically", &["Electroencephalographically"]);
    }

    #[test]
    fn a_short_label_keeps_one_line() {
        check("Airport reopens", &["Airport reopens"]);
    }

    #[test]
    fn a_long_label_takes_two_lines_of_about_one_length() {
        check("LPG at 120 tenge a litre in Mangystau", &["LPG at 120 tenge a", "litre in Mangystau"]);
        check("Almaty city hall broken into, gunfire heard", &["Almaty city hall broken", "into, gunfire heard"]);
    }

    #[test]
    fn no_width_is_less_than_dejavu_sans_needs() {
        // Widths of the whole line at 100 px, as DejaVu Sans sets it.
        let measured = [
            ("LPG at 120 tenge a litre in Mangystau", 1895.9),
            ("Президент приказал стрелять без предупреждения", 2769.9),
            ("Ұлттық қауіпсіздік комитетінің төрағасы", 2169.0),
            ("«Әуежай» қайтарылды: 5 немесе 6 қаңтар", 2269.8),
            ("5,300 cases — 98.7 %", 1113.1),
        ];
        for (text, real_px) in measured {
            let width_px = text_width_px(text, 100.0);
            assert!(width_px >= real_px && width_px < real_px * 1.15, "{text}: {width_px} for {real_px}");
        }
    }

    #[test]
    fn every_character_has_a_width() {
        for code in 0x20..0x3000 {
            let Some(char) = char::from_u32(code) else { continue };
            assert!(text_width_px(char.encode_utf8(&mut [0; 4]), 10.0) > 2.0);
        }
    }
}
