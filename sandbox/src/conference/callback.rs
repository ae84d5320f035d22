//! Tells the portal that a meeting has ended: `meta_endCallbackUrl`.
//!
//! A GET with two parameters added. Any 2xx is a delivery; redirects are not followed; after the
//! last retry the notice is dropped. It is not signed, as on the real server. Source:
//! BigBlueButton's `MeetingService` and `CallbackUrlService`.

use std::sync::Arc;
use std::time::Duration;

use reqwest::redirect::Policy;
use url::Url;

use crate::conference::Conference;
use crate::conference::meeting::Meeting;

const TIMEOUT: Duration = Duration::from_secs(10);

/// The client that delivers.
pub(crate) fn client() -> Result<reqwest::Client, reqwest::Error> {
    reqwest::Client::builder()
        .redirect(Policy::none())
        .timeout(TIMEOUT)
        .build()
}

/// One notice on its way.
pub(crate) struct Delivery {
    url: Url,
    meeting: String,
}

impl Delivery {
    /// The notice of a meeting that has ended, if its creator asked for one.
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

    /// Tries until it is delivered, given up, or the sandbox stops. The address is not logged:
    /// a portal puts a secret in it.
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
