//! The name under which somebody entered last on this device: asked for once.

use parvis_ui::storage::BrowserStorage;

/// The element of the field for it.
pub const NAME_ID: &str = "participant-name";

const STORAGE_KEY: &str = "parvis.name";

/// The name, if one is remembered.
pub fn name() -> Option<String> {
    BrowserStorage::OnDevice.get(STORAGE_KEY)
}

/// Remembers a name. A device that stores nothing asks again.
pub fn remember(name: &str) {
    BrowserStorage::OnDevice.keep(STORAGE_KEY, name);
}

/// Remembers no name any more.
pub fn forget() {
    BrowserStorage::OnDevice.forget(STORAGE_KEY);
}
