//! The way back to the home page.

use leptos::prelude::*;

use crate::i18n::say;
use crate::rooms::RoomList;

/// A line with a link to the home page: to what was searched for there.
pub fn back_home() -> AnyView {
    view! {
        <p class="back-home">
            <a class="fr-link" href=RoomList::home_path()>
                {say(|texts| texts.back_home)}
            </a>
        </p>
    }
    .into_any()
}
