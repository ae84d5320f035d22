//! The texts that several features share, in French.

use parvis_contract::problem::{Problem, ProblemKind};

use super::texts::Texts;

pub static TEXTS: Texts = Texts {
    retry: "Réessayer",
    reload: "Recharger",
    take_up: "Reprendre la saisie",
    cancel: "Annuler",
    at_most: |characters| format!("{characters} caractères au maximum"),
    room_limit,
    no_such_room: "Cette adresse n'est pas celle d'une salle",
    quick_access: "Accès rapide",
    skip_to_content: "Aller au contenu",
    home_of: |service| format!("Accueil – {service}"),
    menu: "Menu",
    tools: "Outils",
    access: "Modalités d'accès",
    documentation: "Documentation",
    sign_in: "S'identifier",
    signed_out: "Vous êtes déconnecté. La page suivante arrive…",
    sign_out: "Se déconnecter",
    not_signed_out: "Vous êtes encore identifié.",
    choose_language: "Choisir la langue",
    notices: "Avis",
    new_version: "Une nouvelle version est disponible.",
    professional_network: "L'accès à la visioconférence dépend des politiques de sécurité de votre ministère. Si l'audio ou la vidéo ne fonctionne pas, veuillez réessayer en vous déconnectant de votre réseau internet professionnel RIE.",
    offline: "Vous êtes hors connexion\u{a0}: ce que vous faites ici ne peut pas être enregistré.",
    footer_links: "Pied de page",
    scheme: "Affichage\u{a0}:",
    scheme_of_system: "Comme le système",
    scheme_light: "Clair",
    scheme_dark: "Sombre",
    source_code: "Code source",
    accessibility: "Accessibilité",
    shortcuts: "Raccourcis clavier",
    legal_notice: "Mentions légales",
    personal_data: "Données personnelles et cookies",
    terms_of_use: "Conditions générales d'utilisation",
    contact: "Contact",
    enter_code: "Saisir le code de connexion de votre réunion",
    first_digits: "Trois premiers chiffres",
    middle_digits: "Trois chiffres du milieu",
    last_digits: "Trois derniers chiffres",
    code_mistake: |has_letters, digits| {
        if has_letters {
            "Le code ne comporte que des chiffres\u{a0}: effacez le reste.".to_owned()
        } else {
            format!(
                "Il y a {digits} chiffres, le code en a 9\u{a0}: effacez ceux qui sont en trop."
            )
        }
    },
    code_working: "Vérification de votre navigateur, quelques secondes…",
    code_refused: "Le code n'a pas été accepté.",
    connect: "Connexion",
    meeting_not_entered: "Vous n'êtes pas entré dans la réunion",
    meeting_full: "Elle a atteint son nombre maximal de participants. Réessayez dans quelques minutes, ou prévenez la personne qui vous a invité.",
    meeting_not_running: "Elle est terminée, ou n'a pas encore recommencé. Rejoignez-la de nouveau pour attendre qu'elle commence.",
    meeting_not_let_in: "Un modérateur ne vous a pas laissé entrer. Rejoignez-la de nouveau pour le lui redemander, ou prévenez la personne qui vous a invité.",
    meeting_failed: "Le serveur de visioconférence n'a pas pu vous faire entrer. Réessayez\u{a0}; si cela persiste, prévenez la personne qui vous a invité.",
    go_back: "Revenir en arrière",
    page_not_found: "Page introuvable",
    page_not_found_detail: "Il n'y a pas de page à cette adresse. Vérifiez que vous l'avez recopiée en entier.",
    back_home: "Revenir à l'accueil",
    service_unavailable: "Le service est momentanément indisponible",
    page_not_shown: "Cette page ne peut pas être affichée.",
    page_not_arrived: "Cette page n'est pas arrivée",
    page_not_arrived_detail: "Vérifiez votre connexion à internet, puis réessayez. Si cela persiste, une nouvelle version est peut-être disponible\u{a0}: rechargez.",
    unreachable: "Le service ne répond pas. Vérifiez votre connexion à internet, puis réessayez.",
    too_slow: "Le service met trop de temps à répondre. Réessayez dans quelques instants\u{a0}; votre connexion est peut-être lente.",
    unexpected: "Le service a donné une réponse inattendue. Réessayez dans quelques instants\u{a0}; si cela persiste, rechargez la page.",
    problem,
};

#[expect(clippy::too_many_lines, reason = "a sentence for each kind")]
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
        ProblemKind::OriginRefused | ProblemKind::TokenRefused | ProblemKind::ModeratorsOnly => {
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
        ProblemKind::AttendeeSignInRequired => {
            "Ce lien demande de s'identifier. Ouvrez-le de nouveau et identifiez-vous."
        }
        ProblemKind::CodeUnknown => {
            "Ce code n'ouvre aucune réunion. Vérifiez-le, ou demandez-le de nouveau à la personne qui vous invite."
        }
        ProblemKind::TicketUnknown => {
            "Cette attente a expiré. Ouvrez de nouveau votre lien d'invitation."
        }
        ProblemKind::ProofRequired => {
            "Votre navigateur n'a pas pu faire la vérification demandée. Réessayez, identifiez-vous, ou demandez un lien d'invitation."
        }
        ProblemKind::TooManyCodes => {
            return format!(
                "Trop de codes erronés ont été saisis depuis votre réseau. Réessayez {}, identifiez-vous, ou demandez un lien d'invitation.",
                later(problem.retry_after)
            );
        }
        ProblemKind::CodesSuspended => {
            return format!(
                "Trop de codes erronés ont été saisis sur ce service\u{a0}: il n'en accepte pour l'instant que des appareils qu'il connaît. Identifiez-vous, demandez un lien d'invitation, ou réessayez {}.",
                later(problem.retry_after)
            );
        }
        ProblemKind::TooManyMeetings => {
            "Vous avez déjà ouvert beaucoup de réunions temporaires. Terminez-en une, ou réessayez dans une dizaine de minutes."
        }
        ProblemKind::PinTaken => {
            "Le PIN de cette salle sert déjà à une autre réunion. Son propriétaire peut le renouveler dans les paramètres avancés de la salle."
        }
        ProblemKind::MeetingOver => {
            "C'était une réunion temporaire\u{a0}: ce lien ne mène plus à rien. Adressez-vous à la personne qui vous a invité."
        }
        ProblemKind::RoomLimit => return room_limit(problem.limit),
        ProblemKind::LinkRenewed => {
            "Le propriétaire de la salle a remplacé ce lien par un nouveau. Demandez-le à la personne qui vous invite."
        }
        ProblemKind::RoomDeleted => {
            "Son propriétaire l'a supprimée\u{a0}: ce lien ne mène plus à aucune réunion. Adressez-vous à la personne qui vous invite."
        }
        ProblemKind::RoomIdMalformed => {
            "L'adresse de la salle est incomplète ou mal recopiée. Ouvrez la salle depuis la liste de vos salles."
        }
        ProblemKind::MeetingRunning => {
            "Une réunion est en cours dans cette salle."
        }
        ProblemKind::DeletedByYou => {
            "Vous avez supprimé cette salle. Dans les 10 minutes qui suivent, «\u{a0}Annuler\u{a0}» la fait revenir dans la liste de vos salles."
        }
        ProblemKind::RestorationOver => {
            "Les 10 minutes sont passées\u{a0}: la salle est supprimée pour de bon. Créez-en une nouvelle."
        }
        ProblemKind::ConferenceSlow => {
            "Le serveur de visioconférence met trop de temps à répondre. Réessayez dans quelques instants."
        }
        ProblemKind::IdempotencyKeyReused => {
            "Cette demande a déjà été envoyée avec un autre contenu. Rechargez la page, puis réessayez."
        }
        ProblemKind::StorageFull => {
            "Le service n'a plus de place pour enregistrer\u{a0}: rien n'a été changé. Gardez cette page ouverte et réessayez plus tard\u{a0}; si cela persiste, prévenez votre assistance."
        }
        ProblemKind::TooLarge => "Ce que vous avez saisi est trop long. Raccourcissez-le.",
        ProblemKind::Invalid => "Le service a refusé ce que vous avez saisi. Corrigez-le.",
        ProblemKind::Internal => {
            "Le service a rencontré une erreur. Réessayez dans quelques instants."
        }
        ProblemKind::EntranceUnavailable => {
            "Ce service ne permet pas d'entrer avec un lien authentifié. Demandez un lien participant à la personne qui vous invite."
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
        ProblemKind::ProviderUnusable => {
            "Le fournisseur d'identité et ce service ne se comprennent pas\u{a0}: réessayer n'y changera rien. Signalez-le à l'assistance de ce service."
        }
        ProblemKind::Unavailable => {
            "Le service est momentanément indisponible. Réessayez dans quelques instants."
        }
    }
    .to_owned()
}

/// In how long: to the minute below an hour, to the hour above.
fn later(seconds: Option<u64>) -> String {
    match seconds {
        None => "plus tard".to_owned(),
        Some(..=60) => "dans une minute".to_owned(),
        Some(seconds @ 61..3_600) => format!("dans {} minutes", seconds.div_ceil(60)),
        Some(3_600) => "dans une heure".to_owned(),
        Some(seconds) => format!("dans {} heures", seconds.div_ceil(3_600)),
    }
}

fn room_limit(limit: Option<u64>) -> String {
    match limit {
        Some(1) => "Vous avez la seule salle permise\u{a0}: supprimez-la pour en créer une autre."
            .to_owned(),
        Some(limit) => format!(
            "Vous avez atteint la limite de {limit} salles\u{a0}: supprimez-en une pour en créer une autre."
        ),
        None => "Vous avez atteint le nombre de salles permis.".to_owned(),
    }
}
