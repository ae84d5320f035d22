//! Sends this node's notices to the others, and passes theirs on.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::DbErr;
use tokio::time::sleep;

use crate::live::LiveMeetings;
use crate::notices::{Notice, OutgoingNotices};
use crate::storage::Store;
use crate::storage::notices::NoticeListener;
use crate::streams::Streams;

/// How long to wait before the next attempt after the database has failed.
const PAUSE: Duration = Duration::from_secs(1);

/// Sends and receives until the backend stops.
pub async fn run(
    store: &Store,
    outgoing: &mut OutgoingNotices,
    live: &Arc<LiveMeetings>,
    streams: &Streams,
) {
    if !store.has_notices() {
        // Nobody else is there. The channel is emptied, as it is bounded.
        while outgoing.next().await.is_some() {}
        return;
    }
    let sending = async {
        while let Some(notice) = outgoing.next().await {
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
