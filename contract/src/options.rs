//! A room's options: how its meetings are, from the next one on.

use serde::{Deserialize, Serialize};

use crate::field::{FieldError, FieldReason};
use crate::text::paragraphs;

/// The most characters of a text that people read in the meeting.
pub const LONGEST_MESSAGE: usize = 500;

/// The most characters of [`RoomOptions::logout_url`].
pub const LONGEST_ADDRESS: usize = 250;

/// How many people a meeting may be limited to.
pub const PARTICIPANTS: std::ops::RangeInclusive<i64> = 2..=1_000;

/// How many minutes a meeting may be limited to: five minutes to a day.
pub const MINUTES: std::ops::RangeInclusive<i64> = 5..=1_440;

/// What the owner decides of a room's meetings. Every option is a parameter of the conference
/// server's `create`, named at its field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "stores", derive(reactive_stores::Store))]
#[serde(default, deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, on the page and at the conference server"
)]
pub struct RoomOptions {
    /// What everybody reads on arrival (`welcome`); plain text, lines kept. Empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub welcome: String,
    /// The most people at once, within [`PARTICIPANTS`] (`maxParticipants`); absent for no limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_participants: Option<i64>,
    /// After how many minutes, within [`MINUTES`], the meeting ends by itself (`duration`); absent
    /// for never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// Whether a moderator lets each participant in (`guestPolicy`).
    pub waiting_room: bool,
    /// Whether people who come by the authenticated link pass the waiting room (`guest` of `join`). Says
    /// nothing in a room without one.
    pub authenticated_bypass: bool,
    /// Whether people arrive with their microphone off (`muteOnStart`).
    pub mute_on_start: bool,
    /// Whether participants may use their camera (`lockSettingsDisableCam`, inverted).
    pub cameras: bool,
    /// Whether participants may use their microphone (`lockSettingsDisableMic`, inverted).
    pub microphones: bool,
    /// Whether moderators alone see the participants' cameras (`webcamsOnlyForModerator`).
    pub cameras_for_moderators_only: bool,
    /// Whether participants may write to one another (`lockSettingsDisablePrivateChat`, inverted).
    pub private_chat: bool,
    /// Whether participants may write to all (`lockSettingsDisablePublicChat`, inverted).
    pub public_chat: bool,
    /// Whether participants may write in the shared notes (`lockSettingsDisableNotes`, inverted).
    pub shared_notes: bool,
    /// Whether moderators may start and stop a recording (`allowStartStopRecording`).
    pub manual_recording: bool,
    /// Whether the recording starts with the meeting (`autoStartRecording`).
    pub automatic_recording: bool,
    /// What moderators alone read (`moderatorOnlyMessage`); plain text, lines kept. Empty for none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub moderators_message: String,
    /// Where people go when they leave, an `https:` address (`logoutURL`); empty for the portal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub logout_url: String,
}

impl Default for RoomOptions {
    fn default() -> Self {
        Self {
            welcome: String::new(),
            max_participants: None,
            minutes: None,
            waiting_room: false,
            authenticated_bypass: false,
            mute_on_start: true,
            cameras: true,
            microphones: true,
            cameras_for_moderators_only: false,
            private_chat: true,
            public_chat: true,
            shared_notes: true,
            manual_recording: false,
            automatic_recording: false,
            moderators_message: String::new(),
            logout_url: String::new(),
        }
    }
}

impl RoomOptions {
    /// Trims the texts and checks every bound.
    ///
    /// # Errors
    ///
    /// Each field that is refused, with its reason.
    pub fn validate(mut self) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut refuse = |field: &str, reason: FieldReason| {
            errors.push(FieldError {
                field: field.to_owned(),
                reason,
            });
        };
        match paragraphs(&self.welcome, LONGEST_MESSAGE) {
            Ok(text) => self.welcome = text,
            Err(reason) => refuse("welcome", reason.into()),
        }
        if out_of(self.max_participants, &PARTICIPANTS) {
            refuse("max_participants", FieldReason::OutOfRange);
        }
        if out_of(self.minutes, &MINUTES) {
            refuse("minutes", FieldReason::OutOfRange);
        }
        match paragraphs(&self.moderators_message, LONGEST_MESSAGE) {
            Ok(text) => self.moderators_message = text,
            Err(reason) => refuse("moderators_message", reason.into()),
        }
        match address(&self.logout_url) {
            Ok(text) => self.logout_url = text,
            Err(reason) => refuse("logout_url", reason),
        }
        if errors.is_empty() {
            Ok(self)
        } else {
            Err(errors)
        }
    }
}

fn out_of(number: Option<i64>, range: &std::ops::RangeInclusive<i64>) -> bool {
    number.is_some_and(|number| !range.contains(&number))
}

/// An `https:` address with a host, or nothing. (No parser of addresses goes to the browser for
/// this: what a browser makes of the rest, it makes when somebody leaves.)
fn address(input: &str) -> Result<String, FieldReason> {
    let trimmed = input.trim();
    if trimmed.is_empty() {
        return Ok(String::new());
    }
    let host = trimmed
        .get(..8)
        .filter(|scheme| scheme.eq_ignore_ascii_case("https://"))
        .map(|_| {
            trimmed[8..]
                .split(['/', '?', '#'])
                .next()
                .unwrap_or_default()
        });
    let plain = trimmed.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    // Neither a name before the host, which is used to make it look like another.
    let has_host = host.is_some_and(|host| {
        host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[') && !host.contains('@')
    });
    if !plain || !has_host {
        return Err(FieldReason::NotHttps);
    }
    if trimmed.len() > LONGEST_ADDRESS {
        return Err(FieldReason::TooLong);
    }
    Ok(trimmed.to_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check_refused(options: RoomOptions, field: &str, reason: FieldReason) {
        let errors = options.validate().expect_err("refused");
        let expected = FieldError {
            field: field.to_owned(),
            reason,
        };
        assert_eq!(errors, [expected]);
    }

    fn leading_to(logout_url: &str) -> RoomOptions {
        RoomOptions {
            logout_url: logout_url.to_owned(),
            ..RoomOptions::default()
        }
    }

    #[test]
    fn the_defaults_hold_and_an_empty_object_is_the_defaults() {
        let defaults = RoomOptions::default();
        assert_eq!(defaults.clone().validate(), Ok(defaults.clone()));
        assert_eq!(
            serde_json::from_str::<RoomOptions>("{}").expect("reads"),
            defaults
        );
    }

    #[test]
    fn numbers_out_of_bounds_are_refused() {
        for number in [-5, 0, 1, 1_001, i64::MAX] {
            let options = RoomOptions {
                max_participants: Some(number),
                ..RoomOptions::default()
            };
            check_refused(options, "max_participants", FieldReason::OutOfRange);
        }
        for minutes in [-1, 0, 4, 1_441] {
            let options = RoomOptions {
                minutes: Some(minutes),
                ..RoomOptions::default()
            };
            check_refused(options, "minutes", FieldReason::OutOfRange);
        }
    }

    #[test]
    fn people_leave_to_encrypted_pages_only() {
        for refused in [
            "javascript:alert(1)",
            "http://example.fr/",
            "https:",
            "https://",
            "https:///x",
            "https://@evil.fr",
            "https://fr.wikipedia.org@evil.fr/",
            "https://exa mple.fr",
            "https://\\evil.fr",
            "//example.fr",
            "data:text/html,x",
            "https://exemple.fr/\u{202e}x",
        ] {
            check_refused(leading_to(refused), "logout_url", FieldReason::NotHttps);
        }
        for taken in [
            "",
            "https://exemple.fr",
            "HTTPS://exemple.fr/au-revoir?x=1#y",
            "https://[::1]/",
        ] {
            assert!(leading_to(taken).validate().is_ok(), "{taken}");
        }
        let long = format!("https://exemple.fr/{}", "x".repeat(LONGEST_ADDRESS));
        check_refused(leading_to(&long), "logout_url", FieldReason::TooLong);
    }

    #[test]
    fn messages_keep_their_lines_and_their_bounds() {
        let welcoming = |text: &str| RoomOptions {
            welcome: text.to_owned(),
            ..RoomOptions::default()
        };
        let kept = welcoming("  Bonjour,\r\nà tous \n")
            .validate()
            .expect("taken");
        assert_eq!(kept.welcome, "Bonjour,\nà tous");
        check_refused(welcoming(&"x".repeat(501)), "welcome", FieldReason::TooLong);
        assert!(welcoming(&"🎉".repeat(500)).validate().is_ok());
        check_refused(welcoming("a\0b"), "welcome", FieldReason::ControlCharacter);
    }

    proptest! {
        #[test]
        fn what_is_taken_is_taken_again_as_it_is(
            welcome in any::<String>(), url in "(https://)?[a-z./@?#\\\\ ]{0,20}", number in any::<Option<i64>>(),
        ) {
            let options = RoomOptions {
                welcome,
                logout_url: url,
                max_participants: number,
                ..RoomOptions::default()
            };
            if let Ok(once) = options.validate() {
                prop_assert!(once.logout_url.is_empty() || once.logout_url.to_lowercase().starts_with("https://"));
                prop_assert_eq!(once.clone().validate(), Ok(once));
            }
        }
    }
}
