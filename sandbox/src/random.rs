//! What must not be guessed or must not repeat, drawn from a generator fit for secrets.

use rand::Rng;
use rand::distr::{Alphanumeric, SampleString};

/// Characters in a [`token`]: 190 bits, more than anyone guesses.
const TOKEN_LENGTH: usize = 32;

/// A secret to hand out: a session token, an authorization code.
pub(crate) fn token() -> String {
    alphanumeric(TOKEN_LENGTH)
}

/// Letters and digits without accents.
pub(crate) fn alphanumeric(length: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), length)
}

/// Digits, the first of which may be 0.
pub(crate) fn digits(length: usize) -> String {
    let mut generator = rand::rng();
    (0..length)
        .map(|_| generator.random_range('0'..='9'))
        .collect()
}
