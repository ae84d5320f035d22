//! Pending sign-ins. The browser keeps each in a cookie that is signed, so that an attempt that never comes back costs
//! the service nothing, and no other browser can complete it.
//!
//! The cookie holds the audience, when the attempt expires, the hash of its state and the path to return to; nonce and
//! PKCE verifier are derived from the state by the instance's key. That a sign-in is completed once is ensured by the
//! provider, which takes a code once (RFC 6749, 4.1.2), and by removing the cookie.

use std::time::Duration;

use axum_extra::extract::cookie::CookieJar;
use sha2::{Digest as _, Sha256};

use super::audience::Audience;
use super::cookies::{self, CookieKind};
use super::provider::Attempt;
use super::sign_ins::SignIns;
use crate::clock::Moment;
use crate::keys::{KeyPurpose, Keys};
use crate::signed_token;

/// The lifetime of a pending sign-in.
const LIFETIME: Duration = Duration::from_mins(15);

/// The maximum number of pending sign-ins of a browser, as each of its requests sends them: the oldest go.
const MOST: usize = 8;

/// A sign-in that has come back from the provider.
pub(super) struct PendingSignIn {
    /// The nonce that the identity token must contain.
    pub nonce: String,
    /// The PKCE verifier (RFC 7636).
    pub pkce_verifier: String,
    /// The path of the portal to return to.
    pub return_to: String,
}

/// The content of a cookie.
struct Content {
    key: u8,
    audience: Audience,
    expires_at: Moment,
    state_hash: [u8; 32],
    return_to: String,
}

/// Begins a sign-in; `None` if there is no key to sign with.
pub(super) fn begin(
    sign_ins: &SignIns,
    audience: Audience,
    return_to: &str,
    jar: CookieJar,
) -> Option<(CookieJar, Attempt)> {
    let SignIns { config, keys, .. } = sign_ins;
    let state = sign_ins.random.token();
    let content = Content {
        key: keys.signing_id(),
        audience,
        expires_at: sign_ins.clock.now().plus(LIFETIME),
        state_hash: Sha256::digest(&state).into(),
        return_to: return_to.to_owned(),
    };
    let attempt = Attempt {
        nonce: secret(keys, content.key, "nonce", &state)?,
        pkce_verifier: secret(keys, content.key, "verifier", &state)?,
        state,
    };
    let jar = make_room(sign_ins, jar);
    let kind = CookieKind::SignIn(&content.name());
    let jar = cookies::set(config, jar, kind, content.sign(keys)?, Some(LIFETIME));
    Some((jar, attempt))
}

/// Takes the sign-in of this browser with this state; `None` if it has expired, or is of another browser or audience.
pub(super) fn take(
    sign_ins: &SignIns,
    audience: Audience,
    state: &str,
    jar: CookieJar,
) -> (CookieJar, Option<PendingSignIn>) {
    let SignIns { config, keys, .. } = sign_ins;
    let state_hash: [u8; 32] = Sha256::digest(state).into();
    let name = name(&state_hash);
    let kind = CookieKind::SignIn(&name);
    let Some(content) =
        cookies::read(config, &jar, kind).and_then(|text| Content::read(keys, text))
    else {
        return (jar, None);
    };
    let jar = cookies::remove(config, jar, kind);
    let is_good = content.audience == audience
        && content.state_hash == state_hash
        && content.expires_at > sign_ins.clock.now();
    let pending = is_good.then(|| {
        Some(PendingSignIn {
            nonce: secret(keys, content.key, "nonce", state)?,
            pkce_verifier: secret(keys, content.key, "verifier", state)?,
            return_to: content.return_to,
        })
    });
    (jar, pending.flatten())
}

/// Removes what is oldest, so that there is room for one more.
fn make_room(sign_ins: &SignIns, mut jar: CookieJar) -> CookieJar {
    let SignIns { config, keys, .. } = sign_ins;
    let mut pending: Vec<(Moment, String)> = cookies::pending_sign_ins(config, &jar)
        .map(|(id, text)| {
            // What is not ours goes first.
            let content = Content::read(keys, text);
            let expires_at = content.map_or(Moment(0), |content| content.expires_at);
            (expires_at, id.to_owned())
        })
        .collect();
    pending.sort();
    let surplus = (pending.len() + 1).saturating_sub(MOST);
    for (_, id) in pending.into_iter().take(surplus) {
        jar = cookies::remove(config, jar, CookieKind::SignIn(&id));
    }
    jar
}

impl Content {
    fn name(&self) -> String {
        name(&self.state_hash)
    }

    fn sign(&self, keys: &Keys) -> Option<String> {
        let audience = match self.audience {
            Audience::Agents => 0,
            Audience::Attendees => 1,
        };
        let content = [
            &[audience][..],
            &self.expires_at.0.to_be_bytes(),
            &self.state_hash,
            self.return_to.as_bytes(),
        ]
        .concat();
        signed_token::sign(keys, self.key, KeyPurpose::SignIns, &content)
    }

    fn read(keys: &Keys, text: &str) -> Option<Self> {
        let signed = signed_token::verify(keys, KeyPurpose::SignIns, text)?;
        let (audience, rest) = signed.content.split_first()?;
        let (expires_at, rest) = rest.split_first_chunk()?;
        let (state_hash, return_to) = rest.split_first_chunk()?;
        Some(Self {
            key: signed.key,
            audience: match audience {
                0 => Audience::Agents,
                1 => Audience::Attendees,
                _ => return None,
            },
            expires_at: Moment(i64::from_be_bytes(*expires_at)),
            state_hash: *state_hash,
            return_to: str::from_utf8(return_to).ok()?.to_owned(),
        })
    }
}

/// What names the cookie of a state: the beginning of its hash.
fn name(state_hash: &[u8; 32]) -> String {
    let [first, second, third, fourth, ..] = *state_hash;
    format!("{:08x}", u32::from_be_bytes([first, second, third, fourth]))
}

/// What only this service can say of a state.
fn secret(keys: &Keys, key: u8, what: &str, state: &str) -> Option<String> {
    let content = format!("{what} {state}");
    signed_token::secret(keys, key, KeyPurpose::SignInSecrets, content.as_bytes())
}
