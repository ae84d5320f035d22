//! A value that comes from the backend: on its way, there, or not to be had.

use leptos::prelude::*;

use crate::api::ApiError;
use crate::i18n::Text;
use crate::ui::{ProblemAlert, Skeleton, live, spawn};

/// What is known of a value that was asked for.
#[derive(Clone)]
pub enum Remote<T> {
    /// The answer has not come yet.
    Pending,
    /// The value.
    Ready(T),
    /// Why there is none.
    Failed(ApiError),
}

/// Asks for a value now; the signal follows what becomes of it. An answer that comes when nobody
/// is there to read it any more is dropped.
pub fn load<T: Send + Sync + 'static>(
    answer: impl Future<Output = Result<T, ApiError>> + 'static,
) -> ReadSignal<Remote<T>> {
    let (value, set_value) = signal(Remote::Pending);
    spawn(async move {
        set_value.try_set(match answer.await {
            Ok(answer) => Remote::Ready(answer),
            Err(error) => Remote::Failed(error),
        });
    });
    value
}

/// What asks for a value, and how it is shown.
pub struct Asking<A, S> {
    /// Asks.
    pub ask: A,
    /// The value, once it is there.
    pub show: S,
    /// What it is called that was not to be had.
    pub what: Text,
    /// Gives the focus a place when the button that asked again is gone.
    pub refocus: fn(),
    /// What else there is to do where it was not.
    pub way_out: fn() -> AnyView,
}

impl<A, S> Asking<A, S> {
    /// Asks now. Until the answer is there its place is kept; where there is none, it says why and lets
    /// the person ask again, unless that would bring nothing.
    pub fn view<T, F>(self) -> AnyView
    where
        T: Clone + Send + Sync + 'static,
        F: Future<Output = Result<T, ApiError>> + 'static,
        A: Fn() -> F + Send + 'static,
        S: Fn(T) -> AnyView + Clone + Send + 'static,
    {
        let Self {
            ask,
            show,
            what,
            refocus,
            way_out,
        } = self;
        let attempt = RwSignal::new(());
        let retry = Callback::new(move |()| {
            attempt.notify();
            refocus();
        });
        live(move || {
            attempt.track();
            let (answer, show) = (load(ask()), show.clone());
            live(move || match answer.get() {
                Remote::Pending => view! { <Skeleton lines=6 /> }.into_any(),
                Remote::Ready(value) => show(value),
                Remote::Failed(error) => not_there(what, error, retry, way_out),
            })
            .into_any()
        })
        .into_any()
    }
}

fn not_there(
    what: Text,
    error: ApiError,
    retry: Callback<()>,
    way_out: fn() -> AnyView,
) -> AnyView {
    // Asking again brings a room back from nowhere.
    let alert = if error.is_about_the_room() {
        view! { <ProblemAlert what error /> }.into_any()
    } else {
        view! { <ProblemAlert what error retry /> }.into_any()
    };
    view! {
        {alert}
        {way_out()}
    }
    .into_any()
}
