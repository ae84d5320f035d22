//! The words of the page that sends a whole invitation, and of the invitation itself, in English.

use super::SendingTexts;

pub static TEXTS: SendingTexts = SendingTexts {
    title: "Send an invitation",
    room_is: |room| format!("Room “{room}”"),
    not_shown: "The invitation could not be shown.",
    to_whom: "Who is it for?",
    to_attendees: "Participants",
    to_attendees_detail: "They come in by the link, without an account.",
    to_attendees_by_telephone: "They come in by the link or by telephone, without an account.",
    to_authenticated: |provider| format!("Participants who sign in with {provider}"),
    to_authenticated_detail: "They come in under their account's name.",
    to_authenticated_no_telephone: "They come in under their account's name. The telephone is left out, as nobody is identified on it.",
    to_moderators: "Moderators",
    to_moderators_detail: "They will be able to start and end the meeting, mute microphones, remove participants and invite others.",
    when: "When?",
    when_detail: |zone| format!("Optional. By your device's clock: {zone}."),
    date: "Date",
    start: "Starts at",
    minutes: "Length, in minutes",
    date_and_time: "Choose both a date and a time, or neither.",
    minutes_refused: |least, most| format!("Type a length of {least} to {most} minutes."),
    message: "The message",
    the_invitation: "the invitation",
    by_mail: "Open in the mail program",
    mail_shortened: |subject_is_cut, left_out| {
        let mut told = "Mail programs take no message as long as this".to_owned();
        if subject_is_cut {
            told.push_str(": the subject will be shortened");
        }
        if !left_out.is_empty() {
            told.push_str(if subject_is_cut { ", and " } else { ": " });
            told.push_str("this will be missing: “");
            told.push_str(&left_out.join(" "));
            told.push('”');
        }
        told.push_str(". Links are whole. To send everything, copy the invitation.");
        told
    },
    calendar: "Download for the calendar",
    calendar_needs_date: "For the calendar, choose a date and a time.",
    share: "Share",
    not_shared: "The invitation could not be shared. Copy it instead.",
    print: "Print",
    qr: "The link's QR code",
    qr_image: |room| format!("QR code of the link to the room “{room}”"),
    qr_download: "Download the QR code (SVG)",

    mail_note: "(This message was shortened.)",
    subject: |room| format!("Invitation to the meeting “{room}”"),
    takes_place: |when, zone, minutes| format!("{when} ({zone}), {minutes} minutes"),
    join_by: "Join the meeting:",
    sign_in_with: |provider| format!("You will sign in with {provider}."),
    as_moderator: "This link and this code give moderator rights: starting and ending the meeting, muting microphones, removing participants, inviting. Pass them on only to people you trust.",
    or_by_code: |code| format!("Or by the connection code: {code}"),
    or_by_sip: |address| format!("Or by a video terminal: {address}"),
    by_telephone: "By telephone:",
    then_pin: |pin| format!("then the PIN {pin} #"),
    call: |number| format!("Call {number} with the PIN"),
};
