//! What a sign means, told beside it to whoever points at it or gets to it by keyboard. The style sheet
//! shows each `data-tip`; here is how one is closed (WCAG 2.2, 1.4.13).

use leptos::ev;
use leptos::prelude::*;

use crate::listen_to_window;

/// On the root element while tips are closed.
const CLOSED: &str = "data-tips-closed";

/// Has Escape close the tip that is shown, until the pointer or the focus moves on.
pub fn close_tips_by_escape() {
    listen_to_window(ev::keydown, |event| {
        if let Some(root) = document().document_element() {
            // An attribute of a fixed, valid name can always be set.
            let _ = root.toggle_attribute_with_force(CLOSED, event.key() == "Escape");
        }
    });
    listen_to_window(ev::pointerover, |_| {
        if let Some(root) = document().document_element() {
            let _ = root.remove_attribute(CLOSED);
        }
    });
}
