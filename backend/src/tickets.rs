//! Waiting tickets. A ticket names the link of its holder and lets them learn when to try to join; joining
//! requires the link's secret again. So a ticket may stand in an address.

use std::time::Duration;

use crate::clock::{Clock, Moment};
use crate::keys::{KeyPurpose, Keys};
use crate::links::Capability;
use crate::random::Random;
use crate::signed_token;

/// How long a ticket is valid.
const LIFETIME: Duration = Duration::from_hours(24);

/// The content of a ticket.
pub(crate) struct HeldTicket {
    /// The link of its holder.
    pub capability: Capability,
    /// When it expires.
    pub expires_at: Moment,
}

/// Issues and verifies tickets.
#[derive(Clone)]
pub(crate) struct Tickets {
    keys: Keys,
    clock: Clock,
    random: Random,
}

impl Tickets {
    /// Signs with the instance's keys.
    pub fn new(keys: Keys, clock: Clock, random: Random) -> Self {
        Self {
            keys,
            clock,
            random,
        }
    }

    /// A ticket for the holder of a capability; `None` if there is no signing key.
    pub fn issue(&self, capability: Capability) -> Option<String> {
        // Tickets of one link that are issued in the same millisecond differ: each has a limited number of streams.
        let less = Duration::from_millis(u64::from(self.random.bytes::<1>()[0]));
        let until = self.clock.now().plus(LIFETIME).minus(less).0;
        let content = [&capability.to_bytes()[..], &until.to_be_bytes()].concat();
        signed_token::sign(
            &self.keys,
            self.keys.signing_id(),
            KeyPurpose::Waiting,
            &content,
        )
    }

    /// The content of a ticket that is valid and not expired.
    pub fn read(&self, ticket: &str) -> Option<HeldTicket> {
        let content = signed_token::verify(&self.keys, KeyPurpose::Waiting, ticket)?.content;
        let (capability, expires_at) = content.split_last_chunk()?;
        let expires_at = Moment(i64::from_be_bytes(*expires_at));
        if expires_at <= self.clock.now() {
            return None;
        }
        Some(HeldTicket {
            capability: Capability::from_bytes(capability)?,
            expires_at,
        })
    }
}
