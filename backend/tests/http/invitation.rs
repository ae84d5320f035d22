//! `GET /api/v1/rooms/{id}/invitation`: the owner's alone.

use std::sync::Mutex;

use parvis_backend::random::Random;
use parvis_contract::invitation::Invitation;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomPage};
use serde_json::json;

use crate::support::{Person, Portal};

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
    let portal = Portal::builder()
        .without("PARVIS_PHONE_NUMBER")
        .without("PARVIS_OIDC_ATTENDEES_ISSUER")
        .start()
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
async fn whatever_is_no_identifier_is_said_to_be_none() {
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
            .assert_problem(ProblemKind::RoomIdMalformed);
    }
}

/// Draws these numbers, then the last of them for ever; everything else is left to chance.
fn draws(numbers: &[u32]) -> Random {
    let chance = Random::system();
    let left = Mutex::new(numbers.to_vec());
    Random::from_fn(move |bytes| {
        // Only codes and PINs are drawn from four bytes.
        if bytes.len() != 4 {
            let drawn: [u8; 32] = chance.bytes();
            bytes.copy_from_slice(&drawn[..bytes.len()]);
            return;
        }
        let mut left = left.lock().expect("not poisoned");
        let number = if left.len() > 1 {
            left.remove(0)
        } else {
            left[0]
        };
        bytes.copy_from_slice(&(number - 100_000_000).to_le_bytes());
    })
}

async fn numbers(person: &Person, room: &Room) -> (String, String) {
    let invitation: Invitation = person
        .get(&format!("/api/v1/rooms/{}/invitation", room.id))
        .await
        .json();
    let pin = invitation.dial_in.expect("a number").pin;
    (invitation.code.to_string(), pin.to_string())
}

#[tokio::test]
async fn a_number_that_is_taken_is_drawn_again_whatever_it_was_taken_for() {
    let random = draws(&[
        111_111_111,
        222_222_222,
        222_222_222,
        111_111_111,
        333_333_333,
        444_444_444,
    ]);
    let portal = Portal::builder().random(random).start().await;
    let alix = portal.signed_in("Alix").await;
    let first = alix.create_room("Première").await;
    let second = alix.create_room("Deuxième").await;
    let texts = |(code, pin): (&str, &str)| (code.to_owned(), pin.to_owned());
    assert_eq!(
        numbers(&alix, &first).await,
        texts(("111111111", "222222222"))
    );
    assert_eq!(
        numbers(&alix, &second).await,
        texts(("333333333", "444444444"))
    );
}

#[tokio::test]
async fn where_no_free_number_is_found_no_room_is_left_half_made() {
    let portal = Portal::builder()
        .random(draws(&[111_111_111, 222_222_222, 333_333_333, 111_111_111]))
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    alix.create_room("Première").await;
    let failed = alix
        .post("/api/v1/rooms", json!({ "name": "Deuxième" }))
        .await;
    failed.assert_problem(ProblemKind::Internal);
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.total, 1);
}
