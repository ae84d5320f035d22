//! The signing key of tokens: ECDSA on the curve P-256 with SHA-256 (`ES256`, RFC 7518).
//!
//! It is generated at each start and not stored, so tokens of another run are invalid.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::elliptic_curve::rand_core::OsRng;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The kind of a token. It is in the token's header, so that kinds cannot be confused.
#[derive(Clone, Copy)]
pub(super) enum TokenKind {
    Id,
    /// RFC 9068.
    Access,
}

impl TokenKind {
    fn typ(self) -> &'static str {
        match self {
            Self::Id => "JWT",
            Self::Access => "at+jwt",
        }
    }
}

/// A key pair with its identifier.
pub(super) struct Key {
    secret: SigningKey,
    id: String,
}

impl Key {
    /// A new key.
    pub(super) fn draw() -> Self {
        let secret = SigningKey::random(&mut OsRng);
        let (x, y) = coordinates(secret.verifying_key());
        // The RFC 7638 thumbprint: these members, in this order, without spaces.
        let members = format!(r#"{{"crv":"P-256","kty":"EC","x":"{x}","y":"{y}"}}"#);
        Self {
            secret,
            id: BASE64URL.encode(Sha256::digest(members)),
        }
    }

    /// The public key as a JSON Web Key.
    pub(super) fn public(&self) -> Value {
        let (x, y) = coordinates(self.secret.verifying_key());
        json!({
            "kty": "EC", "crv": "P-256", "x": x, "y": y,
            "use": "sig", "alg": "ES256", "kid": self.id,
        })
    }

    /// Signs a token with `claims`.
    pub(super) fn sign(&self, kind: TokenKind, claims: &Value) -> String {
        let header = json!({ "alg": "ES256", "kid": self.id, "typ": kind.typ() });
        let signed = format!("{}.{}", encode(&header), encode(claims));
        let signature: Signature = self.secret.sign(signed.as_bytes());
        format!("{signed}.{}", BASE64URL.encode(signature.to_bytes()))
    }

    /// Verifies the signature and the kind of a token; returns its claims. The caller checks the expiry.
    pub(super) fn verify(&self, kind: TokenKind, token: &str) -> Option<Value> {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = Signature::from_slice(&BASE64URL.decode(signature).ok()?).ok()?;
        self.secret
            .verifying_key()
            .verify(signed.as_bytes(), &signature)
            .ok()?;
        let (header, claims) = signed.split_once('.')?;
        (decode(header)?.get("typ")? == kind.typ()).then(|| decode(claims))?
    }
}

fn coordinates(key: &VerifyingKey) -> (String, String) {
    let point = key.to_encoded_point(false);
    let text = |bytes: Option<&p256::FieldBytes>| {
        bytes
            .map(|bytes| BASE64URL.encode(bytes))
            .unwrap_or_default()
    };
    (text(point.x()), text(point.y()))
}

fn encode(value: &Value) -> String {
    BASE64URL.encode(value.to_string())
}

fn decode(part: &str) -> Option<Value> {
    serde_json::from_slice(&BASE64URL.decode(part).ok()?).ok()
}
