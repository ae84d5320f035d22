//! The texts of the form of a room, and of help, by the place where it stands.

use parvis_contract::field::FieldReason;

use crate::i18n::Texts;

/// The texts of one language. A text with parts is a function of them.
pub struct FormTexts {
    /// The texts that several features share.
    pub shared: &'static Texts,

    // The form.
    pub create_permanent_room: &'static str,
    pub edit_room_title: &'static str,
    pub room_name: &'static str,
    pub create_room: &'static str,
    pub creating_room: &'static str,
    pub save: &'static str,
    pub room_created: fn(room: &str) -> String,
    pub room_saved: &'static str,
    pub given_up: &'static str,
    pub room_not_created: &'static str,
    pub room_not_saved: &'static str,
    pub room_not_shown: &'static str,

    // What is wrong with a field.
    pub name_refused: fn(reason: FieldReason, max: usize) -> String,
    pub text_refused: fn(reason: FieldReason, max: usize) -> String,
    pub address_refused: fn(reason: FieldReason, max: usize) -> String,
    pub number_hint: fn(least: i64, most: i64) -> String,
    pub number_refused: fn(least: i64, most: i64) -> String,

    // The options.
    pub welcoming: &'static str,
    pub welcome: &'static str,
    pub welcome_hint: &'static str,
    pub max_participants: &'static str,
    pub minutes: &'static str,
    pub waiting_room: &'static str,
    pub authenticated_bypass: &'static str,
    pub interactions: &'static str,
    pub mute_on_start: &'static str,
    pub microphones: &'static str,
    pub cameras: &'static str,
    pub cameras_for_moderators_only: &'static str,
    pub private_chat: &'static str,
    pub public_chat: &'static str,
    pub shared_notes: &'static str,
    pub recording: &'static str,
    pub manual_recording: &'static str,
    pub automatic_recording: &'static str,
    pub advanced: &'static str,
    pub moderators_message: &'static str,
    pub moderators_message_hint: &'static str,
    pub logout_url: &'static str,
    pub logout_url_hint: &'static str,

    // Renewing.
    pub renewals: &'static str,
    pub renewals_detail: &'static str,
    pub renew: &'static str,
    pub renewed: &'static str,
    pub not_renewed: &'static str,
    pub renew_link_sure: &'static str,
    pub renew_code_sure: &'static str,
    pub renew_pin_sure: &'static str,

    // A meeting that runs.
    pub saved_for_next_meeting: &'static str,
    pub meeting_keeps_options: &'static str,
    pub meeting_keeps_options_detail: &'static str,
    pub end_meeting: &'static str,
    pub leave_meeting: &'static str,
    pub meeting_not_ended: &'static str,

    // The rights of each role.
    pub rights: &'static str,
    pub rights_of_moderators: &'static str,
    pub who_is_moderator: &'static str,
    pub moderator_starts: &'static str,
    pub moderator_leads: &'static str,
    pub moderator_shows: &'static str,
    pub moderator_invites: &'static str,
    pub rights_of_attendees: &'static str,
    pub who_is_attendee: &'static str,
    pub attendee_waits: &'static str,
    pub attendee_speaks: &'static str,
    pub attendee_reacts: &'static str,
    pub attendee_sees_no_invitation: &'static str,

    // What keys do.
    pub shortcuts_detail: &'static str,
    pub shortcuts_on: &'static str,
    pub shortcut_search: &'static str,
    pub shortcut_code: &'static str,
    pub shortcut_new_room: &'static str,
    pub shortcut_list: &'static str,
    pub key_escape: &'static str,
    pub key_tab: &'static str,

    // How accessible the portal is.
    pub accessibility_aim: &'static str,
    pub accessibility_tested: &'static str,
    pub tested_by_rules: &'static str,
    pub tested_by_keyboard: &'static str,
    pub tested_small: &'static str,
    pub tested_colours: &'static str,
    pub tested_languages: &'static str,
    pub tested_browsers: &'static str,
    pub accessibility_untested: &'static str,
    pub untested_audit: &'static str,
    pub untested_readers: &'static str,
    pub untested_conference: &'static str,
    pub accessibility_trouble: &'static str,
    pub accessibility_trouble_detail: &'static str,
}
