//! The timeline as text: what stands on it, the drawing, and what stands around the drawing.
//!
//! The page is prerendered without knowing its width. So the drawing holds its layout for two widths, positions are
//! per cent of the width, and style picks the layout that fits; on a narrow screen the same marks flow as a list by
//! day. Nothing is measured before the first paint, so nothing moves when the app takes over; later only the form that
//! the screen shows is drawn.
//!
//! ```text
//!   narrower than 600 px   a list by day (the same elements)
//!   600 px and more        the layout for 600 px, stretched
//!   840 px and more        the layout for 840 px, stretched
//! ```

mod around;
mod axis;
mod drawing;
mod ground;
mod grouping;
mod item;
mod laid;
mod legend;
mod marks;
mod outline;
mod overview;
mod telling;
mod words;

pub use around::{controls, date_value, edges, key_help, side};
pub use drawing::drawing;
pub use ground::{Drawn, Ground, drawn, ground};
pub use grouping::{Grouping, group};
pub use laid::{BEYOND, Fit, Laid, Manner, lay};
pub use legend::legend;
pub use outline::{Opening, Outline, Outlined, outline};
pub use overview::overview;
pub use telling::{Telling, Word, Words, card_evidence};
pub use words::fact_line;

/// The widths that a drawing is laid out for; `style/timeline.css` has the same two.
pub const WIDTHS_PX: [f64; 2] = [600.0 - MARGIN_PX, 840.0 - MARGIN_PX];

/// Room right of the window, for the words of its last day: half a label. In `style/timeline.css` too.
const MARGIN_PX: f64 = 96.0;

/// A number for CSS with two decimals and no noise: 36.1, never 36.09999.
pub fn decimals(number: f64) -> String {
    let hundredths = (number * 100.0).round() as i64;
    let mut text = String::new();
    if hundredths < 0 {
        text.push('-');
    }
    let magnitude = hundredths.unsigned_abs();
    text.push_str(&(magnitude / 100).to_string());
    let rest = magnitude % 100;
    if rest > 0 {
        text.push('.');
        text.push(char::from(b'0' + (rest / 10) as u8));
        if !rest.is_multiple_of(10) {
            text.push(char::from(b'0' + (rest % 10) as u8));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::decimals;

    #[test]
    fn numbers_for_style_are_short() {
        for (number, text) in [(0.0, "0"), (36.099_99, "36.1"), (-2.345, "-2.35"), (100.0, "100"), (0.05, "0.05")] {
            assert_eq!(decimals(number), text, "{number}");
        }
    }
}
