//! The checksum of a call: a hash over its name, its query string exactly as sent, and the shared secret.

use sha2::{Digest as _, Sha256};

/// The SHA-256 checksum; servers recognize the algorithm by the length (64 characters).
pub(super) fn sha256(call: &str, query: &str, secret: &str) -> String {
    let hash = Sha256::new()
        .chain_update(call)
        .chain_update(query)
        .chain_update(secret)
        .finalize();
    format!("{hash:x}")
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn the_documentation_s_example_has_the_known_sum() {
        let query = "name=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444";
        let sum = sha256("create", query, "639259d4-9dd8-4b25-bf01-95f9567eaf4b");
        assert_eq!(
            sum,
            "da9185f7f333cfdfcd6eeac32dca3777510c4c436020d8b887ba5515bd1d189e"
        );
    }
}
