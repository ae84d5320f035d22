//! The lobby page, shown while waiting for admission.

use maud::{Markup, html};

/// The body of the page; its script reloads it after admission.
pub(super) fn body(meeting_name: &str, session_token: &str) -> Markup {
    html! {
        main .notice data-session=(session_token) {
            h1 { (meeting_name) }
            p role="status" id="status" {
                "Vous êtes en salle d’attente : un modérateur va vous faire entrer."
            }
            form method="post" action="/html5client/leave" {
                input type="hidden" name="sessionToken" value=(session_token);
                button { "Quitter" }
            }
        }
    }
}
