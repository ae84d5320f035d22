//! Trusted-device tokens: a device that has entered a correct code has a budget of its own, independent of
//! strangers.

use uuid::Uuid;

use crate::keys::{KeyPurpose, Keys};
use crate::random::Random;
use crate::signed_token;

/// The content of the token, which is kept in a cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrustedDevice {
    /// A random identifier of the device.
    pub device: Uuid,
    /// The room of the correct code. All tokens from codes of one owner share a budget, so that collecting
    /// tokens gives no additional guesses.
    pub room: Uuid,
}

impl TrustedDevice {
    /// A token for a new device.
    #[must_use]
    pub fn new(random: &Random, room: Uuid) -> Self {
        Self {
            device: Uuid::from_bytes(random.bytes()),
            room,
        }
    }

    /// The signed token, for the cookie.
    #[must_use]
    pub fn sign(self, keys: &Keys) -> Option<String> {
        let content = [self.device.into_bytes(), self.room.into_bytes()].concat();
        signed_token::sign(keys, keys.signing_id(), KeyPurpose::Devices, &content)
    }

    /// Verifies a signed token.
    #[must_use]
    pub fn verify(keys: &Keys, value: &str) -> Option<Self> {
        let content = signed_token::verify(keys, KeyPurpose::Devices, value)?.content;
        let (device, room) = content.split_at_checked(16)?;
        Some(Self {
            device: Uuid::from_slice(device).ok()?,
            room: Uuid::from_slice(room).ok()?,
        })
    }
}
