//! The meetings of permanent rooms: what the portal asks of the conference server.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use url::Url;

use crate::app::App;
use crate::conference::{NewMeeting, Person, meeting_name};
use crate::storage::numbers::RoomNumbers;
use crate::storage::rooms::Room;
use crate::web::problem::Refusal;

/// Starts the room's meeting, or finds it started, and answers the way in for a moderator.
pub(crate) async fn start(app: &App, room: &Room, person: &Person<'_>) -> Result<Url, Refusal> {
    let numbers = numbers(app, room).await?;
    let id = meeting_id(room);
    let meeting = app
        .conference
        .create(&NewMeeting {
            id: &id,
            name: &meeting_name(&room.name, &app.config.instance.service_name),
            pin: numbers.pin,
            logout_url: app.config.portal_home().as_str(),
        })
        .await?;
    // Not new, and never heard of: the answer to its creation was lost on the way.
    if meeting.is_new || room.last_meeting_at.is_none() {
        app.store.meeting_started(room.id, app.clock.now()).await?;
    }
    Ok(app.conference.join_url(&id, meeting.create_time, person))
}

/// The way into the room's meeting, if it runs. Whoever comes this way starts nothing.
pub(crate) async fn enter(
    app: &App,
    room: &Room,
    person: &Person<'_>,
) -> Result<Option<Url>, Refusal> {
    let id = meeting_id(room);
    let meeting = app
        .conference
        .meeting(&id)
        .await?
        .filter(|meeting| meeting.running);
    Ok(meeting.map(|meeting| app.conference.join_url(&id, meeting.create_time, person)))
}

/// The code and the PIN of a room. They are retired with it: where there are none, it was deleted
/// while it was being read.
pub(crate) async fn numbers(app: &App, room: &Room) -> Result<RoomNumbers, Refusal> {
    app.store
        .room_numbers(room.id)
        .await?
        .ok_or_else(|| Refusal::new(ProblemKind::RoomDeleted))
}

/// Whether the room's meeting runs, as far as can be known without making anyone wait: a conference
/// server that does not answer at once is taken for one without the meeting.
pub(crate) async fn is_running(app: &App, room: &Room) -> bool {
    const AT_ONCE: Duration = Duration::from_secs(2);
    if room.last_meeting_at.is_none() {
        return false;
    }
    let id = meeting_id(room);
    match tokio::time::timeout(AT_ONCE, app.conference.meeting(&id)).await {
        Ok(Ok(meeting)) => meeting.is_some_and(|meeting| meeting.running),
        Ok(Err(error)) => {
            tracing::warn!(%error, "whether a meeting runs is not known");
            false
        }
        Err(_) => {
            tracing::warn!("whether a meeting runs is not known: no answer in time");
            false
        }
    }
}

/// The meeting's identifier on the conference server: the room's, which is no secret.
fn meeting_id(room: &Room) -> String {
    room.id.to_string()
}
