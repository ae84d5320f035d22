//! Digests of requests that create a room, by which a repeated request is known.
//!
//! While an update goes on, a repetition may reach a node of another release: all of them digest the same text.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use parvis_contract::options::RoomOptions;
use parvis_contract::room::RoomName;
use sea_orm::DbErr;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The options in the order and form in which release 0.2.0 digests them, which stays as it is. An option that is added
/// stands last, and is left out while it has its default: then releases without it digest the same.
#[derive(Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "those of the options that it copies"
)]
struct DigestedOptions<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    welcome: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_participants: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<i64>,
    waiting_room: bool,
    authenticated_bypass: bool,
    mute_on_start: bool,
    cameras: bool,
    microphones: bool,
    cameras_for_moderators_only: bool,
    private_chat: bool,
    public_chat: bool,
    shared_notes: bool,
    manual_recording: bool,
    automatic_recording: bool,
    #[serde(skip_serializing_if = "str::is_empty")]
    moderators_message: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    logout_url: &'a str,
}

impl<'a> From<&'a RoomOptions> for DigestedOptions<'a> {
    fn from(options: &'a RoomOptions) -> Self {
        // Each field by its name, so that the compiler asks for an option that is added.
        let RoomOptions {
            welcome,
            max_participants,
            minutes,
            waiting_room,
            authenticated_bypass,
            mute_on_start,
            cameras,
            microphones,
            cameras_for_moderators_only,
            private_chat,
            public_chat,
            shared_notes,
            manual_recording,
            automatic_recording,
            moderators_message,
            logout_url,
        } = options;
        Self {
            welcome,
            max_participants: *max_participants,
            minutes: *minutes,
            waiting_room: *waiting_room,
            authenticated_bypass: *authenticated_bypass,
            mute_on_start: *mute_on_start,
            cameras: *cameras,
            microphones: *microphones,
            cameras_for_moderators_only: *cameras_for_moderators_only,
            private_chat: *private_chat,
            public_chat: *public_chat,
            shared_notes: *shared_notes,
            manual_recording: *manual_recording,
            automatic_recording: *automatic_recording,
            moderators_message,
            logout_url,
        }
    }
}

/// The digest of a request for a room with this name and these options: 43 characters of base64url (SHA-256).
///
/// # Errors
///
/// [`DbErr::Json`], if the options cannot be written.
pub(super) fn creation_digest(name: &RoomName, options: &RoomOptions) -> Result<String, DbErr> {
    Ok(URL_SAFE_NO_PAD.encode(Sha256::digest(digested_text(name, options)?)))
}

fn digested_text(name: &RoomName, options: &RoomOptions) -> Result<String, DbErr> {
    let options = serde_json::to_string(&DigestedOptions::from(options))
        .map_err(|error| DbErr::Json(error.to_string()))?;
    Ok(format!("{}\n{options}", name.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The texts are those that release 0.2.0 digests: nodes of it may run beside this one.
    #[test]
    fn the_text_that_is_digested_is_that_of_the_former_release() {
        let name = RoomName::parse("Conseil").expect("a name");
        let defaults = digested_text(&name, &RoomOptions::default()).expect("a text");
        assert_eq!(
            defaults,
            "Conseil\n{\"waiting_room\":false,\"authenticated_bypass\":false,\"mute_on_start\":true,\
             \"cameras\":true,\"microphones\":true,\"cameras_for_moderators_only\":false,\
             \"private_chat\":true,\"public_chat\":true,\"shared_notes\":true,\
             \"manual_recording\":false,\"automatic_recording\":false}"
        );
        let options = RoomOptions {
            welcome: "Bienvenue".to_owned(),
            max_participants: Some(30),
            minutes: Some(60),
            waiting_room: true,
            moderators_message: "Notes".to_owned(),
            logout_url: "https://exemple.fr/".to_owned(),
            ..RoomOptions::default()
        };
        assert_eq!(
            digested_text(&name, &options).expect("a text"),
            "Conseil\n{\"welcome\":\"Bienvenue\",\"max_participants\":30,\"minutes\":60,\
             \"waiting_room\":true,\"authenticated_bypass\":false,\"mute_on_start\":true,\
             \"cameras\":true,\"microphones\":true,\"cameras_for_moderators_only\":false,\
             \"private_chat\":true,\"public_chat\":true,\"shared_notes\":true,\
             \"manual_recording\":false,\"automatic_recording\":false,\
             \"moderators_message\":\"Notes\",\"logout_url\":\"https://exemple.fr/\"}"
        );
    }
}
