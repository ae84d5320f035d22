//! Tokens that stand in a meeting's text for moderators, and open its details to whoever reads them there.
//!
//! A token is good for the one meeting whose creation carried the same [`MeetingNonce`], for as long as that
//! runs. So nothing is stored: the token of a creation that came second, or of yesterday's meeting of the
//! same room, names a number that no running meeting has.

use std::sync::Arc;

use url::Url;
use uuid::Uuid;

use crate::conference::MeetingNonce;
use crate::config::Config;
use crate::keys::{Keys, Purpose};
use crate::seal;

/// The page that shows the details by itself, and in frames.
const PAGE: &str = "/embed/session-details.html";

/// The one meeting that a token is for. Its holder is a moderator of it: no token is made for anybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ModeratorAccess {
    /// The room whose meeting it is.
    pub room: Uuid,
    /// Which of the room's meetings.
    pub nonce: MeetingNonce,
}

/// Makes and reads tokens.
#[derive(Clone)]
pub(crate) struct MeetingTokens {
    keys: Keys,
    config: Arc<Config>,
}

impl MeetingTokens {
    /// Tokens made with the instance's keys, on the portal's page.
    pub fn new(keys: Keys, config: Arc<Config>) -> Self {
        Self { keys, config }
    }

    /// The token for a meeting; `None` where there is no key to make it with.
    fn issue(&self, access: ModeratorAccess) -> Option<String> {
        let content = [&access.room.as_bytes()[..], &access.nonce.0].concat();
        let key = self.keys.signing_id();
        seal::seal(&self.keys, key, Purpose::Moderators, &content)
    }

    /// The meeting that a token is for; `None` where it is none of ours.
    pub fn read(&self, token: &str) -> Option<ModeratorAccess> {
        let opened = seal::open(&self.keys, Purpose::Moderators, token)?;
        let (room, nonce) = opened.content.split_first_chunk()?;
        Some(ModeratorAccess {
            room: Uuid::from_bytes(*room),
            nonce: MeetingNonce(nonce.try_into().ok()?),
        })
    }

    /// The address of the page that shows the details of a meeting; `None` where there is no key. Its
    /// fragment holds the token and, where the backend is on another origin than the portal, that origin:
    /// for the plug-in alone, which knows no more than where its own script comes from.
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
