//! The texts of visitors and guests, in French.

use parvis_contract::field::FieldReason;

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
    take_part_by_link: "Vous avez reçu un lien d'invitation\u{a0}? Ouvrez-le\u{a0}: il n'est pas nécessaire de s'identifier ici.",
    sign_in_to_see: "Identifiez-vous pour accéder à cette page.",
    how_to_sign_in: "Comment s'identifier",
    not_signed_in: "Vous n'avez pas été identifié.",
    signed_out_here: "Vous êtes déconnecté de ce portail dans ce navigateur.",
    sign_out_incomplete: |provider| {
        format!(
            "Le reste de la déconnexion n'a pas abouti\u{a0}: vous êtes peut-être encore identifié auprès de {provider}. Si d'autres personnes se servent de cette machine, fermez toutes les fenêtres du navigateur."
        )
    },
    join_a_meeting: "Rejoindre une réunion",
    joins_as_moderator: "Vous rejoignez cette réunion avec les droits de modérateur.",
    joins_as_attendee: "Vous rejoignez cette réunion avec les droits de participant.",
    joins_as_owner: "Cette salle est la vôtre\u{a0}: vous y entrez comme modérateur.",
    joins_under: |name| format!("Vous entrez sous ce nom\u{a0}: {name}."),
    is_it_your_room: "Cette salle est la vôtre\u{a0}?",
    sign_in_as_owner: "Identifiez-vous pour y entrer comme modérateur",
    authenticated_title: "Identifiez-vous pour entrer dans la réunion",
    authenticated_detail: |provider| {
        format!(
            "Ce lien est réservé aux personnes qui ont un compte {provider}. Votre nom dans la réunion sera celui de ce compte."
        )
    },
    change_account: "Ce n'est pas vous\u{a0}? Se déconnecter",
    name_suffix: "Complément à votre nom (facultatif), par exemple votre classe",
    forget_name: "Oublier mon nom sur cet appareil",
    your_name: "Votre nom",
    participant_name_error: |error, max| match error {
        FieldReason::Empty => "Saisissez le nom sous lequel les autres vous verront.".to_owned(),
        FieldReason::TooLong => {
            format!("Ce nom est trop long\u{a0}: raccourcissez-le à {max} caractères.")
        }
        _ => "Ce nom contient un caractère invisible\u{a0}: effacez-le et saisissez-le au clavier."
            .to_owned(),
    },
    join: "Rejoindre",
    joining: "Ouverture de la réunion…",
    not_joined: "Vous n'êtes pas entré dans la réunion.",
    not_started: "La réunion n'a pas encore commencé.",
    not_started_detail: "Un modérateur doit d'abord la lancer. Réessayez dans quelques instants.",
    authenticated_not_open: "Cette entrée n'est pas ouverte",
    link_unusable: "Ce lien n'est pas valable",
    link_incomplete: "La fin de ce lien s'est perdue",
    link_incomplete_detail: "Tout ce qui suit le signe «\u{a0}#\u{a0}» manque, et c'est ce qui mène à la réunion. Ouvrez le lien depuis le message d'origine, ou demandez à la personne qui vous invite le code de connexion de la réunion, que vous saisirez sur la page d'accueil.",
    link_renewed: "Ce lien a été renouvelé",
    room_deleted: "Cette salle a été supprimée",
    meeting_over: "Cette réunion est terminée",
    waiting_hello: |name| format!("Bonjour {name}, vous pourrez bientôt entrer"),
    waiting_detail: "La réunion n'a pas encore commencé. Vous entrerez dès qu'un modérateur l'aura lancée, sans rien faire.",
    waiting_late: "Le serveur de visioconférence tarde à répondre\u{a0}: votre navigateur est toujours en route. Vous pouvez attendre encore, ou réessayer.",
    waiting_missed: "La réunion vient de se terminer. Si elle reprend, vous entrerez sans rien faire.",
    waiting_again: "La réunion a peut-être commencé\u{a0}: un nouvel essai est fait toutes les quelques secondes.",
    waiting_keep_open: "Gardez cette page ouverte.",
    waiting_forgotten: "Ouvrez de nouveau votre lien d'invitation",
    waiting_forgotten_detail: "Cette page d'attente appartient à l'onglet dans lequel vous avez donné votre nom\u{a0}: son adresse ne suffit pas pour entrer.",
};
