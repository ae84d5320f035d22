//! The meetings of rooms: what the portal asks of the conference server.

mod error;
mod invitation;
mod message;
mod renewal;
mod session;
mod telephone;

use std::sync::Arc;
use std::time::Duration;

use parvis_contract::options::RoomOptions;
use parvis_contract::role::Role;
use url::Url;

use crate::clock::Clock;
use crate::conference::{Conference, MeetingNonce, NewMeeting, Person, meeting_name};
use crate::config::Config;
use crate::links::LinkSigner;
use crate::live::LiveMeetings;
use crate::meeting_tokens::{MeetingTokens, ModeratorAccess};
use crate::random::Random;
use crate::storage::Store;
use crate::storage::numbers::RoomNumbers;
use crate::storage::rooms::Room;
pub(crate) use error::MeetingError;
use message::Message;

/// The most minutes that a temporary meeting lasts: it is forgotten after a day.
pub(crate) const TEMPORARY_MINUTES: i64 = 24 * 60;

/// What conference servers fetch to load the plug-in: a file of the built site.
const PLUGIN_MANIFEST: &str = "/embed/bigbluebutton.json";

/// Somebody at the door.
pub(crate) struct Guest<'a> {
    /// The name that the others see.
    pub name: &'a str,
    /// The person's rights.
    pub role: Role,
    /// Tells the conference server that a person who comes back is the same.
    pub user_id: Option<&'a str>,
    /// Whether the attendees' identity provider vouches for the person.
    pub is_authenticated: bool,
}

impl<'a> Guest<'a> {
    /// The same as the conference server is told: where moderators let people in, all others are its
    /// guests, whatever it takes for granted, but for those who pass by the room's options.
    fn to_person(&self, options: &RoomOptions) -> Person<'a> {
        let passes = options.authenticated_bypass && self.is_authenticated;
        Person {
            name: self.name,
            role: self.role,
            user_id: self.user_id,
            is_guest: options.waiting_room && self.role == Role::Attendee && !passes,
            exits_to_portal: options.logout_url.is_empty(),
        }
    }
}

/// The meetings of rooms.
pub(crate) struct Meetings {
    /// What the administrator decided.
    pub config: Arc<Config>,
    /// The rooms.
    pub store: Store,
    /// Makes the links of invitations.
    pub links: LinkSigner,
    /// The conference server.
    pub conference: Arc<Conference>,
    /// Which meetings run.
    pub live: Arc<LiveMeetings>,
    /// Makes the token in the text for moderators.
    pub tokens: MeetingTokens,
    /// The time.
    pub clock: Clock,
    /// Random numbers.
    pub random: Random,
}

impl Meetings {
    /// Starts the room's meeting, or finds it started, and answers the way in for a moderator.
    pub(crate) async fn start(&self, room: &Room, guest: &Guest<'_>) -> Result<Url, MeetingError> {
        let numbers = self.numbers(room).await?;
        let invitation = self.invitation(room).await?;
        let nonce = MeetingNonce::new(&self.random);
        let access = ModeratorAccess {
            room: room.id,
            nonce,
        };
        let message = message::for_moderators(&Message {
            own_words: &room.options.moderators_message,
            invitation: &invitation,
            details: &self
                .tokens
                .page_address(access)
                .ok_or(MeetingError::NoKey)?,
            language: room.language,
        });
        let mut options = room.options.clone();
        if let Some(until) = room.temporary_until {
            // Started anew late in its day, it ends with it.
            let left = (until.0 - self.clock.now().0) / 60_000;
            options.minutes = Some(left.clamp(1, TEMPORARY_MINUTES));
        }
        let id = meeting_id(room);
        let has_telephone = self.config.phone_number.is_some();
        let meeting = self
            .conference
            .create(&NewMeeting {
                id: &id,
                name: &meeting_name(&room.name, &self.config.instance.service_name),
                pin: has_telephone.then_some(&numbers.pin),
                options: &options,
                moderators_message: &message,
                nonce,
                plugin_manifest: &self.config.portal_address(PLUGIN_MANIFEST),
                logout_url: self.config.portal_home().as_str(),
                authenticated_guest: self.config.conference_authenticated_guest,
            })
            .await?;
        self.live.changed(room.id);
        // Not new, and never heard of: the answer to its creation was lost on the way.
        if meeting.is_new || room.last_meeting_at.is_none() {
            self.store
                .meeting_started(room.id, self.clock.now())
                .await?;
        }
        telephone::keep(self, room, &numbers.pin, &meeting).await;
        let person = guest.to_person(&room.options);
        let home = self.config.portal_home();
        let url = self
            .conference
            .join_url(&id, meeting.create_time, &person, &home);
        Ok(url)
    }

    /// The way into the room's meeting, if it runs. Whoever comes this way starts nothing. The conference
    /// server is not asked for each of those who come at once.
    pub(crate) async fn enter(
        &self,
        room: &Room,
        guest: &Guest<'_>,
    ) -> Result<Option<Url>, MeetingError> {
        let person = guest.to_person(&room.options);
        let meeting = self.live.meeting(room.id, |_| true).await?;
        let home = self.config.portal_home();
        Ok(meeting.map(|meeting| {
            self.conference
                .join_url(&meeting_id(room), meeting.create_time, &person, &home)
        }))
    }

    /// Ends the room's meeting for everybody; one that does not run stays as it is.
    pub(crate) async fn end(&self, room: &Room) -> Result<(), MeetingError> {
        self.conference.end(&meeting_id(room)).await?;
        self.live.changed(room.id);
        Ok(())
    }

    /// The code and the PIN of a room. They are retired with it: where there are none, it was deleted
    /// while it was being read.
    pub(crate) async fn numbers(&self, room: &Room) -> Result<RoomNumbers, MeetingError> {
        self.store
            .room_numbers(room.id)
            .await?
            .ok_or(MeetingError::RoomDeleted)
    }

    /// Whether the room's meeting runs, as far as can be known without making anyone wait: a conference
    /// server that does not answer at once is taken for one without the meeting.
    pub(crate) async fn is_running(&self, room: &Room) -> bool {
        const AT_ONCE: Duration = Duration::from_secs(2);
        if room.last_meeting_at.is_none() {
            return false;
        }
        match tokio::time::timeout(AT_ONCE, self.live.meeting(room.id, |_| true)).await {
            Ok(Ok(meeting)) => meeting.is_some(),
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
}

/// The meeting's identifier on the conference server: the room's, which is no secret.
fn meeting_id(room: &Room) -> String {
    room.id.to_string()
}
