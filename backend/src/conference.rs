//! The conference server, spoken to by the BigBlueButton API
//! (<https://docs.bigbluebutton.org/development/api/>).
//!
//! Only what the portal needs of it: create and end a meeting, ask which run, and sign the address by
//! which a person's browser joins.

mod answer;
mod checksum;
mod create;
mod meeting_name;
mod nonce;

use std::sync::Arc;
use std::time::Duration;

use http::header;
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::Role;
use reqwest::redirect::Policy;
use url::Url;

use crate::config::Secret;
use crate::web::problem::Refusal;
pub use answer::MessageKey;
pub use create::{NewMeeting, html};
pub use meeting_name::meeting_name;
pub use nonce::MeetingNonce;

const TIMEOUT: Duration = Duration::from_secs(8);
/// A server that does not even take the connection in this time is not there.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// What the conference server did wrong. No variant holds an address, as addresses are signed.
#[derive(Debug, thiserror::Error)]
pub enum ConferenceError {
    /// It does not answer.
    #[error("the conference server does not answer")]
    Unreachable(#[source] reqwest::Error),
    /// It takes too long.
    #[error("the conference server takes too long")]
    Slow,
    /// It answers with an HTTP error.
    #[error("the conference server answers with HTTP status {0}")]
    Status(u16),
    /// It answers something that is not the API's XML.
    #[error("the conference server's answer cannot be read: {0}")]
    Unreadable(String),
    /// It says no.
    #[error("the conference server refuses: {0:?}")]
    Refused(MessageKey),
}

impl From<ConferenceError> for Refusal {
    fn from(error: ConferenceError) -> Self {
        Self::from(&error)
    }
}

impl From<Arc<ConferenceError>> for Refusal {
    fn from(error: Arc<ConferenceError>) -> Self {
        Self::from(&*error)
    }
}

impl From<&ConferenceError> for Refusal {
    fn from(error: &ConferenceError) -> Self {
        let kind = match error {
            ConferenceError::Unreachable(_) | ConferenceError::Status(500..) => {
                ProblemKind::ConferenceUnreachable
            }
            ConferenceError::Slow => ProblemKind::ConferenceSlow,
            ConferenceError::Refused(MessageKey::NonUniqueVoiceBridge) => ProblemKind::PinTaken,
            ConferenceError::Status(_)
            | ConferenceError::Unreadable(_)
            | ConferenceError::Refused(_) => ProblemKind::ConferenceRefused,
        };
        Self::new(kind).cause(error)
    }
}

/// A meeting that the conference server knows.
pub struct Meeting {
    /// Its identifier.
    pub id: String,
    /// When it was created, in the server's milliseconds; a join address bears it, so that an old
    /// address does not enter a new session.
    pub create_time: i64,
    /// Whether anyone is in.
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
}

/// A person about to join.
pub struct Person<'a> {
    /// The name that the others see.
    pub name: &'a str,
    /// The person's rights.
    pub role: Role,
    /// Tells the conference server that a person who comes back is the same.
    pub user_id: Option<&'a str>,
    /// Whether the person is a guest, whom a moderator may have to let in.
    pub is_guest: bool,
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
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TIMEOUT)
            .redirect(Policy::none())
            .build()?;
        Ok(Self { base, secret, http })
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
                running: answer.running,
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

    /// The address by which `person`'s browser joins. It lets its holder in: never log it. Whom the server does
    /// not let in it sends to `refused`, with the reason.
    #[must_use]
    pub fn join_url(&self, id: &str, create_time: i64, person: &Person<'_>, refused: &Url) -> Url {
        let create_time = create_time.to_string();
        let role = match person.role {
            Role::Moderator => "MODERATOR",
            Role::Attendee => "VIEWER",
        };
        let mut parameters = vec![
            ("meetingID", id),
            ("fullName", person.name),
            ("role", role),
            ("createTime", &create_time),
            ("redirect", "true"),
            ("errorRedirectUrl", refused.as_str()),
        ];
        parameters.extend(person.user_id.map(|user_id| ("userID", user_id)));
        // Never `guest=false`, which the server's documentation advises against.
        parameters.extend(person.is_guest.then_some(("guest", "true")));
        self.signed("join", &parameters)
    }

    async fn call(
        &self,
        call: &str,
        parameters: &[(&str, &str)],
    ) -> Result<answer::Answer, ConferenceError> {
        self.ask(self.signed(call, parameters), None).await
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

    /// Asks, by POST where there is a form. A server may lead on within its own origin, as some do where a
    /// slash is missing: the same is then asked there.
    async fn ask(
        &self,
        mut url: Url,
        form: Option<&[(&str, String)]>,
    ) -> Result<answer::Answer, ConferenceError> {
        for _ in 0..=MAX_REDIRECTS {
            match self.ask_at(&url, form).await? {
                Reply::Answer(answer) => return Ok(*answer),
                Reply::Redirect(next) => url = next,
            }
        }
        Err(ConferenceError::Unreadable(
            "it redirects without end".to_owned(),
        ))
    }

    async fn ask_at(
        &self,
        url: &Url,
        form: Option<&[(&str, String)]>,
    ) -> Result<Reply, ConferenceError> {
        let failed = |error: reqwest::Error| {
            if error.is_timeout() && !error.is_connect() {
                ConferenceError::Slow
            } else {
                ConferenceError::Unreachable(error.without_url())
            }
        };
        let request = match form {
            Some(form) => self.http.post(url.clone()).form(form),
            None => self.http.get(url.clone()),
        };
        let response = request.send().await.map_err(failed)?;
        let status = response.status();
        if matches!(status.as_u16(), 301 | 302 | 307 | 308)
            && let Some(next) = location(url, &response)
        {
            return Ok(Reply::Redirect(next));
        }
        if !status.is_success() {
            return Err(ConferenceError::Status(status.as_u16()));
        }
        let xml = response.text().await.map_err(failed)?;
        answer::read(&xml).map(Box::new).map(Reply::Answer)
    }

    /// The address of a call, signed over the very query that is sent.
    fn signed(&self, call: &str, parameters: &[(&str, &str)]) -> Url {
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(parameters)
            .finish();
        let checksum = checksum::sha256(call, &query, self.secret.reveal());
        let mut url = self.base.clone();
        url.set_path(&format!("{}{call}", self.base.path()));
        let separator = if query.is_empty() { "" } else { "&" };
        url.set_query(Some(&format!("{query}{separator}checksum={checksum}")));
        url
    }
}

/// How often a server may lead on.
const MAX_REDIRECTS: usize = 2;

/// What came of a question.
enum Reply {
    Answer(Box<answer::Answer>),
    /// The same is to be asked there.
    Redirect(Url),
}

/// Where a redirect leads, if that is the same origin: a signed address is for no other.
fn location(asked: &Url, response: &reqwest::Response) -> Option<Url> {
    let text = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let next = asked.join(text).ok()?;
    (next.origin() == asked.origin()).then_some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn conference(base: &str) -> Conference {
        let base = Url::parse(base).expect("an address");
        Conference::new(&base, Secret::new("secret".to_owned())).expect("a client")
    }

    #[test]
    fn the_address_is_found_with_or_without_api_and_slash() {
        for base in [
            "/bigbluebutton",
            "/bigbluebutton/",
            "/bigbluebutton/api",
            "/bigbluebutton/api/",
        ] {
            let conference = conference(&format!("https://bbb.example.fr{base}"));
            assert_eq!(
                conference.signed("create", &[]).path(),
                "/bigbluebutton/api/create"
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_hashed_is_what_is_sent(name in any::<String>()) {
            let url = conference("https://bbb.example.fr/bigbluebutton/")
                .signed("create", &[("meetingID", "abc"), ("name", &name)]);
            let query = url.query().expect("a query");
            let (signed, sum) = query.rsplit_once("&checksum=").expect("a checksum");
            prop_assert_eq!(checksum::sha256("create", signed, "secret"), sum);
            let sent: Vec<_> = url.query_pairs().filter(|(key, _)| key == "name").collect();
            prop_assert_eq!(&*sent[0].1, &*name);
        }
    }
}
