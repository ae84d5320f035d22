//! The tokens in cookies and in a sign-in's `state`: 256 random bits, kept here as a hash only.

use sha2::{Digest as _, Sha256};

/// The hash under which a token is stored. A plain hash will do, as nobody guesses 256 bits.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenHash(String);

impl TokenHash {
    /// The hash of a token.
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(format!("{:x}", Sha256::digest(token)))
    }
}

impl From<TokenHash> for String {
    fn from(hash: TokenHash) -> Self {
        hash.0
    }
}
