//! Drafts: what a person typed into a form, given back when they return. Signing in again, loading a new
//! version and a slip of the hand all leave the form. The tab keeps drafts, for their own person.

use std::cell::RefCell;

use leptos::ev;
use leptos::prelude::*;
use parvis_ui::storage::BrowserStorage;

use crate::address::Address;
use crate::page_load;

const STORAGE_KEY: &str = "parvis.draft";
/// What was chosen for an invitation, which is no form's and takes no form's place.
const SENDING_KEY: &str = "parvis.draft.sending";
/// What was discarded last: given back only where the person asks for it.
const DISCARDED_KEY: &str = "parvis.given-up";

thread_local! {
    /// Whose drafts are kept: nobody's before a person is known, and after they have signed out.
    static OWNER: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the drafts of the person whose account this is from now on.
pub fn belong_to(owner: String) {
    OWNER.set(Some(owner));
}

/// What was typed into the form at `address`, if it was kept. It is given back once, and what was typed
/// into another form stays where it is.
pub fn take(address: Address) -> Option<String> {
    let draft = BrowserStorage::InTab.get(key(address))?;
    let owner = OWNER.with_borrow(Clone::clone)?;
    let text = draft.strip_prefix(&owner)?.strip_prefix('\n')?;
    let text = text.strip_prefix(&address.path())?.strip_prefix('\n')?;
    BrowserStorage::InTab.forget(key(address));
    Some(text.to_owned())
}

/// What was discarded is given back after all, to the form that it was typed into.
pub fn restore_discarded() {
    move_draft(DISCARDED_KEY, STORAGE_KEY);
}

/// Nothing is kept from now on, and what was is gone.
pub fn sign_out() {
    OWNER.take();
    for key in [STORAGE_KEY, SENDING_KEY, DISCARDED_KEY] {
        BrowserStorage::InTab.forget(key);
    }
}

/// The draft of a form that is on the page. It is kept when the form is left, with the document or for
/// another page, until it is closed.
#[derive(Clone, Copy)]
pub struct Draft {
    address: Address,
    /// What is typed and not saved; `None` for nothing.
    text: Callback<(), Option<String>>,
    is_open: StoredValue<bool>,
}

impl Draft {
    /// The draft of the form at `address`.
    pub fn new(address: Address, text: Callback<(), Option<String>>) -> Self {
        let draft = Self {
            address,
            text,
            is_open: StoredValue::new(true),
        };
        let leaving = window_event_listener(ev::pagehide, move |_| {
            draft.keep();
        });
        on_cleanup(move || {
            leaving.remove();
            draft.keep();
        });
        draft
    }

    /// Has the browser ask before the tab is closed, or left for elsewhere, while there is something that
    /// is not saved: only the tab itself keeps it.
    pub fn ask_before_closing(self) {
        let closing = window_event_listener(ev::beforeunload, move |event| {
            let is_kept = OWNER.with_borrow(Option::is_none) || page_load::comes_back();
            if !is_kept && self.text().is_some() {
                event.prevent_default();
                // For browsers that are some years old.
                event.set_return_value("1");
            }
        });
        on_cleanup(move || closing.remove());
    }

    /// The form is done with: nothing is kept of it from now on.
    pub fn close(self) {
        self.is_open.try_set_value(false);
    }

    /// The person discards what is typed; tells whether there was anything. It can be given back as long
    /// as nothing else is discarded.
    pub fn discard(self) -> bool {
        let discarded = self.keep();
        if discarded {
            move_draft(STORAGE_KEY, DISCARDED_KEY);
        }
        self.close();
        discarded
    }

    /// Keeps what is typed; tells whether there is anything. A browser that stores nothing gives nothing
    /// back.
    fn keep(self) -> bool {
        let text = self.text();
        if let (Some(text), Some(owner)) = (&text, OWNER.with_borrow(Clone::clone)) {
            let draft = format!("{owner}\n{}\n{text}", self.address.path());
            BrowserStorage::InTab.keep(key(self.address), &draft);
        }
        text.is_some()
    }

    fn text(self) -> Option<String> {
        if self.is_open.try_get_value() == Some(true) {
            self.text.try_run(()).flatten()
        } else {
            None
        }
    }
}

fn key(address: Address) -> &'static str {
    match address {
        Address::Send(_) => SENDING_KEY,
        _ => STORAGE_KEY,
    }
}

fn move_draft(from: &str, to: &str) {
    if let Some(draft) = BrowserStorage::InTab.take(from) {
        BrowserStorage::InTab.keep(to, &draft);
    }
}
