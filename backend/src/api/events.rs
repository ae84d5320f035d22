//! `GET /api/v1/events`: running meetings and new recordings of the caller's rooms, and changes of who has which room,
//! as server-sent events.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::stream::unfold;
use parvis_contract::live::Live;
use tokio::time::{Instant, sleep_until};

use crate::auth::signed_in::CurrentSession;
use crate::clock::Clock;
use crate::config::Config;
use crate::live::{LiveMeetings, LiveSubscription};
use crate::storage::{Store, TokenHash};
use crate::streams::{OpenStream, Streams};
use crate::web::answers::ForSignedIn;
use crate::web::problem::Refusal;
use crate::web::stream;

/// After this time the stream ends and the browser reconnects, so that a session that has ended is noticed.
const STREAM_LIFETIME: Duration = Duration::from_mins(10);

/// How often it is asked whether the session has ended at another node; at this one the stream ends at once.
const CHECK_INTERVAL: Duration = Duration::from_mins(1);

/// Sends, at each change, which of the caller's rooms have a running meeting with how many participants, which have
/// recordings that the caller has not seen, and a version that changes when rooms are delegated, withdrawn, offered or
/// handed over: events named `live`.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "rooms", operation_id = "room_events",
    responses(
        ForSignedIn,
        (status = 200, content_type = "text/event-stream", body = Live, description = "A stream"),
    ),
)]
pub async fn events(
    State(config): State<Arc<Config>>,
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(streams): State<Streams>,
    State(clock): State<Clock>,
    session: CurrentSession,
) -> Result<Response, Refusal> {
    let now = Instant::now();
    let lifetime = STREAM_LIFETIME.min(clock.now().until(session.expires_at));
    let open = streams.open(session.token.clone())?;
    let stream = BadgeStream {
        with_activity: config.instance.shows_activity,
        subscription: live.subscribe(&store, session.account.id).await?,
        last_sent: None,
        open,
        ends: now + lifetime,
        next_check: now + CHECK_INTERVAL,
        token: session.token,
        store,
        clock,
    };
    Ok(stream::answer(unfold(stream, |mut stream| async {
        let live = stream.next().await?;
        let event = Event::default().event("live").json_data(live).ok()?;
        Some((Ok(event), stream))
    })))
}

struct BadgeStream {
    with_activity: bool,
    subscription: LiveSubscription,
    last_sent: Option<Live>,
    open: OpenStream,
    ends: Instant,
    next_check: Instant,
    token: TokenHash,
    store: Store,
    clock: Clock,
}

impl BadgeStream {
    async fn next(&mut self) -> Option<Live> {
        loop {
            let now = self.subscription.latest(self.with_activity);
            if self.last_sent.as_ref() != Some(&now) {
                self.last_sent = Some(now.clone());
                return Some(now);
            }
            tokio::select! {
                () = self.subscription.changed() => {}
                () = self.open.ended() => return None,
                () = sleep_until(self.ends) => return None,
                () = sleep_until(self.next_check) => self.check().await?,
            }
        }
    }

    /// `None` if the session has ended.
    async fn check(&mut self) -> Option<()> {
        self.next_check = Instant::now() + CHECK_INTERVAL;
        match self
            .store
            .session(self.token.clone(), self.clock.now())
            .await
        {
            Ok(session) => session.map(drop),
            // It is asked again.
            Err(_) => Some(()),
        }
    }
}
