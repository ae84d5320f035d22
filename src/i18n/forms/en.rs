//! The texts of the form of a room, and of help, in English.

use parvis_contract::field::FieldReason;

use super::texts::FormTexts;
use crate::i18n::shared;

pub static TEXTS: FormTexts = FormTexts {
    shared: &shared::en::TEXTS,
    create_permanent_room: "Create a permanent room",
    edit_room_title: "Edit the room",
    room_name: "Name of the room",
    create_room: "Create the room",
    creating_room: "Creating the room…",
    save: "Save",
    room_created: |room| format!("The room “{room}” has been created."),
    room_saved: "The room has been saved.",
    given_up: "Your changes were not saved.",
    room_not_created: "The room was not created.",
    room_not_saved: "The room was not saved.",
    room_not_shown: "The room cannot be shown.",
    name_refused: |reason, max| match reason {
        FieldReason::Empty => "Type the name of the room.".to_owned(),
        FieldReason::TooLong => too_long(max),
        _ => INVISIBLE.to_owned(),
    },
    text_refused: |reason, max| match reason {
        FieldReason::TooLong => too_long(max),
        _ => INVISIBLE.to_owned(),
    },
    address_refused: |reason, max| match reason {
        FieldReason::TooLong => too_long(max),
        _ => {
            "Type a whole address that starts with https://, or leave this field empty.".to_owned()
        }
    },
    number_hint: |least, most| format!("A number from {least} to {most}, or nothing for no limit."),
    number_refused: |least, most| {
        format!("Type a number from {least} to {most}, or leave this field empty.")
    },
    welcoming: "Welcoming participants",
    welcome: "Welcome message",
    welcome_hint: "Everybody reads it on arrival.",
    max_participants: "Maximum number of participants",
    minutes: "Maximum duration, in minutes",
    waiting_room: "Waiting room: a moderator lets each participant in",
    authenticated_bypass: "People who come by the authenticated link enter without waiting",
    interactions: "Interactions",
    mute_on_start: "Microphones are off on arrival",
    microphones: "Participants may switch their microphone on",
    cameras: "Participants may switch their camera on",
    cameras_for_moderators_only: "Only moderators see the cameras of participants",
    private_chat: "Private chat between participants",
    public_chat: "Public chat",
    shared_notes: "Shared notes",
    recording: "Recording",
    manual_recording: "Moderators may start and stop the recording",
    automatic_recording: "Record from the start of the meeting",
    advanced: "Advanced settings",
    moderators_message: "Message to moderators",
    moderators_message_hint: "Only moderators read it, in the details of the session.",
    logout_url: "Exit address",
    logout_url_hint: "The page that opens when people leave the meeting, an https:// address. Without one, it is the home page of this portal.",
    renewals: "Renew an access",
    renewals_detail: "The old one opens nothing any more, the others do not change.",
    renew: "Renew",
    renewed: "Done. Here is the new one:",
    not_renewed: "Nothing was renewed.",
    renew_link_sure: "People who hold the old link will no longer be able to enter.",
    renew_code_sure: "People who hold the old code will no longer be able to enter with it.",
    renew_pin_sure: "The old PIN will not serve the next meetings; one that runs now keeps it.",
    saved_for_next_meeting: "The room has been saved. The meeting that is running keeps the settings that it was started with.",
    meeting_keeps_options: "The room has been saved, and a meeting is running.",
    meeting_keeps_options_detail: "This meeting keeps the settings that it was started with; the new ones hold from the next on. If you end it, everybody leaves it and you can start it again at once.",
    end_meeting: "End the meeting for everybody",
    leave_meeting: "Let the meeting go on",
    meeting_not_ended: "The meeting was not ended.",
    rights: "What moderators and participants may do",
    rights_of_moderators: "Moderators",
    who_is_moderator: "Moderators are the owner of the room and whoever enters with the connection code or the moderator link.",
    moderator_starts: "Start the meeting, and end it for everybody.",
    moderator_leads: "Mute people, give and take rights, let in those who wait, remove people.",
    moderator_shows: "Present documents, share a screen, run polls and breakout rooms, record where the room allows it.",
    moderator_invites: "See the details of the session and pass them on: code, links and telephone.",
    rights_of_attendees: "Participants",
    who_is_attendee: "Participants are those who enter with the participant link, the authenticated link or by telephone.",
    attendee_waits: "Enter once a moderator has started the meeting.",
    attendee_speaks: "Speak, switch the camera on and write in the chat, where the room allows it.",
    attendee_reacts: "Raise a hand, react, answer polls.",
    attendee_sees_no_invitation: "Participants see neither the code nor the links of the meeting.",
    shortcuts_detail: "One key is enough, outside of fields and dialogs, once you are signed in.",
    shortcuts_on: "Use the shortcuts on this device",
    shortcut_search: "Search for a room, on the page of your rooms",
    shortcut_code: "Enter a connection code, on the page of your rooms",
    shortcut_new_room: "Create a permanent room",
    shortcut_list: "Show this list",
    key_escape: "Close a dialog or a tooltip",
    key_tab: "Go to the next element; with Shift, to the one before",
    accessibility_aim: "This portal aims at level AA of WCAG 2.2, and at the French RGAA 4.1, which rests on WCAG 2.1. As it has not been audited, it declares no level of conformity yet.",
    accessibility_tested: "What is checked with each version",
    tested_by_rules: "The rules of axe-core, contrast included, on each screen, its windows and its error messages, in both languages and both schemes.",
    tested_by_keyboard: "The invitation from beginning to end by keyboard alone: the focus is seen, goes into windows and comes back to where it left.",
    tested_small: "The same at 320 pixels, which is a zoom of 400%, and with the text spaced out: without scrolling sideways, and no text is cut off.",
    tested_colours: "The same where the system imposes its colours, whose contrast is then its own.",
    tested_languages: "Each page's title, announcements, and the language that is declared when it is changed.",
    tested_browsers: "The invitation from beginning to end in Chromium, Firefox and WebKit.",
    accessibility_untested: "What has not been checked yet",
    untested_audit: "An audit by the RGAA by somebody else.",
    untested_readers: "The use with the screen readers NVDA, JAWS and VoiceOver by people who use them every day.",
    untested_conference: "The conference itself, which is another program and has its own statement.",
    accessibility_trouble: "Trouble?",
    accessibility_trouble_detail: "Tell those who run this service on which page and with which tools, so that it can be mended. If you are not satisfied with the answer, you may turn to the French Defender of Rights.",
};

const INVISIBLE: &str =
    "This text contains an invisible character: clear it and type it on the keyboard.";

fn too_long(max: usize) -> String {
    format!("This text is too long: shorten it to {max} characters.")
}
