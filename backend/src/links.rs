//! Capability links: whoever holds the secret has its role.
//!
//! A secret is base64url of 39 bytes, 52 characters:
//!
//! | bytes | what |
//! | --- | --- |
//! | 0 | version, 1 |
//! | 1 | key id |
//! | 2–17 | room id |
//! | 18 | kind of link |
//! | 19–22 | generation, big-endian |
//! | 23–38 | the first 128 bits of HMAC-SHA-256 over bytes 0 to 22 |
//!
//! The tag is checked first, in constant time; whether the room stands and the generation is its
//! newest is the caller's next question. So only a holder of a once-valid link learns that it has
//! been renewed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomId;
use sha2::Sha256;
use subtle::ConstantTimeEq as _;
use uuid::Uuid;

use crate::keys::{Keys, Purpose};

const VERSION: u8 = 1;
const SIGNED: usize = 23;
const TAG: usize = 16;

/// What a secret says, once its tag is found to be ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capability {
    /// The room it leads to.
    pub room: RoomId,
    /// What kind of link it is.
    pub kind: LinkKind,
    /// How many times this link of the room had been renewed when it was given.
    pub generation: u32,
}

/// Makes and reads secrets.
#[derive(Clone)]
pub struct LinkSigner {
    keys: Keys,
}

impl LinkSigner {
    /// A signer with the instance's keys.
    #[must_use]
    pub fn new(keys: Keys) -> Self {
        Self { keys }
    }

    /// The secret for `capability`.
    #[must_use]
    pub fn secret(&self, capability: &Capability) -> String {
        let mut bytes = [0; SIGNED + TAG];
        bytes[0] = VERSION;
        bytes[1] = self.keys.signing_id();
        bytes[2..18].copy_from_slice(capability.room.as_bytes());
        bytes[18] = kind_byte(capability.kind);
        bytes[19..23].copy_from_slice(&capability.generation.to_be_bytes());
        let (signed, tag) = bytes.split_at_mut(SIGNED);
        // The signing key always derives: its id was just read from the same keys.
        tag.copy_from_slice(&self.tag(signed).unwrap_or_default());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a secret; `None` for anything that these keys have not signed.
    #[must_use]
    pub fn read(&self, secret: &str) -> Option<Capability> {
        let bytes: [u8; SIGNED + TAG] = URL_SAFE_NO_PAD.decode(secret).ok()?.try_into().ok()?;
        let (signed, tag) = bytes.split_at(SIGNED);
        if !bool::from(self.tag(signed)?.ct_eq(tag)) || signed[0] != VERSION {
            return None;
        }
        Some(Capability {
            room: Uuid::from_slice(&signed[2..18]).ok()?,
            kind: LinkKind::ALL
                .into_iter()
                .find(|kind| kind_byte(*kind) == signed[18])?,
            generation: u32::from_be_bytes(signed[19..23].try_into().ok()?),
        })
    }

    /// The tag over `signed`, under the key that `signed` names.
    fn tag(&self, signed: &[u8]) -> Option<[u8; TAG]> {
        let key = self.keys.derive(signed[1], Purpose::Links)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
        mac.update(signed);
        mac.finalize().into_bytes()[..TAG].try_into().ok()
    }
}

/// The byte of a kind. These stand in links that people have kept: never reuse one.
fn kind_byte(kind: LinkKind) -> u8 {
    match kind {
        LinkKind::Moderator => 1,
        LinkKind::Attendee => 2,
        LinkKind::Authenticated => 3,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn signer(lines: &[(u8, u8)]) -> LinkSigner {
        let lines: Vec<String> = lines
            .iter()
            .map(|(id, byte)| format!("{id} {}", URL_SAFE_NO_PAD.encode([*byte; 32])))
            .collect();
        let text = lines.join(
            "
",
        );
        LinkSigner::new(Keys::parse(&text).expect("keys"))
    }

    fn capability() -> impl Strategy<Value = Capability> {
        (any::<u128>(), 0..3_usize, any::<u32>()).prop_map(|(room, kind, generation)| Capability {
            room: Uuid::from_u128(room),
            kind: LinkKind::ALL[kind],
            generation,
        })
    }

    proptest! {
        #[test]
        fn a_secret_reads_back_as_what_it_was_made_for(capability in capability()) {
            let signer = signer(&[(1, 7)]);
            prop_assert_eq!(signer.read(&signer.secret(&capability)), Some(capability));
        }

        #[test]
        fn one_changed_bit_makes_it_worthless(capability in capability(), bit in 0..39 * 8_usize) {
            let signer = signer(&[(1, 7)]);
            let mut bytes = URL_SAFE_NO_PAD.decode(signer.secret(&capability)).expect("base64url");
            bytes[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(signer.read(&URL_SAFE_NO_PAD.encode(bytes)), None);
        }

        #[test]
        fn any_text_is_refused_without_panic(text in any::<String>()) {
            prop_assert_eq!(signer(&[(1, 7)]).read(&text), None);
        }
    }

    #[test]
    fn links_outlive_a_key_rotation_until_the_old_key_is_taken_away() {
        let capability = Capability {
            room: Uuid::from_u128(5),
            kind: LinkKind::Moderator,
            generation: 0,
        };
        let secret = signer(&[(1, 7)]).secret(&capability);
        assert_eq!(signer(&[(2, 9), (1, 7)]).read(&secret), Some(capability));
        assert_eq!(signer(&[(2, 9)]).read(&secret), None);
        assert_eq!(
            signer(&[(1, 9)]).read(&secret),
            None,
            "another key under the same id"
        );
    }

    #[test]
    fn the_kind_is_part_of_what_is_signed() {
        let signer = signer(&[(1, 7)]);
        let attendee = Capability {
            room: Uuid::from_u128(5),
            kind: LinkKind::Attendee,
            generation: 0,
        };
        let mut bytes = URL_SAFE_NO_PAD
            .decode(signer.secret(&attendee))
            .expect("base64url");
        bytes[18] = kind_byte(LinkKind::Moderator);
        assert_eq!(signer.read(&URL_SAFE_NO_PAD.encode(bytes)), None);
    }
}
