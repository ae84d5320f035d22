//! `/api/v1/rooms/{id}/recordings` on conference servers that protect recordings or delete them in time, and files.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use parvis_contract::recording::{FormatKind, Recording, RecordingList};
use parvis_contract::room::Room;
use parvis_contract::timestamp::Timestamp;
use parvis_sandbox::{ProtectionBehaviour, ServerBehaviour};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::support::{Answer, Person, Portal, address};

async fn only_recording(person: &Person, room: &Room) -> Recording {
    let path = format!("{}/recordings", address(room));
    let list: RecordingList = person.get(&path).await.json();
    let [recording] = list.items.try_into().expect("one recording");
    recording
}

async fn change(person: &Person, room: &Room, id: &str, change: Value) -> Answer {
    let path = format!("{}/recordings/{id}", address(room));
    Answer::of(person.request(Method::PATCH, &path).json(&change)).await
}

fn protecting(lifetime: Duration) -> ServerBehaviour {
    let milliseconds = u64::try_from(lifetime.as_millis()).expect("not that long");
    ServerBehaviour {
        protection: ProtectionBehaviour::Tokens { milliseconds },
        ..ServerBehaviour::default()
    }
}

#[tokio::test]
async fn the_addresses_of_a_protected_recording_are_for_one_browser_each() {
    let portal = Portal::start().await;
    portal
        .sandbox
        .set_behaviour(protecting(Duration::from_hours(1)));
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.add_recordings(&room, "Conseil", 1).await;
    let recording = only_recording(&alix, &room).await;
    assert_eq!(recording.is_protected, Some(true));
    for format in &recording.formats {
        let status = async |person: &Person| person.get(&format.url).await.status;
        assert_eq!(status(&alix).await, StatusCode::OK, "{}", format.url);
        assert_eq!(status(&alix).await, StatusCode::OK, "{}", format.url);
        assert_eq!(status(&portal.visitor()).await, StatusCode::NOT_FOUND);
    }
    // Each list has new ones.
    let again = only_recording(&alix, &room).await;
    assert_ne!(again.formats, recording.formats);
    let unused = &again.formats[0].url;
    let (bare, _) = unused.split_once('?').expect("a token");
    assert_eq!(
        portal.visitor().get(bare).await.status,
        StatusCode::NOT_FOUND
    );

    for (protected, status) in [(false, StatusCode::OK), (true, StatusCode::NOT_FOUND)] {
        let wish = json!({ "protected": protected });
        let changed = change(&alix, &room, &recording.id, wish).await;
        assert_eq!(changed.status, StatusCode::NO_CONTENT, "{}", changed.body);
        let recording = only_recording(&alix, &room).await;
        assert_eq!(recording.is_protected, Some(protected));
        assert_eq!(recording.formats[0].url.contains('?'), protected);
        assert_eq!(portal.visitor().get(bare).await.status, status);
    }
}

#[tokio::test]
async fn an_address_of_a_protected_recording_that_nobody_opens_expires() {
    let portal = Portal::start().await;
    portal.sandbox.set_behaviour(protecting(Duration::ZERO));
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.add_recordings(&room, "Conseil", 1).await;
    let url = only_recording(&alix, &room).await.formats.remove(0).url;
    assert_eq!(alix.get(&url).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_server_that_cannot_protect_is_said_not_to_and_nothing_is_changed() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.add_recordings(&room, "Conseil", 1).await;
    let recording = only_recording(&alix, &room).await;
    assert_eq!(recording.is_protected, None);
    for protected in [true, false] {
        let wish = json!({ "protected": protected, "name": "Mars", "published": false });
        change(&alix, &room, &recording.id, wish)
            .await
            .assert_problem(ProblemKind::ProtectionUnavailable);
    }
    assert_eq!(only_recording(&alix, &room).await, recording);
}

#[tokio::test]
async fn a_file_is_told_from_a_page() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.add_recordings(&room, "Conseil", 1).await;
    let formats = only_recording(&alix, &room).await.formats;
    let kinds: Vec<(FormatKind, bool)> = formats
        .iter()
        .map(|format| (format.kind, format.is_file))
        .collect();
    assert_eq!(
        kinds,
        [(FormatKind::Presentation, false), (FormatKind::Video, true)]
    );
    let file = alix.get(&formats[1].url).await;
    assert_eq!(file.header("content-type"), "video/mp4");
}

#[tokio::test]
async fn when_a_recording_is_deleted_is_told_where_the_instance_knows_it() {
    for (days, is_told) in [("", false), ("1", true)] {
        let portal = Portal::builder()
            .variable("PARVIS_RECORDINGS_DAYS", days)
            .variable("PARVIS_SESSION_HOURS", "720")
            .start()
            .await;
        // The recording has ended an hour ago by the system's time.
        portal.catch_up();
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        portal.add_recordings(&room, "Conseil", 1).await;
        let recording = only_recording(&alix, &room).await;
        assert_eq!(recording.expires_at.is_some(), is_told);
        let Some(expires_at) = recording.expires_at else {
            continue;
        };
        let seconds = |Timestamp(time): &Timestamp| {
            let time = OffsetDateTime::parse(time, &Rfc3339);
            time.expect("a time").unix_timestamp()
        };
        let started = seconds(&recording.started_at);
        assert_eq!(seconds(&expires_at) - started, 86_400 + 61 * 60);
        // What should have been deleted by now is deleted soon, not in the past.
        portal.catch_up();
        portal.pass(Duration::from_hours(48));
        let late = only_recording(&alix, &room).await.expires_at;
        let late = seconds(&late.expect("a time")) - seconds(&expires_at);
        assert_eq!(late / 3600, 48 - 23, "{late}");
    }
}
