//! Meetings of rooms: starting, joining and ending them on the conference server.

mod documents;
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
use crate::files::Files;
use crate::history::History;
use crate::links::LinkSigner;
use crate::live::LiveMeetings;
use crate::meeting_tokens::{MeetingTokens, ModeratorAccess};
use crate::random::Random;
use crate::storage::Store;
use crate::storage::numbers::RoomNumbers;
use crate::storage::rooms::Room;
use crate::texts::MeetingTexts;
pub(crate) use error::MeetingError;
use message::Message;

/// The maximum duration of a temporary meeting, in minutes: it is deleted after a day.
pub(crate) const TEMPORARY_MINUTES: i64 = 24 * 60;

/// The path of the plug-in's manifest, a file of the built site, which conference servers fetch.
const PLUGIN_MANIFEST: &str = "/embed/bigbluebutton.json";

/// The path at which the backend takes reports of recordings that are ready.
const RECORDING_READY: &str = "/api/v1/callbacks/recording-ready";

/// A person who joins.
pub(crate) struct Guest<'a> {
    /// The name shown to others.
    pub name: &'a str,
    /// The role.
    pub role: Role,
    /// The identifier by which the conference server recognizes the person.
    pub user_id: Option<&'a str>,
    /// Whether the attendees' identity provider has verified the person.
    pub is_authenticated: bool,
}

impl<'a> Guest<'a> {
    /// The person as the conference server sees it. With a waiting room, attendees are guests regardless of the
    /// server's defaults, unless the room's options let them bypass it.
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
    /// The configuration.
    pub config: Arc<Config>,
    /// The rooms.
    pub store: Store,
    /// Signs the links of invitations.
    pub links: LinkSigner,
    /// The client of the conference server.
    pub conference: Arc<Conference>,
    /// The running meetings.
    pub live: Arc<LiveMeetings>,
    /// Records which meetings there were.
    pub history: Arc<History>,
    /// The files of rooms, if the instance keeps any.
    pub files: Option<Arc<Files>>,
    /// Issues the token in the text for moderators.
    pub tokens: MeetingTokens,
    /// The clock.
    pub clock: Clock,
    /// The random source.
    pub random: Random,
}

impl Meetings {
    /// Starts the room's meeting, or finds it running; returns the join address for a moderator.
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
            // It ends with its day, even if it is started late.
            let left = (until.0 - self.clock.now().0) / 60_000;
            let most = options.minutes.unwrap_or(TEMPORARY_MINUTES);
            options.minutes = Some(left.clamp(1, most));
        }
        let id = meeting_id(room);
        let has_telephone = self.config.phone_number.is_some();
        let is_temporary = room.temporary_until.is_some();
        let files_page = self.files_page(room);
        let texts = MeetingTexts::of(room.language);
        let report_to = self.config.backend_address(RECORDING_READY);
        let end_report = self.history.report_address(room, nonce);
        self.note_use(room).await?;
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
                presentations: files_page
                    .as_deref()
                    .map(|page| (page, texts.add_presentations())),
                // No page lists the recordings of a temporary meeting.
                recording_ready_url: (!is_temporary).then_some(&report_to),
                meeting_ended_url: end_report.as_deref(),
                logout_url: self.config.portal_home().as_str(),
                authenticated_guest: self.config.conference_authenticated_guest,
            })
            .await?;
        self.live.changed(room.id);
        if meeting.is_new {
            self.give_files(room);
        }
        // If it is not new but was never recorded, the response to its creation was lost.
        if meeting.is_new || room.last_meeting_at.is_none() {
            self.store
                .meeting_started(room.id, self.clock.now())
                .await?;
        }
        self.history.note_creation(room, &meeting).await;
        telephone::store_pin(self, room, &numbers.pin, &meeting).await;
        let person = guest.to_person(&room.options);
        let home = self.config.portal_home();
        let url = self
            .conference
            .join_url(&id, meeting.create_time, &person, &home);
        Ok(url)
    }

    /// Records that the room is used before the conference server has its meeting: whoever deletes unused rooms sees one
    /// or the other. It is a write on the first start of a day.
    async fn note_use(&self, room: &Room) -> Result<(), MeetingError> {
        let now = self.clock.now();
        if room.is_known_as_used(now) || self.store.room_in_use(room.id, now).await? {
            Ok(())
        } else {
            Err(MeetingError::RoomDeleted)
        }
    }

    /// The page with the room's files, if there is one: temporary meetings have none.
    fn files_page(&self, room: &Room) -> Option<String> {
        let has_page = self.files.is_some() && room.temporary_until.is_none();
        has_page.then(|| {
            self.config
                .portal_address(&format!("/salles/{}/fichiers", room.id))
        })
    }

    /// The join address for the room's running meeting; does not start it. Concurrent callers share a query to
    /// the conference server.
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

    /// Ends the room's meeting for everybody; does nothing if it does not run.
    pub(crate) async fn end(&self, room: &Room) -> Result<(), MeetingError> {
        self.conference.end(&meeting_id(room)).await?;
        self.live.changed(room.id);
        Ok(())
    }

    /// The code and the PIN of a room. They are retired together with it: if there are none, the room was
    /// deleted meanwhile.
    pub(crate) async fn numbers(&self, room: &Room) -> Result<RoomNumbers, MeetingError> {
        self.store
            .room_numbers(room.id)
            .await?
            .ok_or(MeetingError::RoomDeleted)
    }

    /// Whether the room's meeting runs, without waiting long: if the conference server is slow, the meeting is
    /// assumed not to run.
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

/// The meeting's identifier on the conference server: the room's, which is not a secret.
pub(crate) fn meeting_id(room: &Room) -> String {
    room.id.to_string()
}
