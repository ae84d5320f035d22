//! Proof of work (ALTCHA version 2, <https://altcha.org>), required for entering a code after many wrong ones.
//! It does not prevent a guess; it makes thousands of guesses expensive.
//!
//! A challenge hides a counter below its number of tries ("deterministic mode"), so that a solver who is unlucky
//! needs twice the average and no more. It carries a signature of the key to find, so that verifying a solution
//! derives none.

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
use crate::code_attempts::{ITERATIONS, ProofOfWork, Work};
use crate::keys::{KeyPurpose, Keys};
use crate::random::Random;

/// How long a challenge is valid: a device that does a million iterations a second solves any within it.
const LIFETIME: Duration = Duration::from_mins(22);

/// The name of the expiry in a challenge; ALTCHA's own expiry is compared with the system clock instead of the
/// injected one.
const UNTIL: &str = "until";

/// The name of the number of tries in a challenge.
const TRIES: &str = "tries";

/// A challenge of this work, as JSON. Derives one key.
pub fn challenge(
    keys: &Keys,
    random: &Random,
    work: Work,
    now: Moment,
) -> Result<String, altcha::Error> {
    let data = BTreeMap::from([
        (UNTIL.to_owned(), Value::from(now.plus(LIFETIME).0)),
        (TRIES.to_owned(), Value::from(work.tries())),
    ]);
    // The remainder favours some counters, by less than 1 in 60,000.
    let counter = u32::from_le_bytes(random.bytes()) % work.tries().max(1);
    let challenge = create_challenge(CreateChallengeOptions {
        cost: ITERATIONS,
        counter: Some(counter),
        data: Some(data),
        hmac_signature_secret: Some(secret(keys)),
        hmac_key_signature_secret: Some(key_secret(keys)),
        ..CreateChallengeOptions::default()
    })?;
    Ok(serde_json::to_string(&challenge).unwrap_or_default())
}

/// Verifies a solution. The caller compares its work with what is required, and sees that it is used once.
#[must_use]
pub fn check(keys: &Keys, proof: &str, now: Moment) -> Option<ProofOfWork> {
    let Payload {
        challenge,
        solution,
    } = serde_json::from_str(proof).ok()?;
    let until = number(&challenge, UNTIL)
        .map(Moment)
        .filter(|until| *until > now)?;
    let tries = number(&challenge, TRIES).and_then(|tries| u32::try_from(tries).ok())?;
    // Without it, verifying would derive a key; this service's own challenges have it.
    challenge.parameters.key_signature.as_ref()?;
    let verified = verify_solution(VerifySolutionOptions {
        hmac_key_signature_secret: Some(key_secret(keys)),
        ..VerifySolutionOptions::new(&challenge, &solution, secret(keys))
    });
    verified
        .is_ok_and(|result| result.verified)
        .then(|| ProofOfWork {
            work: Work::of_tries(tries),
            nonce: challenge.parameters.nonce.clone(),
            until,
        })
}

fn number(challenge: &Challenge, name: &str) -> Option<i64> {
    challenge.parameters.data.as_ref()?.get(name)?.as_i64()
}

/// The key that signs challenges.
fn secret(keys: &Keys) -> String {
    let key = keys.derive(keys.signing_id(), KeyPurpose::Proofs);
    URL_SAFE_NO_PAD.encode(key.unwrap_or_default())
}

/// The key that signs what is to be found: another one, so that no signature of one kind serves as the other.
fn key_secret(keys: &Keys) -> String {
    format!("found:{}", secret(keys))
}

#[cfg(test)]
mod tests {
    use altcha::{SolveChallengeOptions, solve_challenge};

    use super::*;

    const NOW: Moment = Moment(1_770_888_600_000);
    const WORK: Work = Work::of_tries(3);

    fn keys(byte: u8) -> Keys {
        Keys::parse(&format!("1 {}", URL_SAFE_NO_PAD.encode([byte; 32]))).expect("a key")
    }

    fn new_challenge(work: Work) -> String {
        challenge(&keys(7), &Random::system(), work, NOW).expect("a challenge")
    }

    fn solved(challenge: &str) -> Payload {
        let challenge: Challenge = serde_json::from_str(challenge).expect("a challenge");
        let solution = solve_challenge(SolveChallengeOptions::new(&challenge));
        let solution = solution.expect("well-formed").expect("in time");
        Payload {
            challenge,
            solution,
        }
    }

    fn json(payload: &Payload) -> String {
        serde_json::to_string(payload).expect("JSON")
    }

    #[test]
    fn a_solution_holds_for_its_time_its_instance_and_its_work() {
        let proof = json(&solved(&new_challenge(WORK)));
        let checked = check(&keys(7), &proof, NOW).expect("a proof");
        assert_eq!((checked.work, checked.until), (WORK, NOW.plus(LIFETIME)));
        let too_late = NOW.plus(LIFETIME);
        assert_eq!(check(&keys(7), &proof, too_late), None);
        assert_eq!(check(&keys(8), &proof, NOW), None, "another instance's");
        for (from, to) in [
            ("\"cost\":20000", "\"cost\":1"),
            ("\"tries\":3", "\"tries\":4"),
            ("\"keyLength\":32", "\"keyLength\":1"),
        ] {
            let changed = proof.replace(from, to);
            assert_ne!(changed, proof);
            assert_eq!(check(&keys(7), &changed, NOW), None, "changed to {to}");
        }
        for nonsense in ["", "{}", "null", &new_challenge(WORK)] {
            assert_eq!(check(&keys(7), nonsense, NOW), None);
        }
    }

    #[test]
    fn only_the_key_itself_solves_a_challenge() {
        let mut payload = solved(&new_challenge(WORK));
        let key = payload.solution.derived_key.clone();
        assert!(key.starts_with(&payload.challenge.parameters.key_prefix));
        for guess in [&payload.challenge.parameters.key_prefix, "", "zz"] {
            let mut wrong = json(&payload);
            wrong = wrong.replace(&format!("\"{key}\""), &format!("\"{guess}\""));
            assert_eq!(check(&keys(7), &wrong, NOW), None, "{guess}");
        }
        payload.challenge.parameters.key_signature = None;
        assert_eq!(check(&keys(7), &json(&payload), NOW), None, "unsigned");
    }

    #[test]
    fn the_counter_is_below_the_number_of_tries() {
        for drawn in [0, 1, 2, 3, u32::MAX] {
            let random = Random::from_fn(move |bytes| bytes.copy_from_slice(&drawn.to_le_bytes()));
            let challenge = challenge(&keys(7), &random, WORK, NOW).expect("a challenge");
            assert_eq!(solved(&challenge).solution.counter, drawn % 3);
        }
    }

    #[test]
    fn a_slow_device_solves_any_challenge_in_time() {
        const ITERATIONS_PER_SECOND: u64 = 1_000_000;
        let most = u64::from(Work::MOST.tries()) * u64::from(ITERATIONS);
        assert!(most / ITERATIONS_PER_SECOND < LIFETIME.as_secs());
    }
}
