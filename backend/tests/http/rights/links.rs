//! The rows on starting and joining: what a link gives to whoever holds it.

use parvis_contract::join::JoinOutcome;
use parvis_contract::problem::ProblemKind::{self, LinkUnknown};
use serde_json::{Value, json};

use super::scene::Scene;
use crate::support::{Person, Portal};

#[tokio::test]
async fn a_link_gives_its_role_and_no_other_to_whoever_holds_it() {
    for (index, role, starts) in [(0, "MODERATOR", true), (1, "VIEWER", false)] {
        let portal = Portal::start().await;
        let alix = portal.signed_in("Alix").await;
        let camille = portal.signed_in("Camille").await;
        let room = alix.create_room("Réunion").await;
        let secret = alix.secrets(&room).await[index].clone();
        for person in [&portal.visitor(), &camille] {
            if !starts {
                assert_eq!(person.join(&secret, "Tôt").await, None, "it starts nothing");
                assert_eq!(portal.meetings().await, json!([]));
            }
        }
        let starter = portal.visitor();
        let moderator = alix.secrets(&room).await[0].clone();
        let door = starter.join(&moderator, "Zoé").await.expect("let in");
        let _connected = starter.enter(&portal, &door).await;
        for person in [&portal.visitor(), &camille] {
            let door = person.join(&secret, "Quelqu'un").await.expect("let in");
            assert!(door.contains(&format!("role={role}")), "{door}");
        }
    }
}

#[tokio::test]
async fn nobody_joins_without_a_link_and_an_authenticated_one_is_not_enough_by_itself() {
    let scene = Scene::start().await;
    for nothing in ["", "x", &scene.room.id.to_string(), &scene.code, &scene.pin] {
        let body = json!({ "secret": nothing, "name": "Intrus" });
        let answer = scene.portal.visitor().post("/api/v1/join", body).await;
        answer.assert_problem(LinkUnknown);
    }
    let body = json!({ "secret": scene.secrets[2], "name": "Intrus" });
    for person in [&scene.portal.visitor(), &scene.other, &scene.participant] {
        let answer = person.post("/api/v1/join", body.clone()).await;
        answer.assert_problem(ProblemKind::AttendeeSignInRequired);
    }
}

#[tokio::test]
async fn whoever_holds_a_link_learns_the_meeting_s_name_and_the_link_s_kind_alone() {
    let scene = Scene::start().await;
    let stranger = scene.portal.visitor();
    for (secret, told) in scene.secrets.iter().zip([
        json!({ "room_name": "À Alix", "kind": "moderator", "role": "moderator" }),
        json!({ "room_name": "À Alix", "kind": "attendee", "role": "attendee" }),
        // Not even the name, for strangers.
        json!({ "kind": "authenticated", "role": "attendee" }),
    ]) {
        assert_eq!(resolve(&stranger, secret).await, told);
    }
}

#[tokio::test]
async fn the_owner_is_a_moderator_by_whatever_link_and_under_the_account_s_name() {
    let scene = Scene::start().await;
    for secret in &scene.secrets {
        let told = resolve(&scene.owner, secret).await;
        assert_eq!(
            (&told["is_owner"], &told["role"]),
            (&json!(true), &json!("moderator"))
        );
        let door = scene
            .owner
            .join(secret, "Quelqu'un d'autre")
            .await
            .expect("let in");
        assert!(
            door.contains("role=MODERATOR") && door.contains("fullName=Alix+Martin"),
            "{door}"
        );
    }
}

#[tokio::test]
async fn an_attendee_who_has_signed_in_is_who_the_provider_says_and_no_moderator() {
    let scene = Scene::start().await;
    let told = resolve(&scene.attendee, &scene.secrets[2]).await;
    assert_eq!(
        told,
        json!({ "room_name": "À Alix", "kind": "authenticated", "role": "attendee",
            "vouched_name": "Noé Laurent" })
    );
    let door = scene
        .attendee
        .join(&scene.secrets[2], "3e B")
        .await
        .expect("let in");
    assert!(
        door.contains("fullName=Noé+Laurent+%283e+B%29")
            || door.contains("fullName=No%C3%A9+Laurent+%283e+B%29"),
        "{door}"
    );
    assert!(door.contains("role=VIEWER"), "{door}");
}

#[tokio::test]
async fn a_code_gives_moderator_rights_and_no_datum_of_the_invitation() {
    let scene = Scene::start().await;
    let stranger = scene.portal.visitor();
    let answer = stranger.type_code(&scene.code).await;
    let entrance: Value = answer.json();
    let secret = entrance["secret"].as_str().expect("a secret");
    assert!(
        !scene.secrets.iter().any(|link| link == secret),
        "not the link's own"
    );
    let door = stranger.join(secret, "Zoé").await.expect("let in");
    assert!(door.contains("role=MODERATOR"), "{door}");
    let by_pin = scene.portal.visitor().type_code(&scene.pin).await;
    by_pin.assert_problem(ProblemKind::CodeUnknown);
}

async fn resolve(person: &Person, secret: &str) -> Value {
    let body = json!({ "secret": secret });
    person.post("/api/v1/join/resolve", body).await.json()
}

/// What a moderator or a participant gets of the portal on the way in is the address of the
/// conference, and nothing else.
#[tokio::test]
async fn joining_answers_the_way_in_and_no_datum_of_the_invitation() {
    let scene = Scene::start().await;
    for secret in &scene.secrets[..2] {
        let body = json!({ "secret": secret, "name": "Quelqu'un" });
        let answer = scene.portal.visitor().post("/api/v1/join", body).await;
        assert!(matches!(answer.json(), JoinOutcome::Joined { .. }));
        for datum in scene.invitation_data() {
            assert!(!answer.body.contains(datum.as_str()), "{}", answer.body);
        }
    }
}
