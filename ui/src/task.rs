//! Asynchronous tasks behind one type: the compiler generates the code that runs a future for each type of
//! future.

use std::pin::Pin;

use wasm_bindgen_futures::spawn_local;

/// Runs a future in the background. What it saves: `docs/decisions/0007-what-a-page-weighs.md`.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}
