//! `GET /api/v1/events`: what goes on in the asker's rooms.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::stream::unfold;
use parvis_contract::live::Live;
use parvis_contract::problem::Problem;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use uuid::Uuid;

use crate::app::App;
use crate::auth::signed_in::SignedIn;
use crate::live::{Interest, Snapshot};
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
        (status = 200, content_type = "text/event-stream", body = Live, description = "A stream"),
        (status = 401, body = Problem, description = "Nobody is signed in"),
    ),
)]
pub async fn events(
    State(app): State<App>,
    SignedIn(account): SignedIn,
) -> Result<Response, Refusal> {
    let (interest, latest) = app.live.look_on(&app);
    let onlooker = Onlooker {
        account: account.id,
        with_activity: app.config.instance.shows_activity,
        latest,
        told: None,
        ends: Instant::now() + LASTS,
        _interest: interest,
    };
    Ok(stream::answer(unfold(onlooker, |mut onlooker| async {
        let live = onlooker.next().await?;
        let event = Event::default().event("live").json_data(live).ok()?;
        Some((Ok(event), onlooker))
    })))
}

struct Onlooker {
    account: Uuid,
    with_activity: bool,
    latest: watch::Receiver<Arc<Snapshot>>,
    told: Option<Live>,
    ends: Instant,
    _interest: Interest,
}

impl Onlooker {
    async fn next(&mut self) -> Option<Live> {
        loop {
            let now = self
                .latest
                .borrow_and_update()
                .of(self.account, self.with_activity);
            if self.told.as_ref() != Some(&now) {
                self.told = Some(now.clone());
                return Some(now);
            }
            timeout_at(self.ends, self.latest.changed())
                .await
                .ok()?
                .ok()?;
        }
    }
}
