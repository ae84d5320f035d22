//! The interface in French.

use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::text::TextError;

use super::Texts;

pub static TEXTS: Texts = Texts {
    retry: "Réessayer",
    reload: "Recharger",
    close: "Fermer",
    cancel: "Annuler",
    loading: "Chargement en cours…",
    new_window: "nouvelle fenêtre",

    quick_access: "Accès rapide",
    skip_to_content: "Aller au contenu",
    home_of: |service| format!("Accueil – {service}"),
    menu: "Menu",
    tools: "Outils",
    access: "Modalités d'accès",
    documentation: "Documentation",
    sign_in: "S'identifier",
    sign_out: "Se déconnecter",
    sign_out_again: "Échec – réessayer de se déconnecter",
    choose_language: "Choisir la langue",
    new_version: "Une nouvelle version est disponible.",
    footer_links: "Pied de page",
    source_code: "Code source",
    accessibility: "Accessibilité",
    legal_notice: "Mentions légales",
    personal_data: "Données personnelles et cookies",
    terms_of_use: "Conditions générales d'utilisation",
    contact: "Contact",

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
    not_signed_in: "Vous n'avez pas été identifié.",

    rooms: "Mes salles de réunion",
    create_permanent_room: "Créer une salle permanente",
    create_first_room: "Créer ma première salle",
    no_room_yet: "Vous n'avez pas encore de salle permanente",
    what_a_room_is: "Une salle permanente vous appartient et reste ouverte d'une réunion à l'autre\u{a0}: son code de connexion et ses liens d'invitation ne changent pas. Créez-la une fois, puis invitez qui vous voulez, quand vous voulez.",
    room_created: |room| format!("La salle «\u{a0}{room}\u{a0}» est créée."),
    rooms_missing: "Une partie de vos salles n'a pas pu être chargée.",
    favourite: |room| format!("Favori\u{a0}: {room}"),
    favourite_refused: "Votre favori n'a pas été enregistré.",
    launch: "Lancer",
    launch_detail: |room| format!("«\u{a0}{room}\u{a0}» (nouvelle fenêtre)"),
    launching: "Ouverture de la réunion…",
    launch_failed: "La réunion n'a pas été lancée.",
    window_blocked: "La réunion est lancée, mais sa fenêtre n'a pas pu s'ouvrir.",
    open_meeting: "Ouvrir la réunion",
    invite: "Inviter",
    invite_detail: |room| format!("des participants à «\u{a0}{room}\u{a0}»"),

    room_name: "Nom de la salle",
    at_most: |characters| format!("{characters} caractères au maximum"),
    create_room: "Créer la salle",
    creating_room: "Création de la salle…",
    room_not_created: "La salle n'a pas été créée.",
    room_name_error: |error, max| match error {
        TextError::Empty => "Saisissez le nom de la salle.".to_owned(),
        TextError::TooLong => {
            format!("Ce nom est trop long\u{a0}: raccourcissez-le à {max} caractères.")
        }
        TextError::ControlCharacter => {
            "Ce nom contient un caractère invisible\u{a0}: effacez-le et saisissez-le au clavier."
                .to_owned()
        }
    },

    invitation_title: "Invitez des participants à votre réunion en leur envoyant, au choix\u{a0}:",
    no_invitation: "Les données d'invitation ne peuvent pas être affichées.",
    room_is: |room| format!("Salle «\u{a0}{room}\u{a0}»"),
    with_moderator_rights: "Avec droits modérateurs",
    with_restricted_rights: "Avec droits restreints",
    connection_code: "Le code de connexion",
    new: "Nouveau",
    moderator_link: "Le lien modérateur",
    attendee_link: "Le lien participant",
    authenticated_link: |provider| format!("Le lien authentifié via {provider}"),
    dial_in: "Connexion par téléphone",
    pin: "PIN",
    moderator_reminder: "Pour rappel, toute personne disposant de ce lien ou code pourra rejoindre la réunion avec les droits de modérateur.",
    attendee_reminder: "Pour rappel, toute personne disposant de ce lien pourra rejoindre la réunion avec les droits de participant.",
    authenticated_reminder: |account| {
        format!(
            "Les personnes invitées avec ce lien doivent posséder un compte {account} afin de pouvoir s'authentifier avant d'accéder à la session. Choisissez cette option si vous souhaitez sécuriser l'accès à votre réunion."
        )
    },
    moderator_rights: "Connaître les droits «\u{a0}Modérateur\u{a0}»",
    attendee_rights: "Connaître les droits «\u{a0}Participant\u{a0}»",
    copy: "Copier",
    copied: "Copié",
    the_code: "le code de connexion",
    the_moderator_link: "le lien modérateur",
    the_attendee_link: "le lien participant",
    the_authenticated_link: "le lien authentifié",
    the_dial_in: "la connexion par téléphone",
    copied_announcement: |what| format!("Copié\u{a0}: {what}"),
    copy_by_hand: "Votre navigateur n'a pas permis la copie. Le texte est sélectionné\u{a0}: copiez-le avec Ctrl+C, ou par un appui long.",

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

    page_not_found: "Page introuvable",
    page_not_found_detail: "Il n'y a pas de page à cette adresse. Vérifiez que vous l'avez recopiée en entier.",
    back_home: "Revenir à l'accueil",
    service_unavailable: "Le service est momentanément indisponible",
    page_not_shown: "Cette page ne peut pas être affichée.",
    unreachable: "Le service ne répond pas. Vérifiez votre connexion à internet, puis réessayez.",
    unexpected: "Le service a donné une réponse inattendue. Réessayez dans quelques instants\u{a0}; si cela persiste, rechargez la page.",
    problem,
};

fn problem(problem: &Problem) -> String {
    match problem.kind {
        ProblemKind::Malformed | ProblemKind::UnsupportedMediaType => {
            "Le service n'a pas compris la demande. Rechargez la page, puis réessayez."
        }
        ProblemKind::SignInExpired => {
            "Cette identification n'est plus valable. Identifiez-vous à nouveau."
        }
        ProblemKind::SignInRequired => {
            "Vous n'êtes plus identifié. Identifiez-vous à nouveau pour continuer."
        }
        ProblemKind::SignInRefused => {
            "Votre fournisseur d'identité a refusé l'identification. Réessayez, ou adressez-vous à lui."
        }
        ProblemKind::OriginRefused => {
            "Le service n'accepte pas de demande venant de cette adresse. Ouvrez le portail à son adresse habituelle."
        }
        ProblemKind::NotFound | ProblemKind::MethodNotAllowed => {
            "Le service ne connaît pas cette demande. Rechargez la page\u{a0}: une nouvelle version est peut-être disponible."
        }
        ProblemKind::RoomNotFound => {
            "Cette salle n'existe pas ou n'est pas à vous. Revenez à la liste de vos salles."
        }
        ProblemKind::LinkUnknown => {
            "Ce lien ne mène à aucune réunion. Vérifiez que vous l'avez copié en entier, ou demandez-le de nouveau à la personne qui vous invite."
        }
        ProblemKind::RoomLimit => return room_limit(problem.limit),
        ProblemKind::LinkRenewed => {
            "Le propriétaire de la salle a remplacé ce lien par un nouveau. Demandez-le à la personne qui vous invite."
        }
        ProblemKind::RoomDeleted => {
            "Son propriétaire l'a supprimée\u{a0}: ce lien ne mène plus à aucune réunion. Adressez-vous à la personne qui vous invite."
        }
        ProblemKind::TooLarge => "Ce que vous avez saisi est trop long. Raccourcissez-le.",
        ProblemKind::Invalid => "Le service a refusé ce que vous avez saisi. Corrigez-le.",
        ProblemKind::Internal => {
            "Le service a rencontré une erreur. Réessayez dans quelques instants."
        }
        ProblemKind::EntranceUnavailable => {
            "Ce service ne permet pas encore d'entrer avec ce lien. Demandez un lien participant à la personne qui vous invite."
        }
        ProblemKind::ConferenceRefused => {
            "Le serveur de visioconférence a refusé la demande. Réessayez dans quelques instants."
        }
        ProblemKind::ConferenceUnreachable => {
            "Le serveur de visioconférence ne répond pas. Réessayez dans quelques instants."
        }
        ProblemKind::ProviderUnreachable => {
            "Le fournisseur d'identité ne répond pas. Réessayez dans quelques instants."
        }
        ProblemKind::Unavailable => {
            "Le service est momentanément indisponible. Réessayez dans quelques instants."
        }
    }
    .to_owned()
}

fn room_limit(limit: Option<u64>) -> String {
    match limit {
        Some(limit) => format!(
            "Vous avez atteint la limite de {limit} salles\u{a0}: utilisez l'une de celles que vous avez."
        ),
        None => "Vous avez atteint le nombre de salles permis.".to_owned(),
    }
}
