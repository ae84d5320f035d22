//! Tooltip with the exact date of a room's last use. It is formatted when somebody points at or focuses the
//! room's row, because formatting all of them at once would delay the page.

use leptos::ev;
use parvis_contract::timestamp::Timestamp;
use parvis_ui::listen_to_window;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use crate::dates::Moment;
use crate::i18n::I18n;

/// The attribute with the timestamp, on the element in the row (row.rs).
pub const TIMESTAMP_ATTRIBUTE: &str = "data-at";

/// Sets the tooltip of a row when it is needed, until the current owner is cleaned up.
pub fn show_exact_dates() {
    let i18n = I18n::get();
    listen_to_window(ev::pointerover, move |event| set_tooltip(&event, i18n));
    listen_to_window(ev::focusin, move |event| set_tooltip(&event, i18n));
}

fn set_tooltip(event: &Event, i18n: I18n) {
    let row = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .and_then(|target| target.closest(".room").ok().flatten());
    let element = row.and_then(|row| row.query_selector(".room__when").ok().flatten());
    if let Some(element) = element
        && let Some(timestamp) = element.get_attribute(TIMESTAMP_ATTRIBUTE)
    {
        let exact = Moment::of(&Timestamp(timestamp), i18n.tag_untracked()).exact();
        // An attribute of a fixed, valid name can always be set.
        let _ = element.set_attribute("data-tip", &exact);
    }
}
