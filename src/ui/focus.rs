//! Where the focus goes when a page changes under it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::route::Route;

/// Moves the focus to the element with this id, if it is there. Tells whether it is.
pub fn focus_on(id: &str) -> bool {
    let element = document().get_element_by_id(id);
    if let Some(element) = &element {
        focus(element);
    }
    element.is_some()
}

/// Moves the focus to the page's heading once the page has settled: for what replaces the element
/// that had it.
pub fn focus_on_heading_soon() {
    request_animation_frame(|| {
        if let Some(heading) = heading() {
            focus(&heading);
        }
    });
}

/// Moves the focus to the heading of each new page, as a browser does when it loads one; unless the
/// page itself has put it somewhere. Not on the first page: the browser has loaded that one.
pub fn follow_page(page: Memo<Route>) {
    Effect::new(move |previous: Option<Route>| {
        let page = page.get();
        if previous.is_some_and(|previous| previous != page) {
            request_animation_frame(focus_on_heading);
        }
        page
    });
}

fn find(selector: &str) -> Option<Element> {
    // A malformed selector is the only failure, and these are well-formed.
    document().query_selector(selector).ok().flatten()
}

fn heading() -> Option<Element> {
    find("main h1")
}

fn focus_on_heading() {
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
