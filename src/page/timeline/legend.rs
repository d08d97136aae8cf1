//! The legend: only what is on screen, shapes of dates first, then whose words they are.

use crate::order;
use crate::page::Html;
use crate::timeline::{Shape, Zone};

use super::{Drawn, Laid, Telling, Word};

/// What the forms in the window mean.
pub fn legend(telling: Telling<'_>, drawn: &Drawn, laid: &Laid) -> Html {
    let mut html = Html::new();
    let mut shapes: Vec<(&str, &str)> = Vec::new();
    let mut voices: Vec<(String, String)> = Vec::new();
    let marks = laid.layouts().into_iter().flat_map(|layout| &layout.marks);
    for mark in marks.filter(|mark| mark.zone == Zone::Window) {
        let extent = &drawn.index.items()[mark.item as usize].extent;
        let key = &drawn.facts[mark.item as usize];
        let shape = match extent.shape {
            Shape::Moment => ("moment", "shape-moment"),
            Shape::Day => ("day", "shape-day"),
            Shape::Range => ("range", "shape-range"),
            Shape::Tally => ("tally", "shape-tally"),
            _ => ("coarse", "shape-coarse"),
        };
        shapes.push(shape);
        for (holds, class, key) in [
            (extent.approximate, "about", "shape-about"),
            (extent.uncertain, "unsure", "shape-unsure"),
            (extent.open_start, "open-start", "shape-open-start"),
            (extent.open_end, "open-end", "shape-open-end"),
        ] {
            if holds {
                shapes.push((class, key));
            }
        }
        let voice = telling.word(*key, Word::Voice);
        if !voice.is_empty() {
            voices.push((telling.word(*key, Word::Mark), voice));
        }
    }
    order::sort_by(&mut shapes, Ord::cmp);
    shapes.dedup();
    order::sort_by(&mut voices, Ord::cmp);
    voices.dedup();
    html.put(r#"<ul class="legend" aria-label="{}">"#, &[telling.say("legend-label")]);
    for (class, key) in shapes {
        let mut sample = String::from("sample ");
        sample.push_str(class);
        html.put(r#"<li><span class="{}" aria-hidden="true"></span>"#, &[&sample]);
        html.text(telling.say(key)).raw("</li>");
    }
    for (class, name) in voices {
        html.put(r#"<li><span class="{}" aria-hidden="true"></span><span><span"#, &[&class]);
        html.lang(telling.outline.content_lang()).put(">{}</span>", &[&name]);
        if class.starts_with("mk mk-q") {
            html.text(" ").text(telling.say("as-quoted"));
        }
        html.raw("</span></li>");
    }
    html.raw("</ul>");
    html
}
