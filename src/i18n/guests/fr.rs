//! The part for guests, in French.

use parvis_contract::text::TextError;

use super::texts::GuestTexts;
use crate::i18n::shared;

pub static TEXTS: GuestTexts = GuestTexts {
    shared: &shared::fr::TEXTS,
    visitor_title: "Vos réunions en visioconférence",
    organise: "Organiser des réunions",
    organise_with: |provider| {
        format!(
            "Identifiez-vous avec {provider} pour créer vos salles permanentes, lancer vos réunions et y inviter des participants."
        )
    },
    sign_in_with: |provider| format!("S'identifier avec {provider}"),
    take_part: "Participer à une réunion",
    take_part_by_link: "Ouvrez le lien d'invitation que vous avez reçu\u{a0}: il n'est pas nécessaire de s'identifier ici.",
    sign_in_to_see: "Identifiez-vous pour accéder à cette page.",
    how_to_sign_in: "Comment s'identifier",
    not_signed_in: "Vous n'avez pas été identifié.",
    rights: "Droits des modérateurs et des participants",
    rights_of_moderators: "Modérateurs",
    who_is_moderator: "Sont modérateurs le propriétaire de la salle et toute personne qui entre avec le code de connexion ou le lien modérateur.",
    moderator_starts: "Lancer la réunion, et la terminer pour tous.",
    moderator_leads: "Couper les micros, donner ou retirer des droits, faire entrer les personnes qui attendent, exclure.",
    moderator_shows: "Présenter des documents, partager l'écran, lancer des sondages et des groupes de travail, enregistrer si la salle le permet.",
    moderator_invites: "Voir les détails de la session et les transmettre\u{a0}: code, liens et téléphone.",
    rights_of_attendees: "Participants",
    who_is_attendee: "Sont participants les personnes qui entrent avec le lien participant, le lien authentifié ou par téléphone.",
    attendee_waits: "Entrer dès qu'un modérateur a lancé la réunion.",
    attendee_speaks: "Prendre la parole, activer la caméra et écrire dans la discussion, si la salle le permet.",
    attendee_reacts: "Lever la main, réagir, répondre aux sondages.",
    attendee_sees_no_invitation: "Les participants ne voient ni le code ni les liens de la réunion.",
    join_a_meeting: "Rejoindre une réunion",
    joins_as_moderator: "Vous rejoignez cette réunion avec les droits de modérateur.",
    joins_as_attendee: "Vous rejoignez cette réunion avec les droits de participant.",
    your_name: "Votre nom",
    participant_name_error: |error, max| match error {
        TextError::Empty => "Saisissez le nom sous lequel les autres vous verront.".to_owned(),
        TextError::TooLong => {
            format!("Ce nom est trop long\u{a0}: raccourcissez-le à {max} caractères.")
        }
        TextError::ControlCharacter => {
            "Ce nom contient un caractère invisible\u{a0}: effacez-le et saisissez-le au clavier."
                .to_owned()
        }
    },
    join: "Rejoindre",
    joining: "Ouverture de la réunion…",
    not_joined: "Vous n'êtes pas entré dans la réunion.",
    not_started: "La réunion n'a pas encore commencé.",
    not_started_detail: "Un modérateur doit d'abord la lancer. Réessayez dans quelques instants\u{a0}: votre nom est conservé.",
    authenticated_not_open: "Cette entrée n'est pas encore ouverte.",
    authenticated_not_open_detail: "Ce service ne permet pas encore de rejoindre une réunion avec un lien authentifié. Demandez un lien participant à la personne qui vous invite.",
    link_unusable: "Ce lien n'est pas valable",
    link_renewed: "Ce lien a été renouvelé",
    room_deleted: "Cette salle a été supprimée",
};
