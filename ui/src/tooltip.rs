//! Tooltips for icons, shown when somebody points at or focuses them. The style sheet shows each `data-tip`;
//! this module closes one (WCAG 2.2, 1.4.13).

use leptos::ev;

use crate::focus::find;
use crate::listen_to_window;

/// Set on the elements whose tooltips are closed. Not on the root element: the browser would restyle all that have one.
const CLOSED: &str = "data-tip-closed";

/// Makes Escape close the shown tooltip, until the pointer or the focus moves.
pub fn close_tooltips_on_escape() {
    listen_to_window(ev::keydown, |event| {
        reopen();
        if event.key() == "Escape" {
            for shown in ["[data-tip]:hover", "[data-tip]:focus-visible"] {
                if let Some(element) = find(shown) {
                    // Setting an attribute of a fixed, valid name cannot fail.
                    let _ = element.set_attribute(CLOSED, "");
                }
            }
        }
    });
    listen_to_window(ev::pointerover, |_| reopen());
}

/// Removes the marks: tooltips are shown again when they are pointed at or focused.
fn reopen() {
    while let Some(element) = find("[data-tip-closed]") {
        // Removing an attribute of a fixed, valid name cannot fail.
        let _ = element.remove_attribute(CLOSED);
    }
}
