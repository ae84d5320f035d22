//! What moderators and participants may do: the portal's own page, where the instance names no
//! other.

use leptos::prelude::*;

use crate::i18n::forms::{FormTexts, say};
use crate::route::Route;
use crate::ui::Title;

/// `/aide/droits`
#[component]
pub fn RightsPage() -> impl IntoView {
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.rights) />
            <Rights
                title=|texts| texts.rights_of_moderators
                items=[
                    |texts| texts.moderator_starts,
                    |texts| texts.moderator_leads,
                    |texts| texts.moderator_shows,
                    |texts| texts.moderator_invites,
                ]
                who=|texts| texts.who_is_moderator
            />
            <Rights
                title=|texts| texts.rights_of_attendees
                items=[
                    |texts| texts.attendee_waits,
                    |texts| texts.attendee_speaks,
                    |texts| texts.attendee_reacts,
                    |texts| texts.attendee_sees_no_invitation,
                ]
                who=|texts| texts.who_is_attendee
            />
            <a class="fr-btn fr-btn--secondary" href=Route::Home.path()>
                {say(|texts| texts.shared.back_home)}
            </a>
        </div>
    }
}

type Pick = fn(&'static FormTexts) -> &'static str;

#[component]
fn Rights(title: Pick, items: [Pick; 4], who: Pick) -> impl IntoView {
    let items = items.map(|item| view! { <li>{say(item)}</li> }.into_any());
    view! {
        <section class="rights">
            <h2 class="panel__title">{say(title)}</h2>
            <p>{say(who)}</p>
            <ul>{items.into_iter().collect_view()}</ul>
        </section>
    }
}
