//! Capability links: whoever holds the secret has its role.
//!
//! A secret is a [seal](crate::seal) over 21 bytes, 52 characters, and perhaps one more
//! ([`LinkSigner::secret`]):
//!
//! | bytes | what |
//! | --- | --- |
//! | 0–15 | room id |
//! | 16 | way in |
//! | 17–20 | generation, big-endian |
//!
//! The seal is checked first; whether the room stands, the generation is its newest and the key is
//! the one that the room's link is signed with is the caller's next question. So only a holder of a
//! once-valid link learns that it has been renewed, and a key that was retired opens nothing.

use parvis_contract::role::{LinkKind, Role};
use parvis_contract::room::RoomId;
use uuid::Uuid;

use crate::keys::{Keys, Purpose};
use crate::seal;

/// How a person comes into a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By one of its links.
    Link(LinkKind),
    /// By its connection code.
    Code,
}

impl Way {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Link(LinkKind::Moderator),
        Self::Link(LinkKind::Attendee),
        Self::Link(LinkKind::Authenticated),
        Self::Code,
    ];

    /// The rights that it gives.
    #[must_use]
    pub fn role(self) -> Role {
        self.kind().role()
    }

    /// The kind of link that it is, or is as good as.
    #[must_use]
    pub fn kind(self) -> LinkKind {
        match self {
            Self::Link(kind) => kind,
            Self::Code => LinkKind::Moderator,
        }
    }
}

/// What a secret says, once its seal is found to be ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capability {
    /// The room it leads to.
    pub room: RoomId,
    /// The way in.
    pub way: Way,
    /// How many times this way into the room had been renewed when the secret was given.
    pub generation: u32,
}

impl Capability {
    /// As bytes, for a seal.
    #[must_use]
    pub fn to_bytes(self) -> [u8; 21] {
        let mut bytes = [0; 21];
        bytes[..16].copy_from_slice(self.room.as_bytes());
        bytes[16] = way_byte(self.way);
        bytes[17..].copy_from_slice(&self.generation.to_be_bytes());
        bytes
    }

    /// Reads [`Capability::to_bytes`].
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; 21] = bytes.try_into().ok()?;
        Some(Self {
            room: Uuid::from_slice(&bytes[..16]).ok()?,
            way: Way::ALL
                .into_iter()
                .find(|way| way_byte(*way) == bytes[16])?,
            generation: u32::from_be_bytes(bytes[17..].try_into().ok()?),
        })
    }
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

    /// The id of the key that new links are signed with.
    #[must_use]
    pub fn signing_key(&self) -> u8 {
        self.keys.signing_id()
    }

    /// The id of the key that a link of a room is signed with, of which `recorded` is known. One that was
    /// taken out of the file without being retired has killed its links: the newest signs them from then on.
    #[must_use]
    pub fn key_of(&self, recorded: Option<u8>) -> u8 {
        recorded
            .filter(|key| self.keys.holds(*key))
            .unwrap_or_else(|| self.signing_key())
    }

    /// The secret for `capability`, signed with the key of this id; `None` where the file has that
    /// key no more.
    ///
    /// It ends in a letter or a digit, as mail programs leave out other signs at the end of a link.
    #[must_use]
    pub fn secret(&self, capability: &Capability, key: u8) -> Option<String> {
        let mut secret = seal::seal(&self.keys, key, Purpose::Links, &capability.to_bytes())?;
        if secret.ends_with(STRIPPED_SUFFIXES) {
            secret.push(PADDING);
        }
        Some(secret)
    }

    /// Reads a secret and the id of its key; `None` for anything that these keys have not signed.
    ///
    /// What stands behind a whole secret is passed over; of one that lacks its last sign, what that may have
    /// been is tried.
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
        let opened = seal::open(&self.keys, Purpose::Links, secret)?;
        Some((Capability::from_bytes(&opened.content)?, opened.key))
    }
}

/// How many characters a seal over a capability has.
const LENGTH: usize = 52;
/// What mail programs leave out at the end of a link.
const STRIPPED_SUFFIXES: [char; 2] = ['-', '_'];
/// What is written behind such a sign.
const PADDING: char = '0';

/// The byte of a way. These stand in links that people have kept: never reuse one.
fn way_byte(way: Way) -> u8 {
    match way {
        Way::Link(LinkKind::Moderator) => 1,
        Way::Link(LinkKind::Attendee) => 2,
        Way::Link(LinkKind::Authenticated) => 3,
        Way::Code => 4,
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
        (any::<u128>(), 0..4_usize, any::<u32>()).prop_map(|(room, way, generation)| Capability {
            room: Uuid::from_u128(room),
            way: Way::ALL[way],
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
            // As links were written before, and as mail programs then cut them.
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
            way: Way::Link(LinkKind::Moderator),
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
            way: Way::Link(LinkKind::Attendee),
            generation: 0,
        };
        let mut bytes = URL_SAFE_NO_PAD
            .decode(&secret(&signer, &attendee)[..LENGTH])
            .expect("base64url");
        bytes[18] = way_byte(Way::Link(LinkKind::Moderator));
        assert_eq!(signer.read(&URL_SAFE_NO_PAD.encode(bytes)), None);
    }
}
