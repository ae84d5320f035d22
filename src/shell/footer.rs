//! The footer: the addresses that the instance has to offer.

use leptos::prelude::*;
use parvis_contract::instance::Links;

use crate::i18n::{Texts, say};
use crate::portal::Portal;

type Entry = (Option<String>, fn(&'static Texts) -> &'static str);

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
    let entries: Vec<_> = entries(links)
        .into_iter()
        .filter_map(|(href, text)| {
            let href = href?;
            Some(view! {
                <li class="fr-footer__bottom-item">
                    <a class="fr-footer__bottom-link" href=href>
                        {say(text)}
                    </a>
                </li>
            })
        })
        .collect();
    let links = (!entries.is_empty()).then(|| {
        view! {
            <nav class="fr-footer__bottom" aria-label=say(|texts| texts.footer_links)>
                <ul class="fr-footer__bottom-list">{entries}</ul>
            </nav>
        }
    });
    view! {
        <footer class="fr-footer footer">
            <div class="fr-container">
                <p class="footer__service">
                    <strong>{name}</strong>
                    {(!tagline.is_empty()).then(|| format!(" – {tagline}"))}
                </p>
                {links}
            </div>
        </footer>
    }
}

fn entries(links: Links) -> [Entry; 6] {
    [
        (links.accessibility, |texts| texts.accessibility),
        (links.legal_notice, |texts| texts.legal_notice),
        (links.personal_data, |texts| texts.personal_data),
        (links.terms_of_use, |texts| texts.terms_of_use),
        (links.source_code, |texts| texts.source_code),
        (links.contact, |texts| texts.contact),
    ]
}
