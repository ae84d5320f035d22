//! The timer, injected: tests control the speed of time.

#[cfg(test)]
mod virtual_time;

use tokio::time::Instant;

#[cfg(test)]
pub(super) use virtual_time::VirtualTime;

/// Reads the time and sleeps.
#[derive(Clone)]
pub(super) enum Timer {
    /// The system's monotonic clock.
    System,
    /// A virtual clock that a test moves.
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
