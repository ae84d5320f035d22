//! JWT signature verification (RFC 7515, RFC 7519). The claims are validated elsewhere.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey, Header, Validation};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::error::{ProviderError, code_to_log};

/// The claims of a token, of any type.
pub type Claims = Map<String, Value>;

/// Why a token is invalid.
#[derive(Debug)]
pub enum JwtError {
    /// Signed with an unknown key: the provider may have rotated its keys.
    UnknownKey,
    /// Malformed, with an unaccepted algorithm, or with an invalid signature.
    Invalid(String),
}

impl From<JwtError> for ProviderError {
    fn from(error: JwtError) -> Self {
        let reason = match error {
            JwtError::UnknownKey => "a token is signed with a key that it does not publish".into(),
            JwtError::Invalid(reason) => reason,
        };
        Self::Unusable(reason)
    }
}

/// The supported algorithms in a list; unknown names are ignored.
pub fn algorithms(names: &[String]) -> Vec<Algorithm> {
    names.iter().filter_map(|name| name.parse().ok()).collect()
}

/// Verifies tokens.
pub struct Verifier<'a> {
    /// The provider's public keys.
    pub keys: &'a [Jwk],
    /// The client's secret, the key of the algorithms `HS…`.
    pub secret: &'a str,
}

impl Verifier<'_> {
    /// Verifies a token signed with one of the `allowed` algorithms; returns its claims.
    pub fn claims(&self, token: &str, allowed: &[Algorithm]) -> Result<Claims, JwtError> {
        let header = jsonwebtoken::decode_header(token)
            .map_err(|_| JwtError::Invalid(unknown_algorithm(token)))?;
        // RFC 7515, 4.1.11: tokens with unknown critical extensions must be refused.
        if header.crit.is_some() {
            let reason = "a token demands an extension that is not known here";
            return Err(JwtError::Invalid(reason.to_owned()));
        }
        if !allowed.contains(&header.alg) {
            return Err(JwtError::Invalid(format!(
                "a token is signed with {:?}, and not with one of {allowed:?}",
                header.alg
            )));
        }
        if header.alg.family() == AlgorithmFamily::Hmac {
            let key = DecodingKey::from_secret(self.secret.as_bytes());
            return decode(token, &key, header.alg).map_err(|error| verification_error(&error));
        }
        let mut outcome = Err(JwtError::UnknownKey);
        for key in self.keys.iter().filter(|key| may_have_signed(key, &header)) {
            outcome = DecodingKey::from_jwk(key)
                .and_then(|key| decode(token, &key, header.alg))
                .map_err(|error| verification_error(&error));
            if outcome.is_ok() {
                break;
            }
        }
        match outcome {
            // A provider without key identifiers may have rotated its key.
            Err(JwtError::Invalid(_)) if header.kid.is_none() => Err(JwtError::UnknownKey),
            outcome => outcome,
        }
    }
}

fn decode(token: &str, key: &DecodingKey, algorithm: Algorithm) -> Result<Claims, Error> {
    let mut validation = Validation::new(algorithm);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    jsonwebtoken::decode(token, key, &validation).map(|token| token.claims)
}

fn verification_error(error: &Error) -> JwtError {
    JwtError::Invalid(match error.kind() {
        ErrorKind::InvalidSignature => "a token's signature is wrong".to_owned(),
        // Other messages may contain parts of the token.
        _ => "a token cannot be verified".to_owned(),
    })
}

/// Why a header cannot be parsed, most likely because of its algorithm. The message contains nothing else of
/// the token.
fn unknown_algorithm(token: &str) -> String {
    #[derive(Deserialize)]
    struct Named {
        alg: String,
    }
    let header = token.split('.').next().unwrap_or_default();
    let bytes = URL_SAFE_NO_PAD.decode(header).unwrap_or_default();
    match serde_json::from_slice::<Named>(&bytes) {
        Ok(Named { alg }) => format!(
            "a token is signed with {}, which is not known here",
            code_to_log(&alg)
        ),
        Err(_) => "a token's header cannot be read".to_owned(),
    }
}

fn may_have_signed(key: &Jwk, header: &Header) -> bool {
    let common = &key.common;
    let names_fit = match (&header.kid, &common.key_id) {
        (Some(wanted), Some(own)) => wanted == own,
        _ => true,
    };
    let family_fits =
        DecodingKey::from_jwk(key).is_ok_and(|key| key.family() == header.alg.family());
    let algorithm_fits = match common.key_algorithm.map(Algorithm::try_from) {
        Some(Ok(own)) => own == header.alg,
        // Absent, or newer than the library.
        None | Some(Err(_)) => true,
    };
    names_fit
        && family_fits
        && algorithm_fits
        && common.public_key_use != Some(PublicKeyUse::Encryption)
}
