//! Signing out: what the browser forgets of the person, and no longer shows.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::draft;
use crate::waiting::Wish;

/// Forgets what this tab has kept of the person, and hides the page until another document takes its place,
/// which a slow network delays. `told` is read meanwhile.
pub fn forget_person(told: &str) {
    draft::sign_out();
    Wish::forget();
    let app = document().get_element_by_id("app");
    if let Some(app) = app.and_then(|app| app.dyn_into::<HtmlElement>().ok()) {
        app.set_hidden(true);
    }
    if let (Ok(status), Some(body)) = (document().create_element("p"), document().body())
        && status.set_attribute("role", "status").is_ok()
        && body.append_child(&status).is_ok()
    {
        status.set_class_name("fr-container");
        status.set_text_content(Some(told));
    }
}
