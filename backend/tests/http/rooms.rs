//! `/api/v1/rooms`: the list, creation, stars.

use std::collections::HashSet;
use std::time::Duration;

use parvis_contract::field::{FieldError, FieldReason};
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomPage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Portal};

#[tokio::test]
async fn rooms_stand_in_the_order_of_their_last_activity() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let first = alix.create_room("Première").await;
    portal.pass(Duration::from_mins(1));
    alix.create_room("Deuxième").await;
    portal.pass(Duration::from_mins(1));
    alix.send(Method::POST, &format!("/api/v1/rooms/{}/launch", first.id))
        .await
        .json::<Value>();
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    let names: Vec<&str> = rooms.items.iter().map(|room| &*room.name).collect();
    assert_eq!(names, ["Première", "Deuxième"]);
    assert_eq!(rooms.items[0].created_at.0, "2026-02-12T09:30:00Z");
    let met = rooms.items[0].last_meeting_at.as_ref().expect("a meeting");
    assert_eq!(met.0, "2026-02-12T09:32:00Z");
    assert_eq!(rooms.items[1].last_meeting_at, None);
}

#[tokio::test]
async fn pages_follow_one_another_without_gap_or_repetition() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let mut created = HashSet::new();
    for number in 0..7 {
        created.insert(alix.create_room(&format!("Salle {number}")).await.id);
    }
    let mut listed = Vec::new();
    for offset in [0, 3, 6, 9] {
        let page: RoomPage = alix
            .get(&format!("/api/v1/rooms?offset={offset}&limit=3"))
            .await
            .json();
        assert_eq!(page.total, 7);
        listed.extend(page.items.into_iter().map(|room| room.id));
    }
    assert_eq!(listed.len(), 7);
    assert_eq!(listed.into_iter().collect::<HashSet<_>>(), created);
}

#[tokio::test]
async fn nobody_sees_the_rooms_of_another() {
    let portal = Portal::start().await;
    portal.signed_in("Alix").await.create_room("À moi").await;
    let rooms: RoomPage = portal
        .signed_in("Camille")
        .await
        .get("/api/v1/rooms")
        .await
        .json();
    assert_eq!((rooms.total, rooms.items.len()), (0, 0));
    portal
        .visitor()
        .get("/api/v1/rooms")
        .await
        .assert_problem(ProblemKind::SignInRequired);
}

#[tokio::test]
async fn a_page_that_is_no_page_is_refused() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for query in ["offset=-1", "limit=x", "offset=99999999999"] {
        alix.get(&format!("/api/v1/rooms?{query}"))
            .await
            .assert_problem(ProblemKind::Malformed);
    }
}

#[tokio::test]
async fn a_name_is_trimmed_and_kept_as_typed() {
    let portal = Portal::start().await;
    let room = portal
        .signed_in("Alix")
        .await
        .create_room("  Conseil d’école <b>&amp; \u{1f393}  ")
        .await;
    assert_eq!(room.name, "Conseil d’école <b>&amp; \u{1f393}");
    assert!(!room.favourite);
    assert_eq!(room.id.get_version_num(), 7);
}

#[tokio::test]
async fn each_bad_name_is_refused_with_its_reason() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for (name, reason) in [
        ("", FieldReason::Empty),
        (" \t ", FieldReason::Empty),
        (&*"é".repeat(151), FieldReason::TooLong),
        ("a\u{7}b", FieldReason::ControlCharacter),
        ("a\nb", FieldReason::ControlCharacter),
    ] {
        let problem = alix
            .post("/api/v1/rooms", json!({ "name": name }))
            .await
            .assert_problem(ProblemKind::Invalid);
        assert_eq!(
            problem.errors,
            [FieldError {
                field: "name".to_owned(),
                reason
            }],
            "{name:?}"
        );
    }
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.total, 0);
}

#[tokio::test]
async fn a_stranger_creates_nothing() {
    let portal = Portal::start().await;
    let stranger = portal.visitor();
    let refused = stranger
        .post("/api/v1/rooms", json!({ "name": "À personne" }))
        .await;
    refused.assert_problem(ProblemKind::SignInRequired);
}

#[tokio::test]
async fn the_limit_of_rooms_is_named_when_it_is_reached() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "2")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    alix.create_room("Un").await;
    alix.create_room("Deux").await;
    let refused = alix.post("/api/v1/rooms", json!({ "name": "Trois" })).await;
    assert_eq!(
        refused.assert_problem(ProblemKind::RoomLimit).limit,
        Some(2)
    );
}

#[tokio::test]
async fn creations_at_once_do_not_pass_the_limit() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "3")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let mut creations = tokio::task::JoinSet::new();
    for number in 0..12 {
        let name = json!({ "name": format!("Salle {number}") });
        creations.spawn(Answer::of(
            alix.request(Method::POST, "/api/v1/rooms").json(&name),
        ));
    }
    let answers = creations.join_all().await;
    let created = answers
        .iter()
        .filter(|answer| answer.status == StatusCode::CREATED)
        .count();
    assert_eq!(created, 3);
    for refused in answers
        .iter()
        .filter(|answer| answer.status != StatusCode::CREATED)
    {
        refused.assert_problem(ProblemKind::RoomLimit);
    }
}

#[tokio::test]
async fn a_request_that_is_sent_again_creates_nothing_twice() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let create = |key: &str| {
        Answer::of(
            alix.request(Method::POST, "/api/v1/rooms")
                .header("idempotency-key", key)
                .json(&json!({ "name": "Une seule" })),
        )
    };
    let (one, same) = tokio::join!(create("k1"), create("k1"));
    let (one, same): (Room, Room) = (one.json(), same.json());
    assert_eq!(one.id, same.id);
    let other: Room = create("k2").await.json();
    assert_ne!(one.id, other.id);
    create("").await.assert_problem(ProblemKind::Malformed);
    create(&"k".repeat(65))
        .await
        .assert_problem(ProblemKind::Malformed);
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.total, 2);
}

#[tokio::test]
async fn a_star_stays_until_it_is_taken_away() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Favorite").await;
    let address = format!("/api/v1/rooms/{}/favourite", room.id);
    for (method, starred) in [
        (Method::PUT, true),
        (Method::PUT, true),
        (Method::DELETE, false),
        (Method::DELETE, false),
    ] {
        let answer = alix.send(method, &address).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
        let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
        assert_eq!(rooms.items[0].favourite, starred);
    }
}

#[tokio::test]
async fn nobody_stars_the_room_of_another() {
    let portal = Portal::start().await;
    let room = portal.signed_in("Alix").await.create_room("À moi").await;
    let address = format!("/api/v1/rooms/{}/favourite", room.id);
    let camille = portal.signed_in("Camille").await;
    for method in [Method::PUT, Method::DELETE] {
        camille
            .send(method.clone(), &address)
            .await
            .assert_problem(ProblemKind::RoomNotFound);
        portal
            .visitor()
            .send(method, &address)
            .await
            .assert_problem(ProblemKind::SignInRequired);
    }
}
