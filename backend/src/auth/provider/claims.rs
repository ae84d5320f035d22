//! Validation of token claims (OpenID Connect Core 1.0, 3.1.3.7). Claims that the portal does not use may have
//! any type.

use std::time::Duration;

use serde_json::Value;

use super::error::ProviderError;
use super::jwt::Claims;
use crate::clock::Moment;

/// The accepted clock skew.
const LEEWAY: Duration = Duration::from_mins(1);
/// The maximum length of `sub`, in characters.
const LONGEST_SUBJECT: usize = 255;

/// The expected audience and issuer.
pub struct Expected<'a> {
    pub issuer: &'a str,
    pub client_id: &'a str,
    /// Additional accepted audiences.
    pub audiences: &'a [String],
    pub now: Moment,
}

impl Expected<'_> {
    /// Validates an identity token; returns its subject.
    pub fn check_id_token(&self, claims: &Claims, nonce: &str) -> Result<String, ProviderError> {
        if text(claims, "iss") != Some(self.issuer) {
            return Err(unusable("iss", "is another issuer"));
        }
        self.check_audience(claims)?;
        if claims.get("azp").is_some() && text(claims, "azp") != Some(self.client_id) {
            return Err(unusable("azp", "is another client"));
        }
        self.check_times(claims, true)?;
        if text(claims, "nonce") != Some(nonce) {
            return Err(unusable("nonce", "is of another sign-in"));
        }
        subject(claims)
    }

    /// Validates signed userinfo claims, of which only the subject is required (5.3.2).
    pub fn check_userinfo(&self, claims: &Claims) -> Result<(), ProviderError> {
        if claims.get("iss").is_some() && text(claims, "iss") != Some(self.issuer) {
            return Err(unusable("iss", "is another issuer"));
        }
        if claims.get("aud").is_some() {
            self.check_audience(claims)?;
        }
        self.check_times(claims, false)
    }

    fn check_audience(&self, claims: &Claims) -> Result<(), ProviderError> {
        let audience: Vec<&str> = match claims.get("aud") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if !audience.contains(&self.client_id) {
            return Err(unusable("aud", "does not hold this client"));
        }
        let is_trusted =
            |one: &&str| *one == self.client_id || self.audiences.iter().any(|own| own == one);
        if audience.iter().all(is_trusted) {
            return Ok(());
        }
        Err(unusable(
            "aud",
            "holds an audience that is not trusted here",
        ))
    }

    fn check_times(&self, claims: &Claims, must_expire: bool) -> Result<(), ProviderError> {
        match seconds(claims, "exp") {
            Some(end) if end.plus(LEEWAY) <= self.now => return Err(unusable("exp", "is over")),
            None if must_expire => return Err(unusable("exp", "is missing")),
            _ => {}
        }
        if seconds(claims, "nbf").is_some_and(|start| start.minus(LEEWAY) > self.now) {
            return Err(unusable("nbf", "is in the future"));
        }
        Ok(())
    }
}

/// The subject.
pub fn subject(claims: &Claims) -> Result<String, ProviderError> {
    let subject = text(claims, "sub").unwrap_or_default();
    let is_visible = |c: char| !c.is_whitespace() && !c.is_control();
    if subject.is_empty()
        || subject.chars().count() > LONGEST_SUBJECT
        || !subject.chars().all(is_visible)
    {
        return Err(unusable("sub", "is not 1 to 255 visible characters"));
    }
    Ok(subject.to_owned())
}

/// A claim of type string.
pub fn text<'a>(claims: &'a Claims, name: &str) -> Option<&'a str> {
    claims.get(name)?.as_str()
}

/// A timestamp claim: seconds since 1970, which may have a fraction.
fn seconds(claims: &Claims, name: &str) -> Option<Moment> {
    let seconds = claims
        .get(name)?
        .as_f64()
        .filter(|seconds| seconds.is_finite())?;
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    Some(Moment((seconds * 1000.0) as i64))
}

fn unusable(claim: &str, what: &str) -> ProviderError {
    ProviderError::Unusable(format!("the claim {claim} of a token {what}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    fn valid() -> Value {
        json!({
            "iss": "https://provider.example", "aud": "parvis", "sub": "a", "nonce": "n",
            "exp": NOW + 300, "iat": NOW,
        })
    }

    fn checked(changes: &Value) -> Result<String, ProviderError> {
        let mut claims = valid().as_object().cloned().unwrap_or_default();
        for (name, value) in changes.as_object().into_iter().flatten() {
            if value.is_null() {
                claims.remove(name);
            } else {
                claims.insert(name.clone(), value.clone());
            }
        }
        let expected = Expected {
            issuer: "https://provider.example",
            client_id: "parvis",
            audiences: &["project".to_owned()],
            now: Moment(NOW * 1000),
        };
        expected.check_id_token(&claims, "n")
    }

    #[track_caller]
    fn is_accepted(changes: &Value) {
        assert!(
            checked(changes).is_ok(),
            "{changes}: {:?}",
            checked(changes)
        );
    }

    #[track_caller]
    fn is_refused(changes: &Value) {
        assert!(checked(changes).is_err(), "{changes}");
    }

    #[test]
    fn a_token_is_of_this_provider_for_this_client_and_this_sign_in() {
        is_accepted(&json!({}));
        is_refused(&json!({ "iss": "https://provider.example/" }));
        is_refused(&json!({ "iss": null }));
        is_refused(&json!({ "aud": "other" }));
        is_refused(&json!({ "aud": [] }));
        is_refused(&json!({ "aud": 1 }));
        is_refused(&json!({ "nonce": "other" }));
        is_refused(&json!({ "nonce": null }));
    }

    #[test]
    fn it_may_be_for_trusted_audiences_as_well_and_for_no_others() {
        is_accepted(&json!({ "aud": ["parvis"] }));
        is_accepted(&json!({ "aud": ["project", "parvis"], "azp": "parvis" }));
        is_refused(&json!({ "aud": ["project"] }));
        is_refused(&json!({ "aud": ["parvis", "other"] }));
        is_refused(&json!({ "azp": "other" }));
        is_refused(&json!({ "azp": 1 }));
    }

    #[test]
    fn clocks_may_be_a_minute_apart() {
        is_accepted(&json!({ "exp": NOW - 59 }));
        is_refused(&json!({ "exp": NOW - 60 }));
        is_refused(&json!({ "exp": null }));
        is_refused(&json!({ "exp": "tomorrow" }));
        is_accepted(&json!({ "exp": 1_800_000_000.5 }));
        is_accepted(&json!({ "nbf": NOW + 60 }));
        is_refused(&json!({ "nbf": NOW + 61 }));
    }

    #[test]
    fn whom_it_is_about_is_1_to_255_visible_characters() {
        is_accepted(&json!({ "sub": "é".repeat(255) }));
        is_refused(&json!({ "sub": "é".repeat(256) }));
        is_refused(&json!({ "sub": "" }));
        is_refused(&json!({ "sub": "a b" }));
        is_refused(&json!({ "sub": "a\u{0}" }));
        is_refused(&json!({ "sub": 7 }));
    }

    #[test]
    fn claims_of_no_use_may_be_anything() {
        is_accepted(&json!({
            "iat": "yesterday", "email_verified": "true", "updated_at": "2026-01-01T00:00:00Z",
            "address": 1, "auth_time": [], "name": {}, "picture": false, "amr": "pwd",
        }));
    }
}
