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
//! | any other device | its IPv4 address, or the /64 of IPv6 | 600 a day |
//! | | the /56 and the /48 of IPv6 | 900, and 1,200 a day |
//! | | the whole instance | the weekly limit, a quarter of it in a day |
//!
//! Whoever has exhausted the budget of one line is treated as in the next line. Any other device has to do work
//! (`proof_of_work`) beyond the free part of these limits: the more is used, the more work.

mod entry;
mod proof_of_work;
mod trusted_device;

use std::net::IpAddr;

use crate::code_attempts::{NetworkSize, Scope};
use crate::keys::Keys;
use crate::signed_token;

pub use entry::{CodeEntry, CodeRequester, EntryError};
pub use trusted_device::TrustedDevice;

/// The scopes of an address: what one subscriber may have, who chooses addresses within it. Only pseudonyms are
/// stored.
fn network_scopes(keys: &Keys, address: IpAddr) -> Vec<Scope> {
    let scope = |size, network: &[u8]| Scope::Network(size, signed_token::pseudonym(keys, network));
    match address.to_canonical() {
        IpAddr::V4(address) => vec![scope(NetworkSize::Address, &address.octets())],
        IpAddr::V6(address) => {
            let octets = address.octets();
            vec![
                scope(NetworkSize::Address, &octets[..8]),
                scope(NetworkSize::Site, &octets[..7]),
                scope(NetworkSize::Block, &octets[..6]),
            ]
        }
    }
}

#[cfg(test)]
mod simulation;

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn scopes(address: &str) -> Vec<Scope> {
        let keys = Keys::parse(&format!("1 {}", URL_SAFE_NO_PAD.encode([7; 32]))).expect("a key");
        network_scopes(&keys, address.parse().expect("an address"))
    }

    #[test]
    fn addresses_of_version_4_count_alone() {
        assert_eq!(scopes("192.0.2.1").len(), 1);
        assert_ne!(scopes("192.0.2.1"), scopes("192.0.2.2"));
        assert_eq!(scopes("192.0.2.1"), scopes("::ffff:192.0.2.1"));
    }

    #[test]
    fn addresses_of_version_6_count_with_those_of_their_networks() {
        let shared = |other: &str| {
            let (first, other) = (scopes("2001:db8:1:201::1"), scopes(other));
            first.iter().filter(|scope| other.contains(scope)).count()
        };
        for (other, count) in [
            ("2001:db8:1:201:ffff::9", 3),
            ("2001:db8:1:2ff::1", 2),
            ("2001:db8:1:301::1", 1),
            ("2001:db8:2:201::1", 0),
        ] {
            assert_eq!(shared(other), count, "{other}");
        }
    }

    #[test]
    fn networks_are_stored_as_pseudonyms_that_fit_the_column() {
        for scope in [scopes("192.0.2.1"), scopes("2001:db8::1")].concat() {
            let key = scope.key();
            assert!(!key.contains("192") && !key.contains("2001"), "{key}");
            assert!(key.len() <= 64, "{key}");
        }
    }
}
