//! The portal is told that a recording is ready: once for each format, signed, and never again.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use parvis_sandbox::{ReadyReportBehaviour, ReportAlgorithm, SandboxConfig, ServerBehaviour};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::portal::{Portal, config, within};

/// A portal that refuses everything, so that repetitions would be seen.
struct Receiver {
    listener: TcpListener,
    url: String,
}

impl Receiver {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        Self {
            url: format!("http://{address}/ready"),
            listener,
        }
    }

    /// The next request.
    async fn next(&self) -> String {
        let connection = within("a connection", self.listener.accept()).await;
        let (mut stream, _) = connection.expect("a connection");
        let mut request = String::new();
        let mut buffer = vec![0; 4096];
        while !is_whole(&request) {
            let length = within("a request", stream.read(&mut buffer)).await;
            let length = length.expect("a request");
            assert_ne!(length, 0, "{request}");
            request.push_str(std::str::from_utf8(&buffer[..length]).expect("ASCII"));
        }
        let refusal = "HTTP/1.1 500 Internal Server Error\r\nconnection: close\r\n\r\n";
        stream
            .write_all(refusal.as_bytes())
            .await
            .expect("an answer");
        request
    }
}

fn is_whole(request: &str) -> bool {
    let Some((head, body)) = request.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .and_then(|length| length.parse().ok());
    length == Some(body.len())
}

/// Header and claims of a token.
fn read(token: &str) -> (Value, Value) {
    let parts: Vec<Value> = token
        .split('.')
        .take(2)
        .map(|part| {
            let bytes = URL_SAFE_NO_PAD.decode(part).expect("base64url");
            serde_json::from_slice(&bytes).expect("JSON")
        })
        .collect();
    let [header, claims] = parts.try_into().expect("two parts");
    (header, claims)
}

async fn hold_meeting(portal: &Portal, url: &str) {
    let parameters = [
        ("record", "true"),
        ("autoStartRecording", "true"),
        ("meta_bbb-recording-ready-url", url),
    ];
    portal.create(&parameters).await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let _events = page.connect().await;
    portal
        .call("end", &[("meetingID", "conseil")])
        .await
        .check_success();
    portal.wait_until_gone().await;
}

/// Adds a recording that is ready and reported; answers its identifier.
async fn add(portal: &Portal, ready_url: &str) -> String {
    let body = json!({
        "meeting_id": "conseil", "name": "Conseil", "count": 1, "minutes": 61,
        "ready_url": ready_url,
    });
    let url = portal.url("/_sandbox/recordings");
    let answer = within("an answer", portal.browser.post(url).json(&body).send()).await;
    let ids: Vec<String> = answer.expect("an answer").json().await.expect("a list");
    ids.into_iter().next().expect("one")
}

#[tokio::test]
async fn a_report_comes_for_each_format_and_is_not_repeated() {
    let receiver = Receiver::start().await;
    let portal = Portal::start_with(SandboxConfig {
        processing_time: Duration::ZERO,
        callback_retries: vec![Duration::ZERO],
        ..config()
    })
    .await;
    hold_meeting(&portal, &receiver.url).await;
    for _ in 0..2 {
        let request = receiver.next().await;
        assert!(request.starts_with("POST /ready HTTP/1.1\r\n"), "{request}");
        let form = "content-type: application/x-www-form-urlencoded\r\n";
        assert!(request.contains(form), "{request}");
        let (_, token) = request
            .split_once("\r\n\r\nsigned_parameters=")
            .expect("the field");
        let (header, claims) = read(token);
        assert_eq!(header["alg"], "HS256");
        assert_eq!(claims["meeting_id"], "conseil");
        let listed = portal
            .call("getRecordings", &[("meetingID", "conseil")])
            .await;
        assert_eq!(claims["record_id"], listed.get("recordID"));
    }
    // The next one is about another recording.
    let other = add(&portal, &receiver.url).await;
    let request = receiver.next().await;
    let (_, token) = request.split_once("signed_parameters=").expect("the field");
    assert_eq!(read(token).1["record_id"], other);
}

#[tokio::test]
async fn a_report_in_json_and_hs512_comes_for_recordings_that_a_test_adds() {
    let receiver = Receiver::start().await;
    let portal = Portal::start().await;
    portal.sandbox.set_behaviour(ServerBehaviour {
        ready_report: ReadyReportBehaviour {
            algorithm: ReportAlgorithm::Hs512,
            is_json: true,
        },
        ..ServerBehaviour::default()
    });
    let id = add(&portal, &receiver.url).await;
    let request = receiver.next().await;
    let (_, body) = request.split_once("\r\n\r\n").expect("a body");
    let body: Value = serde_json::from_str(body).expect("JSON");
    let (header, claims) = read(body["signed_parameters"].as_str().expect("a token"));
    assert_eq!(header["alg"], "HS512");
    assert_eq!(claims, json!({ "meeting_id": "conseil", "record_id": id }));
}
