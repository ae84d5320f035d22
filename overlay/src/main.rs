//! "Détails de la session": shows moderators the details of a running session, within the conference page.
//!
//! A wasm of its own, without router and HTTP client: the scripts of `js/` create the window, load this wasm
//! when somebody is about to open the window, and request the data from the backend.

mod details;
mod details_state;
mod panel;
mod texts;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// The details, shown until `free` is called.
#[wasm_bindgen]
pub struct Panel(panel::Panel);

#[wasm_bindgen]
impl Panel {
    /// See [`panel::Panel::show`].
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(container: HtmlElement, text_lines: Option<String>) -> Self {
        Self(panel::Panel::show(container, text_lines))
    }

    /// See [`panel::Panel::set_texts`].
    #[wasm_bindgen(js_name = setTexts)]
    pub fn set_texts(&self, text_lines: Option<String>) {
        self.0.set_texts(text_lines);
    }

    /// See [`panel::Panel::set_details`].
    #[must_use]
    #[wasm_bindgen(js_name = setDetails)]
    pub fn set_details(
        &self,
        code: &str,
        moderator_link: String,
        attendee_link: String,
        number: String,
        pin: &str,
    ) -> bool {
        self.0
            .set_details(code, moderator_link, attendee_link, number, pin)
    }

    /// See [`panel::Panel::set_messages`].
    #[wasm_bindgen(js_name = setMessages)]
    pub fn set_messages(&self, welcome: String, moderators_message: String) {
        self.0.set_messages(welcome, moderators_message);
    }

    /// See [`panel::Panel::set_status`].
    #[must_use]
    #[wasm_bindgen(js_name = setStatus)]
    pub fn set_status(&self, status: u16) -> bool {
        self.0.set_status(status)
    }
}

fn main() {}
