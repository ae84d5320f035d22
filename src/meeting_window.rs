//! A new window for a meeting.

use leptos::prelude::*;
use parvis_contract::room::Entrance;
use wasm_bindgen::JsValue;
use web_sys::Window;

use crate::api::ApiError;

/// A window that was opened for a meeting, if the browser allowed it.
pub struct MeetingWindow(Option<Window>);

/// The outcome of a launch.
pub enum LaunchOutcome {
    /// The meeting opens in the new window.
    Open,
    /// The meeting runs at this address, but has no window: the browser blocked it, or the person closed it.
    Blocked(String),
}

impl MeetingWindow {
    /// Opens an empty window. To be called in the handler of the click: browsers block windows that open
    /// later. `placeholder` is the text in the window until the meeting loads.
    pub fn open(placeholder: &str) -> Self {
        let opened = window().open_with_url_and_target("about:blank", "_blank");
        let opened = opened.ok().flatten();
        if let Some(body) = opened
            .as_ref()
            .and_then(Window::document)
            .and_then(|document| document.body())
        {
            body.set_text_content(Some(placeholder));
        }
        Self(opened)
    }

    /// Waits for the meeting's address and opens it in the window; closes the window if that fails.
    pub async fn launch(
        self,
        entrance: impl Future<Output = Result<Entrance, ApiError>>,
    ) -> Result<LaunchOutcome, ApiError> {
        match entrance.await {
            Ok(entrance) => Ok(self.show(entrance.url)),
            Err(error) => {
                self.close();
                Err(error)
            }
        }
    }

    /// Loads the meeting in the window. Its `opener` is removed, so that the conference page has no access to
    /// the portal's.
    fn show(self, address: String) -> LaunchOutcome {
        let is_shown = self.0.as_ref().is_some_and(|window| {
            // A window that the person has closed accepts an address, and shows nothing.
            let is_open = window.closed().is_ok_and(|closed| !closed);
            is_open
                && window.set_opener(&JsValue::NULL).is_ok()
                && window.location().replace(&address).is_ok()
        });
        if is_shown {
            LaunchOutcome::Open
        } else {
            self.close();
            LaunchOutcome::Blocked(address)
        }
    }

    fn close(&self) {
        if let Some(window) = &self.0 {
            // Closing a closed window does nothing.
            let _ = window.close();
        }
    }
}
