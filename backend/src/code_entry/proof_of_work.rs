//! Proof of work (ALTCHA version 2, <https://altcha.org>), required for entering a code after many wrong ones.
//! It does not prevent a guess; it makes thousands of guesses expensive.

use std::collections::BTreeMap;
use std::time::Duration;

use altcha::{
    Challenge, CreateChallengeOptions, Payload, VerifySolutionOptions, create_challenge,
    verify_solution,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::Value;

use crate::clock::Moment;
use crate::keys::{KeyPurpose, Keys};

/// How long a challenge is valid.
const LIFETIME: Duration = Duration::from_mins(10);

/// The name of the expiry in a challenge; ALTCHA's own expiry is compared with the system clock instead of the
/// injected one.
const UNTIL: &str = "until";

/// The cost of a challenge by the used percentage of the budget: iterations of PBKDF2, of which 256 on average
/// have to be tried. `None` if no proof is required.
#[must_use]
pub fn cost(used_percent: u64) -> Option<u32> {
    match used_percent {
        0..50 => None,
        50..75 => Some(2_000),
        _ => Some(8_000),
    }
}

/// A challenge of this cost, as JSON.
pub fn challenge(keys: &Keys, cost: u32, now: Moment) -> Result<String, altcha::Error> {
    let until = BTreeMap::from([(UNTIL.to_owned(), Value::from(now.plus(LIFETIME).0))]);
    let challenge = create_challenge(CreateChallengeOptions {
        cost,
        data: Some(until),
        hmac_signature_secret: Some(secret(keys, keys.signing_id())),
        ..CreateChallengeOptions::default()
    })?;
    Ok(serde_json::to_string(&challenge).unwrap_or_default())
}

/// A verified solution: the nonce of its challenge, and when that expires.
#[derive(Debug, PartialEq, Eq)]
pub struct VerifiedSolution {
    /// The random nonce of the challenge.
    pub nonce: String,
    /// When the challenge expires; it must not be accepted again before.
    pub until: Moment,
}

/// Verifies a solution of at least this cost. The caller checks that it is not used again.
#[must_use]
pub fn check(keys: &Keys, proof: &str, cost: u32, now: Moment) -> Option<VerifiedSolution> {
    let Payload {
        challenge,
        solution,
    } = serde_json::from_str(proof).ok()?;
    let until = until(&challenge).filter(|until| *until > now)?;
    // Verification is expensive, so the parameters are bounded first: this service's own challenges are within
    // them.
    if challenge.parameters.cost < cost || challenge.parameters.nonce.len() > 64 {
        return None;
    }
    let verified = verify_solution(VerifySolutionOptions::new(
        &challenge,
        &solution,
        secret(keys, keys.signing_id()),
    ));
    verified
        .is_ok_and(|result| result.verified)
        .then(|| VerifiedSolution {
            nonce: challenge.parameters.nonce.clone(),
            until,
        })
}

fn until(challenge: &Challenge) -> Option<Moment> {
    let data = challenge.parameters.data.as_ref()?;
    data.get(UNTIL)?.as_i64().map(Moment)
}

fn secret(keys: &Keys, key: u8) -> String {
    URL_SAFE_NO_PAD.encode(keys.derive(key, KeyPurpose::Proofs).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use altcha::{SolveChallengeOptions, solve_challenge};

    use super::*;

    const NOW: Moment = Moment(1_770_888_600_000);

    fn keys(byte: u8) -> Keys {
        Keys::parse(&format!("1 {}", URL_SAFE_NO_PAD.encode([byte; 32]))).expect("a key")
    }

    fn solved(challenge: &str) -> String {
        let challenge: Challenge = serde_json::from_str(challenge).expect("a challenge");
        let solution = solve_challenge(SolveChallengeOptions::new(&challenge));
        let solution = solution.expect("well-formed").expect("in time");
        serde_json::to_string(&Payload {
            challenge,
            solution,
        })
        .expect("JSON")
    }

    #[test]
    fn a_solution_holds_for_its_time_its_instance_and_its_work() {
        let challenge = challenge(&keys(7), 10, NOW).expect("a challenge");
        let proof = solved(&challenge);
        assert!(check(&keys(7), &proof, 10, NOW).is_some());
        assert_eq!(
            check(&keys(7), &proof, 10, NOW.plus(LIFETIME)),
            None,
            "too late"
        );
        assert_eq!(check(&keys(8), &proof, 10, NOW), None, "another instance's");
        assert_eq!(
            check(&keys(7), &proof, 11, NOW),
            None,
            "more work is asked for by now"
        );
        let easier = proof.replace("\"cost\":10", "\"cost\":1");
        assert_eq!(
            check(&keys(7), &easier, 1, NOW),
            None,
            "made easier by its solver"
        );
        for nonsense in ["", "{}", "null", &challenge] {
            assert_eq!(check(&keys(7), nonsense, 1, NOW), None);
        }
    }

    #[test]
    fn work_is_asked_for_once_half_is_spent_and_more_at_three_quarters() {
        assert_eq!(
            [0, 49, 50, 74, 75, 100].map(cost),
            [
                None,
                None,
                Some(2_000),
                Some(2_000),
                Some(8_000),
                Some(8_000)
            ]
        );
    }
}
