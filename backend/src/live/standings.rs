//! The database states of rooms that somebody waits for: whether a link was renewed, the room deleted, or its
//! meeting started by another node.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::sleep;
use uuid::Uuid;

use super::meetings::Meetings;
use crate::clock::Clock;
use crate::storage::Store;
use crate::storage::rooms::Standing;

/// The interval of one query for all rooms.
const INTERVAL: Duration = Duration::from_secs(1);

/// Polls while somebody waits.
pub(super) async fn follow(meetings: &Meetings, store: &Store, clock: &Clock) {
    let mut failing = false;
    loop {
        let waited_for = meetings.waited_for().await;
        let rooms: Vec<Uuid> = waited_for.iter().map(|meeting| meeting.room()).collect();
        match store.standings(&rooms).await {
            Ok(standings) => {
                failing = false;
                let by_room = standings
                    .into_iter()
                    .map(|standing| (standing.room, standing));
                let mut standings: HashMap<Uuid, Standing> = by_room.collect();
                for meeting in waited_for {
                    let standing = standings.remove(&meeting.room());
                    meeting.learn_standing(standing, clock.now());
                }
            }
            Err(error) if !failing => {
                failing = true;
                tracing::error!(%error, "how rooms stand that people wait for is not known");
            }
            Err(_) => {}
        }
        sleep(INTERVAL).await;
    }
}
