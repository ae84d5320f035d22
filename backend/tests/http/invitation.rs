//! `GET /api/v1/rooms/{id}/invitation`: the owner's alone.

use std::collections::HashSet;

use parvis_contract::invitation::Invitation;
use parvis_contract::problem::ProblemKind;
use serde_json::json;

use crate::support::Portal;

#[tokio::test]
async fn the_owner_receives_every_means_of_inviting() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Équipe de com").await;
    let answer = alix
        .get(&format!("/api/v1/rooms/{}/invitation", room.id))
        .await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let invitation: Invitation = answer.json();
    assert_eq!(invitation.room_name, "Équipe de com");
    let begins =
        |link: &str, word: &str| link.starts_with(&format!("{}/rejoindre/{word}#", portal.origin));
    assert!(begins(&invitation.moderator_link, "moderateur"));
    assert!(begins(&invitation.attendee_link, "participant"));
    assert!(begins(
        &invitation.authenticated_link.expect("a link"),
        "authentifie"
    ));
    let dial_in = invitation.dial_in.expect("a number");
    assert_eq!(dial_in.number, "+33 1 23 45 67 89");
    assert!(!dial_in.pin.to_string().starts_with('0'));
    assert!(!invitation.code.to_string().starts_with('0'));
}

#[tokio::test]
async fn what_the_instance_does_not_have_is_absent() {
    let portal = Portal::start_with(&[
        ("PARVIS_PHONE_NUMBER", ""),
        ("PARVIS_OIDC_ATTENDEES_ISSUER", ""),
    ])
    .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Sans téléphone").await;
    let invitation: Invitation = alix
        .get(&format!("/api/v1/rooms/{}/invitation", room.id))
        .await
        .json();
    assert!(invitation.dial_in.is_none());
    assert!(invitation.authenticated_link.is_none());
}

#[tokio::test]
async fn a_stranger_and_another_owner_receive_nothing() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("À moi").await;
    let address = format!("/api/v1/rooms/{}/invitation", room.id);
    portal
        .visitor()
        .get(&address)
        .await
        .assert_problem(ProblemKind::SignInRequired);
    let camille = portal.signed_in("Camille").await;
    camille.create_room("À Camille").await;
    let foreign = camille.get(&address).await;
    foreign.assert_problem(ProblemKind::RoomNotFound);
    // Word for word what is answered of a room that is not there.
    let absent = camille
        .get(&format!("/api/v1/rooms/{}/invitation", uuid::Uuid::nil()))
        .await;
    let without_request = |body: &str| {
        let mut problem: serde_json::Value = serde_json::from_str(body).expect("a problem");
        problem["request_id"] = json!(null);
        problem
    };
    assert_eq!(
        without_request(&foreign.body),
        without_request(&absent.body)
    );
}

#[tokio::test]
async fn whatever_is_no_identifier_is_no_room() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for id in [
        "1",
        "-1",
        "99999999999999999999",
        "%00",
        "%F0%9F%8E%93",
        "..%2F..%2F",
    ] {
        alix.get(&format!("/api/v1/rooms/{id}/invitation"))
            .await
            .assert_problem(ProblemKind::RoomNotFound);
    }
}

#[tokio::test]
async fn no_code_and_no_pin_is_given_twice() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let mut numbers = HashSet::new();
    for number in 0..20 {
        let room = alix.create_room(&format!("Salle {number}")).await;
        let invitation: Invitation = alix
            .get(&format!("/api/v1/rooms/{}/invitation", room.id))
            .await
            .json();
        assert!(numbers.insert(invitation.code.to_string()));
        assert!(numbers.insert(invitation.dial_in.expect("a number").pin.to_string()));
    }
}
