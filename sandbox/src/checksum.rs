//! BigBlueButton API checksums: a digest of the call name, the raw query string without the checksum, and the
//! shared secret.
//!
//! The query string is used exactly as sent. Decoding and encoding it again would accept what the real server
//! refuses. Source: BigBlueButton's `GetChecksumValidator`.

use sha1::Sha1;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// A digest algorithm of checksums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChecksumAlgorithm {
    /// 40 hexadecimal digits.
    Sha1,
    /// 64 hexadecimal digits.
    Sha256,
    /// 96 hexadecimal digits.
    Sha384,
    /// 128 hexadecimal digits.
    Sha512,
}

impl ChecksumAlgorithm {
    /// The algorithms that servers accept by default.
    pub const ALL: [Self; 4] = [Self::Sha1, Self::Sha256, Self::Sha384, Self::Sha512];

    /// The algorithm with this checksum length: calls do not name it.
    fn of_length(length: usize) -> Option<Self> {
        match length {
            40 => Some(Self::Sha1),
            64 => Some(Self::Sha256),
            96 => Some(Self::Sha384),
            128 => Some(Self::Sha512),
            _ => None,
        }
    }

    fn digest(self, text: &str) -> String {
        match self {
            Self::Sha1 => format!("{:x}", Sha1::digest(text)),
            Self::Sha256 => format!("{:x}", Sha256::digest(text)),
            Self::Sha384 => format!("{:x}", Sha384::digest(text)),
            Self::Sha512 => format!("{:x}", Sha512::digest(text)),
        }
    }
}

/// Whether `raw_query` has the correct checksum of `call`.
pub(crate) fn holds(
    call: &str,
    raw_query: &str,
    secret: &str,
    accepted: &[ChecksumAlgorithm],
) -> bool {
    let (signed, Some(checksum)) = split(raw_query) else {
        return false;
    };
    ChecksumAlgorithm::of_length(checksum.len())
        .filter(|algorithm| accepted.contains(algorithm))
        .map(|algorithm| algorithm.digest(&format!("{call}{signed}{secret}")))
        .is_some_and(|expected| expected.eq_ignore_ascii_case(checksum))
}

/// Removes the checksum parameter, wherever it is. A repetition with the same value is removed too; one with
/// another value was part of what was signed.
fn split(raw_query: &str) -> (String, Option<&str>) {
    let value_of = |pair| str::strip_prefix(pair, "checksum=");
    let checksum = raw_query.split('&').find_map(value_of);
    let signed: Vec<&str> = raw_query
        .split('&')
        .filter(|pair| checksum.is_none() || value_of(pair) != checksum)
        .collect();
    (signed.join("&"), checksum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const QUERY: &str = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";
    const SECRET: &str = "639259d4-9dd8-4b25-bf01-95f9567eaf4b";
    const SHA1: &str = "1fcbb0c4fc1f039f73aa6d697d2db9ba7f803f17";
    const SHA256: &str = "da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e";

    #[track_caller]
    fn check(raw_query: &str, accepted: &[ChecksumAlgorithm], expect: bool) {
        assert_eq!(
            holds("create", raw_query, SECRET, accepted),
            expect,
            "{raw_query}"
        );
    }

    #[test]
    fn the_examples_of_the_documentation_hold() {
        check(
            &format!("{QUERY}&checksum={SHA1}"),
            &ChecksumAlgorithm::ALL,
            true,
        );
        check(
            &format!("{QUERY}&checksum={SHA256}"),
            &ChecksumAlgorithm::ALL,
            true,
        );
    }

    #[test]
    fn the_long_digests_hold() {
        for algorithm in [ChecksumAlgorithm::Sha384, ChecksumAlgorithm::Sha512] {
            let checksum = algorithm.digest(&format!("create{QUERY}{SECRET}"));
            check(
                &format!("{QUERY}&checksum={checksum}"),
                &ChecksumAlgorithm::ALL,
                true,
            );
        }
    }

    #[test]
    fn upper_case_holds_as_well() {
        let checksum = SHA256.to_uppercase();
        check(
            &format!("{QUERY}&checksum={checksum}"),
            &ChecksumAlgorithm::ALL,
            true,
        );
    }

    #[test]
    fn an_algorithm_that_is_not_accepted_does_not_hold() {
        check(
            &format!("{QUERY}&checksum={SHA1}"),
            &[ChecksumAlgorithm::Sha256],
            false,
        );
    }

    #[test]
    fn nothing_else_holds() {
        check("", &ChecksumAlgorithm::ALL, false);
        check(QUERY, &ChecksumAlgorithm::ALL, false);
        check(
            &format!("{QUERY}&checksum="),
            &ChecksumAlgorithm::ALL,
            false,
        );
        check(
            &format!("{QUERY}&checksum={}", &SHA256[..63]),
            &ChecksumAlgorithm::ALL,
            false,
        );
        check(
            &format!("{QUERY}&record=true&checksum={SHA256}"),
            &ChecksumAlgorithm::ALL,
            false,
        );
        // The same parameters, encoded differently.
        let encoded = QUERY.replace('+', "%20");
        check(
            &format!("{encoded}&checksum={SHA256}"),
            &ChecksumAlgorithm::ALL,
            false,
        );
    }

    proptest! {
        #[test]
        fn the_checksum_is_taken_out_at_any_place(
            pairs in proptest::collection::vec("[a-z]{1,8}=[a-zA-Z0-9%+]{0,12}", 1..6),
            place in any::<prop::sample::Index>(),
        ) {
            let query = pairs.join("&");
            let checksum = ChecksumAlgorithm::Sha256.digest(&format!("create{query}{SECRET}"));
            let pair = format!("checksum={checksum}");
            let mut signed = pairs;
            let place = place.index(signed.len() + 1);
            signed.insert(place, pair);
            let signed = signed.join("&");
            prop_assert_eq!(split(&signed), (query, Some(checksum.as_str())));
            prop_assert!(holds("create", &signed, SECRET, &ChecksumAlgorithm::ALL));
        }
    }
}
