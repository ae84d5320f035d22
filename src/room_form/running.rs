//! Notice that a running meeting keeps the options that it was started with.

use crate::i18n::forms::FormTexts;
use leptos::prelude::*;
use parvis_contract::room::RoomId;
use parvis_ui::{Alert, AlertKind, Button, spawn};

use crate::api::{Api, ApiError};
use crate::i18n::forms::say;
use crate::problem_alert::ProblemIfAny;

/// The notice, with a button to end the meeting.
#[component]
pub fn MeetingKeepsOptions(
    /// The room.
    room: RoomId,
    /// Continues to the list of rooms.
    done: Callback<()>,
) -> impl IntoView {
    let api = Api::get();
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(None::<ApiError>);
    let end = Callback::new(move |()| {
        busy.set(true);
        failed.set(None);
        spawn(async move {
            match api.end_meeting(room).await {
                // The page may have been left.
                Ok(()) => {
                    done.try_run(());
                }
                Err(error) => {
                    failed.try_set(Some(error));
                }
            }
            busy.try_set(false);
        });
    });
    view! {
        <Alert kind=AlertKind::Info title=say(FormTexts::meeting_keeps_options)>
            <p>{say(FormTexts::meeting_keeps_options_detail)}</p>
            <div class="alert-actions">
                <Button
                    class="fr-btn fr-btn--sm"
                    text=say(FormTexts::leave_meeting)
                    on_press=done
                />
                <Button
                    class="fr-btn fr-btn--secondary fr-btn--sm"
                    text=say(FormTexts::end_meeting)
                    busy
                    on_press=end
                />
            </div>
        </Alert>
        <ProblemIfAny what=say(FormTexts::meeting_not_ended) error=failed />
    }
}
