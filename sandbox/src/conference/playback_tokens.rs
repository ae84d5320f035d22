//! Tokens in the addresses of protected recordings. A token admits the first browser that uses it, for as long as
//! that has the cookie. Source: Scalelite's `PROTECTED_RECORDINGS_README.md`.

use std::collections::BTreeMap;

use crate::random;

/// How long a browser is admitted, in milliseconds: Scalelite's `PROTECTED_RECORDINGS_TIMEOUT`.
const ADMITTED_MS: u64 = 6 * 3_600_000;

/// The issued tokens, and the browsers that were admitted.
#[derive(Default)]
pub(crate) struct PlaybackTokens {
    unused: BTreeMap<String, Grant>,
    admitted: BTreeMap<String, Grant>,
}

/// What gives access to a recording, for a while.
struct Grant {
    recording: String,
    /// Milliseconds since 1970.
    expires_ms: u64,
}

impl Grant {
    fn holds(&self, recording: &str, now_ms: u64) -> bool {
        self.recording == recording && now_ms < self.expires_ms
    }
}

impl PlaybackTokens {
    /// Issues a token for a recording.
    pub(crate) fn issue(&mut self, recording: &str, expires_ms: u64) -> String {
        let token = random::token();
        let grant = Grant {
            recording: recording.to_owned(),
            expires_ms,
        };
        self.unused.insert(token.clone(), grant);
        token
    }

    /// Uses a token up; returns the value of the cookie for the browser, if the token is valid.
    pub(crate) fn consume(&mut self, token: &str, recording: &str, now_ms: u64) -> Option<String> {
        if !self.unused.get(token)?.holds(recording, now_ms) {
            return None;
        }
        self.unused.remove(token);
        let cookie = random::token();
        let grant = Grant {
            recording: recording.to_owned(),
            expires_ms: now_ms.saturating_add(ADMITTED_MS),
        };
        self.admitted.insert(cookie.clone(), grant);
        Some(cookie)
    }

    /// Whether a cookie admits its browser to a recording.
    pub(crate) fn admits(&self, cookie: &str, recording: &str, now_ms: u64) -> bool {
        let grant = self.admitted.get(cookie);
        grant.is_some_and(|grant| grant.holds(recording, now_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_admits_one_browser_to_its_recording_for_a_while() {
        let mut tokens = PlaybackTokens::default();
        let token = tokens.issue("a", 100);
        assert_eq!(tokens.consume(&token, "b", 0), None);
        assert_eq!(tokens.consume(&token, "a", 100), None);
        let cookie = tokens.consume(&token, "a", 99).expect("valid");
        assert_eq!(tokens.consume(&token, "a", 99), None);
        assert!(tokens.admits(&cookie, "a", 100));
        assert!(!tokens.admits(&cookie, "b", 100));
        assert!(!tokens.admits(&cookie, "a", 99 + ADMITTED_MS));
    }
}
