//! The moderators' message, in English.

use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    to_invite: "To invite others to this meeting",
    as_of_the_start: "These data are as they were when the meeting started.",
    with_moderator_rights: "With moderator rights",
    with_restricted_rights: "With restricted rights",
    code: "Connection code: ",
    moderator_link: "Moderator link: ",
    attendee_link: "Participant link: ",
    telephone: |number, pin| format!("Phone: {number} – PIN: {pin} #"),
    up_to_date: "See the data as they are now",
};
