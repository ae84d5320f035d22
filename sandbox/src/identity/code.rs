//! Authorization codes: single use, short lifetime.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::account::Account;
use crate::random;

/// An authorization.
pub(super) struct Grant {
    pub(super) account: &'static Account,
    pub(super) redirect_uri: String,
    pub(super) code_challenge: String,
    pub(super) nonce: Option<String>,
    pub(super) scope: String,
    /// Seconds since 1970.
    pub(super) auth_time: u64,
}

/// The issued codes that are not yet redeemed.
pub(super) struct Codes {
    lifetime: Duration,
    grants: HashMap<String, (Instant, Grant)>,
}

impl Codes {
    /// Without codes.
    pub(super) fn new(lifetime: Duration) -> Self {
        Self {
            lifetime,
            grants: HashMap::new(),
        }
    }

    /// Issues a code for an authorization.
    pub(super) fn issue(&mut self, grant: Grant, now: Instant) -> String {
        let lifetime = self.lifetime;
        self.grants
            .retain(|_, (issued, _)| now.saturating_duration_since(*issued) < lifetime);
        let code = random::token();
        self.grants.insert(code.clone(), (now, grant));
        code
    }

    /// Redeems a code. It becomes invalid whether or not the token request succeeds.
    pub(super) fn redeem(&mut self, code: &str, now: Instant) -> Option<Grant> {
        let (issued, grant) = self.grants.remove(code)?;
        (now.saturating_duration_since(issued) < self.lifetime).then_some(grant)
    }
}

#[cfg(test)]
mod tests {
    use super::super::account::AGENTS;
    use super::*;

    const LIFETIME: Duration = Duration::from_mins(1);

    fn grant() -> Grant {
        Grant {
            account: &AGENTS[0],
            redirect_uri: String::new(),
            code_challenge: String::new(),
            nonce: None,
            scope: String::new(),
            auth_time: 0,
        }
    }

    #[test]
    fn a_code_is_good_once() {
        let (mut codes, now) = (Codes::new(LIFETIME), Instant::now());
        let code = codes.issue(grant(), now);
        assert!(codes.redeem(&code, now).is_some());
        assert!(codes.redeem(&code, now).is_none());
    }

    #[test]
    fn a_code_expires() {
        let (mut codes, now) = (Codes::new(LIFETIME), Instant::now());
        let code = codes.issue(grant(), now);
        assert!(codes.redeem(&code, now + LIFETIME).is_none());
    }
}
