//! The part with the forms of a room, and help. They are rare and heavy: nobody who looks at their rooms
//! or enters a meeting downloads them.

use leptos::prelude::*;

use crate::api::first_rooms;
use crate::app::not_a_page;
use crate::help::{AccessibilityPage, RightsPage, ShortcutsPage};
use crate::parts::{Part, PartName};
use crate::room_form::{EditRoomPage, NewRoomPage, PlacesLeft};
use crate::route::Route;
use crate::shortcuts;

pub const PART: Part = Part {
    name: PartName::Forms,
    prepare: |_, answer| {
        if let Some(rooms) = first_rooms(answer)? {
            provide_context(PlacesLeft::after(rooms.total));
            shortcuts::listen();
        }
        Ok(())
    },
    page: |route| match route {
        Route::NewRoom => view! { <NewRoomPage /> }.into_any(),
        Route::Edit(room) => view! { <EditRoomPage room /> }.into_any(),
        Route::Rights => view! { <RightsPage /> }.into_any(),
        Route::Accessibility => view! { <AccessibilityPage /> }.into_any(),
        Route::Shortcuts => view! { <ShortcutsPage /> }.into_any(),
        other => not_a_page(other),
    },
};
