//! Entering a meeting with a link.

mod change_account;
mod entrant;
mod forget_name;
mod form;
mod refusal;
mod remembered;
mod sign_in_first;

use leptos::prelude::*;
use parvis_contract::join::ResolvedLink;
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::{LinkKind, Role};

use crate::api::{Api, ApiError};
use crate::i18n::guests::say;
use crate::navigation::Navigation;
use crate::portal::Portal;
use crate::remote::{Remote, load};
use crate::route::Route;
use crate::sign_in_trouble::SignInTrouble;
use crate::ui::{Title, focus_on_heading_soon, keep_heading_focus, live};
use form::JoinForm;
use refusal::RefusedLink;
use sign_in_first::SignInFirst;

pub use refusal::{LeadsElsewhere, is_about_the_link};

/// `/rejoindre/{moderateur|participant|authentifie}#<secret>`
#[component]
pub fn JoinPage(
    /// What the address says of the link. The rights come from the secret alone.
    kind: LinkKind,
) -> impl IntoView {
    let api = Api::get();
    let navigation = Navigation::get();
    let attempt = RwSignal::new(());
    let retry = Callback::new(move |()| {
        attempt.notify();
        // The button that was pressed is gone.
        focus_on_heading_soon();
    });
    let content = live(move || {
        attempt.track();
        let secret = navigation.fragment();
        if secret.is_empty() {
            let error = ApiError::Problem(Box::new(ProblemKind::LinkUnknown.into()));
            return view! { <LeadsElsewhere error /> }.into_any();
        }
        let asked = secret.clone();
        let link = load(async move { api.resolve_link(asked).await });
        live(move || {
            let link = link.get();
            if !matches!(link, Remote::Pending) {
                keep_heading_focus();
            }
            match link {
                Remote::Pending => view! { <Pending /> }.into_any(),
                Remote::Ready(link) => {
                    view! { <Meeting link secret=secret.clone() again=retry /> }.into_any()
                }
                Remote::Failed(error) => view! { <RefusedLink error retry /> }.into_any(),
            }
        })
        .into_any()
    });
    let trouble = (kind == LinkKind::Authenticated).then(|| view! { <SignInTrouble /> });
    view! {
        <div class="fr-container page page--narrow">
            {trouble}
            {content}
        </div>
    }
}

#[component]
fn Pending() -> impl IntoView {
    view! {
        <Title text=say(|texts| texts.join_a_meeting) />
        <p class="fr-text--lead" role="status">
            {say(|texts| texts.shared.loading)}
        </p>
    }
}

#[component]
fn Meeting(link: ResolvedLink, secret: String, again: Callback<()>) -> impl IntoView {
    // Strangers do not learn the name from an authenticated link.
    let Some(room_name) = link.room_name.clone() else {
        return view! { <SignInFirst /> }.into_any();
    };
    let rights = say(match (link.is_owner, link.role) {
        (true, _) => |texts| texts.joins_as_owner,
        (false, Role::Moderator) => |texts| texts.joins_as_moderator,
        (false, Role::Attendee) => |texts| texts.joins_as_attendee,
    });
    let is_signed_in = Portal::get().account_name().is_some();
    let kind = link.kind;
    let for_the_owner = (!is_signed_in && kind != LinkKind::Authenticated).then(|| {
        let address = Api::get().sign_in_address(&Route::Join(kind).path());
        view! {
            <p class="join__owner">
                {say(|texts| texts.is_it_your_room)} " "
                <a class="fr-link" href=address>
                    {say(|texts| texts.sign_in_as_owner)}
                </a>
            </p>
        }
    });
    view! {
        <Title text=Signal::derive(move || room_name.clone()) />
        <p class="fr-text--lead">{rights}</p>
        <JoinForm link secret again />
        {for_the_owner}
    }
    .into_any()
}
