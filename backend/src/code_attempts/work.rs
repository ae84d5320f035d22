//! The work that is required for a wrong code, by how much of a limit is used.
//!
//! A device has to find a number below [`Work::tries`]: on average, it tries half of them, and never more than all.
//! Each try derives a key with [`ITERATIONS`] of PBKDF2-HMAC-SHA-256. What requires more work has more tries, so
//! that creating a challenge always costs the server one key, and verifying a solution none.

use super::limits::Limit;
use crate::clock::Moment;

/// Iterations of PBKDF2 per try: enough that a browser spends its time on them instead of on calling `WebCrypto`.
pub const ITERATIONS: u32 = 20_000;

/// In how many steps the work grows between the free part of a limit and its end. While a step lasts, the
/// solutions of several people hold beside each other.
const STEPS: u64 = 10;

/// The tries of the first step; they grow with the third power of the step, so that the first steps take seconds.
const FIRST_TRIES: u64 = 160;

/// The most tries, so that a slow device finds the number within the lifetime of a challenge.
const MOST_TRIES: u32 = 64_000;

/// An amount of work, as the number of tries that are enough in any case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Work {
    tries: u32,
}

impl Work {
    /// No work.
    pub const NONE: Self = Self { tries: 0 };

    /// The most work that is ever required.
    pub const MOST: Self = Self { tries: MOST_TRIES };

    /// The work of a challenge with this many tries.
    #[must_use]
    pub const fn of_tries(tries: u32) -> Self {
        Self { tries }
    }

    /// The number of tries that are enough in any case.
    #[must_use]
    pub const fn tries(self) -> u32 {
        self.tries
    }

    /// The number of iterations of PBKDF2 that it takes on average.
    #[must_use]
    pub fn expected_iterations(self) -> u64 {
        match self.tries {
            0 => 0,
            tries => (u64::from(tries) + 1) * u64::from(ITERATIONS) / 2,
        }
    }

    /// What the next wrong code requires, after `used` ones.
    #[must_use]
    pub(super) fn required(used: u64, limit: Limit) -> Self {
        let (Some(beyond), Some(paid)) = (
            used.checked_sub(limit.free),
            limit.total.checked_sub(limit.free).filter(|paid| *paid > 0),
        ) else {
            return Self::NONE;
        };
        let step = (beyond * STEPS / paid + 1).min(STEPS);
        let tries = u32::try_from(FIRST_TRIES * step.pow(3)).unwrap_or(MOST_TRIES);
        Self::of_tries(tries.min(MOST_TRIES))
    }
}

/// The verified solution of a challenge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofOfWork {
    /// The work of the challenge.
    pub work: Work,
    /// The random nonce of the challenge: it may be used once.
    pub nonce: String,
    /// When the challenge expires; until then, it is remembered that the nonce has been used.
    pub until: Moment,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const DAY: Limit = Limit {
        free: 1_125,
        total: 2_250,
    };

    #[test]
    fn the_first_half_is_free_and_the_second_grows_to_the_most() {
        let tries = |used| Work::required(used, DAY).tries();
        assert_eq!([0, 1_124].map(tries), [0, 0]);
        assert_eq!([1_125, 1_237, 1_238].map(tries), [160, 160, 1_280]);
        assert_eq!([2_249, 1_000_000].map(tries), [64_000, 64_000]);
    }

    #[test]
    fn a_limit_that_is_all_free_never_requires_work() {
        for used in [0, 19, 20, 21] {
            let limit = Limit {
                free: 20,
                total: 20,
            };
            assert_eq!(Work::required(used, limit), Work::NONE);
        }
    }

    #[test]
    fn the_average_is_half_of_the_tries() {
        assert_eq!(Work::NONE.expected_iterations(), 0);
        assert_eq!(Work::of_tries(1).expected_iterations(), 20_000);
        assert_eq!(Work::of_tries(3).expected_iterations(), 40_000);
    }

    proptest! {
        #[test]
        fn work_never_falls_while_more_is_used(
            free in 0..2_000_u64,
            paid in 0..2_000_u64,
            used in 0..5_000_u64,
        ) {
            let limit = Limit { free, total: free + paid };
            let (now, next) = (Work::required(used, limit), Work::required(used + 1, limit));
            prop_assert!(now <= next);
            prop_assert_eq!(now == Work::NONE, used < free || paid == 0);
            prop_assert!(now.expected_iterations() <= next.expected_iterations());
        }

        /// Twice the budget costs twice the work: the whole depends on nothing but how many are paid for.
        #[test]
        fn the_sum_is_in_proportion_to_what_is_paid_for(free in 0..2_000_u64, tens in 1..300_u64) {
            let limit = Limit { free, total: free + STEPS * tens };
            let sum = |from: u64| -> u64 {
                (from..limit.total).map(|used| Work::required(used, limit).expected_iterations()).sum()
            };
            let of_ten = Limit { free: 0, total: STEPS };
            let once: u64 = (0..STEPS).map(|used| Work::required(used, of_ten).expected_iterations()).sum();
            prop_assert_eq!(sum(0), tens * once);
            prop_assert_eq!(sum(free), sum(0));
        }
    }
}
