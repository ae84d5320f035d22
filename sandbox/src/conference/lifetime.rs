//! Meeting expiry.
//!
//! One task checks all meetings a few times per second, which is simpler than a timer per meeting and exact
//! enough.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::time::MissedTickBehavior;

use crate::clock::Moment;
use crate::conference::ready_report::ReadyReport;
use crate::conference::recordings::Recording;
use crate::conference::timeline::Limits;
use crate::conference::{Conference, callback};

const INTERVAL: Duration = Duration::from_millis(50);

/// Runs until the sandbox stops.
pub(crate) async fn watch(conference: Arc<Conference>) {
    let limits = Limits {
        duration: Duration::ZERO,
        nobody_joined: conference.config.expire_if_nobody_joined,
        last_left: conference.config.expire_after_last_left,
    };
    let minute = conference.config.minute;
    let mut ticks = tokio::time::interval(INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            () = conference.stopping.cancelled() => return,
        }
        let ended = conference
            .meetings()
            .remove_ended(Instant::now(), limits, minute);
        for meeting in ended {
            tracing::info!(meeting = meeting.internal_id, "meeting ended");
            if meeting.is_recorded() {
                let processing = conference.config.processing_time;
                let recording = Recording::of(&meeting, Moment::now(), processing);
                let report = ReadyReport::of(&recording);
                conference.recordings().add(recording);
                if let Some(report) = report {
                    tokio::spawn(report.run(Arc::clone(&conference), processing));
                }
            }
            if let Some(delivery) = callback::Delivery::of(&meeting) {
                tokio::spawn(delivery.run(Arc::clone(&conference)));
            }
        }
    }
}
