//! Notices on every page: professional network, no network, new version.

use crate::i18n::Texts;
use leptos::ev;
use leptos::prelude::*;
use parvis_ui::{Button, dynamic, listen_to_window};

use crate::api::Api;
use crate::i18n::{Text, say};
use crate::page_load;
use crate::portal::Portal;

/// The notices under the header.
#[component]
pub fn Notices() -> impl IntoView {
    view! {
        <aside aria-label=say(Texts::notices)>
            <ProfessionalNetwork />
            <Offline />
            <NewVersion />
        </aside>
    }
}

/// A banner across the page.
#[component]
fn NoticeBanner(text: Text, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! {
        <div class="fr-notice fr-notice--info">
            <div class="fr-container notice">
                <p class="fr-notice__title">{text}</p>
                {children.map(|children| children())}
            </div>
        </div>
    }
}

/// For visitors from a professional network of the state.
#[component]
fn ProfessionalNetwork() -> impl IntoView {
    if Portal::get().on_professional_network() {
        view! { <NoticeBanner text=say(Texts::professional_network) /> }.into_any()
    } else {
        ().into_any()
    }
}

/// The browser has no network. Actions report their failure themselves.
#[component]
fn Offline() -> impl IntoView {
    let online = RwSignal::new(window().navigator().on_line());
    listen_to_window(ev::online, move |_| online.set(true));
    listen_to_window(ev::offline, move |_| online.set(false));
    let notice = dynamic(move || {
        if online.get() {
            ().into_any()
        } else {
            view! { <NoticeBanner text=say(Texts::offline) /> }.into_any()
        }
    });
    view! { <div role="status">{notice}</div> }
}

/// The app in the browser is older than the backend.
#[component]
fn NewVersion() -> impl IntoView {
    let outdated = Api::get().outdated();
    let reload = Callback::new(|()| page_load::reload());
    let notice = dynamic(move || {
        if !outdated.get() {
            return ().into_any();
        }
        view! {
            <NoticeBanner text=say(Texts::new_version)>
                <Button
                    class="fr-btn fr-btn--secondary fr-btn--sm"
                    text=say(Texts::reload)
                    on_press=reload
                />
            </NoticeBanner>
        }
        .into_any()
    });
    view! { <div role="status">{notice}</div> }
}
