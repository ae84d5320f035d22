//! `POST /api/v1/rooms/{id}/launch`.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::Entrance;
use parvis_sandbox::Fault;
use reqwest::Method;
use serde_json::Value;

use crate::support::Portal;

#[tokio::test]
async fn the_owner_enters_as_a_moderator_under_the_account_s_name() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Équipe de com").await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    let entrance: Entrance = alix.send(Method::POST, &launch).await.json();
    let page = alix.get(&entrance.url).await;
    assert!(
        page.location().contains("sessionToken="),
        "{}",
        page.location()
    );
    let meetings = portal.meetings().await;
    assert_eq!(meetings[0]["name"], "Équipe de com");
    let pin = meetings[0]["create"]["voiceBridge"]
        .as_str()
        .expect("a PIN");
    let invitation: Value = alix
        .get(&format!("/api/v1/rooms/{}/invitation", room.id))
        .await
        .json();
    assert_eq!(invitation["dial_in"]["pin"], pin);
}

#[tokio::test]
async fn launching_twice_enters_the_same_meeting() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    let first: Entrance = alix.send(Method::POST, &launch).await.json();
    let second: Entrance = alix.send(Method::POST, &launch).await.json();
    assert_eq!(first.url, second.url);
}

#[tokio::test]
async fn a_stranger_and_another_owner_launch_nothing() {
    let portal = Portal::start().await;
    let room = portal.signed_in("Alix").await.create_room("À moi").await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    let stranger = portal.visitor().send(Method::POST, &launch).await;
    stranger.assert_problem(ProblemKind::SignInRequired);
    let camille = portal
        .signed_in("Camille")
        .await
        .send(Method::POST, &launch)
        .await;
    camille.assert_problem(ProblemKind::RoomNotFound);
    let meetings = portal.meetings().await;
    assert_eq!(meetings, Value::Array(vec![]));
}

#[tokio::test]
async fn a_conference_server_that_fails_or_refuses_is_told_apart() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    for (fault, kind) in [
        (Fault::Refuse, ProblemKind::ConferenceRefused),
        (Fault::Error, ProblemKind::ConferenceUnreachable),
        (Fault::Hang, ProblemKind::ConferenceSlow),
        (Fault::Reset, ProblemKind::ConferenceUnreachable),
        (Fault::Flood, ProblemKind::ConferenceRefused),
        (Fault::Redirect, ProblemKind::ConferenceRefused),
    ] {
        portal.sandbox.set_fault(fault);
        alix.send(Method::POST, &launch).await.assert_problem(kind);
    }
    portal.sandbox.set_fault(Fault::None);
    alix.send(Method::POST, &launch).await.json::<Entrance>();
}

#[tokio::test]
async fn a_conference_server_that_is_gone_is_said_to_be() {
    let portal = Portal::builder()
        .variable("PARVIS_BBB_URL", "http://127.0.0.1:1/bigbluebutton")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let answer = alix
        .send(Method::POST, &format!("/api/v1/rooms/{}/launch", room.id))
        .await;
    answer.assert_problem(ProblemKind::ConferenceUnreachable);
}
