//! That there are as many rooms as may be, and what to do.

use leptos::prelude::*;

use crate::i18n::compose;
use crate::portal::Portal;

/// The sentence, with the instance's number.
#[component]
pub fn LimitReached() -> impl IntoView {
    let limit = Portal::get().instance(|instance| instance.max_rooms);
    compose(move |texts| texts.room_limit(limit))
}
