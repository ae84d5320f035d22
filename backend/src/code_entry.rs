//! Entering connection codes, rate-limited against guessing without locking out holders of a code.
//!
//! Wrong codes are counted by the hour for each [`Scope`]. Before a code is looked up, one attempt is charged
//! to each of its scopes; it is refunded if the code is correct. `docs/decisions/0011-guessing-codes.md` has
//! the arithmetic, `simulation` verifies it.
//!
//! | who enters a code | scopes | limit |
//! | --- | --- | --- |
//! | someone who is signed in | their account | 50 a day |
//! | a trusted device, which has entered a correct code | itself, and the owner of that code's room | 20, and 50 a day |
//! | any other device | its address (a /64 of IPv6), and the whole instance | 60 a day, and the weekly limit |
//!
//! Whoever has exhausted the budget of one line is treated as in the next line.

mod entry;
mod proof_of_work;
mod trusted_device;

use std::net::IpAddr;

use crate::code_attempts::Scope;
use crate::keys::Keys;
use crate::signed_token;

pub use entry::{CodeEntry, CodeRequester, EntryError};
pub use trusted_device::TrustedDevice;

/// The scope of an address; for IPv6 its /64, as one subscriber gets that. Only a pseudonym is stored.
fn address_scope(keys: &Keys, address: IpAddr) -> Scope {
    let network = match address.to_canonical() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    };
    Scope::Address(signed_token::pseudonym(keys, &network))
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
