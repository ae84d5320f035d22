//! "Détails de la session": shows moderators the details of a running session, within the conference page.
//!
//! A wasm of its own, without router and HTTP client: the scripts of `js/` create the window, load this wasm
//! when somebody is about to open the window, and request the data from the backend.

mod details;
mod known;
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
    pub fn new(place: HtmlElement, lines: Option<String>) -> Self {
        Self(panel::Panel::show(place, lines))
    }

    /// See [`panel::Panel::speak`].
    pub fn speak(&self, lines: Option<String>) {
        self.0.speak(lines);
    }

    /// See [`panel::Panel::take`].
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

    /// See [`panel::Panel::say`].
    pub fn say(&self, welcome: String, moderators_message: String) {
        self.0.say(welcome, moderators_message);
    }

    /// See [`panel::Panel::fail`].
    #[must_use]
    pub fn fail(&self, status: u16) -> bool {
        self.0.fail(status)
    }
}

fn main() {}
