//! Signing out: what the browser forgets of the person, and no longer shows.

use std::cell::Cell;

use leptos::prelude::*;

use crate::draft;
use crate::entry::Wish;
use crate::page_load;

thread_local! {
    static UNDER_WAY: Cell<bool> = const { Cell::new(false) };
}

/// Whether the person is being signed out: the browser is on its way to the identity provider's page, and must not
/// be called back.
pub fn is_under_way() -> bool {
    UNDER_WAY.get()
}

/// The person signs out, or could not.
pub fn set_under_way(under_way: bool) {
    UNDER_WAY.set(under_way);
}

/// Forgets what this tab has kept of the person, and hides the page until another document takes its place,
/// which a slow network delays. `told` is read meanwhile.
pub fn forget_person(told: &str) {
    draft::sign_out();
    Wish::forget();
    page_load::hide();
    if let (Ok(status), Some(body)) = (document().create_element("p"), document().body())
        && status.set_attribute("role", "status").is_ok()
        && body.append_child(&status).is_ok()
    {
        status.set_class_name("fr-container");
        status.set_text_content(Some(told));
    }
}
