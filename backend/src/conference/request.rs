//! HTTP requests to the conference server.

use std::time::Duration;

use http::header;
use reqwest::redirect::Policy;
use url::Url;

use super::{Conference, ConferenceError, answer, checksum};
use crate::measure;

const TIMEOUT: Duration = Duration::from_secs(8);
/// The timeout of connecting.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(3);

/// The maximum number of redirects.
const MAX_REDIRECTS: usize = 2;

/// The maximum size of an answer, in bytes: some thousands of running meetings or recordings.
const MAX_ANSWER: usize = 8 << 20;

/// The HTTP client. It does not follow redirects itself.
pub(super) fn client() -> Result<reqwest::Client, reqwest::Error> {
    reqwest::Client::builder()
        .connect_timeout(CONNECT_TIMEOUT)
        .timeout(TIMEOUT)
        .redirect(Policy::none())
        .build()
}

impl Conference {
    /// A call by GET.
    pub(super) async fn call(
        &self,
        call: &'static str,
        parameters: &[(&str, &str)],
    ) -> Result<answer::Answer, ConferenceError> {
        self.ask(call, self.signed(call, parameters), Body::None)
            .await
    }

    /// A call, by POST if there is a body. Redirects are followed within the same origin, as some servers
    /// redirect to add a slash.
    pub(super) async fn ask(
        &self,
        call: &'static str,
        url: Url,
        body: Body<'_>,
    ) -> Result<answer::Answer, ConferenceError> {
        let measured = measure::Call::begin("conference", call);
        let answer = self.follow(url, body).await;
        measured.end(match &answer {
            Ok(_) => "ok",
            Err(ConferenceError::Unreachable(_)) => "unreachable",
            Err(ConferenceError::Slow) => "slow",
            // What is asked for is not there, such as a meeting that nobody has started: no fault.
            Err(ConferenceError::Refused(answer::MessageKey::NotFound)) => "not_found",
            Err(ConferenceError::Refused(_)) => "refused",
            Err(ConferenceError::Status(_) | ConferenceError::Unreadable(_)) => "unusable",
        });
        answer
    }

    async fn follow(
        &self,
        mut url: Url,
        body: Body<'_>,
    ) -> Result<answer::Answer, ConferenceError> {
        for _ in 0..=MAX_REDIRECTS {
            match self.ask_at(&url, body).await? {
                Reply::Answer(answer) => return Ok(*answer),
                Reply::Redirect(next) => url = next,
            }
        }
        Err(ConferenceError::Unreadable(
            "it redirects without end".to_owned(),
        ))
    }

    async fn ask_at(&self, url: &Url, body: Body<'_>) -> Result<Reply, ConferenceError> {
        let failed = |error: reqwest::Error| {
            if error.is_timeout() && !error.is_connect() {
                ConferenceError::Slow
            } else {
                ConferenceError::Unreachable(error.without_url())
            }
        };
        let request = match body {
            Body::None => self.http.get(url.clone()),
            Body::Form(form) => self.http.post(url.clone()).form(form),
            Body::Xml { xml, timeout } => self
                .http
                .post(url.clone())
                // Servers compare it as a whole: with a charset it is another type.
                .header(header::CONTENT_TYPE, "application/xml")
                .body(xml.to_owned())
                .timeout(timeout),
        };
        let mut response = request.send().await.map_err(failed)?;
        let status = response.status();
        if matches!(status.as_u16(), 301 | 302 | 307 | 308)
            && let Some(next) = location(url, &response)
        {
            return Ok(Reply::Redirect(next));
        }
        if !status.is_success() {
            return Err(ConferenceError::Status(status.as_u16()));
        }
        let mut body = Vec::new();
        while let Some(part) = response.chunk().await.map_err(failed)? {
            if body.len() + part.len() > MAX_ANSWER {
                return Err(ConferenceError::Unreadable(
                    "its answer is too long".to_owned(),
                ));
            }
            body.extend_from_slice(&part);
        }
        let xml = String::from_utf8_lossy(&body);
        answer::read(&xml).map(Box::new).map(Reply::Answer)
    }

    /// The address of a call, signed over exactly the query that is sent.
    pub(super) fn signed(&self, call: &str, parameters: &[(&str, &str)]) -> Url {
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

/// The body of a call. It is not signed.
#[derive(Clone, Copy)]
pub(super) enum Body<'a> {
    None,
    /// Parameters, which are then not in the address.
    Form(&'a [(&'a str, String)]),
    /// A document, for a call that takes longer than others.
    Xml {
        xml: &'a str,
        timeout: Duration,
    },
}

/// The result of one request.
enum Reply {
    Answer(Box<answer::Answer>),
    /// The request has to be repeated at this address.
    Redirect(Url),
}

/// The target of a redirect within the same origin: a signed address must not be sent to another.
fn location(asked: &Url, response: &reqwest::Response) -> Option<Url> {
    let text = response.headers().get(header::LOCATION)?.to_str().ok()?;
    let next = asked.join(text).ok()?;
    (next.origin() == asked.origin()).then_some(next)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::config::Secret;

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
