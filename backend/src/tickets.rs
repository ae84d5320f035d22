//! Waiting tickets. A ticket names the link of its holder and lets them learn when to try to join; joining
//! requires the link's secret again. So a ticket may stand in an address.

use std::time::Duration;

use crate::clock::{Clock, Moment};
use crate::keys::{KeyPurpose, Keys};
use crate::links::Capability;
use crate::signed_token;

/// How long a ticket is valid.
const LIFETIME: Duration = Duration::from_hours(24);

/// Issues and verifies tickets.
#[derive(Clone)]
pub(crate) struct Tickets {
    keys: Keys,
    clock: Clock,
}

impl Tickets {
    /// Signs with the instance's keys.
    pub fn new(keys: Keys, clock: Clock) -> Self {
        Self { keys, clock }
    }

    /// A ticket for the holder of a capability; `None` if there is no signing key.
    pub fn issue(&self, capability: Capability) -> Option<String> {
        let until = self.clock.now().plus(LIFETIME).0;
        let content = [&capability.to_bytes()[..], &until.to_be_bytes()].concat();
        signed_token::sign(
            &self.keys,
            self.keys.signing_id(),
            KeyPurpose::Waiting,
            &content,
        )
    }

    /// The capability of a ticket that is valid and not expired.
    pub fn read(&self, ticket: &str) -> Option<Capability> {
        let content = signed_token::verify(&self.keys, KeyPurpose::Waiting, ticket)?.content;
        let (capability, until) = content.split_last_chunk()?;
        let is_good = Moment(i64::from_be_bytes(*until)) > self.clock.now();
        is_good.then(|| Capability::from_bytes(capability))?
    }
}
