//! What the browser stores of the last visit of a signed-in person: the names of their first rooms, which can be shown
//! while the backend cannot be reached.

use js_sys::Date;
use leptos::prelude::*;
use parvis_contract::room::RoomPage;
use parvis_ui::storage::BrowserStorage;

use crate::i18n::{Texts, say};

/// The key in local storage of the time of the visit, in seconds since 1970, and of the names, a line each. It exists
/// while somebody is signed in, so that the start script preloads the right chunks (`boot.js`).
const KEY: &str = "parvis.signed-in";

/// How long the names are shown, in seconds: a day. Not everybody signs out, and others may use the device.
const SHOWN_SECONDS: u64 = 86_400;

/// Stores the names of the rooms. Of a room nothing else is stored.
pub fn store(rooms: &RoomPage) {
    let mut text = now().to_string();
    for room in &rooms.items {
        text.push('\n');
        text.push_str(&room.name);
    }
    // Without storage, the next visit loads its chunk a little later.
    BrowserStorage::Local.set(KEY, &text);
}

/// Deletes what is stored: nobody is signed in any more.
pub fn delete() {
    BrowserStorage::Local.remove(KEY);
}

/// Seconds since 1970. Not a number with a fraction: to write and read those takes 20 kB of code.
fn now() -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time after 1970"
    )]
    let seconds = (Date::now() / 1_000.0) as u64;
    seconds
}

/// The names that are stored in `text`, unless they are too old, or none.
fn names(text: &str, now: u64) -> Option<std::str::Lines<'_>> {
    let (time, names) = text.split_once('\n')?;
    let age = now.checked_sub(time.parse().ok()?)?;
    (age < SHOWN_SECONDS).then(|| names.lines())
}

/// The names of the rooms at the last visit, if there were any within a day.
#[component]
pub fn RoomsOfLastVisit() -> impl IntoView {
    let stored = BrowserStorage::Local.get(KEY).unwrap_or_default();
    let Some(names) = names(&stored, now()) else {
        return ().into_any();
    };
    let names = names.map(|name| view! { <li>{name.to_owned()}</li> });
    view! {
        <h2>{say(Texts::rooms_of_last_visit)}</h2>
        <p>{say(Texts::rooms_of_last_visit_detail)}</p>
        <ul>{names.collect_view()}</ul>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_for_a_day() {
        let told = |text, now| names(text, now).map(Iterator::collect::<Vec<_>>);
        let text = "1000\nConseil\nSalle 2";
        assert_eq!(told(text, 1_000), Some(vec!["Conseil", "Salle 2"]));
        assert_eq!(told(text, 87_399), Some(vec!["Conseil", "Salle 2"]));
        assert_eq!(told(text, 87_400), None);
        // The clock has been set back.
        assert_eq!(told(text, 999), None);
        assert_eq!(told("1000", 1_000), None);
        assert_eq!(told("", 1_000), None);
    }
}
