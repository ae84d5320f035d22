//! A portal and its browsers, as the tests need them: signs calls, sends people to meetings.

use std::time::{Duration, Instant};

use parvis_sandbox::{Sandbox, SandboxConfig};
use reqwest::redirect::Policy;
use reqwest::{Client, Response};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::conference_page::Conference;

pub const BBB_SECRET: &str = "conference secret";
pub const CLIENT_SECRET: &str = "client secret: %";
pub const CALLBACK: &str = "http://portal.test/auth/callback?from=sandbox";
pub const SIGNED_OUT: &str = "http://portal.test/";

/// How long something may take that should happen soon.
const DEADLINE: Duration = Duration::from_secs(10);

/// A sandbox, and the HTTP client of one browser (with its cookies).
pub struct Portal {
    pub sandbox: Sandbox,
    pub browser: Client,
}

pub fn config() -> SandboxConfig {
    SandboxConfig {
        redirect_uris: vec![CALLBACK.to_owned()],
        post_logout_uris: vec![SIGNED_OUT.to_owned()],
        end_delay: Duration::from_millis(100),
        ..SandboxConfig::new(BBB_SECRET, CLIENT_SECRET)
    }
}

/// A browser that shows redirects instead of following them.
pub fn browser() -> Client {
    let client = Client::builder()
        .cookie_store(true)
        .redirect(Policy::none());
    client.build().expect("a client")
}

/// The query string of `pairs`.
pub fn query(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

/// The answer to a call, read as text.
pub struct Xml(pub String);

impl Xml {
    /// The text of the first element of that name.
    #[track_caller]
    pub fn get(&self, name: &str) -> &str {
        let find = || {
            let (_, rest) = self.0.split_once(&format!("<{name}>"))?;
            Some(rest.split_once(&format!("</{name}>"))?.0)
        };
        find().unwrap_or_else(|| panic!("no <{name}> in {}", self.0))
    }

    #[track_caller]
    pub fn check_refused(&self, key: &str) {
        assert_eq!(
            (self.get("returncode"), self.get("messageKey")),
            ("FAILED", key),
            "{}",
            self.0
        );
    }

    #[track_caller]
    pub fn check_success(&self) {
        assert_eq!(self.get("returncode"), "SUCCESS", "{}", self.0);
    }
}

impl Portal {
    pub async fn start() -> Self {
        Self::start_with(config()).await
    }

    pub async fn start_with(config: SandboxConfig) -> Self {
        let sandbox = Sandbox::start(config).await.expect("a sandbox");
        Self {
            sandbox,
            browser: browser(),
        }
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.base_url())
    }

    /// The signed address of a call.
    pub fn call_url(&self, call: &str, pairs: &[(&str, &str)]) -> String {
        let mut query = query(pairs);
        let checksum = Sha256::digest(format!("{call}{query}{BBB_SECRET}"));
        if !query.is_empty() {
            query.push('&');
        }
        self.url(&format!(
            "/bigbluebutton/api/{call}?{query}checksum={checksum:x}"
        ))
    }

    /// The answer to anything.
    pub async fn get(&self, url: &str) -> Response {
        let answer = within("an answer", self.browser.get(url).send()).await;
        answer.expect("an answer")
    }

    pub async fn call(&self, call: &str, pairs: &[(&str, &str)]) -> Xml {
        let response = self.get(&self.call_url(call, pairs)).await;
        assert_eq!(response.status(), 200);
        Xml(response.text().await.expect("text"))
    }

    /// Creates the meeting `conseil` with these further parameters.
    pub async fn create(&self, further: &[(&str, &str)]) -> Xml {
        let mut pairs = vec![("meetingID", "conseil"), ("name", "Conseil de classe")];
        pairs.extend(further);
        let created = self.call("create", &pairs).await;
        created.check_success();
        created
    }

    /// Joins `conseil`, and gives what the browser is told.
    pub async fn join(&self, browser: &Client, further: &[(&str, &str)]) -> Response {
        let mut pairs = vec![("meetingID", "conseil")];
        pairs.extend(further);
        browser
            .get(self.call_url("join", &pairs))
            .send()
            .await
            .expect("an answer")
    }

    /// Joins as someone with that role, and gives the conference page.
    pub async fn join_as(&self, browser: &Client, name: &str, role: &str) -> Conference {
        let response = self
            .join(browser, &[("fullName", name), ("role", role)])
            .await;
        Conference::of(self, browser, &response)
    }

    /// What `/_sandbox/meetings` tells about the only meeting.
    pub async fn seen(&self) -> Value {
        let meetings = self.get(&self.url("/_sandbox/meetings")).await;
        meetings.json::<Value>().await.expect("JSON")[0].clone()
    }

    /// Waits until the only meeting looks like that.
    pub async fn wait_until(&self, what: &str, holds: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let seen = self.seen().await;
            if holds(&seen) {
                return seen;
            }
            assert!(
                start.elapsed() < DEADLINE,
                "not in time: {what}; last seen: {seen}"
            );
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Waits until there is no meeting any more.
    pub async fn wait_until_gone(&self) {
        self.wait_until("the meeting is gone", Value::is_null).await;
    }
}

/// Waits for `event`; fails when it takes too long, naming `what`.
pub async fn within<T>(what: &str, event: impl Future<Output = T>) -> T {
    let waited = tokio::time::timeout(DEADLINE, event).await;
    waited.unwrap_or_else(|_| panic!("{what} took longer than {DEADLINE:?}"))
}

/// Where a redirect leads.
#[track_caller]
pub fn location(response: &Response) -> String {
    assert!(response.status().is_redirection(), "{response:?}");
    response.headers()["location"]
        .to_str()
        .expect("text")
        .to_owned()
}

/// The parameter of an address.
#[track_caller]
pub fn parameter(url: &str, name: &str) -> Option<String> {
    let url = reqwest::Url::parse(url).expect("an address");
    url.query_pairs()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.into_owned())
}

/// The key in the `errors` of a redirect.
#[track_caller]
pub fn refusal(url: &str) -> String {
    let errors = parameter(url, "errors").expect("errors");
    let errors: Value = serde_json::from_str(&errors).expect("JSON");
    assert!(errors[0]["message"].is_string());
    errors[0]["key"].as_str().expect("a key").to_owned()
}
