//! The texts that several features share, in English.

use parvis_contract::problem::{Problem, ProblemKind};

use super::texts::Texts;

pub static TEXTS: Texts = Texts {
    retry: "Try again",
    reload: "Reload",
    take_up: "Take them up again",
    cancel: "Cancel",
    at_most: |characters| format!("{characters} characters at most"),
    room_limit,
    no_such_room: "This is not the address of a room",
    quick_access: "Quick access",
    skip_to_content: "Skip to content",
    home_of: |service| format!("Home – {service}"),
    menu: "Menu",
    tools: "Tools",
    access: "Access conditions",
    documentation: "Documentation",
    sign_in: "Sign in",
    signed_out: "You are signed out. The next page is on its way…",
    sign_out: "Sign out",
    not_signed_out: "You are still signed in.",
    choose_language: "Choose the language",
    notices: "Notices",
    new_version: "A new version is available.",
    professional_network: "Access to the video conference depends on the security policy of your ministry. If audio or video does not work, please try again disconnected from your professional network RIE.",
    offline: "You are offline: what you do here cannot be saved.",
    footer_links: "Footer",
    scheme: "Display:",
    scheme_of_system: "As the system",
    scheme_light: "Light",
    scheme_dark: "Dark",
    source_code: "Source code",
    accessibility: "Accessibility",
    shortcuts: "Keyboard shortcuts",
    legal_notice: "Legal notice",
    personal_data: "Personal data and cookies",
    terms_of_use: "Terms of use",
    contact: "Contact",
    enter_code: "Type the connection code of your meeting",
    first_digits: "First three digits",
    middle_digits: "Middle three digits",
    last_digits: "Last three digits",
    code_mistake: |has_letters, digits| {
        if has_letters {
            "The code has digits only: clear the rest.".to_owned()
        } else {
            format!("There are {digits} digits, the code has 9: clear those that are too many.")
        }
    },
    code_working: "Checking your browser, a few seconds…",
    code_refused: "The code was not accepted.",
    connect: "Connect",
    meeting_not_entered: "You did not enter the meeting",
    meeting_full: "As many people are in it as may be. Try again in a few minutes, or tell the person who invited you.",
    meeting_not_running: "It has ended, or has not started again yet. Join again to wait for it to start.",
    meeting_not_let_in: "A moderator did not let you in. Join again to ask once more, or tell the person who invited you.",
    meeting_failed: "The conference server could not let you in. Try again; if it persists, tell the person who invited you.",
    go_back: "Go back",
    page_not_found: "Page not found",
    page_not_found_detail: "There is no page at this address. Check that you copied the whole of it.",
    back_home: "Back to the home page",
    service_unavailable: "The service is not available for now",
    page_not_shown: "This page cannot be shown.",
    page_not_arrived: "This page did not arrive",
    page_not_arrived_detail: "Check your internet connection, then try again. If it goes on, a new version may be available: reload.",
    unreachable: "The service does not answer. Check your internet connection, then try again.",
    too_slow: "The service takes too long to answer. Try again in a moment; your connection may be slow.",
    unexpected: "The service gave an answer that was not expected. Try again in a moment; if it persists, reload the page.",
    problem,
};

#[expect(clippy::too_many_lines, reason = "a sentence for each kind of problem")]
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
        ProblemKind::OriginRefused | ProblemKind::TokenRefused | ProblemKind::ModeratorsOnly => {
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
        ProblemKind::AttendeeSignInRequired => {
            "You need to sign in to use this link. Open it again and sign in."
        }
        ProblemKind::CodeUnknown => {
            "This code opens no meeting. Check it, or ask the person who invited you for it again."
        }
        ProblemKind::TicketUnknown => "This wait has expired. Open your invitation link again.",
        ProblemKind::ProofRequired => {
            "Your browser could not do the check that was asked for. Try again, sign in, or ask for an invitation link."
        }
        ProblemKind::TooManyCodes => {
            return format!(
                "Too many wrong codes were typed from your network. Try again {}, sign in, or ask for an invitation link.",
                later(problem.retry_after)
            );
        }
        ProblemKind::CodesSuspended => {
            return format!(
                "Too many wrong codes were typed on this service: for now it takes them only from devices that it knows. Sign in, ask for an invitation link, or try again {}.",
                later(problem.retry_after)
            );
        }
        ProblemKind::TooManyMeetings => {
            "You have opened many temporary meetings already. End one, or try again in about ten minutes."
        }
        ProblemKind::PinTaken => {
            "The telephone PIN of this room is in use by another meeting. Its owner can renew it in the advanced settings of the room."
        }
        ProblemKind::MeetingOver => {
            "It was a temporary meeting: this link leads nowhere any more. Ask the person who invited you."
        }
        ProblemKind::RoomLimit => return room_limit(problem.limit),
        ProblemKind::LinkRenewed => {
            "The owner of the room has replaced this link by a new one. Ask the person who invited you for it."
        }
        ProblemKind::RoomDeleted => {
            "Its owner has deleted it: this link no longer leads to a meeting. Ask the person who invited you."
        }
        ProblemKind::RoomIdMalformed => {
            "The address of the room is incomplete or miscopied. Open the room from the list of your rooms."
        }
        ProblemKind::MeetingRunning => {
            "A meeting is running in this room."
        }
        ProblemKind::DeletedByYou => {
            "You have deleted this room. Within 10 minutes, “Undo” brings it back in the list of your rooms."
        }
        ProblemKind::RestorationOver => {
            "The 10 minutes have passed: the room is deleted for good. Create a new one."
        }
        ProblemKind::ConferenceSlow => {
            "The conference server takes too long to answer. Try again in a moment."
        }
        ProblemKind::IdempotencyKeyReused => {
            "This request was already sent with other content. Reload the page, then try again."
        }
        ProblemKind::StorageFull => {
            "The service has no room left to store anything: nothing was changed. Keep this page open and try again later; if it persists, tell your support."
        }
        ProblemKind::TooLarge => "What you typed is too long. Shorten it.",
        ProblemKind::Invalid => "The service refused what you typed. Correct it.",
        ProblemKind::Internal => "The service met an error. Try again in a moment.",
        ProblemKind::EntranceUnavailable => {
            "This service does not let people in by an authenticated link. Ask the person who invited you for a participant link."
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
        ProblemKind::ProviderUnusable => {
            "The identity provider and this service do not understand each other: trying again will not help. Tell the support of this service."
        }
        ProblemKind::Unavailable => "The service is not available. Try again in a moment.",
    }
    .to_owned()
}

/// In how long: to the minute below an hour, to the hour above.
fn later(seconds: Option<u64>) -> String {
    match seconds {
        None => "later".to_owned(),
        Some(..=60) => "in a minute".to_owned(),
        Some(seconds @ 61..3_600) => format!("in {} minutes", seconds.div_ceil(60)),
        Some(3_600) => "in an hour".to_owned(),
        Some(seconds) => format!("in {} hours", seconds.div_ceil(3_600)),
    }
}

fn room_limit(limit: Option<u64>) -> String {
    match limit {
        Some(1) => "You have the one room that is allowed: delete it to create another.".to_owned(),
        Some(limit) => {
            format!("You have reached the limit of {limit} rooms: delete one to create another.")
        }
        None => "You have as many rooms as allowed.".to_owned(),
    }
}
