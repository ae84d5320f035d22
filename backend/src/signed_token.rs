//! Signed tokens (HMAC-SHA-256): base64url of
//!
//! | bytes | what |
//! | --- | --- |
//! | 0 | version, 1 |
//! | 1 | key id |
//! | 2… | the content |
//! | last 16 | the first 128 bits of HMAC-SHA-256 over all that stands before |
//!
//! Each purpose has its own key, so that a token for one purpose is invalid for the others.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use crate::keys::{KeyPurpose, Keys};

const VERSION: u8 = 1;
const HEAD: usize = 2;
const TAG: usize = 16;

/// A token with a valid signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedToken {
    /// The id of the key that signed it.
    pub key: u8,
    /// The content.
    pub content: Vec<u8>,
}

/// Signs `content` with the key of this id; `None` if there is no such key.
#[must_use]
pub fn sign(keys: &Keys, key: u8, purpose: KeyPurpose, content: &[u8]) -> Option<String> {
    let mut bytes = vec![VERSION, key];
    bytes.extend_from_slice(content);
    let tag = tag(keys, purpose, &bytes)?;
    bytes.extend_from_slice(&tag);
    Some(URL_SAFE_NO_PAD.encode(bytes))
}

/// Verifies a token; `None` if it was not signed with these keys for this purpose. The signature is checked
/// before anything else, in constant time.
#[must_use]
pub fn verify(keys: &Keys, purpose: KeyPurpose, text: &str) -> Option<SignedToken> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (signed, found) = bytes.split_at_checked(bytes.len().checked_sub(TAG)?)?;
    if signed.len() < HEAD || !bool::from(tag(keys, purpose, signed)?.ct_eq(found)) {
        return None;
    }
    (signed[0] == VERSION).then(|| SignedToken {
        key: signed[1],
        content: signed[HEAD..].to_vec(),
    })
}

/// The truncated HMAC over `signed`, with the key that `signed` names.
fn tag(keys: &Keys, purpose: KeyPurpose, signed: &[u8]) -> Option<[u8; TAG]> {
    mac(keys, *signed.get(1)?, purpose, signed)?[..TAG]
        .try_into()
        .ok()
}

/// HMAC-SHA-256 over `content` with the derived key.
fn mac(keys: &Keys, key: u8, purpose: KeyPurpose, content: &[u8]) -> Option<[u8; 32]> {
    let key = keys.derive(key, purpose)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(content);
    Some(mac.finalize().into_bytes().into())
}

/// A secret that is derived from `content` with the key of this id, in base64url; `None` if there is no such key.
#[must_use]
pub fn secret(keys: &Keys, key: u8, purpose: KeyPurpose, content: &[u8]) -> Option<String> {
    Some(URL_SAFE_NO_PAD.encode(mac(keys, key, purpose, content)?))
}

/// A stable pseudonym of `content`, which does not reveal it to anyone without the key.
#[must_use]
pub fn pseudonym(keys: &Keys, content: &[u8]) -> String {
    let key = keys.signing_id();
    let mac = mac(keys, key, KeyPurpose::Pseudonyms, content).unwrap_or_default();
    let name = u128::from_be_bytes(std::array::from_fn(|index| mac[index]));
    format!("{name:032x}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys() -> Keys {
        Keys::parse(&format!("1 {}", URL_SAFE_NO_PAD.encode([7; 32]))).expect("a key")
    }

    proptest! {
        #[test]
        fn a_token_is_valid_for_its_purpose_alone(content in any::<Vec<u8>>()) {
            let token = sign(&keys(), 1, KeyPurpose::Waiting, &content).expect("a key");
            let verified = verify(&keys(), KeyPurpose::Waiting, &token).expect("ours");
            prop_assert_eq!(verified, SignedToken { key: 1, content });
            prop_assert_eq!(verify(&keys(), KeyPurpose::Devices, &token), None);
        }

        #[test]
        fn any_text_is_refused_without_panic(text in any::<String>()) {
            prop_assert_eq!(verify(&keys(), KeyPurpose::Waiting, &text), None);
        }
    }

    #[test]
    fn a_missing_key_signs_nothing() {
        assert_eq!(sign(&keys(), 2, KeyPurpose::Waiting, b"x"), None);
    }
}
