//! Secrets of links: 22 bytes say what a secret is for, each further pair replaces or cuts off a character of it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use parvis_backend::fuzzing::{Capability, EntryMethod, LinkSigner};
use parvis_backend::keys::Keys;
use parvis_contract::link::received;
use uuid::Uuid;

static SIGNER: LazyLock<LinkSigner> = LazyLock::new(|| {
    let file = format!("1 {}\n2 {}\n", "A".repeat(43), "B".repeat(42) + "A");
    LinkSigner::new(Keys::parse(&file).expect("keys"))
});

/// The length of a secret without padding.
const LENGTH: usize = 52;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    if let Some((capability, key)) = SIGNER.read(&text) {
        // The fuzzer finds what this target has signed, as it sees what is compared; it cannot sign.
        let signed = SIGNER.secret(&capability, key).expect("a key");
        assert!(
            text.starts_with(&signed[..LENGTH - 1]),
            "not what was signed"
        );
    }

    let Some((&[key, entry, ref room @ .., g1, g2, g3, g4], edits)) =
        data.split_first_chunk::<22>()
    else {
        return;
    };
    let capability = Capability {
        room: Uuid::from_slice(room).expect("16 bytes"),
        entry: EntryMethod::ALL[usize::from(entry % 4)],
        generation: u32::from_be_bytes([g1, g2, g3, g4]),
    };
    let key = 1 + key % 2;
    let signed = Some((capability, key));
    let secret = SIGNER.secret(&capability, key).expect("a key");
    assert_eq!(SIGNER.read(&secret), signed);
    assert_eq!(
        Capability::from_bytes(&capability.to_bytes()),
        Some(capability)
    );
    let path = format!("/rejoindre/{}", capability.entry.kind().word());
    let link = (capability.entry.kind(), secret.clone());
    assert_eq!(
        received(&path, &secret),
        Some(link),
        "the app reads another secret"
    );

    let mut changed: Vec<char> = secret.chars().collect();
    for edit in edits.chunks_exact(2) {
        let at = usize::from(edit[0]) % (changed.len() + 1);
        match edit[1] {
            0 => changed.truncate(at),
            byte if at == changed.len() => changed.push(char::from(byte)),
            byte => changed[at] = char::from(byte),
        }
    }
    let changed: String = changed.into_iter().collect();
    let read = SIGNER.read(&changed);
    if changed.starts_with(&secret[..LENGTH]) {
        assert_eq!(read, signed, "what follows a secret changes it");
    } else if read.is_some() {
        // Mail programs cut off the last character, and no other change is repaired.
        assert_eq!(read, signed);
        assert_eq!(changed, secret[..LENGTH - 1]);
        assert!(secret[..LENGTH].ends_with(['-', '_']));
    }
});
