//! `/api/v1/rooms/{id}/delegates`: naming delegates, taking a delegation, and removing delegates.

mod slow_conference;
mod taking;

use parvis_contract::delegate::{Delegate, DelegateList};
use parvis_contract::field::FieldReason;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomPage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, CAMILLE, DOMINIQUE, Person, Portal, address};

/// A portal whose provider reports addresses.
pub async fn portal_with(variables: &[(&str, &str)]) -> Portal {
    Portal::builder()
        .variable("PARVIS_OIDC_AGENTS_SCOPES", "openid profile email")
        .variables(variables)
        .start()
        .await
}

/// The delegates of a room as its owner sees them.
pub async fn delegates(owner: &Person, room: &Room) -> DelegateList {
    owner
        .get(&format!("{}/delegates", address(room)))
        .await
        .json()
}

/// Makes the account of this address, whose browser is `person`, an active delegate.
pub async fn delegate(owner: &Person, room: &Room, email: &str, person: &Person) -> Delegate {
    let added: Delegate = owner.add_delegate(room, email).await.json();
    rooms(person).await;
    added
}

pub async fn rooms(person: &Person) -> RoomPage {
    person.get("/api/v1/rooms").await.json()
}

#[tokio::test]
async fn the_answer_is_the_same_whether_somebody_has_the_address_or_not() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let _camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Une").await;
    for email in [CAMILLE, "personne@exemple.fr"] {
        let answer = alix.add_delegate(&room, &format!(" {email} ")).await;
        assert_eq!(answer.status, StatusCode::CREATED);
        let mut added: Value = answer.json();
        added["id"].take();
        assert_eq!(
            added,
            json!({ "id": null, "email": email, "is_active": false })
        );
    }
    let list: Value = alix
        .get(&format!("{}/delegates", address(&room)))
        .await
        .json();
    assert_eq!(
        (&list["room_name"], &list["max"]),
        (&json!("Une"), &json!(20))
    );
    for item in list["items"].as_array().expect("delegates") {
        let names: Vec<&String> = item.as_object().expect("an object").keys().collect();
        assert_eq!(names, ["email", "id", "is_active"]);
    }
}

#[tokio::test]
async fn an_address_is_a_delegate_once_however_it_is_written() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let first: Delegate = alix.add_delegate(&room, "Camille@Exemple.FR").await.json();
    let again = alix.add_delegate(&room, "camille@exemple.fr").await;
    assert_eq!(again.status, StatusCode::OK);
    let again: Delegate = again.json();
    assert_eq!((again.id, &*again.email), (first.id, "Camille@Exemple.FR"));
    assert_eq!(delegates(&alix, &room).await.items.len(), 1);
}

#[tokio::test]
async fn what_is_no_address_of_a_colleague_is_refused_by_its_field() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let long = format!("{}@exemple.fr", "x".repeat(244));
    for (email, reason) in [
        ("  ", FieldReason::Empty),
        ("camille", FieldReason::NotAnEmail),
        ("Camille <camille@exemple.fr>", FieldReason::NotAnEmail),
        (&long, FieldReason::TooLong),
        ("Alix.Martin@exemple.education.fr", FieldReason::OwnAddress),
    ] {
        let answer = alix.add_delegate(&room, email).await;
        let problem = answer.assert_problem(ProblemKind::Invalid);
        assert_eq!(problem.errors[0].field, "email");
        assert_eq!(problem.errors[0].reason, reason, "{email}");
    }
    assert_eq!(delegates(&alix, &room).await.items.len(), 0);
}

#[tokio::test]
async fn additions_at_once_do_not_pass_the_limit() {
    let portal = portal_with(&[("PARVIS_MAX_DELEGATES", "3")]).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let path = format!("{}/delegates", address(&room));
    let mut additions = tokio::task::JoinSet::new();
    for number in 0..12 {
        let body = json!({ "email": format!("agent{number}@exemple.fr") });
        additions.spawn(Answer::of(alix.request(Method::POST, &path).json(&body)));
    }
    let answers = additions.join_all().await;
    let (added, refused): (Vec<_>, Vec<_>) = answers
        .iter()
        .partition(|answer| answer.status == StatusCode::CREATED);
    assert_eq!((added.len(), refused.len()), (3, 9));
    for answer in refused {
        let problem = answer.assert_problem(ProblemKind::DelegateLimit);
        assert_eq!(problem.limit, Some(3));
    }
    assert_eq!(delegates(&alix, &room).await.items.len(), 3);
}

#[tokio::test]
async fn an_instance_without_delegates_takes_none() {
    let portal = portal_with(&[("PARVIS_MAX_DELEGATES", "0")]).await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let refused = alix.add_delegate(&room, CAMILLE).await;
    assert_eq!(
        refused.assert_problem(ProblemKind::DelegateLimit).limit,
        Some(0)
    );
    let told: Value = portal.visitor().get("/api/v1/bootstrap").await.json();
    assert_eq!(told["instance"]["max_delegates"], 0);
    assert_eq!(told["instance"].get("delegates_invite"), None);
}

#[tokio::test]
async fn whoever_is_removed_has_no_part_of_the_room_any_more_on_any_node() {
    let portal = portal_with(&[("PARVIS_DELEGATES_INVITE", "true")]).await;
    let node = portal.another_node().await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let room = alix.create_room("Une").await;
    let delegate = delegate(&alix, &room, CAMILLE, &camille).await;
    let paths = ["", "/invitation", "/delegates", "/recordings"];
    let path = format!("{}/delegates/{}", address(&room), delegate.id);
    assert_eq!(camille.get(&address(&room)).await.status, StatusCode::OK);
    assert_eq!(
        alix.send(Method::DELETE, &path).await.status,
        StatusCode::NO_CONTENT
    );
    for origin in [&portal.origin, &node] {
        for rest in paths {
            let answer = camille
                .get(&format!("{origin}{}{rest}", address(&room)))
                .await;
            answer.assert_problem(ProblemKind::RoomNotFound);
        }
        let page: RoomPage = camille.get(&format!("{origin}/api/v1/rooms")).await.json();
        assert_eq!((page.total, page.delegated), (0, 0));
    }
    let gone = alix.send(Method::DELETE, &path).await;
    gone.assert_problem(ProblemKind::DelegateNotFound);
    // Adding the address again brings the room back.
    alix.add_delegate(&room, CAMILLE).await.json::<Delegate>();
    assert_eq!(rooms(&camille).await.items[0].id, room.id);
}

#[tokio::test]
async fn a_delegate_of_another_room_is_not_found_under_this_one() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let (one, other) = (
        alix.create_room("Une").await,
        alix.create_room("Autre").await,
    );
    let added: Delegate = alix.add_delegate(&other, CAMILLE).await.json();
    let path = format!("{}/delegates/{}", address(&one), added.id);
    for (method, rest) in [
        (Method::DELETE, ""),
        (Method::PUT, "/handover"),
        (Method::DELETE, "/handover"),
    ] {
        let answer = alix.send(method, &format!("{path}{rest}")).await;
        answer.assert_problem(ProblemKind::DelegateNotFound);
    }
    assert_eq!(delegates(&alix, &other).await.items.len(), 1);
    let no_id = format!("{}/delegates/x", address(&one));
    alix.send(Method::DELETE, &no_id)
        .await
        .assert_problem(ProblemKind::NotFound);
}

#[tokio::test]
async fn what_a_delegate_sends_after_the_removal_changes_nothing() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    for round in 0..30 {
        let room = alix.create_room(&format!("Salle {round}")).await;
        let delegate = delegate(&alix, &room, CAMILLE, &camille).await;
        let path = format!("{}/delegates/{}", address(&room), delegate.id);
        let change = |welcome: &str| json!({ "options": { "welcome": welcome } });
        let (removed, changed) = tokio::join!(
            alix.send(Method::DELETE, &path),
            camille.change(&room, change("Avant")),
        );
        assert_eq!(removed.status, StatusCode::NO_CONTENT);
        let expected = if changed.status == StatusCode::OK {
            "Avant"
        } else {
            changed.assert_problem(ProblemKind::RoomNotFound);
            ""
        };
        let late = camille.change(&room, change("Après")).await;
        late.assert_problem(ProblemKind::RoomNotFound);
        let kept: Value = alix.get(&address(&room)).await.json();
        assert_eq!(kept["options"]["welcome"], expected);
    }
}

#[tokio::test]
async fn a_delegate_leaves_alone_and_the_others_stay() {
    let portal = portal_with(&[]).await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let dominique = portal.signed_in("Dominique").await;
    let room = alix.create_room("Une").await;
    delegate(&alix, &room, CAMILLE, &camille).await;
    delegate(&alix, &room, DOMINIQUE, &dominique).await;
    let path = format!("{}/delegation", address(&room));
    let left = camille.send(Method::DELETE, &path).await;
    assert_eq!(left.status, StatusCode::NO_CONTENT);
    let again = camille.send(Method::DELETE, &path).await;
    again.assert_problem(ProblemKind::RoomNotFound);
    assert_eq!(rooms(&camille).await.total, 0);
    assert_eq!(rooms(&dominique).await.total, 1);
    let stays = delegates(&alix, &room).await.items;
    assert_eq!((stays.len(), &*stays[0].email), (1, DOMINIQUE));
}
