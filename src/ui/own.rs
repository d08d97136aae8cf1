//! The file that a reader brings: it is read, checked, and shown in place of what the page showed.

use wasm_bindgen_futures::spawn_local;

use crate::dataset::{Examined, Located, examine};
use crate::page::OwnFile;
use crate::web::{events, file, page, region};

use super::draw;
use super::start::FILE;

/// A larger file is refused before it is read. Read and indexed it takes about ten times as much memory, which a
/// phone does not have, and the page stands still for seconds meanwhile.
const MAX_MEBIBYTES: u32 = 64;

/// Takes the file that was brought before the app was there, and those that come.
pub(super) fn listen() {
    events::on_window(FILE, Box::new(|_| take()));
    take();
}

fn take() {
    if let Some(file) = file::brought() {
        spawn_local(show(file));
    }
}

async fn show(file: file::OwnFile) {
    let name = file.name();
    let found = examined(&name, &file).await;
    // Only now: another file may have been shown in the meantime.
    let Some(app) = draw::standing() else { return };
    let own = OwnFile { name, is_shown: found.dataset.is_some(), problems: found.problems, counts: found.counts };
    match found.dataset {
        Some(dataset) => draw::show_own(&app, dataset, own),
        None => app.tell_own(own),
    }
    page::soon(Box::new(|| {
        if let Some(told) = page::element("own-file") {
            page::go_to(&told);
            region::focus(&told);
        }
    }));
}

async fn examined(name: &str, file: &file::OwnFile) -> Examined {
    if file.n_bytes() > f64::from(MAX_MEBIBYTES << 20) {
        let what =
            ["the file is larger than ", &MAX_MEBIBYTES.to_string(), " MiB, which a page does not open"].concat();
        return Examined::unreadable(Located::of_file(what, "check it with the command, `factline check`"));
    }
    match file.bytes().await {
        Some(bytes) => examine(name, &bytes),
        None => {
            let what = "the browser cannot read the file".to_owned();
            Examined::unreadable(Located::of_file(what, "it may have been moved or changed: choose it again"))
        }
    }
}
