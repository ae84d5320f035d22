//! Recordings: made of recorded meetings, listed in pages, published, renamed, deleted and played.

use std::time::Duration;

use parvis_sandbox::SandboxConfig;
use serde_json::json;

use crate::portal::{Portal, Xml, config, within};

/// Adds recordings of a past meeting, and answers their identifiers, the oldest first.
async fn add(portal: &Portal, meeting_id: &str, count: u64) -> Vec<String> {
    let url = portal.url("/_sandbox/recordings");
    let body =
        json!({ "meeting_id": meeting_id, "name": "Conseil", "count": count, "minutes": 61 });
    let answer = within("an answer", portal.browser.post(url).json(&body).send()).await;
    answer.expect("an answer").json().await.expect("a list")
}

/// Holds a meeting with one participant, until it is gone.
async fn hold_meeting(portal: &Portal, parameters: &[(&str, &str)]) {
    portal.create(parameters).await;
    let page = portal.join_as(&portal.browser, "Alix", "MODERATOR").await;
    let _events = page.connect().await;
    portal
        .call("end", &[("meetingID", "conseil")])
        .await
        .check_success();
    portal.wait_until_gone().await;
}

async fn list(portal: &Portal, further: &[(&str, &str)]) -> Xml {
    let mut pairs = vec![("meetingID", "conseil")];
    pairs.extend(further);
    let listed = portal.call("getRecordings", &pairs).await;
    listed.check_success();
    listed
}

fn ids(listed: &Xml) -> Vec<&str> {
    let parts = listed.0.split("<recordID>").skip(1);
    parts
        .map(|part| part.split_once("</recordID>").expect("closed").0)
        .collect()
}

#[tokio::test]
async fn a_recorded_meeting_is_processed_and_then_published() {
    for (processing_time, state) in [
        (Duration::from_hours(1), "processing"),
        (Duration::ZERO, "published"),
    ] {
        let portal = Portal::start_with(SandboxConfig {
            processing_time,
            ..config()
        })
        .await;
        hold_meeting(
            &portal,
            &[("record", "true"), ("autoStartRecording", "true")],
        )
        .await;
        let listed = list(&portal, &[("state", "processing,published")]).await;
        assert_eq!(listed.get("state"), state);
        assert_eq!(listed.get("name"), "Conseil de classe");
        // By default, what is processed is not listed.
        let by_default = ids(&list(&portal, &[]).await).len();
        assert_eq!(by_default, usize::from(state == "published"));
    }
}

#[tokio::test]
async fn a_meeting_that_is_not_recorded_leaves_nothing() {
    let portal = Portal::start().await;
    hold_meeting(&portal, &[("record", "true")]).await;
    let listed = list(&portal, &[("state", "any")]).await;
    assert_eq!(listed.get("messageKey"), "noRecordings");
}

#[tokio::test]
async fn recordings_are_listed_in_pages_and_of_their_meeting() {
    let portal = Portal::start().await;
    let all = add(&portal, "conseil", 5).await;
    let other = add(&portal, "autre", 1).await;
    assert_eq!(ids(&list(&portal, &[]).await), all);
    let page = list(&portal, &[("offset", "3"), ("limit", "10")]).await;
    assert_eq!(ids(&page), all[3..]);
    let page = list(&portal, &[("limit", "2")]).await;
    assert_eq!(ids(&page), all[..2]);
    // An identifier wins over a meeting, and its beginning is enough.
    let by_id = list(&portal, &[("recordID", &other[0][..50])]).await;
    assert_eq!(ids(&by_id), other);
    assert_eq!(list(&portal, &[]).await.get("length"), "61");
}

#[tokio::test]
async fn a_recording_is_renamed_hidden_and_deleted() {
    let portal = Portal::start().await;
    let id = add(&portal, "conseil", 1).await.remove(0);
    let of_it = |further: &[(&'static str, &'static str)]| {
        let mut pairs = vec![("recordID", id.clone())];
        pairs.extend(
            further
                .iter()
                .map(|(name, value)| (*name, (*value).to_owned())),
        );
        pairs
    };
    let call = async |call: &str, pairs: Vec<(&'static str, String)>| {
        let pairs: Vec<(&str, &str)> = pairs
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect();
        portal.call(call, &pairs).await
    };
    let renamed = call("updateRecordings", of_it(&[("meta_name", "Mars")])).await;
    assert_eq!(renamed.get("updated"), "true");
    let listed = list(&portal, &[]).await;
    assert!(
        listed.0.contains("<metadata><name>Mars</name></metadata>"),
        "{}",
        listed.0
    );

    let play = portal.url(&format!("/playback/presentation/2.3/{id}"));
    assert_eq!(portal.get(&play).await.status(), 200);
    let hidden = call("publishRecordings", of_it(&[("publish", "false")])).await;
    assert_eq!(hidden.get("published"), "false");
    assert_eq!(list(&portal, &[]).await.get("state"), "unpublished");
    assert_eq!(portal.get(&play).await.status(), 404);

    let deleted = call("deleteRecordings", of_it(&[])).await;
    assert_eq!(deleted.get("deleted"), "true");
    assert_eq!(list(&portal, &[]).await.get("messageKey"), "noRecordings");
    assert_eq!(
        list(&portal, &[("state", "deleted")]).await.get("state"),
        "deleted"
    );
    call("deleteRecordings", of_it(&[]))
        .await
        .check_refused("notFound");
    let none: Vec<(&str, String)> = Vec::new();
    call("deleteRecordings", none.clone())
        .await
        .check_refused("missingParamRecordID");
    call("publishRecordings", of_it(&[]))
        .await
        .check_refused("missingParamPublish");
}

#[tokio::test]
async fn calls_about_recordings_are_made_by_get() {
    let portal = Portal::start().await;
    for call in ["getRecordings", "publishRecordings", "deleteRecordings"] {
        let url = portal.call_url(call, &[("recordID", "x")]);
        let posted = portal.browser.post(url).send().await.expect("an answer");
        assert_eq!(posted.status(), 405, "{call}");
    }
    let lost = portal
        .browser
        .delete(portal.url("/_sandbox/recordings"))
        .json(&json!({ "id": "x" }))
        .send()
        .await
        .expect("an answer");
    assert_eq!(lost.status(), 404);
}
