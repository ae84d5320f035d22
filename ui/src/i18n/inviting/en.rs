//! The words for what lets others in, in English.

use super::InvitingTexts;

pub static TEXTS: InvitingTexts = InvitingTexts {
    with_moderator_rights: "With moderator rights",
    with_restricted_rights: "With restricted rights",
    connection_code: "The connection code",
    moderator_link: "The moderator link",
    sip_address: "The SIP address",
    attendee_link: "The participant link",
    dial_in: "Joining by telephone",
    pin: "PIN",
    moderator_reminder: "Please note: whoever holds this link or code can join the meeting with moderator rights.",
    attendee_reminder: "Please note: whoever holds this link can join the meeting with participant rights.",
};
