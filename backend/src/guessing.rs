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

use std::net::IpAddr;

use crate::attempts::Scope;
use crate::keys::Keys;
use crate::seal;

pub use entry::{CodeEntry, EntryError, Typist};
pub use mark::Mark;

/// The scope of an address: for version 6 its /64, as that is what one person gets. The address
/// itself is not kept.
fn address_scope(keys: &Keys, address: IpAddr) -> Scope {
    let network = match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    };
    Scope::Address(seal::pseudonym(keys, &network))
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
        let scope = |address: &str| address_scope(&keys, address.parse().expect("an address"));
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
