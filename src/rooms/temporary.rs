//! Temporary meetings ("Ouvrir une nouvelle réunion temporaire").

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::StartMeeting;
use parvis_ui::{Button, dynamic, spawn};

use super::blocked_window::BlockedWindow;
use crate::api::{Api, ApiError};
use crate::i18n::agents::{say, texts_untracked};
use crate::i18n::{I18n, language_untracked};
use crate::meeting_window::{LaunchOutcome, MeetingWindow};
use crate::problem_alert::ProblemAlert;

/// Why the last launch opened no window.
#[derive(Clone)]
enum LaunchProblem {
    Blocked(String),
    Failed(ApiError),
}

/// The panel that opens a temporary meeting in one click.
#[component]
pub fn TemporaryMeeting() -> impl IntoView {
    let i18n = I18n::get();
    let api = Api::get();
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<LaunchProblem>);
    // The same key until the request is answered: a lost response opens no second meeting.
    let key = StoredValue::new(String::new());
    let open = Callback::new(move |()| {
        busy.set(true);
        problem.set(None);
        if key.with_value(String::is_empty) {
            key.set_value(Api::new_idempotency_key());
        }
        let window = MeetingWindow::open(texts_untracked(i18n).launching());
        spawn(async move {
            let request = StartMeeting {
                language: Some(language_untracked(i18n)),
            };
            let current_key = key.get_value();
            let entrance = api.open_temporary_meeting(&request, &current_key);
            let result = window.launch(entrance).await;
            busy.try_set(false);
            if !result.as_ref().is_err_and(may_have_succeeded) {
                key.set_value(String::new());
            }
            problem.try_set(match result {
                Ok(LaunchOutcome::Open) => None,
                Ok(LaunchOutcome::Blocked(address)) => Some(LaunchProblem::Blocked(address)),
                Err(error) => Some(LaunchProblem::Failed(error)),
            });
        });
    });
    let message = dynamic(move || match problem.get() {
        None => ().into_any(),
        Some(LaunchProblem::Failed(error)) => {
            view! { <ProblemAlert what=say(AgentTexts::launch_failed) error /> }.into_any()
        }
        Some(LaunchProblem::Blocked(address)) => view! { <BlockedWindow address /> }.into_any(),
    });
    view! {
        <div class="panel temporary">
            <p class="temporary__about">{say(AgentTexts::what_is_temporary)}</p>
            <Button
                class="fr-btn"
                text=say(AgentTexts::open_temporary)
                short=say(AgentTexts::temporary_short)
                detail=say(AgentTexts::in_new_window)
                busy
                on_press=open
            />
            {message}
        </div>
    }
}

/// Whether the meeting may have been opened despite the error, so that the same request has to be repeated.
fn may_have_succeeded(error: &ApiError) -> bool {
    use ProblemKind::{ConferenceRefused, ConferenceSlow, ConferenceUnreachable};
    match error.kind() {
        None => true,
        Some(kind) => matches!(
            kind,
            ConferenceRefused | ConferenceSlow | ConferenceUnreachable
        ),
    }
}
