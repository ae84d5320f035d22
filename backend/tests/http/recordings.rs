//! `/api/v1/rooms/{id}/recordings`: the recordings of a room.

use std::time::Duration;

use parvis_contract::field::FieldReason;
use parvis_contract::problem::ProblemKind;
use parvis_contract::recording::{FormatKind, Recording, RecordingList, RecordingState};
use parvis_contract::room::Room;
use parvis_sandbox::Fault;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Balancer, Person, Portal, address};

fn list_path(room: &Room) -> String {
    format!("{}/recordings", address(room))
}

async fn list(person: &Person, room: &Room) -> RecordingList {
    person.get(&list_path(room)).await.json()
}

async fn change(person: &Person, room: &Room, id: &str, change: Value) -> Answer {
    let path = format!("{}/{id}", list_path(room));
    Answer::of(person.request(Method::PATCH, &path).json(&change)).await
}

async fn delete(person: &Person, room: &Room, id: &str) -> Answer {
    let path = format!("{}/{id}", list_path(room));
    person.send(Method::DELETE, &path).await
}

async fn restore(person: &Person, room: &Room, id: &str) -> Answer {
    let path = format!("{}/{id}/restore", list_path(room));
    person.send(Method::POST, &path).await
}

/// Adds recordings of past meetings of a room; answers their names in the API, the oldest first.
async fn add(portal: &Portal, owner: &Person, room: &Room, count: u64) -> Vec<String> {
    portal.add_recordings(room, "Conseil", count).await;
    let listed = list(owner, room).await.items.into_iter();
    listed.rev().map(|recording| recording.id).collect()
}

fn names(recordings: &[Recording]) -> Vec<&str> {
    let names = recordings.iter();
    names.map(|recording| recording.name.as_str()).collect()
}

#[tokio::test]
async fn a_room_s_recordings_are_listed_the_newest_first_and_those_of_others_are_not() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let (room, other) = (
        alix.create_room("Une").await,
        alix.create_room("Autre").await,
    );
    assert_eq!(list(&alix, &room).await.items, []);
    portal.add_recordings(&room, "Conseil", 2).await;
    portal.add_recordings(&other, "Ailleurs", 1).await;
    let listed = list(&alix, &room).await;
    assert_eq!(listed.room_name, "Une");
    assert_eq!(names(&listed.items), ["Conseil", "Conseil"]);
    assert!(listed.items[0].started_at > listed.items[1].started_at);
    let newest = &listed.items[0];
    assert_eq!(
        (newest.minutes, newest.state),
        (61, RecordingState::Published)
    );
    assert!(newest.size.is_some_and(|size| size > 0));
    let kinds: Vec<FormatKind> = newest.formats.iter().map(|format| format.kind).collect();
    assert_eq!(kinds, [FormatKind::Presentation, FormatKind::Video]);
    for format in &newest.formats {
        let played = reqwest::get(&format.url).await.expect("an answer");
        assert_eq!(played.status(), StatusCode::OK, "{}", format.url);
    }
}

#[tokio::test]
async fn more_recordings_than_a_page_of_the_server_are_all_listed() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    for count in [100, 230] {
        let room = alix.create_room("Une").await;
        portal.add_recordings(&room, "Conseil", count).await;
        let listed = list(&alix, &room).await;
        assert_eq!(listed.items.len() as u64, count);
        assert!(!listed.is_incomplete);
    }
}

#[tokio::test]
async fn a_list_that_lacks_recordings_says_so() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.add_recordings(&room, "Conseil", 5_000).await;
    let listed = list(&alix, &room).await;
    assert_eq!((listed.items.len(), listed.is_incomplete), (5_000, false));
    portal.add_recordings(&room, "Conseil", 1).await;
    let listed = list(&alix, &room).await;
    assert_eq!((listed.items.len(), listed.is_incomplete), (5_000, true));
}

#[tokio::test]
async fn a_recording_is_renamed_and_a_name_that_is_none_is_refused() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let id = add(&portal, &alix, &room, 1).await.remove(0);
    let renamed = change(
        &alix,
        &room,
        &id,
        json!({ "name": "  Conseil de mars & avril " }),
    )
    .await;
    assert_eq!(renamed.status, StatusCode::NO_CONTENT);
    assert_eq!(
        names(&list(&alix, &room).await.items),
        ["Conseil de mars & avril"]
    );
    for (name, reason) in [
        (" ".to_owned(), FieldReason::Empty),
        ("x".repeat(151), FieldReason::TooLong),
    ] {
        let refused = change(&alix, &room, &id, json!({ "name": name })).await;
        let problem = refused.assert_problem(ProblemKind::Invalid);
        assert_eq!(
            (&*problem.errors[0].field, problem.errors[0].reason),
            ("name", reason)
        );
    }
}

#[tokio::test]
async fn of_two_people_who_rename_one_recording_the_last_wins_and_both_see_it() {
    let portal = Portal::start().await;
    let (alix, again) = (
        portal.signed_in("Alix").await,
        portal.signed_in("Alix").await,
    );
    let room = alix.create_room("Une").await;
    let id = add(&portal, &alix, &room, 1).await.remove(0);
    let (first, second) = tokio::join!(
        change(&alix, &room, &id, json!({ "name": "Mars" })),
        change(&again, &room, &id, json!({ "name": "Avril" })),
    );
    assert_eq!(
        (first.status, second.status),
        (StatusCode::NO_CONTENT, StatusCode::NO_CONTENT)
    );
    let seen = list(&alix, &room).await.items;
    assert!(["Mars", "Avril"].contains(&&*seen[0].name));
    assert_eq!(list(&again, &room).await.items, seen);
}

#[tokio::test]
async fn a_recording_that_is_withdrawn_is_played_by_nobody_until_it_is_published_again() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let id = add(&portal, &alix, &room, 1).await.remove(0);
    let url = list(&alix, &room).await.items[0].formats[0].url.clone();
    for (published, state, formats, status) in [
        (false, RecordingState::Unpublished, 0, StatusCode::NOT_FOUND),
        (true, RecordingState::Published, 2, StatusCode::OK),
    ] {
        let changed = change(&alix, &room, &id, json!({ "published": published })).await;
        assert_eq!(changed.status, StatusCode::NO_CONTENT);
        let recording = list(&alix, &room).await.items.remove(0);
        assert_eq!((recording.state, recording.formats.len()), (state, formats));
        assert_eq!(
            reqwest::get(&url).await.expect("an answer").status(),
            status
        );
    }
}

#[tokio::test]
async fn a_deletion_is_taken_back_within_ten_minutes_and_for_good_after_them() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let ids = add(&portal, &alix, &room, 2).await;
    let count = async || {
        let listed = list(&alix, &room).await;
        (listed.items.len(), listed.deleted.len())
    };
    for _ in 0..2 {
        // Deleted is deleted: asked for again, as an answer was lost.
        assert_eq!(
            delete(&alix, &room, &ids[0]).await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(count().await, (1, 1));
    }
    let renamed = change(&alix, &room, &ids[0], json!({ "name": "Mars" })).await;
    renamed.assert_problem(ProblemKind::RecordingNotFound);
    portal.pass(Duration::from_mins(9));
    portal.keep_house().await;
    for _ in 0..2 {
        assert_eq!(
            restore(&alix, &room, &ids[0]).await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(count().await, (2, 0));
    }
    delete(&alix, &room, &ids[0]).await;
    portal.pass(Duration::from_mins(12));
    assert_eq!(count().await, (1, 0));
    restore(&alix, &room, &ids[0])
        .await
        .assert_problem(ProblemKind::RestorationOver);
    let deletions = async || portal.sandbox.calls_of("deleteRecordings");
    assert_eq!(deletions().await, 0);
    for _ in 0..2 {
        portal.keep_house().await;
        assert_eq!(deletions().await, 1, "once");
    }
    assert_eq!(count().await, (1, 0));
    restore(&alix, &room, &ids[0])
        .await
        .assert_problem(ProblemKind::RestorationOver);
}

#[tokio::test]
async fn what_the_server_has_lost_is_said_to_be_gone_and_its_deletion_comes_to_an_end() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let lost = portal.add_recordings(&room, "Conseil", 2).await;
    let listed = list(&alix, &room).await.items.into_iter();
    let ids: Vec<String> = listed.map(|recording| recording.id).collect();
    delete(&alix, &room, &ids[0]).await;
    for id in &lost {
        portal.lose_recording(id).await;
    }
    let gone = change(&alix, &room, &ids[1], json!({ "name": "Mars" })).await;
    gone.assert_problem(ProblemKind::RecordingNotFound);
    delete(&alix, &room, &ids[1])
        .await
        .assert_problem(ProblemKind::RecordingNotFound);
    portal.pass(Duration::from_mins(12));
    for _ in 0..2 {
        portal.keep_house().await;
        assert_eq!(portal.sandbox.calls_of("deleteRecordings"), 1, "once");
    }
}

#[tokio::test]
async fn a_recording_of_another_room_is_not_changed_by_way_of_one_s_own() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let camille = portal.signed_in("Camille").await;
    let own = alix.create_room("Une").await;
    let foreign = camille.create_room("À Camille").await;
    let id = add(&portal, &camille, &foreign, 1).await.remove(0);
    for refused in [
        change(
            &alix,
            &own,
            &id,
            json!({ "name": "Volé", "published": false }),
        )
        .await,
        delete(&alix, &own, &id).await,
    ] {
        refused.assert_problem(ProblemKind::RecordingNotFound);
    }
    // Nor is a deletion of others taken back.
    let deleted = delete(&camille, &foreign, &id).await;
    assert_eq!(deleted.status, StatusCode::NO_CONTENT);
    restore(&alix, &own, &id).await;
    let listed = list(&camille, &foreign).await;
    assert_eq!(
        (listed.items.len(), names(&listed.deleted)),
        (0, vec!["Conseil"])
    );
}

#[tokio::test]
async fn of_a_deleted_room_no_recording_is_listed() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.add_recordings(&room, "Conseil", 1).await;
    alix.send(Method::DELETE, &address(&room)).await;
    alix.get(&list_path(&room))
        .await
        .assert_problem(ProblemKind::DeletedByYou);
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_said_not_to() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.sandbox.set_fault(Fault::Error);
    alix.get(&list_path(&room))
        .await
        .assert_problem(ProblemKind::ConferenceUnreachable);
}

#[tokio::test]
async fn what_a_failing_server_has_not_deleted_is_deleted_once_it_answers() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let id = add(&portal, &alix, &room, 1).await.remove(0);
    delete(&alix, &room, &id).await;
    portal.pass(Duration::from_mins(12));
    for fault in [Fault::Error, Fault::Refuse] {
        portal.sandbox.set_fault(fault);
        portal.keep_house().await;
    }
    portal.sandbox.set_fault(Fault::None);
    portal.keep_house().await;
    assert_eq!(portal.sandbox.calls_of("deleteRecordings"), 3);
    portal.keep_house().await;
    assert_eq!(portal.sandbox.calls_of("deleteRecordings"), 3);
}

/// Whoever knows the conference server's identifier of a recording can play it, and servers log addresses.
#[tokio::test]
async fn the_conference_server_s_identifier_stands_in_no_address_of_the_portal() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let own = portal.add_recordings(&room, "Conseil", 1).await.remove(0);
    let recording = list(&alix, &room).await.items.remove(0);
    assert!(recording.formats[0].url.contains(&own));
    assert!(!recording.id.contains(&own));
    delete(&alix, &room, &own)
        .await
        .assert_problem(ProblemKind::RecordingNotFound);
    // The same on every node and at every request.
    assert_eq!(list(&alix, &room).await.items[0].id, recording.id);
}

#[tokio::test]
async fn the_name_of_a_recording_stands_in_no_access_log_of_the_conference_server() {
    let server = Portal::start().await;
    let balancer = Balancer::start(server.sandbox.base_url()).await;
    let portal = Portal::builder()
        .variable("PARVIS_BBB_URL", &balancer.address)
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    server.add_recordings(&room, "Conseil", 1).await;
    let id = list(&alix, &room).await.items.remove(0).id;
    let renamed = change(&alix, &room, &id, json!({ "name": "Sanction" })).await;
    assert_eq!(renamed.status, StatusCode::NO_CONTENT);
    assert_eq!(names(&list(&alix, &room).await.items), ["Sanction"]);
    let log = balancer.routing().log.join("\n");
    assert!(
        log.contains("POST /bigbluebutton/api/updateRecordings?recordID="),
        "{log}"
    );
    assert!(!log.contains("Sanction"), "{log}");
}
