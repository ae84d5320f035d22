//! Sign-out: deletes the person's data in this tab, and hides the page.

use std::cell::Cell;

use leptos::prelude::*;

use crate::draft;
use crate::join_attempt::PendingJoin;
use crate::last_visit;
use crate::page_load;

thread_local! {
    static IN_PROGRESS: Cell<bool> = const { Cell::new(false) };
}

/// Whether the person is being signed out: the browser is loading the identity provider's page, and must not
/// load another.
pub fn is_in_progress() -> bool {
    IN_PROGRESS.get()
}

/// Sets whether the person is being signed out.
pub fn set_in_progress(in_progress: bool) {
    IN_PROGRESS.set(in_progress);
}

/// Deletes what this tab and the last visit have stored of the person, and hides the page until the next document
/// replaces it, which takes time on a slow network. `message` is shown meanwhile.
pub fn delete_personal_data(message: &str) {
    draft::delete_all();
    PendingJoin::delete();
    last_visit::delete();
    page_load::hide();
    if let (Ok(status), Some(body)) = (document().create_element("p"), document().body())
        && status.set_attribute("role", "status").is_ok()
        && body.append_child(&status).is_ok()
    {
        status.set_class_name("fr-container");
        status.set_text_content(Some(message));
    }
}
