//! Loading of a value from the backend when a page or dialog is shown: an outline while it is pending; if it
//! fails, the reason and a retry button.

use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;
use parvis_ui::Skeleton;
use parvis_ui::i18n::Text;

use crate::api::ApiError;
use crate::pending::{Ended, pending};
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
        S: Fn(T) -> AnyView + Clone + 'static,
    {
        let Self {
            fetch,
            show,
            what,
            refocus,
            footer,
        } = self;
        let load = move || -> Pin<Box<dyn Future<Output = Ended>>> {
            let (fetched, show) = (fetch(), show.clone());
            Box::pin(async move {
                let ended: Ended = match fetched.await {
                    Ok(value) => Rc::new(move |_| show(value.clone())),
                    Err(error) => {
                        Rc::new(move |retry| error_view(what, error.clone(), retry, footer))
                    }
                };
                ended
            })
        };
        pending(Box::new(load), outline, refocus)
    }
}

fn outline() -> AnyView {
    view! { <Skeleton lines=6 /> }.into_any()
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
