//! The page: the app that `factline build` puts beside the facts.

use factline::{ui, web};

/// Far smaller than the standard library's (`docs/design.md`), for the module that everybody loads. The one that reads
/// whole facts files keeps the other, which gives large memory back.
#[cfg(not(feature = "draw"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        if let Err(error) = ui::start().await {
            web::page::mark_failed(&error.told(), ui::MISSING);
        }
    });
}
