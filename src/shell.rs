//! What stands around every page: skip link, progress, header, notices, footer.

mod account_tool;
mod footer;
mod header;
mod language_menu;
mod notices;
mod scheme;

use leptos::prelude::*;
use parvis_ui::dynamic;
use parvis_ui::i18n::texts as ui_texts;

use crate::api::Api;
use crate::i18n::say;
use footer::Footer;
use header::Header;
use notices::Notices;
use parvis_ui::{Announcer, StatusRegion, ToastRegion, Toasts, focus_on};

/// The frame around a page.
#[component]
pub fn Shell(
    /// The page.
    children: Children,
) -> impl IntoView {
    // The fragment of a join page is its link's secret: the skip link must not take its place.
    let skip = |event: web_sys::MouseEvent| {
        event.prevent_default();
        focus_on("content");
    };
    view! {
        <div class="fr-skiplinks">
            <nav class="fr-container" aria-label=say(|texts| texts.quick_access)>
                <ul class="fr-skiplinks__list">
                    <li>
                        <a class="fr-link" href="#content" on:click=skip>
                            {say(|texts| texts.skip_to_content)}
                        </a>
                    </li>
                </ul>
            </nav>
        </div>
        <Progress />
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

/// A line that runs across the top while an answer is waited for; it appears after a moment (see
/// the style sheet), so that a quick answer shows nothing.
#[component]
fn Progress() -> impl IntoView {
    let waiting = Api::get().is_waiting();
    let is_waiting = Memo::new(move |_| waiting.get());
    dynamic(move || {
        if is_waiting.get() {
            view! {
                <div class="progress" role="progressbar" aria-label=ui_texts::say(|texts| texts.loading)></div>
            }
            .into_any()
        } else {
            ().into_any()
        }
    })
}
