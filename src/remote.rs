//! What a page or a dialog asks of the backend when it is shown: its outline until the answer is there;
//! where there is none, why, and a way to ask again.

use leptos::prelude::*;
use parvis_ui::Skeleton;
use parvis_ui::i18n::Text;

use crate::api::ApiError;
use crate::problem_alert::ProblemAlert;

/// A value of the backend, and how it is shown.
pub struct Remote<A, S> {
    /// Asks for the value.
    pub ask: A,
    /// Shows the value.
    pub show: S,
    /// What is said to have failed where there is no value.
    pub what: Text,
    /// Gives the focus a place when the button that asked again is gone.
    pub refocus: fn(),
    /// What else there is to do where there is no value.
    pub way_out: fn() -> AnyView,
}

impl<A, S> Remote<A, S> {
    /// Asks now, and shows what comes.
    pub fn view<T, F>(self) -> AnyView
    where
        T: Clone + 'static,
        F: Future<Output = Result<T, ApiError>> + 'static,
        A: Fn() -> F + 'static,
        S: Fn(T) -> AnyView + Clone + Send + 'static,
    {
        let Self {
            ask,
            show,
            what,
            refocus,
            way_out,
        } = self;
        let value = LocalResource::new(ask);
        let retry = Callback::new(move |()| {
            value.refetch();
            refocus();
        });
        view! {
            <Suspense fallback=|| {
                view! { <Skeleton lines=6 /> }
            }>
                {move || {
                    let show = show.clone();
                    Suspend::new(async move {
                        match value.await {
                            Ok(value) => show(value),
                            Err(error) => failed(what, error, retry, way_out),
                        }
                    })
                }}
            </Suspense>
        }
        .into_any()
    }
}

fn failed(what: Text, error: ApiError, retry: Callback<()>, way_out: fn() -> AnyView) -> AnyView {
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
