//! The budget of wrong codes: counts by scope and hour.

use std::collections::BTreeMap;
use std::time::Duration;

use super::limits::Limits;
use super::{Scope, Work};
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

/// Why a wrong code is not charged, so that it may not be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotCharged {
    /// A budget is exhausted.
    Exhausted(Exhausted),
    /// More work has to be done first.
    WorkRequired(Work),
}

impl From<Exhausted> for NotCharged {
    fn from(exhausted: Exhausted) -> Self {
        Self::Exhausted(exhausted)
    }
}

impl AttemptBudget {
    /// Sets the counts of a scope.
    pub fn set(&mut self, scope: Scope, hours: Hours) {
        self.0.insert(scope, hours);
    }

    /// Charges one wrong code to each of `scopes`, to all or to none, if `done` is enough work for it. Returns the
    /// work that was required.
    ///
    /// # Errors
    ///
    /// When a budget is exhausted, or more work is required.
    pub fn charge(
        &mut self,
        scopes: &[Scope],
        weekly_limit: u64,
        done: Work,
        now: Moment,
    ) -> Result<Work, NotCharged> {
        let required = self.required_work(scopes, weekly_limit, now)?;
        if done < required {
            return Err(NotCharged::WorkRequired(required));
        }
        for scope in scopes {
            let hours = self.0.entry(scope.clone()).or_default();
            *hours.entry(hour_of(now)).or_default() += 1;
        }
        Ok(required)
    }

    /// The work that charging `scopes` requires: the most that one of them requires, for its day or its week.
    ///
    /// # Errors
    ///
    /// The first scope whose budget is exhausted.
    pub fn required_work(
        &self,
        scopes: &[Scope],
        weekly_limit: u64,
        now: Moment,
    ) -> Result<Work, Exhausted> {
        let mut required = Work::NONE;
        for scope in scopes {
            let Limits { day, week } = scope.limits(weekly_limit);
            let windows = [(DAY, day), (WEEK, week)];
            let waits = windows.map(|(window, limit)| self.wait(scope, window, limit.total, now));
            if let Some(retry_after) = waits.into_iter().flatten().max() {
                return Err(Exhausted {
                    scope: scope.clone(),
                    retry_after,
                });
            }
            for (window, limit) in windows {
                required = required.max(Work::required(self.used(scope, window, now), limit));
            }
        }
        Ok(required)
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
    use super::super::NetworkSize;
    use super::*;

    const NOW: Moment = Moment(1_770_888_600_000);

    fn after(hours: u64) -> Moment {
        NOW.plus(Duration::from_hours(hours))
    }

    #[test]
    fn a_budget_is_restored_after_a_day() {
        let account = [Scope::Account(uuid::Uuid::default())];
        let mut budget = AttemptBudget::default();
        for _ in 0..50 {
            assert_eq!(
                budget.charge(&account, 9_000, Work::NONE, NOW),
                Ok(Work::NONE)
            );
        }
        let exhausted = budget
            .required_work(&account, 9_000, after(1))
            .expect_err("exhausted");
        assert_eq!(exhausted.scope, account[0]);
        assert!(
            (22 * 3600..=23 * 3600).contains(&exhausted.retry_after),
            "{exhausted:?}"
        );
        let then = after(1).plus(Duration::from_secs(exhausted.retry_after));
        assert_eq!(
            budget.charge(&account, 9_000, Work::NONE, then),
            Ok(Work::NONE)
        );
    }

    #[test]
    fn the_instance_spends_a_quarter_of_its_week_in_a_day_and_no_more_than_its_week() {
        let mut budget = AttemptBudget::default();
        let mut spent = [0; 8];
        for (day, spent) in spent.iter_mut().enumerate() {
            let now = after(24 * day as u64);
            let charges = (0..10_000).map_while(|_| {
                budget
                    .charge(&[Scope::Instance], 9_000, Work::MOST, now)
                    .ok()
            });
            *spent = charges.count();
        }
        assert_eq!(spent, [2_250, 2_250, 2_250, 2_250, 0, 0, 0, 2_250]);
    }

    #[test]
    fn without_work_an_address_has_sixty_and_with_it_six_hundred() {
        let address = [Scope::Network(NetworkSize::Address, "x".to_owned())];
        let mut budget = AttemptBudget::default();
        let mut required = Work::NONE;
        for used in 0..600 {
            if let Err(refused) = budget.charge(&address, 9_000, required, NOW) {
                let NotCharged::WorkRequired(more) = refused else {
                    panic!("{used}: {refused:?}");
                };
                assert!(used >= 60 && more > required, "{used}: {more:?}");
                required = more;
                assert_eq!(budget.charge(&address, 9_000, required, NOW), Ok(more));
            }
        }
        let refused = budget.charge(&address, 9_000, Work::MOST, NOW);
        assert!(matches!(refused, Err(NotCharged::Exhausted(_))));
    }

    #[test]
    fn the_most_work_that_one_scope_requires_is_required() {
        let scopes = [
            Scope::Instance,
            Scope::Network(NetworkSize::Address, "x".to_owned()),
        ];
        let mut budget = AttemptBudget::default();
        budget.set(scopes[1].clone(), [(hour_of(NOW), 60)].into());
        let first = budget.required_work(&scopes, 9_000, NOW).expect("some");
        assert!(first > Work::NONE);
        budget.set(scopes[0].clone(), [(hour_of(NOW), 1_500)].into());
        let second = budget.required_work(&scopes, 9_000, NOW).expect("some");
        assert!(second > first);
        // As the week runs low, work is required from the first wrong code of a day on.
        budget.set(scopes[0].clone(), [(hour_of(NOW) - 30, 8_000)].into());
        let third = budget.required_work(&scopes[..1], 9_000, NOW);
        assert!(third.expect("some") > second);
    }

    #[test]
    fn all_scopes_are_charged_or_none() {
        let (device, owner) = (
            Scope::Device(uuid::Uuid::default()),
            Scope::Owner(uuid::Uuid::default()),
        );
        let both = [owner.clone(), device];
        let mut budget = AttemptBudget::default();
        for _ in 0..20 {
            assert_eq!(budget.charge(&both, 9_000, Work::NONE, NOW), Ok(Work::NONE));
        }
        assert!(budget.charge(&both, 9_000, Work::MOST, NOW).is_err());
        assert_eq!(budget.used(&owner, DAY, NOW), 20);
    }

    #[test]
    fn a_budget_of_nothing_lets_nobody_guess() {
        let budget = AttemptBudget::default();
        assert!(budget.required_work(&[Scope::Instance], 0, NOW).is_err());
    }
}
