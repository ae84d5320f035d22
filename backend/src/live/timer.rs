//! The passing of time, passed in: a test decides how fast it goes.

#[cfg(test)]
mod virtual_time;

use tokio::time::Instant;

#[cfg(test)]
pub(super) use virtual_time::VirtualTime;

/// Tells the time, and waits for it.
#[derive(Clone)]
pub(super) enum Timer {
    /// By the system's monotonic clock.
    System,
    /// By a clock that a test moves.
    #[cfg(test)]
    Virtual(std::sync::Arc<VirtualTime>),
}

impl Timer {
    pub fn now(&self) -> Instant {
        match self {
            Self::System => Instant::now(),
            #[cfg(test)]
            Self::Virtual(time) => time.now(),
        }
    }

    pub async fn sleep_until(&self, moment: Instant) {
        match self {
            Self::System => tokio::time::sleep_until(moment).await,
            #[cfg(test)]
            Self::Virtual(time) => time.sleep_until(moment).await,
        }
    }
}
