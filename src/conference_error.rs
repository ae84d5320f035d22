//! Join errors: the conference server redirects people who cannot join back here, with the reason in the
//! query.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use parvis_ui::{Alert, AlertKind, Button};
use serde::Deserialize;

use crate::address::Navigator;
use crate::i18n::{Texts, say};
use crate::json;

/// Why the conference server let nobody join, as far as it matters to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refusal {
    /// The maximum number of participants is reached.
    Full,
    /// The meeting has ended, or has not started again.
    NotRunning,
    /// A moderator denied access, or guests are not admitted.
    NotAdmitted,
    /// Any other reason.
    Failed,
}

/// How many lists and objects the reasons may consist of: each of BigBlueButton's is one object.
const MOST_PARTS: usize = 100;

/// One of the reasons that BigBlueButton writes into the query (`errors=[{"key": …, "message": …}]`).
#[derive(Deserialize)]
struct Reason {
    key: String,
}

impl Refusal {
    /// Parses the parameter; `None` if it holds no reason.
    fn read(errors: &str) -> Option<Self> {
        // The address may be anybody's, and lists within lists are read without a bound.
        if errors.matches(['[', '{']).count() > MOST_PARTS {
            return None;
        }
        let reasons: Vec<Reason> = json::read(errors)?;
        let Reason { key } = reasons.first()?;
        Some(match key.as_str() {
            "maxParticipantsReached" => Self::Full,
            "meetingForciblyEnded"
            | "mismatchCreateTimeParam"
            | "invalidMeetingIdentifier"
            | "notFound" => Self::NotRunning,
            "guestDeniedAccess" | "guestDeny" => Self::NotAdmitted,
            _ => Self::Failed,
        })
    }

    /// The message for the person: what happened and what to do next.
    fn message(self) -> fn(Texts) -> &'static str {
        match self {
            Self::Full => Texts::meeting_full,
            Self::NotRunning => Texts::meeting_not_running,
            Self::NotAdmitted => Texts::meeting_not_let_in,
            Self::Failed => Texts::meeting_failed,
        }
    }
}

/// Why the conference server redirected here, if it did, with a button to go back.
#[component]
pub fn ConferenceErrorAlert() -> impl IntoView {
    let query = use_query_map();
    let refusal = query.with_untracked(|query| Refusal::read(query.get_str("errors")?));
    let Some(refusal) = refusal else {
        return ().into_any();
    };
    Navigator::get().remove_error_parameter();
    // A window that was opened for the meeting has no history.
    let pages = window().history().and_then(|history| history.length());
    let can_go_back = pages.is_ok_and(|pages| pages > 1);
    let back = Callback::new(|()| {
        // There is a history entry to go back to.
        let _ = window().history().and_then(|history| history.back());
    });
    let back_button = can_go_back.then(|| {
        view! {
            <Button
                class="fr-btn fr-btn--sm fr-btn--secondary"
                text=say(Texts::go_back)
                on_press=back
            />
        }
    });
    view! {
        <Alert kind=AlertKind::Info title=say(Texts::meeting_not_entered)>
            <p>{say(refusal.message())}</p>
            {back_button}
        </Alert>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_of_the_conference_server_has_its_sentence() {
        for (errors, refusal) in [
            (
                r#"[{"key":"maxParticipantsReached","message":"x"}]"#,
                Some(Refusal::Full),
            ),
            (
                r#"[{"key":"meetingForciblyEnded"}]"#,
                Some(Refusal::NotRunning),
            ),
            (
                r#"[{"key":"guestDeniedAccess"},{"key":"x"}]"#,
                Some(Refusal::NotAdmitted),
            ),
            (r#"[{"key":"anything"}]"#, Some(Refusal::Failed)),
            ("[]", None),
            ("", None),
            ("x", None),
            (r#"{"key":"maxParticipantsReached"}"#, None),
        ] {
            assert_eq!(Refusal::read(errors), refusal, "{errors}");
        }
        for (depth, refusal) in [
            (MOST_PARTS - 2, Some(Refusal::Failed)),
            (MOST_PARTS - 1, None),
            (1_000_000, None),
        ] {
            let (open, close) = ("[".repeat(depth), "]".repeat(depth));
            let nested = format!(r#"[{{"key":"x","later":{open}{close}}}]"#);
            assert_eq!(Refusal::read(&nested), refusal, "{depth}");
        }
    }
}
