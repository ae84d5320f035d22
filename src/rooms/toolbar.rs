//! What stands above the rooms: the search and the order, and what becomes of either.

use leptos::prelude::*;

use super::list::RoomList;
use super::order::{OrderRefused, OrderTags};
use super::search_box::{Found, SearchBox};

/// The search and the order.
#[component]
pub fn Toolbar(list: RoomList) -> impl IntoView {
    view! {
        <div class="toolbar">
            <SearchBox list />
            <OrderTags list />
        </div>
        <OrderRefused list />
        <Found list />
    }
}
