//! Accessibility statement: what was tested and what was not.

use crate::i18n::help::HelpTexts;
use leptos::prelude::*;
use parvis_contract::instance::LinkName;

use super::section::HelpSection;
use crate::address::Address;
use crate::i18n::help::say;
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
                    {say(|texts| texts.shared().contact())}
                </a>
            </p>
        }
    });
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.shared().accessibility()) />
            <p>{say(HelpTexts::accessibility_aim)}</p>
            <HelpSection
                title=HelpTexts::accessibility_tested
                items=&[
                    HelpTexts::tested_by_rules,
                    HelpTexts::tested_by_keyboard,
                    HelpTexts::tested_small,
                    HelpTexts::tested_colours,
                    HelpTexts::tested_languages,
                    HelpTexts::tested_browsers,
                ]
            />
            <HelpSection
                title=HelpTexts::accessibility_untested
                items=&[
                    HelpTexts::untested_audit,
                    HelpTexts::untested_readers,
                    HelpTexts::untested_conference,
                ]
            />
            <h2 class="panel__title">{say(HelpTexts::accessibility_trouble)}</h2>
            <p>{say(HelpTexts::accessibility_trouble_detail)}</p>
            {contact}
            <a class="fr-btn fr-btn--secondary" href=Address::Home.path()>
                {say(|texts| texts.shared().back_home())}
            </a>
        </div>
    }
}
