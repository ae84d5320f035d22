//! Protected recordings: each address admits one browser, for a while, where the server can protect recordings.

use parvis_sandbox::{ProtectionBehaviour, ServerBehaviour};
use serde_json::json;

use crate::portal::{Portal, Xml, browser, within};

async fn add(portal: &Portal) -> String {
    let url = portal.url("/_sandbox/recordings");
    let body = json!({ "meeting_id": "conseil", "name": "Conseil", "count": 1, "minutes": 61 });
    let answer = within("an answer", portal.browser.post(url).json(&body).send()).await;
    let ids: Vec<String> = answer.expect("an answer").json().await.expect("a list");
    ids.into_iter().next().expect("one")
}

async fn list(portal: &Portal) -> Xml {
    portal
        .call("getRecordings", &[("meetingID", "conseil")])
        .await
}

fn protect(portal: &Portal, milliseconds: u64) {
    portal.sandbox.set_behaviour(ServerBehaviour {
        protection: ProtectionBehaviour::Tokens { milliseconds },
        ..ServerBehaviour::default()
    });
}

#[tokio::test]
async fn an_address_admits_the_first_browser_that_opens_it() {
    let portal = Portal::start().await;
    add(&portal).await;
    protect(&portal, 60_000);
    let listed = list(&portal).await;
    assert_eq!(listed.get("protected"), "true");
    let url = listed.get("url").to_owned();
    for (client, status) in [
        (&portal.browser, 200),
        (&portal.browser, 200),
        (&browser(), 404),
    ] {
        let answer = within("an answer", client.get(&url).send()).await;
        assert_eq!(answer.expect("an answer").status(), status);
    }
    protect(&portal, 0);
    let expired = list(&portal).await.get("url").to_owned();
    let answer = within("an answer", browser().get(expired).send()).await;
    assert_eq!(answer.expect("an answer").status(), 404);
}

#[tokio::test]
async fn protection_is_taken_away_and_a_server_without_it_ignores_the_wish() {
    let portal = Portal::start().await;
    let id = add(&portal).await;
    let update = [("recordID", &*id), ("protect", "false")];
    let ignored = portal.call("updateRecordings", &update).await;
    assert_eq!(ignored.get("updated"), "true");
    assert!(!list(&portal).await.0.contains("<protected>"));
    protect(&portal, 60_000);
    assert_eq!(list(&portal).await.get("protected"), "true");
    portal.call("updateRecordings", &update).await;
    let listed = list(&portal).await;
    assert_eq!(listed.get("protected"), "false");
    assert!(!listed.get("url").contains('?'), "{}", listed.0);
    assert_eq!(portal.get(listed.get("url")).await.status(), 200);
}

#[tokio::test]
async fn the_video_is_a_file() {
    let portal = Portal::start().await;
    let id = add(&portal).await;
    let path = format!("/playback/video/{id}/video-0.m4v");
    assert!(list(&portal).await.0.contains(&path));
    let file = portal.get(&portal.url(&path)).await;
    assert_eq!(file.headers()["content-type"], "video/mp4");
}
