//! What is shown once something has been loaded, and until then. Whatever is loaded is behind one type, as the compiler
//! generates the code that waits for a value once for each type of value (`docs/decisions/0007-what-a-page-weighs.md`).

use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;

/// Builds what is shown once the loading has ended, however it did. It gets a callback that loads again.
pub type Ended = Rc<dyn Fn(Callback<()>) -> AnyView>;

/// Loads something.
pub type Load = Box<dyn Fn() -> Pin<Box<dyn Future<Output = Ended>>>>;

/// Shows `outline` until the loading has ended. `refocus` moves the focus when it begins again, because the button
/// that was pressed is removed.
pub fn pending(load: Load, outline: fn() -> AnyView, refocus: fn()) -> AnyView {
    let ended = LocalResource::new(load);
    let retry = Callback::new(move |()| {
        ended.refetch();
        refocus();
    });
    view! {
        <Suspense fallback=outline>
            {move || Suspend::new(async move {
                let view = ended.await;
                view(retry)
            })}
        </Suspense>
    }
    .into_any()
}
