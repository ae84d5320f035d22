//! Holding off whoever guesses connection codes, without locking out whoever holds one.
//!
//! Wrong codes are counted by the hour, for each [`Scope`]; a code is looked up only after each of
//! its scopes has had one taken from what it may spend, and gets it back where the code was right.
//! `docs/decisions/0011-guessing-codes.md` has the arithmetic, `tests` here the simulation.
//!
//! | who types | counted against | allowed |
//! | --- | --- | --- |
//! | someone who is signed in | their account | 50 a day |
//! | a device that has typed a right code | itself, and the owner of that code's room | 20, and 50 a day |
//! | any other device | its address (a /64 of IPv6), and the whole instance | 60 a day, and the budget |
//!
//! Whoever has spent what is theirs is treated like the next line.

mod entry;
mod mark;
mod proof;
pub mod tally;

use std::net::IpAddr;

use uuid::Uuid;

use crate::keys::Keys;
use crate::seal;

pub use entry::{Typist, enter};
pub use mark::Mark;
pub use tally::Tally;

/// What wrong codes are counted against.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// All devices that are not known.
    Instance,
    /// An address, as its pseudonym.
    Address(String),
    /// A device that has typed a right code.
    Device(Uuid),
    /// All devices that have typed a right code of one owner's rooms.
    Owner(Uuid),
    /// An account.
    Account(Uuid),
}

impl Scope {
    /// The scope of an address: for version 6 its /64, as that is what one person gets. The address
    /// itself is not kept.
    #[must_use]
    pub fn of_address(keys: &Keys, address: IpAddr) -> Self {
        let network = match address.to_canonical() {
            IpAddr::V4(address) => address.octets().to_vec(),
            IpAddr::V6(address) => address.octets()[..8].to_vec(),
        };
        Self::Address(seal::pseudonym(keys, &network))
    }

    /// The key under which it is stored.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Instance => "instance".to_owned(),
            Self::Address(pseudonym) => format!("address:{pseudonym}"),
            Self::Device(id) => format!("device:{id}"),
            Self::Owner(id) => format!("owner:{id}"),
            Self::Account(id) => format!("account:{id}"),
        }
    }

    /// What it may spend. `budget` is the instance's for a week.
    #[must_use]
    pub fn limits(&self, budget: u64) -> Limits {
        let daily = |a_day| Limits {
            a_day,
            a_week: 7 * a_day,
        };
        match self {
            // A quarter of the week's at most, so that whoever would keep strangers out for a week
            // has to come back each day.
            Self::Instance => Limits {
                a_day: budget.div_ceil(4),
                a_week: budget,
            },
            Self::Address(_) => daily(60),
            Self::Device(_) => daily(20),
            Self::Owner(_) | Self::Account(_) => daily(50),
        }
    }
}

/// How many wrong codes are allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In any 24 hours.
    pub a_day: u64,
    /// In any 7 days.
    pub a_week: u64,
}

#[cfg(test)]
mod simulation;

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    #[test]
    fn one_person_s_addresses_of_version_6_count_as_one() {
        let keys = Keys::parse(&format!("1 {}", URL_SAFE_NO_PAD.encode([7; 32]))).expect("a key");
        let scope = |address: &str| Scope::of_address(&keys, address.parse().expect("an address"));
        assert_eq!(scope("2001:db8:1:2::1"), scope("2001:db8:1:2:ffff::9"));
        assert_ne!(scope("2001:db8:1:2::1"), scope("2001:db8:1:3::1"));
        assert_ne!(scope("192.0.2.1"), scope("192.0.2.2"));
        assert_eq!(scope("192.0.2.1"), scope("::ffff:192.0.2.1"));
        assert!(
            !scope("192.0.2.1").key().contains("192"),
            "not the address itself"
        );
        assert!(scope("192.0.2.1").key().len() <= 64);
    }
}
