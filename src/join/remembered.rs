//! The name under which somebody entered last on this device: asked for once.

use leptos::prelude::window;

const STORAGE_KEY: &str = "parvis.name";

/// The name, if one is remembered.
pub fn name() -> Option<String> {
    storage()?.get_item(STORAGE_KEY).ok()?
}

/// Remembers a name. A device that stores nothing asks again.
pub fn remember(name: &str) {
    let _ = storage().map(|storage| storage.set_item(STORAGE_KEY, name));
}

/// Remembers no name any more.
pub fn forget() {
    let _ = storage().map(|storage| storage.remove_item(STORAGE_KEY));
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}
