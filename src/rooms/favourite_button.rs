//! The star of a room.

use leptos::prelude::*;

use super::favourite::Favourite;
use super::list::Row;
use crate::api::{Api, ApiError};
use crate::i18n::compose;
use crate::ui::{flag, spawn};

/// A toggle: lit at once, turned back if the backend refuses.
#[component]
pub fn FavouriteButton(
    /// Whose star.
    row: Row,
    /// Called with each answer of the backend.
    on_answer: Callback<Result<(), ApiError>>,
) -> impl IntoView {
    let api = Api::get();
    let Row { room, favourite } = row;
    let id = room.id;
    let label = compose(move |texts| (texts.favourite)(&room.name));
    let lit = {
        let favourite = favourite.clone();
        flag(move || favourite.get().is_lit())
    };
    let press = move |_| {
        favourite.update(Favourite::press);
        let favourite = favourite.clone();
        spawn(async move {
            while let Some(asked) = favourite.try_update(Favourite::take_request).flatten() {
                let answer = api.set_favourite(id, asked).await;
                favourite.update(|favourite| favourite.settle(asked, answer.is_ok()));
                on_answer.try_run(answer);
            }
        });
    };
    view! {
        <button
            type="button"
            class="fr-btn fr-btn--tertiary-no-outline star"
            aria-label=label
            aria-pressed=lit
            on:click=press
        ></button>
    }
}
