//! Where the focus goes when a page changes under it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::route::Route;

/// Moves the focus to the element with this id, if it is there.
pub fn focus_on(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}

/// Whether the focus is nowhere of use once `closed` is closed: on nothing, or still inside.
pub fn is_focus_lost(closed: &Element) -> bool {
    let document = document();
    document.active_element().is_none_or(|active| {
        closed.contains(Some(&active)) || document.body().is_some_and(|body| *body == active)
    })
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

fn focus_on_heading() {
    // A malformed selector is the only failure, and these are well-formed.
    let find = |selector| document().query_selector(selector).ok().flatten();
    if find("main :focus").is_none()
        && let Some(heading) = find("main h1")
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
