//! A week of both sides: somebody with 1, 100 or 10,000 addresses who guesses as fast as they may,
//! and the people who mistype meanwhile. The figures stand in `docs/decisions/0011-guessing-codes.md`.

use std::time::Duration;

use uuid::Uuid;

use super::proof;
use crate::attempts::{Scope, Tally};
use crate::clock::Moment;

const BUDGET: u64 = 9_000;
const MONDAY: Moment = Moment(1_770_595_200_000);
/// Codes in use, of 900,000,000 that there could be.
const CODES: f64 = 100_000.0;

#[derive(Default)]
struct Week {
    guesses: u64,
    /// Guesses that some work was done for.
    with_work: u64,
    /// Strangers who typed a right code, and how many of them were turned away.
    strangers: u64,
    turned_away: u64,
    /// The same of people whose device is known, or who are signed in.
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

/// Ten minutes at a time: first the guesser, who is always there, then the honest. From 8 to 18 on
/// weekdays, 30 strangers and 70 known people type a code every ten minutes; one in thirty is
/// mistyped first.
fn simulate(addresses: u32) -> Week {
    let mut tally = Tally::default();
    let mut week = Week::default();
    for step in 0..7 * 24 * 6_u64 {
        let now = MONDAY.plus(Duration::from_mins(10 * step));
        for address in 0..addresses {
            let scopes = [
                Scope::Instance,
                Scope::Address(format!("guesser {address}")),
            ];
            while tally.check(&Scope::Instance, BUDGET, now).is_ok() {
                let spent = tally.spent_percent(&Scope::Instance, BUDGET, now);
                if tally.take(&scopes, BUDGET, now).is_err() {
                    break;
                }
                week.guesses += 1;
                week.with_work += u64::from(proof::rounds(spent).is_some());
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
                    // Refused or not, the right one is typed next.
                    let _ = tally.take(&scopes, BUDGET, now);
                }
                let refused = scopes
                    .iter()
                    .any(|scope| tally.check(scope, BUDGET, now).is_err());
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
