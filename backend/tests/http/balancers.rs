//! Conference servers behind a balancer.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::Entrance;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Balancer, Portal};

/// A portal that reaches the conference server of another one by a balancer, and that other one.
async fn portal() -> (Portal, Balancer, Portal) {
    let server = Portal::start().await;
    let balancer = Balancer::start(server.sandbox.base_url()).await;
    let portal = Portal::start_with(&[("PARVIS_BBB_URL", &balancer.address)]).await;
    (portal, balancer, server)
}

#[tokio::test]
async fn links_code_pin_and_texts_of_a_meeting_stand_in_no_access_log() {
    let (portal, balancer, server) = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let options = json!({ "welcome": "Bonjour à vous", "moderators_message": "Entre nous" });
    alix.change(&room, json!({ "name": "Une", "options": options }))
        .await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    alix.send(Method::POST, &launch).await.json::<Entrance>();

    let log = balancer.behaviour().log.clone();
    let create: Vec<_> = log.iter().filter(|line| line.contains("/create")).collect();
    assert_eq!(create.len(), 1, "{log:?}");
    let id = room.id;
    let expected = format!("POST /bigbluebutton/api/create?meetingID={id}&name=Une&checksum=");
    assert!(create[0].starts_with(&expected), "{create:?}");
    assert_eq!(create[0].len(), expected.len() + 64, "{create:?}");

    let meetings = server.meetings().await;
    let told = &meetings[0]["create"];
    assert_eq!(told["welcome"], "Bonjour à vous");
    let invitation: Value = alix
        .get(&format!("/api/v1/rooms/{id}/invitation"))
        .await
        .json();
    assert_eq!(told["voiceBridge"], invitation["dial_in"]["pin"]);
}

#[tokio::test]
async fn texts_may_be_as_long_as_they_may_be_typed() {
    let (portal, _balancer, server) = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let text = "\u{1f389}".repeat(500);
    let options = json!({ "welcome": text, "moderators_message": text });
    alix.change(&room, json!({ "name": "Une", "options": options }))
        .await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    alix.send(Method::POST, &launch).await.json::<Entrance>();
    assert_eq!(server.meetings().await[0]["create"]["welcome"], text);
}

#[tokio::test]
async fn two_first_creations_at_one_moment_are_one_meeting() {
    let (portal, balancer, _server) = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    balancer.behaviour().not_unique = 1;
    alix.send(Method::POST, &launch).await.json::<Entrance>();
    // Not for ever: somebody else may have that identifier.
    balancer.behaviour().not_unique = 2;
    let refused = alix.send(Method::POST, &launch).await;
    refused.assert_problem(ProblemKind::ConferenceRefused);
}

#[tokio::test]
async fn a_base_address_that_redirects_is_followed_with_all_that_is_said_and_to_nobody_else() {
    let (portal, balancer, server) = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    balancer.behaviour().redirects = true;
    alix.send(Method::POST, &launch).await.json::<Entrance>();
    assert!(server.meetings().await[0]["create"]["voiceBridge"].is_string());
    balancer.behaviour().redirects_away = true;
    let refused = alix.send(Method::POST, &launch).await;
    refused.assert_problem(ProblemKind::ConferenceRefused);
}
