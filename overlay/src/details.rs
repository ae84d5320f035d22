//! Content of the window with the session details.

use leptos::context::Provider;
use leptos::prelude::*;
use parvis_ui::i18n::inviting::InvitingTexts;
use parvis_ui::i18n::ui::UiTexts;
use parvis_ui::{Announcer, StatusRegion, dynamic};

use crate::known::{Known, Trouble};
use parvis_ui::i18n::{Text, inviting, ui};
use parvis_ui::invitation::{Datum, InvitationItem, LinkItem, Telephone};

use crate::texts::{SessionTexts, say};

/// The loaded data, and the error of the last request, if any.
#[component]
pub fn Details(
    /// The state of the session.
    known: Known,
) -> impl IntoView {
    let announcer = Announcer::new();
    let told = dynamic(move || match known.trouble.get() {
        Some(trouble) => view! {
            <p class="session__told session__told--trouble" role="alert">
                {say(sentence(trouble))}
            </p>
        }
        .into_any(),
        None if !known.is_there.get() => {
            view! { <p role="status">{ui::say(UiTexts::loading)}</p> }.into_any()
        }
        None => ().into_any(),
    });
    // Created anew each time, so that it is announced again.
    let renewed = dynamic(move || match known.renewals.get() {
        0 => ().into_any(),
        _ => view! { <p class="session__told">{say(SessionTexts::renewed)}</p> }.into_any(),
    });
    let data = dynamic(move || {
        if known.is_there.get() {
            view! { <Data known /> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        {told}
        <div role="status">{renewed}</div>
        <Provider value=announcer>{data}</Provider>
        <StatusRegion announcer />
    }
}

/// The data. An expanded item stays expanded while its value changes.
#[component]
fn Data(known: Known) -> impl IntoView {
    let has_telephone = known.number.with_untracked(|number| !number.is_empty());
    let telephone = has_telephone.then(|| {
        view! { <Telephone line=known.dial_in.into() number=known.number.into() pin=known.pin.into() /> }
    });
    view! {
        <section class="invitation__section">
            <h3 class="invitation__rights">
                {inviting::say(InvitingTexts::with_moderator_rights)}
            </h3>
            <ul class="invitation__items" role="list">
                <InvitationItem datum=Datum::Code value=known.code>
                    <span>{inviting::say(InvitingTexts::connection_code)}</span>
                    <span class="invitation__digits">{known.code_in_groups}</span>
                </InvitationItem>
                <LinkItem
                    label=inviting::say(InvitingTexts::moderator_link)
                    link=known.moderator_link
                    datum=Datum::ModeratorLink
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
                    link=known.attendee_link
                    datum=Datum::AttendeeLink
                />
                {telephone}
            </ul>
            <p class="invitation__reminder">{inviting::say(InvitingTexts::attendee_reminder)}</p>
        </section>
        <Words label=say(SessionTexts::welcome) words=known.welcome />
        <Words label=say(SessionTexts::moderators_message) words=known.moderators_message />
    }
}

/// A message of the room to its participants, if it has one.
#[component]
fn Words(label: Text, words: RwSignal<String>) -> impl IntoView {
    dynamic(move || {
        if words.with(String::is_empty) {
            return ().into_any();
        }
        view! {
            <section class="invitation__section">
                <h3 class="invitation__rights">{label}</h3>
                <p class="session__words">{words}</p>
            </section>
        }
        .into_any()
    })
}

fn sentence(trouble: Trouble) -> fn(SessionTexts) -> &'static str {
    match trouble {
        Trouble::Unreachable => SessionTexts::unreachable,
        Trouble::Refused => SessionTexts::refused,
        Trouble::ModeratorsOnly => SessionTexts::moderators_only,
        Trouble::Over => SessionTexts::over,
        Trouble::Failed => SessionTexts::failed,
    }
}
