//! `DELETE /api/v1/rooms/{id}` and `restore`: what goes, what comes back, what is forgotten.

use std::time::Duration;

use parvis_contract::invitation::Invitation;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Room, RoomDetails, RoomPage};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, address};

async fn delete(person: &Person, room: &Room) -> Answer {
    person.send(Method::DELETE, &address(room)).await
}

async fn restore(person: &Person, room: &Room) -> Answer {
    let path = format!("{}/restore", address(room));
    person.send(Method::POST, &path).await
}

#[tokio::test]
async fn a_deleted_room_is_in_no_list_and_opens_nothing() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("À supprimer").await;
    let secrets = alix.secrets(&room).await;
    assert_eq!(delete(&alix, &room).await.status, StatusCode::NO_CONTENT);
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!((rooms.total, rooms.items.len()), (0, 0));
    assert_eq!(rooms.deleted[0].id, room.id);
    for secret in &secrets {
        portal
            .visitor()
            .post("/api/v1/join/resolve", json!({ "secret": secret }))
            .await
            .assert_problem(ProblemKind::RoomDeleted);
    }
    for (method, path) in [
        (Method::GET, ""),
        (Method::GET, "/invitation"),
        (Method::POST, "/launch"),
        (Method::PUT, "/favourite"),
    ] {
        let answer = alix
            .send(method, &format!("{}{path}", address(&room)))
            .await;
        answer.assert_problem(ProblemKind::DeletedByYou);
    }
    let renamed = alix.rename(&room, "Autre").await;
    renamed.assert_problem(ProblemKind::DeletedByYou);
    // Deleted is deleted: asked for again, as an answer was lost.
    assert_eq!(delete(&alix, &room).await.status, StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn a_deletion_that_is_taken_back_leaves_no_trace() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Regrettée").await;
    let star = format!("{}/favourite", address(&room));
    alix.send(Method::PUT, &star).await;
    let before = alix.invitation(&room).await;
    delete(&alix, &room).await;
    portal.pass(Duration::from_mins(9));
    for _ in 0..2 {
        let restored = restore(&alix, &room).await;
        assert_eq!(restored.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(alix.invitation(&room).await, before);
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert!(rooms.items[0].favourite);
    assert_eq!(rooms.deleted, []);
    let [moderator, ..] = alix.secrets(&room).await;
    assert!(portal.visitor().join(&moderator, "Zoé").await.is_some());
}

#[tokio::test]
async fn a_node_of_the_release_before_may_delete_or_restore_what_this_one_restores_or_deletes() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let renew = async || {
        let old = alix.code(&room).await;
        alix.renew(&room, "code").await;
        portal.pass(Duration::from_millis(1));
        old
    };
    let first = renew().await;
    let live = portal.live_numbers(&room).await;
    delete(&alix, &room).await;
    // As that release deletes: it says of no number that it went with the room.
    portal
        .execute("UPDATE numbers SET retired_with_room = FALSE")
        .await;
    restore(&alix, &room).await;
    assert_eq!(portal.live_numbers(&room).await, live);
    // As it takes a deletion back: it leaves what is said of them.
    portal
        .execute("UPDATE numbers SET retired_with_room = TRUE WHERE retired_at IS NULL")
        .await;
    let second = renew().await;
    delete(&alix, &room).await;
    restore(&alix, &room).await;
    let live = portal.live_numbers(&room).await;
    assert_eq!(live.len(), 2);
    for (_, number) in live {
        assert!(number != first && number != second);
    }
}

#[tokio::test]
async fn after_ten_minutes_a_deletion_stands_and_the_room_is_forgotten() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Oubliable").await;
    let star = format!("{}/favourite", address(&room));
    alix.send(Method::PUT, &star).await;
    assert!(portal.database_text().await.contains("starred"));
    let [moderator, ..] = alix.secrets(&room).await;
    delete(&alix, &room).await;
    portal.pass(Duration::from_mins(10));
    let late = restore(&alix, &room).await;
    late.assert_problem(ProblemKind::RestorationOver);
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.deleted, []);
    // Not in the same breath: a restoration that has just begun must find the room whole.
    portal.keep_house().await;
    assert!(portal.database_text().await.contains("Oubliable"));
    portal.pass(Duration::from_hours(1));
    portal.keep_house().await;
    let known = portal.database_text().await;
    assert!(!known.contains("Oubliable"));
    assert!(!known.contains("starred"), "{known}");
    let resolve = || {
        let body = json!({ "secret": moderator });
        async { portal.visitor().post("/api/v1/join/resolve", body).await }
    };
    // Its links tell what became of it for a year, then nothing any more.
    resolve().await.assert_problem(ProblemKind::RoomDeleted);
    portal.pass(Duration::from_hours(364 * 24));
    portal.keep_house().await;
    resolve().await.assert_problem(ProblemKind::RoomDeleted);
    portal.pass(Duration::from_hours(2 * 24));
    portal.keep_house().await;
    resolve().await.assert_problem(ProblemKind::LinkUnknown);
}

#[tokio::test]
async fn a_deletion_is_not_taken_back_beyond_the_limit_of_rooms() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "1")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    delete(&alix, &room).await;
    alix.create_room("Autre").await;
    let refused = restore(&alix, &room).await;
    let problem = refused.assert_problem(ProblemKind::RoomLimit);
    assert_eq!(problem.limit, Some(1));
}

#[tokio::test]
async fn a_code_rests_for_a_year_when_its_room_is_deleted() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("À supprimer").await;
    let told: Invitation = alix
        .get(&format!("{}/invitation", address(&room)))
        .await
        .json();
    delete(&alix, &room).await;
    let code = told.code.to_string();
    portal.pass(Duration::from_hours(364 * 24));
    portal.keep_house().await;
    assert!(portal.database_text().await.contains(&code));
    portal.pass(Duration::from_hours(2 * 24));
    portal.keep_house().await;
    assert!(!portal.database_text().await.contains(&code));
}

#[tokio::test]
async fn a_room_whose_meeting_runs_is_deleted_only_by_who_knows_that() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Occupée").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let zoe = portal.visitor();
    let door = zoe.join(&moderator, "Zoé").await.expect("let in");
    let _connected = zoe.enter(&portal, &door).await;
    let refused = delete(&alix, &room).await;
    refused.assert_problem(ProblemKind::MeetingRunning);
    let still: RoomDetails = alix.get(&address(&room)).await.json();
    assert_eq!(still.room.name, "Occupée");
    let known = format!("{}?while_running=true", address(&room));
    let deleted = alix.send(Method::DELETE, &known).await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    let gone = alix.get(&address(&room)).await;
    gone.assert_problem(ProblemKind::DeletedByYou);
    // Whoever is in stays in.
    assert_eq!(portal.meetings().await[0]["running"], true);
}

#[tokio::test]
async fn a_meeting_whose_creation_was_answered_too_late_is_known_all_the_same() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Occupée").await;
    let [moderator, ..] = alix.secrets(&room).await;
    let zoe = portal.visitor();
    zoe.join(&moderator, "Zoé").await.expect("let in");
    // As if the first answer had been lost: the portal has never heard of a meeting.
    portal
        .execute("UPDATE rooms SET last_meeting_at = NULL")
        .await;
    let door = zoe.join(&moderator, "Zoé").await.expect("let in");
    let _connected = zoe.enter(&portal, &door).await;
    let refused = delete(&alix, &room).await;
    refused.assert_problem(ProblemKind::MeetingRunning);
}

#[tokio::test]
async fn a_creation_that_is_sent_again_after_the_deletion_is_told_so() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let create = || {
        let request = alix.request(Method::POST, "/api/v1/rooms");
        let request = request.header("idempotency-key", "k1");
        Answer::of(request.json(&json!({ "name": "Une" })))
    };
    let room: Room = create().await.json();
    delete(&alix, &room).await;
    create().await.assert_problem(ProblemKind::DeletedByYou);
}

#[tokio::test]
async fn of_very_many_deleted_rooms_the_latest_can_be_taken_back() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let mut last = None;
    for number in 0..101 {
        let room = alix.create_room(&format!("Salle {number}")).await;
        portal.pass(Duration::from_secs(1));
        delete(&alix, &room).await;
        last = Some(room.id);
    }
    let rooms: RoomPage = alix.get("/api/v1/rooms").await.json();
    assert_eq!(rooms.deleted.len(), 100);
    assert_eq!(Some(rooms.deleted[0].id), last);
}

#[tokio::test]
async fn a_conference_server_that_does_not_answer_keeps_no_room_from_being_deleted() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for fault in [
        parvis_sandbox::Fault::Hang,
        parvis_sandbox::Fault::Error,
        parvis_sandbox::Fault::Refuse,
    ] {
        let room = alix.create_room("Une").await;
        alix.send(Method::POST, &format!("{}/launch", address(&room)))
            .await
            .json::<Value>();
        portal.sandbox.set_fault(fault);
        assert_eq!(delete(&alix, &room).await.status, StatusCode::NO_CONTENT);
        portal.sandbox.set_fault(parvis_sandbox::Fault::None);
    }
}
