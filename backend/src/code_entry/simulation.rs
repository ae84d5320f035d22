//! Simulates a week of guessing: an attacker with more or fewer addresses, and people who mistype.
//! `docs/decisions/0011-guessing-codes.md` has the results.

use std::time::Duration;

use uuid::Uuid;

use crate::clock::Moment;
use crate::code_attempts::{AttemptBudget, NetworkSize, NotCharged, Scope, Work};

const DECISION: &str = include_str!("../../../docs/decisions/0011-guessing-codes.md");
const BUDGET: u64 = 9_000;
const MONDAY: Moment = Moment(1_770_595_200_000);
/// Codes in use, of 900,000,000 possible ones.
const CODES: f64 = 100_000.0;
/// Iterations of PBKDF2-HMAC-SHA-256 per second of one core, by native code; the decision says how it was measured.
const NATIVE_ITERATIONS: f64 = 9_200_000.0;

/// Who guesses, all the time.
#[derive(Clone, Copy)]
enum Guesser {
    /// From this many IPv4 addresses, all as often.
    Addresses(u64),
    /// From all of a /48 of IPv6.
    Block,
}

impl Guesser {
    /// How many different networks there are to guess from.
    fn networks(self) -> u64 {
        match self {
            Self::Addresses(count) => count,
            Self::Block => 65_536,
        }
    }

    fn scopes(self, network: u64) -> Vec<Scope> {
        let scope = |size, name: String| Scope::Network(size, name);
        let mut scopes = vec![
            Scope::Instance,
            scope(NetworkSize::Address, format!("guesser {network}")),
        ];
        if let Self::Block = self {
            let site = format!("guesser {}", network % 256);
            scopes.push(scope(NetworkSize::Site, site));
            scopes.push(scope(NetworkSize::Block, "guesser".to_owned()));
        }
        scopes
    }

    fn name(self) -> String {
        match self {
            Self::Addresses(count) => grouped(count),
            Self::Block => "one /48 of IPv6".to_owned(),
        }
    }
}

#[derive(Default)]
struct Week {
    guesses: u64,
    /// Guesses with a proof of work.
    with_work: u64,
    /// The iterations of PBKDF2 of those proofs, expected.
    iterations: u64,
    /// Strangers who entered a correct code, how many of them had to do work, and how many were refused.
    strangers: u64,
    worked: u64,
    refused: u64,
    /// Trusted devices and signed-in people who entered a correct code, and how many were refused.
    known: u64,
    known_refused: u64,
}

impl Week {
    fn expected_hits(&self) -> f64 {
        float(self.guesses) * CODES / 900_000_000.0
    }

    fn cpu_hours(&self) -> f64 {
        cpu_hours(self.iterations)
    }

    /// The line of the decision's table.
    fn row(&self, guesser: Guesser) -> String {
        let percent = |part: u64| format!("{:.0} %", 100.0 * float(part) / float(self.strangers));
        let cells = [
            guesser.name(),
            grouped(self.guesses),
            grouped(self.with_work),
            format!("{:.1}", self.cpu_hours()),
            format!("{:.2}", self.expected_hits()),
            percent(self.worked),
            percent(self.refused),
            grouped(self.known_refused),
        ];
        format!("| {} |", cells.join(" | "))
    }
}

#[expect(clippy::cast_precision_loss, reason = "less than 2^53")]
fn float(number: u64) -> f64 {
    number as f64
}

fn cpu_hours(iterations: u64) -> f64 {
    float(iterations) / NATIVE_ITERATIONS / 3_600.0
}

fn grouped(number: u64) -> String {
    match number {
        0..1_000 => number.to_string(),
        _ => format!("{},{:03}", grouped(number / 1_000), number % 1_000),
    }
}

/// Runs in steps of ten minutes: first the attacker, then everybody else. From 8 to 18 on weekdays, 30
/// strangers and 70 known people enter a code every ten minutes; one in thirty is mistyped first.
fn simulate(guesser: Guesser) -> Week {
    let mut budget = AttemptBudget::default();
    let mut week = Week::default();
    for step in 0..7 * 24 * 6_u64 {
        let now = MONDAY.plus(Duration::from_mins(10 * step));
        guess(guesser, &mut budget, &mut week, now);
        let (day, hour) = (step / 144, step % 144 / 6);
        if day < 5 && (8..18).contains(&hour) {
            for person in 0..100 {
                enter(step, person, &mut budget, &mut week, now);
            }
        }
    }
    week
}

/// Guesses as often as possible, with as much work as is required.
fn guess(guesser: Guesser, budget: &mut AttemptBudget, week: &mut Week, now: Moment) {
    let mut failed = 0;
    while failed < guesser.networks() {
        // In turn, as the work grows with what a network has used.
        let scopes = guesser.scopes((week.guesses + failed) % guesser.networks());
        let work = match budget.required_work(&scopes, BUDGET, now) {
            Ok(work) => work,
            Err(exhausted) => match exhausted.scope {
                Scope::Network(NetworkSize::Address, _) => {
                    failed += 1;
                    continue;
                }
                _ => return,
            },
        };
        assert_eq!(budget.charge(&scopes, BUDGET, work, now), Ok(work));
        failed = 0;
        week.guesses += 1;
        week.with_work += u64::from(work > Work::NONE);
        week.iterations += work.expected_iterations();
    }
}

/// Enters a correct code, some after a wrong one.
fn enter(step: u64, person: u64, budget: &mut AttemptBudget, week: &mut Week, now: Moment) {
    let is_stranger = person < 30;
    let scopes = if is_stranger {
        vec![
            Scope::Instance,
            Scope::Network(NetworkSize::Address, format!("honest {step} {person}")),
        ]
    } else {
        let id = |number: u64| Uuid::from_u128(u128::from(number));
        vec![
            Scope::Device(id(step * 100 + person)),
            Scope::Owner(id(step % 50 * 100 + person)),
        ]
    };
    if (step + person).is_multiple_of(30)
        && let Ok(work) = budget.required_work(&scopes, BUDGET, now)
    {
        assert_eq!(budget.charge(&scopes, BUDGET, work, now), Ok(work));
    }
    let required = budget.required_work(&scopes, BUDGET, now);
    let (refused, worked) = match required {
        Err(_) => (1, 0),
        Ok(work) => (0, u64::from(work > Work::NONE)),
    };
    if is_stranger {
        week.strangers += 1;
        week.refused += refused;
        week.worked += worked;
    } else {
        week.known += 1;
        week.known_refused += refused + worked;
    }
}

#[test]
fn the_decision_says_what_is_simulated() {
    let rows = [
        Guesser::Addresses(0),
        Guesser::Addresses(1),
        Guesser::Addresses(4),
        Guesser::Addresses(40),
        Guesser::Addresses(10_000),
        Guesser::Block,
    ];
    let rows = rows.map(|guesser| simulate(guesser).row(guesser));
    for row in &rows {
        assert!(DECISION.contains(row), "{row}");
    }
}

#[test]
fn nobody_gains_more_than_one_code_a_week_whatever_their_addresses() {
    for guesser in [
        Guesser::Addresses(1),
        Guesser::Addresses(40),
        Guesser::Addresses(10_000),
        Guesser::Block,
    ] {
        let week = simulate(guesser);
        assert!(week.guesses <= BUDGET, "{}", guesser.name());
        assert!(week.expected_hits() <= 1.0, "{}", guesser.name());
        assert!(week.guesses > 300, "the simulation guesses nothing");
    }
}

#[test]
fn the_last_half_of_a_day_costs_ten_cpu_hours_in_all() {
    let scopes = Guesser::Addresses(1).scopes(0);
    let mut budget = AttemptBudget::default();
    let (mut free, mut iterations) = (0, 0);
    while let Ok(work) = budget.required_work(&scopes[..1], BUDGET, MONDAY) {
        free += u64::from(work == Work::NONE);
        iterations += work.expected_iterations();
        let charged = budget.charge(&scopes[..1], BUDGET, work, MONDAY);
        assert_eq!(charged, Ok(work));
    }
    assert_eq!(free, BUDGET / 8);
    assert!(cpu_hours(iterations) >= 10.0, "{}", cpu_hours(iterations));
    let line = format!("costs {:.1} CPU hours", cpu_hours(iterations));
    assert!(DECISION.contains(&line), "{line}");
    let without = budget.charge(&scopes[..1], BUDGET, Work::NONE, MONDAY);
    assert!(matches!(without, Err(NotCharged::Exhausted(_))));
}

#[test]
fn keeping_strangers_out_costs_ten_cpu_hours_a_day() {
    for guesser in [
        Guesser::Addresses(4),
        Guesser::Addresses(40),
        Guesser::Addresses(10_000),
    ] {
        let week = simulate(guesser);
        assert!(week.refused > week.strangers / 2, "{}", guesser.name());
        assert!(week.cpu_hours() >= 7.0 * 10.0, "{}", week.cpu_hours());
        assert_eq!(week.known_refused, 0, "{}", guesser.name());
    }
}

#[test]
fn one_address_or_one_large_network_locks_nobody_out() {
    for guesser in [Guesser::Addresses(1), Guesser::Block] {
        let week = simulate(guesser);
        assert_eq!((week.refused, week.known_refused), (0, 0));
    }
}

#[test]
fn without_a_guesser_nobody_is_refused_or_has_to_work() {
    let week = simulate(Guesser::Addresses(0));
    assert_eq!(
        (week.guesses, week.worked, week.refused, week.known_refused),
        (0, 0, 0, 0)
    );
    assert!(week.strangers > 8_000 && week.known > 20_000);
}
