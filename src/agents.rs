//! The part for those who are signed in: their rooms, and the invitations to them.

use leptos::prelude::*;

use crate::api::first_rooms;
use crate::app::not_a_page;
use crate::arrival::Arrival;
use crate::home::Home;
use crate::parts::{Part, PartName};
use crate::rooms::{RoomList, tell_when_exactly};
use crate::route::Route;
use crate::shortcuts;
use crate::ui::close_tips_by_escape;

pub const PART: Part = Part {
    name: PartName::Agents,
    prepare: |api, answer| {
        if let Some(rooms) = first_rooms(answer)? {
            let list = RoomList::new(rooms);
            list.keep_true(api);
            if let Some(arrival) = Arrival::take() {
                list.arrive(arrival);
            }
            provide_context(list);
            shortcuts::listen();
            close_tips_by_escape();
            tell_when_exactly();
        }
        Ok(())
    },
    page: |route| match route {
        Route::Home | Route::Invite(_) => view! { <Home /> }.into_any(),
        other => not_a_page(other),
    },
};
