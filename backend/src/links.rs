//! Capability links: the secret in a link's address gives its holder a role in a room.
//!
//! A secret is a [signed token](crate::signed_token) over 21 bytes, 52 characters, with an optional padding
//! character ([`LinkSigner::secret`]):
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–15 | room id |
//! | 16 | entry method |
//! | 17–20 | generation, big-endian |
//!
//! [`LinkSigner::read`] checks the signature only. The caller checks that the room exists, that the generation
//! is current and that the key is the one that the room's link is signed with. So only a holder of a formerly
//! valid link learns that it was renewed, and a link signed with a retired key is invalid.

use parvis_contract::role::{LinkKind, Role};
use parvis_contract::room::RoomId;
use uuid::Uuid;

use crate::keys::{KeyPurpose, Keys};
use crate::signed_token;

/// How a person enters a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryMethod {
    /// With one of its links.
    Link(LinkKind),
    /// With its connection code.
    Code,
}

impl EntryMethod {
    /// All entry methods.
    pub const ALL: [Self; 4] = [
        Self::Link(LinkKind::Moderator),
        Self::Link(LinkKind::Attendee),
        Self::Link(LinkKind::Authenticated),
        Self::Code,
    ];

    /// The role that it gives.
    #[must_use]
    pub fn role(self) -> Role {
        self.kind().role()
    }

    /// The kind of link, or the kind with the same rights.
    #[must_use]
    pub fn kind(self) -> LinkKind {
        match self {
            Self::Link(kind) => kind,
            Self::Code => LinkKind::Moderator,
        }
    }
}

/// The content of a secret with a valid signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capability {
    /// The room.
    pub room: RoomId,
    /// The entry method.
    pub entry: EntryMethod,
    /// How many times this entry method of the room had been renewed when the secret was issued.
    pub generation: u32,
}

impl Capability {
    /// The bytes to sign.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 21] {
        let mut bytes = [0; 21];
        bytes[..16].copy_from_slice(self.room.as_bytes());
        bytes[16] = entry_byte(self.entry);
        bytes[17..].copy_from_slice(&self.generation.to_be_bytes());
        bytes
    }

    /// Parses [`Capability::to_bytes`].
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; 21] = bytes.try_into().ok()?;
        Some(Self {
            room: Uuid::from_slice(&bytes[..16]).ok()?,
            entry: EntryMethod::ALL
                .into_iter()
                .find(|entry| entry_byte(*entry) == bytes[16])?,
            generation: u32::from_be_bytes(bytes[17..].try_into().ok()?),
        })
    }
}

/// Issues and verifies the secrets of links.
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

    /// The id of the key that signs new links.
    #[must_use]
    pub fn signing_key(&self) -> u8 {
        self.keys.signing_id()
    }

    /// The id of the key that signs a link of a room, given the `recorded` one. If that key was removed from
    /// the file without being retired, its links are invalid and the newest key signs from then on.
    #[must_use]
    pub fn key_of(&self, recorded: Option<u8>) -> u8 {
        recorded
            .filter(|key| self.keys.holds(*key))
            .unwrap_or_else(|| self.signing_key())
    }

    /// The secret for `capability`, signed with the key of this id; `None` if the key file no longer has that
    /// key.
    ///
    /// It ends in a letter or a digit, as mail programs cut off other characters at the end of a link.
    #[must_use]
    pub fn secret(&self, capability: &Capability, key: u8) -> Option<String> {
        let mut secret =
            signed_token::sign(&self.keys, key, KeyPurpose::Links, &capability.to_bytes())?;
        if secret.ends_with(STRIPPED_SUFFIXES) {
            secret.push(PADDING);
        }
        Some(secret)
    }

    /// Verifies a secret; returns its content and the id of its key, or `None` if these keys did not sign it.
    ///
    /// Characters after a complete secret are ignored. If the last character is missing, the characters that
    /// mail programs cut off are tried.
    #[must_use]
    pub fn read(&self, secret: &str) -> Option<(Capability, u8)> {
        if secret.len() + 1 == LENGTH {
            return STRIPPED_SUFFIXES
                .into_iter()
                .find_map(|end| self.open(&format!("{secret}{end}")));
        }
        self.open(secret.get(..LENGTH)?)
    }

    fn open(&self, secret: &str) -> Option<(Capability, u8)> {
        let verified = signed_token::verify(&self.keys, KeyPurpose::Links, secret)?;
        Some((Capability::from_bytes(&verified.content)?, verified.key))
    }
}

/// The length of a secret without padding, in characters.
const LENGTH: usize = 52;
/// The characters that mail programs cut off at the end of a link.
const STRIPPED_SUFFIXES: [char; 2] = ['-', '_'];
/// The padding after such a character.
const PADDING: char = '0';

/// The byte of an entry method. Links in use contain it: never reuse one.
fn entry_byte(entry: EntryMethod) -> u8 {
    match entry {
        EntryMethod::Link(LinkKind::Moderator) => 1,
        EntryMethod::Link(LinkKind::Attendee) => 2,
        EntryMethod::Link(LinkKind::Authenticated) => 3,
        EntryMethod::Code => 4,
    }
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use proptest::prelude::*;

    use super::*;

    fn signer(lines: &[(u8, u8)]) -> LinkSigner {
        let lines: Vec<String> = lines
            .iter()
            .map(|(id, byte)| format!("{id} {}", URL_SAFE_NO_PAD.encode([*byte; 32])))
            .collect();
        LinkSigner::new(Keys::parse(&lines.join("\n")).expect("keys"))
    }

    fn secret(signer: &LinkSigner, capability: &Capability) -> String {
        signer
            .secret(capability, signer.signing_key())
            .expect("a key")
    }

    fn capability() -> impl Strategy<Value = Capability> {
        (any::<u128>(), 0..4_usize, any::<u32>()).prop_map(|(room, entry, generation)| Capability {
            room: Uuid::from_u128(room),
            entry: EntryMethod::ALL[entry],
            generation,
        })
    }

    proptest! {
        #[test]
        fn a_secret_reads_back_as_what_it_was_made_for(capability in capability()) {
            let signer = signer(&[(1, 7)]);
            prop_assert_eq!(signer.read(&secret(&signer, &capability)), Some((capability, 1)));
        }

        #[test]
        fn one_changed_bit_makes_it_worthless(capability in capability(), bit in 0..39 * 8_usize) {
            let signer = signer(&[(1, 7)]);
            let mut bytes = URL_SAFE_NO_PAD.decode(&secret(&signer, &capability)[..LENGTH]).expect("base64url");
            bytes[bit / 8] ^= 1 << (bit % 8);
            prop_assert_eq!(signer.read(&URL_SAFE_NO_PAD.encode(bytes)), None);
        }

        #[test]
        fn any_text_is_refused_without_panic(text in any::<String>()) {
            prop_assert_eq!(signer(&[(1, 7)]).read(&text), None);
        }
    }

    proptest! {
        #[test]
        fn a_secret_ends_in_a_letter_or_a_digit_and_reads_back(capability in capability()) {
            let signer = signer(&[(1, 7)]);
            let secret = secret(&signer, &capability);
            prop_assert!(secret.ends_with(|end: char| end.is_ascii_alphanumeric()), "{secret}");
            prop_assert!((LENGTH..=LENGTH + 1).contains(&secret.len()));
            // Without padding, like earlier links, and as mail programs cut them.
            let former = &secret[..LENGTH];
            prop_assert_eq!(signer.read(former), Some((capability, 1)));
            if former.ends_with(STRIPPED_SUFFIXES) {
                prop_assert_eq!(signer.read(&former[..LENGTH - 1]), Some((capability, 1)));
            } else {
                prop_assert_eq!(signer.read(&former[..LENGTH - 1]), None);
            }
        }
    }

    #[test]
    fn links_outlive_a_key_rotation_until_the_old_key_is_taken_away() {
        let capability = Capability {
            room: Uuid::from_u128(5),
            entry: EntryMethod::Link(LinkKind::Moderator),
            generation: 0,
        };
        let secret = secret(&signer(&[(1, 7)]), &capability);
        let rotated = signer(&[(2, 9), (1, 7)]);
        assert_eq!(rotated.read(&secret), Some((capability, 1)));
        assert_eq!(
            rotated.secret(&capability, 1),
            Some(secret.clone()),
            "the same link is shown on"
        );
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
            entry: EntryMethod::Link(LinkKind::Attendee),
            generation: 0,
        };
        let mut bytes = URL_SAFE_NO_PAD
            .decode(&secret(&signer, &attendee)[..LENGTH])
            .expect("base64url");
        bytes[18] = entry_byte(EntryMethod::Link(LinkKind::Moderator));
        assert_eq!(signer.read(&URL_SAFE_NO_PAD.encode(bytes)), None);
    }
}
