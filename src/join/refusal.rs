//! Links that do not let in.

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;

use crate::api::ApiError;
use crate::i18n::guests::{GuestTexts, compose, say};
use crate::route::Route;
use crate::ui::{ProblemAlert, Title};

/// A link that the backend refuses, each reason in words of its own; or a backend that could not
/// say, which may be asked again.
#[component]
pub fn RefusedLink(
    /// Why.
    error: ApiError,
    /// Asks again.
    retry: Callback<()>,
) -> impl IntoView {
    let title: fn(&'static GuestTexts) -> &'static str = match error.kind() {
        Some(ProblemKind::EntranceUnavailable) => return view! { <NotOpenYet /> }.into_any(),
        Some(ProblemKind::LinkUnknown) => |texts| texts.link_unusable,
        Some(ProblemKind::LinkRenewed) => |texts| texts.link_renewed,
        Some(ProblemKind::RoomDeleted) => |texts| texts.room_deleted,
        _ => return view! { <Unresolved error retry /> }.into_any(),
    };
    let sentence = compose(move |texts| error.sentence(texts.shared));
    view! {
        <Title text=say(title) />
        <p class="fr-text--lead">{sentence}</p>
        <BackHome />
    }
    .into_any()
}

/// Signing in at the attendees' identity provider, which this service does not offer yet.
#[component]
pub fn NotOpenYet() -> impl IntoView {
    view! {
        <Title text=say(|texts| texts.authenticated_not_open) />
        <p class="fr-text--lead">{say(|texts| texts.authenticated_not_open_detail)}</p>
        <BackHome />
    }
}

#[component]
fn Unresolved(error: ApiError, retry: Callback<()>) -> impl IntoView {
    view! {
        <Title text=say(|texts| texts.join_a_meeting) />
        <ProblemAlert what=say(|texts| texts.not_joined) error retry />
    }
}

#[component]
fn BackHome() -> impl IntoView {
    view! {
        <a class="fr-btn fr-btn--secondary" href=Route::Home.path()>
            {say(|texts| texts.shared.back_home)}
        </a>
    }
}
