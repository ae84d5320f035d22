//! What the meeting says to those who are in, on the page and in the dialog of the title.
//!
//! The dialog is empty until it is opened, and the page is while it stands open: the texts are
//! never there twice.

use maud::{Markup, PreEscaped, html};

use crate::conference::meeting::Meeting;
use crate::conference::person::{Person, Role};
use crate::conference::{Conference, text};

/// The join parameter `userdata-…` that keeps the dialog from opening by itself.
const ON_JOIN: &str = "bbb_show_session_details_on_join";

/// The texts for someone with that role.
pub(super) fn texts(conference: &Conference, meeting: &Meeting, role: Role) -> Markup {
    let base_url = &conference.base_url;
    let welcome = text::welcome(meeting, base_url, &conference.config.welcome_footer);
    let message = (role == Role::Moderator)
        .then(|| text::moderator_message(meeting, base_url))
        .flatten();
    html! {
        div .welcome { (PreEscaped(welcome)) }
        @if let Some(message) = message {
            div .welcome { (PreEscaped(message)) }
        }
    }
}

/// The dialog, and the template from which the script fills it.
pub(super) fn dialog(texts: &Markup, person: &Person) -> Markup {
    let opens_on_join = person.custom_data.get(ON_JOIN).map(String::as_str) != Some("false");
    html! {
        template id="details-texts" data-by-role { (texts) }
        dialog id="details" aria-label="Informations de la réunion" data-on-join=(opens_on_join) {
            div {}
            button type="button" { "Fermer" }
        }
    }
}
