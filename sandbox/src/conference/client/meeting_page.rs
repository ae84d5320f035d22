//! The conference page. It is complete without its script, but for the presence of its reader.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, PreEscaped, html};

use super::view::{View, WaitingPerson};
use super::{Session, cookie, exit, left, lobby};
use crate::conference::meeting::Meeting;
use crate::conference::person::{Person, Role};
use crate::conference::{Conference, text};
use crate::page::{Page, origin};

/// `GET /html5client/?sessionToken=…`
pub(super) async fn show(
    State(conference): State<Arc<Conference>>,
    Query(session): Query<Session>,
    headers: HeaderMap,
) -> Response {
    let meetings = conference.meetings();
    let Some((meeting, person)) = meetings.session(&session.token, cookie::read(&headers)) else {
        return left::unknown_session();
    };
    let exit = exit::of(meeting, person, &conference.exit_page);
    let body = if person.is_waiting() {
        lobby::body(&meeting.plan.name, &session.token)
    } else {
        body(&conference, meeting, person)
    };
    Page {
        title: &meeting.plan.name,
        stylesheet: "/html5client/client.css",
        script: Some("/html5client/client.js"),
        form_origins: origin(exit.as_str()).as_slice(),
        status: StatusCode::OK,
        body,
    }
    .into_response()
}

fn body(conference: &Conference, meeting: &Meeting, person: &Person) -> Markup {
    let base_url = &conference.base_url;
    let is_moderator = person.role == Role::Moderator;
    let you_are = if is_moderator {
        "Vous êtes modérateur"
    } else {
        "Vous êtes participant"
    };
    let view = View::of(meeting, person);
    html! {
        header {
            div id="Navbar" {
                h1 id="presentationTitle" data-test="presentationTitle" {
                    span { (meeting.plan.name) }
                }
            }
        }
        main data-session=(person.session_token) {
            p .you { (you_are) }
            p role="status" id="status" { "Connexion…" }
            noscript { p { "Cette page a besoin de JavaScript pour vous faire entrer." } }
            div .welcome { (PreEscaped(text::welcome(meeting, base_url, &conference.config.welcome_footer))) }
            @if is_moderator {
                @if let Some(message) = text::moderator_message(meeting, base_url) {
                    div .welcome { (PreEscaped(message)) }
                }
                (lobby_of(&view.waiting, &person.session_token))
            }
            section {
                h2 { "Participants" }
                ul aria-label="Participants" id="participants" {
                    @for other in &view.participants { li { (other.name) " – " (other.role) } }
                }
            }
            div .actions {
                (action("leave", "Quitter", &person.session_token))
                @if is_moderator {
                    (action("end", "Terminer la réunion", &person.session_token))
                }
            }
        }
    }
}

fn action(path: &str, label: &str, session_token: &str) -> Markup {
    html! {
        form method="post" action={ "/html5client/" (path) } {
            input type="hidden" name="sessionToken" value=(session_token);
            button .(path) { (label) }
        }
    }
}

/// Who waits, and the buttons that let them in. The script fills the list from the template.
fn lobby_of(waiting: &[WaitingPerson], session_token: &str) -> Markup {
    let row = |name: &str, user_id: &str| {
        html! {
            li {
                form method="post" action="/html5client/admit" {
                    input type="hidden" name="sessionToken" value=(session_token);
                    input type="hidden" name="user_id" value=(user_id);
                    button { "Faire entrer " span { (name) } }
                }
            }
        }
    };
    html! {
        section id="lobby" hidden[waiting.is_empty()] {
            h2 { "En salle d’attente" }
            ul aria-label="En salle d’attente" id="waiting" {
                @for person in waiting { (row(&person.name, &person.user_id)) }
            }
            template id="waiting-row" { (row("", "")) }
        }
    }
}
