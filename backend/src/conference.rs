//! The client of the conference server: the BigBlueButton API
//! (<https://docs.bigbluebutton.org/development/api/>).
//!
//! Only the calls that the portal needs: create and end a meeting, query which run, sign join addresses, give
//! presentations to a meeting, and manage recordings.

mod answer;
mod checksum;
mod create;
mod documents;
mod error;
#[cfg(feature = "fuzzing")]
pub(crate) mod fuzzing;
mod join;
mod meeting_name;
mod nonce;
mod ready_report;
mod recordings;
mod request;

use parvis_contract::code::Pin;
use url::Url;

use crate::config::Secret;
pub use answer::MessageKey;
pub use create::{NewMeeting, html};
pub use documents::Document;
pub use error::ConferenceError;
pub use join::Person;
pub use meeting_name::meeting_name;
pub use nonce::MeetingNonce;
pub use ready_report::NotSigned;
pub use recordings::{Format, Recording};
use request::Body;

/// A meeting on the conference server.
#[derive(Clone, Default)]
pub struct Meeting {
    /// Its identifier.
    pub id: String,
    /// The creation time in the server's milliseconds. Join addresses contain it, so that an old address does
    /// not enter a new session.
    pub create_time: i64,
    /// Whether the meeting has participants and accepts more.
    pub running: bool,
    /// Whether it has ended, and the server still remembers it. A meeting that nobody is in may go on.
    pub has_ended: bool,
    /// The number of participants.
    pub people: u32,
    /// The nonce of its creation; `None` if the server does not return it.
    pub nonce: Option<MeetingNonce>,
}

/// The result of creating a meeting.
pub struct Created {
    /// See [`Meeting::create_time`].
    pub create_time: i64,
    /// Whether this call created it.
    pub is_new: bool,
    /// The telephone number (`voiceBridge`), which may differ from the requested one.
    pub voice_bridge: Option<Pin>,
}

/// A client of the conference server.
pub struct Conference {
    base: Url,
    secret: Secret,
    http: reqwest::Client,
}

impl Conference {
    /// A client of the API at `base`, with or without `api` at its end: `bbb-conf --secret` and other sources
    /// differ.
    ///
    /// # Errors
    ///
    /// When the HTTP client cannot be created.
    pub fn new(base: &Url, secret: Secret) -> Result<Self, reqwest::Error> {
        let mut base = base.clone();
        let path = base
            .path()
            .trim_end_matches('/')
            .trim_end_matches("/api")
            .to_owned();
        base.set_path(&format!("{path}/api/"));
        Ok(Self {
            base,
            secret,
            http: request::client()?,
        })
    }

    /// Creates a meeting; succeeds if it already exists.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn create(&self, meeting: &NewMeeting<'_>) -> Result<Created, ConferenceError> {
        let answer = match self.post_create(meeting).await {
            // Two concurrent first creations behind a balancer: one of them has succeeded by now.
            Err(ConferenceError::Refused(MessageKey::IdNotUnique)) => {
                self.post_create(meeting).await?
            }
            answer => answer?,
        };
        Ok(Created {
            create_time: answer.create_time()?,
            is_new: !answer.is_repeated(),
            voice_bridge: answer.voice_bridge(),
        })
    }

    /// The meeting `id`; `None` if the server does not know it.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn meeting(&self, id: &str) -> Result<Option<Meeting>, ConferenceError> {
        match self.call("getMeetingInfo", &[("meetingID", id)]).await {
            Ok(answer) => Ok(Some(Meeting {
                id: id.to_owned(),
                create_time: answer.create_time()?,
                running: answer.is_running(),
                has_ended: answer.has_ended(),
                people: answer.participant_count,
                nonce: answer.nonce(),
            })),
            Err(ConferenceError::Refused(MessageKey::NotFound)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// All meetings on the server.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn meetings(&self) -> Result<Vec<Meeting>, ConferenceError> {
        Ok(self.call("getMeetings", &[]).await?.into_meetings())
    }

    /// Ends a meeting; succeeds if there is none. Participants are removed a moment later.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn end(&self, id: &str) -> Result<(), ConferenceError> {
        match self.call("end", &[("meetingID", id)]).await {
            Ok(_) | Err(ConferenceError::Refused(MessageKey::NotFound)) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Sends the parameters in the body, which is not signed, so that they do not appear in access logs; only
    /// what balancers read is in the address.
    async fn post_create(
        &self,
        meeting: &NewMeeting<'_>,
    ) -> Result<answer::Answer, ConferenceError> {
        let url = self.signed("create", &meeting.query());
        self.ask("create", url, Body::Form(&meeting.parameters()))
            .await
    }
}
