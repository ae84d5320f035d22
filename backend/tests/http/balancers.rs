//! Conference servers behind balancers (Scalelite, b3lb).

use std::time::{Duration, Instant};

use parvis_contract::live::Live;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Entrance, Room};
use parvis_contract::waiting::MeetingStatus;
use parvis_sandbox::{ListBehaviour, ServerBehaviour};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Balancer, Person, Portal, Stream, address};

/// A portal that reaches the conference server of another one by a balancer, and that other one.
async fn portal() -> (Portal, Balancer, Portal) {
    let server = Portal::start().await;
    let balancer = Balancer::start(server.sandbox.base_url()).await;
    let portal = Portal::builder()
        .variable("PARVIS_BBB_URL", &balancer.address)
        .start()
        .await;
    (portal, balancer, server)
}

#[tokio::test]
async fn links_code_pin_and_texts_of_a_meeting_stand_in_no_access_log() {
    let (portal, balancer, server) = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let options = json!({
        "welcome": "Bonjour à vous", "moderators_message": "Entre nous", "manual_recording": true,
    });
    alix.change(&room, json!({ "name": "Une", "options": options }))
        .await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    alix.send(Method::POST, &launch).await.json::<Entrance>();

    let log = balancer.routing().log.clone();
    let create: Vec<_> = log.iter().filter(|line| line.contains("/create")).collect();
    assert_eq!(create.len(), 1, "{log:?}");
    let id = room.id;
    let (_, query) = create[0]
        .split_once("POST /bigbluebutton/api/create?")
        .expect("a query");
    let parameters: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).collect();
    let names: Vec<_> = parameters.iter().map(|(name, _)| &**name).collect();
    // The addresses for reports, which balancers replace by their own, have only what the conference server may know.
    let expected = [
        "meetingID",
        "name",
        "meta_bbb-recording-ready-url",
        "meta_endCallbackUrl",
        "checksum",
    ];
    assert_eq!(names, expected);
    assert_eq!(
        (&*parameters[0].1, &*parameters[1].1),
        (&*id.to_string(), "Une")
    );

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
async fn a_base_address_that_redirects_is_followed_with_all_that_is_said_and_to_nobody_else() {
    let (portal, balancer, server) = portal().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let launch = format!("/api/v1/rooms/{}/launch", room.id);
    balancer.routing().redirects = true;
    alix.send(Method::POST, &launch).await.json::<Entrance>();
    assert!(server.meetings().await[0]["create"]["voiceBridge"].is_string());
    balancer.routing().redirects_away = true;
    let refused = alix.send(Method::POST, &launch).await;
    refused.assert_problem(ProblemKind::ConferenceRefused);
}

/// A portal whose conference server lists its meetings like this.
async fn portal_with(list: ListBehaviour) -> Portal {
    let portal = Portal::start().await;
    portal.sandbox.set_behaviour(ServerBehaviour {
        list,
        ..ServerBehaviour::default()
    });
    portal
}

/// A participant waits at the portal, the owner starts the meeting, and the participant is told and let in.
async fn participant_is_let_in(portal: &Portal, alix: &Person, room: &Room) -> reqwest::Response {
    let [moderator, attendee, _] = alix.secrets(room).await;
    let noe = portal.visitor();
    let ticket = noe.ticket(&attendee).await;
    let path = format!("/api/v1/waiting/{ticket}/events");
    let mut stream = Stream::open(noe.bare(Method::GET, &path)).await;
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Closed
    );
    let door = alix.join(&moderator, "").await.expect("let in");
    let connected = alix.enter(portal, &door).await;
    let started = Instant::now();
    assert_eq!(
        stream.next::<MeetingStatus>("door").await,
        MeetingStatus::Open
    );
    assert!(started.elapsed() < Duration::from_secs(2));
    noe.join(&attendee, "Noé").await.expect("let in");
    connected
}

#[tokio::test]
async fn a_participant_behind_scalelite_without_get_meetings_is_let_in() {
    let portal = portal_with(ListBehaviour::Disabled).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    participant_is_let_in(&portal, &alix, &room).await;
    assert_eq!(portal.sandbox.calls_of("getMeetings"), 0);
}

#[tokio::test]
async fn a_list_that_fails_takes_the_badges_and_nothing_else() {
    let portal = portal_with(ListBehaviour::Failing).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let mut live = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    assert!(live.next::<Live>("live").await.rooms.is_empty());
    let _connected = participant_is_let_in(&portal, &alix, &room).await;
    assert!(portal.sandbox.calls_of("getMeetings") > 0);
    portal.sandbox.set_behaviour(ServerBehaviour::default());
    let back = live.next::<Live>("live").await;
    assert_eq!(back.rooms[0].id, room.id, "badges are back with the list");
}

#[tokio::test]
async fn a_participant_behind_b3lb_is_let_in_at_once_and_into_no_dead_meeting() {
    // Older than those who wait may be left waiting.
    let portal = portal_with(ListBehaviour::Stale {
        milliseconds: 3_000,
    })
    .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [_, attendee, _] = alix.secrets(&room).await;
    let mut live = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    let _connected = participant_is_let_in(&portal, &alix, &room).await;
    live.next_that("live", |live: &Live| !live.rooms.is_empty())
        .await;
    // From here on the list is what it was.
    portal.sandbox.set_behaviour(ServerBehaviour {
        list: ListBehaviour::Stale {
            milliseconds: 600_000,
        },
        ..ServerBehaviour::default()
    });
    let end = format!("{}/end", address(&room));
    assert_eq!(alix.send(Method::POST, &end).await.status, 204);
    assert_eq!(portal.visitor().join(&attendee, "Zoé").await, None);
    let mut late = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    let listed = late.next::<Live>("live").await;
    assert_eq!(listed.rooms.len(), 1, "the list has it still");
}

#[tokio::test]
async fn two_first_launches_at_one_moment_behind_scalelite_are_one_meeting() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let launch = format!("{}/launch", address(&room));
    let refusing = |not_unique| ServerBehaviour {
        not_unique,
        ..ServerBehaviour::default()
    };
    portal.sandbox.set_behaviour(refusing(1));
    let (first, second) = tokio::join!(
        alix.send(Method::POST, &launch),
        alix.send(Method::POST, &launch)
    );
    assert_eq!(first.json::<Entrance>().url, second.json::<Entrance>().url);
    // Not for ever: somebody else may have that identifier.
    portal.sandbox.set_behaviour(refusing(2));
    let refused = alix.send(Method::POST, &launch).await;
    refused.assert_problem(ProblemKind::ConferenceRefused);
}

/// Whom the conference server does not let in, by a link that it gave a moment before.
async fn turned_away(portal: &Portal, alix: &Person, room: &Room) -> String {
    let [moderator, ..] = alix.secrets(room).await;
    let door = alix.join(&moderator, "").await.expect("let in");
    let end = format!("{}/end", address(room));
    alix.send(Method::POST, &end).await;
    portal.wait_until_meetings_ended().await;
    alix.get(&door).await.location().to_owned()
}

#[tokio::test]
async fn whom_an_older_server_does_not_let_in_reads_why_at_the_portal() {
    let portal = Portal::start().await;
    portal.sandbox.set_behaviour(ServerBehaviour {
        reads_error_redirect: false,
        ..ServerBehaviour::default()
    });
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let back = turned_away(&portal, &alix, &room).await;
    assert!(
        back.starts_with(&format!("{}/?errors=", portal.origin)),
        "{back}"
    );
    // People leave a room with an exit of its own by that, whatever else happens.
    let options = json!({ "logout_url": "HTTPS://exemple.fr:443/a/../fin" });
    let changed = alix.change(&room, json!({ "name": "Une", "options": options }));
    assert_eq!(changed.await.status, 200);
    portal.sandbox.set_behaviour(ServerBehaviour::default());
    let [moderator, ..] = alix.secrets(&room).await;
    let door = alix.join(&moderator, "").await.expect("let in");
    assert!(!door.contains("logoutURL"), "{door}");
    let told = &portal.meetings().await[0]["create"]["logoutURL"];
    assert_eq!(told, "https://exemple.fr/fin");
}
