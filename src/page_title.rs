//! The one heading of a page, which also names it in the browser's tab.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_ui::focus_on_heading_if_free;
use parvis_ui::i18n::Text;

use crate::portal::Portal;

thread_local! {
    /// The path of the page that was shown last.
    static LAST_PAGE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The next page's heading takes the focus, though its address is that of the page before: what had the focus
/// is gone.
pub fn focus_next_heading() {
    LAST_PAGE.set(Some(String::new()));
}

/// The page's `h1`, and the document's title. On another page than the last one it takes the focus, as a
/// browser has it when it loads a page; unless that page has put it somewhere.
#[component]
pub fn Title(
    /// What the page is about.
    text: Text,
) -> impl IntoView {
    let service = Portal::get().instance(|instance| instance.service_name.clone());
    let path = use_location().pathname;
    Effect::new(move || document().set_title(&format!("{} – {service}", text.get())));
    Effect::new(move || {
        let path = path.get_untracked();
        let last = LAST_PAGE.replace(Some(path.clone()));
        // The first page is the browser's: the focus begins at the top.
        if last.is_some_and(|last| last != path) {
            request_animation_frame(focus_on_heading_if_free);
        }
    });
    view! {
        <h1 class="page-title" tabindex="-1">
            {text}
        </h1>
    }
}
