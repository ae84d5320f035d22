//! The texts of the rooms and their invitations, by the place where it stands.

use parvis_contract::live::Activity;
use parvis_contract::order::RoomOrder;

use crate::i18n::Texts;

/// The texts of one language. A text with parts is a function of them.
pub struct AgentTexts {
    /// The texts that several features share.
    pub shared: &'static Texts,

    // The rooms.
    pub rooms: &'static str,
    pub create_permanent_room: &'static str,
    pub places_left: fn(places: u64) -> String,
    pub create_first_room: &'static str,
    pub no_room_yet: &'static str,
    pub what_a_room_is: &'static str,
    pub rooms_missing: &'static str,
    pub search_rooms: &'static str,
    pub rooms_found: fn(found: usize, query: &str) -> String,
    pub clear_search: &'static str,
    pub sort_by: &'static str,
    pub by_date: &'static str,
    pub by_name: &'static str,
    pub by_favourites: &'static str,
    pub direction: fn(RoomOrder) -> &'static str,
    pub order_refused: &'static str,
    pub favourite: fn(room: &str) -> String,
    pub favourite_refused: &'static str,
    pub met: fn(when: &str) -> String,
    pub never_met: fn(when: &str) -> String,
    pub running: fn(people: u32) -> String,
    pub activity: fn(Activity) -> String,
    pub still_signed_in: fn(name: &str) -> String,
    pub still_signed_in_detail: &'static str,
    pub what_is_temporary: &'static str,
    pub open_temporary: &'static str,
    pub in_new_window: &'static str,
    pub launch: &'static str,
    pub launch_detail: fn(room: &str) -> String,
    pub launching: &'static str,
    pub launch_failed: &'static str,
    pub window_blocked: &'static str,
    pub open_meeting: &'static str,
    pub invite: &'static str,
    pub invite_detail: fn(room: &str) -> String,
    pub edit: &'static str,
    pub edit_room: fn(room: &str) -> String,
    pub delete: &'static str,
    pub delete_room: fn(room: &str) -> String,
    pub delete_refused: &'static str,
    pub meeting_runs: &'static str,
    pub meeting_runs_detail: &'static str,
    pub delete_anyway: &'static str,
    pub keep_room: &'static str,
    pub room_deleted_now: fn(room: &str) -> String,
    pub undo: &'static str,
    pub restore_detail: fn(room: &str) -> String,
    pub room_restored: fn(room: &str) -> String,
    pub restore_refused: &'static str,

    // The invitation.
    pub send_invitation: &'static str,
    pub invitation_title: &'static str,
    pub no_invitation: &'static str,
    pub room_is: fn(room: &str) -> String,
    pub new: &'static str,
    pub authenticated_link: fn(provider: &str) -> String,
    pub authenticated_reminder: fn(account: &str) -> String,
    pub moderator_rights: &'static str,
    pub attendee_rights: &'static str,
    pub pin_in_meeting: &'static str,
    pub pin_of_meeting: &'static str,
    pub temporary_elsewhere: &'static str,
    pub temporary_meeting: &'static str,
}
