//! Work that a stranger's browser does before a code is taken, once strangers have typed many wrong
//! ones: ALTCHA, version 2 (<https://altcha.org>). It makes no guess impossible; it makes thousands
//! of them dear.

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
use crate::keys::{Keys, Purpose};

/// For how long a challenge can be answered.
const TIME: Duration = Duration::from_mins(10);

/// Where a challenge says until when; its own expiry would be checked against the system's clock.
const UNTIL: &str = "until";

/// How much work is asked for, by what part of the budget is spent, in hundredths: rounds of
/// PBKDF2, of which 256 on average have to be tried.
#[must_use]
pub fn rounds(spent_percent: u64) -> Option<u32> {
    match spent_percent {
        0..50 => None,
        50..75 => Some(2_000),
        _ => Some(8_000),
    }
}

/// A challenge of this many rounds, as JSON.
pub fn challenge(keys: &Keys, rounds: u32, now: Moment) -> Result<String, altcha::Error> {
    let until = BTreeMap::from([(UNTIL.to_owned(), Value::from(now.plus(TIME).0))]);
    let challenge = create_challenge(CreateChallengeOptions {
        cost: rounds,
        data: Some(until),
        hmac_signature_secret: Some(secret(keys, keys.signing_id())),
        ..CreateChallengeOptions::default()
    })?;
    Ok(serde_json::to_string(&challenge).unwrap_or_default())
}

/// A challenge that was solved: its name, and until when it must not be used again.
#[derive(Debug, PartialEq, Eq)]
pub struct Solved {
    /// Drawn at random with the challenge.
    pub nonce: String,
    /// When it would not hold any more anyway.
    pub until: Moment,
}

/// Checks a solution of at least this many rounds. Whether it was used before is the caller's next
/// question.
#[must_use]
pub fn check(keys: &Keys, proof: &str, rounds: u32, now: Moment) -> Option<Solved> {
    let Payload {
        challenge,
        solution,
    } = serde_json::from_str(proof).ok()?;
    let until = until(&challenge).filter(|until| *until > now)?;
    // What is dear to check is only looked at where it is ours; and ours are never this dear.
    if challenge.parameters.cost < rounds || challenge.parameters.nonce.len() > 64 {
        return None;
    }
    let verified = verify_solution(VerifySolutionOptions::new(
        &challenge,
        &solution,
        secret(keys, keys.signing_id()),
    ));
    verified
        .is_ok_and(|result| result.verified)
        .then(|| Solved {
            nonce: challenge.parameters.nonce.clone(),
            until,
        })
}

fn until(challenge: &Challenge) -> Option<Moment> {
    let data = challenge.parameters.data.as_ref()?;
    data.get(UNTIL)?.as_i64().map(Moment)
}

fn secret(keys: &Keys, key: u8) -> String {
    URL_SAFE_NO_PAD.encode(keys.derive(key, Purpose::Proofs).unwrap_or_default())
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
            check(&keys(7), &proof, 10, NOW.plus(TIME)),
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
            [0, 49, 50, 74, 75, 100].map(rounds),
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
