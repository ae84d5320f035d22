//! Draft persistence: keeps what a person typed into forms, and restores it when they return. Within the
//! portal, drafts are kept in memory, one for each form; in the tab's session storage while the document is
//! left (signing in again, a new version) or hidden (phones discard such pages). They are restored for the
//! same account only.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos_router::PossibleRouteMatch as _;
use parvis_ui::listen_to_window;
use parvis_ui::storage::BrowserStorage;

use crate::address::{Address, Pattern, pattern};
use crate::page_load;

/// The prefix of the drafts' keys in session storage; the path of the form follows.
const STORAGE_KEY: &str = "parvis.draft ";

thread_local! {
    static DRAFTS: RefCell<Drafts> = const { RefCell::new(Drafts::new()) };
}

struct Drafts {
    /// The account of the drafts; `None` before it is known, and after signing out.
    owner: Option<String>,
    /// The forms on the page.
    open: Vec<Draft>,
    kept: Vec<DraftText>,
    /// The last discarded draft, which is restored only on request.
    discarded: Option<DraftText>,
    /// The last submitted draft, if it is not known to be saved.
    submitted: Option<DraftText>,
}

/// What was typed into the form at a path.
#[derive(Clone, PartialEq)]
struct DraftText {
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
            submitted: None,
        }
    }

    fn take(&mut self, path: &str) -> Option<DraftText> {
        let index = self.kept.iter().position(|kept| kept.path == path)?;
        Some(self.kept.swap_remove(index))
    }

    fn keep(&mut self, text: DraftText) {
        self.take(&text.path);
        if self.owner.is_some() {
            self.kept.push(text);
        }
    }

    /// Writes the drafts to session storage; returns whether that succeeded.
    fn store(&self) -> bool {
        let Some(owner) = &self.owner else {
            return true;
        };
        BrowserStorage::Session.take_all(STORAGE_KEY);
        self.kept.iter().all(|DraftText { path, text }| {
            BrowserStorage::Session
                .set(&format!("{STORAGE_KEY}{path}"), &format!("{owner}\n{text}"))
        })
    }
}

/// Keeps drafts for this account from now on, and loads those in session storage.
pub fn keep_for_account(owner: String) {
    let mut kept = Vec::new();
    for (path, stored) in BrowserStorage::Session.take_all(STORAGE_KEY) {
        let text = stored.strip_prefix(&owner);
        let text = text
            .and_then(|text| text.strip_prefix('\n'))
            .map(str::to_owned);
        kept.extend(text.map(|text| DraftText { path, text }));
    }
    DRAFTS.with_borrow_mut(|drafts| {
        drafts.owner = Some(owner);
        drafts.kept = kept;
    });
    let pagehide_fired = Rc::new(Cell::new(false));
    let fired = Rc::clone(&pagehide_fired);
    listen_to_window(ev::pagehide, move |_| {
        store();
        fired.set(true);
    });
    listen_to_window(ev::visibilitychange, move |_| {
        if document().hidden() {
            store();
        } else if !pagehide_fired.get() {
            // A duplicated tab gets a copy of the storage, and must start without drafts. After `pagehide`,
            // the stored drafts belong to the next document.
            BrowserStorage::Session.take_all(STORAGE_KEY);
        }
    });
    listen_to_window(ev::pageshow, |event| {
        // A page from the back/forward cache is about to be reloaded, and its drafts have been saved or
        // discarded since.
        if event.persisted() {
            DRAFTS.set(Drafts::new());
        }
    });
    listen_to_window(ev::beforeunload, |event| {
        let is_lost = is_unsaved() && !(page_load::is_leaving() && store());
        if is_lost {
            event.prevent_default();
            // For older browsers.
            event.set_return_value("1");
        }
    });
}

/// Takes the draft of the form at `address`, if there is one. It is returned once only.
pub fn take(address: Address) -> Option<String> {
    DRAFTS.with_borrow_mut(|drafts| Some(drafts.take(&address.path())?.text))
}

/// Restores the last discarded draft: in its form if that is on the page, else when it is opened.
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

/// Marks the submitted draft of the form at `address` as saved: it is not restored, even if the form was left
/// before the response. Changes made since are kept.
pub fn mark_saved(address: Address) {
    DRAFTS.with_borrow_mut(|drafts| {
        let path = address.path();
        if let Some(submitted) = drafts.submitted.take_if(|submitted| submitted.path == path) {
            drafts.kept.retain(|kept| *kept != submitted);
        }
    });
}

/// Deletes all drafts, and keeps none from now on.
pub fn delete_all() {
    DRAFTS.set(Drafts::new());
    BrowserStorage::Session.take_all(STORAGE_KEY);
}

fn open() -> Vec<Draft> {
    DRAFTS.with_borrow(|drafts| drafts.open.clone())
}

/// Writes all drafts to session storage; returns whether that succeeded. Without storage, they are restored
/// within the portal only.
fn store() -> bool {
    open().into_iter().for_each(Draft::keep);
    DRAFTS.with_borrow(Drafts::store)
}

/// Whether a form has unsaved changes. The choices for an invitation do not count.
fn is_unsaved() -> bool {
    open().into_iter().for_each(Draft::keep);
    let sending = Pattern(&[pattern::SEND]);
    DRAFTS.with_borrow(|drafts| {
        let mut kept = drafts.kept.iter();
        kept.any(|kept| sending.test(&kept.path).is_none())
    })
}

/// The draft of a form on the page. It is kept when the form is left, with the document or for another page,
/// until it is closed.
#[derive(Clone, Copy)]
pub struct Draft {
    address: Address,
    /// Returns the unsaved text; `None` if there is none.
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

    /// Sets the callback that restores a discarded text in the form.
    pub fn on_restore(self, restore: Callback<String>) {
        self.restore.set_value(Some(restore));
    }

    /// Marks the current text as submitted: see [`mark_saved`].
    pub fn mark_submitted(self) {
        let text = self.text();
        DRAFTS.with_borrow_mut(|drafts| drafts.submitted = text);
    }

    /// Stops keeping the draft: the form is done.
    pub fn close(self) {
        self.is_open.try_set_value(false);
    }

    /// Discards the text; returns whether there was any. It can be restored until another text is discarded.
    pub fn discard(self) -> bool {
        let text = self.text();
        self.close();
        self.keep();
        let is_discarded = text.is_some();
        DRAFTS.with_borrow_mut(|drafts| drafts.discarded = text.or(drafts.discarded.take()));
        is_discarded
    }

    /// Keeps the current text, or deletes the draft if there is none.
    fn keep(self) {
        let text = self.text();
        DRAFTS.with_borrow_mut(|drafts| match text {
            Some(text) => drafts.keep(text),
            None => drop(drafts.take(&self.address.path())),
        });
    }

    fn text(self) -> Option<DraftText> {
        if self.is_open.try_get_value() != Some(true) {
            return None;
        }
        let text = self.text.try_run(()).flatten()?;
        let path = self.address.path();
        Some(DraftText { path, text })
    }
}
