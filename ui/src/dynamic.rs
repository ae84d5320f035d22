//! Parts of the page that change, behind one type. The compiler writes the machinery of a reactive view anew
//! for each type of closure; for the closures that are boxed here, it is written once.

use leptos::prelude::*;

/// A part of the page that is built again whenever what it reads changes.
pub type Dynamic = Box<dyn FnMut() -> AnyView + Send>;

/// The part of the page that `view` builds. What it saves: `docs/decisions/0007-what-a-page-weighs.md`.
pub fn dynamic(view: impl FnMut() -> AnyView + Send + 'static) -> Dynamic {
    Box::new(view)
}
