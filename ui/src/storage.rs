//! Web Storage: texts that the browser stores under a key. If storage is not available, because of settings
//! or a full disk, it counts as empty.

use leptos::prelude::window;
use web_sys::Storage;

/// The area of storage.
#[derive(Clone, Copy)]
pub enum BrowserStorage {
    /// Session storage: until the tab is closed.
    Session,
    /// Local storage: until the key is removed.
    Local,
}

impl BrowserStorage {
    /// The text stored under `key`.
    pub fn get(self, key: &str) -> Option<String> {
        self.storage()?.get_item(key).ok()?
    }

    /// Removes and returns the text stored under `key`.
    pub fn take(self, key: &str) -> Option<String> {
        let text = self.get(key);
        self.remove(key);
        text
    }

    /// Stores `text` under `key`; returns whether that succeeded.
    pub fn set(self, key: &str, text: &str) -> bool {
        self.storage()
            .is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    /// Removes `key`.
    pub fn remove(self, key: &str) {
        // Storage that is not available stores nothing.
        let _ = self.storage().map(|storage| storage.remove_item(key));
    }

    /// Removes and returns the texts stored under keys with this prefix, by the rest of the key.
    pub fn take_all(self, prefix: &str) -> Vec<(String, String)> {
        let Some(storage) = self.storage() else {
            return Vec::new();
        };
        let count = storage.length().unwrap_or_default();
        let keys: Vec<String> = (0..count).filter_map(|n| storage.key(n).ok()?).collect();
        let entries = keys.iter().filter_map(|key| {
            let rest = key.strip_prefix(prefix)?;
            Some((rest.to_owned(), self.take(key)?))
        });
        entries.collect()
    }

    fn storage(self) -> Option<Storage> {
        match self {
            Self::Session => window().session_storage(),
            Self::Local => window().local_storage(),
        }
        .ok()?
    }
}
