//! `POST /api/v1/meetings`: temporary meetings.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Entrance, RoomPage};
use parvis_sandbox::Fault;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal};

async fn opened(person: &Person) -> Entrance {
    person.send(Method::POST, "/api/v1/meetings").await.json()
}

/// The secrets of the links that stand in what moderators read.
async fn links(portal: &Portal) -> [String; 2] {
    let meetings = portal.meetings().await;
    let message = meetings[0]["create"]["moderatorOnlyMessage"].as_str();
    let message = message.expect("a message").to_owned();
    ["moderateur", "participant"].map(|word| {
        let rest = message
            .split_once(&format!("/rejoindre/{word}#"))
            .expect("a link")
            .1;
        rest.split('"').next().expect("its end").to_owned()
    })
}

#[tokio::test]
async fn one_click_opens_it_as_moderator_and_no_list_shows_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let entrance = opened(&alix).await;
    assert!(
        entrance.url.contains("role=MODERATOR") && entrance.url.contains("fullName=Alix+Martin")
    );
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!((rooms.total, rooms.items.len()), (0, 0));
    let meetings = portal.meetings().await;
    assert_eq!(meetings[0]["create"]["duration"], "1440");
    let id = meetings[0]["meeting_id"].as_str().expect("an id");
    // Its data are told in the session alone, and none of a room's verbs is for it.
    for (method, path) in [
        (Method::GET, ""),
        (Method::GET, "/invitation"),
        (Method::PATCH, ""),
        (Method::DELETE, ""),
        (Method::POST, "/launch"),
        (Method::POST, "/end"),
        (Method::POST, "/restore"),
        (Method::POST, "/invitation/code/renew"),
        (Method::PUT, "/favourite"),
    ] {
        let request = alix.request(method, &format!("/api/v1/rooms/{id}{path}"));
        let answer = Answer::of(request.json(&json!({}))).await;
        answer.assert_problem(ProblemKind::RoomNotFound);
    }
}

#[tokio::test]
async fn its_links_and_its_code_let_others_in() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let door = opened(&alix).await.url;
    let _connected = alix.enter(&portal, &door).await;
    let [moderator, attendee] = links(&portal).await;
    for (secret, role) in [(moderator, "MODERATOR"), (attendee, "VIEWER")] {
        let door = portal.visitor().join(&secret, "Zoé").await.expect("let in");
        assert!(door.contains(&format!("role={role}")), "{door}");
    }
}

#[tokio::test]
async fn the_same_wish_twice_opens_one() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for _ in 0..2 {
        let request = alix
            .request(Method::POST, "/api/v1/meetings")
            .header("idempotency-key", "k");
        Answer::of(request).await.json::<Entrance>();
    }
    assert_eq!(portal.meetings().await.as_array().map(Vec::len), Some(1));
    opened(&alix).await;
    assert_eq!(portal.meetings().await.as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn nobody_has_more_than_ten_at_once() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for _ in 0..10 {
        opened(&alix).await;
    }
    alix.send(Method::POST, "/api/v1/meetings")
        .await
        .assert_problem(ProblemKind::TooManyMeetings);
    opened(&portal.signed_in("Camille").await).await;
}

#[tokio::test]
async fn the_key_of_one_kind_of_wish_is_none_for_another() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let send = async |path: &str, body: Value| {
        let request = alix
            .request(Method::POST, path)
            .header("idempotency-key", "k");
        Answer::of(request.json(&body)).await
    };
    send("/api/v1/meetings", json!({})).await.json::<Entrance>();
    send("/api/v1/rooms", json!({ "name": "Une" }))
        .await
        .assert_problem(ProblemKind::IdempotencyKeyReused);
    // Forgotten, the same wish opens no second one.
    portal.pass(Duration::from_hours(24));
    portal.keep_house().await;
    let alix = portal.signed_in("Alix").await;
    let request = alix
        .request(Method::POST, "/api/v1/meetings")
        .header("idempotency-key", "k");
    Answer::of(request)
        .await
        .assert_problem(ProblemKind::MeetingOver);
}

#[tokio::test]
async fn it_is_forgotten_after_it_ends_and_after_a_day_at_the_latest() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let door = opened(&alix).await.url;
    let _connected = alix.enter(&portal, &door).await;
    let [moderator, attendee] = links(&portal).await;
    let guest = portal.visitor();
    let resolve = async |secret: &str| {
        let body = json!({ "secret": secret });
        guest.post("/api/v1/join/resolve", body).await
    };
    let kept = || async { portal.database_text().await.contains("Réunion temporaire") };
    // As long as it goes on it stays, and when nobody can say, too.
    portal.pass(Duration::from_hours(2));
    portal.keep_house().await;
    resolve(&attendee).await.json::<Value>();
    portal.sandbox.set_fault(Fault::Error);
    portal.keep_house().await;
    assert!(kept().await);
    // A day is the most, whenever the house is kept.
    portal.pass(Duration::from_hours(22));
    resolve(&attendee)
        .await
        .assert_problem(ProblemKind::MeetingOver);
    portal.keep_house().await;
    assert!(!kept().await);
    for secret in [&moderator, &attendee] {
        resolve(secret)
            .await
            .assert_problem(ProblemKind::MeetingOver);
    }

    portal.sandbox.set_fault(Fault::None);
    opened(&portal.signed_in("Alix").await).await;
    portal.keep_house().await;
    assert!(kept().await, "it has just been opened");
}

#[tokio::test]
async fn one_that_the_conference_server_knows_no_more_is_over() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    portal.sandbox.set_fault(Fault::Refuse);
    // Kept, as the answer to its creation may have been lost; but there is no such meeting.
    alix.send(Method::POST, "/api/v1/meetings")
        .await
        .assert_problem(ProblemKind::ConferenceRefused);
    portal.sandbox.set_fault(Fault::None);
    portal.keep_house().await;
    assert!(portal.database_text().await.contains("Réunion temporaire"));
    portal.pass(Duration::from_mins(10));
    portal.keep_house().await;
    assert!(!portal.database_text().await.contains("Réunion temporaire"));
}
