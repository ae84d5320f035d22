//! The join request of a person who waits for a meeting. It is kept in session storage, because the address
//! contains neither the name nor the secret.

use parvis_contract::role::LinkKind;
use parvis_ui::storage::BrowserStorage;

use crate::address::Address;

const STORAGE_KEY: &str = "parvis.waiting";

/// A join request that is repeated when the meeting starts.
#[derive(Clone)]
pub struct PendingJoin {
    /// The kind of link.
    pub kind: LinkKind,
    /// The link's secret.
    pub secret: String,
    /// The name shown on the waiting page.
    pub name: String,
    /// The text of the name field.
    pub typed_name: String,
}

impl PendingJoin {
    /// Stores the request for the holder of `ticket`; returns whether that succeeded.
    pub fn store(&self, ticket: &str) -> bool {
        // Names contain no line breaks.
        let lines = [
            ticket,
            self.kind.word(),
            &self.secret,
            &self.name,
            &self.typed_name,
        ];
        BrowserStorage::Session.set(STORAGE_KEY, &lines.join("\n"))
    }

    /// Deletes the stored request, as nobody waits any more.
    pub fn delete() {
        BrowserStorage::Session.remove(STORAGE_KEY);
    }

    /// Loads the request that was stored for the holder of `ticket`.
    pub fn load(ticket: &str) -> Option<Self> {
        let text = BrowserStorage::Session.get(STORAGE_KEY)?;
        let mut lines = text.split('\n').map(str::to_owned);
        if lines.next()? != ticket {
            return None;
        }
        Some(Self {
            kind: LinkKind::from_word(&lines.next()?)?,
            secret: lines.next()?,
            name: lines.next()?,
            typed_name: lines.next()?,
        })
    }

    /// The address of the link.
    pub fn address(&self) -> String {
        format!("{}#{}", Address::Join(self.kind).path(), self.secret)
    }
}
