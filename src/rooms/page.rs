//! Page with the list of rooms ("Mes salles de réunion").

use crate::i18n::agents::AgentTexts;
use leptos::ev;
use leptos::prelude::*;
use parvis_ui::{dynamic, focus_on_heading_soon, focus_soon, spawn};

use super::create_room_link::CreateRoomLink;
use super::empty::NoRoomYet;
use super::list::{FocusNext, RoomList};
use super::live_badge::ActivityLine;
use super::rendered_rows::LIST_ID;
use super::row::RoomRow;
use super::still_signed_in::StillSignedIn;
use super::toolbar::Toolbar;
use super::ways_in::WaysIn;
use crate::address::use_room;
use crate::api::{Api, ApiError};
use crate::conference_error::ConferenceErrorAlert;
use crate::data_ahead;
use crate::i18n::agents::say;
use crate::lazy::Likely;
use crate::page_title::Title;
use crate::problem_alert::ProblemIfAny;

/// The page with all rooms of a person.
#[component]
pub fn RoomsPage() -> impl IntoView {
    view! {
        <div class="fr-container page">
            <ConferenceErrorAlert />
            <StillSignedIn />
            <WaysIn />
            <Rooms list=RoomList::get() />
        </div>
    }
}

#[component]
fn Rooms(list: RoomList) -> impl IntoView {
    let api = Api::get();
    let missing = RwSignal::new(None::<ApiError>);
    let rows = list.rows();
    restore_scroll(list.saved_scroll.try_update_value(Option::take).flatten());
    save_scroll(list);
    let focus_next = list.take_focus_next();
    apply_focus(list, focus_next.as_ref());
    if let Some(room) = use_room().get_untracked() {
        // It gets the focus when the dialog that is open over it is closed.
        rows.focus(Some(room));
    }
    // The room may not be in the first page.
    let focus_next = StoredValue::new(focus_next.filter(|_| list.missing.get_untracked() > 0));
    let is_loading = StoredValue::new(false);
    let load_missing = Callback::new(move |()| {
        if is_loading.get_value() {
            return;
        }
        is_loading.set_value(true);
        spawn(async move {
            let error = list.load_missing(api).await.err();
            is_loading.try_set_value(false);
            missing.try_set(error);
            let focus_next = focus_next.try_update_value(Option::take).flatten();
            apply_focus(list, focus_next.as_ref());
        });
    });
    let likely = use_context::<Likely>();
    // The rooms that are not in the first page are requested once it is painted. The person may have left the
    // page by then.
    request_animation_frame(move || {
        request_animation_frame(move || {
            load_missing.try_run(());
            list.subscribe_to_running_meetings(api);
            if let Some(likely) = likely {
                likely.fetch_soon();
            }
        });
    });
    rows.follow();
    data_ahead::listen();
    let retry = Callback::new(move |()| {
        load_missing.run(());
        // The button that was pressed has been removed.
        focus_on_heading_soon();
    });

    let is_empty = list.is_empty();
    let toolbar_or_help = dynamic(move || {
        if is_empty.get() {
            view! { <NoRoomYet /> }.into_any()
        } else {
            view! { <Toolbar list /> }.into_any()
        }
    });
    view! {
        <div class="rooms-head">
            <Title text=say(AgentTexts::rooms) />
            <CreateRoomLink list />
        </div>
        <ActivityLine list />
        {toolbar_or_help}
        <ul
            id=LIST_ID
            class=rows.class()
            role="list"
            style:padding-block=rows.gaps()
            style:--apart=rows.top_of_row_apart()
        >
            <For each=move || rows.rooms() key=|id| *id let:id>
                <RoomRow entry=list.entry(id) list />
            </For>
        </ul>
        <ProblemIfAny what=say(AgentTexts::rooms_missing) error=missing retry />
    }
}

/// Focuses the element that the list was asked to focus.
fn apply_focus(list: RoomList, focus_next: Option<&FocusNext>) {
    if let Some(FocusNext { room, element }) = focus_next {
        list.rows().focus(*room);
        focus_soon(element.clone());
    }
}

/// Restores the scroll position, however the person has returned. To be called before the focus is set, which
/// scrolls only to an element out of view.
fn restore_scroll(saved_scroll: Option<f64>) {
    if let Some(top) = saved_scroll {
        // After the rooms are rendered, and the router has scrolled to the top as on any new page.
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, top));
    }
}

/// Saves the scroll position when the list is left. By then the next page has replaced it, and the document
/// is scrolled elsewhere: the position is recorded while the list is shown.
fn save_scroll(list: RoomList) {
    let top = StoredValue::new(window().scroll_y().unwrap_or_default());
    let scrolling = window_event_listener(ev::scroll, move |_| {
        if let Ok(now) = window().scroll_y() {
            top.try_set_value(now);
        }
    });
    on_cleanup(move || {
        scrolling.remove();
        list.saved_scroll.set_value(top.try_get_value());
    });
}
