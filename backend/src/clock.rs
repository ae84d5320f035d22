//! The time, passed in. **Architecture invariant:** only this module asks the system for it
//! (`clippy.toml` forbids it elsewhere), so a test decides what time it is.

use std::sync::Arc;
use std::time::Duration;

use parvis_contract::timestamp::Timestamp;
use sea_orm::DeriveValueType;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// A moment, in milliseconds since 1970-01-01T00:00:00Z; stored as a 64-bit integer, which both
/// databases order and compare alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, DeriveValueType)]
pub struct Moment(pub i64);

impl Moment {
    /// This moment and `duration` more.
    #[must_use]
    pub fn plus(self, duration: Duration) -> Self {
        Self(self.0.saturating_add(millis(duration)))
    }

    /// This moment less `duration`.
    #[must_use]
    pub fn minus(self, duration: Duration) -> Self {
        Self(self.0.saturating_sub(millis(duration)))
    }

    /// The time from this moment until `later`; none where that is before it.
    #[must_use]
    pub fn until(self, later: Self) -> Duration {
        let millis = later.0.saturating_sub(self.0);
        Duration::from_millis(u64::try_from(millis).unwrap_or_default())
    }

    /// The moment on the wire, to the second.
    #[must_use]
    pub fn to_wire(self) -> Timestamp {
        let text = OffsetDateTime::from_unix_timestamp(self.0.div_euclid(1000))
            .ok()
            .and_then(|moment| moment.format(&Rfc3339).ok())
            // Out of the calendar's range (year 9999): not a moment that this service records.
            .unwrap_or_default();
        Timestamp(text)
    }
}

fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Where the time comes from.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Moment + Send + Sync>);

impl Clock {
    /// The system's clock.
    #[must_use]
    pub fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that asks")]
        Self(Arc::new(|| {
            let now = OffsetDateTime::now_utc();
            Moment(now.unix_timestamp() * 1000 + i64::from(now.millisecond()))
        }))
    }

    /// A clock that a test moves.
    pub fn from_fn(now: impl Fn() -> Moment + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// Now.
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
}
