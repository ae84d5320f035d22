//! What lets others in, named within a sentence, in French.

use super::NamingTexts;

pub static TEXTS: NamingTexts = NamingTexts {
    code: "le code de connexion",
    moderator_link: "le lien modérateur",
    attendee_link: "le lien participant",
    authenticated_link: "le lien authentifié",
    dial_in: "la connexion par téléphone",
    sip_address: "le lien SIP",
    pin: "le PIN du téléphone",
};
