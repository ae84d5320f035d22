//! Secret keys of the instance, read from the key file; a derived key for each purpose.
//!
//! The file has one key per line, `<id> <32 bytes in base64url>`; empty lines and lines that start with `#` are
//! ignored. The first key signs and all keys verify: to rotate, put a new key on top. Links signed with an old
//! key stay valid until its line is removed.

use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use sha2::Sha256;

use crate::random::Random;

/// The purpose of a derived key. A signature made for one purpose is invalid for the others.
#[derive(Clone, Copy)]
pub enum KeyPurpose {
    /// Capability links.
    Links,
    /// Waiting tickets.
    Waiting,
    /// Trusted-device tokens.
    Devices,
    /// Proof-of-work challenges.
    Proofs,
    /// Session tokens for embedding pages.
    Sessions,
    /// Tokens in the text for a meeting's moderators.
    Moderators,
    /// Addresses of files, for conference servers.
    Files,
    /// Pseudonyms of addresses and people.
    Pseudonyms,
    /// Tokens in the address at which the end of a meeting is reported.
    MeetingEnds,
    /// Pending sign-ins.
    SignIns,
    /// Nonces and PKCE verifiers of sign-ins.
    SignInSecrets,
}

impl KeyPurpose {
    fn label(self) -> &'static [u8] {
        match self {
            Self::Links => b"parvis links v1",
            Self::Waiting => b"parvis waiting v1",
            Self::Devices => b"parvis devices v1",
            Self::Proofs => b"parvis proofs v1",
            Self::Sessions => b"parvis sessions v1",
            Self::Moderators => b"parvis moderators v1",
            Self::Files => b"parvis files v1",
            Self::Pseudonyms => b"parvis pseudonyms v1",
            Self::MeetingEnds => b"parvis meeting ends v1",
            Self::SignIns => b"parvis sign-ins v1",
            Self::SignInSecrets => b"parvis sign-in secrets v1",
        }
    }
}

/// Why the key file cannot be used. No variant contains a key.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: String,
        /// The system's error.
        source: std::io::Error,
    },
    /// A line is not a key.
    #[error("line {line}: expected `<id from 0 to 255> <32 bytes in base64url>`")]
    Line {
        /// The line number, from 1.
        line: usize,
    },
    /// Two keys have the same id.
    #[error("the key id {0} stands twice")]
    Twice(u8),
    /// The file has no key.
    #[error("no key in the file; make one with `parvis-backend keys generate FILE`")]
    Empty,
}

/// The instance's keys; cheap to clone.
#[derive(Clone)]
pub struct Keys {
    keys: Arc<[(u8, [u8; 32])]>,
}

impl Keys {
    /// Reads the key file at `path`.
    ///
    /// # Errors
    ///
    /// [`KeysError`] when the file cannot be read or parsed.
    pub fn read(path: &Path) -> Result<Self, KeysError> {
        let text = std::fs::read_to_string(path).map_err(|source| file_error(path, source))?;
        Self::parse(&text)
    }

    /// Parses the text of a key file.
    ///
    /// # Errors
    ///
    /// [`KeysError`] when a line is not a key, or there is no key.
    pub fn parse(text: &str) -> Result<Self, KeysError> {
        let mut keys: Vec<(u8, [u8; 32])> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let key = parse_line(line).ok_or(KeysError::Line { line: index + 1 })?;
            if keys.iter().any(|(id, _)| *id == key.0) {
                return Err(KeysError::Twice(key.0));
            }
            keys.push(key);
        }
        if keys.is_empty() {
            Err(KeysError::Empty)
        } else {
            Ok(Self { keys: keys.into() })
        }
    }

    /// Writes a key file with one new key, readable only by its owner. Refuses to overwrite an existing file,
    /// which would invalidate every link.
    ///
    /// # Errors
    ///
    /// [`KeysError::File`] when the file exists or cannot be written.
    pub fn generate(path: &Path, random: &Random) -> Result<(), KeysError> {
        use std::io::Write as _;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let line = format!("1 {}\n", URL_SAFE_NO_PAD.encode(random.bytes::<32>()));
        options
            .open(path)
            .and_then(|mut file| file.write_all(line.as_bytes()))
            .map_err(|source| file_error(path, source))
    }

    /// The id of the signing key.
    #[must_use]
    pub fn signing_id(&self) -> u8 {
        // `parse` refuses an empty list.
        self.keys.first().map_or(0, |(id, _)| *id)
    }

    /// Whether the key file has a key with this id.
    #[must_use]
    pub fn holds(&self, id: u8) -> bool {
        self.keys.iter().any(|(key_id, _)| *key_id == id)
    }

    /// Derives the key for `purpose` from the key `id`; `None` if the file has no such key.
    #[must_use]
    pub fn derive(&self, id: u8, purpose: KeyPurpose) -> Option<[u8; 32]> {
        let (_, master) = self.keys.iter().find(|(key_id, _)| *key_id == id)?;
        let mut derived = [0; 32];
        Hkdf::<Sha256>::new(None, master)
            .expand(purpose.label(), &mut derived)
            .ok()?;
        Some(derived)
    }
}

fn file_error(path: &Path, source: std::io::Error) -> KeysError {
    KeysError::File {
        path: path.display().to_string(),
        source,
    }
}

fn parse_line(line: &str) -> Option<(u8, [u8; 32])> {
    let (id, key) = line.split_once(char::is_whitespace)?;
    let key = URL_SAFE_NO_PAD.decode(key.trim()).ok()?;
    Some((id.parse().ok()?, key.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: u8, byte: u8) -> String {
        format!("{id} {}\n", URL_SAFE_NO_PAD.encode([byte; 32]))
    }

    #[test]
    fn the_first_key_signs_and_the_others_are_kept() {
        let keys = Keys::parse(&format!("# new\n{}\n{}", line(2, 2), line(1, 1))).expect("parses");
        assert_eq!(keys.signing_id(), 2);
        assert!(keys.derive(1, KeyPurpose::Links).is_some());
        assert!(keys.derive(3, KeyPurpose::Links).is_none());
        assert_ne!(
            keys.derive(1, KeyPurpose::Links),
            keys.derive(2, KeyPurpose::Links)
        );
    }

    #[test]
    fn a_file_without_keys_or_with_a_damaged_one_is_refused() {
        assert!(matches!(Keys::parse("\n# none\n"), Err(KeysError::Empty)));
        assert!(matches!(
            Keys::parse("1 c2hvcnQ"),
            Err(KeysError::Line { line: 1 })
        ));
        let twice = format!("{}{}", line(1, 1), line(1, 2));
        assert!(matches!(Keys::parse(&twice), Err(KeysError::Twice(1))));
    }
}
