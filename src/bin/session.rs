//! The details of a running session, for the page of the conference.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// The details, shown until `free` is called.
#[wasm_bindgen]
pub struct Panel(parvis::session::Panel);

#[wasm_bindgen]
impl Panel {
    /// See [`parvis::session::Panel::show`].
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(place: HtmlElement, language: &str) -> Self {
        Self(parvis::session::Panel::show(place, language))
    }

    /// See [`parvis::session::Panel::speak`].
    pub fn speak(&self, language: &str) {
        self.0.speak(language);
    }

    /// See [`parvis::session::Panel::take`].
    #[must_use]
    pub fn take(
        &self,
        code: &str,
        moderator_link: String,
        attendee_link: String,
        number: String,
        pin: &str,
    ) -> bool {
        self.0
            .take(code, moderator_link, attendee_link, number, pin)
    }

    /// See [`parvis::session::Panel::fail`].
    #[must_use]
    pub fn fail(&self, status: u16) -> bool {
        self.0.fail(status)
    }
}

fn main() {}
