//! The moderators' message, in French.

use super::Texts;

pub(super) static TEXTS: Texts = Texts {
    to_invite: "Pour inviter à cette réunion",
    as_of_the_start: "Ces données datent du début de la réunion.",
    with_moderator_rights: "Avec droits modérateurs",
    with_restricted_rights: "Avec droits restreints",
    code: "Code de connexion\u{a0}: ",
    moderator_link: "Lien modérateur\u{a0}: ",
    attendee_link: "Lien participant\u{a0}: ",
    telephone: |number, pin| format!("Tél. : {number} – PIN : {pin} #"),
    up_to_date: "Voir les données à jour",
};
