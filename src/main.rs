//! The page: the app that `factline build` puts beside the facts.

use factline::{ui, web};

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        if let Err(error) = ui::start().await {
            web::page::mark_failed(&error.to_string(), ui::MISSING);
        }
    });
}
