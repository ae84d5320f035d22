//! Tickets of those who wait. A ticket says which link its holder came by and lets them learn when to
//! knock; to enter, the link's own secret is needed again. So it may stand in an address.

use std::time::Duration;

use crate::clock::{Clock, Moment};
use crate::keys::{Keys, Purpose};
use crate::links::Capability;
use crate::seal;

/// How long a person may wait with one ticket.
const TIME: Duration = Duration::from_hours(24);

/// Makes and reads tickets.
#[derive(Clone)]
pub(crate) struct Tickets {
    keys: Keys,
    clock: Clock,
}

impl Tickets {
    /// Tickets made with the instance's keys.
    pub fn new(keys: Keys, clock: Clock) -> Self {
        Self { keys, clock }
    }

    /// A ticket for the holder of a capability; `None` where there is no key to make it with.
    pub fn issue(&self, capability: Capability) -> Option<String> {
        let until = self.clock.now().plus(TIME).0;
        let content = [&capability.to_bytes()[..], &until.to_be_bytes()].concat();
        seal::seal(
            &self.keys,
            self.keys.signing_id(),
            Purpose::Waiting,
            &content,
        )
    }

    /// What the holder of a ticket came by, if it is ours and not too old.
    pub fn read(&self, ticket: &str) -> Option<Capability> {
        let content = seal::open(&self.keys, Purpose::Waiting, ticket)?.content;
        let (capability, until) = content.split_last_chunk()?;
        let is_good = Moment(i64::from_be_bytes(*until)) > self.clock.now();
        is_good.then(|| Capability::from_bytes(capability))?
    }
}
