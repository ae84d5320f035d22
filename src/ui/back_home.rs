//! The way back to the home page.

use leptos::prelude::*;

use crate::i18n::say;
use crate::route::Route;

/// A line with a link to the home page.
pub fn back_home() -> AnyView {
    view! {
        <p class="back-home">
            <a class="fr-link" href=Route::Home.path()>
                {say(|texts| texts.back_home)}
            </a>
        </p>
    }
    .into_any()
}
