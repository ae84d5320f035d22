//! `GET /api/v1/waiting/{ticket}` and `/events`: learning when a meeting has started.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::response::Response;
use axum::response::sse::Event;
use futures_util::stream::unfold;
use parvis_contract::problem::{Problem, ProblemKind};
use parvis_contract::waiting::{Door, Waiting};

use crate::clock::Clock;
use crate::links::Capability;
use crate::live::{LiveMeetings, Waiter};
use crate::random::Random;
use crate::storage::Store;
use crate::tickets::Tickets;
use crate::web::answers::AsksConference;
use crate::web::problem::Refusal;
use crate::web::request::{Json, Ticket};
use crate::web::stream;

/// Those who wait are told over this time, so that they do not all knock in the same instant.
const SPREAD: Duration = Duration::from_millis(500);

/// Tells once whether to enter: for those whose stream does not come through.
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
    let capability = read(&tickets, &ticket)?;
    // How the room stands is known without asking only while a stream waits for it.
    let room = store.room(capability.room).await?;
    let stands = room.is_some_and(|room| {
        room.is_open_at(clock.now()) && room.generation(capability.way) == capability.generation
    });
    let is_open = !stands || live.ran_lately(capability.room).await?;
    Ok(Json(Waiting {
        door: door(is_open),
    }))
}

/// Tells, each time that it changes, whether to enter: events named `door` whose data are `"closed"`
/// or `"open"`, and `beat` while nothing changes.
#[utoipa::path(
    get, path = "/api/v1/waiting/{ticket}/events", tag = "join",
    params(("ticket" = String, Path, description = "What `join` gave")),
    responses(
        (status = 200, content_type = "text/event-stream", body = Door, description = "A stream"),
        (status = 404, body = Problem, description = "Not a ticket of this service, or too old"),
    ),
)]
pub async fn events(
    State(tickets): State<Tickets>,
    State(live): State<Arc<LiveMeetings>>,
    State(clock): State<Clock>,
    State(random): State<Random>,
    Ticket(ticket): Ticket,
) -> Result<Response, Refusal> {
    let capability = read(&tickets, &ticket)?;
    let chance = u16::from_le_bytes(random.bytes());
    let waiting = WaitingStream {
        waiter: live.wait_for(capability.room),
        capability,
        clock,
        told: None,
        // Somewhere within the spread, each stream at its own place.
        delay: SPREAD * u32::from(chance) / u32::from(u16::MAX),
    };
    Ok(stream::answer(unfold(waiting, |mut waiting| async {
        let door = waiting.next().await?;
        let event = Event::default().event("door").json_data(door).ok()?;
        Some((Ok(event), waiting))
    })))
}

fn read(tickets: &Tickets, ticket: &str) -> Result<Capability, Refusal> {
    tickets
        .read(ticket)
        .ok_or_else(|| Refusal::new(ProblemKind::TicketUnknown))
}

fn door(is_open: bool) -> Door {
    if is_open { Door::Open } else { Door::Closed }
}

struct WaitingStream {
    capability: Capability,
    waiter: Waiter,
    clock: Clock,
    told: Option<Door>,
    delay: Duration,
}

impl WaitingStream {
    /// What is to be told next. At first it is told at once, so that the page knows that the stream
    /// comes through.
    async fn next(&mut self) -> Option<Door> {
        loop {
            let now = door(self.waiter.is_open_to(&self.capability, self.clock.now()));
            if self.told.is_none() {
                self.told = Some(now);
                return Some(now);
            }
            if self.told != Some(now) {
                if now == Door::Open {
                    tokio::time::sleep(self.delay).await;
                }
                self.told = Some(now);
                return Some(now);
            }
            self.waiter.changed().await;
        }
    }
}
