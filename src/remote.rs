//! Loading of a value from the backend when a page or dialog is shown: an outline while it is pending; if it
//! fails, the reason and a retry button.

use leptos::prelude::*;
use parvis_ui::Skeleton;
use parvis_ui::i18n::Text;

use crate::api::ApiError;
use crate::problem_alert::ProblemAlert;

/// A value of the backend, and its view.
pub struct Remote<A, S> {
    /// Requests the value.
    pub fetch: A,
    /// Builds the view of the value.
    pub show: S,
    /// What failed, for the error message.
    pub what: Text,
    /// Moves the focus after a retry, because the pressed button is removed.
    pub refocus: fn(),
    /// Builds what is shown below the error message.
    pub footer: fn() -> AnyView,
}

impl<A, S> Remote<A, S> {
    /// Requests the value, and returns the view.
    pub fn view<T, F>(self) -> AnyView
    where
        T: Clone + 'static,
        F: Future<Output = Result<T, ApiError>> + 'static,
        A: Fn() -> F + 'static,
        S: Fn(T) -> AnyView + Clone + Send + 'static,
    {
        let Self {
            fetch,
            show,
            what,
            refocus,
            footer,
        } = self;
        let value = LocalResource::new(fetch);
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
                            Err(error) => error_view(what, error, retry, footer),
                        }
                    })
                }}
            </Suspense>
        }
        .into_any()
    }
}

fn error_view(
    what: Text,
    error: ApiError,
    retry: Callback<()>,
    footer: fn() -> AnyView,
) -> AnyView {
    // A retry cannot bring a room back.
    let alert = if error.is_about_the_room() {
        view! { <ProblemAlert what error /> }.into_any()
    } else {
        view! { <ProblemAlert what error retry /> }.into_any()
    };
    view! {
        {alert}
        {footer()}
    }
    .into_any()
}
