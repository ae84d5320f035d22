//! Layout around every page: skip link, progress bar, header, notices, footer.

mod account_tool;
mod footer;
mod header;
mod language_menu;
mod notices;
mod scheme;

use crate::i18n::Texts;
use leptos::prelude::*;
use parvis_ui::{Announcer, Progress, StatusRegion, ToastRegion, Toasts, dynamic, focus_on};

use crate::api::Api;
use crate::i18n::say;
use footer::Footer;
use header::Header;
use notices::Notices;

/// The layout around a page.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    // The fragment of a join page is the secret of its link: the skip link must not replace it.
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus_on("content");
    };
    view! {
        <div class="fr-skiplinks">
            <nav class="fr-container" aria-label=say(Texts::quick_access)>
                <ul class="fr-skiplinks__list">
                    <li>
                        <a class="fr-link" href="#content" on:click=skip>
                            {say(Texts::skip_to_content)}
                        </a>
                    </li>
                </ul>
            </nav>
        </div>
        <RequestProgress />
        <Header />
        <Notices />
        <ToastRegion toasts=Toasts::get() />
        <main id="content" tabindex="-1">
            {children()}
        </main>
        <Footer />
        <StatusRegion announcer=Announcer::get() />
    }
}

/// A [`Progress`] bar while a request is pending.
#[component]
fn RequestProgress() -> impl IntoView {
    let waiting = Api::get().is_pending();
    let is_pending = Memo::new(move |_| waiting.get());
    dynamic(move || {
        if is_pending.get() {
            view! { <Progress /> }.into_any()
        } else {
            ().into_any()
        }
    })
}
