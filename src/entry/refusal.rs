//! Links that do not let in.

use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;

use crate::address::Address;
use crate::api::ApiError;
use crate::i18n::guests::{GuestTexts, compose, say};
use crate::page_title::Title;
use crate::problem_alert::ProblemAlert;

/// Whether it is the link that is no good, so that trying it again brings nothing.
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

/// A link that the backend refuses, each reason in words of its own; or a backend that could not
/// say, which may be asked again.
#[component]
pub fn RefusedLink(
    /// Why.
    error: ApiError,
    /// Asks again.
    retry: Callback<()>,
) -> impl IntoView {
    if is_about_the_link(&error) {
        return view! { <LeadsElsewhere error /> }.into_any();
    }
    view! {
        <Title text=say(GuestTexts::join_a_meeting) />
        <ProblemAlert what=say(GuestTexts::not_joined) error retry />
    }
    .into_any()
}

/// A link that does not lead in, and why.
#[component]
pub fn LeadsElsewhere(
    /// Why.
    error: ApiError,
) -> impl IntoView {
    let title = error.kind().and_then(title);
    let title = title.unwrap_or(GuestTexts::link_unusable);
    let sentence = compose(move |texts| error.sentence(texts.shared()));
    view! {
        <Title text=say(title) />
        <p class="fr-text--lead">{sentence}</p>
        <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
            {say(|texts| texts.shared().back_home())}
        </a>
    }
}

/// A link that has lost its end on the way: what to ask for.
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
