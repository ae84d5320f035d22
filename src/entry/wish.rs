//! What a person who waits came with. It stays in this tab: the address has no name and no secret.

use parvis_contract::role::LinkKind;
use parvis_ui::storage::BrowserStorage;

use crate::address::Address;

const STORAGE_KEY: &str = "parvis.waiting";

/// The wish to enter that has to wait.
#[derive(Clone)]
pub struct Wish {
    /// The kind of link.
    pub kind: LinkKind,
    /// The link's secret.
    pub secret: String,
    /// The name that the person is greeted by.
    pub name: String,
    /// What the person typed in its field.
    pub typed: String,
}

impl Wish {
    /// Keeps it for the holder of `ticket`; tells whether the browser does.
    pub fn keep(&self, ticket: &str) -> bool {
        // No name holds an end of line.
        let lines = [
            ticket,
            self.kind.word(),
            &self.secret,
            &self.name,
            &self.typed,
        ];
        BrowserStorage::InTab.keep(STORAGE_KEY, &lines.join("\n"))
    }

    /// Keeps nothing any more: the wait is over.
    pub fn forget() {
        BrowserStorage::InTab.forget(STORAGE_KEY);
    }

    /// What was kept for the holder of `ticket`.
    pub fn kept(ticket: &str) -> Option<Self> {
        let text = BrowserStorage::InTab.get(STORAGE_KEY)?;
        let mut lines = text.split('\n').map(str::to_owned);
        if lines.next()? != ticket {
            return None;
        }
        Some(Self {
            kind: LinkKind::from_word(&lines.next()?)?,
            secret: lines.next()?,
            name: lines.next()?,
            typed: lines.next()?,
        })
    }

    /// The address of the link.
    pub fn address(&self) -> String {
        format!("{}#{}", Address::Join(self.kind).path(), self.secret)
    }
}
