//! A stream of server-sent events, read as a browser reads it.

use std::time::Duration;

use reqwest::{RequestBuilder, Response};
use serde::de::DeserializeOwned;

/// Longer than any event takes that comes at all.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open stream. The asker is there for as long as it is held.
pub struct Stream {
    response: Response,
    buffer: String,
}

impl Stream {
    pub async fn open(request: RequestBuilder) -> Self {
        let response = request.send().await.expect("an answer");
        assert_eq!(response.status(), 200);
        let kind = &response.headers()["content-type"];
        assert_eq!(kind, "text/event-stream");
        assert_eq!(response.headers()["x-accel-buffering"], "no");
        Self {
            response,
            buffer: String::new(),
        }
    }

    /// The data of the next event, which is one of this name.
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
            let chunk = tokio::time::timeout(PATIENCE, self.response.chunk());
            let chunk = chunk.await.expect("in time").expect("a stream");
            let chunk = chunk.expect("not the end");
            self.buffer
                .push_str(std::str::from_utf8(&chunk).expect("UTF-8"));
        }
    }
}
