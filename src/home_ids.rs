//! Focus management: identifiers of elements on the home page that other pages and keyboard shortcuts focus.

use parvis_contract::room::RoomId;

/// The identifier of the first field of the connection code.
pub const CODE_ID: &str = "code";

/// The identifier of the button that shows the fields of the code in a narrow window.
pub const CODE_BUTTON_ID: &str = "enter-code";

/// The identifier of the field that searches for a room.
pub const SEARCH_ID: &str = "room-search";

/// The identifier of the link that leads to the form for a new room.
pub const CREATE_LINK_ID: &str = "create-room";

/// The identifier of the link that opens a room's invitation.
pub fn invite_link_id(room: RoomId) -> String {
    format!("invite-{room}")
}

/// The identifier of the link that leads to a room's form.
pub fn edit_link_id(room: RoomId) -> String {
    format!("edit-{room}")
}

/// The identifier of the link that leads to a room's recordings.
pub fn recordings_link_id(room: RoomId) -> String {
    format!("recordings-{room}")
}

/// The identifier of the link that leads to a room's files.
pub fn files_link_id(room: RoomId) -> String {
    format!("files-{room}")
}

/// The identifier of the link that leads to a room's delegates.
pub fn delegates_link_id(room: RoomId) -> String {
    format!("delegates-{room}")
}

/// The identifier of the button that deletes a room.
pub fn delete_button_id(room: RoomId) -> String {
    format!("delete-{room}")
}

/// The identifier of the button that ends the delegation of somebody else's room.
pub fn leave_button_id(room: RoomId) -> String {
    format!("leave-{room}")
}

/// The identifier of the button that restores a deleted room.
pub fn restore_button_id(room: RoomId) -> String {
    format!("restore-{room}")
}
