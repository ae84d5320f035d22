//! The words of the page that sends a whole invitation, and of the invitation itself, in French.

use super::SendingTexts;

pub static TEXTS: SendingTexts = SendingTexts {
    title: "Envoyer une invitation",
    room_is: |room| format!("Salle «\u{a0}{room}\u{a0}»"),
    not_shown: "L'invitation n'a pas pu être affichée.",
    to_whom: "À qui s'adresse-t-elle\u{a0}?",
    to_attendees: "À des participants",
    to_attendees_detail: "Ils entrent par le lien, sans compte.",
    to_attendees_by_telephone: "Ils entrent par le lien ou par téléphone, sans compte.",
    to_authenticated: |provider| format!("À des participants qui s'identifient avec {provider}"),
    to_authenticated_detail: "Ils entrent sous le nom de leur compte.",
    to_authenticated_no_telephone: "Ils entrent sous le nom de leur compte. Le téléphone n'est pas proposé, car on n'y est pas identifié.",
    to_moderators: "À des modérateurs",
    to_moderators_detail: "Ils pourront lancer la réunion et y mettre fin, couper les micros, exclure des participants et inviter à leur tour.",
    when: "Quand\u{a0}?",
    when_detail: |zone| format!("Facultatif. À l'heure de votre appareil\u{a0}: {zone}."),
    date: "Date",
    start: "Heure de début",
    minutes: "Durée, en minutes",
    date_and_time: "Indiquez une date et une heure, ou ni l'une ni l'autre.",
    minutes_refused: |least, most| format!("Saisissez une durée de {least} à {most} minutes."),
    message: "Le message",
    the_invitation: "l'invitation",
    by_mail: "Ouvrir dans la messagerie",
    mail_shortened: |subject_is_cut, left_out| {
        let mut told = "Les messageries n'acceptent pas de message aussi long".to_owned();
        if subject_is_cut {
            told.push_str("\u{a0}: l'objet y sera raccourci");
        }
        if !left_out.is_empty() {
            told.push_str(if subject_is_cut { ", et " } else { "\u{a0}: " });
            told.push_str("il y manquera «\u{a0}");
            told.push_str(&left_out.join(" "));
            told.push_str("\u{a0}»");
        }
        told.push_str(". Les liens y sont entiers. Pour tout envoyer, copiez l'invitation.");
        told
    },
    calendar: "Télécharger pour l'agenda",
    calendar_needs_date: "Pour l'agenda, indiquez une date et une heure.",
    share: "Partager",
    not_shared: "L'invitation n'a pas pu être partagée. Copiez-la plutôt.",
    print: "Imprimer",
    qr: "Le code QR du lien",
    qr_image: |room| format!("Code QR du lien vers la salle «\u{a0}{room}\u{a0}»"),
    qr_download: "Télécharger le code QR (SVG)",

    mail_note: "(Ce message a été raccourci.)",
    subject: |room| format!("Invitation à la réunion «\u{a0}{room}\u{a0}»"),
    takes_place: |when, zone, minutes| format!("{when} ({zone}), durée\u{a0}: {minutes} minutes"),
    join_by: "Rejoindre la réunion\u{a0}:",
    sign_in_with: |provider| format!("Vous vous identifierez avec {provider}."),
    as_moderator: "Ce lien et ce code donnent les droits de modérateur\u{a0}: lancer la réunion et y mettre fin, couper les micros, exclure des participants, inviter. Ne les transmettez qu'à des personnes de confiance.",
    or_by_code: |code| format!("Ou par le code de connexion\u{a0}: {code}"),
    or_by_sip: |address| format!("Ou par un terminal de visioconférence\u{a0}: {address}"),
    by_telephone: "Par téléphone\u{a0}:",
    then_pin: |pin| format!("puis le PIN {pin} #"),
    call: |number| format!("Appeler le {number} avec le PIN"),
};
