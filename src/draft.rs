//! Drafts: what a person typed into forms, given back when they return. Within the portal they are kept in
//! memory, one for each form; in the storage of the tab while the document is left (signing in again, a new
//! version) or hidden (phones discard such pages). They are given back to their own person alone.

use std::cell::RefCell;

use leptos::ev;
use leptos::prelude::*;
use parvis_ui::storage::BrowserStorage;

use crate::address::Address;
use crate::page_load;

/// Begins the keys of drafts in the tab's storage; the path of the form follows.
const STORAGE_KEY: &str = "parvis.draft ";

thread_local! {
    static DRAFTS: RefCell<Drafts> = const { RefCell::new(Drafts::new()) };
}

struct Drafts {
    /// Whose they are: nobody's before a person is known, and after they have signed out.
    owner: Option<String>,
    /// What was typed, by its form.
    typed: Vec<(Address, String)>,
    /// What was discarded last, and where: given back only if the person asks for it.
    discarded: Option<(Address, String)>,
}

impl Drafts {
    const fn new() -> Self {
        Self {
            owner: None,
            typed: Vec::new(),
            discarded: None,
        }
    }

    fn take(&mut self, address: Address) -> Option<(Address, String)> {
        let place = self.typed.iter().position(|(own, _)| *own == address)?;
        Some(self.typed.swap_remove(place))
    }

    /// Has the tab keep what is in memory. A browser that stores nothing gives it back within the portal only.
    fn store(&self) {
        for ((address, text), owner) in self.typed.iter().zip(self.owner.iter().cycle()) {
            BrowserStorage::InTab.keep(&storage_key(*address), &format!("{owner}\n{text}"));
        }
    }
}

fn storage_key(address: Address) -> String {
    format!("{STORAGE_KEY}{}", address.path())
}

/// Keeps the drafts of the person whose account this is from now on.
pub fn belong_to(owner: String) {
    DRAFTS.with_borrow_mut(|drafts| drafts.owner = Some(owner));
    before_leaving(|| DRAFTS.with_borrow(Drafts::store));
}

/// What was typed into the form at `address`, if it was kept. It is given back once.
pub fn take(address: Address) -> Option<String> {
    DRAFTS.with_borrow_mut(|drafts| {
        let stored = BrowserStorage::InTab.take(&storage_key(address));
        let of_owner = |text: String| {
            Some(
                text.strip_prefix(drafts.owner.as_ref()?)?
                    .strip_prefix('\n')?
                    .to_owned(),
            )
        };
        let stored = stored.and_then(of_owner);
        drafts.take(address).map(|(_, text)| text).or(stored)
    })
}

/// What was discarded is given back after all, to the form that it was typed into.
pub fn restore_discarded() {
    DRAFTS.with_borrow_mut(|drafts| {
        let discarded = drafts.discarded.take();
        drafts.typed.extend(discarded);
    });
}

/// Nothing is kept from now on, and what was is gone.
pub fn sign_out() {
    DRAFTS.set(Drafts::new());
    BrowserStorage::InTab.forget_all(STORAGE_KEY);
}

/// Runs `run` when the document is left or hidden.
fn before_leaving(run: impl Fn() + Copy + 'static) -> [WindowListenerHandle; 2] {
    let hidden = move |_| {
        if document().hidden() {
            run();
        }
    };
    [
        window_event_listener(ev::pagehide, move |_| run()),
        window_event_listener(ev::visibilitychange, hidden),
    ]
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
        let leaving = before_leaving(move || {
            draft.keep();
            DRAFTS.with_borrow(Drafts::store);
        });
        on_cleanup(move || {
            leaving.into_iter().for_each(WindowListenerHandle::remove);
            draft.keep();
        });
        draft
    }

    /// Has the browser ask before the tab is closed, or left for elsewhere, while there is something that
    /// is not saved: only the tab itself keeps it.
    pub fn ask_before_closing(self) {
        let closing = window_event_listener(ev::beforeunload, move |event| {
            let nobody = DRAFTS.with_borrow(|drafts| drafts.owner.is_none());
            let is_kept = nobody || page_load::comes_back();
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
        self.keep();
        self.close();
        DRAFTS.with_borrow_mut(|drafts| {
            let discarded = drafts.take(self.address);
            let is_discarded = discarded.is_some();
            drafts.discarded = discarded.or(drafts.discarded.take());
            is_discarded
        })
    }

    /// Keeps what is typed, or that nothing is.
    fn keep(self) {
        let text = self.text();
        DRAFTS.with_borrow_mut(|drafts| {
            drafts.take(self.address);
            BrowserStorage::InTab.forget(&storage_key(self.address));
            let owned = text.filter(|_| drafts.owner.is_some());
            drafts.typed.extend(owned.map(|text| (self.address, text)));
        });
    }

    fn text(self) -> Option<String> {
        if self.is_open.try_get_value() == Some(true) {
            self.text.try_run(()).flatten()
        } else {
            None
        }
    }
}
