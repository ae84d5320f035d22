//! The mark of a device that has typed a right code: it keeps its own count from then on, whatever
//! strangers do.

use uuid::Uuid;

use crate::keys::{Keys, Purpose};
use crate::random::Random;
use crate::seal;

/// What stands in the mark's cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Tells the device from others; drawn at random.
    pub device: Uuid,
    /// The room whose code it typed. All marks that one owner's codes gave share a count, so that
    /// nobody makes more guesses by making more marks.
    pub room: Uuid,
}

impl Mark {
    /// A new mark.
    #[must_use]
    pub fn new(random: &Random, room: Uuid) -> Self {
        Self {
            device: Uuid::from_bytes(random.bytes()),
            room,
        }
    }

    /// As a cookie's value.
    #[must_use]
    pub fn seal(self, keys: &Keys) -> Option<String> {
        let content = [self.device.into_bytes(), self.room.into_bytes()].concat();
        seal::seal(keys, keys.signing_id(), Purpose::Devices, &content)
    }

    /// Reads a cookie's value.
    #[must_use]
    pub fn open(keys: &Keys, value: &str) -> Option<Self> {
        let content = seal::open(keys, Purpose::Devices, value)?.content;
        let (device, room) = content.split_at_checked(16)?;
        Some(Self {
            device: Uuid::from_slice(device).ok()?,
            room: Uuid::from_slice(room).ok()?,
        })
    }
}
