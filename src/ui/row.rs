//! The evidence under a row of the table.

use crate::fact::{Fact, Key};
use crate::page::card_evidence;
use crate::state::App;
use crate::web::{page, region};

/// Puts the evidence under the row of a table that was chosen.
pub(super) fn show(app: &App, selected: Option<Key<Fact>>) {
    let id = selected.map(|key| app.model().outline.id_of(key));
    let focused = region::focused_key();
    for old in page::all("tr.row-evidence") {
        if id.is_some() && old.get_attribute("data-of").as_deref() == id {
            return;
        }
        old.remove();
    }
    let (Some(key), Some(id)) = (selected, id) else { return };
    if let Some(row) = page::all(&["tr[data-fact=\"", id, "\"]"].concat()).first() {
        let evidence = card_evidence(app.model().telling(), key).into_string();
        let open = ["<tr class=\"row-evidence\" data-of=\"", id, "\"><td colspan=\"6\">"].concat();
        region::add_after(row, &[&open, evidence.as_str(), "</td></tr>"].concat());
        if let (Some(key), Some(added)) = (focused, row.next_element_sibling()) {
            region::focus_key(&added, &key);
        }
    }
}
