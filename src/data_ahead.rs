//! Requests the data of a room's page while somebody points at a link to it among the rooms, as its chunk is
//! (`lazy.rs`): on a slow line they are there, or nearly, when the link is clicked.

use std::time::Duration;

use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos_router::PossibleRouteMatch;
use parvis_ui::listen_to_window;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

use crate::address::{Pattern, pattern};
use crate::api::Api;
use crate::lazy::saves_data;

/// How long a link has to be pointed at: a pointer that passes over it requests nothing.
const POINTED_AT: Duration = Duration::from_millis(100);

/// The pages of a room whose data are requested ahead, and where the API has them, below the room. Recordings are not:
/// the backend asks the conference server for all of them.
const PAGES: &[(Pattern, &str)] = &[
    (Pattern(&[pattern::INVITE, pattern::SEND]), "/invitation"),
    (Pattern(&[pattern::EDIT]), ""),
    (Pattern(&[pattern::FILES]), "/files"),
    (Pattern(&[pattern::DELEGATES]), "/delegates"),
];

/// Sends the requests, until the current owner is cleaned up; not for somebody who saves data.
pub fn listen() {
    if saves_data() {
        return;
    }
    let api = Api::get();
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(Some(timer)) = timer.try_update_value(Option::take) {
            timer.clear();
        }
    };
    on_cleanup(stop);
    let near = move |target: Option<EventTarget>| {
        stop();
        if let Some(path) = data_of_link(target) {
            let send = move || api.send_ahead(path);
            timer.set_value(set_timeout_with_handle(send, POINTED_AT).ok());
        }
    };
    listen_to_window(ev::pointerover, move |event| near(event.target()));
    listen_to_window(ev::focusin, move |event| {
        // A dialog that closes, or a page that is opened, gives the focus to a link that nobody has chosen yet.
        let (to, from) = (element(event.target()), element(event.related_target()));
        if from.is_some() && dialog_around(to) == dialog_around(from) {
            near(event.target());
        }
    });
    listen_to_window(ev::click, move |_| stop());
    // A finger points at what it presses only.
    listen_to_window(ev::pointerdown, move |event| {
        stop();
        // The other buttons open a menu, or another tab.
        if event.button() == 0
            && let Some(path) = data_of_link(event.target())
        {
            api.send_ahead(path);
        }
    });
}

/// The API's path of the data of the page to which the link around this element leads.
fn data_of_link(target: Option<EventTarget>) -> Option<String> {
    let link = element(target)?.closest("a[data-chunk]").ok().flatten()?;
    data_of_page(&link.get_attribute("href")?)
}

fn element(target: Option<EventTarget>) -> Option<Element> {
    target?.dyn_into().ok()
}

fn dialog_around(element: Option<Element>) -> Option<Element> {
    element?.closest("dialog").ok().flatten()
}

/// The API's path of the data of a page.
fn data_of_page(page: &str) -> Option<String> {
    PAGES.iter().find_map(|(pages, data)| {
        let params = pages.test(page)?.params();
        let (_, room) = params.into_iter().next()?;
        Some(format!("/api/v1/rooms/{room}{data}"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Address;

    #[test]
    fn the_data_of_a_rooms_page_are_where_the_page_requests_them() {
        let id = "0198f3a1-7c3e-7000-8000-0123456789ab";
        let room = id.parse().expect("an id");
        for (address, data) in [
            (Address::Invite(room), Some("/invitation")),
            (Address::Send(room), Some("/invitation")),
            (Address::Edit(room), Some("")),
            (Address::History(room), None),
            (Address::Files(room), Some("/files")),
            (Address::Delegates(room), Some("/delegates")),
            (Address::Recordings(room), None),
            (Address::NewRoom, None),
            (Address::Home, None),
        ] {
            let expected = data.map(|data| format!("/api/v1/rooms/{id}{data}"));
            assert_eq!(data_of_page(&address.path()), expected, "{address:?}");
        }
    }
}
