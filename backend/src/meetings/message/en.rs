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
    telephone: |dial_in| {
        let pin = dial_in.pin.grouped(' ');
        format!("Telephone: {} – PIN: {pin} #", dial_in.number)
    },
    up_to_date: "See the data as they are now",
};
