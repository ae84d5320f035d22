//! `GET /api/v1/waiting/{ticket}` and `/events`: the status of a meeting that somebody waits for.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::stream::unfold;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::waiting::{MeetingStatus, Waiting};
use tokio::time::{Instant, sleep_until};

use crate::clock::Clock;
use crate::links::Capability;
use crate::live::{LiveMeetings, Waiter};
use crate::random::Random;
use crate::storage::{Store, TokenHash};
use crate::streams::{OpenStream, Streams};
use crate::tickets::{HeldTicket, Tickets};
use crate::web::answers::AsksConference;
use crate::web::problem::Refusal;
use crate::web::request::{Json, Ticket};
use crate::web::stream;

/// Notifications are spread over this time, so that not everybody joins in the same instant.
const SPREAD: Duration = Duration::from_millis(500);

/// Returns the meeting's status once, for clients whose stream does not work.
#[utoipa::path(
    get, path = "/api/v1/waiting/{ticket}", tag = "join",
    params(("ticket" = String, Path, description = "What `join` gave")),
    responses(
        AsksConference,
        (status = 200, body = Waiting, description = "Whether to enter now"),
        (status = 404, body = Problem, description = "Not a ticket of this service, or too old"),
    ),
)]
pub async fn ask(
    State(tickets): State<Tickets>,
    State(store): State<Store>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    Ticket(ticket): Ticket,
) -> Result<Json<Waiting>, Refusal> {
    let HeldTicket { capability, .. } = read(&tickets, &ticket)?;
    // The state of the room is cached only while a stream waits for it.
    let room = store.room(capability.room).await?;
    let stands = room.is_some_and(|room| {
        room.is_open_at(clock.now()) && room.generation(capability.entry) == capability.generation
    });
    let is_open = !stands || live.ran_lately(capability.room).await?;
    Ok(Json(Waiting {
        door: status(is_open),
    }))
}

/// Sends the meeting's status at each change: events named `door` with the data `"closed"` or `"open"`, and
/// `beat` in between.
#[utoipa::path(
    get, path = "/api/v1/waiting/{ticket}/events", tag = "join", operation_id = "waiting_events",
    params(("ticket" = String, Path, description = "What `join` gave")),
    responses(
        (status = 200, content_type = "text/event-stream", body = MeetingStatus, description = "A stream"),
        (status = 404, body = Problem, description = "Not a ticket of this service, or too old"),
    ),
)]
pub async fn events(
    State(tickets): State<Tickets>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    State(streams): State<Streams>,
    Ticket(ticket): Ticket,
) -> Result<Response, Refusal> {
    let HeldTicket {
        capability,
        expires_at,
    } = read(&tickets, &ticket)?;
    let open = streams.open(TokenHash::of(&ticket))?;
    let offset = u16::from_le_bytes(random.bytes());
    let waiting = WaitingStream {
        waiter: live.wait_for(capability.room),
        capability,
        open,
        ends: Instant::now() + clock.now().until(expires_at),
        clock,
        last_sent: None,
        // A random offset for each stream.
        delay: SPREAD * u32::from(offset) / u32::from(u16::MAX),
    };
    Ok(stream::answer(unfold(waiting, |mut waiting| async {
        let status = waiting.next().await?;
        let event = Event::default().event("door").json_data(status).ok()?;
        Some((Ok(event), waiting))
    })))
}

fn read(tickets: &Tickets, ticket: &str) -> Result<HeldTicket, Refusal> {
    tickets
        .read(ticket)
        .ok_or_else(|| Refusal::new(ProblemKind::TicketUnknown))
}

fn status(is_open: bool) -> MeetingStatus {
    if is_open {
        MeetingStatus::Open
    } else {
        MeetingStatus::Closed
    }
}

struct WaitingStream {
    capability: Capability,
    waiter: Waiter,
    open: OpenStream,
    ends: Instant,
    clock: Clock,
    last_sent: Option<MeetingStatus>,
    delay: Duration,
}

impl WaitingStream {
    /// The next status to send. The first is sent immediately, so that the page knows that the stream works.
    async fn next(&mut self) -> Option<MeetingStatus> {
        loop {
            let now = status(self.waiter.is_open_to(&self.capability, self.clock.now()));
            if self.last_sent.is_none() {
                self.last_sent = Some(now);
                return Some(now);
            }
            if self.last_sent != Some(now) {
                if now == MeetingStatus::Open {
                    tokio::time::sleep(self.delay).await;
                }
                self.last_sent = Some(now);
                return Some(now);
            }
            tokio::select! {
                () = self.waiter.changed() => {}
                () = self.open.ended() => return None,
                () = sleep_until(self.ends) => return None,
            }
        }
    }
}
