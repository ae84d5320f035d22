//! Code splitting: pages in chunks, which are separate files. A chunk, and the texts that its page needs, are
//! loaded when an address of the page is opened, or preloaded when somebody points at or focuses a link to it.
//!
//! The build's split tool makes the chunks (`docs/decisions/0008-one-app-in-chunks.md`). Without the feature
//! `chunks`, as in development, all code is in one file and loads at once.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use js_sys::Reflect;
use leptos::ev;
use leptos::prelude::*;
use parvis_ui::{Skeleton, listen_to_window, spawn};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::error_pages::ChunkMissing;
use crate::i18n::further::CHUNKS_WITH_FURTHER_TEXTS;
use crate::i18n::{Languages, NotLoaded};
use crate::page_title::focus_next_heading;
use crate::pending::{Ended, pending};

/// A chunk, or the texts that its page needs, could not be loaded.
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

impl From<NotLoaded> for ChunkError {
    fn from(_: NotLoaded) -> Self {
        Self
    }
}

/// Loads a chunk.
pub type LoadChunk = Pin<Box<dyn Future<Output = Result<(), ChunkError>>>>;

/// A view whose code is in a chunk.
#[derive(Clone, Copy)]
pub struct LazyView {
    /// The chunk's name, which links to the page have as `data-chunk`.
    pub chunk: &'static str,
    /// Loads the chunk. A loaded chunk is not fetched again; a failed one is.
    pub load_chunk: fn() -> LoadChunk,
    /// Builds the view, once the chunk and the texts are loaded.
    pub view: fn() -> Result<AnyView, ChunkError>,
}

impl LazyView {
    /// Whether the view shows further texts.
    pub fn needs_further_texts(self) -> bool {
        CHUNKS_WITH_FURTHER_TEXTS.contains(&self.chunk)
    }

    /// Loads what the view needs: its chunk and, in parallel, further texts.
    async fn load(self, languages: Languages) -> Result<(), ChunkError> {
        // On their way from now on.
        let texts = self.needs_further_texts().then(|| languages.load_further());
        (self.load_chunk)().await?;
        if let Some(texts) = texts {
            texts.await?;
        }
        Ok(())
    }
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
                load_chunk: || Box::pin(async { Ok($load().await?) }),
                #[cfg(not(feature = "chunks"))]
                load_chunk: || Box::pin(std::future::ready(Ok(()))),
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

/// Shows a view once its chunk and texts are loaded, `outline` until then, and `missing` if they could not be
/// loaded. By default, the last two are those of a whole page.
#[component]
pub fn Lazy(
    /// The view.
    view: LazyView,
    /// Shown meanwhile.
    #[prop(default = page_outline)]
    outline: fn() -> AnyView,
    /// Shown after a failure; the callback loads again what has failed.
    #[prop(default = page_missing)]
    missing: fn(Callback<()>) -> AnyView,
    /// Moves the focus when it is loaded again.
    #[prop(default = focus_next_heading)]
    refocus: fn(),
) -> impl IntoView {
    let languages = Languages::get();
    let load = move || -> Pin<Box<dyn Future<Output = Ended>>> {
        Box::pin(async move {
            let loaded = view.load(languages).await;
            let ended: Ended = Rc::new(move |retry| {
                let view = loaded.clone().and_then(|()| (view.view)());
                view.unwrap_or_else(|ChunkError| missing(retry))
            });
            ended
        })
    };
    pending(Box::new(load), outline, refocus)
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
pub struct Likely {
    views: &'static [LazyView],
    languages: Languages,
}

impl Likely {
    /// Provides the views.
    pub fn provide(views: &'static [LazyView]) {
        let languages = Languages::get();
        provide_context(Self { views, languages });
    }

    /// Preloads the views after a delay, unless the person saves data. To be called when the rooms are painted,
    /// so that nothing competes with them for bandwidth.
    pub fn fetch_soon(self) {
        if !saves_data() {
            let fetch_all = async move {
                // One after the other: on a slow line, the likeliest comes first.
                for view in self.views {
                    // Opening the page loads it again, and reports an error.
                    let _ = view.load(self.languages).await;
                }
            };
            set_timeout(move || spawn(fetch_all), LIKELY_AFTER);
        }
    }
}

/// Preloads views: when somebody points at or focuses a link to their page (`data-chunk`).
pub fn preload(views: &'static [LazyView]) {
    let languages = Languages::get();
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
            .for_each(|view| fetch(*view, languages));
    };
    listen_to_window(ev::pointerover, move |event| near(event.target()));
    listen_to_window(ev::focusin, move |event| near(event.target()));
}

/// Loads what `view` needs. A failure is ignored: opening the page loads it again, and reports an error.
fn fetch(view: LazyView, languages: Languages) {
    spawn(async move {
        let _ = view.load(languages).await;
    });
}

/// Whether the person has asked for less data (`navigator.connection.saveData`).
pub fn saves_data() -> bool {
    let connection = Reflect::get(&window().navigator(), &"connection".into());
    connection
        .and_then(|connection| Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|saves| saves.is_truthy())
}
