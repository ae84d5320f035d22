//! Search field, and the number of results.

use crate::i18n::agents::AgentTexts;
use std::time::Duration;

use leptos::prelude::*;
use parvis_ui::{Button, dynamic, focus_on};

use super::list::RoomList;
use crate::address::Navigator;
use crate::home_ids::SEARCH_ID;
use crate::i18n::agents::{compose, say};

/// How long typing pauses before the address is updated.
const ADDRESS_UPDATE_DELAY: Duration = Duration::from_millis(500);

/// The search field.
#[component]
pub fn SearchBox(list: RoomList) -> impl IntoView {
    let navigator = Navigator::get();
    let mut write_soon = debounce(ADDRESS_UPDATE_DELAY, move |()| list.write_search(navigator));
    view! {
        <div class="toolbar__search" role="search">
            <label class="fr-sr-only" for=SEARCH_ID>
                {say(AgentTexts::search_rooms)}
            </label>
            <input
                id=SEARCH_ID
                class="fr-input"
                type="search"
                autocomplete="off"
                placeholder=say(AgentTexts::search_rooms)
                prop:value=list.query
                on:input=move |event| {
                    list.search(event_target_value(&event));
                    write_soon(());
                }
                on:change=move |_| list.write_search(navigator)
            />
        </div>
    }
}

/// The number of rooms found, with a button that clears the search, while one is active.
#[component]
pub fn SearchResults(list: RoomList) -> impl IntoView {
    let sentence = compose(move |texts| {
        if list.is_searching() {
            list.query
                .with(|query| texts.result(list.match_count(), query.trim()))
        } else {
            String::new()
        }
    });
    let navigator = Navigator::get();
    let clear = Callback::new(move |()| {
        list.search(String::new());
        list.write_search(navigator);
        focus_on(SEARCH_ID);
    });
    let is_searching = Memo::new(move |_| list.is_searching());
    let clear_button = dynamic(move || {
        if is_searching.get() {
            view! {
                <Button
                    class="fr-btn fr-btn--tertiary-no-outline fr-btn--sm"
                    text=say(AgentTexts::clear_search)
                    on_press=clear
                />
            }
            .into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <div class="found">
            <p role="status">{sentence}</p>
            {clear_button}
        </div>
    }
}
