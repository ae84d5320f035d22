//! The conference server, spoken to by the BigBlueButton API
//! (<https://docs.bigbluebutton.org/development/api/>).
//!
//! Only what the portal needs of it: create and end a meeting, ask which run, and sign the address by
//! which a person's browser joins.

mod answer;
mod checksum;
mod create;
mod error;
mod join;
mod meeting_name;
mod nonce;
mod request;

use parvis_contract::code::Pin;
use url::Url;

use crate::config::Secret;
pub use answer::MessageKey;
pub use create::{NewMeeting, html};
pub use error::ConferenceError;
pub use join::Person;
pub use meeting_name::meeting_name;
pub use nonce::MeetingNonce;

/// A meeting that the conference server knows.
#[derive(Default)]
pub struct Meeting {
    /// Its identifier.
    pub id: String,
    /// When it was created, in the server's milliseconds; a join address bears it, so that an old
    /// address does not enter a new session.
    pub create_time: i64,
    /// Whether anyone is in, and others may come.
    pub running: bool,
    /// How many people are in.
    pub people: u32,
    /// What its creation carried; `None` where the server does not say.
    pub nonce: Option<MeetingNonce>,
}

/// What became of the wish for a meeting.
pub struct Created {
    /// See [`Meeting::create_time`].
    pub create_time: i64,
    /// Whether the meeting was not there before.
    pub is_new: bool,
    /// The number by which callers join, which need not be the one that was asked for.
    pub voice_bridge: Option<Pin>,
}

/// The conference server.
pub struct Conference {
    base: Url,
    secret: Secret,
    http: reqwest::Client,
}

impl Conference {
    /// The server whose API is at `base`: with or without `api` at its end, as administrators have
    /// it from `bbb-conf --secret` or from elsewhere.
    ///
    /// # Errors
    ///
    /// When no HTTP client can be made.
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

    /// Creates a meeting, or finds that it exists already, which is no error.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn create(&self, meeting: &NewMeeting<'_>) -> Result<Created, ConferenceError> {
        let answer = match self.post_create(meeting).await {
            // Two first creations at one moment, behind a balancer: by now one of them is done.
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

    /// The meeting `id`; `None` when the server knows none.
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
                people: answer.participant_count,
                nonce: answer.nonce(),
            })),
            Err(ConferenceError::Refused(MessageKey::NotFound)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Every meeting that the server knows.
    ///
    /// # Errors
    ///
    /// [`ConferenceError`] when the server does not answer or refuses.
    pub async fn meetings(&self) -> Result<Vec<Meeting>, ConferenceError> {
        Ok(self.call("getMeetings", &[]).await?.into_meetings())
    }

    /// Ends a meeting, or finds that there is none. People are sent away a moment later.
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

    /// Sends what is in nobody's interest to stand in a log as the body, which is not signed; only what
    /// balancers read themselves stands in the address.
    async fn post_create(
        &self,
        meeting: &NewMeeting<'_>,
    ) -> Result<answer::Answer, ConferenceError> {
        let url = self.signed(
            "create",
            &[("meetingID", meeting.id), ("name", meeting.name)],
        );
        self.ask(url, Some(&meeting.parameters())).await
    }
}
