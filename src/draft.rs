//! What a person typed into a form, given back when they return: signing in again, loading a new
//! version and a slip of the hand all leave the page. It is kept by the tab, for its own person.

use std::cell::RefCell;

use leptos::ev;
use leptos::prelude::*;

use crate::arrival;
use crate::navigation::leads_within_the_portal;
use crate::route::Route;
use crate::stored::Stored;

const STORAGE_KEY: &str = "parvis.draft";
/// What was chosen for an invitation, which is no form's and takes no form's place.
const SENDING_KEY: &str = "parvis.draft.sending";
/// What was given up last: given back only where the person asks for it.
const GIVEN_UP_KEY: &str = "parvis.given-up";

thread_local! {
    /// Whose drafts are kept: nobody's before a person is known, and after they have signed out.
    static OWNER: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the drafts of the person whose account this is from now on.
pub fn belong_to(owner: String) {
    OWNER.set(Some(owner));
}

/// Keeps what was typed into the form at `route`. A browser that stores nothing gives nothing back.
pub fn keep(route: Route, text: &str) {
    if let Some(owner) = OWNER.with_borrow(Clone::clone) {
        let draft = format!("{owner}\n{}\n{text}", route.path());
        Stored::InTab.keep(key(route), &draft);
    }
}

/// What was typed into the form at `route`, if it was kept. It is given back once, and what was typed
/// into another stays where it is.
pub fn take(route: Route) -> Option<String> {
    let draft = Stored::InTab.get(key(route))?;
    let owner = OWNER.with_borrow(Clone::clone)?;
    let text = draft.strip_prefix(&owner)?.strip_prefix('\n')?;
    let text = text.strip_prefix(&route.path())?.strip_prefix('\n')?;
    Stored::InTab.forget(key(route));
    Some(text.to_owned())
}

fn key(route: Route) -> &'static str {
    match route {
        Route::Send(_) => SENDING_KEY,
        _ => STORAGE_KEY,
    }
}

/// What was typed into the form at `route` is given up, as long as nobody asks for it.
pub fn give_up(route: Route, text: &str) {
    keep(route, text);
    hand_over(STORAGE_KEY, GIVEN_UP_KEY);
}

/// What was given up is given back after all, to the form that it was typed into.
pub fn take_up() {
    hand_over(GIVEN_UP_KEY, STORAGE_KEY);
}

fn hand_over(from: &str, to: &str) {
    if let Some(draft) = Stored::InTab.take(from) {
        Stored::InTab.keep(to, &draft);
    }
}

/// Nothing is kept from now on, and what was is gone.
pub fn sign_out() {
    OWNER.take();
    for key in [STORAGE_KEY, SENDING_KEY, GIVEN_UP_KEY, arrival::STORAGE_KEY] {
        Stored::InTab.forget(key);
    }
}

/// The form is done with: the page that is left next leaves no draft.
pub fn leave_nothing() {
    OWNER.take();
}

/// Keeps `text` when the form at `route` is left: with the whole page, or for another of the same part.
pub fn keep_when_left(route: Route, text: Callback<(), Option<String>>) {
    let keep_now = move || {
        if let Some(text) = text.try_run(()).flatten() {
            keep(route, &text);
        }
    };
    let leaving = window_event_listener(ev::pagehide, move |_| keep_now());
    on_cleanup(move || {
        leaving.remove();
        keep_now();
    });
}

/// Has the browser ask before the tab is closed, or left for elsewhere, while there are changes that are
/// not saved: only the tab itself keeps them.
pub fn ask_before_closing(has_changes: impl Fn() -> bool + 'static) {
    let closing = window_event_listener(ev::beforeunload, move |event| {
        let is_kept = OWNER.with_borrow(Option::is_none) || leads_within_the_portal();
        if !is_kept && has_changes() {
            event.prevent_default();
            // For browsers that are some years old.
            event.set_return_value("1");
        }
    });
    on_cleanup(move || closing.remove());
}
