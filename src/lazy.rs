//! Code splitting: pages in chunks, which are separate files. A chunk is loaded when an address of its page
//! is opened, or preloaded when somebody points at or focuses a link to it.
//!
//! The build's split tool makes the chunks (`docs/decisions/0008-one-app-in-chunks.md`). Without the feature
//! `chunks`, as in development, all code is in one file and loads at once.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use parvis_ui::{Skeleton, listen_to_window, spawn};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::error_pages::ChunkMissing;
use crate::page_title::focus_next_heading;

/// A chunk could not be loaded.
#[derive(Clone, Debug, thiserror::Error)]
#[error("a part of the app did not arrive")]
pub struct ChunkError;

#[cfg(feature = "chunks")]
impl From<leptos::wasm_split::SplitLoaderError> for ChunkError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        // The loader has logged the details to the console.
        Self
    }
}

/// Loads a chunk.
pub type Load = Pin<Box<dyn Future<Output = Result<(), ChunkError>>>>;

/// A view whose code is in a chunk.
#[derive(Clone, Copy)]
pub struct LazyView {
    /// The chunk's name, which links to the page have as `data-chunk`.
    pub chunk: &'static str,
    /// Loads the chunk. A loaded chunk is not fetched again; a failed one is.
    pub load: fn() -> Load,
    /// Builds the view, once the chunk is loaded.
    pub view: fn() -> Result<AnyView, ChunkError>,
}

/// Declares [`LazyView`]s: the name, the chunk and the view.
macro_rules! lazy_views {
    ($($(#[$doc:meta])* $name:ident, $load:ident = $chunk:ident => $view:expr;)*) => { $(
        $(#[$doc])*
        #[allow(non_upper_case_globals, reason = "named as the function that the split tool finds")]
        pub const $name: $crate::lazy::LazyView = {
            #[cfg_attr(
                feature = "chunks",
                ::leptos::wasm_split::wasm_split(
                    $chunk,
                    wasm_split_path = ::leptos::wasm_split,
                    fallible,
                    preload($load)
                )
            )]
            fn $name() -> Result<AnyView, $crate::lazy::ChunkError> {
                Ok($view.into_any())
            }
            $crate::lazy::LazyView {
                chunk: stringify!($chunk),
                #[cfg(feature = "chunks")]
                load: || Box::pin(async { Ok($load().await?) }),
                #[cfg(not(feature = "chunks"))]
                load: || Box::pin(std::future::ready(Ok(()))),
                #[cfg(feature = "chunks")]
                view: || $crate::lazy::at_once($name()),
                #[cfg(not(feature = "chunks"))]
                view: $name,
            }
        };
    )* };
}
pub(crate) use lazy_views;

/// Returns the view of a split function whose chunk is loaded: its future is ready at once.
#[cfg(feature = "chunks")]
pub fn at_once(
    built: impl Future<Output = Result<AnyView, ChunkError>>,
) -> Result<AnyView, ChunkError> {
    use std::task::{Context, Poll, Waker};

    match std::pin::pin!(built).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view,
        Poll::Pending => Err(ChunkError),
    }
}

/// Shows a view once its chunk is loaded, `outline` until then, and `missing` if it could not be loaded. By
/// default, the last two are those of a whole page.
#[component]
pub fn Lazy(
    /// The view.
    view: LazyView,
    /// Shown while the chunk is loading.
    #[prop(default = page_outline)]
    outline: fn() -> AnyView,
    /// Shown if the chunk could not be loaded; the callback loads it again.
    #[prop(default = page_missing)]
    missing: fn(Callback<()>) -> AnyView,
) -> impl IntoView {
    let chunk = LocalResource::new(move || (view.load)());
    let retry = Callback::new(move |()| {
        chunk.refetch();
        // The button that was pressed has been removed.
        focus_next_heading();
    });
    view! {
        <Suspense fallback=outline>
            {move || Suspend::new(async move {
                chunk.await.and_then(|()| (view.view)()).unwrap_or_else(|ChunkError| missing(retry))
            })}
        </Suspense>
    }
}

fn page_outline() -> AnyView {
    view! {
        <div class="fr-container page page--outline">
            <Skeleton lines=6 />
        </div>
    }
    .into_any()
}

fn page_missing(retry: Callback<()>) -> AnyView {
    view! { <ChunkMissing retry /> }.into_any()
}

/// The delay between the first paint of the rooms and the preloading of likely chunks.
const LIKELY_AFTER: Duration = Duration::from_secs(3);

/// The views that a person who looks at the rooms is likely to open next: a context of the app.
#[derive(Clone, Copy)]
pub struct Likely(pub &'static [LazyView]);

/// Preloads the [`Likely`] chunks after a delay, unless the person saves data. To be called when the rooms
/// are painted, so that nothing competes with them for bandwidth.
pub fn fetch_likely_soon(Likely(views): Likely) {
    if !saves_data() {
        set_timeout(
            move || views.iter().for_each(|view| fetch(*view)),
            LIKELY_AFTER,
        );
    }
}

/// Preloads chunks: when somebody points at or focuses a link to their page (`data-chunk`).
pub fn preload(views: &'static [LazyView]) {
    let near = move |target: Option<EventTarget>| {
        let link = target
            .and_then(|target| target.dyn_into::<Element>().ok())
            .and_then(|element| element.closest("[data-chunk]").ok().flatten());
        let Some(chunk) = link.and_then(|link| link.get_attribute("data-chunk")) else {
            return;
        };
        views
            .iter()
            .filter(|view| view.chunk == chunk)
            .for_each(|view| fetch(*view));
    };
    listen_to_window(ev::pointerover, move |event| near(event.target()));
    listen_to_window(ev::focusin, move |event| near(event.target()));
}

/// Loads the chunk of `view`. A failure is ignored: opening the page loads it again, and reports an error.
fn fetch(view: LazyView) {
    spawn(async move {
        let _ = (view.load)().await;
    });
}

/// Whether the person has asked for less data (`navigator.connection.saveData`).
fn saves_data() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into());
    connection
        .and_then(|connection| Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|saves| saves.is_truthy())
}
