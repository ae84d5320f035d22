//! Page loads: leaving the document for the sign-in, returning to it, and reloading it.

use std::cell::Cell;

use js_sys::Date;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::location::Location;
use parvis_contract::link;
use parvis_ui::listen_to_window;
use parvis_ui::storage::BrowserStorage;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use crate::address::Address;

/// After this time, a document that the portal was leaving has not been left, because the person stopped the
/// navigation.
const LEAVE_TIMEOUT_MS: f64 = 1_000.0;

thread_local! {
    /// When the portal last began to leave the document, in milliseconds since 1970.
    static LEFT_AT: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Whether the portal itself is leaving the document, so that drafts will be restored.
pub fn is_leaving() -> bool {
    Date::now() - LEFT_AT.get() < LEAVE_TIMEOUT_MS
}

/// Reloads the document.
pub fn reload() {
    LEFT_AT.set(Date::now());
    // If the browser refuses, the page stays as it is.
    let _ = window().location().reload();
}

/// Replaces the address in the address bar without the router: before the router starts, or when the document
/// is being left.
pub fn replace_address(path: &str) {
    if let Ok(history) = window().history() {
        // If the browser refuses, the address stays as it is.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Keeps the address bar equal to the page that the router shows. `leptos_router` 0.8.17 compares with the
/// address that it wrote last, and does not write it again after "forward".
pub fn sync_address_bar() {
    let Location {
        pathname,
        search,
        hash,
        ..
    } = use_location();
    Effect::new(move || {
        let search = search.get();
        let query = if search.is_empty() { "" } else { "?" };
        let address = format!("{}{query}{search}{}", pathname.get(), hash.get());
        // The router writes the address once the page is built, which is before the next frame.
        request_animation_frame(move || {
            let location = window().location();
            let shown = [location.pathname(), location.search(), location.hash()];
            let shown: String = shown.into_iter().flatten().collect();
            if shown != address
                && let Ok(history) = window().history()
            {
                // If the browser refuses, the address stays as it is.
                let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
            }
        });
    });
}

const FRAGMENT_KEY: &str = "parvis.fragment";

/// Stores the fragment in session storage when a link leads to the sign-in: it must not be sent to a server.
pub fn store_fragment_on_sign_in() {
    listen_to_window(ev::click, |event| {
        let target = event.target();
        let target = target.and_then(|target| target.dyn_into::<Element>().ok());
        let leads = |links: &str| {
            let target = target.as_ref();
            target.is_some_and(|target| target.closest(links).is_ok_and(|link| link.is_some()))
        };
        // A mail program opens beside the page, but browsers fire `beforeunload` for its link.
        if leads("a[href^='mailto:'], a[href^='tel:']") {
            LEFT_AT.set(Date::now());
        }
        // A link that opens in another tab does not leave this document.
        let is_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if is_elsewhere || !leads("a[href*='/auth/']") {
            return;
        }
        LEFT_AT.set(Date::now());
        let location = window().location();
        if let (Ok(path), Ok(fragment)) = (location.pathname(), location.hash())
            && !fragment.is_empty()
        {
            // Without storage, the person has to open the link again.
            BrowserStorage::Session.set(FRAGMENT_KEY, &format!("{path}{fragment}"));
        }
    });
}

/// Restores the fragment that this path had when the person left to sign in. To be called before anything
/// reads the address.
pub fn restore_fragment() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    // Removed in any case: it is for one sign-in, and not for the next person.
    let kept = BrowserStorage::Session.take(FRAGMENT_KEY);
    let Some(kept) = kept.filter(|kept| kept.split('#').next() == Some(&path)) else {
        return;
    };
    if location.hash().is_ok_and(|fragment| fragment.is_empty())
        && let Some((_, fragment)) = kept.split_once('#')
    {
        // The query is kept: it says how the sign-in went.
        let query = location.search().unwrap_or_default();
        replace_address(&format!("{path}{query}#{fragment}"));
    }
}

/// Undoes changes of mail programs and filters to the address of a link. To be called before anything reads
/// the address.
pub fn repair_link() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let Some((kind, secret)) = link::received(&path, &fragment) else {
        return;
    };
    let repaired = Address::Join(kind).path();
    if secret.is_empty() {
        if path != repaired {
            replace_address(&repaired);
        }
    } else if path != repaired {
        // The query was added by the filter, and is removed.
        replace_address(&format!("{repaired}#{secret}"));
    } else if fragment.trim_start_matches('#') != secret {
        let query = location.search().unwrap_or_default();
        replace_address(&format!("{repaired}{query}#{secret}"));
    }
}

/// Removes the parameter `state`, which an identity provider adds to the address after signing out. To be
/// called before anything reads the address.
pub fn remove_state_parameter() {
    let location = window().location();
    let query = location.search().unwrap_or_default();
    let pairs = query.trim_start_matches('?').split('&');
    let kept: Vec<_> = pairs
        .clone()
        .filter(|pair| !pair.starts_with("state="))
        .collect();
    let home = Address::Home.path();
    if kept.len() < pairs.count() && location.pathname().is_ok_and(|path| path == home) {
        let query = if kept.is_empty() { "" } else { "?" };
        let fragment = location.hash().unwrap_or_default();
        replace_address(&format!("{home}{query}{}{fragment}", kept.join("&")));
    }
}

/// Hides the page, as the document is being left for good.
pub fn hide() {
    let app = document().get_element_by_id("app");
    if let Some(app) = app.and_then(|app| app.dyn_into::<HtmlElement>().ok()) {
        app.set_hidden(true);
    }
}

/// Keeps the back/forward cache from showing the rooms after their person has signed out: a restored page is
/// reloaded, and hidden before, as the browser paints it at once.
pub fn reload_when_restored() {
    listen_to_window(ev::pagehide, |_| hide());
    listen_to_window(ev::pageshow, |event| {
        if event.persisted() {
            reload();
        }
    });
}
