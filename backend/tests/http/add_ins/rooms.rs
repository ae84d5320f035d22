//! The rooms that add-ins of mail programs invite to.

use std::time::Duration;

use parvis_contract::problem::ProblemKind;
use parvis_sandbox::{ServerBehaviour, VoiceBridgeBehaviour};
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::delegates::{delegate, portal_with, rooms};
use crate::support::{Answer, CAMILLE, Person, Portal, address};

const DAY: Duration = Duration::from_hours(24);

/// A portal, and somebody who has signed in there, with an access token.
async fn with_token() -> (Portal, Person, String) {
    let portal = Portal::start().await;
    let alix = portal.signed_in("Alix").await;
    let token = portal.access_token("Alix").await;
    (portal, alix, token)
}

async fn meetings(portal: &Portal, token: &str) -> Value {
    portal.add_in("/api/meetings", token).await.json()
}

/// The one room that is answered under the name of the address.
async fn one(portal: &Portal, what: &str, token: &str) -> Value {
    let mut answer: Value = portal.add_in(&format!("/api/{what}"), token).await.json();
    let object = answer.as_object().expect("an object");
    assert_eq!(object.len(), 1, "{answer}");
    let list = answer[what].as_array_mut().expect("a list");
    assert_eq!(list.len(), 1);
    list.remove(0)
}

/// The secret of a link.
fn secret(meeting: &Value, link: &str) -> String {
    let (_, secret) = meeting[link]
        .as_str()
        .expect("a link")
        .split_once('#')
        .expect("a secret");
    secret.to_owned()
}

fn names(meetings: &Value) -> Vec<(&str, bool)> {
    let all = meetings["meetings"].as_array().expect("a list").iter();
    all.map(|meeting| {
        let delegate = meeting["delegate"].as_bool().expect("a flag");
        (meeting["name"].as_str().expect("a name"), delegate)
    })
    .collect()
}

#[tokio::test]
async fn a_room_is_told_in_the_names_that_add_ins_know() {
    let portal = Portal::builder()
        .variable("PARVIS_SIP_HOST", "sip.exemple.fr")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let token = portal.access_token("Alix").await;
    assert_eq!(meetings(&portal, &token).await, json!({ "meetings": [] }));
    let room = alix.create_room("Une").await;
    let own = alix.invitation(&room).await;
    let code = own["code"].as_str().expect("a code");
    assert_eq!(code.len(), 9);
    let expected = json!({
        "name": "Une",
        "moderator_url": own["moderator_link"],
        "attendee_url": own["attendee_link"],
        "visio_code": code,
        "delegate": false,
        "phone_number": "+33 1 23 45 67 89",
        "PIN": own["dial_in"]["pin"],
        "SIPMediaGW_url": format!("{code}@sip.exemple.fr"),
    });
    assert_eq!(
        meetings(&portal, &token).await,
        json!({ "meetings": [expected] })
    );
    for what in ["shadow-meeting", "hidden-meeting"] {
        let meeting = one(&portal, what, &token).await;
        let mut keys: Vec<_> = meeting.as_object().expect("an object").keys().collect();
        keys.sort_unstable();
        assert_eq!(
            keys,
            [
                "PIN",
                "SIPMediaGW_url",
                "attendee_url",
                "moderator_url",
                "name",
                "phone_number",
                "visio_code"
            ]
        );
        assert_eq!(meeting["name"], "Réunion – Alix Martin");
    }
}

#[tokio::test]
async fn what_the_instance_does_not_have_is_left_out() {
    let portal = Portal::builder()
        .without("PARVIS_PHONE_NUMBER")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    alix.create_room("Une").await;
    let token = portal.access_token("Alix").await;
    let all = meetings(&portal, &token).await;
    let keys: Vec<_> = all["meetings"][0]
        .as_object()
        .expect("an object")
        .keys()
        .collect();
    for absent in ["phone_number", "PIN", "SIPMediaGW_url"] {
        assert!(!keys.iter().any(|key| *key == absent), "{keys:?}");
    }
}

#[tokio::test]
async fn no_pin_is_told_where_each_meeting_has_one_of_its_own() {
    let (portal, alix, token) = with_token().await;
    portal.sandbox.set_behaviour(ServerBehaviour {
        voice_bridge: VoiceBridgeBehaviour::Replaced,
        ..ServerBehaviour::default()
    });
    let room = alix.create_room("Une").await;
    alix.create_room("Deux").await;
    alix.send(Method::POST, &format!("{}/launch", address(&room)))
        .await;
    let all = meetings(&portal, &token).await.to_string();
    assert!(!all.contains("PIN"), "{all}");
    assert!(!all.contains("phone_number"), "{all}");
}

#[tokio::test]
async fn own_rooms_are_listed_by_name_and_no_deleted_or_temporary_ones() {
    let (portal, alix, token) = with_token().await;
    for name in ["Zébu", "école", "Atelier 10", "Atelier 9", "Supprimée"] {
        alix.create_room(name).await;
    }
    let deleted = rooms(&alix).await.items;
    let deleted = deleted.iter().find(|room| room.name == "Supprimée");
    alix.send(Method::DELETE, &address(deleted.expect("it is listed")))
        .await;
    alix.send(Method::POST, "/api/v1/meetings").await;
    one(&portal, "shadow-meeting", &token).await;
    one(&portal, "hidden-meeting", &token).await;
    let all = meetings(&portal, &token).await;
    let expected = ["Atelier 9", "Atelier 10", "école", "Zébu"].map(|name| (name, false));
    assert_eq!(names(&all), expected);
}

#[tokio::test]
async fn delegated_rooms_follow_where_delegates_may_invite_and_are_missing_elsewhere() {
    for (invite, expected) in [
        (
            "true",
            vec![("Zoo", false), ("Atelier", true), ("Bureau", true)],
        ),
        ("false", vec![("Zoo", false)]),
    ] {
        let portal = portal_with(&[("PARVIS_DELEGATES_INVITE", invite)]).await;
        let alix = portal.signed_in("Alix").await;
        let camille = portal.signed_in("Camille").await;
        for name in ["Bureau", "Atelier"] {
            let room = alix.create_room(name).await;
            delegate(&alix, &room, CAMILLE, &camille).await;
        }
        camille.create_room("Zoo").await;
        let token = portal.access_token("Camille").await;
        assert_eq!(names(&meetings(&portal, &token).await), expected);
    }
}

#[tokio::test]
async fn the_room_that_is_kept_is_made_once_even_by_two_calls_at_once() {
    let (portal, _, token) = with_token().await;
    let calls = (0..8).map(|_| one(&portal, "shadow-meeting", &token));
    let answers = futures_util::future::join_all(calls).await;
    for answer in &answers {
        assert_eq!(answer, &answers[0]);
    }
    assert_eq!(portal.count_rows("rooms").await, 1);
    portal.pass(4_000 * DAY);
    portal.keep_house().await;
    let moderator = secret(&answers[0], "moderator_url");
    assert!(portal.visitor().join(&moderator, "Alix").await.is_some());
}

#[tokio::test]
async fn each_call_makes_a_room_for_one_invitation_twenty_a_day() {
    let (portal, _, token) = with_token().await;
    let first = one(&portal, "hidden-meeting", &token).await;
    let second = one(&portal, "hidden-meeting", &token).await;
    assert_ne!(first["visio_code"], second["visio_code"]);
    assert_ne!(first["moderator_url"], second["moderator_url"]);
    for _ in 2..20 {
        one(&portal, "hidden-meeting", &token).await;
    }
    let answer = portal.add_in("/api/hidden-meeting", &token).await;
    answer.assert_problem(ProblemKind::TooManyMeetings);
    // Others are not affected.
    portal.signed_in("Camille").await;
    let camille = portal.access_token("Camille").await;
    one(&portal, "hidden-meeting", &camille).await;
    portal.pass(DAY);
    one(&portal, "hidden-meeting", &token).await;
}

#[tokio::test]
async fn rooms_of_add_ins_are_in_no_list_and_count_as_no_rooms() {
    let portal = Portal::builder()
        .variable("PARVIS_MAX_ROOMS", "1")
        .start()
        .await;
    let alix = portal.signed_in("Alix").await;
    let token = portal.access_token("Alix").await;
    let shadow = one(&portal, "shadow-meeting", &token).await;
    for _ in 0..12 {
        one(&portal, "hidden-meeting", &token).await;
    }
    assert_eq!(rooms(&alix).await.total, 0);
    alix.create_room("La sienne").await;
    // Nor as temporary meetings, of which there may be ten.
    let opened = alix.send(Method::POST, "/api/v1/meetings").await;
    assert_eq!(opened.status, StatusCode::OK);
    // Its owner has no access to it on the portal but by its links.
    let entered = portal.visitor();
    let moderator = secret(&shadow, "moderator_url");
    let door = entered.join(&moderator, "Alix").await;
    assert!(door.is_some());
    let page = rooms(&alix).await;
    assert_eq!((page.total, &*page.items[0].name), (1, "La sienne"));
}

#[tokio::test]
async fn people_enter_by_links_code_and_pin_as_into_any_room() {
    let (portal, _, token) = with_token().await;
    for what in ["shadow-meeting", "hidden-meeting"] {
        let meeting = one(&portal, what, &token).await;
        let guest = portal.visitor();
        let attendee = secret(&meeting, "attendee_url");
        assert_eq!(guest.join(&attendee, "Noé").await, None);
        let code = meeting["visio_code"].as_str().expect("a code");
        let by_code = guest.entered_by(code).await;
        let door = guest.join(&by_code, "Zoé").await.expect("let in");
        let inside = guest.enter(&portal, &door).await;
        assert!(guest.join(&attendee, "Noé").await.is_some());
        let running = portal.meetings().await;
        let running = running.as_array().expect("a list").iter();
        let created = running
            .map(|meeting| &meeting["create"])
            .find(|create| create["voiceBridge"] == meeting["PIN"])
            .expect("a meeting with the PIN");
        assert_eq!(created["name"], "Réunion – Alix Martin");
        assert_eq!(created["duration"], "280");
        assert_eq!(created["maxParticipants"], "350");
        assert_eq!(created["muteOnStart"], "true");
        drop(inside);
    }
}

#[tokio::test]
async fn a_room_for_one_invitation_waits_for_its_day_and_is_over_after_half_a_year() {
    let (portal, _, token) = with_token().await;
    let meeting = one(&portal, "hidden-meeting", &token).await;
    let moderator = secret(&meeting, "moderator_url");
    portal.pass(179 * DAY);
    portal.keep_house().await;
    let door = portal.visitor().join(&moderator, "Alix").await;
    assert!(door.is_some());
    portal.pass(DAY);
    let body = json!({ "secret": moderator, "name": "Alix" });
    for _ in 0..2 {
        let answer = portal.visitor().post("/api/v1/join", body.clone()).await;
        answer.assert_problem(ProblemKind::MeetingOver);
        portal.keep_house().await;
    }
    let code = meeting["visio_code"].as_str().expect("a code");
    let answer = portal.visitor().type_code(code).await;
    answer.assert_problem(ProblemKind::CodeUnknown);
}

#[tokio::test]
async fn a_room_is_named_in_the_language_that_is_asked_for() {
    let (portal, _, token) = with_token().await;
    let request = portal.visitor().bare(Method::GET, "/api/hidden-meeting");
    let request = request.bearer_auth(&token).header("accept-language", "en");
    let answer: Value = Answer::of(request).await.json();
    assert_eq!(answer["hidden-meeting"][0]["name"], "Meeting – Alix Martin");
}
