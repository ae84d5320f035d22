//! Page with the list of rooms ("Mes salles de réunion").

use crate::i18n::agents::AgentTexts;
use leptos::ev;
use leptos::prelude::*;
use parvis_ui::{dynamic, focus_on_heading_soon, focus_soon, spawn};

use super::empty::NoRoomYet;
use super::limit::Limit;
use super::list::{FocusNext, LIST_ID, Place, RoomList};
use super::live_badge::ActivityLine;
use super::row::RoomRow;
use super::still_signed_in::StillSignedIn;
use super::temporary::TemporaryMeeting;
use super::toolbar::Toolbar;
use crate::api::{Api, ApiError};
use crate::code::CodePanel;
use crate::conference_trouble::ConferenceTrouble;
use crate::i18n::agents::say;
use crate::lazy::{Likely, fetch_likely_soon};
use crate::page_title::Title;
use crate::problem_alert::ProblemIfAny;

/// The number of rooms shown first, which fill a screen, and of those added in each frame: the browser can
/// handle input in between.
const AT_ONCE: usize = 16;

/// The page with all rooms of a person.
#[component]
pub fn RoomsPage() -> impl IntoView {
    view! {
        <div class="fr-container page">
            <ConferenceTrouble />
            <StillSignedIn />
            <div class="panels">
                <CodePanel />
                <TemporaryMeeting />
            </div>
            <Rooms list=RoomList::get() />
        </div>
    }
}

#[component]
fn Rooms(list: RoomList) -> impl IntoView {
    let api = Api::get();
    let missing = RwSignal::new(None::<ApiError>);
    let sorted = list.sorted();
    let wanted = list.take_focus_next();
    let left_at = list.left_at.try_update_value(Option::take).flatten();
    restore_scroll(left_at);
    let before = left_at.map_or(0, |place| place.shown);
    let shown = RwSignal::new(AT_ONCE.max(before).max(focus_place(list, wanted.as_ref())));
    keep_scroll(list, shown);
    // The room may not be in the first page.
    let wanted = StoredValue::new(wanted.filter(|_| list.missing.get_untracked() > 0));
    let asking = StoredValue::new(false);
    let complete = Callback::new(move |()| {
        if asking.get_value() {
            return;
        }
        asking.set_value(true);
        spawn(async move {
            let failure = list.complete(api).await.err();
            asking.try_set_value(false);
            missing.try_set(failure);
            if let Some(wanted) = wanted.try_update_value(Option::take).flatten() {
                let place = focus_place(list, Some(&wanted));
                shown.try_update(|shown| *shown = place.max(*shown));
            }
            grow(list, shown);
        });
    });
    let likely = use_context::<Likely>();
    // The rooms that are not in the first page are requested once it is painted. The person may have left the
    // page by then.
    request_animation_frame(move || {
        request_animation_frame(move || {
            complete.try_run(());
            list.subscribe_to_live(api);
            if let Some(likely) = likely {
                fetch_likely_soon(likely);
            }
        });
    });
    grow(list, shown);
    let retry = Callback::new(move |()| {
        complete.run(());
        // The button that was pressed has been removed.
        focus_on_heading_soon();
    });

    let is_empty = Memo::new(move |_| list.sorted().with(Vec::is_empty));
    let none_yet = dynamic(move || {
        if is_empty.get() {
            view! { <NoRoomYet /> }.into_any()
        } else {
            view! { <Toolbar list /> }.into_any()
        }
    });
    view! {
        <div class="rooms-head">
            <Title text=say(AgentTexts::rooms) />
            <Limit list />
        </div>
        <ActivityLine list />
        {none_yet}
        <ul id=LIST_ID class="rooms" role="list">
            <For
                each=move || sorted.with(|all| all[..shown.get().min(all.len())].to_vec())
                key=|id| *id
                let:id
            >
                <RoomRow entry=list.entry(id) list />
            </For>
        </ul>
        <ProblemIfAny what=say(AgentTexts::rooms_missing) error=missing retry />
    }
}

/// Focuses the element that the list was asked to focus; returns how many rooms have to be shown for that.
fn focus_place(list: RoomList, wanted: Option<&FocusNext>) -> usize {
    let Some(FocusNext { room, element }) = wanted else {
        return 0;
    };
    focus_soon(element.clone());
    list.sorted().with_untracked(|all| {
        all.iter()
            .position(|id| Some(*id) == *room)
            .map_or(0, |place| place + 1)
    })
}

/// Shows more rooms with each frame until all are shown; from then on, all that are added.
fn grow(list: RoomList, shown: RwSignal<usize>) {
    request_animation_frame(move || {
        let all = list.sorted().with_untracked(Vec::len);
        // The page may have been left.
        match shown.try_get_untracked() {
            Some(now) if now < all => {
                shown.set(now + AT_ONCE);
                grow(list, shown);
            }
            Some(_) if list.missing.get_untracked() == 0 => shown.set(usize::MAX),
            _ => {}
        }
    });
}

/// Restores the scroll position, however the person has returned. To be called before the focus is set, which
/// scrolls only to an element out of view.
fn restore_scroll(left_at: Option<Place>) {
    if let Some(Place { top, .. }) = left_at {
        // After the rooms are rendered, and the router has scrolled to the top as on any new page.
        request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, top));
    }
}

/// Saves the scroll position when the list is left. By then the next page has replaced it, and the document
/// is scrolled elsewhere: the position is recorded while the list is shown.
fn keep_scroll(list: RoomList, shown: RwSignal<usize>) {
    let top = StoredValue::new(window().scroll_y().unwrap_or_default());
    let scrolling = window_event_listener(ev::scroll, move |_| {
        if let Ok(now) = window().scroll_y() {
            top.try_set_value(now);
        }
    });
    on_cleanup(move || {
        scrolling.remove();
        if let (Some(top), Some(shown)) = (top.try_get_value(), shown.try_get_untracked()) {
            let all = list.sorted().with_untracked(Vec::len);
            let shown = shown.min(all);
            list.left_at.set_value(Some(Place { top, shown }));
        }
    });
}
