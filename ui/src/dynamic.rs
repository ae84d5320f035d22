//! Reactive views behind one type. The compiler generates the code of a reactive view for each type of
//! closure; for boxed closures it is generated once.

use leptos::prelude::*;

/// A part of the page that is rebuilt whenever a signal that it reads changes.
pub type Dynamic = Box<dyn FnMut() -> AnyView + Send>;

/// Boxes the closure of a reactive view. What it saves: `docs/decisions/0007-what-a-page-weighs.md`.
pub fn dynamic(view: impl FnMut() -> AnyView + Send + 'static) -> Dynamic {
    Box::new(view)
}
