//! The database states of rooms that somebody waits for: whether a link was renewed, the room deleted, or its
//! meeting started by another node.

use std::collections::HashMap;
use std::time::Duration;

use tokio::time::sleep;
use uuid::Uuid;

use super::meetings::Meetings;
use crate::clock::Clock;
use crate::storage::Store;
use crate::storage::rooms::RoomState;

/// The interval of one query for all rooms.
const INTERVAL: Duration = Duration::from_secs(1);

/// Polls while somebody waits.
pub(super) async fn follow(meetings: &Meetings, store: &Store, clock: &Clock) {
    let mut failing = false;
    loop {
        let waited_for = meetings.waited_for().await;
        let rooms: Vec<Uuid> = waited_for.iter().map(|meeting| meeting.room()).collect();
        match store.room_states(&rooms).await {
            Ok(room_states) => {
                failing = false;
                let by_room = room_states
                    .into_iter()
                    .map(|room_state| (room_state.room, room_state));
                let mut room_states: HashMap<Uuid, RoomState> = by_room.collect();
                for meeting in waited_for {
                    let room_state = room_states.remove(&meeting.room());
                    meeting.set_room_state(room_state, clock.now());
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
