//! The budget of wrong codes: counts by scope and hour.

use std::collections::BTreeMap;
use std::time::Duration;

use super::{Limits, Scope};
use crate::clock::Moment;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24;
const WEEK: i64 = 7 * DAY;

/// How long the count of an hour is kept.
pub const KEPT: Duration = Duration::from_hours(7 * 24 + 1);

/// The number of wrong codes by hour since 1970.
pub type Hours = BTreeMap<i64, u64>;

/// The wrong codes of each scope.
#[derive(Clone, Debug, Default)]
pub struct AttemptBudget(BTreeMap<Scope, Hours>);

/// The hour of a timestamp, since 1970.
#[must_use]
pub fn hour_of(now: Moment) -> i64 {
    now.0.div_euclid(HOUR)
}

/// A scope whose budget is exhausted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhausted {
    /// The scope.
    pub scope: Scope,
    /// After how many seconds it may be charged again.
    pub retry_after: u64,
}

impl AttemptBudget {
    /// Sets the counts of a scope.
    pub fn set(&mut self, scope: Scope, hours: Hours) {
        self.0.insert(scope, hours);
    }

    /// Charges one wrong code to each of `scopes`; to all or to none.
    ///
    /// # Errors
    ///
    /// The first scope whose budget is exhausted.
    pub fn charge(
        &mut self,
        scopes: &[Scope],
        weekly_limit: u64,
        now: Moment,
    ) -> Result<(), Exhausted> {
        for scope in scopes {
            self.check(scope, weekly_limit, now)?;
        }
        for scope in scopes {
            let hours = self.0.entry(scope.clone()).or_default();
            *hours.entry(hour_of(now)).or_default() += 1;
        }
        Ok(())
    }

    /// Checks whether a scope may be charged.
    ///
    /// # Errors
    ///
    /// When its budget is exhausted.
    pub fn check(&self, scope: &Scope, weekly_limit: u64, now: Moment) -> Result<(), Exhausted> {
        let Limits { a_day, a_week } = scope.limits(weekly_limit);
        let waits = [
            self.wait(scope, DAY, a_day, now),
            self.wait(scope, WEEK, a_week, now),
        ];
        match waits.into_iter().flatten().max() {
            None => Ok(()),
            Some(retry_after) => Err(Exhausted {
                scope: scope.clone(),
                retry_after,
            }),
        }
    }

    /// The used part of the daily or weekly limit of a scope, whichever is larger, in percent.
    #[must_use]
    pub fn used_percent(&self, scope: &Scope, weekly_limit: u64, now: Moment) -> u64 {
        let Limits { a_day, a_week } = scope.limits(weekly_limit);
        let part = |window, limit: u64| 100 * self.used(scope, window, now) / limit.max(1);
        part(DAY, a_day).max(part(WEEK, a_week))
    }

    fn used(&self, scope: &Scope, window: i64, now: Moment) -> u64 {
        self.0.get(scope).map_or(0, |hours| {
            hours
                .range(first(window, now)..)
                .map(|(_, count)| count)
                .sum()
        })
    }

    /// How many seconds until fewer than `limit` are counted within `window` hours; `None` if that is so
    /// already.
    fn wait(&self, scope: &Scope, window: i64, limit: u64, now: Moment) -> Option<u64> {
        let mut left = self.used(scope, window, now);
        if left < limit {
            return None;
        }
        let hours = self.0.get(scope);
        for (hour, count) in hours
            .into_iter()
            .flat_map(|hours| hours.range(first(window, now)..))
        {
            left -= count;
            if left < limit {
                let free_at = (hour + window) * HOUR;
                return Some(
                    u64::try_from((free_at - now.0).max(0))
                        .unwrap_or(0)
                        .div_ceil(1000),
                );
            }
        }
        // A limit of zero is always exhausted.
        Some(u64::try_from(window).unwrap_or(0) * 3600)
    }
}

/// The first hour of a window that ends with the hour of `now`.
fn first(window: i64, now: Moment) -> i64 {
    hour_of(now) - window + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_770_888_600_000);

    fn after(hours: u64) -> Moment {
        NOW.plus(Duration::from_hours(hours))
    }

    #[test]
    fn a_budget_is_restored_after_a_day() {
        let address = [Scope::Address("x".to_owned())];
        let mut budget = AttemptBudget::default();
        for _ in 0..60 {
            assert_eq!(budget.charge(&address, 9_000, NOW), Ok(()));
        }
        let exhausted = budget
            .charge(&address, 9_000, after(1))
            .expect_err("exhausted");
        assert_eq!(exhausted.scope, address[0]);
        assert!(
            (22 * 3600..=23 * 3600).contains(&exhausted.retry_after),
            "{exhausted:?}"
        );
        let then = after(1).plus(Duration::from_secs(exhausted.retry_after));
        assert_eq!(budget.charge(&address, 9_000, then), Ok(()));
    }

    #[test]
    fn the_instance_spends_a_quarter_of_its_week_in_a_day_and_no_more_than_its_week() {
        let mut budget = AttemptBudget::default();
        let mut spent = [0; 8];
        for (day, spent) in spent.iter_mut().enumerate() {
            let now = after(24 * day as u64);
            let charges =
                (0..10_000).map_while(|_| budget.charge(&[Scope::Instance], 9_000, now).ok());
            *spent = charges.count();
        }
        assert_eq!(spent, [2_250, 2_250, 2_250, 2_250, 0, 0, 0, 2_250]);
    }

    #[test]
    fn all_scopes_are_charged_or_none() {
        let (device, owner) = (
            Scope::Device(uuid::Uuid::default()),
            Scope::Owner(uuid::Uuid::default()),
        );
        let mut budget = AttemptBudget::default();
        for _ in 0..20 {
            assert_eq!(
                budget.charge(&[owner.clone(), device.clone()], 9_000, NOW),
                Ok(())
            );
        }
        assert!(budget.charge(&[owner.clone(), device], 9_000, NOW).is_err());
        assert_eq!(budget.used(&owner, DAY, NOW), 20);
    }

    #[test]
    fn a_budget_of_nothing_lets_nobody_guess() {
        let budget = AttemptBudget::default();
        assert!(budget.check(&Scope::Instance, 0, NOW).is_err());
    }
}
