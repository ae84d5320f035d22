//! The part for those who are signed in: their rooms.

use leptos::prelude::*;

use crate::api::first_rooms;
use crate::app::not_a_page;
use crate::home::Home;
use crate::parts::{Part, PartName};
use crate::rooms::{EditRoomPage, NewRoomPage, RoomList};
use crate::route::Route;

pub const PART: Part = Part {
    name: PartName::Agents,
    prepare: |api, answer| {
        if let Some(rooms) = first_rooms(answer)? {
            let list = RoomList::new(rooms);
            list.keep_true(api);
            provide_context(list);
        }
        Ok(())
    },
    page: |route| match route {
        Route::Home | Route::Invite(_) => view! { <Home /> }.into_any(),
        Route::NewRoom => view! { <NewRoomPage /> }.into_any(),
        Route::Edit(room) => view! { <EditRoomPage room /> }.into_any(),
        other => not_a_page(other),
    },
};
