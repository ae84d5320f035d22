//! Files that are given to meetings, and the signed addresses at which conference servers fetch them.

use std::collections::VecDeque;
use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::Room;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Balancer, Portal, address, eventually, files_path};

/// The presentations of the meeting, once there are `count`.
async fn documents(portal: &Portal, count: usize) -> Value {
    eventually("the presentations", async || {
        let documents = portal.meetings().await[0]["documents"].clone();
        let is_there = documents.as_array().is_some_and(|all| all.len() == count);
        is_there.then_some(documents)
    })
    .await
}

/// Waits until the meeting of a room has its one file.
async fn wait_for_files(portal: &Portal, room: &Room) {
    eventually("the file of the room", async || {
        let meetings = portal.meetings().await;
        let has_one = |meeting: &Value| {
            meeting["meeting_id"] == room.id.to_string()
                && meeting["documents"].as_array().map(Vec::len) == Some(1)
        };
        let all = meetings.as_array().expect("meetings");
        all.iter().any(has_one).then_some(())
    })
    .await;
}

/// How often the server was asked to take presentations.
async fn insertions(portal: &Portal) -> u64 {
    let base = portal.sandbox.base_url();
    let path = format!("{base}/_sandbox/calls?call=insertDocument");
    portal.visitor().get(&path).await.json()
}

fn facts(document: &Value) -> Value {
    let facts = ["filename", "current", "downloadable", "removable", "size"];
    json!(facts.map(|fact| document[fact].clone()))
}

#[tokio::test]
async fn a_new_meeting_gets_the_files_of_its_room_once_and_in_their_order() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let one = alix.add_file(&room, "Un & deux.pdf").await;
    let two = alix.add_file(&room, "Trois.pdf").await;
    let three = alix.add_file(&room, "supprimé.pdf").await;
    alix.begin_upload(&room, "inachevé.pdf", 10).await;
    alix.send(
        Method::DELETE,
        &format!("{}/{}", files_path(&room), three.id),
    )
    .await;
    alix.change_file(&room, &one, json!({ "is_downloadable": true }))
        .await;
    alix.change_file(&room, &two, json!({ "is_first": true, "position": 0 }))
        .await;
    alix.launch(&room).await;
    let given = documents(&portal, 2).await;
    assert_eq!(
        facts(&given[0]),
        json!(["Trois.pdf", true, false, true, 100])
    );
    assert_eq!(
        facts(&given[1]),
        json!(["Un & deux.pdf", false, true, true, 100])
    );
    let create = portal.meetings().await[0]["create"].clone();
    let page = format!("{}/salles/{}/fichiers", portal.origin, room.id);
    assert_eq!(create["presentationUploadExternalUrl"], page);
    assert!(
        !create["presentationUploadExternalDescription"]
            .as_str()
            .unwrap_or_default()
            .is_empty()
    );
    alix.launch(&room).await;
    // What were given again would have been before those of a later meeting.
    let other = alix.create_room("Autre").await;
    alix.add_file(&other, "a.pdf").await;
    alix.launch(&other).await;
    wait_for_files(&portal, &other).await;
    assert_eq!(insertions(&portal).await, 2);
}

#[tokio::test]
async fn files_are_given_again_only_if_the_server_has_not_taken_them() {
    let server = Portal::start().await;
    let balancer = Balancer::start(server.sandbox.base_url()).await;
    let portal = Portal::builder()
        .variable("PARVIS_BBB_URL", &balancer.address)
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let calls = || {
        let log = balancer.routing().log.clone();
        let of_files = |call: &&String| call.contains("/api/insertDocument");
        log.iter().filter(of_files).count()
    };
    balancer.routing().refused_insertions = VecDeque::from([
        StatusCode::GATEWAY_TIMEOUT,
        StatusCode::BAD_GATEWAY,
        StatusCode::INTERNAL_SERVER_ERROR,
        StatusCode::SERVICE_UNAVAILABLE,
    ]);
    let mut last = None;
    for count in 1..=4 {
        let room = alix.create_room("Conseil").await;
        alix.add_file(&room, "a.pdf").await;
        alix.launch(&room).await;
        eventually("the call", async || (calls() == count).then_some(())).await;
        last = Some(room);
    }
    // A repetition of the others would have come before that of the last.
    wait_for_files(&server, &last.expect("a room")).await;
    assert_eq!(calls(), 5);
    let meetings = server.meetings().await;
    for meeting in meetings.as_array().expect("meetings") {
        assert_eq!(meeting["documents"].as_array().map(Vec::len), Some(1));
    }
}

#[tokio::test]
async fn a_meeting_of_a_room_without_files_is_given_none() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let [empty, full] = [
        alix.create_room("Vide").await,
        alix.create_room("Conseil").await,
    ];
    alix.add_file(&full, "a.pdf").await;
    alix.launch(&empty).await;
    alix.launch(&full).await;
    wait_for_files(&portal, &full).await;
    assert_eq!(insertions(&portal).await, 1);
}

#[tokio::test]
async fn a_content_that_is_lost_does_not_keep_the_meeting_from_starting() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    alix.add_file(&room, "a.pdf").await;
    portal.lose_contents().await;
    alix.launch(&room).await;
    assert_eq!(documents(&portal, 1).await[0]["size"], Value::Null);
}

#[tokio::test]
async fn a_file_is_given_to_the_meeting_while_it_runs_and_not_shown_at_once() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let url = alix.launch(&room).await;
    let file = alix.add_file(&room, "a.pdf").await;
    alix.change_file(&room, &file, json!({ "is_first": true }))
        .await;
    let present = format!("{}/{}/present", files_path(&room), file.id);
    let early = alix.send(Method::POST, &present).await;
    early.assert_problem(ProblemKind::MeetingNotRunning);
    let _connected = alix.enter(&portal, &url).await;
    eventually("the running meeting", async || {
        let given = alix.send(Method::POST, &present).await;
        (given.status == StatusCode::NO_CONTENT).then_some(())
    })
    .await;
    let given = documents(&portal, 1).await;
    assert_eq!(facts(&given[0]), json!(["a.pdf", false, false, true, 100]));
}

#[tokio::test]
async fn an_address_of_a_file_is_valid_for_an_hour_and_for_this_file() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.add_file(&room, "a.pdf").await;
    alix.launch(&room).await;
    let url = documents(&portal, 1).await[0]["url"].clone();
    let url = url.as_str().expect("an address");
    assert!(!url.contains(&room.id.to_string()) && !url.contains(&file.id.to_string()));
    // The server has no cookie.
    let server = portal.visitor();
    let got = server.get(url).await;
    assert_eq!(
        (got.status, got.header("content-length")),
        (StatusCode::OK, "100")
    );
    assert_eq!(got.header("set-cookie"), "");
    let head = Answer::of(server.bare(Method::HEAD, url)).await;
    assert_eq!(
        (head.status, head.header("content-length")),
        (StatusCode::OK, "100")
    );
    let (start, token) = url.rsplit_once('/').expect("a token");
    let mut forged = token.to_owned();
    let first = forged.remove(20);
    forged.insert(20, if first == 'A' { 'B' } else { 'A' });
    let forged = server.get(&format!("{start}/{forged}")).await;
    forged.assert_problem(ProblemKind::FileNotFound);
    let changed = Answer::of(alix.request(Method::DELETE, url)).await;
    changed.assert_problem(ProblemKind::MethodNotAllowed);
    portal.pass(Duration::from_mins(59));
    assert_eq!(server.get(url).await.status, StatusCode::OK);
    portal.pass(Duration::from_mins(1));
    let late = server.get(url).await;
    late.assert_problem(ProblemKind::FileNotFound);
}

#[tokio::test]
async fn an_address_of_a_deleted_file_or_room_leads_to_nothing() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    let file = alix.add_file(&room, "a.pdf").await;
    alix.launch(&room).await;
    let url = documents(&portal, 1).await[0]["url"].clone();
    let url = url.as_str().expect("an address");
    let path = format!("{}/{}", files_path(&room), file.id);
    alix.send(Method::DELETE, &path).await;
    let gone = portal.visitor().get(url).await;
    gone.assert_problem(ProblemKind::FileNotFound);
    alix.send(Method::POST, &format!("{path}/restore")).await;
    assert_eq!(portal.visitor().get(url).await.status, StatusCode::OK);
    let room = format!("{}?while_running=true", address(&room));
    alix.send(Method::DELETE, &room).await;
    let gone = portal.visitor().get(url).await;
    gone.assert_problem(ProblemKind::FileNotFound);
}
