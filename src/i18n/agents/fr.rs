//! The texts of the rooms and their invitations, in French.

use parvis_contract::order::RoomSort;

use super::texts::AgentTexts;
use crate::i18n::shared;

pub static TEXTS: AgentTexts = AgentTexts {
    shared: &shared::fr::TEXTS,
    rooms: "Mes salles de réunion",
    create_permanent_room: "Créer une salle permanente",
    places_left: |places| match places {
        1 => "Vous pouvez encore créer une salle.".to_owned(),
        places => format!("Vous pouvez encore créer {places} salles."),
    },
    create_first_room: "Créer ma première salle",
    no_room_yet: "Vous n'avez pas encore de salle permanente",
    what_a_room_is: "Une salle permanente vous appartient et reste ouverte d'une réunion à l'autre\u{a0}: son code de connexion et ses liens d'invitation ne changent pas. Créez-la une fois, puis invitez qui vous voulez, quand vous voulez.",
    rooms_missing: "Une partie de vos salles n'a pas pu être chargée.",
    search_rooms: "Rechercher une salle",
    rooms_found: |found, query| match found {
        0 => format!("Aucune salle ne correspond à «\u{a0}{query}\u{a0}»."),
        1 => "1 salle trouvée".to_owned(),
        found => format!("{found} salles trouvées"),
    },
    clear_search: "Effacer la recherche",
    sort_by: "Trier par\u{a0}:",
    by_date: "Date",
    by_name: "Alphabétique",
    by_favourites: "Favoris",
    direction: |order| match (order.by, order.reversed) {
        (RoomSort::Date, false) => "de la plus récente à la plus ancienne",
        (RoomSort::Date, true) => "de la plus ancienne à la plus récente",
        (RoomSort::Name, false) => "de A à Z",
        (RoomSort::Name, true) => "de Z à A",
        (RoomSort::Favourites, false) => "favoris en premier",
        (RoomSort::Favourites, true) => "favoris en dernier",
    },
    order_refused: "Votre tri n'a pas été enregistré.",
    favourite: |room| format!("Favori\u{a0}: {room}"),
    favourite_refused: "Le changement de favori n'a pas été enregistré.",
    met: |when| format!("Dernière réunion\u{a0}: {when}"),
    never_met: |when| format!("Créée {when}"),
    running: |people| match people {
        1 => "En cours – 1 personne".to_owned(),
        people => format!("En cours – {people} personnes"),
    },
    activity: |activity| {
        let s = |count: u32| if count > 1 { "s" } else { "" };
        format!(
            "En ce moment\u{a0}: {} réunion{}, {} participant{}",
            activity.meetings,
            s(activity.meetings),
            activity.people,
            s(activity.people)
        )
    },
    still_signed_in: |name| format!("Vous êtes toujours identifié sous le nom {name}."),
    still_signed_in_detail: "Pour entrer avec un autre compte, déconnectez-vous d'abord.",
    what_is_temporary: "En un clic, sans créer de salle. Vous inviterez depuis la réunion\u{a0}; elle est oubliée dès qu'elle se termine.",
    open_temporary: "Ouvrir une nouvelle réunion temporaire",
    in_new_window: "(nouvelle fenêtre)",
    launch: "Lancer",
    launch_detail: |room| format!("«\u{a0}{room}\u{a0}» (nouvelle fenêtre)"),
    launching: "Ouverture de la réunion…",
    launch_failed: "La réunion n'a pas été lancée.",
    window_blocked: "La réunion est lancée, mais sa fenêtre n'a pas pu s'ouvrir.",
    open_meeting: "Ouvrir la réunion",
    invite: "Inviter",
    invite_detail: |room| format!("des participants à «\u{a0}{room}\u{a0}»"),
    edit: "Modifier",
    edit_room: |room| format!("Modifier «\u{a0}{room}\u{a0}»"),
    delete: "Supprimer",
    delete_room: |room| format!("Supprimer «\u{a0}{room}\u{a0}»"),
    delete_refused: "La salle n'a pas été supprimée.",
    meeting_runs: "Une réunion est en cours dans cette salle.",
    meeting_runs_detail: "Si vous la supprimez, ses liens, son code et son PIN ne mènent plus à rien\u{a0}; les personnes déjà présentes restent dans la réunion.",
    delete_anyway: "Supprimer quand même",
    keep_room: "Conserver la salle",
    room_deleted_now: |room| {
        format!(
            "La salle «\u{a0}{room}\u{a0}» est supprimée. Vous pouvez annuler pendant 10 minutes."
        )
    },
    undo: "Annuler",
    restore_detail: |room| format!("la suppression de «\u{a0}{room}\u{a0}»"),
    room_restored: |room| format!("La salle «\u{a0}{room}\u{a0}» est de retour."),
    restore_refused: "La suppression n'a pas été annulée.",
    send_invitation: "Envoyer une invitation complète",
    invitation_title: "Invitez des participants à votre réunion en leur envoyant, au choix\u{a0}:",
    no_invitation: "Les données d'invitation ne peuvent pas être affichées.",
    room_is: |room| format!("Salle «\u{a0}{room}\u{a0}»"),
    new: "Nouveau",
    authenticated_link: |provider| format!("Le lien authentifié via {provider}"),
    authenticated_reminder: |account| {
        format!(
            "Les personnes invitées avec ce lien doivent posséder un compte {account} afin de pouvoir s'authentifier avant d'accéder à la session. Choisissez cette option si vous souhaitez sécuriser l'accès à votre réunion."
        )
    },
    moderator_rights: "Connaître les droits «\u{a0}Modérateur\u{a0}»",
    attendee_rights: "Connaître les droits «\u{a0}Participant\u{a0}»",
    pin_in_meeting: "Par téléphone, le PIN change à chaque réunion\u{a0}: il est donné ici, et dans les détails de la session, tant que la réunion est en cours.",
    pin_of_meeting: "Le PIN ne vaut que pour la réunion en cours.",
    temporary_elsewhere: "Pour inviter à une réunion temporaire\u{a0}:",
    temporary_meeting: "Ouvrir une réunion temporaire",
};
