//! The session details dialog: the meeting's texts, shown only there, like in the real client.

use maud::{Markup, PreEscaped, html};
use serde::Serialize;

use crate::conference::meeting::Meeting;
use crate::conference::person::Person;
use crate::conference::role::Role;
use crate::conference::{Conference, text};

/// The join parameter `userdata-…` that prevents the dialog from opening by itself.
const ON_JOIN: &str = "bbb_show_session_details_on_join";

/// The texts that a person may read, as HTML.
#[derive(Serialize)]
pub(super) struct Texts {
    welcome: String,
    /// Only for moderators.
    for_moderators: Option<String>,
}

impl Texts {
    /// The texts for a role.
    pub(super) fn of(conference: &Conference, meeting: &Meeting, role: Role) -> Self {
        let base_url = &conference.base_url;
        let message = (role == Role::Moderator)
            .then(|| text::moderator_message(meeting, base_url))
            .flatten();
        Self {
            welcome: text::welcome(meeting, base_url, &conference.config.welcome_footer),
            for_moderators: message,
        }
    }
}

/// The dialog, and the template for the script.
pub(super) fn dialog(texts: &Texts, person: &Person) -> Markup {
    let opens_on_join = person.custom_data.get(ON_JOIN).map(String::as_str) != Some("false");
    html! {
        template id="details-texts" data-by-role {
            div .welcome { (PreEscaped(&texts.welcome)) }
            @if let Some(message) = &texts.for_moderators {
                div .welcome { (PreEscaped(message)) }
            }
        }
        dialog id="details" aria-label="Informations de la réunion" data-on-join=(opens_on_join) {
            div {}
            button type="button" { "Fermer" }
        }
    }
}
