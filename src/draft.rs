//! Drafts: what a person typed into forms, given back when they return. Within the portal they are kept in
//! memory, one for each form; in the storage of the tab while the document is left (signing in again, a new
//! version) or hidden (phones discard such pages). They are given back to their own person alone.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::PossibleRouteMatch as _;
use parvis_ui::listen_to_window;
use parvis_ui::storage::BrowserStorage;

use crate::address::{Address, Pattern, pattern};
use crate::page_load;

/// Begins the keys of drafts in the tab's storage; the path of the form follows.
const STORAGE_KEY: &str = "parvis.draft ";

thread_local! {
    static DRAFTS: RefCell<Drafts> = const { RefCell::new(Drafts::new()) };
}

struct Drafts {
    /// Whose they are: nobody's before a person is known, and after they have signed out.
    owner: Option<String>,
    /// The forms that are on the page.
    open: Vec<Draft>,
    kept: Vec<Text>,
    /// What was discarded last: given back only if the person asks for it.
    discarded: Option<Text>,
    /// What was sent last, and is not known to be saved.
    sent: Option<Text>,
}

/// What was typed into the form at a path.
#[derive(Clone, PartialEq)]
struct Text {
    path: String,
    text: String,
}

impl Drafts {
    const fn new() -> Self {
        Self {
            owner: None,
            open: Vec::new(),
            kept: Vec::new(),
            discarded: None,
            sent: None,
        }
    }

    fn take(&mut self, path: &str) -> Option<Text> {
        let place = self.kept.iter().position(|kept| kept.path == path)?;
        Some(self.kept.swap_remove(place))
    }

    fn keep(&mut self, text: Text) {
        self.take(&text.path);
        if self.owner.is_some() {
            self.kept.push(text);
        }
    }

    /// Has the tab keep what is in memory; tells whether it does.
    fn store(&self) -> bool {
        let Some(owner) = &self.owner else {
            return true;
        };
        BrowserStorage::InTab.take_all(STORAGE_KEY);
        self.kept.iter().all(|Text { path, text }| {
            BrowserStorage::InTab.keep(&format!("{STORAGE_KEY}{path}"), &format!("{owner}\n{text}"))
        })
    }
}

/// Keeps the drafts of the person whose account this is from now on.
pub fn belong_to(owner: String) {
    let mut kept = Vec::new();
    for (path, stored) in BrowserStorage::InTab.take_all(STORAGE_KEY) {
        let text = stored.strip_prefix(&owner);
        let text = text
            .and_then(|text| text.strip_prefix('\n'))
            .map(str::to_owned);
        kept.extend(text.map(|text| Text { path, text }));
    }
    DRAFTS.with_borrow_mut(|drafts| {
        drafts.owner = Some(owner);
        drafts.kept = kept;
    });
    let is_left = Rc::new(Cell::new(false));
    let leaving = Rc::clone(&is_left);
    listen_to_window(ev::pagehide, move |_| {
        store();
        leaving.set(true);
    });
    listen_to_window(ev::visibilitychange, move |_| {
        if document().hidden() {
            store();
        } else if !is_left.get() {
            // A copy of the tab is to begin without. (A document of the past has given them up.)
            BrowserStorage::InTab.take_all(STORAGE_KEY);
        }
    });
    listen_to_window(ev::pageshow, |event| {
        // A document of the past is about to be loaded anew: what it knew has been saved or discarded since.
        if event.persisted() {
            DRAFTS.set(Drafts::new());
        }
    });
    listen_to_window(ev::beforeunload, |event| {
        let is_lost = is_unsaved() && !(page_load::comes_back() && store());
        if is_lost {
            event.prevent_default();
            // For browsers that are some years old.
            event.set_return_value("1");
        }
    });
}

/// What was typed into the form at `address`, if it was kept. It is given back once.
pub fn take(address: Address) -> Option<String> {
    DRAFTS.with_borrow_mut(|drafts| Some(drafts.take(&address.path())?.text))
}

/// What was discarded is given back after all, to the form that it was typed into.
pub fn restore_discarded() {
    let Some(discarded) = DRAFTS.with_borrow_mut(|drafts| drafts.discarded.take()) else {
        return;
    };
    let mut forms = open().into_iter();
    let form = forms.find(|draft| draft.address.path() == discarded.path);
    match form.and_then(|draft| draft.restore.try_get_value().flatten()) {
        Some(restore) => restore.run(discarded.text),
        None => DRAFTS.with_borrow_mut(|drafts| drafts.keep(discarded)),
    }
}

/// What was sent from the form at `address` is saved: it is not given back, even if the form was left before
/// that was known. What was typed since is.
pub fn saved(address: Address) {
    DRAFTS.with_borrow_mut(|drafts| {
        let path = address.path();
        if let Some(sent) = drafts.sent.take_if(|sent| sent.path == path) {
            drafts.kept.retain(|kept| *kept != sent);
        }
    });
}

/// Nothing is kept from now on, and what was is gone.
pub fn sign_out() {
    DRAFTS.set(Drafts::new());
    BrowserStorage::InTab.take_all(STORAGE_KEY);
}

fn open() -> Vec<Draft> {
    DRAFTS.with_borrow(|drafts| drafts.open.clone())
}

/// Has the tab keep everything; tells whether it does. A browser that stores nothing gives it back within the
/// portal only.
fn store() -> bool {
    open().into_iter().for_each(Draft::keep);
    DRAFTS.with_borrow(Drafts::store)
}

/// Whether anything was typed into a form and is not saved. What was chosen for an invitation is no form's.
fn is_unsaved() -> bool {
    open().into_iter().for_each(Draft::keep);
    let sending = Pattern(&[pattern::SEND]);
    DRAFTS.with_borrow(|drafts| {
        let mut kept = drafts.kept.iter();
        kept.any(|kept| sending.test(&kept.path).is_none())
    })
}

/// The draft of a form that is on the page. It is kept when the form is left, with the document or for
/// another page, until it is closed.
#[derive(Clone, Copy)]
pub struct Draft {
    address: Address,
    /// What is typed and not saved; `None` for nothing.
    text: Callback<(), Option<String>>,
    is_open: StoredValue<bool>,
    restore: StoredValue<Option<Callback<String>>>,
}

impl Draft {
    /// The draft of the form at `address`.
    pub fn new(address: Address, text: Callback<(), Option<String>>) -> Self {
        let draft = Self {
            address,
            text,
            is_open: StoredValue::new(true),
            restore: StoredValue::new(None),
        };
        DRAFTS.with_borrow_mut(|drafts| drafts.open.push(draft));
        on_cleanup(move || {
            draft.keep();
            DRAFTS.with_borrow_mut(|drafts| {
                drafts.open.retain(|open| open.is_open != draft.is_open);
            });
        });
        draft
    }

    /// What shows a text in the form that was discarded there before.
    pub fn on_restore(self, restore: Callback<String>) {
        self.restore.set_value(Some(restore));
    }

    /// What is typed is sent now: see [`saved`].
    pub fn sent(self) {
        let text = self.text();
        DRAFTS.with_borrow_mut(|drafts| drafts.sent = text);
    }

    /// The form is done with: nothing is kept of it from now on.
    pub fn close(self) {
        self.is_open.try_set_value(false);
    }

    /// The person discards what is typed; tells whether there was anything. It can be given back as long
    /// as nothing else is discarded.
    pub fn discard(self) -> bool {
        let text = self.text();
        self.close();
        self.keep();
        let is_discarded = text.is_some();
        DRAFTS.with_borrow_mut(|drafts| drafts.discarded = text.or(drafts.discarded.take()));
        is_discarded
    }

    /// Keeps what is typed, or that nothing is.
    fn keep(self) {
        let text = self.text();
        DRAFTS.with_borrow_mut(|drafts| match text {
            Some(text) => drafts.keep(text),
            None => drop(drafts.take(&self.address.path())),
        });
    }

    fn text(self) -> Option<Text> {
        if self.is_open.try_get_value() != Some(true) {
            return None;
        }
        let text = self.text.try_run(()).flatten()?;
        let path = self.address.path();
        Some(Text { path, text })
    }
}
