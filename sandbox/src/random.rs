//! Random identifiers and secrets, from a cryptographically secure generator.

use rand::RngExt as _;
use rand::distr::{Alphanumeric, SampleString};

/// The length of a [`token`]: 190 bits.
const TOKEN_LENGTH: usize = 32;

/// A secret, for session tokens and authorization codes.
pub(crate) fn token() -> String {
    alphanumeric(TOKEN_LENGTH)
}

/// Random ASCII letters and digits.
pub(crate) fn alphanumeric(length: usize) -> String {
    Alphanumeric.sample_string(&mut rand::rng(), length)
}

/// A UUID of version 4.
pub(crate) fn uuid() -> String {
    let bits: u128 = rand::rng().random();
    let bits = bits & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    let hex = format!("{bits:032x}");
    let parts = [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ];
    parts.join("-")
}

/// Random digits; the first may be 0.
pub(crate) fn digits(length: usize) -> String {
    let mut generator = rand::rng();
    (0..length)
        .map(|_| generator.random_range('0'..='9'))
        .collect()
}
