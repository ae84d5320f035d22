//! Header: the service's logo and name, and the tools at the right.

use leptos::prelude::*;
use parvis_contract::instance::{LinkName, Theme};
use parvis_ui::ExternalLink;

use super::account_tool::AccountTool;
use super::language_menu::LanguageMenu;
use crate::address::Address;
use crate::i18n::{Texts, compose, say};
use crate::portal::{Portal, rooms_chunk};

const TOOLS_ID: &str = "header-tools";

/// The banner of every page.
#[component]
pub fn Header() -> impl IntoView {
    // On a narrow screen the tools collapse into a menu; on a wide one they are always visible.
    let unfolded = RwSignal::new(false);
    view! {
        <header class="fr-header header">
            <div class="fr-container header__row">
                <Brand />
                <button
                    type="button"
                    class="fr-btn fr-btn--tertiary fr-btn--sm header__menu"
                    aria-expanded=move || unfolded.get().to_string()
                    aria-controls=TOOLS_ID
                    on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)
                >
                    {say(Texts::menu)}
                </button>
                <Tools unfolded />
            </div>
        </header>
    }
}

/// The block-mark of the state if the instance has its theme, a logo if it has one, and the service's name.
#[component]
fn Brand() -> impl IntoView {
    let (mark, logo, name, tagline) = Portal::get().instance(|instance| {
        (
            (instance.theme == Theme::State).then(|| instance.mark.join("\n")),
            instance.logo.clone(),
            instance.service_name.clone(),
            instance.tagline.clone(),
        )
    });
    let service = name.clone();
    let home = compose(move |texts| texts.home_of(&service));
    // Decorative: the name beside it says the same.
    let logo = (!logo.is_empty()).then(|| view! { <img class="header__logo" src=logo alt="" /> });
    let block_mark = mark.map(|lines| view! { <p class="fr-logo header__mark">{lines}</p> });
    view! {
        <div class="header__brand">
            {block_mark} {logo} <div class="header__service">
                <a
                    class="header__home"
                    href=Address::Home.path()
                    title=home
                    data-chunk=rooms_chunk()
                >
                    <span class="fr-header__service-title">{name}</span>
                </a>
                <p class="fr-header__service-tagline">{tagline}</p>
            </div>
        </div>
    }
}

#[component]
fn Tools(unfolded: RwSignal<bool>) -> impl IntoView {
    let links = Portal::get().instance(|instance| instance.links.clone());
    let class = Signal::derive(move || {
        if unfolded.get() {
            "header__tools header__tools--unfolded"
        } else {
            "header__tools"
        }
        .to_owned()
    });
    view! {
        <nav id=TOOLS_ID class=class aria-label=say(Texts::tools)>
            <ul>
                {tool(links.get(LinkName::Access), Texts::access)}
                {tool(links.get(LinkName::Documentation), Texts::documentation)} <AccountTool />
                <li>
                    <LanguageMenu />
                </li>
            </ul>
        </nav>
    }
}

/// A link in the header, if the instance has an address for it.
fn tool(href: Option<String>, text: fn(Texts) -> &'static str) -> Option<AnyView> {
    let class = "fr-btn fr-btn--tertiary-no-outline fr-btn--sm";
    href.map(|href| {
        view! {
            <li>
                <ExternalLink href text=say(text) class />
            </li>
        }
        .into_any()
    })
}
