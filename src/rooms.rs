//! A person's permanent rooms: the list, a row, the star, the launch, the form.

mod empty;
mod favourite;
mod favourite_button;
mod form;
mod launch;
mod list;
mod page;
mod row;

pub use form::NewRoomPage;
pub use list::RoomList;
pub use page::RoomsPage;
pub use row::invite_link_id;
