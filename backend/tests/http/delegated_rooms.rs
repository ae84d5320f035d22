//! What a delegate has of a room: the list, options, meetings, and events.

mod events;

use std::time::Duration;

use parvis_contract::delegate::Delegate;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Entrance, Room, RoomDetails, RoomPage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::delegates::{delegate, delegates, portal_with, rooms};
use crate::support::{Answer, CAMILLE, DOMINIQUE, Person, Portal, address};

async fn star(person: &Person, room: &Room) {
    let path = format!("{}/favourite", address(room));
    assert_eq!(
        person.send(Method::PUT, &path).await.status,
        StatusCode::NO_CONTENT
    );
}

fn names(page: &RoomPage) -> Vec<&str> {
    page.items.iter().map(|room| &*room.name).collect()
}

#[tokio::test]
async fn own_and_delegated_rooms_are_one_list_in_the_delegate_s_own_order() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let theirs = alix.create_room("Bureau").await;
    portal.pass(Duration::from_mins(1));
    camille.create_room("Atelier").await;
    portal.pass(Duration::from_mins(1));
    alix.create_room("Sans délégué").await;
    delegate(&alix, &theirs, CAMILLE, &camille).await;
    star(&camille, &theirs).await;
    for (by, expected) in [
        ("date", ["Atelier", "Bureau"]),
        ("name", ["Atelier", "Bureau"]),
        ("favourites", ["Bureau", "Atelier"]),
    ] {
        let order = camille.request(Method::PUT, "/api/v1/rooms/order");
        Answer::of(order.json(&json!({ "by": by }))).await;
        let page = rooms(&camille).await;
        assert_eq!(names(&page), expected, "{by}");
        assert_eq!((page.total, page.delegated), (2, 1));
    }
    // The owner has a star and an order of their own, and sees how many delegates there are.
    let page = rooms(&alix).await;
    assert_eq!(names(&page), ["Sans délégué", "Bureau"]);
    let seen: Vec<_> = page
        .items
        .iter()
        .map(|room| (room.favourite, room.delegates, room.owner.as_deref()))
        .collect();
    assert_eq!(seen, [(false, 0, None), (false, 1, None)]);
}

#[tokio::test]
async fn the_limit_of_rooms_counts_own_rooms_alone() {
    let portal = portal_with(&[("PARVIS_MAX_ROOMS", "1")]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("À Alix").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    camille.create_room("À Camille").await;
    let refused = camille
        .post("/api/v1/rooms", json!({ "name": "Une de trop" }))
        .await;
    refused.assert_problem(ProblemKind::RoomLimit);
    assert_eq!(rooms(&camille).await.total, 2);
}

#[tokio::test]
async fn a_delegate_changes_options_and_not_the_name_nor_both_at_once() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Conseil").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    let both = json!({ "name": "Autre", "options": { "welcome": "Non" } });
    camille
        .change(&room, both)
        .await
        .assert_problem(ProblemKind::OwnerOnly);
    let same = json!({ "name": "Conseil" });
    camille
        .change(&room, same)
        .await
        .assert_problem(ProblemKind::OwnerOnly);
    let changed = camille
        .change(&room, json!({ "options": { "welcome": "Oui" } }))
        .await;
    assert_eq!(changed.status, StatusCode::OK);
    let details: RoomDetails = alix.get(&address(&room)).await.json();
    assert_eq!(
        (&*details.room.name, &*details.options.welcome),
        ("Conseil", "Oui")
    );
    let seen: Value = camille.get(&address(&room)).await.json();
    assert_eq!(seen["room"]["owner"], "Alix Martin");
    assert_eq!(seen["room"].get("delegates"), None, "that is for the owner");
}

/// One message is shown to all moderators: it stays in the owner's language, whoever starts the meeting.
#[tokio::test]
async fn a_delegate_starts_the_meeting_as_a_moderator_and_in_the_owner_s_language() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Conseil").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    let launch = format!("{}/launch", address(&room));
    let entrance: Entrance = camille
        .post(&launch, json!({ "language": "en" }))
        .await
        .json();
    assert!(entrance.url.contains("role=MODERATOR"), "{}", entrance.url);
    assert!(
        entrance.url.contains("fullName=Camille+Durand"),
        "{}",
        entrance.url
    );
    let message = async || {
        let meetings = portal.meetings().await;
        let text = meetings[0]["create"]["moderatorOnlyMessage"].as_str();
        text.expect("a message").to_owned()
    };
    assert!(message().await.contains("début de la réunion"));
    let _connected = camille.enter(&portal, &entrance.url).await;
    let end = format!("{}/end", address(&room));
    assert_eq!(
        camille.send(Method::POST, &end).await.status,
        StatusCode::NO_CONTENT
    );
    portal.wait_until_meetings_ended().await;
    alix.post(&launch, json!({ "language": "en" }))
        .await
        .json::<Entrance>();
    assert!(message().await.contains("meeting started"));
}

#[tokio::test]
async fn a_delegate_is_a_moderator_by_whatever_link_and_a_stranger_is_not() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Conseil").await;
    let added = delegate(&alix, &room, CAMILLE, &camille).await;
    let [_, attendee, authenticated] = alix.secrets(&room).await;
    for secret in [&attendee, &authenticated] {
        let told: Value = camille
            .post("/api/v1/join/resolve", json!({ "secret": secret }))
            .await
            .json();
        assert_eq!(
            (&told["role"], &told["is_owner"]),
            (&json!("moderator"), &json!(true))
        );
        let door = camille.join(secret, "").await.expect("let in");
        assert!(
            door.contains("role=MODERATOR") && door.contains("Camille+Durand"),
            "{door}"
        );
    }
    let path = format!("{}/delegates/{}", address(&room), added.id);
    alix.send(Method::DELETE, &path).await;
    let told: Value = camille
        .post("/api/v1/join/resolve", json!({ "secret": attendee }))
        .await
        .json();
    assert_eq!(
        (&told["role"], told.get("is_owner")),
        (&json!("attendee"), None)
    );
}

#[tokio::test]
async fn delegates_see_the_invitation_where_the_instance_says_so_and_renew_nothing() {
    let portal = portal_with(&[("PARVIS_DELEGATES_INVITE", "true")]).await;
    let told: Value = portal.visitor().get("/api/v1/bootstrap").await.json();
    assert_eq!(told["instance"]["delegates_invite"], true);
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Conseil").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    assert_eq!(
        camille.invitation(&room).await,
        alix.invitation(&room).await
    );
    for what in ["moderator", "attendee", "authenticated", "code", "pin"] {
        camille
            .renew(&room, what)
            .await
            .assert_problem(ProblemKind::OwnerOnly);
    }
}

#[tokio::test]
async fn a_deleted_room_is_gone_for_its_delegates_and_comes_back_with_them() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Conseil").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    star(&camille, &room).await;
    alix.add_delegate(&room, DOMINIQUE).await.json::<Delegate>();
    alix.send(Method::DELETE, &address(&room)).await;
    camille
        .get(&address(&room))
        .await
        .assert_problem(ProblemKind::RoomNotFound);
    let restore = format!("{}/restore", address(&room));
    let refused = camille.send(Method::POST, &restore).await;
    refused.assert_problem(ProblemKind::RoomNotFound);
    let seen = rooms(&camille).await;
    assert_eq!((seen.total, seen.deleted.len()), (0, 0));
    assert_eq!(rooms(&alix).await.deleted[0].delegates, 2);
    assert_eq!(
        alix.send(Method::POST, &restore).await.status,
        StatusCode::NO_CONTENT
    );
    let seen = rooms(&camille).await;
    assert_eq!(names(&seen), ["Conseil"]);
    assert!(seen.items[0].favourite);
    assert_eq!(delegates(&alix, &room).await.items.len(), 2);
}

#[tokio::test]
async fn addresses_of_delegates_are_forgotten_with_the_room() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Conseil").await;
    alix.add_delegate(&room, "Oublie@exemple.fr")
        .await
        .json::<Delegate>();
    alix.send(Method::DELETE, &address(&room)).await;
    let kept = async |portal: &Portal| portal.database_text().await.to_lowercase();
    portal.pass(Duration::from_mins(11));
    portal.keep_house().await;
    assert!(
        kept(&portal).await.contains("oublie@exemple.fr"),
        "a restoration may be late"
    );
    portal.pass(Duration::from_hours(1));
    portal.keep_house().await;
    assert!(!kept(&portal).await.contains("oublie@exemple.fr"));
}
