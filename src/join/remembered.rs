//! The name that was last used for joining on this device, so that it need not be typed again.

use parvis_ui::storage::BrowserStorage;

/// The identifier of the name field.
pub const NAME_ID: &str = "participant-name";

const STORAGE_KEY: &str = "parvis.name";

/// The remembered name, if there is one.
pub fn name() -> Option<String> {
    BrowserStorage::Local.get(STORAGE_KEY)
}

/// Remembers a name. Without storage, it has to be typed again.
pub fn remember(name: &str) {
    BrowserStorage::Local.set(STORAGE_KEY, name);
}

/// Deletes the remembered name.
pub fn forget() {
    BrowserStorage::Local.remove(STORAGE_KEY);
}
