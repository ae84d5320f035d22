//! The list of keyboard shortcuts, and the switch that turns them off.

use crate::i18n::help::HelpTexts;
use leptos::prelude::*;
use parvis_ui::Switch;

use super::section::TextFn;
use crate::back_home::back_home;
use crate::i18n::help::say;
use crate::page_title::Title;
use crate::shortcuts::{self, Shortcut};

/// `/aide/raccourcis`
#[component]
pub fn ShortcutsPage() -> impl IntoView {
    let ours = Shortcut::ALL.map(|shortcut| row(shortcut.key(), description_of(shortcut)));
    let everywhere = [
        row("Échap / Esc", HelpTexts::key_escape),
        row("Tab", HelpTexts::key_tab),
    ];
    let on = RwSignal::new(shortcuts::is_enabled());
    let switched = move |wanted| on.set(shortcuts::set_enabled(wanted));
    view! {
        <div class="fr-container page page--narrow">
            <Title text=say(|texts| texts.shared().shortcuts()) />
            <p>{say(HelpTexts::shortcuts_detail)}</p>
            <Switch
                id="shortcuts".to_owned()
                label=say(HelpTexts::shortcuts_on)
                value=on
                on_change=switched
            />
            <dl class="keys">{ours.into_iter().chain(everywhere).collect_view()}</dl>
            {back_home()}
        </div>
    }
}

fn description_of(shortcut: Shortcut) -> TextFn {
    match shortcut {
        Shortcut::List => HelpTexts::shortcut_list,
        Shortcut::Search => HelpTexts::shortcut_search,
        Shortcut::Code => HelpTexts::shortcut_code,
        Shortcut::NewRoom => HelpTexts::shortcut_new_room,
    }
}

fn row(key: &'static str, what: TextFn) -> AnyView {
    view! {
        <div>
            <dt>
                <kbd>{key}</kbd>
            </dt>
            <dd>{say(what)}</dd>
        </div>
    }
    .into_any()
}
