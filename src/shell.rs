//! What stands around every page: skip link, header, notices, footer.

mod account_tool;
mod footer;
mod header;
mod language_menu;

use leptos::prelude::*;

use crate::api::Api;
use crate::i18n::say;
use crate::ui::{Announcer, Button, StatusRegion, focus_on, live, nothing};
use footer::Footer;
use header::Header;

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
        <Header />
        <NewVersion />
        <main id="content" tabindex="-1">
            {children()}
        </main>
        <Footer />
        <StatusRegion announcer=Announcer::get() />
    }
}

/// The app in the browser is older than the backend.
#[component]
fn NewVersion() -> impl IntoView {
    let outdated = Api::get().outdated();
    let reload = Callback::new(|()| {
        // A browser that cannot load its own page anew leaves this one as it is.
        let _ = window().location().reload();
    });
    live(move || {
        if !outdated.get() {
            return nothing();
        }
        view! {
            <div class="fr-notice fr-notice--info" role="status">
                <div class="fr-container notice">
                    <p class="fr-notice__title">{say(|texts| texts.new_version)}</p>
                    <Button
                        class="fr-btn fr-btn--secondary fr-btn--sm"
                        text=say(|texts| texts.reload)
                        on_press=reload
                    />
                </div>
            </div>
        }
        .into_any()
    })
}
