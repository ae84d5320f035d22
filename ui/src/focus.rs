//! Focus management: sets the focus, and keeps it when the page changes.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use crate::spawn;

/// Moves the focus to the element with this id; returns whether it has it then: not if it is hidden or does not exist.
pub fn focus_on(id: &str) -> bool {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
    has_focus(id)
}

/// Whether the element with this id has the focus.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    document()
        .active_element()
        .is_some_and(|element| element.id() == id)
}

/// Moves the focus to the element with this id in the next frame, after the page is rendered.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        focus_on(&id);
    });
}

/// Expands the collapsed sections around these elements in the next frame, and focuses the first of them.
pub fn reveal_soon(ids: Vec<String>) {
    request_animation_frame(move || {
        for id in &ids {
            let element = document().get_element_by_id(id);
            let fold = element.and_then(|element| element.closest("details").ok().flatten());
            if let Some(fold) = fold {
                // Setting an attribute of a fixed, valid name cannot fail.
                let _ = fold.set_attribute("open", "");
            }
        }
        if let Some(first) = ids.first() {
            focus_on(first);
        }
    });
}

/// Keeps the focus on the page's heading while that is replaced, if it has the focus.
pub fn keep_heading_focus() {
    let focused = document().active_element();
    if focused.is_some_and(|element| element.tag_name() == "H1") {
        focus_on_heading_soon();
    }
}

/// Makes a change that moves or rebuilds the focused element, and restores the focus as soon as the page has changed,
/// which browsers do not. What is in view stays.
pub fn keep_focus(change: impl FnOnce()) {
    let focused = document().active_element();
    change();
    // Runs after what the change renders.
    spawn(async move { restore_focus(focused) });
}

/// Focuses this element without scrolling, or that which has replaced it, if it has lost the focus.
fn restore_focus(focused: Option<Element>) {
    // An element that was rebuilt is another one with the same id.
    let focused = focused.and_then(|element| {
        let same = || document().get_element_by_id(&element.id());
        if element.is_connected() {
            Some(element)
        } else {
            same()
        }
    });
    if document().active_element() != focused
        && let Some(element) = focused
        && let Some(element) = element.dyn_ref::<HtmlElement>()
    {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus_with_options(&options);
    }
}

/// Moves the focus to the page's heading in the next frame: for views that replace the focused element.
pub fn focus_on_heading_soon() {
    request_animation_frame(|| {
        if let Some(heading) = heading() {
            focus(&heading);
        }
    });
}

/// The first element that matches a well-formed selector.
pub(crate) fn find(selector: &str) -> Option<Element> {
    // Only a malformed selector fails, and these are well-formed.
    document().query_selector(selector).ok().flatten()
}

fn heading() -> Option<Element> {
    find("main h1")
}

/// Moves the focus to the page's heading, as a browser does when it loads a page, unless an element in
/// `<main>` has it.
pub fn focus_on_heading_if_free() {
    if find("main :focus").is_none()
        && let Some(heading) = heading()
    {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus(&heading);
    }
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}
