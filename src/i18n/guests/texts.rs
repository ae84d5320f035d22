//! The texts of visitors and guests, by the place where it stands.

use parvis_contract::field::FieldReason;

use crate::i18n::Texts;

/// The texts of one language. A text with parts is a function of them.
pub struct GuestTexts {
    /// The texts that several features share.
    pub shared: &'static Texts,

    // Home, signed out.
    pub visitor_title: &'static str,
    pub organise: &'static str,
    pub organise_with: fn(provider: &str) -> String,
    pub sign_in_with: fn(provider: &str) -> String,
    pub take_part_by_link: &'static str,
    pub sign_in_to_see: &'static str,
    pub how_to_sign_in: &'static str,
    pub not_signed_in: &'static str,
    pub signed_out_here: &'static str,
    pub sign_out_incomplete: fn(provider: &str) -> String,

    // Joining with a link.
    pub join_a_meeting: &'static str,
    pub joins_as_moderator: &'static str,
    pub joins_as_attendee: &'static str,
    pub joins_as_owner: &'static str,
    pub joins_under: fn(name: &str) -> String,
    pub is_it_your_room: &'static str,
    pub sign_in_as_owner: &'static str,
    pub authenticated_title: &'static str,
    pub authenticated_detail: fn(provider: &str) -> String,
    pub change_account: &'static str,
    pub name_suffix: &'static str,
    pub forget_name: &'static str,
    pub your_name: &'static str,
    pub participant_name_error: fn(error: FieldReason, max: usize) -> String,
    pub join: &'static str,
    pub joining: &'static str,
    pub not_joined: &'static str,
    pub not_started: &'static str,
    pub not_started_detail: &'static str,
    pub authenticated_not_open: &'static str,
    pub link_unusable: &'static str,
    pub link_incomplete: &'static str,
    pub link_incomplete_detail: &'static str,
    pub link_renewed: &'static str,
    pub room_deleted: &'static str,
    pub meeting_over: &'static str,

    // Waiting.
    pub waiting_hello: fn(name: &str) -> String,
    pub waiting_detail: &'static str,
    pub waiting_late: &'static str,
    pub waiting_missed: &'static str,
    pub waiting_again: &'static str,
    pub waiting_keep_open: &'static str,
    pub waiting_forgotten: &'static str,
    pub waiting_forgotten_detail: &'static str,
}
