//! Message that the maximum number of rooms is reached.

use leptos::prelude::*;

use crate::i18n::compose;
use crate::portal::Portal;

/// The message, with the instance's limit and what to do.
#[component]
pub fn LimitReached() -> impl IntoView {
    let limit = Portal::get().instance(|instance| instance.max_rooms);
    compose(move |texts| texts.room_limit(limit))
}
