//! One attempt to join: asks the backend, then sends the browser to the conference.

use parvis_contract::join::JoinOutcome;
use parvis_ui::spawn;

use super::PendingJoin;
use super::conference::open_conference;
use crate::api::{Api, ApiError};

/// What happens during an attempt.
pub enum JoinEvent {
    /// The browser is about to leave for the conference.
    Redirecting,
    /// The conference did not load in time; the browser may still be loading it.
    NotLoaded(ApiError),
    /// The meeting has not started. The person gets a waiting ticket.
    Waiting {
        /// Identifies the wait, in the address of the waiting page.
        ticket: String,
    },
    /// The backend refused the attempt.
    Refused(ApiError),
}

/// Sends a join request to the backend, and opens the conference. Calls `on_event` with the outcome, and again if
/// the conference does not load. If `is_mounted` returns false when the response comes, the person has left the
/// page: then nothing happens.
pub fn join(
    api: Api,
    pending: &PendingJoin,
    is_mounted: impl Fn() -> bool + 'static,
    on_event: impl Fn(JoinEvent) + Clone + 'static,
) {
    let (secret, typed_name) = (pending.secret.clone(), pending.typed_name.clone());
    spawn(async move {
        let response = api.join(secret, typed_name).await;
        if !is_mounted() {
            return;
        }
        match response {
            Ok(JoinOutcome::Joined { url }) => {
                on_event(JoinEvent::Redirecting);
                open_conference(&url, move |error| on_event(JoinEvent::NotLoaded(error)));
            }
            Ok(JoinOutcome::Waiting { ticket }) => on_event(JoinEvent::Waiting { ticket }),
            Err(error) => on_event(JoinEvent::Refused(error)),
        }
    });
}
