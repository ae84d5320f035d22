//! `POST /api/v1/callbacks/recording-ready`: the conference server reports that a recording is ready.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use parvis_contract::live::Live;
use parvis_contract::problem::ProblemKind;
use parvis_contract::room::{Entrance, Room};
use parvis_sandbox::{ReadyReportBehaviour, ReportAlgorithm, ServerBehaviour};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, Person, Portal, READY_PATH, Stream, address, report, report_signed};

/// The rooms with new recordings, as the page of a person is told first.
async fn new_recordings(person: &Person, room: &Room, expected: bool) {
    let mut stream = Stream::open(person.bare(Method::GET, "/api/v1/events")).await;
    let is_told = |live: &Live| live.new_recordings.contains(&room.id) == expected;
    stream.next_that::<Live>("live", is_told).await;
}

/// Holds a meeting of a room, until it is gone.
async fn hold_meeting(portal: &Portal, owner: &Person, room: &Room) {
    let launch = format!("{}/launch", address(room));
    let door: Entrance = owner.send(Method::POST, &launch).await.json();
    let inside = owner.enter(portal, &door.url).await;
    owner
        .send(Method::POST, &format!("{}/end", address(room)))
        .await;
    drop(inside);
    portal.wait_until_meetings_ended().await;
}

#[tokio::test]
async fn the_server_reports_a_recorded_meeting_in_each_form_and_the_owner_s_page_tells_it() {
    for ready_report in [
        ReadyReportBehaviour::default(),
        ReadyReportBehaviour {
            algorithm: ReportAlgorithm::Hs512,
            is_json: true,
        },
    ] {
        let portal = Portal::builder()
            .processing_time(Duration::ZERO)
            .start()
            .await;
        portal.sandbox.set_behaviour(ServerBehaviour {
            ready_report,
            ..ServerBehaviour::default()
        });
        let alix = portal.signed_in("Alix").await;
        let room = alix.create_room("Une").await;
        let options = json!({ "options": { "automatic_recording": true } });
        alix.change(&room, options).await;
        let mut stream = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
        hold_meeting(&portal, &alix, &room).await;
        let is_new = |live: &Live| live.new_recordings == [room.id];
        stream.next_that::<Live>("live", is_new).await;
    }
}

#[tokio::test]
async fn only_meetings_of_rooms_that_record_name_the_address() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let named = async |recorded: bool| {
        let room = alix.create_room("Une").await;
        let options = json!({
            "options": { "manual_recording": recorded, "automatic_recording": false }
        });
        alix.change(&room, options).await;
        alix.send(Method::POST, &format!("{}/launch", address(&room)))
            .await
            .json::<Value>();
        let meetings = portal.meetings().await;
        let meetings = meetings.as_array().expect("a list");
        let meeting = meetings
            .iter()
            .find(|meeting| meeting["meeting_id"] == room.id.to_string());
        let create = meeting.expect("it is there")["create"].clone();
        create["meta_bbb-recording-ready-url"].clone()
    };
    let expected = format!("{}{READY_PATH}", portal.origin);
    assert_eq!(named(true).await, expected);
    assert_eq!(named(false).await, Value::Null);
    // No page lists the recordings of a temporary meeting.
    alix.send(Method::POST, "/api/v1/meetings")
        .await
        .json::<Value>();
    let meetings = portal.meetings().await.to_string();
    assert_eq!(meetings.matches(READY_PATH).count(), 1, "{meetings}");
}

#[tokio::test]
async fn a_repeated_report_is_taken_and_changes_nothing() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    portal.recording_ready(&room, "a-1").await;
    alix.see_recordings(&room).await;
    portal.pass(Duration::from_hours(1));
    portal.recording_ready(&room, "a-1").await;
    let other = alix.create_room("Deux").await;
    portal.recording_ready(&other, "b-1").await;
    let mut stream = Stream::open(alix.bare(Method::GET, "/api/v1/events")).await;
    let is_new = |live: &Live| live.new_recordings == [other.id];
    stream.next_that::<Live>("live", is_new).await;
    assert_eq!(portal.count_rows("ready_recordings").await, 2);
}

#[tokio::test]
async fn a_report_in_json_and_one_that_comes_weeks_later_are_taken() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    let token = report_signed(
        Algorithm::HS512,
        "conference secret",
        &room.id.to_string(),
        "a-1",
    );
    portal.pass(Duration::from_hours(24 * 60));
    let body = json!({ "signed_parameters": token, "domain": "visio.example.fr" });
    let request = portal.visitor().bare(Method::POST, READY_PATH).json(&body);
    assert_eq!(Answer::of(request).await.status, StatusCode::NO_CONTENT);
    let alix = portal.signed_in("Alix").await;
    new_recordings(&alix, &room, true).await;
}

#[tokio::test]
async fn a_forged_report_is_refused() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await.id.to_string();
    let good = report(&room, "a-1");
    let (signed, signature) = good.rsplit_once('.').expect("a signature");
    let (_, claims) = signed.split_once('.').expect("claims");
    let with_header = |header: &Value| {
        let header = URL_SAFE_NO_PAD.encode(header.to_string());
        format!("{header}.{claims}")
    };
    let none = with_header(&json!({ "alg": "none" }));
    let public = with_header(&json!({ "alg": "RS256" }));
    for forged in [
        report_signed(Algorithm::HS256, "another secret", &room, "a-1"),
        report_signed(Algorithm::HS384, "conference secret", &room, "a-1"),
        format!("{none}."),
        format!("{none}.{signature}"),
        format!("{public}.{signature}"),
        format!("{signed}."),
        signed.to_owned(),
        String::new(),
    ] {
        portal
            .send_report(&forged)
            .await
            .assert_problem(ProblemKind::TokenRefused);
    }
    let nothing = portal.visitor().bare(Method::POST, READY_PATH);
    Answer::of(nothing.json(&json!({})))
        .await
        .assert_problem(ProblemKind::TokenRefused);
    assert_eq!(portal.count_rows("ready_recordings").await, 0);
}

#[tokio::test]
async fn a_body_that_is_too_large_or_of_another_type_is_refused() {
    let portal = Portal::start().await;
    let post = || portal.visitor().bare(Method::POST, READY_PATH);
    let large = "x".repeat(70_000);
    Answer::of(post().form(&[("signed_parameters", &large)]))
        .await
        .assert_problem(ProblemKind::TooLarge);
    Answer::of(post().header("content-type", "text/plain").body("x"))
        .await
        .assert_problem(ProblemKind::UnsupportedMediaType);
}

#[tokio::test]
async fn a_report_about_no_room_of_the_portal_is_answered_gone() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let room = alix.create_room("Une").await;
    alix.send(Method::DELETE, &address(&room)).await;
    alix.send(Method::POST, "/api/v1/meetings")
        .await
        .json::<Value>();
    let meetings = portal.meetings().await;
    let temporary = meetings[0]["meeting_id"].as_str().expect("an identifier");
    for meeting in [
        "conseil",
        "0190c4d0-0000-7000-8000-000000000001",
        &room.id.to_string(),
        temporary,
    ] {
        portal
            .send_report(&report(meeting, "a-1"))
            .await
            .assert_problem(ProblemKind::RoomDeleted);
    }
    assert_eq!(portal.count_rows("ready_recordings").await, 0);
}

#[tokio::test]
async fn a_known_recording_does_not_become_one_of_another_room() {
    let portal = Portal::start().await;
    let (alix, camille) = (
        portal.signed_in("Alix").await,
        portal.signed_in("Camille").await,
    );
    let (own, foreign) = (
        alix.create_room("Une").await,
        camille.create_room("Autre").await,
    );
    portal.recording_ready(&own, "a-1").await;
    portal
        .send_report(&report(&foreign.id.to_string(), "a-1"))
        .await
        .assert_problem(ProblemKind::RoomDeleted);
    new_recordings(&alix, &own, true).await;
    new_recordings(&camille, &foreign, false).await;
    // Nor does one that is deleted.
    let id = portal.add_recordings(&own, "Conseil", 1).await.remove(0);
    let path = format!("{}/recordings", address(&own));
    let listed: Value = alix.get(&path).await.json();
    let pseudonym = listed["items"][0]["id"].as_str().expect("a name");
    alix.send(Method::DELETE, &format!("{path}/{pseudonym}"))
        .await;
    portal
        .send_report(&report(&foreign.id.to_string(), &id))
        .await
        .assert_problem(ProblemKind::RoomDeleted);
    portal.recording_ready(&own, &id).await;
    assert_eq!(portal.count_rows("ready_recordings").await, 1);
}

#[tokio::test]
async fn recordings_are_forgotten_after_ninety_days_and_with_their_room() {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let (room, other) = (
        alix.create_room("Une").await,
        alix.create_room("Autre").await,
    );
    portal.recording_ready(&room, "a-1").await;
    portal.recording_ready(&other, "b-1").await;
    for room in [&room, &other] {
        alix.see_recordings(room).await;
    }
    let kept = async || {
        portal.keep_house().await;
        let ready = portal.count_rows("ready_recordings").await;
        (ready, portal.count_rows("recordings_seen").await)
    };
    alix.send(Method::DELETE, &address(&other)).await;
    portal.pass(Duration::from_mins(30));
    assert_eq!(kept().await, (2, 2), "the deletion may be taken back");
    portal.pass(Duration::from_hours(2));
    assert_eq!(kept().await, (1, 1));
    portal.pass(Duration::from_hours(24 * 89));
    assert_eq!(kept().await, (1, 1));
    portal.pass(Duration::from_hours(24));
    assert_eq!(kept().await, (0, 1));
}
