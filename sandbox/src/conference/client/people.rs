//! Lists of people: participants, and for moderators the lobby, with the actions on them.

use maud::{Markup, html};

use super::view::{SeenPerson, View, WaitingPerson};
use crate::conference::role::Role;

/// The participants. The script updates the list.
pub(super) fn participants(view: &View, session_token: &str) -> Markup {
    html! {
        section id="people" {
            h2 { "Participants" }
            ul aria-label="Participants" id="participants" {
                @for other in &view.participants {
                    li {
                        (other.name) " – " (other.role)
                        @if view.may_change(other) { (role_form(other, session_token)) }
                    }
                }
            }
        }
        template id="role-form" data-by-role {
            @if view.you.is_moderator() { (empty_role_form(session_token)) }
        }
    }
}

fn role_form(other: &SeenPerson, session_token: &str) -> Markup {
    let (role, verb) = if other.is_moderator {
        (Role::Viewer, "Rétrograder")
    } else {
        (Role::Moderator, "Promouvoir")
    };
    role_form_with(
        session_token,
        &other.user_id,
        role.as_str(),
        &format!("{verb} {}", other.name),
    )
}

fn empty_role_form(session_token: &str) -> Markup {
    role_form_with(session_token, "", "", "")
}

fn role_form_with(session_token: &str, user_id: &str, role: &str, label: &str) -> Markup {
    html! {
        form .role method="post" action="/html5client/role" {
            input type="hidden" name="sessionToken" value=(session_token);
            input type="hidden" name="user_id" value=(user_id);
            input type="hidden" name="role" value=(role);
            button { (label) }
        }
    }
}

/// The lobby with buttons to admit people. The script fills it from the template.
pub(super) fn lobby(waiting: &[WaitingPerson], session_token: &str) -> Markup {
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
