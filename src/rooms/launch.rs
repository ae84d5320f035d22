//! Launch of a meeting in a new window.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_contract::room::StartMeeting;
use parvis_ui::spawn;

use super::state::{RoomEntry, RoomNotice};
use crate::api::Api;
use crate::i18n::agents::texts_untracked;
use crate::i18n::{I18n, language_untracked};
use crate::meeting_window::{LaunchOutcome, MeetingWindow};

/// The button "Lancer". While it is busy, it does nothing and keeps the focus.
pub fn launch_button(entry: RoomEntry, texts: AgentTexts, name: &str) -> AnyView {
    let i18n = I18n::get();
    let api = Api::get();
    let launch = move |_| {
        let was_launching = entry.update(|room| std::mem::replace(&mut room.launching, true));
        if was_launching != Some(false) {
            return;
        }
        clear_launch_notice(entry);
        let window = MeetingWindow::open(texts_untracked(i18n).launching());
        spawn(async move {
            let request = StartMeeting {
                language: Some(language_untracked(i18n)),
            };
            let outcome = window.launch(api.launch(entry.id, &request)).await;
            entry.update(|room| room.launching = false);
            match outcome {
                Ok(LaunchOutcome::Open) => clear_launch_notice(entry),
                Ok(LaunchOutcome::Blocked(address)) => {
                    entry.set_notice(Some(RoomNotice::WindowBlocked(address)));
                }
                Err(error) => entry.set_notice(Some(RoomNotice::LaunchFailed(error))),
            }
        });
    };
    view! {
        <button
            id=format!("launch-{}", entry.id)
            class="fr-btn"
            aria-label=format!("{} {}", texts.launch(), texts.launch_detail(name))
            aria-disabled=move || is_launching(entry).to_string()
            on:click=launch
        >
            {texts.launch()}
        </button>
    }
    .into_any()
}

fn is_launching(entry: RoomEntry) -> bool {
    entry.read(|room| room.launching).unwrap_or_default()
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
