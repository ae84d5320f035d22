//! Ending: a moment after it was asked for, for everyone, told to the portal.

use std::time::Duration;

use parvis_sandbox::SandboxConfig;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::portal::{Portal, config, location, refusal, within};

/// The key with which a viewer is refused.
async fn join_refusal(portal: &Portal) -> String {
    let noe = [("fullName", "Noé"), ("role", "VIEWER")];
    let joined = portal.join(&portal.browser, &noe).await;
    refusal(&location(&joined))
}

#[tokio::test]
async fn end_is_answered_before_it_is_done() {
    let portal = Portal::start_with(SandboxConfig {
        end_delay: Duration::from_hours(1),
        ..config()
    })
    .await;
    portal.create(&[]).await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let _events = page.connect().await;

    let answer = portal.call("end", &[("meetingID", "conseil")]).await;
    answer.check_success();
    assert_eq!(answer.get("messageKey"), "sentEndMeetingRequest");
    let still = portal
        .call("getMeetingInfo", &[("meetingID", "conseil")])
        .await;
    assert_eq!(
        (still.get("running"), still.get("hasBeenForciblyEnded")),
        ("true", "true")
    );
    assert_eq!(join_refusal(&portal).await, "meetingForciblyEnded");
}

#[tokio::test]
async fn once_ended_a_meeting_is_unknown_and_everyone_is_sent_away() {
    let portal = Portal::start().await;
    portal
        .create(&[("logoutURL", "http://portal.test/after")])
        .await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let mut events = page.connect().await;
    portal
        .call("end", &[("meetingID", "conseil")])
        .await
        .check_success();

    assert_eq!(events.next("ended").await, "http://portal.test/after");
    portal.wait_until_gone().await;
    for call in ["getMeetingInfo", "end"] {
        portal
            .call(call, &[("meetingID", "conseil")])
            .await
            .check_refused("notFound");
    }
    assert_eq!(join_refusal(&portal).await, "invalidMeetingIdentifier");
}

#[tokio::test]
async fn the_same_id_starts_a_new_session_after_the_end() {
    let portal = Portal::start().await;
    let first = portal.create(&[]).await.get("createTime").to_owned();
    portal
        .call("end", &[("meetingID", "conseil")])
        .await
        .check_success();
    portal.wait_until_gone().await;
    let second = portal.create(&[]).await;
    assert_eq!(second.get("messageKey"), "");
    assert_ne!(second.get("createTime"), first);
}

#[tokio::test]
async fn a_moderator_may_end_the_meeting_and_a_viewer_may_not() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let viewer = portal.join_as(&portal.browser, "Noé", "VIEWER").await;
    assert_eq!(viewer.press("end", &[]).await.status(), 403);
    let moderator = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    assert!(moderator.press("end", &[]).await.status().is_redirection());
    portal.wait_until_gone().await;
}

#[tokio::test]
async fn the_portal_is_told_of_the_end_until_it_answers() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let retry = vec![Duration::from_millis(10)];
    let portal = Portal::start_with(SandboxConfig {
        callback_retries: retry,
        ..config()
    })
    .await;
    let url = format!("http://{address}/ended?token=7");
    portal.create(&[("meta_endCallbackUrl", &url)]).await;
    portal
        .call("end", &[("meetingID", "conseil")])
        .await
        .check_success();

    for status in ["500 Internal Server Error", "204 No Content"] {
        let connection = within("a connection", listener.accept()).await;
        let (mut stream, _) = connection.expect("a connection");
        let mut request = vec![0; 4096];
        let length = stream.read(&mut request).await.expect("a request");
        let request = String::from_utf8_lossy(&request[..length]).into_owned();
        assert!(
            request
                .starts_with("GET /ended?token=7&recordingmarks=false&meetingID=conseil HTTP/1.1"),
            "{request}"
        );
        let answer = format!("HTTP/1.1 {status}\r\nconnection: close\r\n\r\n");
        stream
            .write_all(answer.as_bytes())
            .await
            .expect("an answer");
    }
}

#[tokio::test]
async fn stopping_ends_open_pages_and_frees_the_port() {
    let portal = Portal::start().await;
    portal.create(&[]).await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let mut events = page.connect().await;
    let view: Value = serde_json::from_str(&events.next("people").await).expect("JSON");
    assert_eq!(view["participants"][0]["name"], "Alix");
    let address = portal.sandbox.address();
    portal.sandbox.stop().await;
    TcpListener::bind(address).await.expect("the port is free");
}
