//! Hashes of the tokens in cookies and in a sign-in's `state`, which are 256 random bits.

use std::fmt;

use sha2::{Digest as _, Sha256};

/// The hash of a token. It needs no salt, as 256 random bits cannot be guessed.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct TokenHash(String);

impl TokenHash {
    /// The hash of a token.
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(format!("{:x}", Sha256::digest(token)))
    }

    /// The hash that this text is.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let is_hash = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then(|| Self(text.to_owned()))
    }
}

/// Without the hash, which is not for logs.
impl fmt::Debug for TokenHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenHash")
    }
}

impl From<TokenHash> for String {
    fn from(hash: TokenHash) -> Self {
        hash.0
    }
}
