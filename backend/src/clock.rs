//! The clock, injected. **Architecture invariant:** only this module reads the system clock (`clippy.toml`
//! forbids it elsewhere), so that tests control the time.

use std::sync::Arc;
use std::time::Duration;

use parvis_contract::timestamp::Timestamp;
use sea_orm::DeriveValueType;
use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A timestamp in milliseconds since 1970-01-01T00:00:00Z, stored as a 64-bit integer, which both databases
/// order and compare alike.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, DeriveValueType, Serialize, Deserialize,
)]
pub struct Moment(pub i64);

impl Moment {
    /// This timestamp plus `duration`.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }

    /// This timestamp minus `duration`.
    #[must_use]
    pub fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(millis(duration)))
    }

    /// The duration until `later`; zero if that is earlier.
    #[must_use]
    pub fn until(self, later: Self) -> Duration {
        let millis = later.0.saturating_sub(self.0);
        Duration::from_millis(u64::try_from(millis).unwrap_or_default())
    }

    /// Year, month (1 to 12) and day in UTC.
    #[must_use]
    pub fn date(self) -> (i32, u8, u8) {
        let moment = OffsetDateTime::from_unix_timestamp(self.0.div_euclid(1000))
            // Far beyond what this service records.
            .unwrap_or(OffsetDateTime::UNIX_EPOCH);
        (moment.year(), moment.month().into(), moment.day())
    }

    /// The RFC 3339 form, to the second.
    #[must_use]
    pub fn to_wire(self) -> Timestamp {
        let text = OffsetDateTime::from_unix_timestamp(self.0.div_euclid(1000))
            .ok()
            .and_then(|moment| moment.format(&Rfc3339).ok())
            // Beyond the year 9999, which this service never records.
            .unwrap_or_default();
        Timestamp(text)
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// A source of the current time.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The system clock.
    #[must_use]
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
        Self(Arc::new(|| {
            let now = OffsetDateTime::now_utc();
            Moment(now.unix_timestamp() * 1000 + i64::from(now.millisecond()))
        }))
    }

    /// A clock that a test controls.
    pub fn from_fn(now: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// The current time.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.0)()
    }
}

#[cfg(test)]
mod tests {
    use super::Moment;

    #[test]
    fn a_moment_travels_as_rfc_3339_in_utc() {
        assert_eq!(
            Moment(1_770_888_600_999).to_wire().0,
            "2026-02-12T09:30:00Z"
        );
    }

    #[test]
    fn a_date_is_that_of_utc() {
        assert_eq!(Moment(1_770_888_600_999).date(), (2026, 2, 12));
        assert_eq!(Moment(-1).date(), (1969, 12, 31));
    }
}
