//! The texts of visitors and guests, in English.

use parvis_contract::field::FieldReason;

use super::texts::GuestTexts;
use crate::i18n::shared;

pub static TEXTS: GuestTexts = GuestTexts {
    shared: &shared::en::TEXTS,
    visitor_title: "Your video meetings",
    organise: "Organise meetings",
    organise_with: |provider| {
        format!(
            "Sign in with {provider} to create your permanent rooms, start your meetings and invite people to them."
        )
    },
    sign_in_with: |provider| format!("Sign in with {provider}"),
    take_part_by_link: "Were you sent an invitation link? Open it: there is no need to sign in here.",
    sign_in_to_see: "Sign in to see this page.",
    how_to_sign_in: "How to sign in",
    not_signed_in: "You have not been signed in.",
    signed_out_here: "You are signed out of this portal in this browser.",
    sign_out_incomplete: |provider| {
        format!(
            "The rest of signing out did not work: you may still be signed in with {provider}. If other people use this machine, close all windows of the browser."
        )
    },
    join_a_meeting: "Join a meeting",
    joins_as_moderator: "You are joining this meeting with moderator rights.",
    joins_as_attendee: "You are joining this meeting with participant rights.",
    joins_as_owner: "This room is yours: you enter as a moderator.",
    joins_under: |name| format!("You enter under this name: {name}."),
    is_it_your_room: "Is this room yours?",
    sign_in_as_owner: "Sign in to enter as a moderator",
    authenticated_title: "Sign in to enter the meeting",
    authenticated_detail: |provider| {
        format!(
            "This link is for people who have a {provider} account. Your name in the meeting will be that of the account."
        )
    },
    change_account: "Not you? Sign out",
    name_suffix: "Addition to your name (optional), such as your class",
    forget_name: "Forget my name on this device",
    your_name: "Your name",
    participant_name_error: |error, max| match error {
        FieldReason::Empty => "Type the name under which the others will see you.".to_owned(),
        FieldReason::TooLong => format!("This name is too long: shorten it to {max} characters."),
        _ => "This name contains an invisible character: clear it and type it on the keyboard."
            .to_owned(),
    },
    join: "Join",
    joining: "Opening the meeting…",
    not_joined: "You have not entered the meeting.",
    not_started: "The meeting has not begun yet.",
    not_started_detail: "A moderator has to start it first. Try again in a moment.",
    authenticated_not_open: "This way in is not open",
    link_unusable: "This link is not valid",
    link_incomplete: "The end of this link is missing",
    link_incomplete_detail: "Everything behind the sign # is gone, and that is what leads to the meeting. Open the link from the message in which it was sent, or ask the person who invited you for the meeting's connection code, which you can type on the home page.",
    link_renewed: "This link has been renewed",
    room_deleted: "This room has been deleted",
    meeting_over: "This meeting is over",
    waiting_hello: |name| format!("Hello {name}, you can enter soon"),
    waiting_detail: "The meeting has not begun yet. You will enter as soon as a moderator has started it, without doing anything.",
    waiting_late: "The conference server takes long to answer: your browser is still on its way. You can wait a little more, or try again.",
    waiting_missed: "The meeting has just ended. If it starts again, you will enter without doing anything.",
    waiting_again: "The meeting may have begun: this page tries again every few seconds.",
    waiting_keep_open: "Keep this page open.",
    waiting_forgotten: "Open your invitation link again",
    waiting_forgotten_detail: "This waiting page belongs to the tab in which you gave your name: its address is not enough to enter.",
};
