//! What changes on the page, in few types. The compiler writes out all of a view's machinery anew
//! for each type of closure that it meets; behind these, there is one of each for the whole app.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::i18n::Text;

/// A part of the page that is built again whenever what it reads changes.
type Live = Box<dyn FnMut() -> AnyView + Send>;

/// The part of the page that `view` builds.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> Live {
    Box::new(view)
}

/// No part of the page.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// `true` or `false`, for the attributes of WAI-ARIA that take either.
pub fn flag(is: impl Fn() -> bool + Send + Sync + 'static) -> Text {
    Signal::derive(move || is().to_string())
}

/// Runs `work` beside the page.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    let work: std::pin::Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    spawn_local(work);
}
