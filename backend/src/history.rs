//! The history of rooms: which meetings they had, from when to when, with how many people at most.
//!
//! A meeting is recorded when it is created. Its end is reported by the conference server (`meta_endCallbackUrl`) or,
//! where no report comes, found by housekeeping. The address for reports can be read by everybody in the meeting, and
//! a report is not signed: so it is only an occasion to ask the conference server what runs.

mod asked;
mod end_report;
mod upkeep;

use std::sync::Arc;

use sea_orm::DbErr;

use crate::clock::{Clock, Moment};
use crate::conference::{Conference, Created};
use crate::config::Config;
use crate::keys::Keys;
use crate::live::LiveMeetings;
use crate::storage::Store;
use crate::storage::room_meetings::{MeetingKey, RoomMeeting};
use crate::storage::rooms::Room;

pub(crate) use asked::AskedRooms;
pub(crate) use end_report::EndReportError;

/// The history of rooms.
pub struct History {
    /// The configuration.
    pub config: Arc<Config>,
    /// The meetings.
    pub store: Store,
    /// The client of the conference server.
    pub conference: Arc<Conference>,
    /// Limits the rate of asking it.
    pub live: Arc<LiveMeetings>,
    /// The keys for the addresses of reports.
    pub keys: Keys,
    /// The rooms whose end was reported, while the server is asked.
    pub asked: AskedRooms,
    /// The clock.
    pub clock: Clock,
}

impl History {
    /// Records the meeting that `create` has answered, if it is one to keep. Failures are logged: they must not keep
    /// anybody out of the meeting.
    pub(crate) async fn note_creation(&self, room: &Room, created: &Created) {
        if !self.keeps(room) {
            return;
        }
        let key = MeetingKey {
            room: room.id,
            create_time: created.create_time,
        };
        if let Err(error) = self.store.open_room_meeting(key, self.clock.now()).await {
            tracing::error!(%error, "a meeting is missing in the history of its room");
        }
    }

    /// The number of meetings of a room that are kept, and the newest of them, at most `most`.
    pub(crate) async fn of(
        &self,
        room: &Room,
        most: u64,
    ) -> Result<(u64, Vec<RoomMeeting>), DbErr> {
        let since = self.kept_since();
        self.store.meetings_of_room(room.id, since, most).await
    }

    /// Whether meetings of the room are recorded: those of permanent rooms, if the instance keeps any.
    fn keeps(&self, room: &Room) -> bool {
        !self.config.history_kept.is_zero() && room.temporary_until.is_none()
    }

    /// The start from which on meetings are kept.
    fn kept_since(&self) -> Moment {
        self.clock.now().minus(self.config.history_kept)
    }
}
