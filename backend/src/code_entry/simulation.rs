//! Simulates a week of guessing: an attacker with 1, 100 or 10,000 addresses, and people who mistype.
//! `docs/decisions/0011-guessing-codes.md` has the results.

use std::time::Duration;

use uuid::Uuid;

use super::proof_of_work;
use crate::clock::Moment;
use crate::code_attempts::{AttemptBudget, Scope};

const BUDGET: u64 = 9_000;
const MONDAY: Moment = Moment(1_770_595_200_000);
/// Codes in use, of 900,000,000 possible ones.
const CODES: f64 = 100_000.0;

#[derive(Default)]
struct Week {
    guesses: u64,
    /// Guesses with a proof of work.
    with_work: u64,
    /// Strangers who entered a correct code, and how many of them were refused.
    strangers: u64,
    turned_away: u64,
    /// The same for trusted devices and signed-in people.
    known: u64,
    known_turned_away: u64,
}

impl Week {
    fn expected_hits(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        let guesses = self.guesses as f64;
        guesses * CODES / 900_000_000.0
    }
}

/// Runs in steps of ten minutes: first the attacker, then everybody else. From 8 to 18 on weekdays, 30
/// strangers and 70 known people enter a code every ten minutes; one in thirty is mistyped first.
fn simulate(addresses: u32) -> Week {
    let mut budget = AttemptBudget::default();
    let mut week = Week::default();
    for step in 0..7 * 24 * 6_u64 {
        let now = MONDAY.plus(Duration::from_mins(10 * step));
        for address in 0..addresses {
            let scopes = [
                Scope::Instance,
                Scope::Address(format!("guesser {address}")),
            ];
            while budget.check(&Scope::Instance, BUDGET, now).is_ok() {
                let used = budget.used_percent(&Scope::Instance, BUDGET, now);
                if budget.charge(&scopes, BUDGET, now).is_err() {
                    break;
                }
                week.guesses += 1;
                week.with_work += u64::from(proof_of_work::cost(used).is_some());
            }
        }
        let (day, hour) = (step / 144, step % 144 / 6);
        if day < 5 && (8..18).contains(&hour) {
            for person in 0..100_u128 {
                let mistypes = (u128::from(step) + person) % 30 == 0;
                let scopes = if person < 30 {
                    week.strangers += 1;
                    vec![
                        Scope::Instance,
                        Scope::Address(format!("honest {step} {person}")),
                    ]
                } else {
                    week.known += 1;
                    vec![
                        Scope::Device(Uuid::from_u128(u128::from(step) * 100 + person)),
                        Scope::Owner(Uuid::from_u128(u128::from(step) % 50 * 100 + person)),
                    ]
                };
                if mistypes {
                    // The correct code is entered next, whether this was refused or not.
                    let _ = budget.charge(&scopes, BUDGET, now);
                }
                let refused = scopes
                    .iter()
                    .any(|scope| budget.check(scope, BUDGET, now).is_err());
                if person < 30 {
                    week.turned_away += u64::from(refused);
                } else {
                    week.known_turned_away += u64::from(refused);
                }
            }
        }
    }
    week
}

#[test]
fn nobody_gains_more_than_one_code_a_week_whatever_their_addresses() {
    for (addresses, most_guesses, most_hits) in
        [(1, 420, 0.05), (100, BUDGET, 1.0), (10_000, BUDGET, 1.0)]
    {
        let week = simulate(addresses);
        assert!(
            week.guesses <= most_guesses,
            "{addresses}: {}",
            week.guesses
        );
        assert!(week.expected_hits() <= most_hits, "{addresses}");
        assert!(
            week.guesses > 300,
            "{addresses}: the simulation guesses nothing"
        );
    }
}

#[test]
fn half_of_what_is_guessed_beyond_a_few_is_paid_with_work() {
    let week = simulate(10_000);
    assert!(
        week.with_work * 10 >= week.guesses * 4,
        "{} of {}",
        week.with_work,
        week.guesses
    );
}

#[test]
fn one_address_locks_nobody_out() {
    let week = simulate(1);
    assert_eq!((week.turned_away, week.known_turned_away), (0, 0));
}

#[test]
fn many_addresses_lock_strangers_out_and_nobody_who_is_known() {
    for addresses in [100, 10_000] {
        let week = simulate(addresses);
        assert!(
            week.turned_away > week.strangers / 2,
            "{addresses}: the attack does nothing"
        );
        assert_eq!(week.known_turned_away, 0, "{addresses}");
    }
}

#[test]
fn without_a_guesser_nobody_is_turned_away() {
    let week = simulate(0);
    assert_eq!(
        (week.guesses, week.turned_away, week.known_turned_away),
        (0, 0, 0)
    );
    assert!(week.strangers > 8_000 && week.known > 20_000);
}
