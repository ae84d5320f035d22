//! A stream of server-sent events, read as a browser reads it.

use reqwest::{RequestBuilder, Response};
use serde::de::DeserializeOwned;

use super::deadline::within;

/// An open stream. The asker is there for as long as it is held.
pub struct Stream {
    response: Response,
    buffer: String,
}

impl Stream {
    pub async fn open(request: RequestBuilder) -> Self {
        let response = within("an answer", request.send()).await;
        let response = response.expect("an answer");
        assert_eq!(response.status(), 200);
        let kind = &response.headers()["content-type"];
        assert_eq!(kind, "text/event-stream");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        Self {
            response,
            buffer: String::new(),
        }
    }

    /// Waits until the stream ends.
    pub async fn ended(mut self) {
        within("the end", async {
            while let Ok(Some(_)) = self.response.chunk().await {}
        })
        .await;
    }

    /// The data of the first event of this name for which `holds`.
    pub async fn next_that<T: DeserializeOwned>(
        &mut self,
        name: &str,
        holds: impl Fn(&T) -> bool,
    ) -> T {
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

    /// The data of the next event of this name.
    pub async fn next<T: DeserializeOwned>(&mut self, name: &str) -> T {
        loop {
            if let Some((event, rest)) = self.buffer.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.buffer = rest;
                let field = |name: &str| event.lines().find_map(|line| line.strip_prefix(name));
                if field("event: ") == Some(name) {
                    let data = field("data: ").expect("data");
                    return serde_json::from_str(data).expect("the JSON expected");
                }
                continue;
            }
            let chunk = within("an event", self.response.chunk()).await;
            let chunk = chunk.expect("a stream").expect("not the end");
            self.buffer
                .push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
    }
}
