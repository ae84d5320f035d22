//! Session tokens for embedding pages: for one meeting and one role, valid for ten minutes. The page's server
//! requests them, and renews them while the page is open.

use std::time::Duration;

use parvis_contract::role::Role;
use parvis_contract::session::SessionToken;
use uuid::Uuid;

use crate::clock::{Clock, Moment};
use crate::keys::{KeyPurpose, Keys};
use crate::signed_token;

/// How long a token is valid.
const LIFETIME: Duration = Duration::from_mins(10);

/// The access that a token gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Access {
    /// The room of the meeting.
    pub room: Uuid,
    /// The creation time of the meeting on the conference server, which tells it from other meetings of the
    /// room.
    pub create_time: i64,
    /// The role of the holder.
    pub role: Role,
    /// The expiry.
    pub until: Moment,
}

impl Access {
    fn to_bytes(self) -> Vec<u8> {
        let role = match self.role {
            Role::Moderator => 1,
            Role::Attendee => 2,
        };
        [
            &self.room.as_bytes()[..],
            &self.create_time.to_be_bytes(),
            &[role],
            &self.until.0.to_be_bytes(),
        ]
        .concat()
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (room, bytes) = bytes.split_first_chunk()?;
        let (create_time, bytes) = bytes.split_first_chunk()?;
        let (role, bytes) = bytes.split_first()?;
        Some(Self {
            room: Uuid::from_bytes(*room),
            create_time: i64::from_be_bytes(*create_time),
            role: match role {
                1 => Role::Moderator,
                2 => Role::Attendee,
                _ => return None,
            },
            until: Moment(i64::from_be_bytes(bytes.try_into().ok()?)),
        })
    }
}

/// Issues and verifies session tokens.
#[derive(Clone)]
pub(crate) struct SessionTokens {
    keys: Keys,
    clock: Clock,
}

impl SessionTokens {
    /// Signs with the instance's keys.
    pub fn new(keys: Keys, clock: Clock) -> Self {
        Self { keys, clock }
    }

    /// A token for a person of this role in the room's meeting with this creation time; `None` if there is no
    /// signing key.
    pub fn issue(&self, room: Uuid, create_time: i64, role: Role) -> Option<SessionToken> {
        let until = self.clock.now().plus(LIFETIME);
        let access = Access {
            room,
            create_time,
            role,
            until,
        };
        let key = self.keys.signing_id();
        let token = signed_token::sign(&self.keys, key, KeyPurpose::Sessions, &access.to_bytes())?;
        Some(SessionToken {
            token,
            expires_at: until.to_wire(),
        })
    }

    /// The access of a token that is valid and not expired.
    pub fn read(&self, token: &str) -> Option<Access> {
        signed_token::verify(&self.keys, KeyPurpose::Sessions, token)
            .and_then(|verified| Access::from_bytes(&verified.content))
            .filter(|access| access.until > self.clock.now())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_a_token_gives_access_to_reads_back(
            room in any::<u128>(),
            create_time in any::<i64>(),
            until in any::<i64>(),
            is_moderator in any::<bool>(),
        ) {
            let access = Access {
                room: Uuid::from_u128(room),
                create_time,
                role: if is_moderator { Role::Moderator } else { Role::Attendee },
                until: Moment(until),
            };
            prop_assert_eq!(Access::from_bytes(&access.to_bytes()), Some(access));
        }

        #[test]
        fn anything_else_is_refused_without_panic(bytes in any::<Vec<u8>>()) {
            if let Some(access) = Access::from_bytes(&bytes) {
                prop_assert_eq!(access.to_bytes(), bytes);
            }
        }
    }
}
