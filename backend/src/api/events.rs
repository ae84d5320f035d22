//! `GET /api/v1/events`: what goes on in the asker's rooms.

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
use crate::live::{LiveMeetings, Onlooker};
use crate::web::answers::ForSignedIn;
use crate::web::problem::Refusal;
use crate::web::stream;

/// After this time the stream ends, and the browser asks for another: so nobody looks on for longer
/// who has signed out meanwhile.
const LASTS: Duration = Duration::from_mins(10);

/// Tells, each time that it changes, which of the asker's rooms run and with how many people: events
/// named `live`.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "rooms",
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
        onlooker: live.look_on(),
        told: None,
        ends: Instant::now() + LASTS,
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
    onlooker: Onlooker,
    told: Option<Live>,
    ends: Instant,
}

impl BadgeStream {
    async fn next(&mut self) -> Option<Live> {
        loop {
            let now = self.onlooker.latest().of(self.account, self.with_activity);
            if self.told.as_ref() != Some(&now) {
                self.told = Some(now.clone());
                return Some(now);
            }
            timeout_at(self.ends, self.onlooker.changed()).await.ok()?;
        }
    }
}
