//! Toolbar above the rooms: search and sort order.

use leptos::prelude::*;

use super::list::RoomList;
use super::order::{OrderRefused, OrderTags};
use super::search_box::{SearchBox, SearchResults};

/// The search field and the sort orders, with the number of results and the last error.
#[component]
pub fn Toolbar(list: RoomList) -> impl IntoView {
    view! {
        <div class="toolbar">
            <SearchBox list />
            <OrderTags list />
        </div>
        <OrderRefused list />
        <SearchResults list />
    }
}
