//! How accessible the portal is: what was tested and what was not.

use leptos::prelude::*;
use parvis_contract::instance::LinkName;

use super::points::Points;
use crate::address::Address;
use crate::i18n::forms::say;
use crate::page_title::Title;
use crate::portal::Portal;

/// `/aide/accessibilite`
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let contact = Portal::get().instance(|instance| instance.links.get(LinkName::Contact));
    let contact = contact.map(|href| {
        view! {
            <p>
                <a href=href rel="external">
                    {say(|texts| texts.shared.contact)}
                </a>
            </p>
        }
    });
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.shared.accessibility) />
            <p>{say(|texts| texts.accessibility_aim)}</p>
            <Points
                title=|texts| texts.accessibility_tested
                items=&[
                    |texts| texts.tested_by_rules,
                    |texts| texts.tested_by_keyboard,
                    |texts| texts.tested_small,
                    |texts| texts.tested_colours,
                    |texts| texts.tested_languages,
                    |texts| texts.tested_browsers,
                ]
            />
            <Points
                title=|texts| texts.accessibility_untested
                items=&[
                    |texts| texts.untested_audit,
                    |texts| texts.untested_readers,
                    |texts| texts.untested_conference,
                ]
            />
            <h2 class="panel__title">{say(|texts| texts.accessibility_trouble)}</h2>
            <p>{say(|texts| texts.accessibility_trouble_detail)}</p>
            {contact}
            <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
                {say(|texts| texts.shared.back_home)}
            </a>
        </div>
    }
}
