//! Notice in a room's row, about the last action on it.

use crate::i18n::agents::AgentTexts;
use leptos::prelude::*;
use parvis_ui::{Alert, AlertKind, Button, dynamic};

use super::blocked_window::BlockedWindow;
use super::delegation::ConfirmLeaving;
use super::list::RoomList;
use super::state::{RoomEntry, RoomNotice};
use crate::api::Api;
use crate::i18n::agents::say;
use crate::problem_alert::ProblemAlert;

/// The notice of a room, if there is one.
#[component]
pub fn RowNotice(entry: RoomEntry, list: RoomList) -> impl IntoView {
    let api = Api::get();
    dynamic(move || match entry.notice() {
        None => ().into_any(),
        Some(RoomNotice::FavouriteRefused(error)) => {
            view! { <ProblemAlert what=say(AgentTexts::favourite_refused) error /> }.into_any()
        }
        Some(RoomNotice::DeleteRefused(error)) => {
            let retry = Callback::new(move |()| list.delete(api, entry, false));
            view! { <ProblemAlert what=say(AgentTexts::delete_refused) error retry /> }.into_any()
        }
        Some(RoomNotice::MeetingRuns) => view! { <MeetingRuns entry list /> }.into_any(),
        Some(RoomNotice::RestoreRefused(error)) => {
            let what = say(AgentTexts::restore_refused);
            if error.is_about_the_room() {
                return view! { <ProblemAlert what error /> }.into_any();
            }
            let retry = Callback::new(move |()| list.restore(api, entry));
            view! { <ProblemAlert what error retry /> }.into_any()
        }
        Some(RoomNotice::LaunchFailed(error)) => {
            view! { <ProblemAlert what=say(AgentTexts::launch_failed) error /> }.into_any()
        }
        Some(RoomNotice::ConfirmLeaving) => view! { <ConfirmLeaving entry list /> }.into_any(),
        Some(RoomNotice::LeaveRefused(error)) => {
            view! { <ProblemAlert what=say(AgentTexts::leave_refused) error /> }.into_any()
        }
        Some(RoomNotice::HandoverRefused(error)) => {
            view! { <ProblemAlert what=say(AgentTexts::handover_refused) error /> }.into_any()
        }
        Some(RoomNotice::WindowBlocked(address)) => view! { <BlockedWindow address /> }.into_any(),
    })
}

/// The only confirmation of a deletion: people are in the meeting.
#[component]
fn MeetingRuns(entry: RoomEntry, list: RoomList) -> impl IntoView {
    let api = Api::get();
    let delete = Callback::new(move |()| list.delete(api, entry, true));
    let keep = Callback::new(move |()| entry.cancel_deletion());
    view! {
        <Alert kind=AlertKind::Info title=say(AgentTexts::meeting_runs)>
            <p>{say(AgentTexts::meeting_runs_detail)}</p>
            <div class="alert-actions">
                <Button
                    class="fr-btn fr-btn--sm"
                    text=say(AgentTexts::delete_anyway)
                    on_press=delete
                />
                <Button
                    class="fr-btn fr-btn--secondary fr-btn--sm"
                    text=say(AgentTexts::keep_room)
                    on_press=keep
                />
            </div>
        </Alert>
    }
}
