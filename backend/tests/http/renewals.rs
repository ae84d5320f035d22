//! `POST /api/v1/rooms/{id}/invitation/{what}/renew`, and the keys that sign links.

use parvis_contract::problem::ProblemKind;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal};

const FIELDS: [(&str, &str); 5] = [
    ("moderator", "moderator_link"),
    ("attendee", "attendee_link"),
    ("authenticated", "authenticated_link"),
    ("code", "code"),
    ("pin", "dial_in"),
];

#[tokio::test]
async fn each_is_renewed_alone_and_the_old_one_says_so() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    for (what, renewed) in FIELDS {
        let before = alix.invitation(&room).await;
        let secrets = alix.secrets(&room).await;
        let answer: Value = alix.renew(&room, what).await.json();
        assert_eq!(answer, alix.invitation(&room).await);
        for (_, field) in FIELDS {
            assert_eq!(
                answer[field] == before[field],
                field != renewed,
                "{what}: {field}"
            );
        }
        for (index, secret) in secrets.iter().enumerate() {
            let told = resolve(&portal.visitor(), secret).await;
            if FIELDS[index].0 == what {
                told.assert_problem(ProblemKind::LinkRenewed);
            } else {
                assert_eq!(told.status, StatusCode::OK, "{what}: {index}");
            }
        }
    }
}

#[tokio::test]
async fn a_renewed_pin_is_the_next_meeting_s() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let renewed: Value = alix.renew(&room, "pin").await.json();
    alix.send(Method::POST, &format!("/api/v1/rooms/{}/launch", room.id))
        .await
        .json::<Value>();
    let meetings = portal.meetings().await;
    assert_eq!(
        meetings[0]["create"]["voiceBridge"],
        renewed["dial_in"]["pin"]
    );
}

#[tokio::test]
async fn what_cannot_be_renewed_is_not_there() {
    let portal = Portal::builder()
        .without("PARVIS_PHONE_NUMBER")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    for what in ["pin", "name", "x"] {
        alix.renew(&room, what)
            .await
            .assert_problem(ProblemKind::NotFound);
    }
    alix.send(Method::POST, "/api/v1/rooms/x/invitation/code/renew")
        .await
        .assert_problem(ProblemKind::RoomIdMalformed);
    alix.send(Method::DELETE, &format!("/api/v1/rooms/{}", room.id))
        .await;
    alix.renew(&room, "code")
        .await
        .assert_problem(ProblemKind::DeletedByYou);
}

#[tokio::test]
async fn links_outlive_a_new_key_and_die_with_the_old_one_knowingly() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let before = alix.invitation(&room).await;
    let [moderator, attendee, _] = alix.secrets(&room).await;

    let rotated = portal
        .restarted_with_keys(|keys| format!("2 {}\n{keys}", "A".repeat(43)))
        .await;
    let node = portal.serve(&rotated).await;
    let path = format!("{node}/api/v1/rooms/{}/invitation", room.id);
    let shown: Value = alix.get(&path).await.json();
    assert_eq!(shown, before, "the very same links are shown on");
    let stranger = portal.visitor();
    assert_eq!(resolve_at(&stranger, &node, &moderator).await.status, 200);
    // A link that is renewed now is signed with the new key.
    let renew = format!("{node}/api/v1/rooms/{}/invitation/attendee/renew", room.id);
    alix.send(Method::POST, &renew).await.json::<Value>();
    resolve_at(&stranger, &node, &attendee)
        .await
        .assert_problem(ProblemKind::LinkRenewed);

    let retire = |arguments: &[&str]| portal.command(&[&["keys", "retire"], arguments].concat());
    let told = retire(&["1"]).expect("told");
    assert!(told.starts_with("2 links are signed with key 1"), "{told}");
    assert_eq!(resolve_at(&stranger, &node, &moderator).await.status, 200);
    let told = retire(&["1", "--yes"]).expect("done");
    assert!(told.starts_with("2 links were renewed"), "{told}");
    resolve_at(&stranger, &node, &moderator)
        .await
        .assert_problem(ProblemKind::LinkRenewed);
    let after: Value = alix.get(&path).await.json();
    let renewed = after["moderator_link"].as_str().expect("a link");
    let renewed = renewed.split_once('#').expect("a secret").1;
    assert_eq!(resolve_at(&stranger, &node, renewed).await.status, 200);
    let refused = retire(&["2", "--yes"]).expect_err("the key that signs");
    assert!(refused.contains("key 2 signs new links"), "{refused}");
}

#[tokio::test]
async fn a_key_that_is_taken_away_unretired_kills_its_links_and_leaves_none_dead_in_the_dialog() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let [before, ..] = alix.secrets(&room).await;
    let replaced = portal
        .restarted_with_keys(|_| format!("2 {}", "A".repeat(43)))
        .await;
    let node = portal.serve(&replaced).await;
    let stranger = portal.visitor();
    resolve_at(&stranger, &node, &before)
        .await
        .assert_problem(ProblemKind::LinkUnknown);
    let path = format!("{node}/api/v1/rooms/{}/invitation", room.id);
    let shown: Value = alix.get(&path).await.json();
    let link = shown["moderator_link"].as_str().expect("a link");
    let secret = link.split_once('#').expect("a secret").1;
    assert_eq!(resolve_at(&stranger, &node, secret).await.status, 200);
}

async fn resolve(person: &Person, secret: &str) -> Answer {
    resolve_at(person, "", secret).await
}

async fn resolve_at(person: &Person, node: &str, secret: &str) -> Answer {
    let path = format!("{node}/api/v1/join/resolve");
    person.post(&path, json!({ "secret": secret })).await
}
