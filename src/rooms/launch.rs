//! Launch of a meeting in a new window.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_contract::room::StartMeeting;
use parvis_ui::{Button, spawn};

use super::state::{Entry, Notice};
use crate::api::Api;
use crate::i18n::agents::{compose, say, texts_now};
use crate::i18n::{I18n, language_now};
use crate::meeting_window::{Launched, MeetingWindow};

/// The button "Lancer".
#[component]
pub fn LaunchButton(entry: Entry, name: Memo<String>) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let busy = RwSignal::new(false);
    let launch = Callback::new(move |()| {
        busy.set(true);
        forget_launch(entry);
        let window = MeetingWindow::open(texts_now(i18n).launching());
        spawn(async move {
            let wish = StartMeeting {
                language: Some(language_now(i18n)),
            };
            let outcome = window.launch(api.launch(entry.id, &wish)).await;
            busy.try_set(false);
            match outcome {
                Ok(Launched::Open) => forget_launch(entry),
                Ok(Launched::Blocked(address)) => {
                    entry.set_notice(Some(Notice::WindowBlocked(address)));
                }
                Err(error) => entry.set_notice(Some(Notice::LaunchFailed(error))),
            }
        });
    });
    let detail = compose(move |texts| texts.launch_detail(&name.read()));
    view! { <Button class="fr-btn" text=say(AgentTexts::launch) detail busy on_press=launch /> }
}

/// Removes the notice of a former launch, and no other.
fn forget_launch(entry: Entry) {
    entry.update(|state| {
        state
            .notice
            .take_if(|notice| matches!(notice, Notice::LaunchFailed(_) | Notice::WindowBlocked(_)))
    });
}
