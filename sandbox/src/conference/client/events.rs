//! Server-sent events of the conference page. People are participants while their stream is open.
//!
//! Events: `people` with a [`View`], initially and at each change; `admitted` when a waiting person was
//! admitted; `ended` with the exit address when the meeting or the session has ended. The last two end the
//! stream. All have data, as browsers ignore events without.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Instant;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream, StreamExt};
use tokio::sync::watch;
use url::Url;

use super::view::View;
use super::{Session, cookie, exit};
use crate::conference::Conference;

pub(super) async fn stream(
    State(conference): State<Arc<Conference>>,
    Query(session): Query<Session>,
    headers: HeaderMap,
) -> Response {
    match Connection::open(&conference, session.token, cookie::read(&headers)) {
        Some(connection) => {
            let stopping = conference.stopping.clone().cancelled_owned();
            let events = connection.events().take_until(stopping);
            Sse::new(events)
                .keep_alive(KeepAlive::default())
                .into_response()
        }
        None => StatusCode::FORBIDDEN.into_response(),
    }
}

/// An open stream. Dropping it, when the browser disconnects, is leaving.
struct Connection {
    conference: Arc<Conference>,
    session_token: String,
    /// Whether the person waits in the lobby, and is not a participant.
    from_lobby: bool,
    exit: Url,
    changes: watch::Receiver<()>,
    sent_last: bool,
}

impl Connection {
    fn open(
        conference: &Arc<Conference>,
        session_token: String,
        browser: Option<&str>,
    ) -> Option<Self> {
        let mut meetings = conference.meetings();
        let (meeting, person) = meetings.session(&session_token, browser)?;
        let from_lobby = person.is_waiting();
        let exit = exit::of(meeting, person, &conference.exit_page);
        let mut changes = meeting.subscribe();
        // The first event has the current state, so it counts as a change.
        changes.mark_changed();
        if !from_lobby {
            meetings
                .of_session_mut(&session_token)?
                .connect(&session_token);
        }
        Some(Self {
            conference: Arc::clone(conference),
            session_token,
            from_lobby,
            exit,
            changes,
            sent_last: false,
        })
    }

    fn events(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut connection| async move {
            let event = connection.next().await?;
            Some((Ok(event), connection))
        })
    }

    async fn next(&mut self) -> Option<Event> {
        if self.sent_last {
            return None;
        }
        // An error means that the meeting is gone, which `look` detects as well.
        let _meeting_gone = self.changes.changed().await.is_err();
        let (event, is_last) = self.look();
        self.sent_last = is_last;
        Some(event)
    }

    /// The event for the current state, and whether it is the last one.
    fn look(&self) -> (Event, bool) {
        let meetings = self.conference.meetings();
        let found = meetings
            .iter()
            .find_map(|meeting| Some((meeting, meeting.person(&self.session_token)?)));
        match found {
            None => (
                Event::default().event("ended").data(self.exit.as_str()),
                true,
            ),
            Some((_, person)) if self.from_lobby && !person.is_waiting() => {
                (Event::default().event("admitted").data("now"), true)
            }
            Some((_, _)) if self.from_lobby => {
                (Event::default().event("waiting").data("still"), false)
            }
            Some((meeting, person)) => {
                let view = View::of(&self.conference, meeting, person);
                match Event::default().event("people").json_data(&view) {
                    Ok(event) => (event, false),
                    Err(error) => {
                        tracing::error!(%error, "a view cannot be written");
                        (Event::default().comment("not available"), false)
                    }
                }
            }
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        let mut meetings = self.conference.meetings();
        if let Some(meeting) = meetings.of_session_mut(&self.session_token)
            && !self.from_lobby
        {
            meeting.disconnect(&self.session_token, Instant::now());
        }
    }
}
