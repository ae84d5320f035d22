//! The texts of the rooms and their invitations, in English.

use parvis_contract::order::RoomSort;

use super::texts::AgentTexts;
use crate::i18n::shared;

pub static TEXTS: AgentTexts = AgentTexts {
    shared: &shared::en::TEXTS,
    rooms: "My meeting rooms",
    create_permanent_room: "Create a permanent room",
    places_left: |places| match places {
        1 => "You may create one more room.".to_owned(),
        places => format!("You may create {places} more rooms."),
    },
    create_first_room: "Create my first room",
    no_room_yet: "You have no permanent room yet",
    what_a_room_is: "A permanent room is yours and stays from one meeting to the next: its connection code and its invitation links do not change. Create it once, then invite whom you like, when you like.",
    rooms_missing: "Some of your rooms could not be loaded.",
    search_rooms: "Search for a room",
    rooms_found: |found, query| match found {
        0 => format!("No room matches “{query}”."),
        1 => "1 room found".to_owned(),
        found => format!("{found} rooms found"),
    },
    clear_search: "Clear the search",
    sort_by: "Sort by:",
    by_date: "Date",
    by_name: "Alphabetical",
    by_favourites: "Favourites",
    direction: |order| match (order.by, order.reversed) {
        (RoomSort::Date, false) => "newest first",
        (RoomSort::Date, true) => "oldest first",
        (RoomSort::Name, false) => "from A to Z",
        (RoomSort::Name, true) => "from Z to A",
        (RoomSort::Favourites, false) => "favourites first",
        (RoomSort::Favourites, true) => "favourites last",
    },
    order_refused: "Your order was not saved.",
    favourite: |room| format!("Favourite: {room}"),
    favourite_refused: "The change of favourite was not saved.",
    met: |when| format!("Last meeting: {when}"),
    never_met: |when| format!("Created {when}"),
    running: |people| match people {
        1 => "Running – 1 person".to_owned(),
        people => format!("Running – {people} people"),
    },
    activity: |activity| {
        let s = |count: u32| if count == 1 { "" } else { "s" };
        format!(
            "Right now: {} meeting{}, {} participant{}",
            activity.meetings,
            s(activity.meetings),
            activity.people,
            s(activity.people)
        )
    },
    still_signed_in: |name| format!("You are still signed in as {name}."),
    still_signed_in_detail: "To use another account, sign out first.",
    what_is_temporary: "In one click, without creating a room. You invite people from the meeting; it is forgotten as soon as it ends.",
    open_temporary: "Open a new temporary meeting",
    in_new_window: "(new window)",
    launch: "Start",
    launch_detail: |room| format!("“{room}” (new window)"),
    launching: "Opening the meeting…",
    launch_failed: "The meeting was not started.",
    window_blocked: "The meeting has started, but its window could not be opened.",
    open_meeting: "Open the meeting",
    invite: "Invite",
    invite_detail: |room| format!("people to “{room}”"),
    edit: "Edit",
    edit_room: |room| format!("Edit “{room}”"),
    delete: "Delete",
    delete_room: |room| format!("Delete “{room}”"),
    delete_refused: "The room was not deleted.",
    meeting_runs: "A meeting is running in this room.",
    meeting_runs_detail: "If you delete it, its links, its code and its telephone PIN lead nowhere any more; people who are in the meeting stay there.",
    delete_anyway: "Delete anyway",
    keep_room: "Keep the room",
    room_deleted_now: |room| {
        format!("The room “{room}” has been deleted. You may undo this for 10 minutes.")
    },
    undo: "Undo",
    restore_detail: |room| format!("the deletion of “{room}”"),
    room_restored: |room| format!("The room “{room}” is back."),
    restore_refused: "The deletion was not undone.",
    send_invitation: "Send a whole invitation",
    invitation_title: "Invite people to your meeting by sending them one of these:",
    no_invitation: "The invitation cannot be shown.",
    room_is: |room| format!("Room “{room}”"),
    new: "New",
    authenticated_link: |provider| format!("The authenticated link via {provider}"),
    authenticated_reminder: |account| {
        format!(
            "People invited with this link need an account of {account}, to sign in before they enter the session. Choose it if access to your meeting must be secured."
        )
    },
    moderator_rights: "What a moderator may do",
    attendee_rights: "What a participant may do",
    pin_in_meeting: "By telephone, the PIN is another at each meeting: it is given here, and in the details of the session, while the meeting runs.",
    pin_of_meeting: "The PIN is good for the meeting that is running only.",
    temporary_elsewhere: "To invite to a temporary meeting:",
    temporary_meeting: "Opening a temporary meeting",
};
