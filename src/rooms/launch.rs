//! Starting a meeting in a window of its own.

use leptos::prelude::*;
use parvis_contract::room::RoomId;
use wasm_bindgen::JsValue;
use web_sys::Window;

use super::state::{Entry, Notice};
use crate::api::{Api, ApiError};
use crate::i18n::I18n;
use crate::i18n::agents::{compose, say, texts_now};
use crate::ui::{Button, spawn};

/// "Lancer".
#[component]
pub fn LaunchButton(entry: Entry, name: Memo<String>) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let busy = RwSignal::new(false);
    let launch = Callback::new(move |()| {
        busy.set(true);
        forget_launch(entry);
        let window = MeetingWindow::open(texts_now(i18n).launching);
        spawn(async move {
            let outcome = window.launch(api, entry.id).await;
            busy.try_set(false);
            match outcome {
                Ok(Launched::Open) => forget_launch(entry),
                Ok(Launched::Blocked(address)) => {
                    entry.notice.set(Some(Notice::WindowBlocked(address)));
                }
                Err(error) => entry.notice.set(Some(Notice::LaunchFailed(error))),
            }
        });
    });
    let detail = compose(move |texts| (texts.launch_detail)(&name.read()));
    view! { <Button class="fr-btn" text=say(|texts| texts.launch) detail busy on_press=launch /> }
}

/// Takes back what was told of a former launch, and nothing else.
fn forget_launch(entry: Entry) {
    entry.notice.update(|notice| {
        notice
            .take_if(|notice| matches!(notice, Notice::LaunchFailed(_) | Notice::WindowBlocked(_)));
    });
}

/// A window that was opened for a meeting, or the lack of one.
struct MeetingWindow(Option<Window>);

/// What became of a launch.
enum Launched {
    /// The meeting is in the new window.
    Open,
    /// The meeting runs, but there is no window for it: blocked by the browser, or closed by the
    /// person. This is its address.
    Blocked(String),
}

impl MeetingWindow {
    /// Opens an empty window. To be called by the click itself: a browser blocks a window that
    /// opens later. `waiting` is what the window says until the meeting is there.
    fn open(waiting: &str) -> Self {
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

    /// Starts the meeting of a room and sends the window there; closes it if that fails.
    async fn launch(self, api: Api, room: RoomId) -> Result<Launched, ApiError> {
        match api.launch(room).await {
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
