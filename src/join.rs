//! Entering a meeting with a link.

mod form;
mod refusal;

use leptos::prelude::*;
use parvis_contract::join::ResolvedLink;
use parvis_contract::role::{LinkKind, Role};

use crate::api::Api;
use crate::i18n::guests::say;
use crate::navigation::Navigation;
use crate::remote::{Remote, load};
use crate::ui::{Title, focus_on_heading_soon, live};
use form::JoinForm;
use refusal::{NotOpenYet, RefusedLink};

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
        if kind == LinkKind::Authenticated {
            return view! { <NotOpenYet /> }.into_any();
        }
        let asked = secret.clone();
        let link = load(async move { api.resolve_link(asked).await });
        live(move || match link.get() {
            Remote::Pending => view! { <Pending /> }.into_any(),
            Remote::Ready(link) => view! { <Meeting link secret=secret.clone() /> }.into_any(),
            Remote::Failed(error) => view! { <RefusedLink error retry /> }.into_any(),
        })
        .into_any()
    });
    view! { <div class="fr-container page page--narrow">{content}</div> }
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
fn Meeting(link: ResolvedLink, secret: String) -> impl IntoView {
    let ResolvedLink { room_name, kind } = link;
    if kind == LinkKind::Authenticated {
        return view! { <NotOpenYet /> }.into_any();
    }
    let rights = say(match kind.role() {
        Role::Moderator => |texts| texts.joins_as_moderator,
        Role::Attendee => |texts| texts.joins_as_attendee,
    });
    view! {
        <Title text=Signal::derive(move || room_name.clone()) />
        <p class="fr-text--lead">{rights}</p>
        <JoinForm secret />
    }
    .into_any()
}
