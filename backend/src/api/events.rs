//! `GET /api/v1/events`: running meetings and new recordings of the caller's rooms, as server-sent events.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::stream::unfold;
use parvis_contract::live::Live;
use tokio::time::{Instant, timeout_at};
use uuid::Uuid;

use crate::auth::signed_in::SignedIn;
use crate::config::Config;
use crate::live::{LiveMeetings, LiveSubscription};
use crate::web::answers::ForSignedIn;
use crate::web::problem::Refusal;
use crate::web::stream;

/// After this time the stream ends and the browser reconnects, so that a session that has ended is noticed.
const STREAM_LIFETIME: Duration = Duration::from_mins(10);

/// Sends, at each change, which of the caller's rooms have a running meeting with how many participants, and which
/// have recordings that the caller has not seen: events named `live`.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "rooms", operation_id = "room_events",
    responses(
        ForSignedIn,
        (status = 200, content_type = "text/event-stream", body = Live, description = "A stream"),
    ),
)]
pub async fn events(
    State(config): State<Arc<Config>>,
    State(live): State<Arc<LiveMeetings>>,
    SignedIn(account): SignedIn,
) -> Result<Response, Refusal> {
    let stream = BadgeStream {
        account: account.id,
        with_activity: config.instance.shows_activity,
        subscription: live.subscribe(),
        last_sent: None,
        ends: Instant::now() + STREAM_LIFETIME,
    };
    Ok(stream::answer(unfold(stream, |mut stream| async {
        let live = stream.next().await?;
        let event = Event::default().event("live").json_data(live).ok()?;
        Some((Ok(event), stream))
    })))
}

struct BadgeStream {
    account: Uuid,
    with_activity: bool,
    subscription: LiveSubscription,
    last_sent: Option<Live>,
    ends: Instant,
}

impl BadgeStream {
    async fn next(&mut self) -> Option<Live> {
        loop {
            let now = self
                .subscription
                .latest_of(self.account, self.with_activity);
            if self.last_sent.as_ref() != Some(&now) {
                self.last_sent = Some(now.clone());
                return Some(now);
            }
            timeout_at(self.ends, self.subscription.changed())
                .await
                .ok()?;
        }
    }
}
