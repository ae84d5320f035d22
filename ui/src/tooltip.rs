//! Tooltips for icons, shown when somebody points at or focuses them. The style sheet shows each `data-tip`;
//! this module closes one (WCAG 2.2, 1.4.13).

use leptos::ev;
use leptos::prelude::*;

use crate::listen_to_window;

/// Set on the root element while tooltips are closed.
const CLOSED: &str = "data-tips-closed";

/// Makes Escape close the shown tooltip, until the pointer or the focus moves.
pub fn close_tooltips_on_escape() {
    listen_to_window(ev::keydown, |event| {
        if let Some(root) = document().document_element() {
            // Setting an attribute of a fixed, valid name cannot fail.
            let _ = root.toggle_attribute_with_force(CLOSED, event.key() == "Escape");
        }
    });
    listen_to_window(ev::pointerover, |_| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute(CLOSED);
        }
    });
}
