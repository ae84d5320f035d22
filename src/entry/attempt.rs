//! One attempt to join: asks the backend, then sends the browser to the conference.

use parvis_contract::join::JoinOutcome;
use parvis_ui::spawn;

use super::Wish;
use super::conference::enter_conference;
use crate::api::{Api, ApiError};

/// The outcome of an attempt.
pub enum Answer {
    /// The browser is about to leave for the conference.
    OnTheWay,
    /// The conference did not load in time; the browser may still be loading it.
    NotThere(ApiError),
    /// The meeting has not started. The person gets a waiting ticket.
    Waiting {
        /// Identifies the wait, in the address of the waiting page.
        ticket: String,
    },
    /// The backend refused the attempt.
    Refused(ApiError),
}

/// Asks the backend to let a person in. `hear` is told what becomes of it, and more than once where the conference
/// does not come. Whoever has gone elsewhere meanwhile, so that `is_here` says no, stays there and hears nothing.
pub fn ask_in(
    api: Api,
    wish: &Wish,
    is_here: impl Fn() -> bool + 'static,
    hear: impl Fn(Answer) + Clone + 'static,
) {
    let (secret, typed) = (wish.secret.clone(), wish.typed.clone());
    spawn(async move {
        let answer = api.join(secret, typed).await;
        if !is_here() {
            return;
        }
        match answer {
            Ok(JoinOutcome::Joined { url }) => {
                hear(Answer::OnTheWay);
                enter_conference(&url, move |error| hear(Answer::NotThere(error)));
            }
            Ok(JoinOutcome::Waiting { ticket }) => hear(Answer::Waiting { ticket }),
            Err(error) => hear(Answer::Refused(error)),
        }
    });
}
