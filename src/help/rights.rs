//! What moderators and participants may do: the portal's own page, for instances that name no other.

use crate::i18n::help::HelpTexts;
use leptos::prelude::*;

use super::section::HelpSection;
use crate::address::Address;
use crate::i18n::help::say;
use crate::page_title::Title;

/// `/aide/droits`
#[component]
pub fn RightsPage() -> impl IntoView {
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(HelpTexts::rights) />
            <HelpSection
                title=HelpTexts::rights_of_moderators
                items=&[
                    HelpTexts::moderator_starts,
                    HelpTexts::moderator_leads,
                    HelpTexts::moderator_shows,
                    HelpTexts::moderator_invites,
                ]
                lead=HelpTexts::who_is_moderator
            />
            <HelpSection
                title=HelpTexts::rights_of_attendees
                items=&[
                    HelpTexts::attendee_waits,
                    HelpTexts::attendee_speaks,
                    HelpTexts::attendee_reacts,
                    HelpTexts::attendee_sees_no_invitation,
                ]
                lead=HelpTexts::who_is_attendee
            />
            <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
                {say(|texts| texts.shared().back_home())}
            </a>
        </div>
    }
}
