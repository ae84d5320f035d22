//! `PATCH /api/v1/rooms/{id}`: a room and its new name.

use parvis_contract::field::FieldReason;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::RoomDetails;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Portal, address};

#[tokio::test]
async fn a_new_name_leaves_every_means_of_inviting_as_it_was() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Ancien").await;
    let before = alix.invitation(&room).await;
    let [moderator, ..] = alix.secrets(&room).await;
    assert_eq!(
        alix.rename(&room, "  Nouveau ").await.status,
        StatusCode::OK
    );
    let mut after = alix.invitation(&room).await;
    assert_eq!(after["room_name"], "Nouveau");
    after["room_name"] = before["room_name"].clone();
    assert_eq!(after, before);
    let resolved: Value = portal
        .visitor()
        .post("/api/v1/join/resolve", json!({ "secret": moderator }))
        .await
        .json();
    assert_eq!(resolved["room_name"], "Nouveau");
    let told: RoomDetails = alix.get(&address(&room)).await.json();
    assert_eq!(
        (told.room.name.as_str(), told.room.favourite),
        ("Nouveau", false)
    );
}

#[tokio::test]
async fn a_bad_name_is_refused_with_its_reason_and_the_old_one_stays() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Ancien").await;
    for (name, reason) in [
        ("", FieldReason::Empty),
        (&*"é".repeat(151), FieldReason::TooLong),
        ("a\u{202e}b", FieldReason::ControlCharacter),
    ] {
        let problem = alix
            .rename(&room, name)
            .await
            .assert_problem(ProblemKind::Invalid);
        assert_eq!(problem.errors[0].reason, reason);
        assert_eq!(problem.detail, Some(format!("name: {}", reason.words())));
    }
    let told: RoomDetails = alix.get(&address(&room)).await.json();
    assert_eq!(told.room.name, "Ancien");
}

#[tokio::test]
async fn changes_that_cannot_be_read_change_nothing() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    for body in [json!({ "id": "x" }), json!({ "name": 1 }), json!("x")] {
        let request = alix.request(Method::PATCH, &address(&room)).json(&body);
        Answer::of(request)
            .await
            .assert_problem(ProblemKind::Malformed);
    }
    let nothing = alix
        .request(Method::PATCH, &address(&room))
        .json(&json!({}));
    assert_eq!(Answer::of(nothing).await.status, StatusCode::OK);
    let told: RoomDetails = alix.get(&address(&room)).await.json();
    assert_eq!(told.room, room);
}
