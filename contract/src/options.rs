//! Room options: the settings of a room's meetings, from the next meeting on.

mod changes;
#[cfg(feature = "openapi")]
mod changes_schema;

use serde::{Deserialize, Serialize};

use crate::field::{FieldError, FieldReason};
use crate::text::paragraphs;

pub use changes::{NotOptions, OptionChanges};

/// The maximum length of a text shown in the meeting, in characters.
pub const LONGEST_MESSAGE: usize = 500;

/// The maximum length of [`RoomOptions::logout_url`], in characters.
pub const LONGEST_ADDRESS: usize = 250;

/// The range of the limit of participants.
pub const PARTICIPANTS: std::ops::RangeInclusive<i64> = 2..=1_000;

/// The range of the limit of a meeting's duration, in minutes: five minutes to a day.
pub const MINUTES: std::ops::RangeInclusive<i64> = 5..=1_440;

/// The settings of a room's meetings. Each is a parameter of BigBlueButton's `create`, named at its field.
// An app ignores the options of a newer backend, and leaves them unchanged: it sends `OptionChanges`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "stores", derive(reactive_stores::Store))]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch of its own, on the page and at the conference server"
)]
pub struct RoomOptions {
    /// The welcome text (`welcome`): plain text with line breaks. Empty for none.
    pub welcome: String,
    /// The maximum number of participants, within [`PARTICIPANTS`] (`maxParticipants`); `null` for no limit.
    pub max_participants: Option<i64>,
    /// The maximum duration in minutes, within [`MINUTES`] (`duration`); `null` for no limit.
    pub minutes: Option<i64>,
    /// Whether participants wait until a moderator admits them (`guestPolicy`).
    pub waiting_room: bool,
    /// Whether people with the authenticated link bypass the waiting room (`guest` of `join`). No effect
    /// without a waiting room.
    pub authenticated_bypass: bool,
    /// Whether microphones are muted on arrival (`muteOnStart`).
    pub mute_on_start: bool,
    /// Whether participants may use their camera (`lockSettingsDisableCam`, inverted).
    pub cameras: bool,
    /// Whether participants may use their microphone (`lockSettingsDisableMic`, inverted).
    pub microphones: bool,
    /// Whether only moderators see the participants' cameras (`webcamsOnlyForModerator`).
    pub cameras_for_moderators_only: bool,
    /// Whether participants may use private chat (`lockSettingsDisablePrivateChat`, inverted).
    pub private_chat: bool,
    /// Whether participants may use public chat (`lockSettingsDisablePublicChat`, inverted).
    pub public_chat: bool,
    /// Whether participants may edit the shared notes (`lockSettingsDisableNotes`, inverted).
    pub shared_notes: bool,
    /// Whether moderators may start and stop a recording (`allowStartStopRecording`).
    pub manual_recording: bool,
    /// Whether the recording starts with the meeting (`autoStartRecording`).
    pub automatic_recording: bool,
    /// The message for moderators (`moderatorOnlyMessage`): plain text with line breaks. Empty for none.
    pub moderators_message: String,
    /// The exit address (`logoutURL`), an `https:` address; empty for the portal.
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
    /// Trims the texts and validates every field.
    ///
    /// # Errors
    ///
    /// The invalid fields.
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

/// Validates an `https:` address with a host, or an empty text. Not a full URL parser, which would add to the
/// browser's download; the browser parses the address when somebody leaves.
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
    // User information before the host is refused, as it can make an address look like another.
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
