//! What moderators and participants may do: the portal's own page, where the instance names no
//! other.

use leptos::prelude::*;

use super::points::Points;
use crate::address::Address;
use crate::i18n::forms::say;
use crate::page_title::Title;

/// `/aide/droits`
#[component]
pub fn RightsPage() -> impl IntoView {
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.rights) />
            <Points
                title=|texts| texts.rights_of_moderators
                items=&[
                    |texts| texts.moderator_starts,
                    |texts| texts.moderator_leads,
                    |texts| texts.moderator_shows,
                    |texts| texts.moderator_invites,
                ]
                lead=|texts| texts.who_is_moderator
            />
            <Points
                title=|texts| texts.rights_of_attendees
                items=&[
                    |texts| texts.attendee_waits,
                    |texts| texts.attendee_speaks,
                    |texts| texts.attendee_reacts,
                    |texts| texts.attendee_sees_no_invitation,
                ]
                lead=|texts| texts.who_is_attendee
            />
            <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
                {say(|texts| texts.shared.back_home)}
            </a>
        </div>
    }
}
