//! Link to the home page.

use crate::i18n::Texts;
use leptos::prelude::*;

use crate::i18n::say;
use crate::portal::rooms_chunk;
use crate::rooms::RoomList;

/// A paragraph with a link to the home page, which keeps the search.
pub fn back_home() -> AnyView {
    view! {
        <p class="back-home">
            <a class="fr-link" href=RoomList::home_path() data-chunk=rooms_chunk()>
                {say(Texts::back_home)}
            </a>
        </p>
    }
    .into_any()
}
