//! Footer: the instance's links, and the choice of the colour scheme.

use leptos::prelude::*;
use parvis_contract::instance::LinkName;

use super::scheme::SchemeChoice;
use crate::address::Address;
use crate::i18n::{Texts, say};
use crate::portal::Portal;

type FooterLink = (LinkName, fn(Texts) -> &'static str);

/// The content information of every page.
#[component]
pub fn Footer() -> impl IntoView {
    let (name, tagline, links) = Portal::get().instance(|instance| {
        (
            instance.service_name.clone(),
            instance.tagline.clone(),
            instance.links.clone(),
        )
    });
    let items: Vec<_> = FOOTER_LINKS
        .into_iter()
        .filter_map(|(name, text)| {
            // Every service has an accessibility statement: its own or the portal's.
            let own = || (name == LinkName::Accessibility).then(|| Address::Accessibility.path());
            let elsewhere = links.get(name);
            // An address that the instance names is no page of the portal, even at the portal's origin.
            let rel = elsewhere.is_some().then_some("external");
            let chunk = elsewhere.is_none().then_some("help");
            let href = elsewhere.or_else(own)?;
            Some(view! {
                <li class="fr-footer__bottom-item">
                    <a class="fr-footer__bottom-link" href=href rel=rel data-chunk=chunk>
                        {say(text)}
                    </a>
                </li>
            })
        })
        .collect();
    let shortcuts = Portal::get().is_signed_in().then(|| {
        view! {
            <li class="fr-footer__bottom-item">
                <a class="fr-footer__bottom-link" href=Address::Shortcuts.path() data-chunk="help">
                    {say(Texts::shortcuts)}
                </a>
            </li>
        }
    });
    view! {
        <footer class="fr-footer footer">
            <div class="fr-container">
                <p class="footer__service">
                    <strong>{name}</strong>
                    {(!tagline.is_empty()).then(|| format!(" – {tagline}"))}
                </p>
                <div class="footer__bottom">
                    <nav aria-label=say(Texts::footer_links)>
                        <ul class="fr-footer__bottom-list">{items} {shortcuts}</ul>
                    </nav>
                    <SchemeChoice />
                </div>
            </div>
        </footer>
    }
}

const FOOTER_LINKS: [FooterLink; 6] = [
    (LinkName::Accessibility, Texts::accessibility),
    (LinkName::LegalNotice, Texts::legal_notice),
    (LinkName::PersonalData, Texts::personal_data),
    (LinkName::TermsOfUse, Texts::terms_of_use),
    (LinkName::SourceCode, Texts::source_code),
    (LinkName::Contact, Texts::contact),
];
