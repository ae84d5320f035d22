//! A person's permanent rooms: the list, a row, the star, the launch, the form.

mod actions;
mod collation;
mod create;
mod edit;
mod empty;
mod form;
mod launch;
mod limit;
mod list;
mod notice;
mod order;
mod page;
mod row;
mod search;
mod search_box;
mod sorting;
mod state;
mod sync;
mod toolbar;

pub use create::NewRoomPage;
pub use edit::EditRoomPage;
pub use list::RoomList;
pub use page::RoomsPage;
pub use state::invite_link_id;
