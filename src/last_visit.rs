//! What the browser stores of the last visit of a signed-in person: the names of their first rooms, which can be shown
//! while the backend cannot be reached.

use leptos::prelude::*;
use parvis_contract::room::RoomPage;
use parvis_ui::storage::BrowserStorage;

use crate::i18n::{Texts, say};

/// The key in local storage of the names, a line each. It exists while somebody is signed in, so that the start script
/// preloads the right chunks (`boot.js`).
const KEY: &str = "parvis.signed-in";

/// Stores the names of the rooms. Of a room nothing else is stored.
pub fn store(rooms: &RoomPage) {
    let names: Vec<_> = rooms.items.iter().map(|room| &*room.name).collect();
    // Without storage, the next visit loads its chunk a little later.
    BrowserStorage::Local.set(KEY, &names.join("\n"));
}

/// Deletes what is stored: nobody is signed in any more.
pub fn delete() {
    BrowserStorage::Local.remove(KEY);
}

/// The names of the rooms at the last visit, if there were any.
#[component]
pub fn RoomsOfLastVisit() -> impl IntoView {
    let names = BrowserStorage::Local.get(KEY).unwrap_or_default();
    if names.is_empty() {
        return ().into_any();
    }
    let names = names
        .lines()
        .map(|name| view! { <li>{name.to_owned()}</li> });
    view! {
        <h2>{say(Texts::rooms_of_last_visit)}</h2>
        <p>{say(Texts::rooms_of_last_visit_detail)}</p>
        <ul>{names.collect_view()}</ul>
    }
    .into_any()
}
