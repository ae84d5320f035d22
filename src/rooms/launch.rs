//! Launch of a meeting in a new window.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_contract::room::StartMeeting;
use parvis_ui::{Button, spawn};

use super::state::{RoomEntry, RoomNotice};
use crate::api::Api;
use crate::i18n::agents::{compose, say, texts_untracked};
use crate::i18n::{I18n, language_untracked};
use crate::meeting_window::{LaunchOutcome, MeetingWindow};

/// The button "Lancer".
#[component]
pub fn LaunchButton(entry: RoomEntry, name: Memo<String>) -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let busy = RwSignal::new(false);
    let launch = Callback::new(move |()| {
        busy.set(true);
        clear_launch_notice(entry);
        let window = MeetingWindow::open(texts_untracked(i18n).launching());
        spawn(async move {
            let request = StartMeeting {
                language: Some(language_untracked(i18n)),
            };
            let outcome = window.launch(api.launch(entry.id, &request)).await;
            busy.try_set(false);
            match outcome {
                Ok(LaunchOutcome::Open) => clear_launch_notice(entry),
                Ok(LaunchOutcome::Blocked(address)) => {
                    entry.set_notice(Some(RoomNotice::WindowBlocked(address)));
                }
                Err(error) => entry.set_notice(Some(RoomNotice::LaunchFailed(error))),
            }
        });
    });
    let detail = compose(move |texts| texts.launch_detail(&name.read()));
    view! { <Button class="fr-btn" text=say(AgentTexts::launch) detail busy on_press=launch /> }
}

/// Removes the notice of a former launch, and no other.
fn clear_launch_notice(entry: RoomEntry) {
    entry.update(|state| {
        state.notice.take_if(|notice| {
            matches!(
                notice,
                RoomNotice::LaunchFailed(_) | RoomNotice::WindowBlocked(_)
            )
        })
    });
}
