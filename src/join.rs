//! Join page: joining a meeting with a link.

mod change_account;
mod forget_name;
mod form;
mod name_field;
mod remembered;
mod sign_in_first;

use crate::i18n::guests::GuestTexts;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_contract::join::ResolvedLink;
use parvis_contract::link::secret_in;
use parvis_contract::role::{LinkKind, Role};
use parvis_ui::i18n::ui as ui_texts;
use parvis_ui::i18n::ui::UiTexts;
use parvis_ui::{focus_on_heading_soon, keep_heading_focus};

use crate::address::Address;
use crate::api::Api;
use crate::i18n::guests::say;
use crate::join_attempt::{IncompleteLink, RefusedLink};
use crate::page_title::Title;
use crate::portal::Portal;
use crate::sign_in_error::SignInErrorAlert;
use form::JoinForm;
use sign_in_first::SignInFirst;

/// `/rejoindre/{moderateur|participant|authentifie}#<secret>`
#[component]
pub fn JoinPage(
    /// The kind of link in the address. The rights depend on the secret alone.
    kind: LinkKind,
) -> impl IntoView {
    let api = Api::get();
    let fragment = use_location().hash;
    let link = LocalResource::new(move || {
        let secret = secret_in(&fragment.read());
        async move {
            if secret.is_empty() {
                return Ok(None);
            }
            let link = api.resolve_link(secret.clone()).await?;
            Ok(Some((link, secret)))
        }
    });
    let retry = Callback::new(move |()| {
        link.refetch();
        // The button that was pressed has been removed.
        focus_on_heading_soon();
    });
    let content = move || {
        Suspend::new(async move {
            let link = link.await;
            keep_heading_focus();
            match link {
                Ok(Some((link, secret))) => {
                    view! { <JoinMeeting link secret resolve_again=retry /> }.into_any()
                }
                Ok(None) => view! { <IncompleteLink /> }.into_any(),
                Err(error) => view! { <RefusedLink error retry /> }.into_any(),
            }
        })
    };
    let sign_in_error = (kind == LinkKind::Authenticated).then(|| view! { <SignInErrorAlert /> });
    view! {
        <div class="fr-container page page--narrow">
            {sign_in_error} <Suspense fallback=|| view! { <Loading /> }>{content}</Suspense>
        </div>
    }
}

#[component]
fn Loading() -> impl IntoView {
    view! {
        <Title text=say(GuestTexts::join_a_meeting) />
        <p class="fr-text--lead" role="status">
            {ui_texts::say(UiTexts::loading)}
        </p>
    }
}

#[component]
fn JoinMeeting(link: ResolvedLink, secret: String, resolve_again: Callback<()>) -> impl IntoView {
    // An authenticated link does not disclose the room's name to strangers.
    let Some(room_name) = link.room_name.clone() else {
        return view! { <SignInFirst /> }.into_any();
    };
    let rights = say(match (link.is_owner, link.role) {
        (true, _) => GuestTexts::joins_as_owner,
        (false, Role::Moderator) => GuestTexts::joins_as_moderator,
        (false, Role::Attendee) => GuestTexts::joins_as_attendee,
    });
    let is_signed_in = Portal::get().account_name().is_some();
    let kind = link.kind;
    let owner_sign_in = (!is_signed_in && kind != LinkKind::Authenticated).then(|| {
        let address = Api::get().sign_in_address(&Address::Join(kind).path());
        view! {
            <p class="join__owner">
                {say(GuestTexts::is_it_your_room)} " "
                <a class="fr-link" href=address rel="external">
                    {say(GuestTexts::sign_in_as_owner)}
                </a>
            </p>
        }
    });
    view! {
        <Title text=Signal::derive(move || room_name.clone()) />
        <p class="fr-text--lead">{rights}</p>
        <JoinForm link secret resolve_again />
        {owner_sign_in}
    }
    .into_any()
}
