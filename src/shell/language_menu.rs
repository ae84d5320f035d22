//! Language menu.

use crate::api::Api;
use crate::i18n::Texts;
use leptos::html;
use leptos::prelude::*;
use parvis_contract::language::Language;
use parvis_ui::{Toasts, spawn};
use wasm_bindgen::JsCast;
use web_sys::{FocusEvent, KeyboardEvent, Node};

use crate::i18n::shared::texts_untracked;
use crate::i18n::{I18n, Languages, NotLoaded, say};

/// A menu that closes when a language is chosen, on Escape, and when the focus leaves it.
#[component]
pub fn LanguageMenu() -> impl IntoView {
    let i18n = I18n::get();
    let menu = NodeRef::<html::Details>::new();
    let summary = NodeRef::<html::Summary>::new();
    let fold = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let fold_and_return = move || {
        fold();
        if let Some(summary) = summary.get_untracked() {
            // Focusing a visible summary cannot fail.
            let _ = summary.focus();
        }
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            fold_and_return();
        }
    };
    let focus_left = move |event: FocusEvent| {
        let next = event
            .related_target()
            .and_then(|next| next.dyn_into::<Node>().ok());
        if menu
            .get_untracked()
            .is_some_and(|menu| !menu.contains(next.as_ref()))
        {
            fold();
        }
    };
    let (api, toasts, languages) = (Api::get(), Toasts::get(), Languages::get());
    let choice = move |language: Language| {
        let choose = move |_| {
            fold_and_return();
            spawn(async move {
                let chosen = api.track_pending(languages.choose(language)).await;
                if let Err(NotLoaded) = chosen {
                    let text = texts_untracked(i18n).language_not_loaded();
                    toasts.show(text.to_owned(), None);
                }
            });
        };
        view! {
            <li>
                <button
                    type="button"
                    class="language-menu__choice"
                    lang=language.tag()
                    aria-current=move || (languages.in_use() == language).to_string()
                    on:click=choose
                >
                    {language.name()}
                </button>
            </li>
        }
    };
    view! {
        <details class="language-menu" node_ref=menu on:keydown=key on:focusout=focus_left>
            <summary
                class="fr-btn fr-btn--tertiary fr-btn--sm fr-btn--icon-left fr-icon-translate-2"
                node_ref=summary
            >
                <span class="fr-sr-only">{say(Texts::choose_language)} " – "</span>
                {Signal::derive(move || languages.in_use().name().to_owned())}
            </summary>
            // Focusable, because Safari does not focus a button that is clicked: otherwise the focus would be
            // lost, and the menu would close before the click arrives.
            <ul class="language-menu__choices" tabindex="-1">
                {Language::ALL.into_iter().map(choice).collect_view()}
            </ul>
        </details>
    }
}
