//! Waiting tickets. A ticket names the link of its holder and lets them learn when to try to join; joining
//! requires the link's secret again. So a ticket may stand in an address.
//!
//! A ticket is a signed token, of 64 characters, whose content is
//!
//! | bytes | what |
//! | --- | --- |
//! | 0 to 20 | the capability of the link |
//! | 21 to 24 | when the ticket expires, in seconds since 1970 (big-endian) |
//! | 25 to 29 | random: each ticket has a limited number of streams, so those of one link have to differ |
//!
//! The random bytes fill the token up to a whole number of base64 groups. Of 10,000 people who wait by one link within a
//! second, two have the same ticket once in 20,000 times; they then share the streams of one.

use std::time::Duration;

use crate::clock::{Clock, Moment};
use crate::keys::{KeyPurpose, Keys};
use crate::links::Capability;
use crate::random::Random;
use crate::signed_token;

/// How long a ticket is valid.
const LIFETIME: Duration = Duration::from_hours(24);

/// The number of random bytes.
const RANDOM: usize = 5;

/// The length of what the release before wrote: the capability, and the time in milliseconds. Tickets are valid for a day,
/// and that release may run beside this one.
const FORMER_LENGTH: usize = 29;

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
        let expires_at = self.clock.now().plus(LIFETIME).0;
        // Rounded up.
        let seconds = u32::try_from((expires_at + 999) / 1000).unwrap_or(u32::MAX);
        let random = self.random.bytes::<RANDOM>();
        let content = [&capability.to_bytes()[..], &seconds.to_be_bytes(), &random].concat();
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
        let (capability, expires_at) = if content.len() == FORMER_LENGTH {
            let (capability, millis) = content.split_last_chunk()?;
            (capability, Moment(i64::from_be_bytes(*millis)))
        } else {
            let (content, _) = content.split_last_chunk::<RANDOM>()?;
            let (capability, seconds) = content.split_last_chunk()?;
            let seconds = i64::from(u32::from_be_bytes(*seconds));
            (capability, Moment(seconds * 1000))
        };
        if expires_at <= self.clock.now() {
            return None;
        }
        Some(HeldTicket {
            capability: Capability::from_bytes(capability)?,
            expires_at,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use parvis_contract::role::LinkKind;
    use uuid::Uuid;

    use super::*;
    use crate::links::EntryMethod;

    const NOW: i64 = 1_770_888_600_123;

    fn capability() -> Capability {
        Capability {
            room: Uuid::from_u128(7),
            entry: EntryMethod::Link(LinkKind::Attendee),
            generation: 3,
        }
    }

    /// Tickets, and their clock.
    fn tickets() -> (Tickets, Arc<AtomicI64>) {
        let keys = Keys::parse(&format!("1 {}", "A".repeat(43))).expect("keys");
        let now = Arc::new(AtomicI64::new(NOW));
        let ticking = Arc::clone(&now);
        let clock = Clock::from_fn(move || Moment(ticking.load(Ordering::Relaxed)));
        (Tickets::new(keys, clock, Random::system()), now)
    }

    #[test]
    fn tickets_of_one_link_that_are_issued_in_the_same_instant_differ() {
        let (tickets, _) = tickets();
        let issued: HashSet<String> = (0..1_000)
            .map(|_| tickets.issue(capability()).expect("a ticket"))
            .collect();
        assert_eq!(issued.len(), 1_000);
        assert!(issued.iter().all(|ticket| ticket.len() == 64));
    }

    #[test]
    fn a_ticket_names_its_link_for_a_day() {
        let (tickets, now) = tickets();
        let ticket = tickets.issue(capability()).expect("a ticket");
        let lifetime = 24 * 3600 * 1000;
        now.store(NOW + lifetime - 1, Ordering::Relaxed);
        let held = tickets.read(&ticket).expect("valid");
        assert_eq!(held.capability.to_bytes(), capability().to_bytes());
        now.store(NOW + lifetime + 1000, Ordering::Relaxed);
        assert!(tickets.read(&ticket).is_none());
    }

    #[test]
    fn a_ticket_of_the_release_before_is_valid() {
        let (tickets, now) = tickets();
        let until = NOW + 1;
        let content = [&capability().to_bytes()[..], &until.to_be_bytes()].concat();
        let ticket = signed_token::sign(&tickets.keys, 1, KeyPurpose::Waiting, &content);
        let ticket = ticket.expect("a ticket");
        let held = tickets.read(&ticket).expect("valid");
        assert_eq!(held.expires_at, Moment(until));
        assert_eq!(held.capability.to_bytes(), capability().to_bytes());
        now.store(until, Ordering::Relaxed);
        assert!(tickets.read(&ticket).is_none());
    }
}
