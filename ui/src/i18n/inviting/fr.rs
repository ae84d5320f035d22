//! The words for what lets others in, in French.

use super::InvitingTexts;

pub static TEXTS: InvitingTexts = InvitingTexts {
    with_moderator_rights: "Avec droits modérateurs",
    with_restricted_rights: "Avec droits restreints",
    connection_code: "Le code de connexion",
    moderator_link: "Le lien modérateur",
    sip_address: "Le lien SIP",
    attendee_link: "Le lien participant",
    dial_in: "Connexion par téléphone",
    pin: "PIN",
    moderator_reminder: "Pour rappel, toute personne disposant de ce lien ou code pourra rejoindre la réunion avec les droits de modérateur.",
    attendee_reminder: "Pour rappel, toute personne disposant de ce lien pourra rejoindre la réunion avec les droits de participant.",
};
