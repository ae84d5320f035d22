//! Moderator tokens: tokens in a meeting's text for moderators, which give access to its session details.
//!
//! A token is valid for the one meeting that was created with the same [`MeetingNonce`], while that meeting
//! runs. Nothing needs to be stored: the token of a repeated creation, or of an earlier meeting of the room,
//! has a nonce that no running meeting has.

use std::sync::Arc;

use url::Url;
use uuid::Uuid;

use crate::conference::MeetingNonce;
use crate::config::Config;
use crate::keys::{KeyPurpose, Keys};
use crate::signed_token;

/// The page with the session details, which can be embedded in a frame.
const PAGE: &str = "/embed/session-details.html";

/// The meeting of a token. Tokens are issued only for moderators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ModeratorAccess {
    /// The room of the meeting.
    pub room: Uuid,
    /// The nonce that tells it from other meetings of the room.
    pub nonce: MeetingNonce,
}

/// Issues and verifies moderator tokens.
#[derive(Clone)]
pub(crate) struct MeetingTokens {
    keys: Keys,
    config: Arc<Config>,
}

impl MeetingTokens {
    /// Signs with the instance's keys, for the portal's page.
    pub fn new(keys: Keys, config: Arc<Config>) -> Self {
        Self { keys, config }
    }

    /// The token for a meeting; `None` if there is no signing key.
    fn issue(&self, access: ModeratorAccess) -> Option<String> {
        let content = [&access.room.as_bytes()[..], &access.nonce.0].concat();
        let key = self.keys.signing_id();
        signed_token::sign(&self.keys, key, KeyPurpose::Moderators, &content)
    }

    /// The meeting of a token; `None` if the token is invalid.
    pub fn read(&self, token: &str) -> Option<ModeratorAccess> {
        let verified = signed_token::verify(&self.keys, KeyPurpose::Moderators, token)?;
        let (room, nonce) = verified.content.split_first_chunk()?;
        Some(ModeratorAccess {
            room: Uuid::from_bytes(*room),
            nonce: MeetingNonce(nonce.try_into().ok()?),
        })
    }

    /// The address of the page with a meeting's details; `None` if there is no signing key. Its fragment
    /// contains the token and, if the backend has another origin than the portal, that origin: the plug-in
    /// knows only where its own script was loaded from.
    pub fn page_address(&self, access: ModeratorAccess) -> Option<String> {
        let token = self.issue(access)?;
        let page = self.config.portal_address(PAGE);
        let api = api_parameter(&self.config.portal_home(), &self.config.public_url);
        Some(format!("{page}#token={token}{api}"))
    }
}

fn api_parameter(portal: &Url, backend: &Url) -> String {
    let backend = backend.origin();
    if portal.origin() == backend {
        return String::new();
    }
    format!("&api={}", backend.ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_backend_is_named_where_it_is_elsewhere() {
        let url = |text: &str| Url::parse(text).expect("an address");
        let portal = url("https://visio.example.fr");
        assert_eq!(api_parameter(&portal, &portal), "");
        assert_eq!(
            api_parameter(&portal, &url("https://api.visio.example.fr")),
            "&api=https://api.visio.example.fr"
        );
    }
}
