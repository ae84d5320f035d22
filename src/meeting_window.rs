//! A window of its own for a meeting.

use leptos::prelude::*;
use parvis_contract::room::Entrance;
use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::api::ApiError;

/// A window that was opened for a meeting, or the lack of one.
pub struct MeetingWindow(Option<Window>);

/// What became of a launch.
pub enum Launched {
    /// The meeting is in the new window.
    Open,
    /// The meeting runs, but there is no window for it: blocked by the browser, or closed by the
    /// person. This is its address.
    Blocked(String),
}

impl MeetingWindow {
    /// Opens an empty window. To be called by the click itself: a browser blocks a window that
    /// opens later. `waiting` is what the window says until the meeting is there.
    pub fn open(waiting: &str) -> Self {
        let opened = window().open_with_url_and_target("about:blank", "_blank");
        let opened = opened.ok().flatten();
        if let Some(body) = opened
            .as_ref()
            .and_then(Window::document)
            .and_then(|document| document.body())
        {
            body.set_text_content(Some(waiting));
        }
        Self(opened)
    }

    /// Sends the window to the meeting once it is there; closes it if that fails.
    pub async fn launch(
        self,
        entrance: impl Future<Output = Result<Entrance, ApiError>>,
    ) -> Result<Launched, ApiError> {
        match entrance.await {
            Ok(entrance) => Ok(self.show(entrance.url)),
            Err(error) => {
                self.close();
                Err(error)
            }
        }
    }

    /// The meeting's page is told nothing of the portal's: it gets no `opener`.
    fn show(self, address: String) -> Launched {
        let shown = self.0.as_ref().is_some_and(|window| {
            // One that the person has closed meanwhile takes an address and shows nothing.
            let there = window.closed().is_ok_and(|closed| !closed);
            there
                && window.set_opener(&JsValue::NULL).is_ok()
                && window.location().replace(&address).is_ok()
        });
        if shown {
            Launched::Open
        } else {
            self.close();
            Launched::Blocked(address)
        }
    }

    fn close(&self) {
        if let Some(window) = &self.0 {
            // A window that the person has closed already cannot be closed again.
            let _ = window.close();
        }
    }
}
