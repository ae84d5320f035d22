//! Pages in chunks: files of their own, fetched when their address is opened, or before, when somebody
//! points at a way there.
//!
//! A chunk is made by the build's split tool (`docs/decisions/0008-one-app-in-chunks.md`). Without the feature
//! `chunks`, as in development, everything stands in one file and loads at once.

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

/// A chunk did not arrive.
#[derive(Clone, Debug, thiserror::Error)]
#[error("a part of the app did not arrive")]
pub struct ChunkError;

#[cfg(feature = "chunks")]
impl From<leptos::wasm_split::SplitLoaderError> for ChunkError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        // The loader has written what happened to the console; there is no more to it.
        Self
    }
}

/// Fetches a chunk.
pub type Load = Pin<Box<dyn Future<Output = Result<(), ChunkError>>>>;

/// A view whose code comes in a chunk.
#[derive(Clone, Copy)]
pub struct LazyView {
    /// The chunk's name, which links to the page bear (`data-chunk`).
    pub chunk: &'static str,
    /// Fetches the chunk; one that is there is not fetched again, one that failed is.
    pub load: fn() -> Load,
    /// Builds the view, once the chunk is there.
    pub view: fn() -> Result<AnyView, ChunkError>,
}

/// Declares [`LazyView`]s: the name, the chunk that it comes in, and the view.
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

/// What a split function gives once its chunk is there: it waits for nothing then.
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

/// A view once its chunk is there; an outline until then; and where the chunk does not arrive, that, and a
/// way to fetch it again. Without the last two, those of a whole page.
#[component]
pub fn Lazy(
    /// What to show.
    view: LazyView,
    /// What is shown until the chunk is there.
    #[prop(default = page_outline)]
    outline: fn() -> AnyView,
    /// What is shown when the chunk did not arrive; the callback fetches it again.
    #[prop(default = page_missing)]
    missing: fn(Callback<()>) -> AnyView,
) -> impl IntoView {
    let chunk = LocalResource::new(move || (view.load)());
    let retry = Callback::new(move |()| {
        chunk.refetch();
        // The button that was pressed is gone.
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

/// How long after the rooms were painted the likely chunks are fetched beforehand.
const LIKELY_AFTER: Duration = Duration::from_secs(3);

/// The chunks that somebody who looks at their rooms is likely to need next. A context of the app.
#[derive(Clone, Copy)]
pub struct Likely(pub &'static [LazyView]);

/// Fetches the [`Likely`] chunks after a while, unless the person saves data. To be called when the rooms are
/// painted: nothing is to compete with them for the line.
pub fn fetch_likely_soon(Likely(views): Likely) {
    if !saves_data() {
        set_timeout(
            move || views.iter().for_each(|view| fetch(*view)),
            LIKELY_AFTER,
        );
    }
}

/// Fetches chunks before they are needed: when somebody points at a link to their page, or focuses it
/// (`data-chunk`).
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

/// Fetches the chunk of `view`. What does not arrive now is asked for again, and told, when the page is
/// opened.
fn fetch(view: LazyView) {
    spawn(async move {
        let _ = (view.load)().await;
    });
}

/// Whether the person has asked for less data: `navigator.connection.saveData`, where the browser has it.
fn saves_data() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into());
    connection
        .and_then(|connection| Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|saves| saves.is_truthy())
}
