//! The interface in English.

use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::text::TextError;

use super::Texts;

pub static TEXTS: Texts = Texts {
    retry: "Try again",
    reload: "Reload",
    close: "Close",
    cancel: "Cancel",
    loading: "Loading…",
    new_window: "new window",

    quick_access: "Quick access",
    skip_to_content: "Skip to content",
    home_of: |service| format!("Home – {service}"),
    menu: "Menu",
    tools: "Tools",
    access: "Access conditions",
    documentation: "Documentation",
    sign_in: "Sign in",
    sign_out: "Sign out",
    sign_out_again: "Failed – sign out again",
    choose_language: "Choose the language",
    new_version: "A new version is available.",
    footer_links: "Footer",
    source_code: "Source code",
    accessibility: "Accessibility",
    legal_notice: "Legal notice",
    personal_data: "Personal data and cookies",
    terms_of_use: "Terms of use",
    contact: "Contact",

    visitor_title: "Your video meetings",
    organise: "Organise meetings",
    organise_with: |provider| {
        format!(
            "Sign in with {provider} to create your permanent rooms, start your meetings and invite people to them."
        )
    },
    sign_in_with: |provider| format!("Sign in with {provider}"),
    take_part: "Take part in a meeting",
    take_part_by_link: "Open the invitation link that you were sent: there is no need to sign in here.",
    sign_in_to_see: "Sign in to see this page.",
    not_signed_in: "You have not been signed in.",

    rooms: "My meeting rooms",
    create_permanent_room: "Create a permanent room",
    create_first_room: "Create my first room",
    no_room_yet: "You have no permanent room yet",
    what_a_room_is: "A permanent room is yours and stays from one meeting to the next: its connection code and its invitation links do not change. Create it once, then invite whom you like, when you like.",
    room_created: |room| format!("The room “{room}” has been created."),
    rooms_missing: "Some of your rooms could not be loaded.",
    favourite: |room| format!("Favourite: {room}"),
    favourite_refused: "Your favourite was not saved.",
    launch: "Start",
    launch_detail: |room| format!("“{room}” (new window)"),
    launching: "Opening the meeting…",
    launch_failed: "The meeting was not started.",
    window_blocked: "The meeting has started, but its window could not be opened.",
    open_meeting: "Open the meeting",
    invite: "Invite",
    invite_detail: |room| format!("people to “{room}”"),

    room_name: "Name of the room",
    at_most: |characters| format!("{characters} characters at most"),
    create_room: "Create the room",
    creating_room: "Creating the room…",
    room_not_created: "The room was not created.",
    room_name_error: |error, max| match error {
        TextError::Empty => "Type the name of the room.".to_owned(),
        TextError::TooLong => format!("This name is too long: shorten it to {max} characters."),
        TextError::ControlCharacter => {
            "This name contains an invisible character: clear it and type it on the keyboard."
                .to_owned()
        }
    },

    invitation_title: "Invite people to your meeting by sending them one of these:",
    no_invitation: "The invitation cannot be shown.",
    room_is: |room| format!("Room “{room}”"),
    with_moderator_rights: "With moderator rights",
    with_restricted_rights: "With restricted rights",
    connection_code: "The connection code",
    new: "New",
    moderator_link: "The moderator link",
    attendee_link: "The participant link",
    authenticated_link: |provider| format!("The authenticated link via {provider}"),
    dial_in: "Joining by telephone",
    pin: "PIN",
    moderator_reminder: "Please note: whoever holds this link or code can join the meeting with moderator rights.",
    attendee_reminder: "Please note: whoever holds this link can join the meeting with participant rights.",
    authenticated_reminder: |account| {
        format!(
            "People invited with this link need an account of {account}, to sign in before they enter the session. Choose it if access to your meeting must be secured."
        )
    },
    moderator_rights: "What a moderator may do",
    attendee_rights: "What a participant may do",
    copy: "Copy",
    copied: "Copied",
    the_code: "the connection code",
    the_moderator_link: "the moderator link",
    the_attendee_link: "the participant link",
    the_authenticated_link: "the authenticated link",
    the_dial_in: "the telephone access",
    copied_announcement: |what| format!("Copied: {what}"),
    copy_by_hand: "Your browser did not allow the copy. The text is selected: copy it with Ctrl+C, or by a long press.",

    join_a_meeting: "Join a meeting",
    joins_as_moderator: "You are joining this meeting with moderator rights.",
    joins_as_attendee: "You are joining this meeting with participant rights.",
    your_name: "Your name",
    participant_name_error: |error, max| match error {
        TextError::Empty => "Type the name under which the others will see you.".to_owned(),
        TextError::TooLong => format!("This name is too long: shorten it to {max} characters."),
        TextError::ControlCharacter => {
            "This name contains an invisible character: clear it and type it on the keyboard."
                .to_owned()
        }
    },
    join: "Join",
    joining: "Opening the meeting…",
    not_joined: "You have not entered the meeting.",
    not_started: "The meeting has not begun yet.",
    not_started_detail: "A moderator has to start it first. Try again in a moment: your name is kept.",
    authenticated_not_open: "This way in is not open yet.",
    authenticated_not_open_detail: "This service does not let people in by an authenticated link yet. Ask the person who invited you for a participant link.",
    link_unusable: "This link is not valid",
    link_renewed: "This link has been renewed",
    room_deleted: "This room has been deleted",

    page_not_found: "Page not found",
    page_not_found_detail: "There is no page at this address. Check that you copied the whole of it.",
    back_home: "Back to the home page",
    service_unavailable: "The service is not available for now",
    page_not_shown: "This page cannot be shown.",
    unreachable: "The service does not answer. Check your internet connection, then try again.",
    unexpected: "The service gave an answer that was not expected. Try again in a moment; if it persists, reload the page.",
    problem,
};

fn problem(problem: &Problem) -> String {
    match problem.kind {
        ProblemKind::Malformed | ProblemKind::UnsupportedMediaType => {
            "The service did not understand the request. Reload the page, then try again."
        }
        ProblemKind::SignInExpired => "This sign-in is no longer valid. Sign in again.",
        ProblemKind::SignInRequired => {
            "You are no longer signed in. Sign in again to go on."
        }
        ProblemKind::SignInRefused => {
            "Your identity provider refused the sign-in. Try again, or ask your provider."
        }
        ProblemKind::OriginRefused => {
            "The service takes no request from this address. Open the portal at its usual address."
        }
        ProblemKind::NotFound | ProblemKind::MethodNotAllowed => {
            "The service does not know this request. Reload the page: there may be a new version."
        }
        ProblemKind::RoomNotFound => {
            "This room does not exist or is not yours. Go back to the list of your rooms."
        }
        ProblemKind::LinkUnknown => {
            "This link leads to no meeting. Check that you copied the whole of it, or ask the person who invited you for it again."
        }
        ProblemKind::RoomLimit => return room_limit(problem.limit),
        ProblemKind::LinkRenewed => {
            "The owner of the room has replaced this link by a new one. Ask the person who invited you for it."
        }
        ProblemKind::RoomDeleted => {
            "Its owner has deleted it: this link no longer leads to a meeting. Ask the person who invited you."
        }
        ProblemKind::TooLarge => "What you typed is too long. Shorten it.",
        ProblemKind::Invalid => "The service refused what you typed. Correct it.",
        ProblemKind::Internal => "The service met an error. Try again in a moment.",
        ProblemKind::EntranceUnavailable => {
            "This service does not let people in by this link yet. Ask the person who invited you for a participant link."
        }
        ProblemKind::ConferenceRefused => {
            "The conference server refused the request. Try again in a moment."
        }
        ProblemKind::ConferenceUnreachable => {
            "The conference server does not answer. Try again in a moment."
        }
        ProblemKind::ProviderUnreachable => {
            "The identity provider does not answer. Try again in a moment."
        }
        ProblemKind::Unavailable => "The service is not available. Try again in a moment.",
    }
    .to_owned()
}

fn room_limit(limit: Option<u64>) -> String {
    match limit {
        Some(limit) => {
            format!("You have reached the limit of {limit} rooms: use one of those you have.")
        }
        None => "You have reached the number of rooms allowed.".to_owned(),
    }
}
