//! List of a person's permanent rooms, and what can be done with each.

mod actions;
mod blocked_window;
mod collation;
mod context;
mod create_room_link;
mod delegation;
mod empty;
mod exact_dates;
mod launch;
mod list;
mod list_geometry;
mod live_badge;
mod notice;
mod order;
mod page;
mod rendered_rows;
mod row;
mod row_range;
mod row_window;
mod search;
mod search_box;
mod sorting;
mod state;
mod still_signed_in;
mod stream_lifecycle;
mod sync;
mod temporary;
mod toolbar;
mod ways_in;

pub use context::RoomListContext;
pub use exact_dates::show_exact_dates;
pub use list::RoomList;
pub use page::RoomsPage;
