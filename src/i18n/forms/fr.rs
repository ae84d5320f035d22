//! The texts of the form of a room, and of help, in French.

use parvis_contract::field::FieldReason;

use super::texts::FormTexts;
use crate::i18n::shared;

pub static TEXTS: FormTexts = FormTexts {
    shared: &shared::fr::TEXTS,
    create_permanent_room: "Créer une salle permanente",
    edit_room_title: "Modifier la salle",
    room_name: "Nom de la salle",
    create_room: "Créer la salle",
    creating_room: "Création de la salle…",
    save: "Enregistrer",
    room_created: |room| format!("La salle «\u{a0}{room}\u{a0}» est créée."),
    room_saved: "La salle est enregistrée.",
    given_up: "Vos modifications n'ont pas été enregistrées.",
    room_not_created: "La salle n'a pas été créée.",
    room_not_saved: "La salle n'a pas été enregistrée.",
    room_not_shown: "La salle ne peut pas être affichée.",
    name_refused: |reason, max| match reason {
        FieldReason::Empty => "Saisissez le nom de la salle.".to_owned(),
        FieldReason::TooLong => too_long(max),
        _ => INVISIBLE.to_owned(),
    },
    text_refused: |reason, max| match reason {
        FieldReason::TooLong => too_long(max),
        _ => INVISIBLE.to_owned(),
    },
    address_refused: |reason, max| match reason {
        FieldReason::TooLong => too_long(max),
        _ => "Saisissez une adresse complète qui commence par https://, ou laissez ce champ vide."
            .to_owned(),
    },
    number_hint: |least, most| {
        format!("Un nombre de {least} à {most}, ou rien pour ne pas limiter.")
    },
    number_refused: |least, most| {
        format!("Saisissez un nombre de {least} à {most}, ou laissez ce champ vide.")
    },
    welcoming: "Accueil des participants",
    welcome: "Message de bienvenue",
    welcome_hint: "Tous le lisent en arrivant.",
    max_participants: "Nombre maximum de participants",
    minutes: "Durée maximum, en minutes",
    waiting_room: "Salle d'attente\u{a0}: un modérateur fait entrer chaque participant",
    authenticated_bypass: "Les personnes qui viennent par le lien authentifié entrent sans attendre",
    interactions: "Interactions",
    mute_on_start: "Couper les micros à l'arrivée",
    microphones: "Les participants peuvent activer leur micro",
    cameras: "Les participants peuvent activer leur caméra",
    cameras_for_moderators_only: "Seuls les modérateurs voient les caméras des participants",
    private_chat: "Discussion privée entre participants",
    public_chat: "Discussion publique",
    shared_notes: "Notes partagées",
    recording: "Enregistrement",
    manual_recording: "Les modérateurs peuvent lancer et arrêter l'enregistrement",
    automatic_recording: "Enregistrer dès le début de la réunion",
    advanced: "Paramètres avancés",
    moderators_message: "Message aux modérateurs",
    moderators_message_hint: "Seuls les modérateurs le lisent, dans les détails de la session.",
    logout_url: "Adresse de sortie",
    logout_url_hint: "La page qui s'ouvre quand on quitte la réunion, en https://. Sans adresse, c'est l'accueil de ce portail.",
    renewals: "Renouveler un accès",
    renewals_detail: "L'ancien n'ouvre plus rien, les autres ne changent pas.",
    renew: "Renouveler",
    renewed: "C'est fait. Voici le nouveau\u{a0}:",
    not_renewed: "Rien n'a été renouvelé.",
    renew_link_sure: "Les personnes qui ont l'ancien lien ne pourront plus entrer.",
    renew_code_sure: "Les personnes qui ont l'ancien code ne pourront plus entrer avec lui.",
    renew_pin_sure: "L'ancien PIN ne servira plus pour les prochaines réunions\u{a0}; celle qui serait en cours le garde.",
    saved_for_next_meeting: "La salle est enregistrée. La réunion en cours garde les réglages avec lesquels elle a été lancée.",
    meeting_keeps_options: "La salle est enregistrée, et une réunion est en cours.",
    meeting_keeps_options_detail: "Cette réunion garde les réglages avec lesquels elle a été lancée\u{a0}; les nouveaux vaudront pour la prochaine. Si vous la terminez, tous les participants en sortent et vous pouvez la relancer aussitôt.",
    end_meeting: "Terminer la réunion pour tous",
    leave_meeting: "Laisser la réunion se poursuivre",
    meeting_not_ended: "La réunion n'a pas été terminée.",
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
    shortcuts_detail: "Une touche suffit, hors des champs de saisie et des fenêtres, une fois que vous vous êtes identifié.",
    shortcuts_on: "Utiliser les raccourcis sur cet appareil",
    shortcut_search: "Rechercher une salle, sur la page de vos salles",
    shortcut_code: "Saisir un code de connexion, sur la page de vos salles",
    shortcut_new_room: "Créer une salle permanente",
    shortcut_list: "Afficher cette liste",
    key_escape: "Fermer une fenêtre ou une bulle d'aide",
    key_tab: "Aller à l'élément suivant\u{a0}; avec Maj, au précédent",
    accessibility_aim: "Ce portail vise le niveau AA des règles WCAG 2.2, et le RGAA 4.1, qui repose sur WCAG 2.1. Faute d'audit, il ne déclare pas encore de niveau de conformité.",
    accessibility_tested: "Ce qui est vérifié à chaque version",
    tested_by_rules: "Les règles d'axe-core, contraste compris, sur chaque écran, ses fenêtres et ses messages d'erreur, dans les deux langues et les deux schémas.",
    tested_by_keyboard: "L'invitation d'un bout à l'autre au clavier seul\u{a0}: le focus se voit, entre dans les fenêtres et revient d'où il est parti.",
    tested_small: "Les mêmes à 320 pixels de large, soit un agrandissement de 400\u{a0}%, et avec un texte espacé\u{a0}: sans défilement horizontal ni texte coupé.",
    tested_colours: "Les mêmes quand le système impose ses couleurs, dont le contraste est alors le sien.",
    tested_languages: "Le titre de chaque page, les annonces, et la langue déclarée quand on en change.",
    tested_browsers: "L'invitation d'un bout à l'autre dans Chromium, Firefox et WebKit.",
    accessibility_untested: "Ce qui n'a pas encore été vérifié",
    untested_audit: "Un audit du RGAA par un tiers.",
    untested_readers: "L'usage avec les lecteurs d'écran NVDA, JAWS et VoiceOver par des personnes qui s'en servent chaque jour.",
    untested_conference: "La conférence elle-même, qui est un autre logiciel et a sa propre déclaration.",
    accessibility_trouble: "Une difficulté\u{a0}?",
    accessibility_trouble_detail: "Dites à ceux qui tiennent ce service sur quelle page et avec quels outils, pour qu'elle soit corrigée. Si vous n'obtenez pas de réponse satisfaisante, vous pouvez saisir le Défenseur des droits.",
};

const INVISIBLE: &str =
    "Ce texte contient un caractère invisible\u{a0}: effacez-le et saisissez-le au clavier.";

fn too_long(max: usize) -> String {
    format!("Ce texte est trop long\u{a0}: raccourcissez-le à {max} caractères.")
}
