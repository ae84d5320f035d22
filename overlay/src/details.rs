//! Content of the window with the session details.

use leptos::context::Provider;
use leptos::prelude::*;
use parvis_ui::i18n::inviting::InvitingTexts;
use parvis_ui::i18n::ui::UiTexts;
use parvis_ui::{Announcer, StatusRegion, dynamic};

use crate::details_state::{DetailsState, LoadError};
use parvis_ui::i18n::{Text, inviting, ui};
use parvis_ui::invitation::{InvitationItem, ItemKind, LinkItem, Telephone};

use crate::texts::{SessionTexts, say};

/// The loaded data, and the error of the last request, if any.
#[component]
pub fn Details(
    /// The state of the session.
    state: DetailsState,
) -> impl IntoView {
    let announcer = Announcer::new();
    let message = dynamic(move || match state.error.get() {
        Some(error) => view! {
            <p class="session__told session__told--trouble" role="alert">
                {say(error_text(error))}
            </p>
        }
        .into_any(),
        None if !state.is_loaded.get() => {
            view! { <p role="status">{ui::say(UiTexts::loading)}</p> }.into_any()
        }
        None => ().into_any(),
    });
    // Created anew each time, so that it is announced again.
    let renewed = dynamic(move || match state.renewals.get() {
        0 => ().into_any(),
        _ => view! { <p class="session__told">{say(SessionTexts::renewed)}</p> }.into_any(),
    });
    let data = dynamic(move || {
        if state.is_loaded.get() {
            view! { <Data state /> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        {message}
        <div role="status">{renewed}</div>
        <Provider value=announcer>{data}</Provider>
        <StatusRegion announcer />
    }
}

/// The data. An expanded item stays expanded while its value changes.
#[component]
fn Data(state: DetailsState) -> impl IntoView {
    let has_telephone = state.number.with_untracked(|number| !number.is_empty());
    let telephone = has_telephone.then(|| {
        view! { <Telephone line=state.dial_in.into() number=state.number.into() pin=state.pin.into() /> }
    });
    view! {
        <section class="invitation__section">
            <h3 class="invitation__rights">
                {inviting::say(InvitingTexts::with_moderator_rights)}
            </h3>
            <ul class="invitation__items" role="list">
                <InvitationItem kind=ItemKind::Code value=state.code>
                    <span>{inviting::say(InvitingTexts::connection_code)}</span>
                    <span class="invitation__digits">{state.code_in_groups}</span>
                </InvitationItem>
                <LinkItem
                    label=inviting::say(InvitingTexts::moderator_link)
                    link=state.moderator_link
                    kind=ItemKind::ModeratorLink
                />
            </ul>
            <p class="invitation__reminder">{inviting::say(InvitingTexts::moderator_reminder)}</p>
        </section>
        <section class="invitation__section">
            <h3 class="invitation__rights">
                {inviting::say(InvitingTexts::with_restricted_rights)}
            </h3>
            <ul class="invitation__items" role="list">
                <LinkItem
                    label=inviting::say(InvitingTexts::attendee_link)
                    link=state.attendee_link
                    kind=ItemKind::AttendeeLink
                />
                {telephone}
            </ul>
            <p class="invitation__reminder">{inviting::say(InvitingTexts::attendee_reminder)}</p>
        </section>
        <RoomMessage label=say(SessionTexts::welcome) text=state.welcome />
        <RoomMessage label=say(SessionTexts::moderators_message) text=state.moderators_message />
    }
}

/// A message of the room to its participants, if it has one.
#[component]
fn RoomMessage(label: Text, text: RwSignal<String>) -> impl IntoView {
    dynamic(move || {
        if text.with(String::is_empty) {
            return ().into_any();
        }
        view! {
            <section class="invitation__section">
                <h3 class="invitation__rights">{label}</h3>
                <p class="session__words">{text}</p>
            </section>
        }
        .into_any()
    })
}

fn error_text(error: LoadError) -> fn(SessionTexts) -> &'static str {
    match error {
        LoadError::Unreachable => SessionTexts::unreachable,
        LoadError::Refused => SessionTexts::refused,
        LoadError::ModeratorsOnly => SessionTexts::moderators_only,
        LoadError::Over => SessionTexts::over,
        LoadError::Failed => SessionTexts::failed,
    }
}
