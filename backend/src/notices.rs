//! What a node tells the others at once, so that people see a change within a second wherever they are connected.
//! Nothing depends on it alone: a notice that is lost is made up for by the next poll.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::sync::mpsc;
use tokio::time::sleep;

use crate::live::LiveMeetings;
use crate::storage::notices::NoticeListener;
use crate::storage::{Store, TokenHash};
use crate::streams::Streams;

/// How many notices wait to be sent; further ones are dropped.
const WAITING: usize = 1_000;

/// How long to wait before the next attempt after the database has failed.
const PAUSE: Duration = Duration::from_secs(1);

/// A change at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Who is a delegate of a room, or its owner.
    Delegations,
    /// Which recordings are new.
    Recordings,
    /// A session has ended.
    SessionEnded(TokenHash),
}

impl Notice {
    fn to_text(&self) -> String {
        match self {
            Self::Delegations => "delegations".to_owned(),
            Self::Recordings => "recordings".to_owned(),
            Self::SessionEnded(token) => format!("session {}", String::from(token.clone())),
        }
    }

    /// `None` for one of another release.
    fn from_text(text: &str) -> Option<Self> {
        match text {
            "delegations" => Some(Self::Delegations),
            "recordings" => Some(Self::Recordings),
            other => {
                let token = TokenHash::from_hex(other.strip_prefix("session ")?)?;
                Some(Self::SessionEnded(token))
            }
        }
    }
}

/// Where a node's notices go.
#[derive(Clone)]
pub struct Notices(mpsc::Sender<Notice>);

/// The notices that are to be sent.
pub struct OutgoingNotices(mpsc::Receiver<Notice>);

/// Both ends.
#[must_use]
pub fn channel() -> (Notices, OutgoingNotices) {
    let (sender, receiver) = mpsc::channel(WAITING);
    (Notices(sender), OutgoingNotices(receiver))
}

impl Notices {
    /// Tells the other nodes, a little later.
    pub fn send(&self, notice: Notice) {
        if self.0.try_send(notice).is_err() {
            tracing::debug!("a notice is dropped: other nodes learn the change by polling");
        }
    }
}

/// Sends and receives until the backend stops.
pub async fn follow(
    store: &Store,
    outgoing: &mut OutgoingNotices,
    live: &Arc<LiveMeetings>,
    streams: &Streams,
) {
    if !store.has_notices() {
        // Nobody else is there. The channel is emptied, as it is bounded.
        while outgoing.0.recv().await.is_some() {}
        return;
    }
    let sending = async {
        while let Some(notice) = outgoing.0.recv().await {
            if let Err(error) = store.send_notice(&notice.to_text()).await {
                tracing::warn!(%error, "a notice is lost: other nodes learn the change by polling");
            }
        }
    };
    tokio::join!(sending, receive(store, live, streams));
}

async fn receive(store: &Store, live: &Arc<LiveMeetings>, streams: &Streams) {
    loop {
        let failed = match store.listen().await {
            Ok(mut listener) => loop {
                // Whatever was sent before is made up for.
                live.delegations_changed_elsewhere();
                live.recordings_changed_elsewhere();
                if let Err(error) = listen(&mut listener, live, streams).await {
                    break error;
                }
            },
            Err(error) => error,
        };
        tracing::warn!(error = %failed, "other nodes' changes are polled until the database answers");
        sleep(PAUSE).await;
    }
}

/// Receives until the connection is lost.
async fn listen(
    listener: &mut NoticeListener,
    live: &Arc<LiveMeetings>,
    streams: &Streams,
) -> Result<(), DbErr> {
    while let Some(text) = listener.next().await? {
        match Notice::from_text(&text) {
            Some(Notice::Delegations) => live.delegations_changed_elsewhere(),
            Some(Notice::Recordings) => live.recordings_changed_elsewhere(),
            Some(Notice::SessionEnded(token)) => streams.end_of(&token),
            None => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notices_are_read_as_they_were_sent_and_others_are_passed_over() {
        for notice in [
            Notice::Delegations,
            Notice::Recordings,
            Notice::SessionEnded(TokenHash::of("a token")),
        ] {
            assert_eq!(Notice::from_text(&notice.to_text()), Some(notice));
        }
        for other in ["", "rooms", "session", "session x", "session é"] {
            assert_eq!(Notice::from_text(other), None);
        }
    }
}
