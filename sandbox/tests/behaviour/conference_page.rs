//! A conference page in a browser, as the tests need it.

use reqwest::{Client, Response};
use serde_json::Value;

use crate::portal::{Portal, location, parameter, within};

/// The conference page of one session in one browser.
pub struct Conference {
    browser: Client,
    pub url: String,
    base_url: String,
    pub session_token: String,
}

impl Conference {
    #[track_caller]
    pub fn of(portal: &Portal, browser: &Client, joined: &Response) -> Self {
        let url = location(joined);
        Self {
            browser: browser.clone(),
            session_token: parameter(&url, "sessionToken").expect("a session token"),
            base_url: portal.sandbox.base_url().to_owned(),
            url,
        }
    }

    /// The HTML of the page.
    pub async fn html(&self) -> String {
        let response = self.browser.get(&self.url).send().await.expect("an answer");
        response.text().await.expect("text")
    }

    /// Opens the event stream, which is being in.
    pub async fn connect(&self) -> EventStream {
        let url = format!(
            "{}/html5client/events?sessionToken={}",
            self.base_url, self.session_token
        );
        let response = self.browser.get(url).send().await.expect("an answer");
        assert_eq!(response.status(), 200);
        EventStream {
            response,
            received: String::new(),
        }
    }

    /// Presses a button.
    pub async fn press(&self, action: &str, further: &[(&str, &str)]) -> Response {
        let mut form = vec![("sessionToken", self.session_token.as_str())];
        form.extend(further);
        let request = self
            .browser
            .post(format!("{}/html5client/{action}", self.base_url));
        request.form(&form).send().await.expect("an answer")
    }
}

/// An open event stream. Dropping it is leaving.
pub struct EventStream {
    response: Response,
    received: String,
}

impl EventStream {
    /// Waits for an event of that name whose data `holds` accepts, and gives its data.
    pub async fn next_that(&mut self, name: &str, holds: impl Fn(&str) -> bool) -> String {
        within("the event", async {
            loop {
                let data = self.next(name).await;
                if holds(&data) {
                    return data;
                }
            }
        })
        .await
    }

    /// Waits for a change of who is there that `holds` accepts, and gives what the page shows then.
    pub async fn view_that(&mut self, holds: impl Fn(&Value) -> bool) -> Value {
        let read = |data: &str| serde_json::from_str(data).expect("JSON");
        let data = self.next_that("people", |data| holds(&read(data))).await;
        read(&data)
    }

    /// Waits for the next event of that name, and gives its data.
    pub async fn next(&mut self, name: &str) -> String {
        let wait = async {
            loop {
                if let Some((event, rest)) = self.received.split_once("\n\n") {
                    let (event, rest) = (event.to_owned(), rest.to_owned());
                    self.received = rest;
                    if event.contains(&format!("event: {name}")) {
                        let data = event.lines().find_map(|line| line.strip_prefix("data: "));
                        return data
                            .expect("data, without which browsers drop an event")
                            .to_owned();
                    }
                    continue;
                }
                let chunk = self
                    .response
                    .chunk()
                    .await
                    .expect("a stream")
                    .expect("an event");
                self.received
                    .push_str(std::str::from_utf8(&chunk).expect("text"));
            }
        };
        within(name, wait).await
    }
}
