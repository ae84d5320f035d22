//! What housekeeping does for the history: finds the ends that nobody reported, counts people where nobody watches,
//! and forgets old meetings.

use std::collections::HashMap;

use sea_orm::DbErr;
use uuid::Uuid;

use super::History;
use crate::conference::{ConferenceError, Meeting};
use crate::storage::room_meetings::{MeetingKey, OpenMeeting};

impl History {
    /// Forgets the meetings that are not kept any more.
    pub(crate) async fn forget_old(&self) -> Result<(), DbErr> {
        self.store.forget_room_meetings(self.kept_since()).await
    }

    /// Looks at the meetings that are not known to have ended. While the conference server fails, they stay so.
    pub(crate) async fn look_after_open(&self) -> Result<(), DbErr> {
        let open = self.store.open_room_meetings().await?;
        if open.is_empty() {
            return Ok(());
        }
        let listed = self.listed().await;
        let mut seen = Vec::new();
        let mut grown = Vec::new();
        // After one failure, the server is asked about no other until the next run.
        let mut answers = true;
        for OpenMeeting { key, most_people } in open {
            let found = match listed.get(&key.room) {
                Some(meeting) if meeting.create_time == key.create_time => Some(meeting.clone()),
                // Lists may be incomplete.
                _ if !answers => continue,
                _ => match self.ask(key.room).await {
                    Ok(meeting) => meeting,
                    Err(error) => {
                        tracing::warn!(%error, "which meetings have ended is not known");
                        answers = false;
                        continue;
                    }
                },
            };
            match found {
                Some(meeting) if meeting.create_time == key.create_time && !meeting.has_ended => {
                    seen.push(key);
                    if meeting.people > most_people {
                        grown.push((key, meeting.people));
                    }
                }
                _ => self.end_unreported(key).await?,
            }
        }
        let now = self.clock.now();
        self.store.see_room_meetings(&seen, now).await?;
        self.store.raise_most_people(&grown).await
    }

    async fn end_unreported(&self, key: MeetingKey) -> Result<(), DbErr> {
        let now = self.clock.now();
        self.store.end_unreported_meeting(key, now).await
    }

    /// The meetings on the conference server, by room; none if it does not list them.
    async fn listed(&self) -> HashMap<Uuid, Meeting> {
        let meetings = self.conference.meetings().await.unwrap_or_else(|error| {
            tracing::warn!(%error, "meetings are asked for one by one");
            Vec::new()
        });
        let by_room = |meeting: Meeting| Some((Uuid::parse_str(&meeting.id).ok()?, meeting));
        meetings.into_iter().filter_map(by_room).collect()
    }

    async fn ask(&self, room: Uuid) -> Result<Option<Meeting>, ConferenceError> {
        self.live.acquire_idle().await;
        self.conference.meeting(&room.to_string()).await
    }
}
