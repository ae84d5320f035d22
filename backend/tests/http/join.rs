//! `POST /api/v1/join` and `/api/v1/join/resolve`.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use parvis_contract::join::{JoinOutcome, ResolvedLink};
use parvis_contract::problem::ProblemKind;
use parvis_contract::role::LinkKind;
use parvis_contract::room::RoomPage;
use serde_json::{Value, json};

use crate::support::{Person, Portal};

async fn joined(person: &Person, secret: &str, name: &str) -> String {
    let entrance = person.join(secret, name).await;
    entrance.expect("the meeting has started")
}

#[tokio::test]
async fn a_link_tells_where_it_leads() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Équipe de com").await;
    let guest = portal.visitor();
    for (secret, kind) in alix.secrets(&room).await.iter().zip(LinkKind::ALL) {
        let resolved: ResolvedLink = guest
            .post("/api/v1/join/resolve", json!({ "secret": secret }))
            .await
            .json();
        // Strangers do not learn it from an authenticated link.
        let name = (kind != LinkKind::Authenticated).then_some("Équipe de com");
        assert_eq!(resolved.room_name.as_deref(), name);
        assert_eq!((resolved.kind, resolved.role), (kind, kind.role()));
    }
}

#[tokio::test]
async fn a_moderator_link_starts_the_meeting_and_an_attendee_link_does_not() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let guest = portal.visitor();
    let early = guest
        .post("/api/v1/join", json!({ "secret": attendee, "name": "Noé" }))
        .await;
    assert!(matches!(early.json(), JoinOutcome::Waiting { .. }));
    let meetings = portal.meetings().await;
    assert_eq!(
        meetings,
        Value::Array(vec![]),
        "an attendee has started nothing"
    );

    let url = joined(&portal.visitor(), &moderator, "Zoé").await;
    assert!(
        url.contains("role=MODERATOR") && url.contains("fullName=Zo%C3%A9"),
        "{url}"
    );
    // Created, but nobody is in yet: it does not run.
    let early = guest
        .post("/api/v1/join", json!({ "secret": attendee, "name": "Noé" }))
        .await;
    assert!(matches!(early.json(), JoinOutcome::Waiting { .. }));
}

#[tokio::test]
async fn one_changed_bit_makes_a_link_unknown() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let guest = portal.visitor();
    let bytes = URL_SAFE_NO_PAD.decode(&moderator[..52]).expect("base64url");
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        let secret = URL_SAFE_NO_PAD.encode(changed);
        for (path, body) in [
            ("/api/v1/join/resolve", json!({ "secret": secret })),
            ("/api/v1/join", json!({ "secret": secret, "name": "Zoé" })),
        ] {
            guest
                .post(path, body)
                .await
                .assert_problem(ProblemKind::LinkUnknown);
        }
    }
}

#[tokio::test]
async fn texts_that_are_no_secret_are_unknown() {
    let portal = Portal::start().await;
    let guest = portal.visitor();
    for secret in [
        "",
        "x",
        "é",
        "../../etc/passwd",
        &"A".repeat(10_000),
        &"A".repeat(52),
    ] {
        let answer = guest
            .post("/api/v1/join/resolve", json!({ "secret": secret }))
            .await;
        answer.assert_problem(ProblemKind::LinkUnknown);
    }
}

#[tokio::test]
async fn a_link_of_another_instance_is_unknown() {
    let (here, elsewhere) = (Portal::start().await, Portal::start().await);
    let alix = elsewhere.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let answer = here
        .visitor()
        .post("/api/v1/join/resolve", json!({ "secret": moderator }))
        .await;
    answer.assert_problem(ProblemKind::LinkUnknown);
}

#[tokio::test]
async fn a_bad_name_is_refused_before_anything_starts() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let guest = portal.visitor();
    for name in ["", "  ", "a\u{0}b", &"x".repeat(101)] {
        let answer = guest
            .post("/api/v1/join", json!({ "secret": moderator, "name": name }))
            .await;
        let problem = answer.assert_problem(ProblemKind::Invalid);
        assert_eq!(problem.errors[0].field, "name");
    }
    let meetings = portal.meetings().await;
    assert_eq!(meetings, Value::Array(vec![]));
}

#[tokio::test]
async fn an_attendee_enters_once_a_moderator_is_in() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let zoe = portal.visitor();
    let door = joined(&zoe, &moderator, "Zoé").await;
    let _connected = zoe.enter(&portal, &door).await;

    let url = joined(&portal.visitor(), &attendee, "Noé").await;
    assert!(
        url.contains("role=VIEWER") && url.contains("createTime="),
        "{url}"
    );
}

#[tokio::test]
async fn a_meeting_that_runs_is_not_started_again_by_who_joins_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let [moderator, ..] = alix.secrets(&room).await;
    joined(&portal.visitor(), &moderator, "Zoé").await;
    portal.pass(Duration::from_mins(3));
    joined(&portal.visitor(), &moderator, "Yann").await;
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    let started = rooms.items[0].last_meeting_at.as_ref().expect("a meeting");
    assert_eq!(started.0, "2026-02-12T09:30:00Z");
}

#[tokio::test]
async fn the_holder_of_a_once_valid_link_learns_what_became_of_it() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Réunion").await;
    let [moderator, attendee, _] = alix.secrets(&room).await;
    let guest = portal.visitor();
    let resolve = async |secret: &str| {
        guest
            .post("/api/v1/join/resolve", json!({ "secret": secret }))
            .await
    };
    portal
        .execute("UPDATE rooms SET attendee_generation = 1")
        .await;
    resolve(&attendee)
        .await
        .assert_problem(ProblemKind::LinkRenewed);
    resolve(&moderator).await.json::<ResolvedLink>();
    portal.execute("UPDATE rooms SET deleted_at = 1").await;
    for secret in [&moderator, &attendee] {
        resolve(secret)
            .await
            .assert_problem(ProblemKind::RoomDeleted);
        let join = guest
            .post("/api/v1/join", json!({ "secret": secret, "name": "Zoé" }))
            .await;
        join.assert_problem(ProblemKind::RoomDeleted);
    }
}
