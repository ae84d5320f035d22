//! Links that the backend refuses.

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;

use crate::address::Address;
use crate::api::ApiError;
use crate::i18n::guests::{GuestTexts, compose, say};
use crate::page_title::Title;
use crate::problem_alert::ProblemAlert;

/// Whether the error is about the link, so that a retry cannot help.
pub fn is_about_the_link(error: &ApiError) -> bool {
    error.kind().and_then(title).is_some()
        || error.kind() == Some(ProblemKind::AttendeeSignInRequired)
}

fn title(kind: ProblemKind) -> Option<fn(GuestTexts) -> &'static str> {
    Some(match kind {
        ProblemKind::EntranceUnavailable => GuestTexts::authenticated_not_open,
        ProblemKind::LinkUnknown => GuestTexts::link_unusable,
        ProblemKind::LinkRenewed => GuestTexts::link_renewed,
        ProblemKind::RoomDeleted => GuestTexts::room_deleted,
        ProblemKind::MeetingOver => GuestTexts::meeting_over,
        _ => return None,
    })
}

/// A link that the backend refuses, with a message for each reason; or a failed request, which can be
/// retried.
#[component]
pub fn RefusedLink(
    /// The reason.
    error: ApiError,
    /// Sends the request again.
    retry: Callback<()>,
) -> impl IntoView {
    if is_about_the_link(&error) {
        return view! { <UnusableLink error /> }.into_any();
    }
    view! {
        <Title text=say(GuestTexts::join_a_meeting) />
        <ProblemAlert what=say(GuestTexts::not_joined) error retry />
    }
    .into_any()
}

/// A link that cannot be used, and the reason.
#[component]
pub fn UnusableLink(
    /// The reason.
    error: ApiError,
) -> impl IntoView {
    let title = error.kind().and_then(title);
    let title = title.unwrap_or(GuestTexts::link_unusable);
    let sentence = compose(move |texts| error.message(texts.shared()));
    view! {
        <Title text=say(title) />
        <p class="fr-text--lead">{sentence}</p>
        <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
            {say(|texts| texts.shared().back_home())}
        </a>
    }
}

/// A link that has lost its secret, and what to ask for.
#[component]
pub fn IncompleteLink() -> impl IntoView {
    view! {
        <Title text=say(GuestTexts::link_incomplete) />
        <p class="fr-text--lead">{say(GuestTexts::link_incomplete_detail)}</p>
        <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
            {say(|texts| texts.shared().back_home())}
        </a>
    }
}
