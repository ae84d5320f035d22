//! `Idempotency-Key`: the same request again answers what the first one did; another is refused.

use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomPage};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal};

async fn create(person: &Person, body: Value) -> Answer {
    let request = person
        .request(Method::POST, "/api/v1/rooms")
        .header("idempotency-key", "k");
    Answer::of(request.json(&body)).await
}

#[tokio::test]
async fn a_key_with_another_body_is_refused_and_changes_nothing() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room: Room = create(&alix, json!({ "name": "Une" })).await.json();
    for other in [
        json!({ "name": "Autre" }),
        json!({ "name": "Une", "options": { "waiting_room": true } }),
    ] {
        create(&alix, other)
            .await
            .assert_problem(ProblemKind::IdempotencyKeyReused);
    }
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.items, [room]);
}

#[tokio::test]
async fn a_body_that_says_the_same_in_other_words_is_the_same() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let first: Room = create(&alix, json!({ "name": "Une" })).await.json();
    for same in [
        json!({ "name": "  Une " }),
        json!({ "name": "Une", "options": {} }),
        json!({ "name": "Une", "options": { "waiting_room": false } }),
    ] {
        let again: Room = create(&alix, same).await.json();
        assert_eq!(again.id, first.id);
    }
}

#[tokio::test]
async fn the_first_request_again_is_known_after_the_room_was_renamed() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room: Room = create(&alix, json!({ "name": "Une" })).await.json();
    alix.rename(&room, "Autre").await;
    let again: Room = create(&alix, json!({ "name": "Une" })).await.json();
    assert_eq!((again.id, &*again.name), (room.id, "Autre"));
    create(&alix, json!({ "name": "Autre" }))
        .await
        .assert_problem(ProblemKind::IdempotencyKeyReused);
}
