//! Callbacks: notifies the portal that a meeting has ended (`meta_endCallbackUrl`).
//!
//! A GET with two additional parameters. Any 2xx status is a delivery; redirects are not followed; after the
//! last retry the notification is dropped. It is not signed, like on the real server. Source: BigBlueButton's
//! `MeetingService` and `CallbackUrlService`.

use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use url::Url;

use crate::conference::Conference;
use crate::conference::meeting::Meeting;

const TIMEOUT: Duration = Duration::from_secs(10);

/// The HTTP client.
pub(crate) fn client() -> Result<reqwest::Client, reqwest::Error> {
    reqwest::Client::builder()
        .redirect(Policy::none())
        .timeout(TIMEOUT)
        .build()
}

/// A pending notification.
pub(crate) struct Delivery {
    url: Url,
    meeting: String,
}

impl Delivery {
    /// The notification of a meeting that has ended, if its creator requested one.
    pub(crate) fn of(meeting: &Meeting) -> Option<Self> {
        let mut url = Url::parse(meeting.plan.metadata.get("endcallbackurl")?).ok()?;
        url.query_pairs_mut()
            .append_pair("recordingmarks", "false")
            .append_pair("meetingID", &meeting.plan.id);
        Some(Self {
            url,
            meeting: meeting.internal_id.clone(),
        })
    }

    /// Sends it with retries, until it is delivered or the sandbox stops. The address is not logged: portals
    /// put secrets in it.
    pub(crate) async fn run(self, conference: Arc<Conference>) {
        let mut pauses = conference.config.callback_retries.iter();
        loop {
            if self.attempt(&conference.callbacks).await {
                return;
            }
            let Some(pause) = pauses.next() else {
                tracing::warn!(
                    meeting = self.meeting,
                    "the end of the meeting was not delivered"
                );
                return;
            };
            tokio::select! {
                () = tokio::time::sleep(*pause) => {}
                () = conference.stopping.cancelled() => return,
            }
        }
    }

    async fn attempt(&self, client: &reqwest::Client) -> bool {
        match client.get(self.url.clone()).send().await {
            Ok(response) => response.status().is_success(),
            Err(error) => {
                let error = error.without_url();
                tracing::debug!(meeting = self.meeting, %error, "callback not delivered yet");
                false
            }
        }
    }
}
