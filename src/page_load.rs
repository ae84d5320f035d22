//! The document: leaving it for the sign-in and back, and loading it anew.

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

/// Within this time a document that is being left for the portal's own purposes is gone; one that stays
/// after all, because its person stopped it, is as before.
const GONE_WITHIN_MS: f64 = 1_000.0;

thread_local! {
    /// When the document was last left for the portal's own purposes.
    static LEFT_AT: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Whether the document is left for one of the portal's, which gives back what was typed here.
pub fn comes_back() -> bool {
    Date::now() - LEFT_AT.get() < GONE_WITHIN_MS
}

/// Loads the document anew.
pub fn reload() {
    LEFT_AT.set(Date::now());
    // A browser that cannot load its own page anew leaves it as it is.
    let _ = window().location().reload();
}

/// Has the address bar show `path` from now on, and shows nothing new: the document is being left.
pub fn write_address(path: &str) {
    if let Ok(history) = window().history() {
        // A browser that refuses leaves the address what it is.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Has the address bar show the page that the router shows. `leptos_router` 0.8.17 takes the address it
/// wrote last for the one that is there, and after "forward" does not write it again.
pub fn keep_address_true() {
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
        // The router writes it once the page stands, which is before the next frame.
        request_animation_frame(move || {
            let location = window().location();
            let shown = [location.pathname(), location.search(), location.hash()];
            let shown: String = shown.into_iter().flatten().collect();
            if shown != address
                && let Ok(history) = window().history()
            {
                // A browser that refuses leaves the address what it is.
                let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
            }
        });
    });
}

const FRAGMENT_KEY: &str = "parvis.fragment";

/// Keeps what follows `#` in the tab when a link leads to the sign-in: it must go to no server.
pub fn keep_fragment_through_sign_in() {
    listen_to_window(ev::click, |event| {
        let target = event.target();
        let target = target.and_then(|target| target.dyn_into::<Element>().ok());
        let leads = |links: &str| {
            let target = target.as_ref();
            target.is_some_and(|target| target.closest(links).is_ok_and(|link| link.is_some()))
        };
        // A mail program opens beside the page; browsers ask before it as if the page were left.
        if leads("a[href^='mailto:'], a[href^='tel:']") {
            LEFT_AT.set(Date::now());
        }
        // What is opened in another tab leaves this one where it is.
        let is_elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if is_elsewhere || !leads("a[href*='/auth/']") {
            return;
        }
        LEFT_AT.set(Date::now());
        let location = window().location();
        if let (Ok(path), Ok(fragment)) = (location.pathname(), location.hash())
            && !fragment.is_empty()
        {
            // Where nothing can be stored, the link has to be opened once more.
            BrowserStorage::InTab.keep(FRAGMENT_KEY, &format!("{path}{fragment}"));
        }
    });
}

/// Puts the fragment back that stood at this path when the person went to sign in. To be called before
/// anything reads the address.
pub fn give_fragment_back() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    // Kept for the way there and back, and for nobody who comes after.
    let kept = BrowserStorage::InTab.take(FRAGMENT_KEY);
    let Some(kept) = kept.filter(|kept| kept.split('#').next() == Some(&path)) else {
        return;
    };
    if location.hash().is_ok_and(|fragment| fragment.is_empty())
        && let Some((_, fragment)) = kept.split_once('#')
    {
        // Beside the query, which says how the sign-in went.
        let query = location.search().unwrap_or_default();
        write_address(&format!("{path}{query}#{fragment}"));
    }
}

/// Writes the address of a link as it was before mail programs and filters changed it. To be called before
/// anything reads the address.
pub fn repair_link() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let fragment = location.hash().unwrap_or_default();
    let Some((kind, secret)) = link::received(&path, &fragment) else {
        return;
    };
    let mended = Address::Join(kind).path();
    if secret.is_empty() {
        if path != mended {
            write_address(&mended);
        }
    } else if path != mended {
        // What came behind the path is the filter's.
        write_address(&format!("{mended}#{secret}"));
    } else if fragment.trim_start_matches('#') != secret {
        let query = location.search().unwrap_or_default();
        write_address(&format!("{mended}{query}#{secret}"));
    }
}

/// Takes away what an identity provider has added to the address on the way back from signing out
/// (`state`). To be called before anything reads the address.
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
        write_address(&format!("{home}{query}{}{fragment}", kept.join("&")));
    }
}

/// Hides the page, which is being left for good.
pub fn hide() {
    let app = document().get_element_by_id("app");
    if let Some(app) = app.and_then(|app| app.dyn_into::<HtmlElement>().ok()) {
        app.set_hidden(true);
    }
}

/// A browser may keep a whole page to show it again on "back", rooms and all, after its person has
/// signed out: such a page is loaded anew, and hidden before, as the browser paints it at once.
pub fn never_shown_from_memory() {
    listen_to_window(ev::pagehide, |_| hide());
    listen_to_window(ev::pageshow, |event| {
        if event.persisted() {
            reload();
        }
    });
}
