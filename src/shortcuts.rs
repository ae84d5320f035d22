//! Keyboard shortcuts for people who are signed in. They are listed at `/aide/raccourcis`, where they can be
//! switched off (WCAG 2.2, 2.1.4).

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use parvis_ui::storage::BrowserStorage;
use parvis_ui::{focus_on, listen_to_window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::address::{Address, Navigator};
use crate::home_ids::{CODE_BUTTON_ID, CODE_ID, SEARCH_ID};

/// The storage key that is set while they are switched off.
const OFF_KEY: &str = "parvis.no-shortcuts";

/// What a shortcut does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Opens the list of shortcuts.
    List,
    /// Focuses the search for a room.
    Search,
    /// Focuses the connection code.
    Code,
    /// Opens the form for a new room.
    NewRoom,
}

impl Shortcut {
    /// All shortcuts, in the order of the list.
    pub const ALL: [Self; 4] = [Self::Search, Self::Code, Self::NewRoom, Self::List];

    /// The character that is typed, on any keyboard layout.
    pub fn key(self) -> &'static str {
        match self {
            Self::List => "?",
            Self::Search => "/",
            Self::Code => "c",
            Self::NewRoom => "n",
        }
    }

    /// Runs the shortcut, if that is possible on this page; returns whether it was.
    fn run(self, here: Memo<String>, navigator: Navigator) -> bool {
        let open = |address: Address| {
            let path = address.path();
            let is_elsewhere = *here.read_untracked() != path;
            if is_elsewhere {
                navigator.open(&path);
            }
            is_elsewhere
        };
        match self {
            Self::Search => focus_on(SEARCH_ID),
            // In a narrow window, a button shows the field.
            Self::Code => focus_on(CODE_ID) || press(CODE_BUTTON_ID),
            Self::NewRoom => open(Address::NewRoom),
            Self::List => open(Address::Shortcuts),
        }
    }
}

/// Whether shortcuts are switched on, on this device.
pub fn is_enabled() -> bool {
    BrowserStorage::Local.get(OFF_KEY).is_none()
}

/// Switches shortcuts on or off, on this device; returns whether they are on. Without storage, they stay on.
pub fn set_enabled(on: bool) -> bool {
    if on {
        BrowserStorage::Local.remove(OFF_KEY);
    }
    on || !BrowserStorage::Local.set(OFF_KEY, "")
}

/// Presses the button with this id; returns whether it exists.
fn press(id: &str) -> bool {
    let button = document().get_element_by_id(id);
    let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
    button.inspect(HtmlElement::click).is_some()
}

/// Handles shortcuts until the current owner is cleaned up.
pub fn listen() {
    let here = use_location().pathname;
    let navigator = Navigator::get();
    listen_to_window(ev::keydown, move |event| {
        let shortcut = shortcut_of(&event).filter(|_| is_enabled());
        if shortcut.is_some_and(|shortcut| shortcut.run(here, navigator)) {
            event.prevent_default();
        }
    });
}

/// The shortcut of a pressed key, unless the key is text input, or meant for the browser or a dialog.
fn shortcut_of(event: &KeyboardEvent) -> Option<Shortcut> {
    let is_for_another = event.default_prevented()
        || event.is_composing()
        || event.ctrl_key()
        || event.meta_key()
        || event.alt_key();
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let takes_text = target.matches("input, textarea, select, [contenteditable]");
    let dialog = document().query_selector("dialog[open]");
    if is_for_another || takes_text != Ok(false) || dialog.is_ok_and(|dialog| dialog.is_some()) {
        return None;
    }
    let key = event.key().to_ascii_lowercase();
    Shortcut::ALL
        .into_iter()
        .find(|shortcut| shortcut.key() == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_shortcuts_share_a_key() {
        for (place, shortcut) in Shortcut::ALL.into_iter().enumerate() {
            let same = Shortcut::ALL
                .into_iter()
                .position(|other| other.key() == shortcut.key());
            assert_eq!(same, Some(place));
        }
    }
}
