//! How many wrong codes each scope has.

use super::{NetworkSize, Scope};

/// How many wrong codes may be entered within a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How many of them without work.
    pub free: u64,
    /// How many in all.
    pub total: u64,
}

impl Limit {
    /// A limit below which no work is required.
    fn free(total: u64) -> Self {
        Self { free: total, total }
    }

    /// A limit whose second half requires work.
    fn half_free(total: u64) -> Self {
        Self {
            free: total.div_ceil(2),
            total,
        }
    }
}

/// The limits of a scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// In any 24 hours.
    pub day: Limit,
    /// In any 7 days.
    pub week: Limit,
}

impl Limits {
    fn daily(day: Limit) -> Self {
        Self {
            day,
            week: Limit::free(7 * day.total),
        }
    }
}

impl Scope {
    /// The limits of the scope. `weekly_limit` is the instance's.
    #[must_use]
    pub fn limits(&self, weekly_limit: u64) -> Limits {
        match self {
            // At most a quarter of the week's in a day: whoever wants to lock strangers out for a week has to
            // come back every day.
            Self::Instance => Limits {
                day: Limit::half_free(weekly_limit.div_ceil(4)),
                week: Limit::half_free(weekly_limit),
            },
            Self::Network(size, _) => Limits::daily(match size {
                // A school has one IPv4 address: two classes that mistype everything notice nothing, and a
                // whole school needs some patience.
                NetworkSize::Address => Limit {
                    free: 60,
                    total: 600,
                },
                NetworkSize::Site => Limit {
                    free: 120,
                    total: 900,
                },
                // Less than what the instance has for a day by default, so that no single network spends that.
                NetworkSize::Block => Limit {
                    free: 240,
                    total: 1_200,
                },
            }),
            Self::Device(_) => Limits::daily(Limit::free(20)),
            Self::Owner(_) | Self::Account(_) => Limits::daily(Limit::free(50)),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn larger_networks_have_more_and_none_spends_the_day_of_the_default_budget() {
        let day = |size| Scope::Network(size, String::new()).limits(9_000).day;
        let sizes = [NetworkSize::Address, NetworkSize::Site, NetworkSize::Block].map(day);
        assert!(sizes.is_sorted_by(|a, b| a.free < b.free && a.total < b.total));
        assert!(sizes[2].total < Scope::Instance.limits(9_000).day.total);
    }

    proptest! {
        /// What is configured holds for the week, and half of it is free: in a day, and in the week.
        #[test]
        fn the_instance_has_what_is_configured(weekly_limit in 0..=1_000_000_u64) {
            let Limits { day, week } = Scope::Instance.limits(weekly_limit);
            prop_assert_eq!(week.total, weekly_limit);
            prop_assert!(day.total * 4 >= weekly_limit && day.total * 4 < weekly_limit + 4);
            for limit in [day, week] {
                prop_assert!(limit.free * 2 == limit.total || limit.free * 2 == limit.total + 1);
            }
        }
    }
}
