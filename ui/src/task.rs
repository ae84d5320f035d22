//! Work beside the page, behind one type: the compiler writes what runs a future anew for each type of future.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

/// Runs `work` beside the page. What it saves: `docs/decisions/0007-what-a-page-weighs.md`.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}
