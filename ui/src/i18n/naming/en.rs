//! What lets others in, named within a sentence, in English.

use super::NamingTexts;

pub static TEXTS: NamingTexts = NamingTexts {
    code: "the connection code",
    moderator_link: "the moderator link",
    attendee_link: "the participant link",
    authenticated_link: "the authenticated link",
    dial_in: "the telephone access",
    sip_address: "the SIP address",
    pin: "the telephone PIN",
};
