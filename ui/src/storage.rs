//! What the browser keeps for a page, under a key. One that keeps nothing, because of its settings or a
//! full disk, answers as if nothing had ever been kept.

use leptos::prelude::window;
use web_sys::Storage;

/// Where it is kept.
#[derive(Clone, Copy)]
pub enum BrowserStorage {
    /// By the tab, until it is closed.
    InTab,
    /// By the device, until it is forgotten.
    OnDevice,
}

impl BrowserStorage {
    /// What is kept under `key`.
    pub fn get(self, key: &str) -> Option<String> {
        self.storage()?.get_item(key).ok()?
    }

    /// What is kept under `key`, for the last time.
    pub fn take(self, key: &str) -> Option<String> {
        let text = self.get(key);
        self.forget(key);
        text
    }

    /// Keeps `text` under `key`; tells whether the browser does.
    pub fn keep(self, key: &str, text: &str) -> bool {
        self.storage()
            .is_some_and(|storage| storage.set_item(key, text).is_ok())
    }

    /// Keeps nothing under `key` any more.
    pub fn forget(self, key: &str) {
        // What cannot be reached is not kept either.
        let _ = self.storage().map(|storage| storage.remove_item(key));
    }

    /// What is kept under keys that begin with `prefix`, by the rest of the key, for the last time.
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
            Self::InTab => window().session_storage(),
            Self::OnDevice => window().local_storage(),
        }
        .ok()?
    }
}
